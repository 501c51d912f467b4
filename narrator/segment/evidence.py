"""What speaks for a line as the headline and what against it, each with a visible weight.

The weights are log-odds and add up. They were chosen on the articles of the corpus and on real pages that are not
in it; `python -m tests.weigh_headlines` prints beside them what the corpus alone teaches.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from narrator.segment.bylines import is_name
from narrator.segment.field import Field, is_among_points, stands_first
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
from narrator.segment.layout import OPENING_WORDS
from narrator.segment.lengths import SIGNED_SUMMARY, SUMMARY, rather_headline
from narrator.segment.shape import MARKS
from narrator.segment.view import View, name_of

_SEVERAL, _HARDLY = 3, 2
_FEW = 4
"""Words; fewer are a label as a rule."""
_FAR = 25
"""Blocks between a headline and its byline, at most: pictures and buttons."""
_BETWEEN = 2
"""Lines of those that could be headlines too: a summary and a caption."""
_POINTS = 6
"""Of a summary, at most."""
_BESIDE = 4
"""Blocks between a headline and its byline, mostly."""
_CLOSE = 8
"""Blocks between a headline and the lines that go with it, at most."""
_MENU = 6
"""Blocks above in which a menu shows."""
_CREDIT_WORDS = 5
"""Of a line between two that say the same, at most."""
_HEAD_WORDS = 14
_SUMMARY_LENGTH = range(12, 46)
_HEADLINE_WORDS = range(4, 17)
_IN_BRACKETS = re.compile(r"\([^()]{2,60}\)$")
_SUMMARY_WORDS = 50
"""Of a summary above its headline, at most."""
_PORTRAIT_WORDS = 10
"""Words of a line that says whom a picture shows, at most."""
_PERSON_LAST = re.compile(r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+$")
_SAID = re.compile(r"^[«„“\"'‘»]|[:：] ?[«„“\"'‘»]")
_PARAGRAPHS = 3
_MOST = 3.0


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


# --- what stands below --------------------------------------------------------------------------------


def signed(field: Field, index: int) -> float:
    """A byline or a day below, and hardly another line between that could be the headline but points of a summary."""
    view, between = field.view, 0
    for i in range(_behind_points(field, index), min(index + _FAR, len(view.shapes))):
        if view.signs(i):
            return True
        rival = i in field.shared and i not in field.pictures
        between += rival
        if between > _BETWEEN or (view.prose(i) and not rival):
            break
    return False


def _behind_points(field: Field, index: int) -> int:
    """The block behind several lines right below that tell what the opening does: points that sum the article up."""
    below = range(index + 1, min(index + 1 + _POINTS, len(field.view.shapes)))
    points = sum(1 for _ in takewhile(lambda i: _is_point(field, i), below))
    return index + 1 + (points if points > _BETWEEN else 0)


def _is_point(field: Field, index: int) -> bool:
    """A line that tells what the opening does, and of no picture."""
    shape = field.shape(index)
    told = field.shared.get(index, 0) > 0 and field.view.open(index) and index not in field.pictures
    return told and not shape.truncated


def signed_close(field: Field, index: int) -> float:
    """A byline or a day among the few blocks below."""
    return any(map(field.view.signs, range(index + 1, index + 1 + _BESIDE)))


def name_below(field: Field, index: int) -> float:
    """A byline or a name right below; an agency alone may stand under a picture."""
    view, below = field.view, index + 1
    if below >= len(view.shapes):
        return False
    shape = view.shapes[below]
    return view.role(below) == "byline" or (
        view.open(below) and shape.words > 1 and is_name(shape, view.cues)
    )


def above_signed_summary(field: Field, index: int) -> float:
    """Right below it a line as long as summaries are, and the signature below that."""
    view, below = field.view, index + 1
    if not view.open(below) or field.shape(index).words > _HEAD_WORDS:
        return False
    return field.shape(below).words in _SUMMARY_LENGTH and view.signs(below + 1)


def opens_article(field: Field, index: int) -> float:
    """A paragraph of some length right above another, and nothing above it."""
    view, shape = field.view, field.shape(index)
    leads = shape.prose and shape.closed and shape.words > _HEAD_WORDS and view.prose(index + 1)
    return leads and not any(map(view.open, range(index)))


def above_prose(field: Field, index: int) -> float:
    """What comes next and is no furniture is a paragraph: a kicker has the headline below it."""
    following = next(field.view.after(index, 10), None)
    return following is not None and field.shape(following).prose and not field.shape(following).truncated


def tops_text(field: Field, index: int) -> float:
    """The first line of some length of all, and no sentence; in capitals it may be the paper's name."""
    shape = field.shape(index)
    short = shape.words < _FEW
    return not (short or shape.prose or shape.in_capitals) and stands_first(field.view, index)


# --- what stands above --------------------------------------------------------------------------------


def told_above(field: Field, index: int) -> float:
    """Another line above tells of the article."""
    return _nearest_above(field, index) is not None


def kicker_above(field: Field, index: int) -> float:
    """How much likelier by their lengths the two are a kicker and a headline than a headline and its summary.

    A logarithm, from how many words each of them has as a rule.
    """
    above = _nearest_above(field, index)
    if above is None:
        return 0.0
    beside = above == index - 1 and field.view.signs(index + 1)
    words = field.shape(above).words, field.shape(index).words
    return max(-_MOST, min(rather_headline(*words, SIGNED_SUMMARY if beside else SUMMARY), _MOST))


def _nearest_above(field: Field, index: int) -> int | None:
    """The nearest line of some length not far above that tells as much of the article, or half; a teaser does not."""
    shape = field.shape(index)
    near = (i for i in field.above(index) if i >= index - _CLOSE)
    long = (i for i in near if field.shape(i).words >= (_FEW if i < index - 1 else _SEVERAL))
    rivals = (
        i
        for i in long
        if field.shared[i] > 0 and (i == index - 1 or field.shared[i] * 2 >= field.shared[index])
    )
    return max((i for i in rivals if shape.key not in field.shape(i).key), default=None)


def below_day(field: Field, index: int) -> float:
    """Right below the day, no sentence, and not signed below itself."""
    if field.view.role(index - 1) != "date" or sentence(field, index):
        return False
    return not signed_close(field, index)


def below_points(field: Field, index: int) -> float:
    """Two lines of some length right above tell what the opening does."""
    above = (index - 1, index - 2)
    return all(_is_point(field, i) and field.shape(i).words >= _FEW for i in above)


def signature_above(field: Field, index: int) -> float:
    """A byline stands above it and none below."""
    above = any(field.view.role(i) == "byline" for i in range(max(0, index - _FAR + 1), index))
    return above and not any(field.view.role(i) == "byline" for i in range(index + 1, index + 4))


def below_name(field: Field, index: int) -> float:
    """Right below a byline and not signed itself: it says what they do, most surely where it begins with a job; below
    a name alone that is less sure.
    """
    view, above = field.view, index - 1
    named = index > 0 and view.open(above) and is_name(view.shapes[above], view.cues)
    signed = index > 0 and view.role(above - named) == "byline"
    if (named or signed) and view.cues.jobs.match(view.shapes[index].plain):
        return 2.5
    if view.signs(index + 1):
        return 0.0
    return 1.0 if signed else 0.7 * named


def paragraphs_above(field: Field, index: int) -> float:
    """How many paragraphs of the article stand above it."""
    view = field.view
    above = range(view.body.start, min(index, view.body.stop))
    return min(sum(view.prose(i) for i in above), _PARAGRAPHS)


def below_opening(field: Field, index: int) -> float:
    """The text begins with a paragraph of some length: it has no headline, and this is one of its headings."""
    view = field.view
    first = next((i for i in range(index) if view.open(i) and i not in field.pictures), index)
    if not view.prose(first) or view.shapes[first].words < OPENING_WORDS:
        return False
    return first < index and not _is_summed_up_above(view, first, index)


def _is_summed_up_above(view: View, summary: int, index: int) -> bool:
    """Of all above it only the summary is a paragraph, and no long one; parts of an article may head in capitals."""
    brief = view.shapes[summary].words <= _SUMMARY_WORDS and index - summary <= _HARDLY
    brief = brief and not view.shapes[index].in_capitals
    return brief and not any(view.prose(i) for i in range(index) if i != summary)


def below_menu(field: Field, index: int) -> float:
    """The share of short lines among those above a line of what the article tells."""
    above = field.view.shapes[max(0, index - _MENU) : index]
    return (field.told[index] > 0) * sum(shape.words < _FEW for shape in above) / _MENU


def first_told(field: Field, index: int) -> float:
    """No line above has several words of the opening."""
    return field.shared[index] > 1 and not any(field.shared[i] > 1 for i in field.above(index))


def among_titles(field: Field, index: int) -> float:
    """The lines above and below could be headlines as well, and of other articles."""
    return field.shared.get(index - 1) == 0 and field.shared.get(index + 1) == 0


# --- its form -----------------------------------------------------------------------------------------


def few_words(field: Field, index: int) -> float:
    return field.shape(index).words < _FEW


def capitals_above_headline(field: Field, index: int) -> float:
    """In capitals, and the next line of what the article tells is not: a kicker."""
    below = next((i for i in field.lines if i > index), None)
    if below is None or below - index > _HARDLY or not field.shape(index).in_capitals:
        return False
    shape = field.shape(below)
    return (
        field.told[below] > 0 and shape.words in _HEADLINE_WORDS and not (shape.in_capitals or shape.closed)
    )


def bulleted(field: Field, index: int) -> float:
    """A point of a list, most surely beside another."""
    return (4.0 if is_among_points(field.view, index) else 1.0) * (field.shape(index).text[0] in MARKS)


def quotes(field: Field, index: int) -> float:
    """Begins with what somebody said, or has it behind a colon; a pull quote does so below a paragraph."""
    return bool(_SAID.search(field.shape(index).text)) and not paragraphs_above(field, index)


def masthead(field: Field, index: int) -> float:
    """In capitals, and hardly a word of the article."""
    return field.shape(index).in_capitals and field.told[index] < _HARDLY


def asks(field: Field, index: int) -> float:
    """A question to somebody, right above the answer: an interview may begin so; most surely one that goes on so."""
    view, shape = field.view, field.shape(index)
    asked = shape.text.endswith(("?", "？")) and view.cues.address.search(shape.text)
    if not asked or not above_prose(field, index):
        return 0.0
    return 3.0 if is_answered(view, index) else 1.0


def names_alone(field: Field, index: int) -> float:
    """People, papers, places; a headline whose words are all in capitals says what the opening says."""
    shape, shared = field.shape(index), field.shared[index]
    if shared * 2 > len(shape.stems) or (shared > 2 and "," not in shape.text):
        return False
    return is_name(shape, field.view.cues)


def known_otherwise(field: Field, index: int) -> float:
    """A rule takes it for something else already."""
    return not field.view.open(index)


def of_picture(field: Field, index: int) -> float:
    """Says what a picture shows."""
    return index in field.pictures


def above_its_caption(field: Field, index: int) -> float:
    """What a picture shows, right above a caption that has several words of it."""
    view, below = field.view, index + 1
    if view.role(below) != "caption":
        return False
    return len(view.shapes[index].stems & view.shapes[below].stems) >= _HARDLY


def pictured_twice(field: Field, index: int) -> float:
    """The line stands above and below a few words that may say who took the picture; a headline may be its title."""
    shapes = field.view.shapes
    if index == 0:
        return False
    for other in (index - 2, index + 2):
        if 0 <= other < len(shapes) and shapes[other].key == shapes[index].key:
            between = shapes[(index + other) // 2]
            return between.words <= _CREDIT_WORDS and not between.closed and shapes[index].words >= _FEW
    return False


def titles_picture(field: Field, index: int) -> float:
    """The line beside it has the same words, and one of the two behind them who took the picture, in brackets."""
    text = _IN_BRACKETS.sub("", field.shape(index).text).strip()
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(field.view.shapes)]
    beside = {field.shape(i).text for i in near if _IN_BRACKETS.sub("", field.shape(i).text).strip() == text}
    return bool(beside - {field.shape(index).text})


def portrays(field: Field, index: int) -> float:
    """Ends with the full name of somebody whom the article tells of, between that and what could be its headline."""
    view, shape = field.view, field.shape(index)
    name = _PERSON_LAST.search(shape.text) if shape.words <= _PORTRAIT_WORDS and not shape.closed else None
    if name is None or not view.prose(index + 1) or not any(i < index for i in field.above(index)):
        return False
    return any(name[0] in view.shapes[i].text for i in view.body if view.prose(i))


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
    below_points: -0.4,
    signature_above: -1.5,
    below_name: -1.1,
    paragraphs_above: -1.4,
    below_opening: -3.0,
    below_menu: 1.6,
    first_told: 0.4,
    among_titles: -1.1,
    few_words: -0.9,
    usual_length: 0.9,
    full_stop: -2.7,
    bulleted: -1.0,
    glued: -1.0,
    capitals_above_headline: -1.0,
    quotes: 0.8,
    leads_on: -2.0,
    sentence: -0.7,
    masthead: -1.2,
    asks: -1.4,
    speaks_to_readers: -0.8,
    begins_small: -1.0,
    above_its_caption: -1.5,
    pictured_twice: -1.5,
    titles_picture: -3.0,
    portrays: -2.5,
    names_alone: -1.2,
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
