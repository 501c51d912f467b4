"""What speaks for a line as the headline and what against it, each with a visible weight.

The weights are log-odds and add up. They were chosen on the articles of the corpus and on real pages that are not
in it; `python -m tests.weigh_headlines` prints beside them what the corpus alone teaches.
"""

from __future__ import annotations

from collections.abc import Callable

from narrator.patterns import compiled
from narrator.segment.bylines import is_name
from narrator.segment.field import Field, is_among_points
from narrator.segment.form import (
    bars,
    begins_small,
    full_stop,
    glued,
    leads_on,
    sentence,
    speaks_to_readers,
    usual_length,
)
from narrator.segment.interviews import is_answered
from narrator.segment.names import before_job, is_person
from narrator.segment.shape import MARKS
from narrator.segment.surroundings import (
    above_prose,
    above_signed_summary,
    among_titles,
    below_day,
    below_label,
    below_menu,
    below_name,
    below_opening,
    below_points,
    capitals_above_headline,
    ends_path,
    first_told,
    heads_points,
    joined_to_kicker,
    kicker_above,
    name_below,
    opens_article,
    paragraphs_above,
    signature_above,
    signed,
    signed_close,
    sums_up,
    told_above,
    tops_text,
)
from narrator.segment.titled_pictures import (
    above_its_caption,
    beside_credit,
    of_picture,
    pictured_twice,
    portrays,
    titles_picture,
)
from narrator.segment.view import View, name_of

_SEVERAL, _HARDLY = 3, 2
_FEW = 4
"""Words; fewer are a label as a rule."""
_SAID = compiled(r"^[«„“\"'‘»]|[:：] ?[«„“\"'‘’»]")
_REPORTED = compiled(r"[^\"“„«‘']*\b(?:said|sagten?|dijo|zei)\b")


# --- what the article tells ---------------------------------------------------------------------------


def new_to_opening(field: Field, index: int) -> float:
    """The opening has none of its words."""
    return field.shared[index] == 0


def new_to_article(field: Field, index: int) -> float:
    """Nor has any paragraph of more than a few."""
    return field.told[index] == 0 and field.paragraphs >= _SEVERAL


def told_often(field: Field, index: int) -> float:
    """The article has several of its words."""
    return field.told[index] >= _SEVERAL


def told_throughout(field: Field, index: int) -> float:
    """The share of its words that more than one paragraph has."""
    return field.retold[index] / max(field.meaning[index], _SEVERAL)


# --- its form -----------------------------------------------------------------------------------------


def few_words(field: Field, index: int) -> float:
    return field.shape(index).words < _FEW


def bulleted(field: Field, index: int) -> float:
    """A point of a list, most surely beside another."""
    return (4.0 if is_among_points(field.view, index) else 1.0) * (field.shape(index).text[0] in MARKS)


def quotes(field: Field, index: int) -> float:
    """Begins with what somebody said, or has it behind a colon; a pull quote does so below a paragraph."""
    return bool(_SAID.search(field.shape(index).text)) and not paragraphs_above(field, index)


def reports(field: Field, index: int) -> float:
    """`She said`, before any quotation mark: headlines tell that in the present or with a colon."""
    return bool(_REPORTED.match(field.shape(index).text))


def masthead(field: Field, index: int) -> float:
    """In capitals, and hardly a word of the article."""
    return field.shape(index).in_capitals and field.told[index] < _HARDLY


def asks(field: Field, index: int) -> float:
    """A question right above the answer, to somebody or below a paragraph: an interview may begin so; most surely one
    that goes on so.
    """
    view, shape = field.view, field.shape(index)
    if not shape.text.endswith(("?", "？")) or not above_prose(field, index):
        return 0.0
    answered = is_answered(view, index)
    if view.cues.address.search(shape.text):
        return 3.0 if answered else 1.0
    return 2.0 * (answered and paragraphs_above(field, index) > 0)


def names_alone(field: Field, index: int) -> float:
    """People, papers, places; a headline whose words are all in capitals says what the opening says."""
    shape, shared = field.shape(index), field.shared[index]
    if shared * 2 > len(shape.stems) or (shared > 2 and "," not in shape.text):
        return False
    return is_name(shape, field.view.cues)


def employed(field: Field, index: int) -> float:
    """A name, and behind it what somebody does for a paper."""
    cues = field.view.cues
    return is_person(before_job(field.shape(index).plain, cues), cues)


def known_below_signature(field: Field, index: int) -> float:
    """A line of the page's own right below who wrote the article: `Reporting from Ostend`."""
    return field.view.rule(index) == "known line" and field.view.signs(index - 1)


def known_otherwise(field: Field, index: int) -> float:
    """A rule takes it for something else already."""
    return not field.view.open(index)


def declared(field: Field, index: int) -> float:
    """A page says that this is its title."""
    return is_title(field.view, index)


def main_heading(field: Field, index: int) -> float:
    block = field.shape(index).block
    return block.kind == "heading" and block.level == 1


def is_title(view: View, index: int) -> bool:
    """The line says what the page declares as its headline, give or take the name of the site."""
    key = view.shapes[index].key
    if not view.title or len(key) < 8:
        return False
    shorter, longer = sorted((key, view.title), key=len)
    return shorter in longer and len(shorter) * 10 >= len(longer) * 6


# --- weights ------------------------------------------------------------------------------------------

Evidence = Callable[[Field, int], float]

ENOUGH = -0.5
"""What a line must be worth; where none is, the article has no headline."""

WEIGHTS: dict[Evidence, float] = {
    new_to_opening: -0.4,
    new_to_article: -0.6,
    told_often: 1.2,
    told_throughout: 3.3,
    signed: 1.3,
    signed_close: 0.5,
    name_below: 1.1,
    above_signed_summary: 1.0,
    above_prose: 0.5,
    opens_article: -1.0,
    tops_text: 0.6,
    told_above: -1.1,
    below_day: 1.2,
    kicker_above: 0.3,
    joined_to_kicker: 0.9,
    sums_up: -3.0,
    below_label: -2.0,
    heads_points: 2.0,
    below_points: -1.5,
    signature_above: -1.5,
    below_name: -1.1,
    paragraphs_above: -1.4,
    below_opening: -3.0,
    below_menu: 1.6,
    first_told: 0.4,
    among_titles: -1.1,
    ends_path: -1.5,
    few_words: -0.9,
    usual_length: 0.9,
    full_stop: -2.7,
    bulleted: -1.0,
    glued: -1.0,
    capitals_above_headline: -1.0,
    quotes: 0.8,
    leads_on: -2.0,
    reports: -1.5,
    sentence: -0.7,
    masthead: -1.2,
    asks: -1.4,
    speaks_to_readers: -0.8,
    begins_small: -1.0,
    beside_credit: -1.5,
    above_its_caption: -1.5,
    pictured_twice: -1.5,
    titles_picture: -3.0,
    portrays: -2.5,
    names_alone: -1.5,
    employed: -3.0,
    known_below_signature: -3.0,
    bars: -2.5,
    known_otherwise: -2.9,
    of_picture: -3.2,
}

DECLARED: dict[Evidence, float] = {declared: 8.0, main_heading: 2.0}
"""What only pages have; these weights are set by hand."""


def reasons(field: Field, index: int) -> dict[str, float]:
    """What each piece of evidence that was seen counts."""
    weighed = {**WEIGHTS, **DECLARED}
    found = {name_of(seen): weight * seen(field, index) for seen, weight in weighed.items()}
    return {name: counts for name, counts in found.items() if counts}
