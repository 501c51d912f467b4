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
    ("en", "Background: a port of storms"),
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


NEWS = """\
Small airline keeps its planes on the ground after a crack is found

Plain Wings grounded all its planes on Wednesday after a mechanic found a crack in a wing, which left many stranded.

“We will not put anyone on board before we understand it,” the airline’s director, Walt Brenner, said on Wednesday.

The agency said it was preparing an order that would require every operator to look at the wings before the next flight.

Waiting for a bus

“That plane is the only way out of our valley,” said Greta Lind, who runs the hospital, on Wednesday. “It is no luxury.”

{section}

What happens next

The engineers arrived on Wednesday, and the maker said that it was too early to say what had caused the crack.

“One is bad luck,” said Carla Osei, who used to investigate accidents. “Three are a pattern, and we will see.”
"""
WORKHORSE = """\
A plane for short runways

The maker introduced the aircraft in 1996 for runways that were too short for jets, and had built 411 of them by 2009.

After the crisis of 2008 larger airlines had left the small airports, and Plain Wings had bought their planes in 2011.

In 2013 a Canadian operator had found rust near the same part, and had asked for a test every 6,000 flights."""


def test_a_section_amid_news_that_tells_of_the_past_is_background_whatever_its_heading_says() -> None:
    article = segment(read_text(NEWS.format(section=WORKHORSE).encode(), "story.txt", None))
    kinds = [(section.kind, section.title) for section in article.sections[2:]]
    assert ("context", "A plane for short runways") in kinds
    assert [kind for kind, title in kinds if title != "A plane for short runways"] == ["body", "body"]


def test_of_many_questions_the_one_whose_answer_tells_of_the_past_is_background() -> None:
    asked = WORKHORSE.replace("A plane for short runways", "How did the plane come here?")
    text = NEWS.format(section=asked).replace("What happens next", "What happens next?")
    article = segment(read_text(text.encode(), "story.txt", None))
    kinds = {section.title: section.kind for section in article.sections}
    assert kinds["How did the plane come here?"] == "context"
    assert kinds["What happens next?"] == "body"


def test_a_closing_section_of_the_past_may_have_one_paragraph_of_what_somebody_says_of_it() -> None:
    warned = "“Such a part buys time,” the engineer Renata Bright said on Wednesday. “It will not last, and they know.”"
    news, _, _ = NEWS.partition("What happens next")
    text = f"{news.format(section=WORKHORSE)}{PAST['en']}\n\n{warned}\n"
    article = segment(read_text(text.encode(), "story.txt", None))
    assert article.sections[-1].kind == "context"
    assert warned in article.sections[-1].paragraphs


def _story(language: str, end: str) -> Article:
    """A report that ends with this."""
    text = STORIES[language].format(line="").replace("\n\n\n", "\n")
    return segment(read_text(f"{text}\n{end}".encode(), "story.txt", None))


def test_a_section_amid_news_may_have_one_paragraph_that_looks_like_news() -> None:
    """Unless it answers a question, as parts of explainers do."""
    said = (
        "To make up for it, the agency told the airline to look at every wing, and Plain Wings said it would."
    )
    paragraphs = WORKHORSE.replace("\n\nIn 2013", f"\n\n{said}\n\nIn 2013")
    article = segment(read_text(NEWS.format(section=paragraphs).encode(), "story.txt", None))
    assert ("context", "A plane for short runways") in [
        (section.kind, section.title) for section in article.sections
    ]


def test_a_run_of_the_like_is_background() -> None:
    """Also in two paragraphs."""
    _, *told = WORKHORSE.strip().split("\n\n")
    section = "\n\n".join(("A run of accidents on short runways", *told[:2]))
    article = segment(read_text(NEWS.format(section=section).encode(), "story.txt", None))
    kinds = {section.title: section.kind for section in article.sections}
    assert kinds["A run of accidents on short runways"] == "context"


LASTING = {
    "de": "In der Regel halten Anlagen aus Stahl viele Jahre. Die meisten in Europa sind seither fast alle alt.",
    "en": "Most steel lasts for many decades if it is often painted. Some of the oldest in the world is in Belgium.",
    "es": "La mayoría del acero dura desde entonces más de lo previsto. Cada año se pinta buena parte del país.",
    "fr": "La plupart des charpentes durent souvent plus de trente ans. Plusieurs sont repeintes chaque saison.",
    "it": "La maggior parte del ferro dura quasi ovunque più di trenta inverni. Ogni estate si vernicia metà di tutto.",
    "pt": "A maioria do ferro dura mais de trinta invernos. Desde então metade fica pintada, cada verão por inteiro.",
}


@pytest.mark.parametrize("language", LASTING)
def test_what_has_long_been_so_everywhere_is_background_without_a_year(language: str) -> None:
    assert [section.kind for section in _story(language, LASTING[language]).sections[2:]] == ["context"]


def test_what_somebody_did_who_was_named_before_is_no_background() -> None:
    told = (
        "Most of what he had in the world was on board. He had often said so, and some of it was the oldest."
    )
    assert "context" not in [section.kind for section in _story("en", told).sections]


def test_what_had_happened_is_background_where_it_happened_in_the_year_of_the_news() -> None:
    """As told by who found it out: neither an earlier year nor a past tense shows that it was before."""
    story = (
        "Liman davası başladı: Aileler salonda",
        "Temmuz 07, 2025 10:26",
        "Ostend limanında iki vincin devrildiği kazanın davası başladı. Liman müdürü salona avukatıyla geldi.",
        'Müdür, "Rüzgarı kimse bilemezdi" dedi. Aileler salonun önünde açıklama yaptı ve adalet istedi.',
        "Mahkeme, duruşmayı cuma gününe erteledi. Avukatlar yeni bilirkişi raporu istediklerini söyledi.",
        "NE OLMUŞTU?",
        "Ostend limanında 21 Ocak 2025'te fırtına çıktı. Liman müdürünün vinçleri bağlatmadığı ortaya çıktı.",
        "Rapora göre iki vinç devrildi ve yedi kişi yaralandı, raporda rayların eski olduğu belirtildi.",
    )
    article = segment(read_text("\n\n".join(story).encode(), "liman.txt", None))
    assert (article.sections[-1].kind, article.sections[-1].title) == ("context", story[5])
