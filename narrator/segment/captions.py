"""Captions without a credit, which look like sentences of the article."""

from __future__ import annotations

import re

from narrator.segment.view import View

_ENOUGH = 2.5
_LONGEST = 70
"""Words."""
_PARTICIPLE = re.compile(r"^(?:(?:the|a|an|his|her|its|police|[A-Z][\w.’'-]*)\s+){1,6}[a-z]+(?:ing|ed)\b")


def is_caption(view: View, index: int) -> bool:
    return caption_score(view, index) >= _ENOUGH


def caption_score(view: View, index: int) -> float:
    """Sum of visible weights; `_ENOUGH` makes a caption."""
    shape = view.shapes[index]
    if shape.words > _LONGEST:
        return 0.0
    cues = len(view.cues.caption_cue.findall(shape.text))
    return (
        2.0 * min(cues, 2)
        + 1.5 * _beside_caption(view, index)
        + 1.0 * (not shape.closed and shape.words > 8)
        + 3.0 * _doubled(view, index)
        + 0.5 * bool(_PARTICIPLE.match(shape.text))
        - 1.0 * bool(view.cues.said.search(shape.text))
        - 1.5 * (shape.sentences > 2)
        - 1.0 * (shape.words > 40)
    )


def _beside_caption(view: View, index: int) -> bool:
    return "caption" in (view.role(index - 1), view.role(index + 1))


def _doubled(view: View, index: int) -> bool:
    """Its neighbour begins with the same words, as a caption under its picture's description does."""
    shape = view.shapes[index]
    if shape.closed or not shape.key:
        return False
    around = [view.shapes[i] for i in (index - 1, index + 1) if 0 <= i < len(view.shapes)]
    return any(
        other.words <= _LONGEST
        and (other.key.startswith(shape.key) or (other.key and shape.key.startswith(other.key)))
        for other in around
    )
