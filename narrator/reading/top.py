"""What stands above the prose of an article: its headline, its summary, its date and authors."""

from __future__ import annotations

from dataclasses import dataclass

from narrator.patterns import compiled
from narrator.reading import marks
from narrator.reading.authors import is_byline
from narrator.reading.blocks import Found
from narrator.reading.boxes import stands_by_picture
from narrator.reading.dates import parse_day
from narrator.reading.declared import Declared
from narrator.reading.length import words_in
from narrator.reading.titles import HEADLINE_WORDS, alike, same

_SUMMARY_WORDS = 6
_NAMED_SUMMARY_WORDS = 3
_NEAR = 3
"""Blocks above a headline where blogs put the date."""
_REACH = 15
"""Blocks above the prose among which a headline is looked for that says another title than the page declares."""
_LOWEST, _SMALLEST = 3, 6
"""Levels of headings above an article, and of the only ones there."""
_SITE = 0.6
_NEARLY = 0.95
_YEAR = compiled(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Top:
    """Indices of blocks above the prose that are the article's."""

    headline: int | None
    others: frozenset[int] = frozenset()


def find_top(found: list[Found], article: set[int], declared: Declared) -> Top:
    """The headline, and what stands between it and the prose and reads like a summary.

    They often stand outside the element that holds the prose; what the page declares of itself finds them.
    Lines that look like a date or a byline are kept where the page declares none.
    """
    start = min((i for i in article if found[i].is_prose), default=len(found))
    headline = _headline(found, start, declared)
    if headline is None:
        return Top(None)
    summary = {i for i in range(headline + 1, start) if _is_summary(found[i], declared.description)}
    near = range(max(0, headline - _NEAR), start)
    dates = set() if declared.metadata.date else {i for i in near if _is_date_line(found[i])}
    bylines = set() if declared.metadata.authors else {i for i in near if is_byline(found[i].text)}
    return Top(headline, frozenset(summary | dates | bylines))


def _is_date_line(block: Found) -> bool:
    return len(block.text.split()) <= 8 and bool(_YEAR.search(block.text))


def _headline(found: list[Found], start: int, declared: Declared) -> int | None:
    """The block nearest above the prose that says the declared title; a heading before other blocks.

    Where none says it, the highest heading near the prose.
    """
    title = declared.title or ""
    said = [i for i, block in enumerate(found[: start + 1]) if is_title(block.text, title)]
    if said:
        return max(said, key=lambda i: (found[i].place.kind == "heading", _says_it_all(found[i], title), i))
    ranks = {i: _rank(found[i]) for i in range(max(0, start - _REACH), start)}
    for lowest in (_LOWEST,) if declared.titled else (_LOWEST, _SMALLEST):
        heads = [i for i in ranks if ranks[i] and _may_head(found[i].text, ranks[i], declared, lowest)]
        if heads:
            return max(heads, key=lambda i: (-ranks[i], i))
    return None


def _says_it_all(block: Found, title: str) -> bool:
    """A summary set as a heading may have most of the title's words."""
    return same(block.text, title) > _NEARLY


def _may_head(text: str, rank: int, declared: Declared, lowest: int) -> bool:
    """A heading that does not name the site; one at the top where a title is declared."""
    site = declared.metadata.site
    if rank > (1 if declared.titled else lowest) or same(text, site or "") > _SITE:
        return False
    may_name_site = text in declared.window and text not in (declared.title or "")
    return bool(site) or words_in(text) >= HEADLINE_WORDS or not (may_name_site or declared.titled)


def _rank(block: Found) -> int:
    """1 for a first heading, or what is named a headline; 0 for what can be none."""
    place = block.place
    if place.furniture or block.linked or place.kind not in ("heading", "text"):
        return 0
    return 1 if marks.is_headline(place.element) else place.level


def is_title(text: str, title: str) -> bool:
    """Whether a heading says the title, perhaps with a kicker in front."""
    return 0.6 < len(text) / (len(title) or 1) < 2.5 and alike(text, title) > 0.8


def _is_summary(block: Found, description: str) -> bool:
    if block.place.kind in ("caption", "embed", "table") or block.link_share > 0.5:
        return False
    if _is_date_line(block) and parse_day(block.text):
        return False
    words = words_in(block.text)
    if words >= _NAMED_SUMMARY_WORDS and marks.is_summary(block.place.element) and not block.linked:
        return True
    if words < _SUMMARY_WORDS:
        return False
    return alike(block.text, description) > 0.8 or not (block.place.furniture or stands_by_picture(block))
