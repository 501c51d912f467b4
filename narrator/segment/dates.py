"""The day an article was published, as the press writes it."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from narrator.patterns import compiled
from narrator.segment.cues import Cues

_YEARS = range(1800, 2101)
_THIS_CENTURY = 70
"""Years of two figures below it are those of this century."""
_SPAN = 400
"""Characters looked at; a dateline is short."""
_ISO = compiled(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_SLASHED = compiled(r"(?<![\d/.])(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?![\d/.]\d)")
_CJK = compiled(r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]")
_NUMERIC = compiled(r"(?<![\d/.-])(?P<a>\d{1,2})(?P<s>[/.-])\s?(?P<b>\d{1,2})(?P=s)\s?(?P<y>\d{4})(?!\d)")
_SHORT = compiled(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<s>[/.])\s?(?P<b>\d{1,2})(?P=s)\s?(?P<yy>\d{2})(?![/.:h-]?\d)"
)
_NUMERALS = (_ISO, _SLASHED, _CJK, _NUMERIC, _SHORT)
_MAYBE = compiled(r"\d{4}|\d[/.]")
"""No day with its year is without a year of four figures or figures parted by signs."""
_OTHER_NAME = r"(?:\s?/\s?\w{3,15}\b(?=\s+\d{4}))?"
"""Arabic papers give a month both its names."""
_GLUED = r"(?-i:(?<=[A-Z]{2})(?=[A-Z]{3})|(?<=[a-z]{2}|\d{2})(?=[A-Z][a-z]))"
"""`HARBOURJAN 27, 2023`, `Daily PlanetJan 27, 2023`: a rubric stands in an element before it, or the day in figures."""
_YEAR = r"(?P<y>\d{4})(?!\d(?!\d?:\d\d|\d?\s[^\W\d]{3}))"
"""A clock or the day again may be glued to it: `20235:01 AM`, `202318 Dec 2023`."""
_AMERICAN = compiled(r"\b[ECMP][SD]?T\b|\bAT \d{1,2}:\d{2} [AP]M\b")
"""The clock of a land that writes the month first."""
_TO_24 = compiled(r"\b(?:0\d|1[3-9]|2[0-3])[:.h][0-5]\d\b(?!\s?[ap]\.?m)", re.IGNORECASE)
"""A clock of 24 hours, `09:15` or `14:34`, which lands have that write the day first."""
_CLOCK = compiled(
    r"\d{1,2}時\d{1,2}分|[+-]\d{2}:?\d{2}"
    r"|\d{1,2}(?:[:.h]\d{2})(?!\.\s?(?:bis\b|[-–]))(?::\d{2})?(?:\.\d+)?(?:\s?(?:[ap]\.?m\.?|uhr|h|z)\b\.?)?",
    re.IGNORECASE,
)
_HOUR_FIRST = compiled(
    rf"(?:\W*(?:at|um|à|kl\.?|alle|a las)\b)?\W*(?:{_CLOCK.pattern})(?:\W*[A-Z]{{1,4}}T\b)?", re.IGNORECASE
)
"""What goes with a day: `at 1:06 PM ET`."""
_ZONE = compiled(r"\b[A-Z]{1,4}T\b")


def find_date(text: str, cues: Cues, language: str | None = None) -> dt.date | None:
    """The first full date in a text; None where the year is missing or day and month cannot be told apart.

    >>> from narrator.segment.cues import cues_of
    >>> find_date("This article was first published on January 27, 2023", cues_of("en"))
    datetime.date(2023, 1, 27)
    >>> find_date("Fri 27th Jan. 2023 10.15 GMT", cues_of("en"))
    datetime.date(2023, 1, 27)
    >>> find_date("03/04/2023", cues_of("en"), "en"), find_date("03/04/2023", cues_of("fr"), "fr")
    (None, datetime.date(2023, 4, 3))
    >>> find_date("Issued on: 11/03/2026 - 14:34", cues_of("en"), "en"), find_date("3/4/23 9:30 AM", cues_of("en"))
    (datetime.date(2026, 3, 11), None)
    >>> find_date("06/09/2024June 9, 2024", cues_of("en"), "en")
    datetime.date(2024, 6, 9)
    >>> find_date("April 23, 20245:01 AM ET", cues_of("en")), find_date("18 Dec 202318 Dec 2023", cues_of("en"))
    (datetime.date(2024, 4, 23), datetime.date(2023, 12, 18))
    >>> find_date("1/ 5/23 07:40 PM ET", cues_of("en"), "en"), find_date("27.1.23", cues_of("de"))
    (datetime.date(2023, 1, 5), datetime.date(2023, 1, 27))
    >>> find_date("Published 01.27.2023 07:00 AM", cues_of("en")), find_date("2023年1月27日 08時00分", cues_of("ja"))
    (datetime.date(2023, 1, 27), datetime.date(2023, 1, 27))
    >>> find_date("2023. január 27., 11:16", cues_of("hu")), find_date("Jane Doe27 Jan 2023", cues_of("en"))
    (datetime.date(2023, 1, 27), datetime.date(2023, 1, 27))
    """
    found = _first_match(text[:_SPAN], cues, language)
    return found[1] if found else None


def tells_when(text: str, cues: Cues) -> bool:
    """Whether it names a day or an hour.

    >>> from narrator.segment.cues import cues_of
    >>> [tells_when(line, cues_of("en")) for line in ("21 Sep 2011", "by Quill at 15:22", "Planet 24")]
    [True, True, False]
    """
    return bool(find_date(text, cues, "xx") or _CLOCK.search(text[:_SPAN]))


def names_moment(text: str, cues: Cues) -> bool:
    """Whether it names a day and an hour.

    >>> from narrator.segment.cues import cues_of
    >>> names_moment("21 Sep 2011 | 15:22", cues_of("en")), names_moment("21 Sep 2011", cues_of("en"))
    (True, False)
    >>> names_moment("21.9.11", cues_of("de")), names_moment("21.9.11 15.22 Uhr", cues_of("de"))
    (False, True)
    >>> names_moment("12.02. bis 03.03.2026", cues_of("de"))
    False
    """
    text = text[:_SPAN]
    if not _CLOCK.search(text):
        return False
    found = _first_match(text, cues, "xx")
    day = found[0] if found else _patterns(cues).dayless.search(text)
    return bool(day and _CLOCK.search(text[: day.start()] + " " + text[day.end() :]))


def without_date(text: str, cues: Cues) -> str:
    """What is left of a line when dates, times, weekdays and the words around them are taken away.

    >>> from narrator.segment.cues import cues_of
    >>> without_date("Published: 10:30 AM EST, Fri January 27, 2023", cues_of("en"))
    ''
    >>> without_date("The police said on Friday", cues_of("en"))
    'police said'
    """
    text = text[:_SPAN]
    for _ in range(2):
        found = _first_match(text, cues, "xx")
        if found:
            text = text[: found[0].start()] + " " + text[found[0].end() :]
    text = _patterns(cues).dayless.sub(" ", text)
    text = _ZONE.sub(" ", _CLOCK.sub(" ", text))
    text = _patterns(cues).company.sub(" ", text)
    return re.sub(r"[\W\d_]+", " ", text).strip()


def without_day(text: str, cues: Cues) -> str:
    """What stands before the first number, a month or weekday that goes with it taken away.

    >>> from narrator.segment.cues import cues_of
    >>> without_day("By Jane Doe March 18 at 3:57 PM", cues_of("en"))
    'By Jane Doe'
    >>> without_day("By JANE DOE and JUNE ROESEPT. 19, 2016", cues_of("en"))
    'By JANE DOE and JUNE ROE'
    """
    found = _first_match(text[:_SPAN], cues, "xx")
    words = (text[: found[0].start()] if found else re.split(r"\d", text, maxsplit=1)[0]).split()
    while words and _is_calendar(words[-1].strip(".,|•·-–—"), cues):
        words.pop()
    return " ".join(words)


def after_day(text: str, cues: Cues) -> str:
    """What stands behind the first day.

    >>> from narrator.segment.cues import cues_of
    >>> after_day("Thursday, March 18, 2021, by Jane Doe", cues_of("en"))
    'by Jane Doe'
    >>> after_day("September 10, 2021 at 1:06 PM ET by Jane Doe", cues_of("en"))
    'by Jane Doe'
    """
    found = _first_match(text[:_SPAN], cues, "xx")
    if not found:
        return ""
    rest = text[found[0].end() :]
    hour = _HOUR_FIRST.match(rest)
    return rest[hour.end() if hour else 0 :].strip(" ,|•·-–—")


def _is_calendar(word: str, cues: Cues) -> bool:
    named = any(month.fullmatch(word) for month in cues.months)
    beside = cues.weekdays.fullmatch(word) or cues.date_company.fullmatch(word)
    return not word or bool(beside) or named


def _first_match(text: str, cues: Cues, language: str | None) -> tuple[re.Match[str], dt.date] | None:
    if not _MAYBE.search(text):
        return None
    patterns = _patterns(cues)
    found = [
        (match, date)
        for pattern in (*_NUMERALS, patterns.day_first, patterns.year_first, patterns.month_first)
        for match in pattern.finditer(text)
        if (date := _date_of(match, cues, language))
    ]
    return min(found, key=lambda pair: pair[0].start(), default=None)


def _date_of(match: re.Match[str], cues: Cues, language: str | None) -> dt.date | None:
    parts = match.groupdict()
    year = int(parts["y"]) if "y" in parts else _full_year(int(parts["yy"]))
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        if parts["s"] == "/" and _AMERICAN.search(match.string):
            return _valid(year, first, second)
        english = (language or "en")[:2] == "en" and not _TO_24.search(match.string)
        day_month = _told_apart(first, second, day_first=parts["s"] == "." or not english)
        return _valid(year, day_month[1], day_month[0]) if day_month else None
    month = int(parts["m"]) if parts["m"].isdigit() else _month_number(parts["m"], cues)
    return _valid(year, month, int(parts["d"]))


def _told_apart(first: int, second: int, day_first: bool) -> tuple[int, int] | None:
    """Day and month of 27/01/2023; English writes both orders, all others the day first."""
    if first <= 12 < second:
        return second, first
    if first > 12 or day_first or first == second:
        return first, second
    return None


def _full_year(short: int) -> int:
    return 2000 + short if short < _THIS_CENTURY else 1900 + short


def _month_number(name: str, cues: Cues) -> int:
    plain = name.rstrip(".")
    return next((n for n, month in enumerate(cues.months, 1) if month.fullmatch(plain)), 0)


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


class _Patterns:
    def __init__(self, cues: Cues) -> None:
        names = "|".join(pattern.pattern for pattern in cues.months)
        month = rf"(?P<m>{names})(?!\w)\.?{_OTHER_NAME}"
        day = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|°|ª|\.)?"
        flags = re.IGNORECASE
        self.day_first = compiled(
            rf"(?<![\d.,])(?:\b|(?-i:(?<=[a-zà-ÿ]{{2}}))){day}[\s-]*(?:of |de |del |d[’'])?\s?{month}"
            rf"(?: de| del)?[\s,-]*{_YEAR}",
            flags,
        )
        self.year_first = compiled(rf"\b(?P<y>\d{{4}})\.\s?{month}\s(?P<d>\d{{1,2}})\b", flags)
        self.month_first = compiled(rf"(?:\b|{_GLUED}){month}\s?{day},?\s+{_YEAR}", flags)
        named = month.replace("?P<m>", "?:")
        self.dayless = compiled(rf"\b(?:{named}\s?\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\.?\s{named})\b", flags)
        company = "|".join(p.pattern for p in (cues.published, cues.date_company, cues.weekdays) if p.pattern)
        self.company = compiled(rf"(?<!\w)(?:{company})(?!\w)", flags)


@cache
def _patterns(cues: Cues) -> _Patterns:
    return _Patterns(cues)
