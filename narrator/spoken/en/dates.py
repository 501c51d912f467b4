"""Dates in every style of the press, years, decades, seasons."""

from __future__ import annotations

import re

from narrator.spoken.en.number_words import cardinal, ordinal, pair, plural, year

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_BY_START = {month[:3].lower(): month for month in _MONTHS}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d{3}|20\d{2})"
_NO_MORE = r"(?![\d%]|[.,:/]\d|(?:st|nd|rd|th)\b)"
_NOT_COUNTED = r"(?!\s(?:million|billion|percent|per cent|people|times|years|points|seats)\b|[-–]year)"

_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\s(?P<day>{_DAY}){_TH}(?:\s?(?:[-–]|to)\s?(?P<last>{_DAY}){_TH})?(?![\d:%]|[.,]\d|[-–]year)"
    rf"{_NOT_COUNTED}(?:(?P<comma>,?)\s(?P<year>{_YEAR}){_NO_MORE})?",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(
    rf"(?<![\d.,:/$£€-])(?P<the>\bthe\s)?\b(?:(?P<day>{_DAY}){_TH}\s?(?:[-–]|to|and)\s?)?(?P<last>{_DAY}){_TH}(?:\sof)?\s(?P<month>{_MONTH})"
    rf"(?:(?P<comma>,?)\s(?P<year>{_YEAR}){_NO_MORE})?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(
    rf"\b(?P<month>{_MONTH})(?P<comma>,?)\s(?:of\s)?(?P<year>{_YEAR}){_NO_MORE}(?!\s?[-–]\s?\d)",
    re.IGNORECASE,
)
_DASHED_MONTHS = re.compile(rf"\b({_MONTH}\s{_DAY})\s?[-–]\s?({_MONTH}\s{_DAY})\b")
_ISO = re.compile(rf"(?<![\d/-])({_YEAR})[-/.](0?[1-9]|1[0-2])[-/.]({_DAY})(?![\d/-])")
_SLASHED = re.compile(rf"(?<![\d/.-])(\d\d?)([/.-])(\d\d?)\2({_YEAR}|\d\d)(?![\d/-]|\.\d)")
_NAMED = re.compile(
    rf"\b(?P<month>{_MONTH})-(?P<day>{_DAY})(?:-(?P<year>{_YEAR}))?(?![\w-]|[.,]\d)", re.IGNORECASE
)
_NINE_ELEVEN = re.compile(r"(?<![\d/])(9/11|7/7|24/7|50/50|20/20|60/40|7/11)(?![\d/])")
_MONTH_ALONE = re.compile(r"\b(Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.(?=\s|$)")
_WEEKDAY = re.compile(r"\b(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.(?=[,–-]|\s[A-Z\d])")
_WEEKDAYS = {
    "mo": "Monday", "tu": "Tuesday", "we": "Wednesday", "th": "Thursday", "fr": "Friday", "sa": "Saturday",
    "su": "Sunday",
}  # fmt: skip
_DECADE = re.compile(r"(?<![\w.,$£€])(?:([12]\d)|['‘’])?(\d0)['’]?s\b")
_SHORT_YEAR = re.compile(r"(?<!\w)['‘’](\d\d)(?![\d\w'’])")
_FISCAL = re.compile(r"\bFY\s?['’]?(\d{4}|\d\d)(?:[-/](\d\d))?\b")
_QUARTER = re.compile(r"\b([QH])([1-4])\b(?:\s(?:of\s)?(?:['’](\d\d)|(\d{4}))\b)?")
_YEARS = re.compile(rf"(?<![\w.,$£€/-])({_YEAR})\s?[-–/]\s?({_YEAR}|\d\d)(?![\w%]|[.,-]\d)")
_ERA = re.compile(
    r"(?<![\w.,])(\d{1,4}|\d{1,3},\d{3})\s?((?:BCE?|CE|AD)\b|B\.C\b\.?(?:E\b\.?)?|A\.D\b\.?)|\b(AD|A\.D\.)\s(\d{1,4})\b"
)
_SURE_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|of|year|early|late|mid|before|after|during|circa|spring|summer|autumn|fall|"
    r"winter|to|through|and|between|the|born|died|class|election|season|for|or)[\s-]|[(,]\s?|^|©\s?)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s(?:(?:more|other|new|small|local|young|different|additional|foreign)\s)?(?!(?:as|is|was|has|this|its|his|us|"
    r"elections?|sales|results|games|plans|polls|series|prices|sports|finals|figures|earnings|levels|rates|politics|"
    r"olympics|protests|wars|attacks|tests|talks|riots|awards)\b)(?:[a-z]{2,}s|people|men|women|children|of|percent|per|"
    r"or so|dead|staff|cattle|feet|hectare|metre|meter|mile)\b"
)
_FOUR = re.compile(r"(?<![\w.,$£€/:#+-])(1\d{3}|20\d{2})(?![\w%°:/]|[.,-]\d)")


def iso_dates(text: str) -> str:
    """
    >>> iso_dates("published on 2023-01-27")
    'published on January twenty seventh, twenty twenty three'
    """
    return _ISO.sub(lambda found: _month_day(int(found[2]), int(found[3]), found[1]), text)


def slashed_dates(text: str) -> str:
    """Month first, as Americans write, unless only the other way is a date.

    >>> slashed_dates("on 27/01/2023, on 3/14/15")
    'on the twenty seventh of January twenty twenty three, on March fourteenth, fifteen'
    """
    return _SLASHED.sub(_say_slashed, text)


def dashed_names(text: str) -> str:
    """
    >>> dashed_names("on Jan-15-2020")
    'on January fifteenth, twenty twenty'
    """
    return _NAMED.sub(_say_named, text)


def set_phrases(text: str) -> str:
    """
    >>> set_phrases("the 9/11 attacks, open 24/7")
    'the nine eleven attacks, open twenty four seven'
    """
    return _NINE_ELEVEN.sub(lambda found: " ".join(cardinal(int(n)) for n in found[1].split("/")), text)


def month_day(text: str) -> str:
    """
    >>> month_day("on Jan. 27, 2023, and on Sept. 11-12")
    'on January twenty seventh, twenty twenty three, and on September eleventh to twelfth'
    """
    joined = _DASHED_MONTHS.sub(r"\1 to \2", text)
    return _MONTH_DAY.sub(_say_month_day, joined)


def day_month(text: str) -> str:
    """
    >>> day_month("on 27 January 2023, the 4th of July")
    'on the twenty seventh of January twenty twenty three, the fourth of July'
    """
    return _DAY_MONTH.sub(_say_day_month, text)


def month_year(text: str) -> str:
    """
    >>> month_year("in Jan. 2023 and March 1999")
    'in January twenty twenty three and March nineteen ninety nine'
    """
    return _MONTH_YEAR.sub(
        lambda found: f"{_month(found['month'])}{found['comma']} {year(int(found['year']))}", text
    )


def months_and_weekdays(text: str) -> str:
    """
    >>> months_and_weekdays("in Sept. he left, on Tue., it rained")
    'in September he left, on Tuesday, it rained'
    """
    full = _MONTH_ALONE.sub(_say_month_alone, text)
    return _WEEKDAY.sub(lambda found: _WEEKDAYS[found[1][:2].lower()], full)


def eras(text: str) -> str:
    """
    >>> eras("in 44 BC, AD 1066")
    'in forty four BC, AD ten sixty six'
    """
    return _ERA.sub(_say_era, text)


def fiscal_periods(text: str) -> str:
    """
    >>> fiscal_periods("in FY23 and Q3 2024")
    'in fiscal year twenty twenty three and Q three twenty twenty four'
    """
    said = _FISCAL.sub(_say_fiscal, text)
    return _QUARTER.sub(_say_quarter, said)


def decades(text: str) -> str:
    """
    >>> decades("the 1990s, the '90s, the mid-2000s, in his 40s")
    'the nineteen nineties, the nineties, the mid-two thousands, in his forties'
    """
    return _DECADE.sub(_say_decade, text)


def short_years(text: str) -> str:
    """
    >>> short_years("the class of '98")
    'the class of ninety eight'
    """
    return _SHORT_YEAR.sub(lambda found: pair(found[1]), text)


def year_ranges(text: str) -> str:
    """
    >>> year_ranges("the 2016-17 season, the 1914–1918 war")
    'the twenty sixteen to seventeen season, the nineteen fourteen to nineteen eighteen war'
    """
    return _YEARS.sub(_say_years, text)


def years(text: str) -> str:
    """A bare number that is a year by its place or, in our own centuries, by its look.

    >>> years("in 1945, the 1876 treaty, 1876 men, some 1800 visitors, 2024 was hot")
    'in nineteen forty five, the eighteen seventy six treaty, 1876 men, some 1800 visitors, twenty twenty four was hot'
    """
    return _FOUR.sub(_say_year, text)


def _say_slashed(found: re.Match[str]) -> str:
    first, last, year_figures = int(found[1]), int(found[3]), found[4]
    day_first = first > 12 or (found[2] == "." and last <= 12)
    day, month = (first, last) if day_first else (last, first)
    if not (1 <= month <= 12 and 1 <= day <= 31) or (found[2] == "." and len(year_figures) < 4):
        return found.group()
    return (_day_month if day_first else _month_day)(month, day, year_figures)


def _month_day(month: int, day: int, figures: str) -> str:
    return f"{_MONTHS[month - 1]} {ordinal(day)}, {_long_or_short(figures)}"


def _day_month(month: int, day: int, figures: str) -> str:
    return f"the {ordinal(day)} of {_MONTHS[month - 1]} {_long_or_short(figures)}"


def _long_or_short(figures: str) -> str:
    return year(int(figures)) if len(figures) == 4 else pair(figures)


def _say_named(found: re.Match[str]) -> str:
    said = f"{_month(found['month'])} {ordinal(int(found['day']))}"
    return f"{said}, {year(int(found['year']))}" if found["year"] else said


def _say_month_day(found: re.Match[str]) -> str:
    if found["month"][0].islower() and found["month"].lower() in {"may", "march", "mar", "dec", "sep", "jan"}:
        return found.group()
    said = f"{_month(found['month'])} {ordinal(int(found['day']))}"
    if found["last"]:
        said += f" to {ordinal(int(found['last']))}"
    return f"{said}{found['comma']} {year(int(found['year']))}" if found["year"] else said


def _say_day_month(found: re.Match[str]) -> str:
    if found["month"] in {"may", "march", "mar"} and not found["year"]:
        return found.group()
    said = f"the {ordinal(int(found['last']))} of {_month(found['month'])}"
    if found["day"]:
        said = f"the {ordinal(int(found['day']))} to {said}"
    said = said if not found["the"] or not found["the"][0].isupper() else f"T{said[1:]}"
    return f"{said}{found['comma']} {year(int(found['year']))}" if found["year"] else said


def _say_month_alone(found: re.Match[str]) -> str:
    ends = not found.string[found.end() :].strip()
    return f"{_month(found[1])}{'.' if ends else ''}"


def _say_era(found: re.Match[str]) -> str:
    if found[3]:
        return f"{found[3]} {year(int(found[4]))}"
    figures = found[1].replace(",", "")
    return f"{year(int(figures)) if len(figures) == 4 else cardinal(int(figures))} {found[2]}"


def _say_fiscal(found: re.Match[str]) -> str:
    said = f"fiscal year {year(int(found[1]) if len(found[1]) == 4 else 2000 + int(found[1]))}"
    return f"{said} to {pair(found[2])}" if found[2] else said


def _say_quarter(found: re.Match[str]) -> str:
    said = f"{found[1]} {cardinal(int(found[2]))}"
    figures = found[4] or (f"20{found[3]}" if found[3] else "")
    return f"{said} {year(int(figures))}" if figures else said


def _say_decade(found: re.Match[str]) -> str:
    century, tens = found[1], int(found[2])
    if not century:
        return plural(cardinal(tens)) if tens else found.group()
    if tens:
        return f"{cardinal(int(century))} {plural(cardinal(tens))}"
    return plural(year(int(century) * 100))


def _say_years(found: re.Match[str]) -> str:
    first, last = found[1], found[2]
    if len(last) == 2:
        if int(last) <= int(first[2:]) and first[2:] != "99":
            return found.group()
        return f"{year(int(first))} to {pair(last)}"
    return f"{year(int(first))} to {year(int(last))}"


def _say_year(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()], found.string[found.end() :]
    sure = _SURE_YEAR.search(before[-12:])
    counted = _COUNTED.match(after) and not re.search(r"\b(?:in|since|the)\s$", before, re.IGNORECASE)
    recent = int(found[1]) >= 1900
    return year(int(found[1])) if not counted and (sure or recent) else found.group()


def _month(token: str) -> str:
    return _BY_START[token[:3].lower()]


RULES = (
    iso_dates, slashed_dates, dashed_names, set_phrases, month_day, day_month, month_year, months_and_weekdays, eras,
    fiscal_periods, decades, short_years, year_ranges, years,
)  # fmt: skip
