"""Where on a page the article lies."""

from __future__ import annotations

from collections import Counter
from statistics import median

from narrator.segment.context import announces, reports
from narrator.segment.shape import Shape, stems
from narrator.segment.view import View

_LONGEST = 60
"""Words of a paragraph that count."""
_LINE = -9.0
"""What a line that is no prose costs, in words of prose."""
_FURNITURE = -6.0
_PICTURE = -2.0
_COHERENT = 12.0
"""What a sentence that speaks of what was told before counts beyond its words."""
_GAP = -45.0
"""What lines that are no prose cost together, however many follow each other."""
_MARKER = -30.0
"""What a line costs that announces other articles."""
_TEASER_WORDS = 40
_PARAGRAPH_WORDS = 11
"""What is longer and stands in the article of a page is a paragraph, also without a full stop."""
_LABEL_WORDS = 3
"""A point of no more may be a label under the article."""
_FEWEST = 2
"""Words of a sentence that may end an article, at least one more."""
BULLETS = "•·∙●▪■◆▶▸‣*-–—0123456789"
"""What a point of a list begins with."""
_TOLD = 100
"""Words after which an article may be over."""


def find_body(view: View) -> range:
    """The stretch of blocks that holds most prose for the fewest other lines."""
    best, found = 0.0, range(0)
    start, total, gap = 0, 0.0, 0.0
    told: set[str] = set()
    for index, shape in enumerate(view.shapes):
        if total <= 0:
            start, total, gap = index, 0.0, 0.0
            told = set()
        if total > _TOLD and _is(view, "stop", index):
            total = 0.0
            continue
        weight = _weight(view, index, told)
        allowed = max(weight, _GAP - gap) if weight < 0 else weight
        gap = gap + allowed if weight < 0 else 0.0
        total += allowed + (_MARKER if _is(view, "end", index) else 0.0)
        if shape.prose and view.open(index):
            told.update(stems(shape.text))
        if total > best:
            best, found = total, range(start, index + 1)
    return found


def up_to_last_line(view: View) -> range:
    """The body of a page whose reader has left out what is not the article.

    It ends with the last sentence, or with points of a list below that, or a paragraph without a full stop.
    """
    told = (i for i in reversed(range(len(view.shapes))) if view.open(i) and _is_sentence(view.shapes[i]))
    stop = max(next(told, -1) + 1, view.body.stop)
    for index in range(stop, len(view.shapes)):
        if view.role(index) == "boilerplate" and view.shapes[index].block.main:
            break
        if view.open(index) and (_is_point(view.shapes[index]) or _is_paragraph(view, index, stop)):
            stop = index + 1
    return range(view.body.start, stop)


def over_lists(view: View) -> range:
    """The body with what follows it behind a list: lines between that are no prose do not end an article.

    A line that announces other articles, furniture, and prose that speaks of something else do.
    """
    told = {stem for i in view.body if view.open(i) for stem in stems(view.shapes[i].text)}
    stop = view.body.stop
    for index in range(view.body.stop, len(view.shapes)):
        shape = view.shapes[index]
        if view.role(index) == "boilerplate" or _is(view, "end", index) or _is(view, "stop", index):
            break
        if not view.open(index) or not _is_sentence(shape):
            continue
        if not _is_list(view, range(stop, index - 1)) and not (shape.prose and _goes_on(shape, told)):
            break
        stop = index + 1
    return range(view.body.start, stop)


def told_in(view: View) -> Counter[str]:
    """In how many paragraphs of the body each of its words stands."""
    prose = (view.shapes[i].text for i in view.body if view.shapes[i].prose)
    return Counter(stem for text in prose for stem in set(stems(text)))


def usual_length(view: View) -> float:
    """Words of a paragraph of the body, in the middle of them all."""
    words = [view.shapes[i].words for i in view.body if view.open(i) and view.shapes[i].prose]
    return median(words) if words else 0.0


def _is_list(view: View, lines: range) -> bool:
    """Points alone, and what announces them."""
    return all(view.shapes[i].text[0] in BULLETS or view.shapes[i].text[-1] == ":" for i in lines)


def over_boxes(view: View) -> range:
    """The body with what follows it behind links to other articles: paragraphs that report what somebody said.

    Teasers are single sentences and quote nobody; an article that has gone on behind one box may behind another.
    """
    stop = view.body.stop
    for index in range(view.body.stop, len(view.shapes)):
        if _is(view, "stop", index):
            break
        if not view.open(index) or not _is_sentence(view.shapes[index]):
            continue
        joined = stop > view.body.stop or _is_joined(view, index)
        if index == stop or (joined and reports(view, index)):
            stop = index + 1
    return range(view.body.start, stop)


def _is_joined(view: View, index: int) -> bool:
    """A paragraph stands beside it."""
    return any(view.open(i) and view.shapes[i].prose for i in (index - 1, index + 1))


def _is_sentence(shape: Shape) -> bool:
    return shape.prose or (shape.closed and shape.words > _FEWEST and not shape.truncated)


def _is_point(shape: Shape) -> bool:
    return shape.words > _LABEL_WORDS and shape.block.kind in ("list_item", "quote")


def _is_paragraph(view: View, index: int, stop: int) -> bool:
    shape = view.shapes[index]
    return index == stop and shape.words > _PARAGRAPH_WORDS and shape.block.kind == "text"


def from_headline(view: View) -> range:
    """The body again, beginning with the first sentence under the headline."""
    if view.headline is None or not view.body:
        return view.body
    below = range(view.headline + 1, view.body.stop)
    first = next((i for i in below if view.open(i) and view.shapes[i].prose), view.body.start)
    return range(first, view.body.stop)


def _weight(view: View, index: int, told: set[str]) -> float:
    shape, role = view.shapes[index], view.role(index)
    if role:
        return _FURNITURE if role == "boilerplate" else _PICTURE
    if not shape.closed and not shape.prose and not (view.told_apart and shape.words > _PARAGRAPH_WORDS):
        return _LINE
    if shape.prose and not shape.truncated and _goes_on(shape, told):
        return _COHERENT + min(shape.words, _LONGEST)
    if shape.prose and (shape.truncated or _is_lone(view, index)):
        return 0.2 * min(shape.words, _LONGEST)
    return float(min(shape.words, _LONGEST))


def _is_lone(view: View, index: int) -> bool:
    """A short sentence between lines that are none: the teaser under a link."""
    shape = view.shapes[index]
    if shape.words > _TEASER_WORDS or shape.sentences > 1:
        return False
    around = (next(view.before(index), None), next(view.after(index), None))
    if around[0] is not None and announces(view, around[0]):
        return False
    return not any(i is not None and view.shapes[i].closed for i in around)


def _goes_on(shape: Shape, told: set[str]) -> bool:
    """It speaks of what was told before it."""
    said = set(stems(shape.text))
    return len(said & told) * 3 >= len(said) > 0


def _is(view: View, kind: str, index: int) -> bool:
    """A known line that ends articles; a heading of the article's own is none."""
    shape = view.shapes[index]
    if shape.words > 12:
        return False
    if shape.closed and view.open(index):
        return False
    pattern = view.cues.end if kind == "end" else view.cues.stop
    return bool(pattern.fullmatch(shape.plain))
