"""Figures joined by a dash: ranges, scores, votes, and what a minus is."""

from __future__ import annotations

import re

_UNIT = r"(?:\s?%|°[CF]?|st|nd|rd|th|am|pm|[kKmMbB]n?|ft|in|cm|mm|km|kg|lb|mph)?"
_CHAIN = re.compile(r"(?<![\w.,/-])\d{1,2}(?:[-–]\d{1,2}){2,}(?![\w-]|[.,]\d)")
_EQUAL = re.compile(r"(?<![\w.,/$£€-])(\d{1,2})\s?[-–]\s?\1(?![\w%-]|[.,]\d)")
_RANGE = re.compile(
    rf"(?<![\w.,/-])([$£€]?(?:\d[\d,]*+(?:\.\d++)?|\.\d++){_UNIT})(?:[-–—]|\s[–—]\s)(?=[$£€]?\.?\d)(?![\d.,]+[-–]\d)"
)
_MINUS = re.compile(r"(?<![\w.,)\]}%°])[-−–](?=[$£€]?\.?\d)|−\s?(?=\d)")


def formations(text: str) -> str:
    """Three figures or more.

    >>> formations("a 4-3-3 formation")
    'a 4 3 3 formation'
    """
    return _CHAIN.sub(lambda found: re.sub("[-–]", " ", found.group()), text)


def draws(text: str) -> str:
    """
    >>> draws("a 2-2 draw")
    'a 2 2 draw'
    """
    return _EQUAL.sub(r"\1 \1", text)


def ranges(text: str) -> str:
    """
    >>> ranges("10–15%, 10%-15%, won 3-1, $5-$10")
    '10 to 15%, 10% to 15%, won 3 to 1, $5 to $10'
    """
    return _RANGE.sub(r"\1 to ", text)


def minuses(text: str) -> str:
    """
    >>> minuses("down -3%, −5 °C, F-16")
    'down minus 3%, minus 5 °C, F-16'
    """
    return _MINUS.sub("minus ", text)


RULES = (formations, draws, ranges, minuses)
