"""Other articles beside one: their titles with a sentence or two, in brief, or whole under mastheads of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from narrator.patterns import compiled
from narrator.segment.bylines import is_name
from narrator.segment.context import quotes, reports
from narrator.segment.layout import ARTICLE_WORDS, goes_on, is_joined, is_of_post, marks, words_told
from narrator.segment.shape import Shape
from narrator.segment.view import View

_SHARE = 3
"""An article has so many times the words of the teasers under it, at least."""
_PARAGRAPH = 2
"""Sentences of what is no teaser, at least."""
_TEASERS = 2
"""What is no teaser alone is one beside another."""
TEASER_WORDS = 45
_TEASER_BLOCKS = 8
_TITLE_WORDS = 3
_DIGEST = 3
"""Paragraphs, and lines to each of them, that make a digest, at least."""
_MASTHEADS = 2
_MASTHEAD = 8
"""Lines above an article, at most."""
_FOREIGN_LINES = 3
"""Lines above a longer paragraph that make it another article's, at least."""
_TITLE_GLUED = compiled(
    r"(?:\S+ ){3,16}(?:[a-zà-ÿ]{3,}|\d+|[\w’'-]*[a-zà-ÿ](?=(?:The|An?|In|On|It|He|She|This|Two|After|When)\s))"
    r"(?=[A-ZÀ-Þ][a-zà-ÿ]*[\s,])(?:\S+\s){4,}.*[.!?…]"
)
"""Words of a title up to a small letter or a number, right at the first of a sentence."""
BOX = 12
"""Blocks of links and what announces them, at most."""


def is_below_box(view: View, index: int) -> bool:
    """A paragraph that a blank line parts from links that none part from their label; a teaser stands by its link."""
    shape, top = view.shapes[index], index - 1
    if view.follow(top) or shape.sentences < _PARAGRAPH or shape.truncated:
        return False
    while top > max(view.body.start, index - BOX) and view.follow(top - 1):
        top -= 1
    return top < index - 1 and marks(view, "end", top)


def before_teasers(view: View) -> range:
    """The body without the links at its end that have a sentence or two under each, and a stray paragraph below."""
    told = view.told_by(_joined(view))
    stop = view.body.stop
    last = _last_sentence(view, stop)
    teasers = _teasers_below(view, told)
    if last is not None and not _is_teaser(view, last, told, teasers) and _is_stray(view, last, told):
        stop = last
    while (last := _last_sentence(view, stop)) is not None and _is_teaser(view, last, told, teasers):
        stop = _top_of_teaser(view, last)
        teasers += 1
    body = range(view.body.start, stop)
    whole = [i for i in range(stop, view.body.stop) if not view.shapes[i].truncated]
    few = words_told(view, whole) * _SHARE < words_told(view, body)
    return body if teasers >= _TEASERS and few else view.body


def _teasers_below(view: View, told: set[str]) -> int:
    """What the body ends before already."""
    below = range(view.body.stop, min(view.body.stop + _TEASER_BLOCKS, len(view.shapes)))
    sentences = (i for i in below if view.sentence(i))
    return sum(1 for _ in takewhile(lambda i: _is_teaser(view, i, told, 0), sentences))


def before_glued_teasers(view: View) -> range:
    """The body without the last paragraphs, where each of them has a title with no space behind it, and none above."""
    sentences = [i for i in view.body if view.sentence(i)]
    glued = list(takewhile(lambda i: _is_glued(view.shapes[i]), reversed(sentences)))
    above = sentences[: len(sentences) - len(glued)]
    if len(glued) < _TEASERS or not above or any(_is_glued(view.shapes[i]) for i in above):
        return view.body
    return range(view.body.start, above[-1] + 1)


def _is_glued(shape: Shape) -> bool:
    """`Bridge shut for a weekDrivers have to wait.`"""
    return bool(_TITLE_GLUED.match(shape.head))


def after_teasers(view: View) -> range:
    """The body without what stands above it in the same way: the latest, the most read."""
    told = view.told_by(_joined(view))
    sentences = [i for i in view.body if view.sentence(i)]
    above = 0
    while above < len(sentences) and _is_teaser(view, sentences[above], told, above):
        above += 1
    if above <= _TEASERS or above == len(sentences):
        return view.body
    return range(sentences[above], view.body.stop)


def _is_stray(view: View, index: int, told: set[str]) -> bool:
    """No paragraph beside it, and of something else."""
    said = {stem for stem in view.shapes[index].stems if len(stem) >= 5}
    return not is_joined(view, index) and len(said & told) * 3 < len(said)


def before_next_articles(view: View) -> range:
    """The body without what stands under other names and days, again and again, and hardly says what it says."""
    tops = [i for i in view.body if _is_masthead(view, i)]
    if len(tops) < _MASTHEADS:
        return view.body
    body = range(view.body.start, tops[0])
    if words_told(view, body) <= ARTICLE_WORDS:
        return view.body
    told = view.told_by(i for i in body if view.prose(i))
    prose = [i for i in range(body.stop, view.body.stop) if view.prose(i)]
    related = sum(goes_on(view.shapes[i], told) for i in prose)
    return body if related * _SHARE < len(prose) else view.body


def _is_masthead(view: View, index: int) -> bool:
    """The first of some lines between paragraphs, with a name and a day among them."""
    if view.shapes[index].complete or not view.shapes[index - 1].complete:
        return False
    lines = list(takewhile(lambda i: not view.shapes[i].complete, range(index, view.body.stop)))
    named = any(view.role(i) == "byline" or is_name(view.shapes[i], view.cues) for i in lines)
    return named and len(lines) <= _MASTHEAD and any(view.role(i) == "date" for i in lines)


def before_digest(view: View) -> range:
    """The body without what is many lines, none of them of a picture or a post, and hardly a paragraph beside another:
    other articles in brief.
    """
    joined = list(_joined(view))
    told = view.told_by(joined)
    stop = _to_next_gap(view, joined[-1] + 1) if joined else view.body.stop
    below = range(stop, view.body.stop)
    prose = [i for i in below if view.prose(i)]
    lines = sum(not view.shapes[i].complete and not _is_embedded(view, i) for i in below)
    related = sum(goes_on(view.shapes[i], told) for i in prose)
    foreign = len(prose) >= _DIGEST and lines >= len(prose) * _DIGEST and related * 2 < len(prose)
    return range(view.body.start, stop) if foreign else view.body


def _is_embedded(view: View, index: int) -> bool:
    return view.role(index) == "caption" or is_of_post(view, index)


def _to_next_gap(view: View, stop: int) -> int:
    """Behind the last paragraph that has no more than a few lines between it and the one above."""
    for index in range(stop, view.body.stop):
        if index - stop >= _DIGEST:
            break
        if view.prose(index):
            stop = index + 1
    return stop


def _joined(view: View) -> Iterator[int]:
    """The paragraphs that stand beside another."""
    return (i for i in view.body if view.prose(i) and is_joined(view, i))


def _last_sentence(view: View, stop: int) -> int | None:
    told = (i for i in range(stop - 1, view.body.start, -1) if view.sentence(i))
    return next(told, None)


def _is_teaser(view: View, index: int, told: set[str], beside: int) -> bool:
    """It breaks off, or leads on below; or no paragraph is beside it, a title above: of few words, or of others.

    One of several may say what somebody said, of what the article tells; `beside` it are so many.
    """
    shape = view.shapes[index]
    if shape.truncated or view.rule(index + 1) == "glued link":
        return True
    if is_joined(view, index) or not _is_title(view, index - 1) or is_below_box(view, index):
        return False
    foreign = not goes_on(shape, told)
    if beside < _TEASERS and (quotes(shape) or (not foreign and reports(view, index))):
        return False
    if shape.words <= TEASER_WORDS:
        return True
    return foreign and index - _top_of_teaser(view, index) >= _FOREIGN_LINES


def _is_title(view: View, index: int) -> bool:
    shape = view.shapes[index]
    told = view.open(index) or view.rule(index) == "trail"
    return told and not shape.closed and not shape.prose and shape.words >= _TITLE_WORDS


def _top_of_teaser(view: View, index: int) -> int:
    """Its title is a line, if it has one; so is what may stand above that."""
    top = index
    while top > view.body.start and not view.shapes[top - 1].complete:
        top -= 1
    return top
