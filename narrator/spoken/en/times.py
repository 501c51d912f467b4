"""Times of day and durations."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.en.number_words import cardinal, number, pair

_HALF = r"(?:\s?([AaPp])\.?\s?[Mm]\b\.?(?:(?<=\.)(?=[A-Za-z]))?)"
_ZONE = (
    r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|CST|CDT|MST|MDT|IST|JST|"
    r"AEST|AEDT|EET|EEST|EAT|HKT|HST|KST|MSK|NZDT|NZST|PKT|SAST|SGT|WAT|ET|PT)\b"
)
_HOUR = r"(?:[01]?\d|2[0-4])"
_DOT_IN_TIME = r"(?<=\d)\.(?=\d)"
_RANGE = compiled(
    rf"(?<![\w:.,$£€])({_HOUR}(?:[:.][0-5]\d)?){_HALF}?\s?[-–—]\s?"
    rf"(?={_HOUR}(?:[:.][0-5]\d)?{_HALF}|(?<=[m.][-–—])(?:noon|midnight)\b)"
)
_HALVED = compiled(rf"(?<![\w:.$£€/-])(?<!\d,)({_HOUR})(?:[:.]([0-5]\d))?{_HALF}(?!\w)")
_TO_THE_SECOND = compiled(rf"(?<![\w:.$£€/-])({_HOUR}):([0-5]\d):([0-5]\d){_HALF}(?!\w)")
_LONG = compiled(r"(?<![\w:.,])(\d{1,3}):([0-5]\d):([0-5]\d)(?:[.,](\d+))?(?![\w:])")
_CLOCK = compiled(rf"(?<![\w:.$£€-])(?<!\d,)({_HOUR}):([0-5]\d)(?![\d:_a-z]|[.,]\d)(\s?h(?:rs|ours)?\b)?")
_CLOCK_RANGE = compiled(r"(?<=\d:[0-5]\d)\s?[-–]\s?(?=\d{1,2}:[0-5]\d)")
_DOTTED_CLOCK = compiled(
    rf"(?<![\w:.,])({_HOUR})\.([0-5]\d)"
    rf"(?=\s(?:{_ZONE}|(?:in the|this|on \w+day) (?:morning|afternoon|evening)|tonight))"
)
_EARLY = compiled(r"(?:(?<=\bat )|(?<=\bby )|(?<=\bfrom )|(?<=\buntil ))(0\d)\.([0-5]\d)(?![\w%]|[.,]\d)")
"""No other number begins with a nought before its decimals."""
_GLUED_ZONE = compiled(r"(?<=\d:[0-5]\d)(?=[A-Z]{2})")
_FROM_NOON = compiled(r"(?:(?<=\b[Nn]oon)|(?<=\b[Mm]idnight))\s?[-–—]\s?(?=\d)")
_TO_NOON = compiled(r"(?<=\d)\s?[-–—]\s?(?=(?:noon|midnight)\b)")
_BETWEEN_ZONES = compiled(r"(?<=[A-Z]T)/(?=\d)")
_OFFSET = compiled(r"(?<=\b(?:GMT|UTC))[-−–](?=\d)")
_NOON = compiled(r"(?<![\w:.,])12(?::00)?(?=\s(?:noon|midnight)\b)")
_SHORT_SPAN = compiled(
    r"(?<![\w:.,])(\d{1,3})\s?h(?:rs?)?\s?([0-5]?\d)\s?m(?:ins?)?(?:\s?([0-5]?\d)\s?s(?:ecs?)?)?\b"
)
_RACE = compiled(r"(?<![\w:.,])([1-5]?\d)\s?m(?:in)?\s([0-5]?\d(?:\.\d+)?)\s?s(?:ecs?)?\b\.?")
_LAP = compiled(r"(?<![\w:.,])([1-5]?\d):([0-5]\d\.\d{1,3})(?![\w:])")
_FRENCH = compiled(rf"(?<![\w:.,])({_HOUR})h([0-5]\d)\b")
_MILITARY = compiled(rf"(?<![\w:.,$£€])([01]\d|2[0-3])([0-5]\d)\s?(?=hrs\b|hours\b|local\b|{_ZONE})")


def time_ranges(text: str) -> str:
    """
    >>> time_ranges("from 9am-5pm, 7–9pm, noon-2pm")
    'from 9am to 5pm, 7 to 9pm, noon to 2pm'
    >>> time_ranges("10:30 a.m.-noon, 9-noon")
    '10:30 a.m. to noon, 9 to noon'
    >>> time_ranges("6 PM ET/3 PM PT")
    '6 PM ET, 3 PM PT'
    """
    text = _BETWEEN_ZONES.sub(", ", text)
    text = _TO_NOON.sub(" to ", _FROM_NOON.sub(" to ", _OFFSET.sub(" minus ", text)))
    return _RANGE.sub(lambda found: f"{re.sub(_DOT_IN_TIME, ':', found.group()).rstrip(' -–—')} to ", text)


def halved_times(text: str) -> str:
    """
    >>> halved_times("at 7:30pm, 9 a.m. or 10.05 PM")
    'at seven thirty p.m., nine a.m. or ten oh five p.m.'
    >>> halved_times("at 1:47:44 a.m.")
    'at one forty seven and forty four seconds a.m.'
    """
    return _HALVED.sub(_say_halved, _TO_THE_SECOND.sub(_say_to_the_second, text))


def durations(text: str) -> str:
    """
    >>> durations("a time of 2:05:31")
    'a time of two hours five minutes and thirty one seconds'
    >>> durations("in 2h 30m, in 2h15m04s")
    'in two hours thirty minutes, in two hours fifteen minutes four seconds'
    >>> durations("in 3:43.13, in 1m 32.6s")
    'in three minutes forty three point one three seconds, in one minute thirty two point six seconds'
    """
    text = _RACE.sub(_say_lap, _SHORT_SPAN.sub(_say_span, text))
    return _LAP.sub(_say_lap, _LONG.sub(_say_duration, text))


def clocks(text: str) -> str:
    """
    >>> clocks("at 14:00 GMT, by 09:05, at 7:00, from 10:00-11:30")
    "at fourteen hundred GMT, by nine oh five, at seven o'clock, from ten o'clock to eleven thirty"
    >>> clocks("at 07.45, a rate of 07.45")
    'at seven forty five, a rate of 07.45'
    """
    text = _GLUED_ZONE.sub(" ", text)
    for dotted in (_DOTTED_CLOCK, _EARLY):
        text = dotted.sub(r"\1:\2", text)
    text = _NOON.sub("twelve", _CLOCK_RANGE.sub(" to ", text))
    zoned = _MILITARY.sub(lambda found: f"{_on_the_hour(found[1], found[2])} ", text)
    return _FRENCH.sub(_say_clock, _CLOCK.sub(_say_clock, zoned))


def _say_halved(found: re.Match[str]) -> str:
    hour, minutes, half = found[1], found[2], found[3].lower()
    said = cardinal(int(hour))
    if minutes and minutes != "00":
        said += f" {pair(minutes)}"
    return f"{said} {half}.m."


def _say_to_the_second(found: re.Match[str]) -> str:
    hour, minutes, seconds, half = found.groups()
    said = f"{cardinal(int(hour))} {pair(minutes) if minutes != '00' else ''}".strip()
    return f"{said} and {_counted(cardinal(int(seconds)), 'second', int(seconds))} {half.lower()}.m."


def _say_duration(found: re.Match[str]) -> str:
    hours, minutes, seconds = (int(found[group]) for group in (1, 2, 3))
    seconds_said = number(f"{seconds}.{found[4]}") if found[4] else cardinal(seconds)
    parts = [
        _counted(cardinal(hours), "hour", hours),
        _counted(cardinal(minutes), "minute", minutes),
        f"and {_counted(seconds_said, 'second', seconds)}",
    ]
    return " ".join(parts)


def _say_span(found: re.Match[str]) -> str:
    counts = zip(map(int, filter(None, found.groups())), ("hour", "minute", "second"), strict=False)
    return " ".join(_counted(cardinal(count), unit, count) for count, unit in counts)


def _say_lap(found: re.Match[str]) -> str:
    return f"{_counted(cardinal(int(found[1])), 'minute', int(found[1]))} {number(found[2])} seconds"


def _say_clock(found: re.Match[str]) -> str:
    hour, minutes = found[1], found[2]
    hours_named = found.re is _CLOCK and bool(found[3])
    if hours_named or (minutes == "00" and (int(hour) > 12 or hour == "00")):
        return f"{_on_the_hour(hour, minutes)}{' hours' if hours_named else ''}"
    if minutes == "00":
        return f"{cardinal(int(hour))} o'clock"
    return f"{cardinal(int(hour))} {pair(minutes)}"


def _on_the_hour(hour: str, minutes: str) -> str:
    """
    >>> _on_the_hour("14", "00"), _on_the_hour("09", "30"), _on_the_hour("00", "00")
    ('fourteen hundred', 'oh nine thirty', 'zero hundred')
    """
    said = cardinal(int(hour)) if hour == "00" else pair(hour)
    return f"{said} {'hundred' if minutes == '00' else pair(minutes)}"


def _counted(said: str, unit: str, count: int) -> str:
    return f"{said} {unit}" if count == 1 else f"{said} {unit}s"


RULES = (time_ranges, halved_times, durations, clocks)
