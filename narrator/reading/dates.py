"""The day an article was published, from the forms that machines write."""

from __future__ import annotations

import datetime as dt
import re

from narrator.patterns import compiled

_ISO = compiled(r"\s*((?:19|20)\d\d)(?:([-/.])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?!\d)")
_SECONDS = compiled(r"\s*(\d{10})(?:\d{3})?\s*")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_BEGUN = [month[:3] for month in _MONTHS]
_IN_ADDRESS = compiled(
    r"/((?:19|20)\d\d)(?:"
    r"[-/]?(?:[a-z-]{2,20}/)?(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
    rf"|[-/](?:[a-z-]{{2,20}}/)?(0?[1-9]|1[0-2]|{'|'.join([*_MONTHS, *_BEGUN])})[-/](0?[1-9](?![-_])|[0-3]\d)"
    r")(?=[/_.-]|$)",
    re.IGNORECASE,
)
_NAMED = compiled(
    r"(?:(\d\d?)(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+(?:(\d\d?)(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d\d)\b"
)
_OF_CLOCK = compiled(r"([A-Z][a-z]{2}) {1,2}(\d\d?) [\d:]{8} (?:[A-Z]{2,5} )?((?:19|20)\d\d)\b")
"""Java's `Date.toString` and C's `ctime`: `Fri Jan 27 08:00:00 EST 2023`."""
_DOTTED = compiled(r"\b(?:(?P<weekday>[A-Z][a-z]{2})[a-z]*,? )?(\d\d?)([./-])(\d\d?)\3((?:19|20)\d\d)\b")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_EARLIEST = dt.date(1990, 1, 1)


def parse_day(text: str | None) -> dt.date | None:
    """The day of an ISO 8601, RFC 2822 or Unix time stamp or an English date, as its writer's clock had it.

    >>> parse_day("2023-01-27T23:30:00-05:00")
    datetime.date(2023, 1, 27)
    >>> parse_day("Fri, 27 Jan 2023 08:00:00 GMT")
    datetime.date(2023, 1, 27)
    >>> parse_day("January 27, 2023 8:00 am"), parse_day("27.1.2023"), parse_day("soon")
    (datetime.date(2023, 1, 27), datetime.date(2023, 1, 27), None)
    >>> parse_day("Mon, 03/02/2026 - 12:05"), parse_day("Tue, 03/02/2026 - 12:05")
    (datetime.date(2026, 3, 2), datetime.date(2026, 2, 3))
    >>> parse_day("Fri Jan 27 08:00:00 EST 2023"), parse_day("Fri Jan  6 08:00:00 2023")
    (datetime.date(2023, 1, 27), datetime.date(2023, 1, 6))
    """
    if not text or len(text) > 100:
        return None
    if stamp := _SECONDS.fullmatch(text):
        return _plausible(dt.datetime.fromtimestamp(int(stamp[1]), dt.UTC).date())
    if iso := _ISO.match(text):
        return _day(int(iso[1]), int(iso[3] or iso[5]), int(iso[4] or iso[6]))
    return _english_day(text) or _clock_day(text) or _dotted_day(text)


def day_in_address(url: str | None) -> dt.date | None:
    """
    >>> day_in_address("https://news.example/2023/01/27/embassy")
    datetime.date(2023, 1, 27)
    >>> day_in_address("https://news.example/2023/jan/27/embassy"), day_in_address("https://news.example/2023/12/embassy")
    (datetime.date(2023, 1, 27), None)
    """
    found = _IN_ADDRESS.search(url or "")
    if not found:
        return None
    year, month, day = found[1], found[2] or found[4], found[3] or found[5]
    return _day(int(year), int(month) if month.isdigit() else _month(month), int(day))


def _month(name: str) -> int:
    return _BEGUN.index(name[:3].lower()) + 1


def _english_day(text: str) -> dt.date | None:
    found = _NAMED.search(text)
    if not found or found[2][:3].lower() not in _BEGUN or not (found[1] or found[3]):
        return None
    return _day(int(found[4]), _month(found[2]), int(found[3] or found[1]))


def _clock_day(text: str) -> dt.date | None:
    found = _OF_CLOCK.search(text)
    if not found or found[1].lower() not in _BEGUN:
        return None
    return _day(int(found[3]), _month(found[1]), int(found[2]))


def _dotted_day(text: str) -> dt.date | None:
    """Day first, as nearly everywhere; month first only where it cannot be else, or where the weekday says so."""
    found = _DOTTED.search(text)
    if not found:
        return None
    one, other, year = int(found[2]), int(found[4]), int(found[5])
    day, abroad = _day(year, other, one), _day(year, one, other)
    told = _is_on(abroad, found["weekday"]) and not _is_on(day, found["weekday"])
    return abroad if day is None or told else day


def _is_on(day: dt.date | None, weekday: str | None) -> bool:
    return day is not None and _WEEKDAYS[day.weekday()] == weekday


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return _plausible(dt.date(year, month, day))
    except ValueError:
        return None


def _plausible(day: dt.date) -> dt.date | None:
    """Templates print the beginning of time where they know no date."""
    return day if day >= _EARLIEST else None
