"""Rules for what is asked and answered, and by whom."""

from __future__ import annotations

import re

from narrator.model import Role
from narrator.segment.shape import CAPITAL, Shape
from narrator.segment.subheads import follows_label
from narrator.segment.view import View

_SPEAKER = re.compile(rf"[{CAPITAL}][\w.’'-]+(?:\s[\w.’'-]+){{0,2}}\s[{CAPITAL}][\w.’'-]+, [^.!?:]{{4,}}")
_SPEAKER_WORDS = 25
_SPEAKERS = 4
"""Lines that name who says what, at least."""
_QUESTIONS = 3
"""Of an interview, and the one that is looked at."""
_INTERVIEW = 40
"""Blocks between two questions of an interview, at most."""
_ASKED = re.compile(r"[A-Z][.:] (?=.*\?$)")


def question_under_label(view: View, index: int) -> Role | None:
    """What an interviewer asks below a label, where several questions have their answers."""
    if not view.shapes[index].text.endswith("?") or not follows_label(view, index):
        return None
    questions = (i for i in view.body if view.shapes[i].text.endswith("?") and view.shapes[i].sentences < 3)
    answered = [i for i in questions if view.role(i + 1) in (None, "body") and i + 1 in view.body]
    return "body" if index in answered and len(answered) > _QUESTIONS else None


def marked_question(view: View, index: int) -> Role | None:
    """A question of an interview that marks them all: `Q. What is next?`"""
    mark = _ASKED.match(view.shapes[index].text)
    if mark is None or index not in view.body:
        return None
    near = range(max(view.body.start, index - _INTERVIEW), min(index + _INTERVIEW, view.body.stop))
    marked = any(i != index and view.shapes[i].text.startswith(mark[0]) for i in near)
    return "body" if marked else None


def speaker(view: View, index: int) -> Role | None:
    """Who says the paragraph beside it, where most paragraphs have such a line: `Jane Doe, mayor of Ostend`."""
    if view.told_apart or index not in view.body or not _is_speaker(view.shapes[index]):
        return None
    speakers = sum(_is_speaker(view.shapes[i]) for i in view.body)
    paragraphs = sum(view.shapes[i].prose for i in view.body)
    return "body" if speakers >= _SPEAKERS and speakers * 2 >= paragraphs else None


def _is_speaker(shape: Shape) -> bool:
    return not shape.closed and shape.words <= _SPEAKER_WORDS and bool(_SPEAKER.match(shape.text))
