"""What is said for what is written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.spoken import align, speak, split_clauses, split_sentences
from spoken_cases import Case, is_right, read_cases

NEWS = read_cases("en")

WILD = st.text(alphabet=st.sampled_from("0123456789 .,:;-–—/'’$€£%°#@&+=()[]aAbBIVXxkmpMtsths½²\n"), max_size=60)


def _misread(cases: list[Case], language: str) -> list[str]:
    said = ((case, speak(case.written, language)) for case in cases)
    return [f"{case.written} → {spoken}" for case, spoken in said if not is_right(spoken, case)]


def test_english_news_is_read_as_a_newsreader_would() -> None:
    wrong = _misread(NEWS, "en")
    assert len(wrong) <= 0.03 * len(NEWS), "\n".join(wrong)


@pytest.mark.parametrize("case", NEWS, ids=lambda case: case.written)
def test_what_is_spoken_already_stays_as_it_is(case: Case) -> None:
    spoken = speak(case.written, "en")
    assert speak(spoken, "en") == spoken


@given(WILD)
def test_no_digit_is_left(text: str) -> None:
    assert not re.search(r"\d", speak(text, "en"))


@given(st.text(max_size=80))
def test_any_text_can_be_spoken(text: str) -> None:
    assert not re.search(r"[0-9]", speak(text, "en"))
