"""Number words of English, by CLDR's rules: what every other rule of English says its digits with."""

from __future__ import annotations

import re
from functools import lru_cache

from narrator.spoken.cldr import LONGEST as _LONGEST_GROUPED
from narrator.spoken.cldr import in_words

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\.)\.\d+)"
"""A plain number as English prints it: 1,234.5 or 12 or .5"""

_LONGEST = 15
"""Digits a listener can follow as one number: hundreds of trillions."""

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def cardinal(value: int) -> str:
    """
    >>> cardinal(1234)
    'one thousand two hundred and thirty four'
    """
    return _plain(in_words(value, "en", "spellout-cardinal-verbose"))


@lru_cache(maxsize=1024)
def ordinal(value: int) -> str:
    """
    >>> ordinal(42)
    'forty second'
    """
    return _plain(in_words(value, "en", "spellout-ordinal-verbose"))


@lru_cache(maxsize=1024)
def year(value: int) -> str:
    """
    >>> year(1905), year(2005), year(2024)
    ('nineteen oh five', 'two thousand and five', 'twenty twenty four')
    """
    if value < 1000 or 2000 < value < 2010:
        return cardinal(value)
    return _plain(in_words(value, "en", "spellout-numbering-year"))


@lru_cache(maxsize=4096)
def number(token: str) -> str:
    """A token that matches `NUMBER`, in words.

    >>> number("1,234.50")
    'one thousand two hundred and thirty four point five zero'
    >>> number("007")
    'zero zero seven'
    >>> number(".5")
    'point five'
    """
    whole, point, decimals = token.replace(",", "").partition(".")
    if "," in token and len(whole) <= _LONGEST_GROUPED:
        return " point ".join(filter(None, (cardinal(int(whole)), digits(decimals))))
    if not whole:
        return f"point {digits(decimals)}"
    return f"{whole_number(whole)} point {digits(decimals)}" if point else whole_number(whole)


def whole_number(figures: str) -> str:
    """
    >>> whole_number("12"), whole_number("012")
    ('twelve', 'zero one two')
    """
    if len(figures) > _LONGEST or (len(figures) > 1 and figures[0] == "0"):
        return digits(figures)
    return cardinal(int(figures))


def digits(figures: str) -> str:
    """
    >>> digits("911")
    'nine one one'
    """
    return " ".join(_DIGITS[int(figure)] for figure in figures if figure.isdigit())


def label(figures: str) -> str:
    """The number of a room, a flight or a model, as people call it.

    >>> label("737"), label("101"), label("800"), label("1549"), label("16"), label("1600")
    ('seven thirty seven', 'one oh one', 'eight hundred', 'fifteen forty nine', 'sixteen', 'sixteen hundred')
    """
    if figures[0] == "0" or len(figures) > 4:
        return digits(figures)
    if len(figures) < 3 or len(figures.rstrip("0")) == 1:
        return cardinal(int(figures))
    head, tail = figures[:-2], figures[-2:]
    return f"{cardinal(int(head))} {'hundred' if tail == '00' else pair(tail)}"


def pair(figures: str) -> str:
    """
    >>> pair("05"), pair("31")
    ('oh five', 'thirty one')
    """
    return f"oh {cardinal(int(figures))}" if figures[0] == "0" else cardinal(int(figures))


def plural(words: str) -> str:
    """
    >>> plural("nineteen ninety"), plural("thirty six"), plural("two thousand")
    ('nineteen nineties', 'thirty sixes', 'two thousands')
    """
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("x") else f"{words}s"


def fraction(numerator: int, denominator: int) -> str:
    """
    >>> fraction(2, 3), fraction(1, 4), fraction(1, 2), fraction(3, 2)
    ('two thirds', 'one quarter', 'one half', 'three halves')
    """
    if denominator < 2 or denominator > 100:
        return f"{cardinal(numerator)} over {cardinal(denominator)}"
    part = {2: "half", 4: "quarter"}.get(denominator) or ordinal(denominator)
    if numerator == 1:
        return f"one {part}"
    return f"{cardinal(numerator)} {'halves' if denominator == 2 else plural(part)}"


def _plain(words: str) -> str:
    return re.sub(r"[-,]\s*", " ", words).replace("  ", " ")


_MASSES = {
    "10": "tens",
    "100": "hundreds",
    "1000": "thousands",
    "10000": "tens of thousands",
    "100000": "hundreds of thousands",
    "1000000": "millions",
}
MASS = "10{1,6}|1,000(?:,000)?|100?,000"
"""A round number that stands for many of its size, as in 1,000s."""


def mass(figures: str) -> str:
    """
    >>> mass("10,000")
    'tens of thousands'
    """
    return _MASSES.get(figures.replace(",", ""), f"{number(figures)}s")
