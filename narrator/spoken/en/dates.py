"""Dates in every style of the press."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.en.number_words import cardinal, ordinal, year
from narrator.spoken.en.years import YEAR

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_BY_START = {month[:3].lower(): month for month in _MONTHS}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_NO_MORE = r"(?![\d%]|[.,:/]\d|(?:st|nd|rd|th)\b)"
_NOT_COUNTED = r"(?!\s(?:million|billion|percent|per cent|people|times|years|points|seats)\b|[-–]year)"

_MONTH_DAY = compiled(
    rf"\b(?P<month>{_MONTH})\s(?P<day>{_DAY}){_TH}(?:\s?(?:[-–]|to)\s?(?P<last>{_DAY}){_TH})?(?![\d:%]|[.,]\d|[-–]year)"
    rf"{_NOT_COUNTED}(?:(?P<comma>,?)\s(?P<year>{YEAR}){_NO_MORE})?",
    re.IGNORECASE,
)
_DAY_MONTH = compiled(
    rf"(?<![\d.,:/$£€-])(?P<the>\bthe\s)?\b(?:(?P<day>{_DAY}){_TH}\s?(?P<joint>[-–]|to|and|&)\s?)?"
    rf"(?P<last>{_DAY}){_TH}(?:\sof)?\s(?P<month>{_MONTH})"
    rf"(?:(?P<comma>,?)\s(?P<year>{YEAR}){_NO_MORE})?",
    re.IGNORECASE,
)
_MONTH_YEAR = compiled(
    rf"\b(?P<month>{_MONTH})(?P<comma>,?)\s(?:of\s)?(?P<year>{YEAR}){_NO_MORE}(?!\s?[-–]\s?\d)",
    re.IGNORECASE,
)
_DASHED_MONTHS = compiled(rf"\b({_MONTH}\s{_DAY}(?:,?\s{YEAR})?)\s?[-–]\s?({_MONTH}\s{_DAY})\b")
_DASHED_DAYS = compiled(
    rf"(?<!\d)({_DAY}\s{_MONTH}(?:\s{YEAR})?|\b{_MONTH}\s{YEAR})\s?[-–]\s?(?={_DAY}\s{_MONTH}|{_MONTH}\s{YEAR})"
)
_SLASHED_DAYS = compiled(rf"(?<![\d/.,])({_DAY})/(?={_DAY}\s{_MONTH})")
_BETWEEN_DAYS = compiled(
    rf"(?<=\bbetween )(?P<first>{_DAY}){_TH}\sand\s(?=(?:{_DAY}){_TH}\s{_MONTH})", re.IGNORECASE
)
_HYPHENED = compiled(rf"(?<![\w-])({_DAY})-({_MONTH})-({YEAR}|\d\d)(?![\w-]|[.,]\d)", re.IGNORECASE)
_ISO = compiled(rf"(?<![\d/-])({YEAR})[-/.](0?[1-9]|1[0-2])[-/.]({_DAY})(?![\d/-])")
_SLASHED = compiled(rf"(?<![\d/.-])(\d\d?)([/.-])(\d\d?)\2({YEAR}|\d\d)(?![\d/-]|\.\d)")
_OUTSIDE_AMERICA = compiled(r"[£₹]|\b(?:Rs|crore|lakh)\b")
_NAMED = compiled(
    rf"\b(?P<month>{_MONTH})-(?P<day>{_DAY})(?:-(?P<year>{YEAR}))?(?![\w-]|[.,]\d)", re.IGNORECASE
)
_LAST_MONTH = 12
_LAST_OF_OURS = 40
_DAY_IN_FIGURES = compiled(
    rf"(?<=\b[Oo]n )(?!9/11|7/7|24/7|7/11)(?=0?\d/(?:1[1-9]|[23]\d)|1\d/|[23]\d/)({_DAY})/({_DAY})"
    r"(?![\d/%]|[.,:-]\d|-\w| (?:of|to|in|inch|mile|acre|odds|on|shot|scale)\b| (?!this|always)[a-z]{3,}s\b)"
)
_NINE_ELEVEN = compiled(r"(?<![\d/])(9/11|7/7|24/7|50/50|20/20|60/40|7/11)(?![\d/])")
_MONTH_ALONE = compiled(
    r"(\b)(Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.(?=[\s–/-]|$)|"
    r"(\b(?:[Ii]n|to|of|by|[Ff]rom|[Ss]ince|[Uu]ntil|[Ee]arly|[Ll]ate|[Ll]ast|next|this)\s)(Mar|Apr|Jun|Jul)\.(?=\s|$)"
)
_WEEKDAY = compiled(
    r"\b(?:(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|(?<![Tt]he )Sun)\.(?=[,–-]|\s\w)"
    r"|(?<=\bon )(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?=\.$))"
)
_WEEKDAY_OF_DATE = compiled(
    rf"(?<!the )\b(Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b"
    rf"(?=,?\s(?:the (?:\w+ ){{1,2}}of\s)?(?:{'|'.join(_MONTHS)})\b)"
)
_MONTHS_RANGE = compiled(rf"\b(?=[A-Z])({_MONTH})\s?[-–]\s?(?=[A-Z])({_MONTH})(?!\w)")
_WEEKDAYS_RANGE = compiled(
    r"\b(Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?\s?[-–]\s?"
    r"(Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
)
_WEEKDAYS = {
    "mo": "Monday", "tu": "Tuesday", "we": "Wednesday", "th": "Thursday", "fr": "Friday", "sa": "Saturday",
    "su": "Sunday",
}  # fmt: skip


def iso_dates(text: str) -> str:
    """
    >>> iso_dates("published on 2023-01-27")
    'published on January twenty seventh, twenty twenty three'
    """
    return _ISO.sub(lambda found: _month_day(int(found[2]), int(found[3]), found[1]), text)


def slashed_dates(text: str) -> str:
    """Month first, as Americans write, unless only the other way is a date.

    >>> slashed_dates("on 27/01/2023, on 3/14/15")
    'on the twenty seventh of January twenty twenty three, on March fourteenth, twenty fifteen'
    >>> slashed_dates("on 03.02.24, version 3.2.24")
    'on the third of February twenty twenty four, version 3.2.24'
    """
    return _SLASHED.sub(_say_slashed, text)


def day_first_dates(text: str) -> str:
    """As the rest of the English-speaking world writes.

    >>> day_first_dates("on 05/06/2023, on 3/14/2015")
    'on the fifth of June twenty twenty three, on 3/14/2015'
    >>> day_first_dates("on 25/12, on 12/11, on 9/11, on 12/25")
    'on the twenty fifth of December, on the twelfth of November, on 9/11, on December twenty fifth'
    """
    full = _SLASHED.sub(_say_day_first, text)
    return _DAY_IN_FIGURES.sub(lambda found: _say_day_in_figures(found, int(found[2]) <= _LAST_MONTH), full)


def dates_abroad(text: str) -> str:
    """Day first where the money is not American.

    >>> dates_abroad("He got £5 on 03/04/2023."), dates_abroad("He got $5 on 03/04/2023.")
    ('He got £5 on the third of April twenty twenty three.', 'He got $5 on 03/04/2023.')
    """
    return day_first_dates(text) if _OUTSIDE_AMERICA.search(text) else text


def dashed_names(text: str) -> str:
    """
    >>> dashed_names("on Jan-15-2020")
    'on January fifteenth, twenty twenty'
    >>> dashed_names("3 Sept. 1939 – 8 May 1945, June 2023-May 2024")
    '3 Sept. 1939 to 8 May 1945, June 2023 to May 2024'
    >>> dashed_names("filed on 14-Mar-2023")
    'filed on the fourteenth of March twenty twenty three'
    """
    text = _HYPHENED.sub(_say_hyphened, text)
    return _NAMED.sub(_say_named, _DASHED_DAYS.sub(r"\1 to ", text))


def days_in_figures(text: str) -> str:
    """Day and month behind "on", where they are no fraction; month first, as Americans write.

    >>> days_in_figures("on 12/25, on 25/12, but on 3/4 of the farms, on 15/16 of an inch")
    'on December twenty fifth, on the twenty fifth of December, but on 3/4 of the farms, on 15/16 of an inch'
    """
    return _DAY_IN_FIGURES.sub(lambda found: _say_day_in_figures(found, int(found[1]) > _LAST_MONTH), text)


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
    >>> day_month("between 4 and 6 March, on 23 and 29 May")
    'between the fourth and the sixth of March, on the twenty third and the twenty ninth of May'
    """
    text = _SLASHED_DAYS.sub(r"\1-", text)
    apart = _BETWEEN_DAYS.sub(lambda found: f"the {ordinal(int(found['first']))} and ", text)
    return _DAY_MONTH.sub(_say_day_month, apart)


def month_year(text: str) -> str:
    """
    >>> month_year("in Jan. 2023 and March 1999")
    'in January twenty twenty three and March nineteen ninety nine'
    """
    return _MONTH_YEAR.sub(
        lambda found: f"{_month(found['month'])}{found['comma']} {year(int(found['year']))}", text
    )


def calendar_ranges(text: str) -> str:
    """
    >>> calendar_ranges("Mon-Fri in Sept.-Oct., May–June 2023")
    'Monday to Friday in September to October, May to June 2023'
    """
    text = _WEEKDAYS_RANGE.sub(
        lambda found: " to ".join(_WEEKDAYS[day[:2].lower()] for day in found.groups()), text
    )
    return _MONTHS_RANGE.sub(lambda found: " to ".join(map(_month, found.groups())), text)


def months_and_weekdays(text: str) -> str:
    """
    >>> months_and_weekdays("in Sept. he left, on Tue., it rained")
    'in September he left, on Tuesday, it rained'
    >>> months_and_weekdays("sales in Mar. fell")
    'sales in March fell'
    >>> months_and_weekdays("They came on Sat."), months_and_weekdays("Sun. night, in the sun")
    ('They came on Saturday.', 'Sunday night, in the sun')
    >>> months_and_weekdays("Tue the fifth of May")
    'Tuesday the fifth of May'
    """
    full = _MONTH_ALONE.sub(_say_month_alone, text)
    for pattern in (_WEEKDAY, _WEEKDAY_OF_DATE):
        full = pattern.sub(lambda found: _WEEKDAYS[found.group()[:2].lower()], full)
    return full


def _say_slashed(found: re.Match[str]) -> str:
    first, last, year_figures = int(found[1]), int(found[3]), found[4]
    day_first = first > 12 or (found[2] == "." and last <= 12)
    day, month = (first, last) if day_first else (last, first)
    if not (1 <= month <= 12 and 1 <= day <= 31) or _is_version(found):
        return found.group()
    return (_day_month if day_first else _month_day)(month, day, year_figures)


def _say_day_in_figures(found: re.Match[str], day_first: bool) -> str:
    day, month = (found[1], found[2]) if day_first else (found[2], found[1])
    if int(month) > _LAST_MONTH:
        return found.group()
    named, counted = _MONTHS[int(month) - 1], ordinal(int(day))
    return f"the {counted} of {named}" if day_first else f"{named} {counted}"


def _say_day_first(found: re.Match[str]) -> str:
    day, month = int(found[1]), int(found[3])
    if not (1 <= month <= 12 and 1 <= day <= 31) or _is_version(found):
        return found.group()
    return _day_month(month, day, found[4])


def _is_version(found: re.Match[str]) -> bool:
    """With full stops and a short year only two figures each make a date: 03.02.24, not 3.12.24."""
    return found[2] == "." and len(found[4]) == 2 and len(found[1]) + len(found[3]) < 4


def _month_day(month: int, day: int, figures: str) -> str:
    return f"{_MONTHS[month - 1]} {ordinal(day)}, {_long_or_short(figures)}"


def _day_month(month: int, day: int, figures: str) -> str:
    return f"the {ordinal(day)} of {_MONTHS[month - 1]} {_long_or_short(figures)}"


def _long_or_short(figures: str) -> str:
    """Two figures are this century's up to 40, else the last one's.

    >>> _long_or_short("24"), _long_or_short("65"), _long_or_short("1865")
    ('twenty twenty four', 'nineteen sixty five', 'eighteen sixty five')
    """
    if len(figures) == 4:
        return year(int(figures))
    return year(int(figures) + (2000 if int(figures) <= _LAST_OF_OURS else 1900))


def _say_hyphened(found: re.Match[str]) -> str:
    return f"the {ordinal(int(found[1]))} of {_month(found[2])} {_long_or_short(found[3])}"


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
        joint = "and" if found["joint"] in {"and", "&"} else "to"
        said = f"the {ordinal(int(found['day']))} {joint} {said}"
    said = said if not found["the"] or not found["the"][0].isupper() else f"T{said[1:]}"
    return f"{said}{found['comma']} {year(int(found['year']))}" if found["year"] else said


def _say_month_alone(found: re.Match[str]) -> str:
    ends = not found.string[found.end() :].strip()
    before, month = found[1] or found[3] or "", found[2] or found[4]
    return f"{before}{_month(month)}{'.' if ends else ''}"


def _month(token: str) -> str:
    return _BY_START[token[:3].lower()]


RULES = (
    iso_dates, slashed_dates, dashed_names, days_in_figures, set_phrases, calendar_ranges, month_day, day_month,
    month_year, months_and_weekdays,
)  # fmt: skip
