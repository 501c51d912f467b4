"""Paragraphs cut into sentences, sentences into clauses, and quotations found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.spoken import split_clauses, split_sentences

PARAGRAPHS = (
    ("It happened on Jan. 27. Police came.", 2),
    ("The U.S. Senate voted. It passed.", 2),
    ("No. 10 said so. The PM agreed.", 2),
    ("“I will go.” She left.", 2),
    ("He waited... and then he left.", 1),
    ("“Wait … what?” he asked.", 1),
    ("Dr. Smith met Gen. Milley at 5 p.m. Friday.", 1),
    ("He arrived at 5 p.m. She left.", 2),
    ("It cost $2.5bn. That is 3.5% more.", 2),
    ("He works for Apple Inc. in California.", 1),
    ("John F. Kennedy Jr. died in 1999.", 1),
    ("Visit example.com. It is free.", 2),
    ("“Stop!” he cried. “Now!”", 2),
    ("The vs. case, e.g. Roe v. Wade, i.e. this.", 1),
    ("He said (see p. 5) no.", 1),
    ("Is it? Yes! Good.", 3),
    ("They live in St. Louis, Mo. They like it.", 2),
    ("Mr. and Mrs. Jones of Washington, D.C., came.", 1),
    ("At 9 a.m. ET the market opened.", 1),
    ("Sept. 11 changed it. So did Oct. 7.", 2),
)


@pytest.mark.parametrize(("paragraph", "count"), PARAGRAPHS)
def test_a_paragraph_is_cut_between_its_sentences_only(paragraph: str, count: int) -> None:
    assert len(split_sentences(paragraph, "en")) == count


@given(st.text(max_size=200))
def test_no_letter_is_lost_between_sentences(paragraph: str) -> None:
    assert "".join("".join(split_sentences(paragraph, "en")).split()) == "".join(paragraph.split())


@given(st.text(alphabet="ab ,;:—.”\n", max_size=200), st.integers(min_value=1, max_value=60))
def test_clauses_put_together_are_the_sentence(sentence: str, limit: int) -> None:
    pieces = split_clauses(sentence, limit)
    assert " ".join(pieces) == " ".join(sentence.split())
    assert all(len(piece) <= limit or " " not in piece for piece in pieces)


def test_a_long_sentence_is_cut_where_a_reader_breathes() -> None:
    sentence = "The minister, who had been ill; and who was old, left the house before the others came."
    assert split_clauses(sentence, 50) == (
        "The minister, who had been ill;",
        "and who was old, left the house",
        "before the others came.",
    )


def test_a_short_sentence_stays_whole() -> None:
    assert split_clauses("He came, and he went.", 400) == ("He came, and he went.",)


def test_a_paragraph_of_a_language_without_rules_is_cut_as_well() -> None:
    assert split_sentences("Hän tuli. Hän lähti.", "fi") == ("Hän tuli.", "Hän lähti.")


def test_a_long_paragraph_takes_no_longer_a_letter() -> None:
    sentences = split_sentences(" ".join(["He said no."] * 5000), "en")
    assert len(sentences) == 5000
    assert all(re.fullmatch("He said no.", sentence) for sentence in sentences)
