"""Who speaks: quotations found in every typographic style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.spoken import split_quotations

QUOTED = (
    ('"Terror is unacceptable!" he tweeted.', ['"Terror is unacceptable!"']),
    ("“I will go,” she said. “Now.”", ["“I will go,”", "“Now.”"]),
    ("“He said ‘no’ and ‘never’,” she said.", ["“He said ‘no’ and ‘never’,”"]),
    ("“They call it “the end,” you know,” he said.", ["“They call it “the end,” you know,”"]),
    (
        "‘We won’t go,’ he said, ‘until the boys’ bags arrive.’",
        ["‘We won’t go,’", "‘until the boys’ bags arrive.’"],
    ),
    ("the 'serious consequences of this,' it said", ["'serious consequences of this,'"]),
    ("« Je ne sais pas », dit-il.", ["« Je ne sais pas »,"]),
    ("„Ich gehe“, sagte er. „Und du?“", ["„Ich gehe“,", "„Und du?“"]),
    ("»Ich gehe«, sagte er.", ["»Ich gehe«,"]),
    ("“Yes”, she said.", ["“Yes”,"]),
    ("He wrote (“I did it myself.”) then.", ["“I did it myself.”"]),
)
NOT_SPEECH = (
    "The so-called “smart”, new phone of the ’90s.",
    "He read “War and Peace” twice.",
    "Rock 'n' roll of the '80s and '90s isn't the boys' thing.",
    "He is 6'4\" tall, and 5'10\" was she.",
    "Nobody spoke.",
    '"A straight mark that nothing closes',
)


@pytest.mark.parametrize(("paragraph", "expected"), QUOTED)
def test_speech_is_found(paragraph: str, expected: list[str]) -> None:
    passages, goes_on = split_quotations(paragraph)
    assert [passage.text for passage in passages if passage.quoted] == expected
    assert not goes_on


@pytest.mark.parametrize("paragraph", NOT_SPEECH)
def test_other_marks_change_no_voice(paragraph: str) -> None:
    passages, goes_on = split_quotations(paragraph)
    assert not any(passage.quoted for passage in passages)
    assert not goes_on


def test_a_quotation_runs_over_paragraphs() -> None:
    _, goes_on = split_quotations("He said: “It began long ago.")
    assert goes_on
    passages, goes_on = split_quotations("“It ended today,” and left.", goes_on)
    assert [(passage.text, passage.quoted) for passage in passages] == [
        ("“It ended today,”", True),
        (" and left.", False),
    ]
    assert not goes_on


def test_a_quotation_that_is_closed_without_being_opened_again_ends_there() -> None:
    passages, goes_on = split_quotations("and that is all,” he said.", True)
    assert passages[0].text == "and that is all,”"
    assert passages[0].quoted
    assert not goes_on


def test_a_quotation_that_was_never_closed_ends_with_its_paragraph() -> None:
    passages, goes_on = split_quotations("It rained.", True)
    assert [passage.quoted for passage in passages] == [False]
    assert not goes_on


@given(st.text(alphabet="ab ,.“”„«»‘’\"'s", max_size=80), st.booleans())
def test_the_passages_put_together_are_the_paragraph(paragraph: str, goes_on: bool) -> None:
    passages, _ = split_quotations(paragraph, goes_on)
    assert "".join(passage.text for passage in passages) == paragraph
