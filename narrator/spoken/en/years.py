"""Years, decades, eras, fiscal years and quarters."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.en.number_words import cardinal, pair, plural, year

YEAR = r"(?:1\d{3}|20\d{2})"

_DECADE = compiled(r"(?<![\w.,$£€])(?:([12]\d)|['‘’])?(\d0)['’]?s\b")
_TO_DECADE = compiled(rf"(?<![\w.,$£€/-])({YEAR})\s?[-–]\s?(?=\d\d\d0s\b)")
_DECADES = compiled(r"(?<=\d0s)\s?[-–]\s?(?=['’]?(?:\d\d)?\d0s\b)")
_SHORT_YEARS = compiled(r"(?<!\w)['‘’](\d\d)\s?[-–]\s?['‘’](?=\d\d(?![\w'’]))")
_TO_PRESENT = compiled(rf"(?<![\w.,$£€/-])({YEAR})\s?[-–]\s?(?=(?:present|today|now)\b)")
_SEASON = compiled(r"(?<![\w.,/-])([1-4]\d)/([1-5]\d)(?![\w/-]|[.,]\d)")
_SHORT_YEAR = compiled(r"(?<!\w)['‘’](\d\d)(?![\d\w'’])")
_FISCAL = compiled(r"\bFY\s?['’]?(\d{4}|\d\d)(?:[-–/](?:20)?(\d\d))?\b")
_QUARTER = compiled(r"\b([QH])([1-4])\b(?:\s?(?:of\s)?(?:['’](\d\d)|(?<=\s)(\d{4}))\b|[/-](\d\d)\b(?!-))?")
_QUARTERS = compiled(r"\b([QH][1-4])\s?[-–]\s?(?=[QH][1-4]\b)")
_REPORTED = compiled(r"\b([1-4])(Q|(?<=[12])H)\s?(?:20|['’])?(\d\d)\b")
_PART_OF = compiled(r"\s(?:of|in|inch|inches|mile|miles|yards?|cups?)\b")
_YEARS = compiled(rf"(?<![\w.,$£€/-])({YEAR})\s?[-–/]\s?({YEAR}|\d\d)(?![\w%]|[.,-]\d)")
_ERA = compiled(
    r"(?<![\w.,])(\d{1,4}|\d{1,3},\d{3})\s?((?:BCE?|CE|AD)\b|B\.C\b\.?(?:E\b\.?)?|A\.D\b\.?)|\b(AD|A\.D\.)\s?(\d{1,4})\b"
)
_ERAS = compiled(
    r"(?<![\w.,/-])(?:(\d{1,4})\s?[-–]\s?(?=\d{1,4}\s?(?:BCE?|CE|AD)\b)"
    r"|(\d{1,4}\s(?:BCE?|CE|AD))\s?[-–]\s?(?=(?:AD\s)?\d))"
)
_SURE_YEAR = compiled(
    r"(?:\b(?:in|since|until|till|by|from|of|year|early|late|mid|before|after|during|circa|spring|summer|autumn|fall|"
    r"winter|to|through|and|between|the|born|died|class|election|season|for|or)[\s-]|[(,]\s?|^|©\s?)$",
    re.IGNORECASE,
)
_OWNER = compiled(r"[a-z]['’]s\s$")
_OWNED = compiled(
    r"\s(?!horsepower|kilo|hectare|square|cubic|volt|watt|tonne)(?:[a-z]{4}|[A-Z][a-z]{2}|[\"“])"
)
_COUNTED = compiled(
    r"\s(?:(?:more|other|new|small|local|young|different|additional|foreign)\s)?(?!(?:as|is|was|has|this|its|his|us|"
    r"onwards|always|begins|brings|comes|continues|does|ends|feels|gets|gives|goes|looks|makes|marks|means|offers|"
    r"promises|sees|seems|shows|starts|takes|turns|"
    r"elections?|sales|results|games|plans|polls|series|prices|sports|finals|figures|earnings|levels|rates|politics|"
    r"olympics|protests|wars|attacks|tests|talks|riots|awards)\b)(?:[a-z]{2,}s|people|men|women|children|of|percent|per|"
    r"or so|dead|staff|cattle|feet|hectare|metre|meter|mile)\b"
)
_FOUR = compiled(r"(?<![\w.,$£€/:#+-])(1\d{3}|20\d{2})(?![\w%°/]|[.,:-]\d)")
_EVENT = compiled(
    r"\b(?!(?:About|Almost|Another|Around|At|By|For|From|Nearly|Only|Over|Roughly|Some|To|With)\b)[A-Z][\w’]*\s$"
)
"""A name before a year, as in Tokyo 2020."""


def eras(text: str) -> str:
    """
    >>> eras("in 44 BC, AD 1066")
    'in forty four BC, AD ten sixty six'
    >>> eras("2700–2300 BC, 27 BC–AD 14")
    'twenty seven hundred to twenty three hundred BC, twenty seven BC to AD fourteen'
    """
    return _ERA.sub(_say_era, _ERAS.sub(_say_eras, text))


def fiscal_periods(text: str) -> str:
    """
    >>> fiscal_periods("in FY23 and Q3 2024")
    'in fiscal year twenty twenty three and Q three twenty twenty four'
    >>> fiscal_periods("in 2Q22, Q1-Q3, Q1'24 and H1/23")
    'in Q two twenty twenty two, Q one to Q three, Q one twenty twenty four and H one twenty twenty three'
    """
    said = _FISCAL.sub(_say_fiscal, _REPORTED.sub(r"\2\1 20\3", _QUARTERS.sub(r"\1 to ", text)))
    return _QUARTER.sub(_say_quarter, said)


def decades(text: str) -> str:
    """
    >>> decades("the 1960s-80s")
    'the nineteen sixties to eighties'
    >>> decades("from 1900–1920s")
    'from 1900 to nineteen twenties'
    >>> decades("the 1990s, the '90s, the mid-2000s, in his 40s")
    'the nineteen nineties, the nineties, the mid-two thousands, in his forties'
    """
    text = _DECADES.sub(" to ", _TO_DECADE.sub(r"\1 to ", text))
    return _DECADE.sub(_say_decade, text)


def short_years(text: str) -> str:
    """
    >>> short_years("the class of '98, from '92-'96, 2009-present")
    'the class of ninety eight, from ninety two to ninety six, 2009 to present'
    """
    text = _TO_PRESENT.sub(r"\1 to ", _SHORT_YEARS.sub(r"'\1 to '", text))
    return _SHORT_YEAR.sub(lambda found: pair(found[1]), text)


def seasons(text: str) -> str:
    """Two years that follow each other, and hardly ever a fraction.

    >>> seasons("the 19/20 season, 15/16 of an inch, a 20/40 split")
    'the nineteen twenty season, 15/16 of an inch, a 20/40 split'
    """
    return _SEASON.sub(_say_season, text)


def year_ranges(text: str) -> str:
    """
    >>> year_ranges("the 2016-17 season, the 1914–1918 war")
    'the twenty sixteen to seventeen season, the nineteen fourteen to nineteen eighteen war'
    """
    return _YEARS.sub(_say_years, text)


def years(text: str) -> str:
    """A bare number that is a year by its place or, in our own centuries, by its look.

    >>> years("the Tokyo 2020 organisers, Detroit 2015: trucks, some 2020 organisers")
    'the Tokyo twenty twenty organisers, Detroit twenty fifteen: trucks, some 2020 organisers'

    >>> years("in 1945, the 1876 treaty, 1876 men, 2024 was hot")
    'in nineteen forty five, the eighteen seventy six treaty, 1876 men, twenty twenty four was hot'
    """
    return _FOUR.sub(_say_year, text)


def _say_era(found: re.Match[str]) -> str:
    if found[3]:
        return f"{found[3]} {year(int(found[4]))}"
    figures = found[1].replace(",", "")
    return f"{year(int(figures)) if len(figures) == 4 else cardinal(int(figures))} {found[2]}"


def _say_eras(found: re.Match[str]) -> str:
    """The first year bare, if only the last has its era."""
    return f"{found[2] or year(int(found[1]))} to "


def _say_fiscal(found: re.Match[str]) -> str:
    said = f"fiscal year {year(int(found[1]) if len(found[1]) == 4 else 2000 + int(found[1]))}"
    return f"{said} to {pair(found[2])}" if found[2] else said


def _say_quarter(found: re.Match[str]) -> str:
    said = f"{found[1]} {cardinal(int(found[2]))}"
    short = found[3] or found[5]
    figures = found[4] or (f"20{short}" if short else "")
    return f"{said} {year(int(figures))}" if figures else said


def _say_decade(found: re.Match[str]) -> str:
    century, tens = found[1], int(found[2])
    if not century and found.group()[-2:-1] in "'’":
        return found.group()
    if not century:
        return plural(cardinal(tens)) if tens else "two thousands"
    if tens:
        return f"{cardinal(int(century))} {plural(cardinal(tens))}"
    return plural(year(int(century) * 100))


def _say_season(found: re.Match[str]) -> str:
    first, last = found[1], found[2]
    if int(last) != int(first) + 1 or _PART_OF.match(found.string, found.end()):
        return found.group()
    return f"{pair(first)} {pair(last)}"


def _say_years(found: re.Match[str]) -> str:
    first, last = found[1], found[2]
    if len(last) == 2:
        if int(last) <= int(first[2:]) and first[2:] != "99":
            return found.group()
        return f"{year(int(first))} to {pair(last)}"
    return f"{year(int(first))} to {year(int(last))}" if int(first) < int(last) else found.group()


def _say_year(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()], found.string[found.end() :]
    sure = _SURE_YEAR.search(before[-12:])
    counted = _COUNTED.match(after) and not re.search(r"\b(?:in|since|the)\s$", before, re.IGNORECASE)
    recent = int(found[1]) >= 1900
    if counted and recent and _EVENT.search(before[-24:]):
        return year(int(found[1]))
    owns = after.startswith(("'s ", "’s ")) or (_OWNER.search(before) and _OWNED.match(after))
    return year(int(found[1])) if not counted and (sure or recent or owns) else found.group()


RULES = (eras, fiscal_periods, decades, short_years, seasons, year_ranges, years)
