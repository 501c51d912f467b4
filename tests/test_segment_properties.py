"""What holds for every text: no line is lost or doubled, and its outer form changes nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from narrator.errors import SourceError
from narrator.model import Article
from narrator.reading.text import read_text
from narrator.segment import segment

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))

_LINES = st.sampled_from(
    [
        "",
        "",
        "Storm shuts port",
        "By Jane Doe",
        "Published January 27, 2023",
        "Read more",
        "Share",
        "Background",
        "The port of Ostend was shut on Friday after a storm tore two cranes from their rails, police said.",
        '"We have never seen this," said Bart Claes, who has run the port for eleven years.',
        "The port has been shut only once before, in 1953, when the sea broke through the dyke.",
        "A crane lies across the quay in Ostend on Friday. (AP Photo/Jane Doe)",
        "Related stories",
        "Ferry company cuts jobs",
        "© 2023 Daily Planet. All rights reserved.",
        "pic.twitter.com/abc",
        "\u200b",
        "1",
    ]
)
_PAGES = st.lists(_LINES, min_size=1, max_size=30).map("\n".join)
_CALM = settings(deadline=None, max_examples=60)
_LETTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
"""Bytes of zero are how UTF-16 is known that has no mark."""
_WILD = st.text(_LETTERS, max_size=400) | st.lists(st.text(_LETTERS, max_size=60), max_size=12).map("\n".join)


@_CALM
@given(_PAGES | _WILD)
def test_every_line_is_in_exactly_one_place(text: str) -> None:
    article = _understood(text)
    if article is None:
        return
    placed = Counter(line for part in (*article.sections, *article.omitted) for line in part.lines)
    assert placed == Counter(_filled_lines(text))
    assert len(article.judgements) <= len(placed)


@_CALM
@given(_PAGES, st.sampled_from(["\r\n", "\r"]), st.integers(0, 7), st.integers(0, 3), st.integers(1, 4))
def test_outer_form_changes_no_role(text: str, ending: str, indent: int, trail: int, blanks: int) -> None:
    reshaped = ending.join(
        ending.join([""] * blanks) if not line.strip() else " " * indent + line + " " * trail
        for line in text.split("\n")
    )
    assert _roles(_understood(text)) == _roles(_understood(reshaped))


@_CALM
@given(_PAGES)
@example(
    "\n".join(("Related stories", *["The port of Ostend was shut on Friday after a storm, police said."] * 5))
)
def test_a_headline_is_said_once_and_is_no_furniture(text: str) -> None:
    article = _understood(text)
    if article is None or not article.headline:
        return
    assert article.sections[0].kind == "headline"
    assert article.sections[0].paragraphs == (article.headline,)
    assert article.headline not in {"Share", "Read more", "Related stories", "By Jane Doe", "1"}
    spoken = [p for section in article.sections for p in (section.title, *section.paragraphs)]
    assert spoken.count(article.headline) == 1


@pytest.mark.parametrize("source", ARTICLES, ids=lambda path: path.stem)
def test_an_article_of_its_own_words_stays_as_it_is(source: Path) -> None:
    article = segment(read_text(source.read_bytes(), source.name, None))
    again = _understood(_own_text(article))
    assert again is not None
    assert _spoken(again) == _spoken(article)
    assert not again.omitted


def _understood(text: str) -> Article | None:
    try:
        return segment(read_text(text.encode("utf-8", "surrogatepass"), "page.txt", None))
    except SourceError:
        assert not _filled_lines(text) or "\x00" in text or _is_mostly_control(text)
        return None


def _filled_lines(text: str) -> list[int]:
    """A lone byte 0x85 is an ellipsis that lost its encoding, though Python counts it as a space."""
    text = text.replace("\x85", "…")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    return [number for number, line in enumerate(lines, 1) if line.strip()]


def _is_mostly_control(text: str) -> bool:
    return sum(ord(char) < 32 for char in text) * 50 > len(text)


def _roles(article: Article | None) -> list[tuple[str, str]]:
    return [(judged.text, judged.role) for judged in article.judgements] if article else []


def _own_text(article: Article) -> str:
    return "\n\n".join(
        text for section in article.sections for text in (section.title, *section.paragraphs) if text
    )


def _spoken(article: Article) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(section.kind, section.title, section.paragraphs) for section in article.sections]
