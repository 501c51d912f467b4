"""Rules for what sums an article up between its headline and its body."""

from __future__ import annotations

from narrator.model import Role
from narrator.segment.bylines import is_name
from narrator.segment.captions import is_caption
from narrator.segment.dates import find_date, without_date
from narrator.segment.layout import goes_on, marks
from narrator.segment.shape import MARKS
from narrator.segment.view import View

_STANDFIRST_WORDS = range(7, 61)
_BRIEF = range(4, 7)
"""Words of a summary that is a sentence, right below the headline or in words of the article, or one of points."""
_SENTENCE_WORDS = 3
_MOST_POINTS = 6
"""Of a summary, on either side of one."""
_SUMMARY_LINES = 3
_HEADED = 3
"""Blocks from a headline to the first paragraph below it, at most."""
_LINKS = 6
"""Lines below a label that are links, at most."""
_PARAGRAPH_WORDS = 9
_ABOVE, _SUMMARY_WORDS = 2, range(20, 71)
"""Blocks from a summary to the headline below it, or to who signs a text without one, at most, and its words."""
_ABOUT_WORDS = 10


def between_headlines(view: View, index: int) -> Role | None:
    """A paragraph that no other repeats, below the headline where that stands once more under it; or a line of some
    length right below.
    """
    shape = view.shapes[index]
    if view.headline is None or shape.truncated or index > view.headline:
        return None
    if not shape.prose and shape.words not in _STANDFIRST_WORDS:
        return None
    near = range(max(index - (_HEADED if shape.prose else 1), 0), index)
    headed = any(view.shapes[i].key == view.shapes[view.headline].key for i in near)
    again = any(view.shapes[i].key == shape.key for i in view.body)
    return "standfirst" if headed and not again and goes_on(shape, set(view.told)) else None


def summary_above_headline(view: View, index: int) -> Role | None:
    """The paragraph with which a text begins, right above its headline or signature, where the article says its words
    again.
    """
    shape = view.shapes[index]
    if view.told_apart or not _stands_above_headline(view, index):
        return None
    first = not any(view.shapes[i].prose or view.open(i) for i in range(index))
    summary = shape.prose and shape.words in _SUMMARY_WORDS and not shape.truncated
    told = first and summary and goes_on(shape, view.told_by(view.body))
    pictured = is_caption(view, index) or view.cues.caption_cue.search(shape.text)
    return "standfirst" if told and not pictured else None


def _stands_above_headline(view: View, index: int) -> bool:
    """A text that has none begins with the summary, and who wrote it comes after."""
    if view.headline is None:
        return index == 0 < view.body.start and any(map(view.signs, range(1, _ABOVE + 1)))
    return index < view.headline <= index + _ABOVE


def signed_below(view: View, index: int) -> Role | None:
    """The first sentences, where byline or date stand under them."""
    if view.headline is None or index != view.body.start or view.shapes[index].words not in _STANDFIRST_WORDS:
        return None
    following = next(view.after(index, 8), len(view.shapes))
    signed = any(map(view.signs, range(index + 1, min(following, index + 8))))
    return "standfirst" if signed else None


def standfirst(view: View, index: int) -> Role | None:
    """A line of some length between headline and body that tells what the body tells, or a short sentence."""
    shape = view.shapes[index]
    if view.headline is None or not view.headline < index < view.body.start:
        return None
    opening = view.told_by(view.body[:12])
    needed = 1 if index == view.headline + 1 else 2
    if _is_about_publication(view, index):
        return "date"
    if view.told_apart and shape.words >= (_SENTENCE_WORDS if shape.closed else _PARAGRAPH_WORDS):
        return "standfirst"
    told = shape.closed or (len(opening & shape.stems) >= needed and not _is_listed(view, index))
    related = bool(opening & shape.stems)
    sentence = shape.closed and (needed == 1 or related)
    brief = shape.words in _BRIEF and (sentence or (related and _is_below_points(view, index)))
    brief = brief or (shape.complete and _is_between_signature_and_body(view, index))
    brief = brief or (_is_point(view, index) and not _is_listed(view, index))
    brief = brief or _is_alone(view, index) or _announces(view, index) or _opens(view, index)
    return "standfirst" if brief or (shape.words in _STANDFIRST_WORDS and told) else "boilerplate"


def _is_between_signature_and_body(view: View, index: int) -> bool:
    """Bylines and days alone are between it and the headline, nothing between it and the first paragraph."""
    above = range((view.headline or 0) + 1, index)
    return index == view.body.start - 1 and all(map(view.signs, above))


def _is_alone(view: View, index: int) -> bool:
    """Of several words, right below the headline and right above a paragraph, without a number; and no name."""
    shape = view.shapes[index]
    between = index == (view.headline or 0) + 1 == view.body.start - 1 and view.prose(index + 1)
    plain = shape.words > _BRIEF[0] and not any(map(str.isdigit, shape.text))
    return between and plain and not is_name(shape, view.cues)


def _opens(view: View, index: int) -> bool:
    """A sentence of a few words right above the first paragraph, which speaks to nobody: `Here comes the bot.`"""
    shape = view.shapes[index]
    first = index == view.body.start - 1 and shape.complete and shape.text.endswith((".", "!"))
    return first and not view.follow(index) and not view.cues.address.search(shape.text)


def _announces(view: View, index: int) -> bool:
    """Ends with a colon, and what it announces begins right below."""
    shape = view.shapes[index]
    leads = shape.text.endswith((":", "：")) and shape.words in _STANDFIRST_WORDS
    return leads and (index + 1 == view.body.start or view.signs(index + 1))


def _is_point(view: View, index: int) -> bool:
    """One of several lines with the same bullet, of which the article tells."""
    mark = view.shapes[index].text[0]
    if mark not in MARKS or view.shapes[index].words < _BRIEF[0]:
        return False
    near = range(max(0, index - _MOST_POINTS), min(index + _MOST_POINTS, len(view.shapes)))
    points = [i for i in near if view.shapes[i].text[0] == mark]
    told = view.told_by(view.body[:12])
    related = sum(bool(view.shapes[i].stems & told) for i in points)
    return len(points) > 1 and related * 2 > len(points)


def _is_below_points(view: View, index: int) -> bool:
    """Right below two lines that sum the article up."""
    return all(view.rule(i) == view.role(i) == "standfirst" for i in (index - 1, index - 2))


def _is_about_publication(view: View, index: int) -> bool:
    """A day and few words more, as a page has them under its headline."""
    shape = view.shapes[index]
    if not view.told_apart or shape.closed or shape.block.kind != "text":
        return False
    if not find_date(shape.text, view.cues, view.cues.language):
        return False
    return len(without_date(shape.text, view.cues).split()) <= _ABOUT_WORDS


def _is_listed(view: View, index: int) -> bool:
    """Lines that are its like stand between it and the headline, and not only they: links, and titles of videos."""
    assert view.headline is not None
    above = range(view.headline + 1, index)
    alike = [i for i in above if view.rule(i) == "standfirst" and view.shapes[i].words in _STANDFIRST_WORDS]
    if any(marks(view, "end", i) for i in above if index - i <= _LINKS):
        return not view.shapes[index].closed
    if not alike or all(view.role(i) == "standfirst" for i in above):
        return False
    return view.role(index - 1) != "standfirst" or len(alike) >= _SUMMARY_LINES


def top_heading(view: View, index: int) -> Role | None:
    """A heading of the article's own markup between its headline and its first paragraph."""
    marked = view.told_apart and view.shapes[index].block.kind == "heading"
    if not marked or view.headline is None or not view.headline < index < view.body.start:
        return None
    return "subhead" if index == view.body.start - 1 else "standfirst"
