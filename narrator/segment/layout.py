"""Where on a page the article lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import takewhile
from statistics import median

from narrator.segment.bylines import is_signed_comment
from narrator.segment.context import announces, quotes
from narrator.segment.shape import BULLETS, Shape
from narrator.segment.view import View

_LONGEST = 60
"""Words of a paragraph that count."""
_LINE = -9.0
"""What a line that is no prose costs, in words of prose."""
_FURNITURE = -6.0
_PICTURE = -2.0
_POST = -1.0
"""Embedded posts stand amid articles, many of them at times."""
_OF_POSTS = ("embedded post", "text of post")
_COHERENT = 12.0
"""What a sentence that speaks of what was told before counts beyond its words."""
_GAP = -45.0
"""What lines that are no prose cost together, however many follow each other."""
_COMMENT = -45.0
"""What a line costs that a reader's comment is signed with."""
_MARKER = -30.0
"""What a line costs that announces other articles."""
_TEASER_WORDS = 40
_TOP = 4
"""Blocks at the top in which a text may begin with its first paragraph."""
OPENING_WORDS, _REPORTING_WORDS = 25, 14
"""Of a paragraph that a text begins with, at least, and of one that tells what somebody said."""
_PARAGRAPH_WORDS = 11
_POINTS, _POINT_WORDS, _LONG_LIST = 3, 14, 40
"""Of a list of long points, at least, words of one on average, and points on either side of one that are looked at."""
_ANNOUNCING = 8
"""Words of a line with a colon that is no label, at least."""
_BOX = 8
"""Blocks between a line that seems to end an article and where it goes on, at most."""
_AFTER_BOX = 2
"""Paragraphs by which it is seen to go on."""
_PICTURES = 3
"""With one title, at least."""
_SUMMED_UP = 6
"""Lines of a summary, at most."""
_PAIRS = 4
"""Paragraphs beside another, at least, and to one that no blank line parts from the next."""
ARTICLE_WORDS = 100
"""Words after which an article may be over."""


def find_body(view: View, end: int | None = None) -> range:
    """The stretch of blocks that holds most prose for the fewest other lines; above the block `end`, if given."""
    best, found = 0.0, range(0)
    start, total, gap, marked = 0, 0.0, 0.0, False
    told: set[str] = set()
    for index, shape in enumerate(view.shapes[:end]):
        if total <= 0:
            start, total, gap = index, 0.0, 0.0
            told = set()
        if total > ARTICLE_WORDS and marks(view, "stop", index) and not resumes(view, index, told):
            total = 0.0
            continue
        weight = _weight(view, index, told)
        allowed = max(weight, _GAP - gap) if weight < 0 else weight
        gap = gap + allowed if weight < 0 else 0.0
        marker = marks(view, "end", index)
        total += allowed + (_MARKER if marker and not marked else 0.0)
        marked = weight < 0 and (marked or marker)
        if shape.prose and view.open(index):
            told.update(shape.stems)
        if total > best:
            best, found = total, range(start, index + 1)
    return found


def told_in(view: View) -> Counter[str]:
    """In how many paragraphs of the body each of its words stands."""
    prose = (view.shapes[i] for i in view.body if view.shapes[i].prose)
    return Counter(stem for shape in prose for stem in shape.stems)


def usual_length(view: View) -> float:
    """Words of a paragraph of the body, in the middle of them all."""
    words = [view.shapes[i].words for i in view.body if view.prose(i)]
    return median(words) if words else 0.0


def are_parted(view: View) -> bool:
    """Whether blank lines stand between the paragraphs of the body, but for a few."""
    pairs = [i for i in view.body if all(view.prose(n) for n in (i, i + 1))]
    return len(pairs) >= _PAIRS and sum(map(view.follow, pairs)) * _PAIRS <= len(pairs)


def from_headline(view: View) -> range:
    """The body again, beginning with the first sentence under the headline; as it is where more of it stands above."""
    if view.headline is None or not view.body or _words_above(view) * 2 > words_told(view, view.body):
        return view.body
    below = range(view.headline + 1, view.body.stop)
    first = next((i for i in below if view.prose(i)), view.body.start)
    return range(first, view.body.stop)


def _words_above(view: View) -> int:
    """Of the body, above the headline."""
    return words_told(view, range(view.body.start, min(view.headline or 0, view.body.stop)))


def words_told(view: View, blocks: Iterable[int]) -> int:
    """How many words of prose stand in some blocks."""
    return sum(view.shapes[i].words for i in blocks if view.prose(i))


def _weight(view: View, index: int, told: set[str]) -> float:
    shape, role = view.shapes[index], view.role(index)
    if signs_comment(view, index):
        return _COMMENT
    if is_of_post(view, index):
        return _POST
    if role:
        return _FURNITURE if role == "boilerplate" else _PICTURE
    if _is_of_pictures(view, index):
        return _PICTURE
    if not shape.closed and not shape.prose and not is_paragraph(view, index) and not _announces(shape):
        return _LINE
    if shape.prose and not shape.truncated and goes_on(shape, told):
        return _COHERENT + min(shape.words, _LONGEST)
    if shape.prose and (shape.truncated or _is_lone(view, index)):
        return 0.2 * min(shape.words, _LONGEST)
    return float(min(shape.words, _LONGEST))


def is_of_post(view: View, index: int) -> bool:
    """Part of a post that is embedded in the article."""
    return view.rule(index) in _OF_POSTS


def signs_comment(view: View, index: int) -> bool:
    """The signature of a reader's comment; embedded posts are signed in the same way."""
    return view.rule(index) != "embedded post" and is_signed_comment(view.shapes[index], view.cues)


def _is_lone(view: View, index: int) -> bool:
    """A short sentence that quotes nobody, between lines that are none: the teaser under a link.

    What begins the text at some length has no link above it.
    """
    shape = view.shapes[index]
    if shape.words > _TEASER_WORDS or shape.sentences > 1 or quotes(shape):
        return False
    if index < _TOP and _opens_text(view, index) and not any(map(view.open, range(index))):
        return False
    around = tuple(
        next((i for i in beside if not _is_of_pictures(view, i)), None)
        for beside in (view.before(index), view.after(index))
    )
    if around[0] is not None and announces(view, around[0]):
        return False
    return not any(i is not None and _is_told(view.shapes[i]) for i in around)


def _is_of_pictures(view: View, index: int) -> bool:
    """A line that stands above pictures again and again, as the headline does where it describes them all."""
    shape = view.shapes[index]
    below = view.role(index + 1) == "caption"
    return below and shape.words >= _ANNOUNCING and view.listed[shape.key] >= _PICTURES


def _opens_text(view: View, index: int) -> bool:
    """A first paragraph by its length, or by what it says that somebody said; a caption or a teaser is shorter."""
    shape = view.shapes[index]
    said = shape.closed and bool(view.cues.said.search(shape.text))
    return shape.words >= (_REPORTING_WORDS if said else OPENING_WORDS)


def _is_told(shape: Shape) -> bool:
    """A sentence, or what announces a list or a quotation."""
    return shape.closed or _announces(shape)


def _announces(shape: Shape) -> bool:
    return shape.words >= _ANNOUNCING and shape.text.endswith(":")


def resumes(view: View, index: int, told: set[str]) -> bool:
    """Paragraphs of what was told before stand together below a line that seems to end the article.

    A box amid it has such lines too: `Privacy policy` under a form, the number of comments in a bar.
    """
    below = range(index + 1, min(index + 1 + _BOX, len(view.shapes)))
    first = next((i for i in below if view.prose(i)), None)
    if first is None:
        return False
    run = range(first, first + _AFTER_BOX)
    return all(view.prose(i) and goes_on(view.shapes[i], told) for i in run)


def goes_on(shape: Shape, told: set[str]) -> bool:
    """It speaks of what was told before it."""
    said = shape.stems
    return len(said & told) * 3 >= len(said) > 0


def is_among_long_points(view: View, index: int) -> bool:
    """One of several points with bullets amid the article, as long as sentences, that all tell what it tells."""
    above = takewhile(
        partial(_is_point, view), range(index - 1, max(view.body.start, index - _LONG_LIST) - 1, -1)
    )
    below = takewhile(partial(_is_point, view), range(index, min(view.body.stop, index + _LONG_LIST)))
    indices = [*above, *below]
    if len(indices) < _POINTS or max(indices) + 1 not in view.body:
        return False
    points = [view.shapes[i] for i in indices]
    long = sum(point.words for point in points) >= _POINT_WORDS * len(points)
    return long and all(_is_told_elsewhere(view, point) for point in points)


def _is_point(view: View, index: int) -> bool:
    return view.shapes[index].text[0] in BULLETS


def _is_told_elsewhere(view: View, point: Shape) -> bool:
    """Other paragraphs have its words, a third of them at least."""
    told = sum(view.told[stem] > point.prose for stem in point.stems)
    return told * 3 >= len(point.stems) > 0


def is_joined(view: View, index: int) -> bool:
    """A paragraph stands beside it."""
    return view.prose(index - 1) or view.prose(index + 1)


def is_paragraph(view: View, index: int) -> bool:
    """Whether a block of a page's article is too long for a label, also without a full stop."""
    shape = view.shapes[index]
    return view.told_apart and shape.words > _PARAGRAPH_WORDS and shape.block.kind == "text"


def marks(view: View, kind: str, index: int) -> bool:
    """A known line that ends articles (`stop`) or announces others (`end`).

    The article's own heading is none, nor is the credit of a picture.
    """
    shape = view.shapes[index]
    if shape.words > 12 or view.role(index) == "caption":
        return False
    if shape.closed and view.open(index):
        return False
    pattern = view.cues.end if kind == "end" else view.cues.stop
    return bool(pattern.fullmatch(shape.plain.strip("[]() ")))


def stands_under_label(view: View, index: int) -> bool:
    """Right below a line that announces other articles or subjects: `Related topics`."""
    return index > 0 and bool(view.cues.end.fullmatch(view.shapes[index - 1].plain))


def summed_up_above(view: View, index: int, reach: int = _SUMMED_UP) -> range | None:
    """The lines between and a label above that begins a summary, `Highlights`; None without one."""
    above = range(index - 1, max(-1, index - 1 - reach), -1)
    label = next((i for i in above if view.cues.summary.fullmatch(view.shapes[i].plain)), None)
    return None if label is None else range(label + 1, index)
