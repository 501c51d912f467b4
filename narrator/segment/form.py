"""The form of a line, as far as it speaks for a headline or against one."""

from __future__ import annotations

from narrator.patterns import compiled
from narrator.segment.field import ABBREVIATION, Field, is_stopped
from narrator.segment.lengths import HEADLINE, likely

_LEAST = -3.5
"""Tabloids head their articles with thirty words, and put no full stop behind them."""
_GLUED = compiled(r"[a-zà-ÿ][A-ZÀ-Þ][a-zà-ÿ]")
_STOPPED_WORDS = 5
"""Of a line whose full stop says nothing, at most."""


def usual_length(field: Field, index: int) -> float:
    """How near its length is to that of most headlines; a logarithm."""
    return max(likely(field.shape(index).words, HEADLINE), _LEAST)


def full_stop(field: Field, index: int) -> float:
    """Ends as sentences do; `U.N.` does not."""
    return field.shape(index).words > _STOPPED_WORDS and is_stopped(field.shape(index))


def leads_on(field: Field, index: int) -> float:
    """Ends with a colon or a comma."""
    return field.shape(index).text.endswith((":", ",", "：", "，", "،"))


def sentence(field: Field, index: int) -> float:
    """Looks like a paragraph of the article; those are not all in capitals."""
    shape = field.shape(index)
    return shape.prose and not shape.in_capitals and not ABBREVIATION.search(shape.text)


def begins_small(field: Field, index: int) -> float:
    """As captions and halves of sentences may; `eBay` does not."""
    return field.shape(index).text[:2].islower()


def speaks_to_readers(field: Field, index: int) -> float:
    """Of the paper or its site."""
    cues, text = field.view.cues, field.shape(index).text
    return bool(cues.address.search(text) and cues.trade.search(text))


def bars(field: Field, index: int) -> float:
    """Parts beside each other, as in menus and credits."""
    return is_barred(field.shape(index).text)


def glued(field: Field, index: int) -> float:
    """Words of a menu that a copy has run into each other."""
    return is_glued(field.shape(index).text)


def is_glued(text: str) -> bool:
    """Whether two words of it have no space before them, or an underscore stands between two.

    >>> is_glued("biggersmallText sizePrint"), is_glued("logo_small"), is_glued("McDonald's in New York")
    (True, True, False)
    """
    return "_" in text or len(_GLUED.findall(text)) > 1


def is_barred(text: str) -> bool:
    """Whether bars part it.

    >>> is_barred("News | Harbour"), is_barred("News of the harbour")
    (True, False)
    """
    return any(bar in text for bar in ("|", " > ", " / "))
