"""A live blog: below the hour of each post its title and what it tells, the newest first as a rule."""

from __future__ import annotations

import re
from itertools import pairwise

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.layout import marks, words_told
from narrator.segment.view import View

_HOUR = compiled(
    r"\d{1,2}(?:[:.h]\d{2})(?: ?(?:[ap]\.?m\.?|uhr|h))?(?: ?(?:GMT|BST|UTC|C?E[SD]?T|P[SD]T|I?ST))?",
    re.IGNORECASE,
)
_TIMED = compiled(
    r"(?:[^\W\d]{1,8}\.? )?\d{1,2}[:.h]\d{2}(?: ?(?:uhr|h))? ?[,:|–—-] ?[«“„\"]?\s?[^\W\d]", re.IGNORECASE
)
_TIMED_WORDS = 16
_REACH = 60
"""Blocks between two posts, at most."""
_POSTS = 3
"""At least."""
_POST_BLOCKS = 14
"""Blocks of a post, at most."""
_TITLE_WORDS = 4
"""Words of a line that says that this is one, at least; fewer are a button: `Live TV`."""
_SUMMARY_WORDS, _SUMMARY_SHARE = 300, 3
"""Of a summary above the posts at most, where it has so many times their words."""
_HEADING_WORDS = 14
_BELOW = ("end", "stop")
_TOLD = (None, "body", "standfirst", "context")


def over_posts(view: View) -> range:
    """The body with all the posts of a live blog; a list of other articles by their hours is none."""
    if not view.hours:
        return view.body
    first, last = min(view.hours), max(view.hours)
    return range(min(view.body.start, first), max(view.body.stop, _end_of_post(view, last)))


def heading_of_post(view: View, index: int) -> Role | None:
    """The line below the hour of a post, above what it tells."""
    shape, below = view.shapes[index], index + 1
    if index - 1 not in view.hours or below not in view.body:
        return None
    heads = shape.words <= _HEADING_WORDS and not shape.closed
    return "subhead" if heads and view.shapes[below].complete else None


def heading_with_hour(view: View, index: int) -> Role | None:
    """The hour of a post and its title in one line above what it tells, and not only once: `14.20: Ferries stay in`."""
    if view.told_apart or not _is_heading_with_hour(view, index):
        return None
    near = range(max(view.body.start, index - _REACH), min(index + _REACH, view.body.stop))
    return "subhead" if any(i != index and _is_heading_with_hour(view, i) for i in near) else None


def _is_heading_with_hour(view: View, index: int) -> bool:
    shape, below = view.shapes[index], index + 1
    if index not in view.body or shape.words > _TIMED_WORDS or shape.closed or below not in view.body:
        return False
    return bool(_TIMED.match(shape.plain)) and view.shapes[below].complete


def hours_of_posts(view: View) -> frozenset[int]:
    """The lines of hours, where a line above says that the page is live, and each has a sentence below."""
    hours = [i for i, shape in enumerate(view.shapes) if _HOUR.fullmatch(shape.plain)]
    told = [i for i in hours if _end_of_post(view, i) > i + 1]
    if len(told) < _POSTS or not _says_live(view, told[0]) or _are_of_others(view, told):
        return frozenset()
    return frozenset(told if all(below - i <= _POST_BLOCKS for i, below in pairwise(told)) else ())


def _says_live(view: View, hour: int) -> bool:
    above = (shape for shape in view.shapes[:hour] if shape.words >= _TITLE_WORDS and not shape.complete)
    return any(view.cues.live.search(shape.text) for shape in above)


def _are_of_others(view: View, hours: list[int]) -> bool:
    """Below a report that is longer by far than all of them: what else a site has told today."""
    above = range(view.body.start, min(hours[0], view.body.stop))
    posts = range(hours[0], _end_of_post(view, hours[-1]))
    return words_told(view, above) > max(_SUMMARY_WORDS, _SUMMARY_SHARE * words_told(view, posts))


def _end_of_post(view: View, hour: int) -> int:
    """Behind its last sentence; below the hour itself where it has none."""
    stop = hour + 1
    for index in range(stop, min(stop + _POST_BLOCKS, len(view.shapes))):
        if _HOUR.fullmatch(view.shapes[index].plain) or any(marks(view, kind, index) for kind in _BELOW):
            break
        if view.role(index) in _TOLD and view.shapes[index].complete:
            stop = index + 1
    return stop
