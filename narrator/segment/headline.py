"""Which of the lines above an article is its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from narrator.segment.captions import is_caption
from narrator.segment.shape import Shape, stems
from narrator.segment.view import View

_ENOUGH = 1.5
_OPENING = 6
"""Paragraphs that tell what the headline says."""
_REACH = 80
"""Lines above the article that are looked at."""
_LONGEST = 40
"""Words."""
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$")


def find_headline(view: View) -> int | None:
    """The line that says in few words what the opening of the body tells; None where no line does."""
    candidates = list(_candidates(view))
    opening = [(i, set(stems(view.shapes[i].text))) for i in _opening(view)]
    scores = {i: headline_score(view, i, _told_by_others(opening, i)) for i in candidates}
    best = max(candidates, key=lambda i: (scores[i] - 0.25 * candidates.index(i), -i), default=None)
    return best if best is not None and scores[best] >= _ENOUGH else None


def headline_score(view: View, index: int, opening: Counter[str]) -> float:
    """Sum of visible weights; `_ENOUGH` makes a headline."""
    shape = view.shapes[index]
    said = set(stems(shape.text))
    shared = sum(stem in opening for stem in said)
    return (
        5.0 * shared / max(len(said), 4)
        + 8.0 * is_title(view, index)
        + 2.0 * (shape.block.kind == "heading" and shape.block.level == 1)
        + 1.0 * (5 <= shape.words <= 20)
        + 0.8 * _leads_on(view, index)
        + 0.8 * _is_repeated(view, index)
        - 1.5 * (shape.words < 4)
        - 2.5 * (shape.text.endswith(".") and shape.words > 5)
        - 2.0 * shape.text.endswith((":", ",", "...", "…"))
        - 1.0 * ("|" in shape.text or " > " in shape.text)
        - 2.5 * (index > view.body.start and bool(_prose_between(view, view.body.start, index)))
    )


def is_title(view: View, index: int) -> bool:
    """The line says what the page declares as its headline, give or take the name of the site."""
    key = view.shapes[index].key
    if not view.title or len(key) < 8:
        return False
    shorter, longer = sorted((key, view.title), key=len)
    return shorter in longer and len(shorter) * 10 >= len(longer) * 6


def _candidates(view: View) -> Iterator[int]:
    """Undecided lines before the second paragraph of the body that are no pictures' captions."""
    for index in range(max(0, view.body.start - _REACH), _second_paragraph(view)):
        shape = view.shapes[index]
        if not view.open(index) or not 2 <= shape.words <= _LONGEST or shape.sentences > 2:
            continue
        if is_title(view, index) or not _is_of_picture(view, index):
            yield index


def _is_of_picture(view: View, index: int) -> bool:
    """Headlines too are in the present and without a verb; a full stop or a place in a picture is not theirs."""
    shape = view.shapes[index]
    plainly = shape.text.endswith(".") or view.cues.caption_cue.search(shape.text)
    return bool(plainly) and is_caption(view, index)


def _second_paragraph(view: View) -> int:
    prose = [i for i in view.body[:20] if view.open(i) and view.shapes[i].prose]
    return prose[1] if len(prose) > 1 else view.body.stop


def _opening(view: View) -> list[int]:
    return [i for i in view.body[:40] if view.open(i) and view.shapes[i].prose][:_OPENING]


def _told_by_others(opening: list[tuple[int, set[str]]], index: int) -> Counter[str]:
    return Counter(stem for i, told in opening if i != index for stem in told)


def _leads_on(view: View, index: int) -> bool:
    """A byline, a date or the first paragraph follows."""
    following = range(index + 1, min(index + 4, len(view.shapes)))
    return any(view.role(i) in ("byline", "date") or i == view.body.start for i in following)


def _is_repeated(view: View, index: int) -> bool:
    """Pages say their headline twice: in a trail, in the name of the window."""
    key = view.shapes[index].key
    around = range(max(0, index - 30), min(len(view.shapes), index + 10))
    return len(key) > 15 and any(key in view.shapes[i].key[:300] for i in around if i != index)


def _prose_between(view: View, start: int, stop: int) -> list[Shape]:
    return [view.shapes[i] for i in range(start, stop) if view.open(i) and view.shapes[i].prose]


def without_site(text: str, others: Iterable[str]) -> str:
    """A headline without the name of the site behind it, where the page shows that it is one.

    >>> without_site("Storm hits coast - Daily Planet", ["Storm hits coast"])
    'Storm hits coast'
    """
    short = _SITE_SUFFIX.sub("", text)
    return short if short != text and short in set(others) else text
