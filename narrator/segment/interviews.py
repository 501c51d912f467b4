"""Rules for what is asked and answered, and by whom."""

from __future__ import annotations

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.shape import CAPITAL, OPENING_QUOTES, Shape
from narrator.segment.subheads import follows_label
from narrator.segment.view import View

_SPEAKER = compiled(rf"[{CAPITAL}][\w.’'-]+(?:\s[\w.’'-]+){{0,2}}\s[{CAPITAL}][\w.’'-]+, [^.!?:]{{4,}}")
_SPEAKER_WORDS = 25
_SPEAKERS = 4
"""Lines that name who says what, at least."""
_QUOTED = 3
"""The same right above what they say."""
_QUESTIONS = 3
"""Of an interview, at least."""
_INTERVIEW = 40
"""Blocks between two questions of an interview, at most."""
_ASKED = compiled(r"[A-Z][.:] (?=.*\?$)")


def is_answered(view: View, index: int) -> bool:
    """A question right above a paragraph of the article, and others like it near: an interview without names."""
    if view.told_apart or view.shapes[index].in_capitals or not _is_question(view, index):
        return False
    near = range(max(view.body.start - 1, index - _INTERVIEW), min(index + _INTERVIEW, view.body.stop))
    return sum(_is_question(view, i) for i in near) >= _QUESTIONS


def _is_question(view: View, index: int) -> bool:
    below = index + 1
    asked = index >= 0 and below in view.body and view.shapes[index].text[-1] in "?？؟"
    return asked and view.role(below) in (None, "body") and view.shapes[below].complete


def question_under_label(view: View, index: int) -> Role | None:
    """What an interviewer asks below a label, where several questions have their answers."""
    return "body" if follows_label(view, index) and is_answered(view, index) else None


def answered_question(view: View, index: int) -> Role | None:
    """What an interviewer asks, beside furniture too."""
    return "body" if index in view.body and is_answered(view, index) else None


def from_question(view: View) -> range:
    """The body with the question right above its first paragraph, where it goes on with others."""
    above = view.body.start - 1
    asked = view.open(above) and view.follow(above) and is_answered(view, above)
    return range(above, view.body.stop) if asked else view.body


def marked_question(view: View, index: int) -> Role | None:
    """A question of an interview that marks them all: `Q. What is next?`"""
    mark = _ASKED.match(view.shapes[index].text)
    if mark is None or index not in view.body:
        return None
    marked = any(i != index and view.shapes[i].text.startswith(mark[0]) for i in _near(view, index))
    return "body" if marked else None


def speaker(view: View, index: int) -> Role | None:
    """Who says the paragraph beside it, where most paragraphs near have such a line: `Jane Doe, mayor of Ostend`."""
    if view.told_apart or index not in view.body or not _is_speaker(view.shapes[index]):
        return None
    near = _near(view, index)
    if _is_above_quotation(view, index) and sum(_is_above_quotation(view, i) for i in near) >= _QUOTED:
        return "body"
    speakers = sum(_is_speaker(view.shapes[i]) for i in near)
    paragraphs = sum(view.shapes[i].prose for i in near)
    return "body" if speakers >= _SPEAKERS and speakers * 2 >= paragraphs else None


def _near(view: View, index: int) -> range:
    return range(max(view.body.start, index - _INTERVIEW), min(index + _INTERVIEW, view.body.stop))


def _is_above_quotation(view: View, index: int) -> bool:
    if index + 1 not in view.body or not _is_speaker(view.shapes[index]):
        return False
    below = view.shapes[index + 1]
    return below.text[0] in OPENING_QUOTES and below.complete


def _is_speaker(shape: Shape) -> bool:
    return not shape.closed and shape.words <= _SPEAKER_WORDS and bool(_SPEAKER.match(shape.text))
