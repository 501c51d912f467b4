"""Letters and figures in one word: F-16, COVID-19, GPT-5, MH370, H5N1, 5G."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.en.number_words import label, number, plural, year
from narrator.spoken.en.years import YEAR

_WORD_NUMBER = compiled(
    r"(?<![\w.])([A-Za-z][a-z]+(?:[A-Z][a-z]*)*|[A-Z]{2,})-(\d+(?:\.\d+)?)(?![\w]|-\d|[.,]\d)"
)
_SERIAL = compiled(
    r"(?<![\w$£€-])(?<!\d\.)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9]+(?:\.\d+[A-Za-z]+)?(?:-[A-Za-z0-9]+)*(?:\.\d+)?(?![\w])"
)
_FORMULA = compiled(r"\b(CO|NO|SO|CH)(\d)\b")
_BEFORE_YEARS = {"pre", "post", "mid", "early", "late", "end"}
_YEAR = compiled(YEAR)
_COMPOUND = compiled(
    r"\d[\d,]*-[a-z]{2,}|\d+(?:st|nd|rd|th)\b|[a-z]+-[a-z]|[a-z]+-\d+(?:st|nd|rd|th)\b|\d+s\b"
)


def serials(text: str) -> str:
    """
    >>> serials("COVID-19, an F-16, MH370, H5N1, GPT-4o, the G20, a 5-year-old")
    'COVID nineteen, an F sixteen, MH three seventy, H five N one, GPT four o, the G twenty, a 5-year-old'
    >>> serials("the mid-19th century")
    'the mid-19th century'
    """
    text = _FORMULA.sub(lambda found: f"{'.'.join(found[1])}. {number(found[2])}", text)
    named = _WORD_NUMBER.sub(_say_named, text)
    return _SERIAL.sub(_say_serial, named)


def _say_named(found: re.Match[str]) -> str:
    """A word and its number: "magnitude-7.8" is a quantity, "COVID-19" a name, and both are two words."""
    word, figures = found.groups()
    if word in _BEFORE_YEARS and _YEAR.fullmatch(figures):
        return f"{word}-{year(int(figures))}"
    return f"{word} {number(figures) if word.islower() else _figures(figures)}"


def _say_serial(found: re.Match[str]) -> str:
    token = found.group()
    if _COMPOUND.match(token):
        return token
    token, plural_of = (token[:-1], plural) if re.search(r"\ds$", token) else (token, str)
    parts = re.findall(r"[A-Za-z]+|\d+(?:\.\d+)?", token)
    return plural_of(" ".join(_figures(part) if part[0].isdigit() else part for part in parts))


def _figures(figures: str) -> str:
    return number(figures) if "." in figures else label(figures)


RULES = (serials,)
