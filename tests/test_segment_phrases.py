"""Phrases of small letters and by their first letters find what one pattern that ignores case would."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.model import Block
from narrator.segment.cues import Cues
from narrator.segment.phrases import in_small, openings_of, phrases_of, starts_of
from narrator.segment.shape import shape_of

_CORPUS = Path(__file__).parent / "corpus"
_WORDS = files("narrator.segment") / "words"
_LANGUAGES = sorted(Path(str(_WORDS)).glob("*.toml"))
_ANCHORED = ("whole", "opening")
_NO_PATTERNS = ("lines", "begins", "language")
_ESCAPE = re.compile(r"\\.")
_GROUP = re.compile(r"\([^()]*\)|\[[^\]]*\]")


@cache
def _lines() -> list[str]:
    texts = (path.read_text("utf-8", "ignore") for path in _CORPUS.glob("*/*.txt"))
    lines = {line.strip() for text in texts for line in text.splitlines() if 0 < len(line) < 200}
    shown = (shape_of(Block(line)).plain for line in sorted(lines))
    return [written for line in shown for written in (line, line.upper())]


def _fragments(path: Path, kind: str) -> list[str]:
    found: list[str] = tomllib.loads(path.read_text("utf-8")).get(kind, [])
    return found


@pytest.mark.parametrize("path", _LANGUAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", _ANCHORED)
def test_openings_find_what_one_pattern_finds(path: Path, kind: str) -> None:
    fragments = _fragments(path, kind)
    openings = openings_of(fragments)
    plain = re.compile("|".join(f"(?:{one})" for one in fragments) or "(?!)", re.IGNORECASE)
    lines = [line for line in _lines() if bool(plain.match(line)) or len(line) < 60]
    for line in lines:
        assert bool(openings.match(line)) == bool(plain.match(line)), line
        assert bool(openings.fullmatch(line)) == bool(plain.fullmatch(line)), line


@pytest.mark.parametrize("path", _LANGUAGES, ids=lambda path: path.stem)
def test_capitals_are_written_where_case_counts(path: Path) -> None:
    kinds = [kind for kind in Cues.__dataclass_fields__ if kind not in _NO_PATTERNS]
    for fragment in (one for kind in kinds for one in _fragments(path, kind)):
        bare = _ESCAPE.sub("", fragment)
        assert "(?-i:" in fragment or bare == bare.lower(), fragment


@pytest.mark.parametrize("path", _LANGUAGES, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", _ANCHORED)
def test_alternatives_that_begin_otherwise_stand_in_brackets(path: Path, kind: str) -> None:
    for fragment in _fragments(path, kind):
        assert "|" not in _without_groups(fragment) or starts_of(fragment) == {""}, fragment


def _without_groups(fragment: str) -> str:
    bare = _ESCAPE.sub("", fragment)
    while _GROUP.search(bare):
        bare = _GROUP.sub("", bare)
    return bare


@given(st.text(alphabet="iIıİsSſΣσςéÉßǅkK µΜμa.", max_size=12))
def test_small_letters_stand_where_the_text_has_them(text: str) -> None:
    small = in_small(text)
    assert len(small) == len(text)
    for letter, smaller in zip(text, small, strict=True):
        assert re.fullmatch(re.escape(smaller), letter, re.IGNORECASE), (letter, smaller)


def test_a_match_has_the_places_of_the_text() -> None:
    found = phrases_of(["devamı"], r"\b").search("İLGİLİ: DEVAMI VE SONRASI")
    assert found
    assert found.span() == (8, 14)
