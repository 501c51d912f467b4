"""What is said for what is written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.spoken import speak, speak_headline
from narrator.spoken.en import RULES, titles
from narrator.spoken.en.number_words import cardinal, digits, year
from tests.spoken_cases import Case, is_right, read_cases

NEWS = read_cases("en")
MORE = read_cases("en_more")

FIGURES = st.text(
    alphabet="0123456789 .,:;-–—/'’\"$€£%°#@&+=()[]aAbBIVXxkmpMtsths½²",
    max_size=60,
)
FRAGMENTS = [
    "$", "£", "€", "US$", "Rs", "2.5", "bn", "m", "k", "10", "27", "2023", "1999", "1st", "th", "%", "–",
    "-", "—", "/", ":", ".", ",", "(", ")", "[1]", "'", "’", "“", "”", "\"", "&", "+", "=", "@", "#", "~",
    "°", "°C", "C", "km", "km/h", "mph", "sq", "ft", "in", "a", "the", "Jan.", "January", "May", "27th",
    "Dr.", "Mr", "St.", "St", "No.", "No", "I", "II", "IV", "XIV", "War", "World", "Pope", "King",
    "Charles", "Part", "Chapter", "US", "U.S.", "UN's", "FBI", "MPs", "COVID-", "F-", "7:30", "pm", "p.m.",
    "a.m.", "GMT", "9/11", "1/2", "½", "²", "www.", "bbc.co.uk", "a@b.com", "x", "×", "555-1234", "+44",
    "1,234", ".5", "...", "…", "👍", "é", "USD", "EUR", "p", "c", "s's", "e.g.", "i.e.", "vs.", "etc.",
    "Inc.", "Q3", "FY23", "'90s", "1990s", "BC", "AD",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(FRAGMENTS + [" "] * 20), max_size=14).map("".join)
PROSE = (
    "The security chief at the embassy was killed in an attack on Friday morning.",
    "“Terror against diplomatic missions is unacceptable!” he tweeted.",
    "It was a no. He said so.",
    "George Clooney met King Charles, Pope Leo and Louis Vuitton.",
    "I think, therefore I am; so did Mary and I.",
    "Shall I compare thee to a summer's day?",
    "Because I could not stop for Death – he kindly stopped for me –",
    "May may march in March, and April saw it.",
    "He asked … and then? Nothing.",
    "São Paulo, München, Škoda and Recep Tayyip Erdoğan",
    "The sun sat; a man in Miss. Jane's mill said no, ill as he was.",
)


def _misread(cases: list[Case], language: str) -> list[str]:
    said = ((case, speak(case.written, language)) for case in cases)
    return [f"{case.written} → {spoken}" for case, spoken in said if not is_right(spoken, case)]


def test_english_news_is_read_as_a_newsreader_would() -> None:
    wrong = _misread(NEWS, "en")
    assert len(wrong) <= 0.03 * len(NEWS), "\n".join(wrong)


def test_more_english_is_read_right() -> None:
    assert not _misread(MORE, "en")


@pytest.mark.parametrize("sentence", PROSE)
def test_plain_prose_stays_as_it_is(sentence: str) -> None:
    assert speak(sentence, "en") == sentence


@pytest.mark.parametrize("title", titles.WITHOUT_STOP.split("|"))
def test_a_title_is_known_where_nothing_else_is_to_be_read(title: str) -> None:
    assert not speak(f"They met {title} Adams there", "en").startswith(f"They met {title} ")


def test_what_is_spoken_already_stays_as_it_is() -> None:
    said = (speak(case.written, "en") for case in (*NEWS, *MORE))
    assert not [spoken for spoken in said if speak(spoken, "en") != spoken]


@given(FIGURES | WORDS)
def test_no_digit_is_left(text: str) -> None:
    assert not re.search(r"\d", speak(text, "en"))


@pytest.mark.parametrize("name", ["en", "en_more", "de", "es", "fr", "it", "pt", "nl", "tr"])
def test_a_sentence_keeps_its_full_stop(name: str) -> None:
    said = (speak(f"{case.written.rstrip('.')}.", name.partition("_")[0]) for case in read_cases(name))
    assert not [spoken for spoken in said if not re.search(r"[.!?…][”’\"')»]*$", spoken)]


@given(FIGURES | WORDS)
def test_speaking_twice_changes_nothing(text: str) -> None:
    spoken = speak(text, "en")
    assert speak(spoken, "en") == spoken


@given(st.text(max_size=80))
def test_any_text_can_be_spoken(text: str) -> None:
    assert not re.search(r"\d", speak(text, "en"))


@given(
    st.integers(min_value=0, max_value=10**17), st.sampled_from(["It has {} of them.", "{}", "He, {}, left."])
)
def test_every_number_is_said(value: int, sentence: str) -> None:
    spoken = speak(sentence.format(value), "en").lower()
    forms = {cardinal(value), digits(str(value)), year(value) if value < 10_000 else ""} - {""}
    assert any(form in spoken for form in forms)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_shows_what_it_does(rule: object) -> None:
    assert ">>>" in (rule.__doc__ or "")


def test_a_language_without_rules_is_only_cleaned() -> None:
    assert speak("Hän\u00ad maksoi 5 €.", "fi") == "Hän maksoi 5 €."


def test_dates_in_figures_are_read_as_the_region_writes_them() -> None:
    said = [speak("on 05/06/2023", language) for language in ("en", "en-US", "en-GB", "en_AU", "fr-FR")]
    assert said == [
        "on May sixth, twenty twenty three",
        "on May sixth, twenty twenty three",
        "on the fifth of June twenty twenty three",
        "on the fifth of June twenty twenty three",
        "on cinq juin deux mille vingt-trois",
    ]


@pytest.mark.parametrize(
    ("headline", "language"), [("首相は訪米した。", "ja"), ("هل جاء؟", "ar"), ("वह गए।", "hi")]
)
def test_a_headline_of_any_script_that_ends_gets_no_stop(headline: str, language: str) -> None:
    assert speak_headline(headline, language) == headline


def test_a_headline_ends_like_a_sentence() -> None:
    assert speak_headline("US-China talks: 5 killed", "en") == "U.S.-China talks: five killed."
    assert speak_headline("Who won?", "en") == "Who won?"


@pytest.mark.parametrize("endless", ["1", "$1 ", "a.1", "1,", "AB ", "½", "http://"])
def test_a_text_without_end_is_said_in_pieces(endless: str) -> None:
    assert not re.search(r"\d", speak(endless * 700, "en"))
