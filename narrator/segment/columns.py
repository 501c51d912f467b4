"""Articles that speak to their readers throughout, as columns, advice and blogs do: that a sentence says `you` tells
nothing there of whether the page says it, or its author.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from narrator.segment.context import quotes
from narrator.segment.shape import Shape
from narrator.segment.view import View

_FEWEST = 3
"""Paragraphs that speak to readers, at least."""
_SHARE = 0.3
"""Of the paragraphs."""
_PARTS = 3
"""Of the text, in each of which one speaks to readers: notices and comments stand at the ends."""
_SENTENCES, _NEAR = 2, 2
_WORDS = 15
"""Of a paragraph, at least; prompts are short."""


def speaks_throughout(view: View) -> bool:
    """Whether paragraphs speak to readers in every part of the text, and not a few; those that quote somebody, and
    those with a sign of a notice, do not count.
    """
    paragraphs = [shape for shape in view.shapes if shape.block.main and _is_paragraph(shape)]
    spoken_to = [_speaks(view, shape) for shape in paragraphs]
    if sum(spoken_to) < _FEWEST:
        return False
    speaking = [speaks for speaks, shape in zip(spoken_to, paragraphs, strict=True) if _is_own(view, shape)]
    return sum(speaking) >= max(_FEWEST, _SHARE * len(speaking)) and all(map(any, _in_parts(speaking)))


def is_of_column(view: View, index: int) -> bool:
    """Whether it is a paragraph of several sentences in an article that speaks to its readers, and another paragraph
    stands below, or below a heading: notices are short, and stand alone or behind the last.
    """
    shape = view.shapes[index]
    if not view.personal or shape.sentences < _SENTENCES or not _is_paragraph(shape):
        return False
    return any(map(_is_paragraph, view.shapes[index + 1 : index + 1 + _NEAR]))


def _speaks(view: View, shape: Shape) -> bool:
    return bool(view.cues.address.search(shape.head))


def _is_own(view: View, shape: Shape) -> bool:
    """The author's own words, without a sign of a notice."""
    signs = (cue.search(shape.head) for cue in (view.cues.anywhere, view.cues.doubtful))
    return not quotes(shape) and not any(signs)


def _is_paragraph(shape: Shape) -> bool:
    return shape.prose and shape.closed and shape.words >= _WORDS


def _in_parts(speaking: Sequence[bool]) -> list[Sequence[bool]]:
    """
    >>> _in_parts([True, False, False, True, True])
    [[True, False], [False], [True, True]]
    """
    borders = [round(len(speaking) * part / _PARTS) for part in range(_PARTS + 1)]
    return [speaking[start:stop] for start, stop in pairwise(borders)]
