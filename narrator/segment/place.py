"""Rules that judge a block by where it stands and what stands beside it."""

from __future__ import annotations

from narrator.model import Role
from narrator.segment.bylines import is_name
from narrator.segment.captions import is_caption
from narrator.segment.view import Rule, View

_SUBHEAD_WORDS = 14
_REPEAT_WORDS = 4


def headline(view: View, index: int) -> Role | None:
    return "headline" if index == view.headline else None


def repeated_headline(view: View, index: int) -> Role | None:
    """The headline again, alone or with the name of the site."""
    if view.headline is None:
        return None
    key, other = view.shapes[view.headline].key, view.shapes[index].key
    close = len(other) <= len(key) + 40 and len(key) >= 12
    return "duplicate" if key == other or (close and key in other) else None


def above_headline(view: View, index: int) -> Role | None:
    top = view.headline if view.headline is not None else view.body.start
    return "boilerplate" if index < min(top, view.body.start) else None


def below_article(view: View, index: int) -> Role | None:
    return "boilerplate" if index >= view.body.stop and index != view.headline else None


def name_under_headline(view: View, index: int) -> Role | None:
    return "byline" if index < view.body.start + 2 and is_name(view.shapes[index], view.cues) else None


def repeated_block(view: View, index: int) -> Role | None:
    shape = view.shapes[index]
    if shape.words < _REPEAT_WORDS:
        return None
    return "duplicate" if any(view.shapes[i].key == shape.key for i in view.body if i < index) else None


def uncredited_caption(view: View, index: int) -> Role | None:
    return "caption" if is_caption(view, index) else None


def standfirst(view: View, index: int) -> Role | None:
    """A line of some length between headline and body."""
    if view.headline is None or not view.headline < index < view.body.start:
        return None
    return "standfirst" if view.shapes[index].words >= 8 else "boilerplate"


def markup_heading(view: View, index: int) -> Role | None:
    return "subhead" if view.shapes[index].block.kind == "heading" else None


def sub_heading(view: View, index: int) -> Role | None:
    """A short line without a full stop, followed by prose."""
    shape = view.shapes[index]
    if (
        (shape.closed and not shape.text.endswith("?"))
        or shape.words > _SUBHEAD_WORDS
        or index == view.body.start
    ):
        return None
    following = next((i for i in range(index + 1, view.body.stop) if view.open(i)), None)
    return "subhead" if following is not None and view.shapes[following].prose else None


def unfinished_line(view: View, index: int) -> Role | None:
    """Neither a sentence nor a heading of one."""
    shape = view.shapes[index]
    return "boilerplate" if not shape.closed and not shape.prose and shape.block.kind == "text" else None


def told(_view: View, _index: int) -> Role | None:
    return "body"


PLACES: tuple[Rule, ...] = (
    headline,
    repeated_headline,
    above_headline,
    below_article,
    name_under_headline,
    repeated_block,
    uncredited_caption,
    standfirst,
    markup_heading,
    sub_heading,
    unfinished_line,
    told,
)
