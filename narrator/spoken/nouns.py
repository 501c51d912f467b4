"""The nouns that figures count: scales, money and measures of a language, by the signs they are written with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from narrator.spoken.tables import read_table


@dataclass(frozen=True, slots=True)
class Noun:
    """A word that is counted. `part` is its hundredth, for money."""

    one: str
    many: str
    part: Noun | None = None


@dataclass(frozen=True, slots=True)
class Nouns:
    """By sign: `Mio.`, `Millionen`; symbol, code or abbreviation of a currency; `km/h`."""

    scales: Mapping[str, Noun]
    currencies: Mapping[str, Noun]
    units: Mapping[str, Noun]


@cache
def nouns_of(code: str) -> Nouns:
    """
    >>> nouns_of("fr").scales["Md"], nouns_of("de").currencies["CHF"].part
    (Noun(one='milliard', many='milliards', part=None), Noun(one='Rappen', many='Rappen', part=None))
    """
    rows = [row for row in read_table("", "nouns") if row[0] == code]
    return Nouns(
        *(_by_sign(row[2:] for row in rows if row[1] == kind) for kind in ("scale", "money", "unit"))
    )


def _by_sign(rows: Iterable[list[str]]) -> dict[str, Noun]:
    nouns = ((signs.split("|"), _noun(words)) for signs, *words in rows)
    return {sign: noun for signs, noun in nouns for sign in signs}


def _noun(words: list[str]) -> Noun:
    """Of singular, plural, and those of its hundredth; a plural that is missing is the singular."""
    one, many, part, parts = (*words, "", "", "")[:4]
    return Noun(one, many or one, _noun([part, parts]) if part else None)
