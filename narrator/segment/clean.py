"""Texts that are nothing but an article, as their authors keep them: what opens like a prompt there is told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from narrator.segment.shape import Shape
from narrator.segment.view import View

_LINES_ABOVE = 4
"""Headline, who wrote it, when, and a summary."""
_PARAGRAPHS = 5
"""At least; of fewer too little is known."""
_ODD = 1
"""Lines that may be furniture, at most."""
_HEADINGS = 3
"""Of an article that is divided, at least."""


def is_clean(view: View) -> bool:
    """Whether hardly a line below the first paragraph may be furniture: each is a sentence, or heads one and is no line
    that pages are known for.
    """
    below = _from_first_paragraph(view)
    above = len(view.shapes) - len(below)
    if view.told_apart or above > _LINES_ABOVE or sum(shape.prose for shape in below) < _PARAGRAPHS:
        return False
    if view.cues.stop.fullmatch(below[-1].plain):
        return False
    fit = (one.complete or (after.complete and _may_head(view, one)) for one, after in pairwise(below))
    return [*fit, below[-1].complete].count(False) <= _ODD


def is_divided(view: View) -> bool:
    """Whether several lines head paragraphs."""
    below = pairwise(_from_first_paragraph(view))
    return sum(not one.complete and after.complete for one, after in below) >= _HEADINGS


def _from_first_paragraph(view: View) -> Sequence[Shape]:
    first = next((i for i, shape in enumerate(view.shapes) if shape.prose), len(view.shapes))
    return view.shapes[first:]


def _may_head(view: View, shape: Shape) -> bool:
    cues = view.cues
    known = cues.know(shape.key) or cues.whole.fullmatch(shape.plain) or cues.opening.match(shape.plain)
    return not (known or cues.credit.search(shape.text) or cues.photo.search(shape.text))
