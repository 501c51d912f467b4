"""Articles whose paragraphs end without a full stop, as some sites print them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from narrator.segment.shape import Shape

_PARAGRAPH_WORDS = 15
"""Of a line that is longer than titles are, at least."""
_SENTENCE_WORDS = 12
_SEVERAL, _TO_ONE = 5, 3
"""Such lines without a full stop, at least, and to one that has it."""


def stopped(shapes: Sequence[Shape]) -> Sequence[Shape]:
    """The same; where most paragraphs lack their full stop, lines of that length count as closed."""
    long = [shape for shape in shapes if shape.words >= _PARAGRAPH_WORDS and not shape.truncated]
    without = sum(not shape.closed for shape in long)
    if without < _SEVERAL or without < _TO_ONE * (len(long) - without):
        return shapes
    return [
        replace(shape, closed=shape.closed or (shape.words >= _SENTENCE_WORDS and not shape.truncated))
        for shape in shapes
    ]
