"""Rules for lines amid an article that lead to others."""

from __future__ import annotations

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.subheads import follows_label, is_subhead
from narrator.segment.view import View

_LINK_WORDS = 22
_VIDEO_WORDS = range(3, 19)
_DURATION = compiled(r"(?:\d{1,2}:)?\d{1,2}:\d\d")
_LASTS = compiled(rf"(?:Duration|Duraci[oó]n|Durée|Duração|Durata|Dauer|Duur|Süre)\W*{_DURATION.pattern}")
_LONG_LINE = 40
_TOLD_WORDS = 4
"""Of a sentence that trails off below another, at least; a field to fill in has fewer."""


def link_under_label(view: View, index: int) -> Role | None:
    """What stands under 'Related' and is no paragraph."""
    shape = view.shapes[index]
    sentences = shape.closed and shape.sentences > 1
    if index <= view.body.start or sentences or not _may_lead(view, index) or not follows_label(view, index):
        return None
    return None if is_subhead(view, index) else "boilerplate"


def link_above_more(view: View, index: int) -> Role | None:
    """The title of an article that the line below it leads to."""
    shape = view.shapes[index]
    following = index + 1
    if shape.prose or shape.block.kind == "heading" or not view.body.start < index < view.body.stop:
        return None
    leads = following in view.body and view.cues.more.fullmatch(view.shapes[following].plain)
    return "boilerplate" if leads and not shape.text.endswith(".") else None


def between_furniture(view: View, index: int) -> Role | None:
    """A link or a video's title, furniture in front and behind."""
    beside = view.role(index - 1) == view.role(index + 1) == "boilerplate"
    return "boilerplate" if beside and _may_lead(view, index) else None


def _may_lead(view: View, index: int) -> bool:
    """A line that can be the title of another article: no heading, nor a sentence or what somebody said."""
    shape = view.shapes[index]
    if view.told_apart or shape.words > _LINK_WORDS or shape.block.kind == "heading":
        return False
    told = shape.prose and not shape.truncated and not shape.text.endswith(("?", "!"))
    return not told and not shape.text.endswith((".", "”", '"', "»"))


def title_of_video(view: View, index: int) -> Role | None:
    """Right above how long it lasts, and not right below the headline."""
    shape, below = view.shapes[index], index + 1
    if view.hours or below >= len(view.shapes) or index - 1 == view.headline:
        return None
    titled = not shape.closed and shape.words in _VIDEO_WORDS
    return "boilerplate" if titled and _DURATION.fullmatch(view.shapes[below].text) else None


def summary_of_video(view: View, index: int) -> Role | None:
    """A sentence in the line below how long a video lasts, where blank lines part the article's paragraphs."""
    shape, above = view.shapes[index], index - 1
    if view.told_apart or not view.parted or shape.sentences > 1 or not view.follow(above):
        return None
    return "boilerplate" if _LASTS.fullmatch(view.shapes[above].text) else None


def breaks_off(view: View, index: int) -> Role | None:
    """A teaser that ends in dots, with no sentence of the article beside it; a summary of several sentences is none."""
    shape = view.shapes[index]
    if view.told_apart or not shape.truncated or shape.words >= _LONG_LINE:
        return None
    if shape.sentences > 1 and index - 1 == view.headline:
        return None
    told = view.role(index - 1) == "body" and view.shapes[index - 1].closed and shape.words >= _TOLD_WORDS
    return None if told or view.sentence(index + 1) else "boilerplate"
