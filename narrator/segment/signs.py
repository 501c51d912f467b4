"""Rules that judge a block by itself: by what its markup says and by words that give a line away."""

from __future__ import annotations

import re

from narrator.model import Role
from narrator.segment.bylines import is_byline
from narrator.segment.dates import without_date
from narrator.segment.view import Rule, View

_TEASER_WORDS = 60
"""A longer block that opens like a prompt is told by the article."""
_TWEET = re.compile(
    r"(?:^|\s)[—–-]+\s.{1,80}\(@\w{1,30}\).{0,40}$|^.{1,60}\(@\w+\)(?:\s.{0,30})?$|pic\.twitter\.com/"
)
_HANDLES = re.compile(r"(?:@\w+|#\w+|https?://\S+|www\.\S+)")
_SITE_PATH = re.compile(r"^(?:[^>›»→|]{1,40}\s*[>›»→]\s*){1,}[^>›»→|.]{1,120}$")
_MENU = re.compile(r"^[^|•·.]{1,28}(?:\s*[|•·]\s*[^|•·.]{1,28}){2,}$")


def caption_markup(view: View, index: int) -> Role | None:
    return "caption" if view.shapes[index].block.kind == "caption" else None


def embedded_post(view: View, index: int) -> Role | None:
    shape = view.shapes[index]
    if shape.block.kind == "embed" or _TWEET.search(shape.tail):
        return "boilerplate"
    return None


def outside_article(view: View, index: int) -> Role | None:
    return None if view.shapes[index].block.main else "boilerplate"


def nothing_to_say(view: View, index: int) -> Role | None:
    """No letters or digits at all."""
    return None if view.shapes[index].words else "boilerplate"


def date_line(view: View, index: int) -> Role | None:
    shape = view.shapes[index]
    if shape.words > 25 or not any(map(str.isdigit, shape.text)):
        return None
    return None if without_date(shape.text, view.cues) else "date"


def dated_byline(view: View, index: int) -> Role | None:
    return "byline" if is_byline(view.shapes[index], view.cues) else None


def known_line(view: View, index: int) -> Role | None:
    shape = view.shapes[index]
    if shape.words > 30 or (shape.block.kind == "heading" and shape.block.level == 1):
        return None
    return "boilerplate" if view.cues.whole.fullmatch(shape.plain) else None


def credit_line(view: View, index: int) -> Role | None:
    """Photographer and agency, or an agency alone."""
    shape = view.shapes[index]
    if shape.words > 14 or (shape.closed and shape.words > 6):
        return None
    text = shape.plain.strip("()[] ")
    whole = all(view.cues.credit.fullmatch(part) for part in re.split(r"\s*[/|,-]\s*", text) if part)
    return "caption" if whole or view.cues.credit_opening.match(text) else None


def credited_caption(view: View, index: int) -> Role | None:
    shape = view.shapes[index]
    return "caption" if shape.words <= 120 and _ends_in_credit(shape.tail, view) else None


def captions_opening(view: View, index: int) -> Role | None:
    shape = view.shapes[index]
    return "caption" if shape.words <= 80 and view.cues.caption_opening.match(shape.plain) else None


def prompt(view: View, index: int) -> Role | None:
    """Begins like a request to read, follow, subscribe, share or log in."""
    shape = view.shapes[index]
    if shape.words > _TEASER_WORDS:
        return None
    return "boilerplate" if view.cues.opening.match(shape.plain) else None


def telltale(view: View, index: int) -> Role | None:
    """Says what only prompts and legal notices say."""
    shape = view.shapes[index]
    return "boilerplate" if shape.words <= 90 and view.cues.anywhere.search(shape.text) else None


def handles(view: View, index: int) -> Role | None:
    """More handles, hash tags and addresses than words."""
    shape = view.shapes[index]
    found = len(_HANDLES.findall(shape.head))
    return "boilerplate" if found and found * 2 >= shape.words and shape.words < 60 else None


def trail(view: View, index: int) -> Role | None:
    """Breadcrumbs and menus in one line."""
    shape = view.shapes[index]
    if shape.closed or shape.words > 25:
        return None
    return "boilerplate" if _SITE_PATH.match(shape.text) or _MENU.match(shape.text) else None


def _ends_in_credit(text: str, view: View) -> bool:
    match = _CREDIT_END.search(text)
    if not match:
        return False
    parts = [part for part in re.split(r"\s*[/|,]\s*|\s+via\s+", match.group(1).strip(" .")) if part]
    return any(view.cues.credit.fullmatch(part) or view.cues.credit_opening.match(part) for part in parts)


_CREDIT_END = re.compile(r"[(\[]([^()\[\]]{2,100})[)\]]\.?$")

SIGNS: tuple[Rule, ...] = (
    caption_markup,
    embedded_post,
    outside_article,
    nothing_to_say,
    date_line,
    known_line,
    dated_byline,
    credit_line,
    credited_caption,
    captions_opening,
    prompt,
    telltale,
    handles,
    trail,
)
