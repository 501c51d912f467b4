"""Writings that put no space between words: whether a text has letters of them, and how many."""

from __future__ import annotations

import re
from functools import cache

from narrator.patterns import compiled

SIGNS = r"\u3040-\u30ff\u3400-\u9fff"
"""Of Chinese and Japanese."""
KOREAN = r"\uac00-\ud7af"
"""Which has spaces, and as few signs to a word."""
LETTERS = r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"
"""Of Thai, Lao, Tibetan, Burmese and Khmer."""
_ANY = compiled(r"[\u0e00-\u17ff\u3040-\ud7af]")
"""All of them and a few more: a class of more than two ranges takes a hundred times as long to compile."""


def count(text: str, writings: str = SIGNS + LETTERS) -> int:
    """
    >>> count("東京のTower"), count("“Café”"), count("서울", KOREAN)
    (3, 0, 2)
    """
    return len(_one_of(writings).findall(text)) if holds_any(text) else 0


def begins(text: str, writings: str = SIGNS + LETTERS) -> bool:
    """
    >>> begins("東京"), begins("Tower 東京")
    (True, False)
    """
    return holds_any(text[:1]) and bool(_one_of(writings).match(text))


def holds_any(text: str) -> bool:
    """Whether to look closer, with patterns that take long to compile and are seldom needed."""
    return not text.isascii() and bool(_ANY.search(text))


@cache
def _one_of(writings: str) -> re.Pattern[str]:
    return compiled(f"[{writings}]")
