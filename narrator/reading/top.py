"""What stands above the prose of an article: its headline, its summary, its date and authors."""

from __future__ import annotations

import re

from narrator.reading import marks
from narrator.reading.authors import is_byline
from narrator.reading.blocks import Found
from narrator.reading.boxes import stands_by_picture
from narrator.reading.declared import Declared
from narrator.reading.length import words_in
from narrator.reading.titles import alike

_SUMMARY_WORDS = 6
_NAMED_SUMMARY_WORDS = 3
_NEAR = 3
"""Blocks above a headline where blogs put the date."""
_REACH = 15
"""Blocks above the prose among which a headline is looked for that says another title than the page declares."""
_LOWEST = 3
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_top(found: list[Found], article: set[int], declared: Declared) -> set[int]:
    """Indices of the headline, and of what stands between it and the prose and reads like a summary.

    They often stand outside the element that holds the prose; what the page declares of itself finds them.
    Lines that look like a date or a byline are kept where the page declares none.
    """
    start = min((i for i in article if found[i].is_prose), default=len(found))
    headline = _headline(found, start, declared.title or "")
    if headline is None:
        return set()
    summary = {i for i in range(headline + 1, start) if _is_summary(found[i], declared.description)}
    near = range(max(0, headline - _NEAR), start)
    dates = set() if declared.metadata.date else {i for i in near if _is_date_line(found[i])}
    bylines = set() if declared.metadata.authors else {i for i in near if is_byline(found[i].text)}
    return {headline} | summary | dates | bylines


def _is_date_line(block: Found) -> bool:
    return len(block.text.split()) <= 8 and bool(_YEAR.search(block.text))


def _headline(found: list[Found], start: int, title: str) -> int | None:
    """The block nearest above the prose that says the declared title; a heading before other blocks."""
    said = [i for i, block in enumerate(found[: start + 1]) if is_title(block.text, title)]
    if said:
        return max(said, key=lambda i: (found[i].place.kind == "heading", i))
    above = range(max(0, start - _REACH), start)
    return max((i for i in above if _is_headline(found[i])), default=None)


def _is_headline(block: Found) -> bool:
    """A heading, or what is named one, where no other is known to be the headline."""
    place = block.place
    if place.furniture or block.linked or place.kind not in ("heading", "text") or place.level > _LOWEST:
        return False
    return place.kind == "heading" or marks.is_headline(place.element)


def is_title(text: str, title: str) -> bool:
    """Whether a heading says the title, perhaps with a kicker in front."""
    return 0.6 < len(text) / (len(title) or 1) < 2.5 and alike(text, title) > 0.8


def _is_summary(block: Found, description: str) -> bool:
    if block.place.kind in ("caption", "embed", "table") or block.link_share > 0.5:
        return False
    words = words_in(block.text)
    if words >= _NAMED_SUMMARY_WORDS and marks.is_summary(block.place.element) and not block.linked:
        return True
    if words < _SUMMARY_WORDS:
        return False
    return alike(block.text, description) > 0.8 or not (block.place.furniture or stands_by_picture(block))
