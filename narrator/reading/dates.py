"""The day an article was published, from the forms that machines write."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate

_ISO = re.compile(r"\s*((?:19|20)\d\d)(?:([-/.])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?!\d)")
_SECONDS = re.compile(r"\s*(\d{10})(?:\d{3})?\s*")
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2]|[1-9])[-/]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[/_.-]|$)"
)
_EARLIEST = dt.date(1990, 1, 1)


def parse_day(text: str | None) -> dt.date | None:
    """The day of an ISO 8601, RFC 2822 or Unix time stamp, as its writer's clock had it.

    >>> parse_day("2023-01-27T23:30:00-05:00")
    datetime.date(2023, 1, 27)
    >>> parse_day("Fri, 27 Jan 2023 08:00:00 GMT")
    datetime.date(2023, 1, 27)
    >>> parse_day("soon") is None
    True
    """
    if not text or len(text) > 100:
        return None
    if stamp := _SECONDS.fullmatch(text):
        return _plausible(dt.datetime.fromtimestamp(int(stamp[1]), dt.UTC).date())
    if iso := _ISO.match(text):
        return _day(int(iso[1]), int(iso[3] or iso[5]), int(iso[4] or iso[6]))
    parts = _rfc_parts(text)
    return _day(*parts) if parts else None


def day_in_address(url: str | None) -> dt.date | None:
    """
    >>> day_in_address("https://news.example/2023/01/27/embassy")
    datetime.date(2023, 1, 27)
    """
    found = _IN_ADDRESS.search(url or "")
    return _day(*map(int, found.groups())) if found else None


def _rfc_parts(text: str) -> tuple[int, int, int] | None:
    try:
        parts = parsedate(text)
    except (ValueError, IndexError, TypeError):
        return None
    return (parts[0], parts[1], parts[2]) if parts else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return _plausible(dt.date(year, month, day))
    except ValueError:
        return None


def _plausible(day: dt.date) -> dt.date | None:
    """Templates print the beginning of time where they know no date."""
    return day if day >= _EARLIEST else None
