"""What a newsreader of each language would say; the cases stand in `spoken/LANGUAGE.tsv`."""

from __future__ import annotations

import importlib
import itertools
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "tr")
CASES = Path(__file__).parent / "spoken"


def speak(language: str, sentence: str) -> str:
    return importlib.import_module(f"narrator.spoken.{language}").speak(sentence)


def cases(language: str) -> list[tuple[str, list[str]]]:
    lines = (CASES / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t")[1:] for line in lines if line and not line.startswith("#")]
    return [(written, spoken) for written, *spoken in rows]


def loose(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def accepted(forms: list[str]) -> set[str]:
    return {loose("".join(choice)) for form in forms for choice in itertools.product(*_choices(form))}


def _choices(form: str) -> list[list[str]]:
    parts = re.split(r"(\([^)]*\))", form)
    return [part[1:-1].split("|") if part.startswith("(") else [part] for part in parts]


EVERY_CASE = [(language, *case) for language in LANGUAGES for case in cases(language)]


@pytest.mark.parametrize(("language", "written", "forms"), EVERY_CASE)
def test_a_notation_is_said_as_a_newsreader_would(language: str, written: str, forms: list[str]) -> None:
    assert loose(speak(language, written)) in accepted(forms)


@pytest.mark.parametrize(("language", "written", "forms"), EVERY_CASE)
def test_a_second_reading_changes_nothing(language: str, written: str, forms: list[str]) -> None:
    once = speak(language, written)
    assert speak(language, once) == once


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_forty_cases(language: str) -> None:
    assert len(cases(language)) >= 40


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(st.sampled_from("0123456789.,:-–/%€$ '’°ºªehaABCXVIm&+()\u00a0"), max_size=24))
@example(text="0AC/")
@example(text="0AA//")
def test_no_figure_is_left_for_the_engine_to_guess(language: str, text: str) -> None:
    spoken = speak(language, text)
    assert not re.search(r"\d", spoken)
    assert bool(re.search(r"\d", text)) <= bool(re.search(r"[^\W\d_]{2}", spoken))
    assert speak(language, spoken) == spoken


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.integers(1, 10**12))
def test_numbers_that_differ_are_said_differently(language: str, number: int) -> None:
    assert speak(language, f"xx {number} xx") != speak(language, f"xx {number + 1} xx")


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(st.characters(categories=["Ll", "Zs"], max_codepoint=0x24F), max_size=60))
def test_lower_case_words_come_out_as_they_went_in(language: str, text: str) -> None:
    assert speak(language, text) == text


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.integers(min_value=0, max_value=10**6).filter(lambda value: not 1100 <= value < 2000))
def test_a_number_at_the_end_of_a_sentence_is_said_in_full(language: str, value: int) -> None:
    """No number word with the full stop of the sentence is taken for an abbreviation: `sept.`, `dez.`"""
    assert speak(language, f"Abc {value}.") == speak(language, f"Abc {value} !").removesuffix(" !") + "."
