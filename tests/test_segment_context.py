"""Where a report turns to its background below a heading."""

from __future__ import annotations

import pytest

from narrator.model import Article
from narrator.reading.text import read_text
from narrator.segment import segment
from tests.test_segment_notices import STORIES

PAST = {
    "de": "Die Kräne standen seit 1953 im Hafen, nachdem ein Sturm ihre Vorgänger umgerissen hatte.",
    "en": "The cranes had stood in the port since 1953, when another storm tore down those before them.",
    "es": "Las grúas estaban en el puerto desde 1953, cuando otra tormenta había derribado las anteriores.",
    "fr": "Les grues se trouvaient au port depuis 1953, quand une autre tempête avait renversé les précédentes.",
    "it": "Le gru erano nel porto dal 1953, quando un’altra tempesta aveva abbattuto le precedenti.",
    "pt": "Os guindastes estavam no porto desde 1953, quando outra tempestade tinha derrubado os anteriores.",
}
HEADINGS = (
    ("de", "Was hinter den Kränen steckt"),
    ("de", "Was das Gesetz über Kräne vorsieht"),
    ("de", "Wie funktioniert ein Hafenkran?"),
    ("de", "Hafenkräne: Was es bisher gibt"),
    ("en", "How many cranes are there?"),
    ("en", "Why were the cranes there?"),
    ("en", "Cranes: how they work"),
    ("es", "Cómo funciona una grúa"),
    ("fr", "Comment fonctionne une grue ?"),
    ("it", "Come funziona una gru"),
    ("pt", "Como funciona um guindaste"),
)


@pytest.mark.parametrize(("language", "heading"), HEADINGS)
def test_a_heading_that_asks_or_says_how_things_are_announces_background(language: str, heading: str) -> None:
    article = _story(language, f"{heading}\n\n{PAST[language]}")
    assert [(section.kind, section.title) for section in article.sections[2:]] == [("context", heading)]


def test_a_last_section_that_tells_a_little_of_the_past_and_no_news_is_background() -> None:
    heading = "A port with a long coast"
    told = "Flanders has one of the shortest coasts of Europe, and yet few of its people ever learn to sail."
    past = "Fishing fleets moved in after 1918 from all over the North Sea, and were gone by 1970."
    article = _story("en", f"{heading}\n\n{told}\n\n{past}")
    assert [(section.kind, section.title) for section in article.sections[2:]] == [("context", heading)]


def test_a_question_behind_the_name_of_who_asks_it_announces_nothing() -> None:
    asked = "The Planet: What do you know of the cranes?"
    article = _story("en", f"{asked}\n\n{PAST['en']}")
    assert all(section.kind != "context" or section.title != asked for section in article.sections)


def _story(language: str, end: str) -> Article:
    """A report that ends with this."""
    text = STORIES[language].format(line="").replace("\n\n\n", "\n")
    return segment(read_text(f"{text}\n{end}".encode(), "story.txt", None))
