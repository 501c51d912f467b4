"""The rule for a line that is neither a sentence nor a heading, and what lets one be told all the same."""

from __future__ import annotations

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.borders import is_open_end
from narrator.segment.layout import goes_on
from narrator.segment.numbered import is_numbered
from narrator.segment.points import announces_points
from narrator.segment.shape import OPENING_QUOTES
from narrator.segment.signs import cites
from narrator.segment.subheads import announces_what_follows, is_announced_quotation, is_subhead
from narrator.segment.view import View

_LONG_ITEM = 30
_REPORTED_WORDS = 12
_CLOSING_WORDS = 16
"""Words of a paragraph without a full stop at the end of a section, at least."""
_PARAGRAPH_WORDS = 9
_SAID_BY = compiled(r"[«“„\"](?P<said>[^«»“”„\"]+)[»”“\"],? [–—-]?\s?[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][^.!?]{1,80}")
_SAID_WORDS = 8
_POINTS = 4
"""Of a list without bullets, at least."""


def unfinished_line(view: View, index: int) -> Role | None:
    """Neither a sentence nor, unless an article that is alone has several, a heading of one."""
    shape = view.shapes[index]
    kept = shape.closed or shape.prose or _leads_on(view, index) or _is_told_open(view, index)
    kept = kept or is_announced_quotation(view, index)
    kept = kept or _is_amid_points(view, index) or cites(view, index)
    if kept:
        return None
    heads = view.divided and view.sentence(index + 1) and not shape.text[0].islower()
    return "subhead" if heads else "boilerplate"


def _leads_on(view: View, index: int) -> bool:
    """It announces what follows, or is a paragraph by the markup of its page."""
    shape = view.shapes[index]
    announces = shape.words > 3 and shape.text.endswith((":", ",", ";", "–", "—", "：", "，", "；"))
    announces = announces or (shape.words > 1 and shape.text[-1] in ":;：；" and _is_quoted(view, index + 1))
    paragraph = view.told_apart and shape.words > _PARAGRAPH_WORDS
    return announces or paragraph or announces_points(view, index) or announces_what_follows(view, index)


def _is_quoted(view: View, index: int) -> bool:
    """Begins as what somebody said or wrote does."""
    return view.open(index) and view.shapes[index].text[0] in OPENING_QUOTES


def _is_told_open(view: View, index: int) -> bool:
    """A paragraph without a full stop: amid others, at the end of its section or of all, below a heading that the
    article counts, or what somebody said.
    """
    words = view.shapes[index].words
    if _is_below_number(view, index) or _names_who_said_it(view, index):
        return True
    if words >= _LONG_ITEM and (_is_amid_prose(view, index) or _goes_on_unstopped(view, index)):
        return True
    if words >= _REPORTED_WORDS and _says_below_prose(view, index):
        return True
    return (index == view.body.stop - 1 and is_open_end(view, index)) or _closes_section(view, index)


def _names_who_said_it(view: View, index: int) -> bool:
    """What somebody said at some length, and behind it a name: `“…” Jane Doe, sailor`"""
    said = _SAID_BY.fullmatch(view.shapes[index].text)
    return said is not None and len(said["said"].split()) >= _SAID_WORDS


def _is_below_number(view: View, index: int) -> bool:
    """What a counted heading stands above: of some length, or above the next such heading."""
    if view.rule(index - 1) != "numbered heading":
        return False
    return view.shapes[index].words >= _CLOSING_WORDS or is_numbered(view, next(view.after(index, 2), -1))


def _is_amid_prose(view: View, index: int) -> bool:
    """A paragraph of the body stands above it, another right below; a picture may be between."""
    above, below = index - 1, index + 1
    while view.role(above) == "caption":
        above -= 1
    if view.role(above) != "body" or not view.open(below) or below not in view.body:
        return False
    return view.shapes[above].prose and view.shapes[below].prose


def _closes_section(view: View, index: int) -> bool:
    """Long for a link, half a paragraph at least, of what was told before it; below a paragraph, above a heading."""
    shape, below = view.shapes[index], index + 1
    if (
        shape.words < max(_CLOSING_WORDS, view.usual / 2)
        or view.role(index - 1) != "body"
        or not view.shapes[index - 1].prose
    ):
        return False
    return below in view.body and goes_on(shape, set(view.told)) and is_subhead(view, below)


def _goes_on_unstopped(view: View, index: int) -> bool:
    return view.shapes[index].unstopped and view.role(index - 1) == "body"


def _says_below_prose(view: View, index: int) -> bool:
    """It tells what somebody said, right below a paragraph."""
    above = index - 1
    said = view.role(above) == "body" and view.shapes[above].prose
    return said and bool(view.cues.said.search(view.shapes[index].text))


def _is_amid_points(view: View, index: int) -> bool:
    """One of several lines without a blank one between them, sentences among them, below a paragraph of an article
    whose paragraphs blank lines part: points whose bullets a copy has lost.
    """
    top = last = index
    while view.follow(top - 1) and top > view.body.start:
        top -= 1
    while view.follow(last) and last + 1 in view.body:
        last += 1
    points = range(top, last + 1)
    if view.told_apart or not view.parted or len(points) < _POINTS or last + 1 not in view.body:
        return False
    headed = view.role(top - 1) == "body" and view.shapes[top - 1].prose
    mixed = any(shape.complete for shape in view.shapes[top : last + 1])
    return headed and mixed and all(_may_be_told(view, i) for i in points)


def _may_be_told(view: View, index: int) -> bool:
    """Neither furniture nor what a credit shows to be of a picture."""
    told = view.role(index) in (None, "body", "subhead")
    return told or view.rule(index) in ("unfinished line", "uncredited caption")
