"""The map from spoken words back to written ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.spoken import align, speak
from tests.spoken_cases import read_cases

WORDS = st.lists(
    st.sampled_from(["he", "paid", "$5", "five", "million", "dollars", "*", "no.", "U.S."]), max_size=8
)


def _pairs(written: str, spoken: str) -> list[tuple[str, str]]:
    return [
        (written[a.written_start : a.written_end], spoken[a.spoken_start : a.spoken_end])
        for a in align(written, spoken)
    ]


def test_unchanged_words_map_one_to_one() -> None:
    assert _pairs("He left at dawn.", "He left at dawn.") == [
        ("He", "He"),
        ("left", "left"),
        ("at", "at"),
        ("dawn.", "dawn."),
    ]


def test_changed_words_map_as_a_group() -> None:
    assert _pairs(
        "It cost $2.5bn on Jan. 27, he said.",
        "It cost two point five billion dollars on January twenty seventh, he said.",
    ) == [
        ("It", "It"),
        ("cost", "cost"),
        ("$2.5bn", "two point five billion dollars"),
        ("on", "on"),
        ("Jan. 27,", "January twenty seventh,"),
        ("he", "he"),
        ("said.", "said."),
    ]


def test_a_dropped_mark_is_not_said() -> None:
    assert _pairs("It rose * sharply", "It rose sharply") == [
        ("It", "It"),
        ("rose", "rose"),
        ("*", ""),
        ("sharply", "sharply"),
    ]


def test_words_nobody_wrote_belong_to_the_nearest() -> None:
    assert _pairs("Friday came", "On Friday came") == [("Friday", "On Friday"), ("came", "came")]
    assert _pairs("", "nothing written") == [("", "nothing written")]


@pytest.mark.parametrize("case", read_cases("en"), ids=lambda case: case.written)
def test_every_word_has_its_place(case) -> None:
    _assert_covered(case.written, speak(case.written, "en"))


@given(WORDS, WORDS)
def test_any_two_texts_can_be_aligned(written: list[str], spoken: list[str]) -> None:
    _assert_covered(" ".join(written), " ".join(spoken))


def _assert_covered(written: str, spoken: str) -> None:
    pairs = _pairs(written, spoken)
    assert " ".join(" ".join(ours for ours, _ in pairs).split()) == " ".join(written.split())
    assert " ".join(" ".join(theirs for _, theirs in pairs).split()) == " ".join(spoken.split())
