"""Every block of a page judged: by itself, by where the article lies, by what heads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from narrator.model import Origin, Page
from narrator.segment.authors import signed_anywhere
from narrator.segment.borders import (
    before_gap,
    before_signature,
    from_lede,
    from_signature,
    opening_appeal,
    over_boxes,
    over_closing_lines,
    over_lists,
    over_open_end,
    up_to_last_line,
)
from narrator.segment.clean import is_clean, is_divided
from narrator.segment.columns import speaks_throughout
from narrator.segment.comments import above_comments, before_comments
from narrator.segment.context import find_context
from narrator.segment.cues import cues_of
from narrator.segment.documents import MARKED, OWN, find_own_body, find_own_headline
from narrator.segment.headline import find_headline
from narrator.segment.instructions import gives_instructions
from narrator.segment.interviews import from_question, is_answered
from narrator.segment.layout import are_parted, find_body, from_headline, told_in, usual_length
from narrator.segment.live import hours_of_posts, over_posts
from narrator.segment.notices import closing_notices, told_after_all
from narrator.segment.numbered import over_numbers
from narrator.segment.owners import owners_of
from narrator.segment.place import PLACES
from narrator.segment.publication import date_told
from narrator.segment.shape import key_of, shape_of
from narrator.segment.signs import SIGNS
from narrator.segment.skips import skipped_in
from narrator.segment.subheads import lone_label
from narrator.segment.teasers import (
    after_teasers,
    before_digest,
    before_glued_teasers,
    before_next_articles,
    before_teasers,
)
from narrator.segment.unstopped import stopped
from narrator.segment.view import Rule, Verdict, View, apply

_BORDERS = (
    above_comments,
    from_signature,
    from_lede,
    from_question,
    over_lists,
    over_numbers,
    over_boxes,
    before_comments,
    before_signature,
    before_gap,
    before_digest,
    before_teasers,
    before_glued_teasers,
    before_next_articles,
    after_teasers,
    over_open_end,
    over_closing_lines,
    over_posts,
)
"""What moves the borders of an article in a text, in order."""


def judge(page: Page, language: str | None) -> View:
    """Every block of a page with its role and the rule that decided."""
    view = _view_of(page, language)
    places = _in_document(view) if page.origin == "document" else _on_page(view, page.origin)
    date = page.metadata.date or date_told(view, language)
    view.year = date.year if date else None
    apply(places, view)
    _look_again(view)
    find_context(view)
    return view


def laid_out(page: Page, language: str | None) -> View:
    """A text or page of which is known where the article lies, and not yet which line heads it."""
    view = _view_of(page, language)
    _lay_out(view, page.origin)
    return view


def _view_of(page: Page, language: str | None) -> View:
    shapes = stopped([shape_of(block) for block in page.blocks])
    view = View(shapes, cues_of(language), title=key_of(page.title or ""), authors=page.metadata.authors)
    view.listed = Counter(
        shape.key for shape, below in zip_longest(shapes, shapes[1:]) if not (below and below.prose)
    )
    view.told_apart = page.origin != "text"
    view.owners = owners_of(view)
    view.skipped = skipped_in(view)
    view.instructs = gives_instructions(view)
    view.personal = speaks_throughout(view)
    view.clean = is_clean(view)
    view.divided = view.clean and is_divided(view)
    return view


def _in_document(view: View) -> Sequence[Rule]:
    """Judges each block by itself, then finds headline and body; the rules for the rest."""
    apply(MARKED, view)
    view.headline = find_own_headline(view)
    view.body = find_own_body(view)
    return OWN


def _on_page(view: View, origin: Origin) -> Sequence[Rule]:
    _lay_out(view, origin)
    view.headline = find_headline(view)
    if view.headline is not None:
        view.verdicts.pop(view.headline, None)
        view.body = from_headline(view)
    view.told = told_in(view)
    view.bare = all(shape.complete for i, shape in enumerate(view.shapes) if i != view.headline)
    return PLACES


def _lay_out(view: View, origin: Origin) -> None:
    """What can be seen of each block by itself, who signed, and from where to where the article goes."""
    apply(SIGNS, view)
    view.authors = view.authors or signed_anywhere(view)
    view.body = find_body(view)
    view.hours = hours_of_posts(view)
    for moved in (up_to_last_line,) if origin == "web" else _BORDERS:
        view.body = moved(view)
    _leave_out_appeal(view)
    view.usual = usual_length(view)
    view.parted = are_parted(view)


def _leave_out_appeal(view: View) -> None:
    appeal = range(0) if view.told_apart else opening_appeal(view)
    view.verdicts.update(dict.fromkeys(filter(view.open, appeal), Verdict("boilerplate", "opening appeal")))
    view.body = range(max(appeal.stop, view.body.start), view.body.stop)


def _look_again(view: View) -> None:
    """Takes back what only shows once all blocks have been judged."""
    view.verdicts.update(dict.fromkeys(told_after_all(view), Verdict("body", "told")))
    while notices := closing_notices(view):
        view.verdicts.update(dict.fromkeys(notices, Verdict("boilerplate", "closing notice")))
    label = lone_label(view)
    if label is not None and not is_answered(view, label):
        view.verdicts[label] = Verdict("boilerplate", "lone label")
