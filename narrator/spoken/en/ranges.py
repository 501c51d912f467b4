"""Figures joined by a dash: ranges, scores, votes, and what a minus is."""

from __future__ import annotations

import re

from narrator.patterns import compiled

_UNIT = r"(?:\s?%|\s?°[CF]?|st|nd|rd|th|am|pm|[kKmMbB]n?|ft|in|cm|mm|km|kg|lb|mph)?"
_CHAIN = compiled(r"(?<![\w.,/-])\d{1,2}(?:[-–]\d{1,2}){2,}(?![\w-]|[.,]\d)")
_EQUAL = compiled(r"(?<![\w.,/$£€-])(\d{1,2})\s?[-–]\s?\1(?![\w%-]|[.,]\d)")
_RANGE = compiled(
    rf"(?<![\w.,/-])([$£€]?(?:\d[\d,]*+(?:\.\d++)?|\.\d++){_UNIT})(?:[-–—]|\s[–—]\s)(?=[$£€]?\.?\d)(?![\d.,]+[-–]\d)"
)
_SAME_SIZE = compiled(
    r"(?<![\w.,/-])(\d[\d,]*+(?:\.\d++)?)(m|mn|bn|tn|k|C|F|km|cm|mm|kg|ft|mph|kph|am|pm)\s?[-–—]\s?"
    r"(?=\d[\d,]*+(?:\.\d++)?\2\b)"
)
_CRICKET = compiled(
    r"\b(?:wickets?|innings|overs?|stumps|batsm[ae]n|declar\w+|bowle[dr]s?|bowling|chas(?:e|ed|ing)|"
    r"Test|ODIs?|T20s?|tons?|all out|runs|took [3-9]-\d\d)\b"
)
_FOR_WICKETS = compiled(
    r"(?<![\w.,/-])(\d{2,3})[-–/](10|\d)(?![\w/-]|[.,]\d)|"
    r"(?<=\b(?:took|with)\s)(10|\d)[-–/](\d{2,3})(?![\w/-]|[.,]\d)|(?<=\bfigures of )(10|\d)[-–/](\d{2,3})(?![\w/-])|"
    r"(?<![\w.,/-])(10|\d)[-–/](\d{2,3})(?=\s(?:off|from)\b)"
)
_DECLARED = compiled(r"(?<![\w.,/-])(\d{2,3})[-–/](10|\d)\s?d(?:ec\.?)?(?!\w)")
_MINUS = compiled(r"(?<![\w.,)\]}%°])[-−–](?=[$£€]?\.?\d)|−\s?(?=\d)|(?<=\()[-–]\s(?=[$£€]?\.?\d)")


def formations(text: str) -> str:
    """Three figures or more.

    >>> formations("a 4-3-3 formation")
    'a 4 3 3 formation'
    """
    return _CHAIN.sub(lambda found: re.sub("[-–]", " ", found.group()), text)


def wickets(text: str) -> str:
    """Runs for wickets, where the sentence speaks of cricket.

    >>> wickets("India were 245-6 at stumps, Bumrah took 5/42"), wickets("a 245-6 vote")
    ('India were 245 for 6 at stumps, Bumrah took 5 for 42', 'a 245-6 vote')
    >>> wickets("England 312-5d")
    'England 312 for 5 declared'
    """
    text = _DECLARED.sub(r"\1 for \2 declared", text)
    if not _CRICKET.search(text):
        return text
    return _FOR_WICKETS.sub(lambda found: " for ".join(filter(None, found.groups())), text)


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
    >>> ranges("1.5m–2m people")
    '1.5 to 2m people'
    """
    return _RANGE.sub(r"\1 to ", _SAME_SIZE.sub(r"\1 to ", text))


def minuses(text: str) -> str:
    """
    >>> minuses("down -3%, −5 °C (- 2%), F-16")
    'down minus 3%, minus 5 °C (minus 2%), F-16'
    """
    return _MINUS.sub("minus ", text)


FIRST = (wickets,)
RULES = (formations, draws, ranges, minuses)
