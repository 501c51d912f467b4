"""Where an article begins and ends: beyond its lists and boxes, below and above signatures, above wide gaps."""

from __future__ import annotations

from functools import partial
from itertools import pairwise, takewhile

from narrator.segment.context import quotes, reports
from narrator.segment.layout import (
    ARTICLE_WORDS,
    goes_on,
    is_joined,
    is_of_post,
    is_paragraph,
    marks,
    words_told,
)
from narrator.segment.points import is_line_up, is_mark, is_of_chronicle
from narrator.segment.shape import BULLETS, MARKS, Shape
from narrator.segment.teasers import BOX, TEASER_WORDS, is_below_box
from narrator.segment.view import View

_ITEM_WORDS = 25
_CHRONICLE = 3
"""Lines of one, at least."""
_LABEL_WORDS = 3
"""A point of no more may be a label under the article."""
_LABELS = 2
"""Above who played, at most."""
_SIGNED = 3
"""Paragraphs under an article's signature, at most."""
_SIGNED_ABOVE, _LINKS = 20, 4
"""Blocks between a byline and the body, and open lines of them, at most."""
_HEAD_WORDS = 6
"""Of a line that may be the headline, at least."""
_OPEN_WORDS = 20
"""Of a paragraph that ends an article without a full stop, at least."""
_STRAYS = 3
"""Paragraphs at the foot of a page, at most."""
_ALONE = 3
"""Sentences that are alone, to a pair that is not, at least."""
_GAP_LINES = 10
"""Lines between the end of an article and what the foot of its page says, at least."""
_APPEAL, _LONGEST_APPEAL = 8, 3
"""Paragraphs at the top that may ask for help, at most, and blocks of what does in a text without furniture."""
_FOREIGN = 5
"""What asks for help has so many times the words that it shares with the article, at least."""
_WORD = 5
"""Letters of a word that tells what an article is about."""
_SHARE = 3
"""An article has so many times the words of the teasers under it, at least."""


def up_to_last_line(view: View) -> range:
    """The body of a page whose reader has left out what is not the article.

    It ends with the last sentence, or with points of a list below that, or a paragraph without a full stop;
    and before a heading of what follows articles, as notes to editors do.
    """
    last = next(filter(partial(_ends_page, view), range(view.body.stop, len(view.shapes))), len(view.shapes))
    told = (i for i in reversed(range(last)) if view.sentence(i))
    stop = max(next(told, -1) + 1, view.body.stop)
    for index in range(stop, last):
        if view.role(index) == "boilerplate" and view.shapes[index].block.main:
            break
        if view.open(index) and (
            _is_point(view.shapes[index]) or (index == stop and is_paragraph(view, index))
        ):
            stop = index + 1
    return range(view.body.start, stop)


def _ends_page(view: View, index: int) -> bool:
    block = view.shapes[index].block
    return block.main and block.kind == "heading" and marks(view, "end", index)


def over_lists(view: View) -> range:
    """The body with what follows it behind a list: lines between that are no prose do not end an article.

    A line that announces other articles, furniture, and prose that speaks of something else do.
    """
    told = view.told_by(filter(view.open, view.body))
    stop = view.body.stop
    for index in range(view.body.stop, len(view.shapes)):
        shape = view.shapes[index]
        if view.role(index) == "boilerplate" or marks(view, "end", index) or marks(view, "stop", index):
            break
        if not view.sentence(index):
            continue
        if not _is_list(view, range(stop, index - 1)) and not (shape.prose and goes_on(shape, told)):
            break
        stop = index + 1
    return range(view.body.start, stop)


def over_open_end(view: View) -> range:
    """The body with a last paragraph that has no full stop and is too long for a link."""
    below = view.body.stop
    ends = view.body and view.open(below) and is_open_end(view, below)
    return range(view.body.start, below + 1) if ends else view.body


def over_closing_lines(view: View) -> range:
    """The body with the points that its last line announces, with a chronicle, with who played and the marks that each
    was given.
    """
    stop = view.body.stop
    announced = bool(view.body) and view.shapes[stop - 1].text.endswith(":")
    while view.open(stop) and announced and view.shapes[stop].text[0] in MARKS:
        stop += 1
    stop += _length_of_chronicle(view, stop)
    while (listed := _listed_next(view, stop)) is not None:
        stop = listed + 1
    return range(view.body.start, stop)


def _length_of_chronicle(view: View, start: int) -> int:
    """Lines of one with its heading, `Key dates:`; none where there is no chronicle."""
    heads = bool(view.body) and view.open(start) and view.shapes[start].text.endswith(":")
    stop = start + heads
    while heads and view.open(stop) and is_of_chronicle(view.shapes[stop]):
        stop += 1
    return stop - start if stop - start > _CHRONICLE else 0


def _listed_next(view: View, stop: int) -> int | None:
    """The next line-up or mark, with no more than a few short labels above it."""
    for index in range(stop, stop + _LABELS + 1):
        if not view.open(index):
            return None
        if is_line_up(view.shapes[index]) or is_mark(view.shapes[index]):
            return index
        if view.shapes[index].words > _LABEL_WORDS:
            return None
    return None


def is_open_end(view: View, index: int) -> bool:
    """A paragraph without a full stop, right below one that has its own."""
    shape, above = view.shapes[index], view.shapes[index - 1]
    return (
        not shape.closed
        and not shape.truncated
        and shape.words >= _OPEN_WORDS
        and above.prose
        and above.closed
    )


def over_boxes(view: View) -> range:
    """The body with what follows it behind links to other articles: paragraphs that report what somebody said, or
    that stand apart from the links.

    Teasers are single sentences and quote nobody; an article that has gone on behind one box may behind another.
    """
    stop = view.body.stop
    told = view.told_by(filter(view.open, view.body))
    for index in range(view.body.stop, len(view.shapes)):
        if marks(view, "stop", index):
            break
        if not view.sentence(index):
            continue
        near = index - stop <= BOX and len(view.shapes[index].stems & told) > 2
        joined = stop > view.body.stop or is_joined(view, index) or near
        told_on = index == stop or _is_below_label(view, index, stop, told)
        if told_on or (joined and reports(view, index)) or is_below_box(view, index):
            stop = index + 1
    return range(view.body.start, stop)


def _is_below_label(view: View, index: int, stop: int, told: set[str]) -> bool:
    """Several sentences right below a label whose links are gone, pictures alone between that and what was told."""
    shape, label = view.shapes[index], index - 1
    pictured = label >= stop and all(view.role(i) == "caption" for i in range(stop, label))
    if not pictured or not marks(view, "end", label) or not shape.prose or shape.truncated:
        return False
    return shape.sentences > 1 and any(len(stem) >= _WORD for stem in shape.stems & told)


def from_signature(view: View) -> range:
    """The body with what stands above it under the byline or the day, when only a few links are between."""
    top = max(view.body.start - _SIGNED_ABOVE, 0)
    signed = next(filter(view.signs, range(view.body.start - 1, top, -1)), None)
    if signed is None:
        return view.body
    told = view.told_by(filter(view.open, view.body))
    above = range(signed + 1, view.body.start)
    prose = [i for i in above if view.prose(i)]
    lines = sum(view.open(i) and not view.shapes[i].prose for i in above)
    if not prose or lines > _LINKS or not all(_is_related(view.shapes[i], told) for i in prose):
        return view.body
    return range(prose[0], view.body.stop)


def from_lede(view: View) -> range:
    """The body with its first paragraph, which a box parts from the others: a request to subscribe or to share.

    It tells what they tell, or nothing is between but a label whose links are gone; nothing between tells that, as a
    headline would; a paragraph above a picture is its caption.
    """
    told = view.told_by(filter(view.open, view.body))
    between = list(takewhile(lambda i: _is_of_box(view, i, told), reversed(range(view.body.start))))
    top = view.body.start - len(between) - 1
    if top < 0 or not any(view.role(i) for i in between):
        return view.body
    shape = view.shapes[top]
    labelled = len(between) == 1 and marks(view, "end", between[0])
    lede = view.open(top) and shape.prose and not shape.truncated and (labelled or goes_on(shape, told))
    return range(top, view.body.stop) if lede else view.body


def _is_of_box(view: View, index: int, told: set[str]) -> bool:
    """Furniture, or a line without a word of the article."""
    shape = view.shapes[index]
    return view.role(index) == "boilerplate" or (
        view.open(index) and not shape.prose and not _is_related(shape, told)
    )


def _is_related(shape: Shape, told: set[str]) -> bool:
    return any(len(stem) >= 5 for stem in shape.stems & told)


def opening_appeal(view: View) -> range:
    """What stands at the top of the body and asks readers for help, of which the article tells nothing.

    The lines above it are of what stands below, which speaks to readers less often: a column has a headline of what
    it asks, and a recipe tells its readers throughout what to do. A text without furniture has no long one.
    """
    sentences = [i for i in view.body if view.sentence(i)]
    asking = [place for place, i in enumerate(sentences[:_APPEAL]) if _asks(view, i)]
    below = sentences[asking[-1] + 1 :] if asking else []
    start = next((i for i in below if view.shapes[i].prose), view.body.start)
    told = view.told_by(i for i in below if i >= start)
    asked = view.told_by(i for i in sentences if i < start)
    lines = range(max(view.body.start - _SIGNED_ABOVE, 0), view.body.start)
    above = view.told_by(i for i in lines if view.open(i) and view.shapes[i].words >= _HEAD_WORDS)
    foreign = len(asked & told) * _FOREIGN < len(asked) and len(above & asked) * 2 < len(above & told)
    addressed = sum(bool(view.cues.address.search(view.shapes[i].head)) for i in below) * 2 >= len(below)
    own = addressed or view.personal or (view.clean and start > view.body.start + _LONGEST_APPEAL)
    return range(view.body.start, start if foreign and not own else view.body.start)


def _asks(view: View, index: int) -> bool:
    shape, cues = view.shapes[index], view.cues
    return bool(cues.address.search(shape.head) and cues.trade.search(shape.head)) and not reports(
        view, index
    )


def before_signature(view: View) -> range:
    """The body without a few paragraphs under the name of who wrote it."""
    signed = [i for i in view.body if view.role(i) == "byline"]
    for stop in signed[: -_SIGNED - 1 : -1]:
        body, below = range(view.body.start, stop), range(stop, view.body.stop)
        few = sum(view.prose(i) for i in below) <= _SIGNED
        if few and words_told(view, body) > max(ARTICLE_WORDS, _SHARE * words_told(view, below)):
            return body
    return view.body


def before_gap(view: View) -> range:
    """The body without what many lines part from it: sentences that are alone, or a few of something else."""
    sentences = [i for i in view.body if view.sentence(i)]
    for place in range(1, len(sentences)):
        stop = sentences[place - 1] + 1
        body = range(view.body.start, stop)
        gap = range(stop, sentences[place])
        lines = sum(not is_of_post(view, i) for i in gap)
        if lines < _GAP_LINES or _is_bulleted(view, gap) or words_told(view, body) <= ARTICLE_WORDS:
            continue
        below = sentences[place:]
        if _are_alone(view, below) or _are_foreign(view, below, view.told_by(sentences[:place])):
            return body
    return view.body


def _is_bulleted(view: View, lines: range) -> bool:
    """Points alone, and what announces them."""
    return all(view.shapes[i].text[0] in BULLETS or view.shapes[i].text[-1] == ":" for i in lines)


def _are_alone(view: View, sentences: list[int]) -> bool:
    """Short, and hardly two beside each other."""
    short = all(view.shapes[i].words <= TEASER_WORDS for i in sentences)
    beside = sum(following - i == 1 for i, following in pairwise(sentences))
    return short and beside * _ALONE <= len(sentences)


def _are_foreign(view: View, sentences: list[int], told: set[str]) -> bool:
    """Few, and without a word of somebody or much of what was told."""
    return len(sentences) <= _STRAYS and not any(
        goes_on(view.shapes[i], told) or quotes(view.shapes[i]) for i in sentences
    )


def _is_list(view: View, lines: range) -> bool:
    """Points alone, and what announces them; or lines under a sentence that does, or under a heading of one."""
    if _is_bulleted(view, lines):
        return True
    announced = any(view.shapes[i].text[-1] == ":" for i in range(lines.start - 1, lines.start + 2))
    return announced and all(view.shapes[i].words <= _ITEM_WORDS for i in lines)


def _is_point(shape: Shape) -> bool:
    return shape.words > _LABEL_WORDS and shape.block.kind in ("list_item", "quote")
