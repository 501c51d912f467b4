"""The lines that could be an article's headline, seen together with what the article tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrator.patterns import compiled
from narrator.segment.captions import caption_score, is_caption
from narrator.segment.credits import is_picture_by
from narrator.segment.picture_credit import CREDITED
from narrator.segment.shape import MARKS, Shape
from narrator.segment.view import View

_OPENING = 6
"""Paragraphs that tell what the headline says."""
_SOME_LENGTH = 4
"""Words; fewer are a label as a rule."""
BEYOND_DOUBT = 3.5
"""What a line is worth as a caption, at least, where its form does not make it one."""
_QUOTES = "\"'“”’„»«"
_STOPS = (".", "。", "।", "۔", "።")
ABBREVIATION = compiled(r"(?:\b[A-ZÀ-ÞА-Я]\.)+$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|Bros|St|No)\.$")
_AGENCY_DAY = compiled(r"(?:, |\bon )[A-Z][a-z]{2,5}day, [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\.?$")
"""The day with which agencies end what a picture shows: `Thursday, Aug. 15, 2024`."""
_LABEL = compiled(
    r"\W*([^\W\d_][\w. ]{1,20}?)\s?(?::|\b(?:by|von|par|de|di|por|door|av|af)\b)\s?\S", re.IGNORECASE
)
"""What a credit begins with: `Photo: Jane Doe`, `Foto von Jan Doe`."""
_SOURCE = compiled(r"source|quelle|fuente|fonte|bron|kaynak|źródło|источник", re.IGNORECASE)
_INITIALS = compiled(r"(?:\b[A-Z]\.)+")


@dataclass(frozen=True, slots=True)
class Field:
    """The lines that could be the headline, seen together with what the article tells."""

    view: View
    lines: Sequence[int]
    pictures: frozenset[int]
    """Those of them that say what a picture shows."""
    meaning: dict[int, int]
    """How many words of each line say what it is about."""
    shared: dict[int, int]
    """How many of them the opening tells."""
    told: dict[int, int]
    """How many of them any paragraph tells."""
    retold: dict[int, int]
    """How many of them several paragraphs tell."""
    paragraphs: int
    """How many the article has."""

    def above(self, index: int) -> Iterator[int]:
        """The undecided lines above that are of no picture."""
        return (i for i in self.lines if i < index and self.view.open(i) and i not in self.pictures)

    def shape(self, index: int) -> Shape:
        return self.view.shapes[index]


def field_of(view: View, lines: Sequence[int]) -> Field:
    """Counts once what all evidence needs."""
    prose = [i for i in view.body if _tells(view, i)]
    paragraphs = Counter(stem for i in prose for stem in view.shapes[i].stems)
    own = set(prose)
    others = {i: [paragraphs[stem] - (i in own) for stem in _meaning(view, i)] for i in lines}
    return Field(
        view,
        lines,
        pictures=frozenset(_of_pictures(view, lines)),
        meaning={i: _as_words(view.shapes[i], len(others[i])) for i in lines},
        shared={i: _shared(view, i, prose[:_OPENING]) for i in lines},
        told={i: _as_words(view.shapes[i], sum(count > 0 for count in others[i])) for i in lines},
        paragraphs=len(prose),
        retold={i: _as_words(view.shapes[i], sum(count > 1 for count in others[i])) for i in lines},
    )


def _of_pictures(view: View, lines: Sequence[int]) -> Iterator[int]:
    """Those that say what a picture shows, and those that say the same and who took it."""
    shown = [view.shapes[i].key for i in lines if is_of_picture(view, i)]
    return (i for i in lines if any(map(view.shapes[i].key.startswith, shown)))


def _tells(view: View, index: int) -> bool:
    """A paragraph of the article; what is signed right below is its headline or summary."""
    return view.prose(index) and not view.signs(index + 1)


def _shared(view: View, index: int, opening: Sequence[int]) -> int:
    told = view.told_by(i for i in opening if i != index)
    return _as_words(view.shapes[index], sum(stem in told for stem in _meaning(view, index)))


def _as_words(shape: Shape, stems: int) -> int:
    """How many words that is: scripts without spaces have about two pairs of signs to a word."""
    return round(stems * min(1.0, shape.words / max(len(shape.stems), 1)))


def _meaning(view: View, index: int) -> list[str]:
    """The words of a line that say what it is about."""
    return [stem for stem in view.shapes[index].stems if not view.cues.small.fullmatch(stem)]


def is_of_picture(view: View, index: int) -> bool:
    """Surely a caption: headlines are verbless too, but have seldom a full stop or a place in a picture, and never a
    full stop and who took one in the line below, between blank lines.
    """
    shape = view.shapes[index]
    pair = view.follow(index) and not (view.follow(index - 1) or view.follow(index + 1))
    if pair and is_stopped(shape) and is_above_labelled_credit(view, index):
        return True
    credited = CREDITED.search(_INITIALS.sub("", shape.text))
    plainly = is_stopped(shape) or credited or view.cues.caption_cue.search(shape.text)
    plainly = plainly or _AGENCY_DAY.search(shape.text)
    if not plainly and is_above_labelled_credit(view, index):
        return caption_score(view, index) >= BEYOND_DOUBT
    return bool(plainly) and is_caption(view, index)


def is_above_labelled_credit(view: View, index: int) -> bool:
    """`Photo: Jane Doe`, `Photograph by Jane Doe` or `Photo Jane Doe` stands below.

    An agency alone may be of the picture below a headline, and `Source: DPX` tells whose report it is.
    """
    if view.rule(index + 1) != "credit line":
        return False
    credit = view.shapes[index + 1].plain
    if is_picture_by(credit):
        return True
    label = _LABEL.match(credit)
    return bool(label and view.cues.photo.fullmatch(label[1]) and not _SOURCE.fullmatch(label[1]))


def is_stopped(shape: Shape) -> bool:
    """Ends with a full stop that is no abbreviation's; what is all quoted may end so."""
    quoted = shape.text[0] not in _QUOTES and shape.text[-1] in _QUOTES
    text = shape.text.rstrip(_QUOTES) if quoted else shape.text
    return text.endswith(_STOPS) and not shape.truncated and not ABBREVIATION.search(shape.text)


def is_among_points(view: View, index: int) -> bool:
    """It begins with a bullet, and so does the line above or below."""
    mark, near = view.shapes[index].text[0], (index - 1, index + 1)
    return mark in MARKS and any(0 <= i < len(view.shapes) and view.shapes[i].text[0] == mark for i in near)


def stands_first(view: View, index: int) -> bool:
    """No undecided line of some length is above it."""
    return not any(view.open(i) and view.shapes[i].words >= _SOME_LENGTH for i in range(index))
