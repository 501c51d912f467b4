"""What speaks against a line as the headline because it goes with a picture."""

from __future__ import annotations

from narrator.patterns import compiled
from narrator.segment.captions import caption_score
from narrator.segment.field import BEYOND_DOUBT, Field, is_above_labelled_credit
from narrator.segment.picture_credit import is_joined_below_credit

_SHARED = 2
"""Words that a caption has of the line above it, at least."""
_NEAR = 12
"""Blocks between a headline and the first picture, at most."""
_BELOW = 3
"""Blocks between a first picture and a headline below it, at most."""
_TITLE_WORDS = 4
_CREDIT_WORDS = 5
"""Of a line between two that say the same, at most."""
_TAKEN_BY = compiled(r"\([^()]{2,60}\)$|(?<=[a-zà-ÿ\d.]) [A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ.’'/-]{2,}){1,3}$")
"""`(Jane Doe)`, `JANE DOE`"""
_PORTRAIT_WORDS = 10
"""Words of a line that says whom a picture shows, at most."""
_PERSON_LAST = compiled(r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+$")


def of_picture(field: Field, index: int) -> float:
    """Says what a picture shows; more surely where that is beyond doubt."""
    beyond_doubt = index in field.pictures and caption_score(field.view, index) >= BEYOND_DOUBT
    return 1.8 if beyond_doubt else index in field.pictures


def beside_credit(field: Field, index: int) -> float:
    """`Photo: Jane Doe` stands below, or in the line above, and above that a line that tells of the article too; most
    surely in the line above, where blank lines part the paragraphs and the other line may be below.
    """
    view = field.view
    told = any(field.told[i] for i in field.above(index) if index - i <= _NEAR)
    below = told or any(field.told.get(i, 0) > _SHARED for i in range(index + 1, index + 1 + _BELOW))
    return max(
        told * is_above_labelled_credit(view, index), 2.5 * below * is_joined_below_credit(view, index)
    )


def above_its_caption(field: Field, index: int) -> float:
    """What a picture shows, right above a caption that has several words of it."""
    view, below = field.view, index + 1
    if view.role(below) != "caption":
        return False
    return len(view.shapes[index].stems & view.shapes[below].stems) >= _SHARED


def pictured_twice(field: Field, index: int) -> float:
    """The line stands above and below a few words that may say who took the picture; a headline may be its title."""
    shapes = field.view.shapes
    if index == 0:
        return False
    for other in (index - 2, index + 2):
        if 0 <= other < len(shapes) and shapes[other].key == shapes[index].key:
            between = shapes[(index + other) // 2]
            return (
                between.words <= _CREDIT_WORDS and not between.closed and shapes[index].words >= _TITLE_WORDS
            )
    return False


def titles_picture(field: Field, index: int) -> float:
    """The line beside it has the same words, and one of the two behind them who took the picture, in brackets or in
    capitals.
    """
    shape, shapes = field.shape(index), field.view.shapes
    beside = [shapes[i] for i in (index - 1, index + 1) if 0 <= i < len(shapes)]
    others = [other.text for other in beside if other.text != shape.text]
    return any(_unsigned(text) == _unsigned(shape.text) for text in others)


def _unsigned(text: str) -> str:
    return _TAKEN_BY.sub("", text).strip()


def portrays(field: Field, index: int) -> float:
    """Ends with the full name of somebody whom the article tells of, between that and what could be its headline."""
    view, shape = field.view, field.shape(index)
    name = _PERSON_LAST.search(shape.text) if shape.words <= _PORTRAIT_WORDS and not shape.closed else None
    if name is None or not view.prose(index + 1) or not any(i < index for i in field.above(index)):
        return False
    return any(name[0] in view.shapes[i].text for i in view.body if view.prose(i))
