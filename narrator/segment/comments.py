"""What readers wrote under an article, or what a page shows of it above."""

from __future__ import annotations

from narrator.segment.dates import names_moment, without_date
from narrator.segment.layout import ARTICLE_WORDS, find_body, signs_comment, words_told
from narrator.segment.view import View

_COMMENTS = 3
"""Signatures that make comments of what they stand under, at least."""
_NICKNAME = 4
"""Words of the line above a day and an hour that name who wrote a comment, at most."""
_COMMENT_BLOCKS = 12
"""Blocks of the first comment, and what stands above it, at most."""


def before_comments(view: View) -> range:
    """The body without what readers wrote under it, each with name, day and hour; so are embedded posts signed."""
    signed = _signed(view, range(view.body.start, len(view.shapes)))
    if len(signed) < _COMMENTS or signed[0] > view.body.stop:
        return view.body
    body = range(view.body.start, _top_of_comments(view, signed))
    return body if words_told(view, body) > ARTICLE_WORDS else view.body


def above_comments(view: View) -> range:
    """The body again among what stands above the first comments, where these were taken for it."""
    signed = _signed(view, range(view.body.stop))
    if len(signed) < _COMMENTS:
        return view.body
    above = (find_body(view, i) for i in signed[:_COMMENTS])
    return next((body for body in above if words_told(view, body) > ARTICLE_WORDS), view.body)


def _signed(view: View, blocks: range) -> list[int]:
    """The signatures of comments."""
    return [i for i in blocks if signs_comment(view, i) or _is_below_name(view, i)]


def _top_of_comments(view: View, signed: list[int]) -> int:
    """The first signature, or where comments stand above their signatures, the furniture above the first."""
    following = signed[-1] + 1
    if view.sentence(following):
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
