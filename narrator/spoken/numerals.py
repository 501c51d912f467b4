"""Numbers in words by CLDR's rules, and what they lack: printed amounts, spelled digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from narrator.spoken.cldr import LONGEST as _LONGEST
from narrator.spoken.cldr import in_words

SPACE = "[ \u00a0\u202f\u2009]"
"""The spaces that newspapers set between a number and what belongs to it."""

NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,6}}(?=\.\d\d?(?!\d))|\d{{1,3}}(?:{SPACE}\d{{3}}(?!\d)){{1,6}}|\d{{1,3}}(?:\.\d{{3}}(?!\d)){{1,6}}|\d{{1,3}}(?:['’]\d{{3}}(?!\d)){{1,6}}|\d+)"
    r"(?:,\d{3}(?=,\d{3})){0,6}(?:[.,]\d+(?![.,]?\d))?"
)
"""A number as continental newspapers print it: `1.234,5`, `1 234,5`, `1'234`, `2.5`, `12,5`."""

_ORDINALS = {"fr": "-masculine", "es": "-masculine", "it": "-masculine", "pt": "-masculine"}
_YEARS = {"de": "-year"}
"""Where the rules of CLDR have forms of their own that are said."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that was read: its whole part and the digits after the decimal mark."""

    whole: int
    fraction: str = ""

    @property
    def is_one(self) -> bool:
        return self.whole == 1 and not self.fraction.strip("0")


def parse_amount(written: str) -> Amount:
    """
    >>> parse_amount("1.234,5")
    Amount(whole=1234, fraction='5')
    >>> parse_amount("12 000"), parse_amount("2.5")
    (Amount(whole=12000, fraction=''), Amount(whole=2, fraction='5'))
    """
    bare = re.sub(rf"{SPACE}|['’]", "", written)
    if bare.count(",") > 1 or 0 <= bare.find(",") < bare.find("."):
        bare = bare.replace(",", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    whole, _, fraction = bare.replace(",", ".").partition(".")
    return Amount(int(whole), fraction)


def is_code(written: str) -> bool:
    """Whether these digits are no quantity but a code: a telephone number, an article number.

    >>> is_code("007"), is_code("0,7"), is_code("1234567890123456789")
    (True, False, True)
    """
    return bool(re.match(r"0\d", written)) or len(re.sub(r"\D", "", written)) > _LONGEST


@lru_cache(maxsize=4096)
def cardinal(number: int, code: str) -> str:
    """
    >>> cardinal(27, "de"), cardinal(1234, "tr")
    ('siebenundzwanzig', 'bin iki yüz otuz dört')
    """
    return "één" if code == "nl" and number == 1 else in_words(number, code)


@lru_cache(maxsize=1024)
def ordinal(number: int, code: str) -> str:
    """
    >>> ordinal(3, "fr"), ordinal(21, "tr")
    ('troisième', 'yirmi birinci')
    """
    return in_words(number, code, f"spellout-ordinal{_ORDINALS.get(code, '')}")


@lru_cache(maxsize=1024)
def year(number: int, code: str) -> str:
    """
    >>> year(1989, "de"), year(1999, "nl")
    ('neunzehnhundertneunundachtzig', 'negentienhonderdnegenennegentig')
    """
    if code == "nl" and 1100 <= number < 2000 and number % 100:
        return f"{cardinal(number // 100, code)}honderd{cardinal(number % 100, code)}"
    return in_words(number, code, f"spellout-numbering{_YEARS.get(code, '')}")


def digits(written: str, code: str) -> str:
    """Each digit on its own.

    >>> digits("007", "it")
    'zero zero sette'
    """
    return " ".join(cardinal(int(figure), code) for figure in written if figure.isdigit())
