"""Where an article begins and ends: beyond its lists and boxes, between teasers, before comments and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise, takewhile

from narrator.segment.bylines import is_name
from narrator.segment.context import quotes, reports
from narrator.segment.dates import names_moment, without_date
from narrator.segment.layout import find_body, goes_on, is_paragraph, marks, signs_comment, words_told
from narrator.segment.shape import Shape
from narrator.segment.view import View

_ITEM_WORDS = 25
_LABEL_WORDS = 3
"""A point of no more may be a label under the article."""
_FEWEST = 2
"""Words of a sentence that may end an article, at least one more."""
BULLETS = "•·∙●▪■◆▶▸‣*-–—0123456789"
"""What a point of a list begins with."""
_COMMENTS = 3
"""Signatures that make comments of what they stand under, at least."""
_NICKNAME = 4
"""Words of the line above a day and an hour that name who wrote a comment, at most."""
_COMMENT_BLOCKS = 12
"""Blocks of the first comment, and what stands above it, at most."""
_ARTICLE_WORDS = 100
_SIGNED = 3
"""Paragraphs under an article's signature, at most."""
_SIGNED_ABOVE, _LINKS = 20, 4
"""Blocks between a byline and the body, and open lines of them, at most."""
_BOX = 12
_PARAGRAPH = 2
"""Sentences of what is no teaser, at least."""
_TEASERS = 2
"""What is no teaser alone is one beside another."""
_TEASER_WORDS = 45
_TEASER_BLOCKS = 8
_TITLE_WORDS = 3
_HEAD_WORDS = 6
"""Of a line that may be the headline, at least."""
_OPEN_WORDS = 20
"""Of a paragraph that ends an article without a full stop, at least."""
_DIGEST = 3
"""Paragraphs, and lines to each of them, that make a digest, at least."""
_MASTHEADS = 2
_MASTHEAD = 8
"""Lines above an article, at most."""
_STRAYS = 3
"""Paragraphs at the foot of a page, at most."""
_ALONE = 3
"""Sentences that are alone, to a pair that is not, at least."""
_GAP_LINES = 10
"""Lines between the end of an article and what the foot of its page says, at least."""
_FOREIGN_LINES = 3
"""Lines above a longer paragraph that make it another article's, at least."""
_APPEAL = 8
"""Paragraphs at the top that may ask for help, at most."""
_FOREIGN = 5
"""What asks for help has so many times the words that it shares with the article, at least."""
_SHARE = 3
"""An article has so many times the words of the teasers under it, at least."""


def up_to_last_line(view: View) -> range:
    """The body of a page whose reader has left out what is not the article.

    It ends with the last sentence, or with points of a list below that, or a paragraph without a full stop;
    and before a heading of what follows articles, as notes to editors do.
    """
    last = next(filter(partial(_ends_page, view), range(view.body.stop, len(view.shapes))), len(view.shapes))
    told = (i for i in reversed(range(last)) if view.open(i) and is_sentence(view.shapes[i]))
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
        if not view.open(index) or not is_sentence(shape):
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
        if not view.open(index) or not is_sentence(view.shapes[index]):
            continue
        near = index - stop <= _BOX and len(view.shapes[index].stems & told) > 2
        joined = stop > view.body.stop or _is_joined(view, index) or near
        if index == stop or (joined and reports(view, index)) or _is_below_box(view, index):
            stop = index + 1
    return range(view.body.start, stop)


def _is_below_box(view: View, index: int) -> bool:
    """A paragraph that a blank line parts from links that none part from their label; a teaser stands by its link."""
    shape, top = view.shapes[index], index - 1
    if view.follow(top) or shape.sentences < _PARAGRAPH or shape.truncated:
        return False
    while top > max(view.body.start, index - _BOX) and view.follow(top - 1):
        top -= 1
    return top < index - 1 and marks(view, "end", top)


def from_signature(view: View) -> range:
    """The body with what stands above it under the byline or the day, when only a few links are between."""
    top = max(view.body.start - _SIGNED_ABOVE, 0)
    signed = next(filter(view.signs, range(view.body.start - 1, top, -1)), None)
    if signed is None:
        return view.body
    told = view.told_by(filter(view.open, view.body))
    above = range(signed + 1, view.body.start)
    prose = [i for i in above if view.open(i) and view.shapes[i].prose]
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


def before_comments(view: View) -> range:
    """The body without what readers wrote under it, each with name, day and hour; so are embedded posts signed."""
    signed = _signed(view, range(view.body.start, len(view.shapes)))
    if len(signed) < _COMMENTS or signed[0] > view.body.stop:
        return view.body
    body = range(view.body.start, _top_of_comments(view, signed))
    return body if words_told(view, body) > _ARTICLE_WORDS else view.body


def above_comments(view: View) -> range:
    """The body again among what stands above the first comments, where these were taken for it."""
    signed = _signed(view, range(view.body.stop))
    if len(signed) < _COMMENTS:
        return view.body
    above = (find_body(view, i) for i in signed[:_COMMENTS])
    return next((body for body in above if words_told(view, body) > _ARTICLE_WORDS), view.body)


def _signed(view: View, blocks: range) -> list[int]:
    """The signatures of comments."""
    return [i for i in blocks if signs_comment(view, i) or _is_below_name(view, i)]


def _top_of_comments(view: View, signed: list[int]) -> int:
    """The first signature, or where comments stand above their signatures, the furniture above the first."""
    following = signed[-1] + 1
    if following < len(view.shapes) and view.open(following) and is_sentence(view.shapes[following]):
        return signed[0] - _is_below_name(view, signed[0])
    above = range(signed[0], max(signed[0] - _COMMENT_BLOCKS, view.body.start), -1)
    return next((i for i in above if view.role(i) == "boilerplate"), signed[0])


def _is_below_name(view: View, index: int) -> bool:
    """A day and an hour alone below the few words of a name: `seagull wrote:`."""
    if view.hours or not index or view.role(index) != "date":
        return False
    name, moment = view.shapes[index - 1], view.shapes[index]
    short = name.words <= _NICKNAME or name.text.endswith(":")
    named = short and not name.closed and view.role(index - 1) != "date"
    return named and names_moment(moment.text, view.cues) and not without_date(moment.text, view.cues)


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
    sentences = (i for i in below if view.open(i) and is_sentence(view.shapes[i]))
    return sum(1 for _ in takewhile(lambda i: _is_teaser(view, i, told, 0), sentences))


def after_teasers(view: View) -> range:
    """The body without what stands above it in the same way: the latest, the most read."""
    told = view.told_by(_joined(view))
    sentences = [i for i in view.body if view.open(i) and is_sentence(view.shapes[i])]
    above = 0
    while above < len(sentences) and _is_teaser(view, sentences[above], told, above):
        above += 1
    if above <= _TEASERS or above == len(sentences):
        return view.body
    return range(sentences[above], view.body.stop)


def opening_appeal(view: View) -> range:
    """What stands at the top of the body and asks readers for help, of which the article tells nothing.

    The lines above it are of what stands below: a column that speaks to its readers has a headline of that.
    """
    sentences = [i for i in view.body if view.open(i) and is_sentence(view.shapes[i])]
    asking = [place for place, i in enumerate(sentences[:_APPEAL]) if _asks(view, i)]
    below = sentences[asking[-1] + 1 :] if asking else []
    start = next((i for i in below if view.shapes[i].prose), view.body.start)
    told = view.told_by(i for i in below if i >= start)
    asked = view.told_by(i for i in sentences if i < start)
    lines = range(max(view.body.start - _SIGNED_ABOVE, 0), view.body.start)
    above = view.told_by(i for i in lines if view.open(i) and view.shapes[i].words >= _HEAD_WORDS)
    foreign = len(asked & told) * _FOREIGN < len(asked) and len(above & asked) * 2 < len(above & told)
    return range(view.body.start, start if foreign else view.body.start)


def _asks(view: View, index: int) -> bool:
    shape, cues = view.shapes[index], view.cues
    return bool(cues.address.search(shape.head) and cues.trade.search(shape.head)) and not reports(
        view, index
    )


def _is_stray(view: View, index: int, told: set[str]) -> bool:
    """No paragraph beside it, and of something else."""
    said = {stem for stem in view.shapes[index].stems if len(stem) >= 5}
    return not _is_joined(view, index) and len(said & told) * 3 < len(said)


def before_signature(view: View) -> range:
    """The body without a few paragraphs under the name of who wrote it."""
    signed = [i for i in view.body if view.role(i) == "byline"]
    for stop in signed[: -_SIGNED - 1 : -1]:
        body, below = range(view.body.start, stop), range(stop, view.body.stop)
        few = sum(view.open(i) and view.shapes[i].prose for i in below) <= _SIGNED
        if few and words_told(view, body) > max(_ARTICLE_WORDS, _SHARE * words_told(view, below)):
            return body
    return view.body


def before_gap(view: View) -> range:
    """The body without what many lines part from it: sentences that are alone, or a few of something else."""
    sentences = [i for i in view.body if view.open(i) and is_sentence(view.shapes[i])]
    for place in range(1, len(sentences)):
        stop = sentences[place - 1] + 1
        body = range(view.body.start, stop)
        gap = range(stop, sentences[place])
        if len(gap) < _GAP_LINES or _is_bulleted(view, gap) or words_told(view, body) <= _ARTICLE_WORDS:
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
    short = all(view.shapes[i].words <= _TEASER_WORDS for i in sentences)
    beside = sum(following - i == 1 for i, following in pairwise(sentences))
    return short and beside * _ALONE <= len(sentences)


def _are_foreign(view: View, sentences: list[int], told: set[str]) -> bool:
    """Few, and without a word of somebody or much of what was told."""
    return len(sentences) <= _STRAYS and not any(
        goes_on(view.shapes[i], told) or quotes(view.shapes[i]) for i in sentences
    )


def before_next_articles(view: View) -> range:
    """The body without what stands under other names and days, again and again, and hardly says what it says."""
    tops = [i for i in view.body if _is_masthead(view, i)]
    if len(tops) < _MASTHEADS:
        return view.body
    body = range(view.body.start, tops[0])
    if words_told(view, body) <= _ARTICLE_WORDS:
        return view.body
    told = view.told_by(i for i in body if view.open(i) and view.shapes[i].prose)
    prose = [i for i in range(body.stop, view.body.stop) if view.open(i) and view.shapes[i].prose]
    related = sum(goes_on(view.shapes[i], told) for i in prose)
    return body if related * _SHARE < len(prose) else view.body


def _is_masthead(view: View, index: int) -> bool:
    """The first of some lines between paragraphs, with a name and a day among them."""
    if is_sentence(view.shapes[index]) or not is_sentence(view.shapes[index - 1]):
        return False
    lines = list(takewhile(lambda i: not is_sentence(view.shapes[i]), range(index, view.body.stop)))
    named = any(view.role(i) == "byline" or is_name(view.shapes[i], view.cues) for i in lines)
    return named and len(lines) <= _MASTHEAD and any(view.role(i) == "date" for i in lines)


def before_digest(view: View) -> range:
    """The body without what is many lines and hardly a paragraph beside another: other articles in brief."""
    joined = list(_joined(view))
    told = view.told_by(joined)
    stop = _to_next_gap(view, joined[-1] + 1) if joined else view.body.stop
    below = range(stop, view.body.stop)
    prose = [i for i in below if view.open(i) and view.shapes[i].prose]
    lines = sum(not is_sentence(view.shapes[i]) for i in below)
    related = sum(goes_on(view.shapes[i], told) for i in prose)
    foreign = len(prose) >= _DIGEST and lines >= len(prose) * _DIGEST and related * 2 < len(prose)
    return range(view.body.start, stop) if foreign else view.body


def _to_next_gap(view: View, stop: int) -> int:
    """Behind the last paragraph that has no more than a few lines between it and the one above."""
    for index in range(stop, view.body.stop):
        if index - stop >= _DIGEST:
            break
        if view.open(index) and view.shapes[index].prose:
            stop = index + 1
    return stop


def _joined(view: View) -> Iterator[int]:
    """The paragraphs that stand beside another."""
    return (i for i in view.body if view.open(i) and view.shapes[i].prose and _is_joined(view, i))


def _last_sentence(view: View, stop: int) -> int | None:
    told = (i for i in range(stop - 1, view.body.start, -1) if view.open(i) and is_sentence(view.shapes[i]))
    return next(told, None)


def _is_teaser(view: View, index: int, told: set[str], beside: int) -> bool:
    """It breaks off, or leads on below; or no paragraph is beside it, a title above: of few words, or of others.

    One of several may say what somebody said, of what the article tells; `beside` it are so many.
    """
    shape = view.shapes[index]
    if shape.truncated or view.rule(index + 1) == "glued link":
        return True
    if _is_joined(view, index) or not _is_title(view, index - 1) or _is_below_box(view, index):
        return False
    foreign = not goes_on(shape, told)
    if beside < _TEASERS and (quotes(shape) or (not foreign and reports(view, index))):
        return False
    if shape.words <= _TEASER_WORDS:
        return True
    return foreign and index - _top_of_teaser(view, index) >= _FOREIGN_LINES


def _is_title(view: View, index: int) -> bool:
    shape = view.shapes[index]
    told = view.open(index) or view.rule(index) == "trail"
    return told and not shape.closed and not shape.prose and shape.words >= _TITLE_WORDS


def _top_of_teaser(view: View, index: int) -> int:
    """Its title is a line, if it has one; so is what may stand above that."""
    top = index
    while top > view.body.start and not is_sentence(view.shapes[top - 1]):
        top -= 1
    return top


def _is_list(view: View, lines: range) -> bool:
    """Points alone, and what announces them; or lines under a sentence that does, or under a heading of one."""
    if _is_bulleted(view, lines):
        return True
    announced = any(view.shapes[i].text[-1] == ":" for i in range(lines.start - 1, lines.start + 2))
    return announced and all(view.shapes[i].words <= _ITEM_WORDS for i in lines)


def _is_joined(view: View, index: int) -> bool:
    """A paragraph stands beside it."""
    return any(view.open(i) and view.shapes[i].prose for i in (index - 1, index + 1))


def is_sentence(shape: Shape) -> bool:
    return shape.prose or (shape.closed and shape.words > _FEWEST and not shape.truncated)


def _is_point(shape: Shape) -> bool:
    return shape.words > _LABEL_WORDS and shape.block.kind in ("list_item", "quote")
