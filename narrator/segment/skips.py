"""What a page tells those who listen to it that they may leave out."""

from __future__ import annotations

from narrator.model import Role
from narrator.segment.view import View

_SKIPPED, _SENTENCES = 12, 2
"""Blocks between the two lines around what may be left out, and sentences of each, at most."""


def skipped(view: View, index: int) -> Role | None:
    """Stands between two lines that say what those who listen may leave out, or is one of them."""
    return "boilerplate" if index in view.skipped else None


def skipped_in(view: View) -> frozenset[int]:
    """All that those who listen to a page may leave out, with the lines above and below that say so."""
    shapes, cues = view.shapes, view.cues
    begun = (i for i, shape in enumerate(shapes) if cues.skip.fullmatch(shape.plain.rstrip(". ")))
    found = set[int]()
    for first in begun:
        near = range(first + 1, min(first + _SKIPPED, len(shapes)))
        last = next((i for i in near if cues.skipped.fullmatch(shapes[i].plain)), first)
        told = any(shapes[i].sentences > _SENTENCES for i in range(first, last))
        found |= {first} if told else set(range(first, last + 1))
    return frozenset(found)
