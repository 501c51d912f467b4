"""Where on a page the article lies, and which of its lines is the headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from narrator.segment.shape import Shape, key_of
from narrator.segment.view import View

_GAP = 14
"""What a line that is no prose costs, in words of prose."""
_FURNITURE = 24
_LONGEST = 60
"""Words of a paragraph that count."""
_OPENING = 6
"""Paragraphs that tell what the headline says."""
_STEM = 5


def find_body(view: View) -> range:
    """The stretch of blocks that holds most prose for the fewest other lines."""
    best, start, total = (0.0, range(0)), 0, 0.0
    for index, shape in enumerate(view.shapes):
        if total <= 0:
            start, total = index, 0.0
        total += _weight(view, index, shape)
        if total > best[0]:
            best = (total, range(start, index + 1))
    return best[1]


def _weight(view: View, index: int, shape: Shape) -> float:
    if index in view.verdicts:
        return -_FURNITURE if view.role(index) == "boilerplate" else -_GAP / 3
    if shape.prose:
        return min(shape.words, _LONGEST)
    return float(shape.words) if shape.closed else -_GAP


def find_headline(view: View) -> int | None:
    """The line that says in few words what the opening of the body tells; None where no line does."""
    opening = _stems(shape.text for shape in _opening(view))
    scored = [(headline_score(view, index, opening), -index) for index in _candidates(view)]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= _ENOUGH else None


_ENOUGH = 2.0


def headline_score(view: View, index: int, opening: Counter[str]) -> float:
    """Sum of visible weights; `_ENOUGH` makes a headline."""
    shape = view.shapes[index]
    told = _stems([shape.text])
    shared = sum(1 for stem in told if stem in opening)
    repeats = sum(1 for other in view.shapes if shape.key and shape.key in other.key[:300]) - 1
    return (
        5.0 * shared / max(len(told), 3)
        + 8.0 * (bool(view.title) and key_of(shape.text) == view.title)
        + 2.0 * (shape.block.kind == "heading" and shape.block.level == 1)
        + 1.0 * (5 <= shape.words <= 20)
        - 1.5 * (shape.words < 4)
        - 1.5 * (shape.text.endswith(".") and shape.words > 6)
        - 2.0 * shape.text.endswith((":", ","))
        + 0.5 * min(repeats, 2)
        - 0.1 * min(max(view.body.start - index, 0), 10)
    )


def _candidates(view: View) -> Iterable[int]:
    """Lines before the second paragraph of the body."""
    end = view.body.start
    paragraphs = 0
    while end < view.body.stop and paragraphs < 2:
        paragraphs += view.shapes[end].prose
        end += 1
    for index in range(end):
        if view.open(index) and 2 <= view.shapes[index].words <= 40 and view.shapes[index].sentences <= 2:
            yield index


def _opening(view: View) -> list[Shape]:
    prose = [view.shapes[i] for i in view.body if view.open(i) and view.shapes[i].prose]
    return prose[:_OPENING]


def _stems(texts: Iterable[str]) -> Counter[str]:
    """Beginnings of the words that carry meaning: long ones, names and numbers."""
    return Counter(word.casefold()[:_STEM] for text in texts for word in key_words(text))


def key_words(text: str) -> list[str]:
    return [word for word in key_of(text[:2000]).split() if len(word) > 3 or word.isdigit()]
