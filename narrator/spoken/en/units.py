"""Measures: a number and the sign of its unit."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.en.money import MAGNITUDES
from narrator.spoken.en.number_words import NUMBER, number
from narrator.spoken.tables import read_table

_UNITS = {sign: unit for unit, *signs in read_table("en", "units") for sign in signs}
_SAME_IN_PLURAL = {
    "percent", "hertz", "kilohertz", "megahertz", "gigahertz", "terahertz", "horsepower", "brake horsepower", "lux",
    "per mille", "kelvin",
}  # fmt: skip
_IRREGULAR = {"foot": "feet", "inch": "inches"}
_LOOSE = {
    "m", "g", "l", "t", "h", "s", "N", "V", "W", "L", "J", "pt", "bp", "bps", "pp", "cal", "ms", "MP", "au", "bar",
    "mo.", "mo", "Mt", "y/o", "cc", "PB", "MB", "pc", "px", "mi",
}  # fmt: skip
"""Signs that are words or names as well: believed only where they touch the number, or see `_apart`."""


def _any_of(signs: set[str]) -> str:
    return "|".join(re.escape(sign) for sign in sorted(signs, key=lambda sign: (-len(sign), sign)))


_MEASURE = compiled(
    rf"(?<![\w.,-])(?P<amount>{NUMBER})(?P<gap>\s?|-)(?P<unit>{_any_of(set(_UNITS))})"
    r"(?P<per>/[a-z]+)?(?![\w²³°%])(?!\.\w)(?:\.(?=\s[a-z]|[,;)]))?"
)
_LARGE_MEASURE = compiled(
    r"\b((?:thousand|million|billion|trillion|half|quarters?|thirds?|fifths?|eighths?|tenths?)\s)"
    rf"({_any_of(set(_UNITS) - _LOOSE)})(?![\w²³°%])"
)
_FEET_INCHES = compiled(
    rf"(?<![\w.,])({NUMBER})[\s-]?(?:ft\.?|feet|foot|['’′])\s?(\d{{1,2}}(?:\.\d+)?)(?!\d)"
    r"(?:[\s-]?(?:in\b\.?|ins\b|inch(?:es)?\b|[\"”″])|(?!-?[a-z]))(?![\w.]\d)"
)
_FEET_RANGE = compiled(rf"(?<![\w.,'’′°])({NUMBER})['’′]\s?[-–—]\s?({NUMBER})['’′](?![\w'’])")
_FEET = compiled(rf"(?<![\w.,'’′°-])(?<!\d plus )({NUMBER})['’′](?=\s[a-z]|[,.;]|$)")
_INCH_RANGE = compiled(rf"(?<![\w.,-])({NUMBER})\s?[-–]\s?(?={NUMBER}\s?(?:in\b\.?(?!\s[A-Z])|inch))")
_OPENING_QUOTE = compiled(r"(?<!\w)['‘]")
_INCHES = compiled(
    rf"(?<![\w.,])({NUMBER})(?:(?:-|\s)?in\.(?=\s[a-z])|-inch\b|″|\s?in\b\.?(?=\s(?:of|deep|wide|long|high|tall|thick)\b))"
)
_INCH_MARK = compiled(r'(?<![\w.,"])(\d+(?:\.\d+)?)"(?=\s[A-Za-z]|$|[.,;])')
_GLUED_INCHES = compiled(rf"(?<![\w.,])({NUMBER})(?P<gap>)in\b(?!\.)")
_PER = compiled(rf"(?<=\w)/(?=100\s?km\b|(?:{_any_of(set(_UNITS) - _LOOSE - {'%', '°', 'º'})})(?![\w²³°%]))")
_EACH = compiled(rf"(?<=\bper )({_any_of(set(_UNITS) - _LOOSE - {'bar'})})(?![\w²³°%])")
_BY = compiled(rf"(?<![\w.,])({NUMBER})\s?(cm|mm|km|ft|in|yd|m)?\s?[x×]\s?(?=\d)")
_TIMES = compiled(rf"(?<![\w.,])({NUMBER})\s?[x×](?=\s[a-z]|[.,;!?]|$)")
_MILLIONS = compiled(
    rf"(?<![\w.,])({NUMBER})(m|mn|k|K|M|bn|tn)(?=\s(?!(?:as|is|was|across|less|backstroke|butterfly|freestyle|hurdles|"
    rf"steeplechase|sprints?|finals?|heats?|relays?|races|stairs|this|his|its|telescope|swims|waves|runs)\b)(?:[a-z]+\s)?"
    rf"(?:[a-z]{{3,}}s|b/d|bpd|yuan|yen|won|baht|rand|kronor|kroner|naira|ringgit|lira|people|men|women|children|of|staff|viewers|cattle|sheep|fish)\b|(?:-plus|\+))"
)
_SEAT = compiled(
    r"\b(?:[Ss]eat|[Rr]ow|[Gg]ate|[Ff]lat|[Rr]oom|[Aa]partment|Apt\.?|[Uu]nit|[Bb]lock|[Ee]xit|[Ss]ection|[Bb]uilding|"
    r"[Pp]latform|[Tt]able|[Ff]igure|[Aa]ppendix|[Ff]loor|[Ss]uite)s?\s$"
)
_BEARING = compiled(r"(\d)°\s?(?:(\d{1,2})[′'’]\s?)?(?:(\d{1,2}(?:\.\d+)?)(?:[″”\"]|'')\s?)?([NSEW])\b")
_POSITION = compiled(
    r"(?<![\w.,])(\d{1,2}(?:\.\d+)?)\s?([NS]),?\s(\d{1,3}(?:\.\d+)?)\s?([EW])(?![\w'’]|\.\w)"
)
_POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_DEGREES = compiled(r"(?:\bdeg\.?|(?<=\bdegrees)|(?<=\bdegree))\s([CF])\b(?!['’]|\.\w)")
_WARMTH = compiled(rf"(?<![\w.,-])({NUMBER})\s?(?=[CF](?![\w'’°]|\.\w))")
_LARGE = compiled(rf"(?<![\w.,])({NUMBER})\s?(bn|tn|trn|mn|mln|bln)\b")
_THOUSAND = compiled(rf"(?<![\w.,])(?![48]K|\d{{4}})({NUMBER})[kK](?![\w-]|\s(?:run|race|walk|time)\b)")
_NOUN_FOLLOWS = compiled(
    r"\s(?!(?:a|an|and|are|as|at|away|but|by|deep|each|east|for|from|had|has|heavier|high|higher|if|in|inland|into|is|"
    r"it|late|later|less|long|longer|lower|more|north|of|off|on|or|out|over|per|since|so|south|southeast|southwest|"
    r"northeast|northwest|tall|taller|than|that|the|thick|this|to|up|was|were|west|when|while|who|wide|with|would|"
    r"after|ago|before|because|down|every|above|below|across|along|under|beneath|old|overnight|warmer|cooler|"
    r"where|last|next|yesterday|today|tonight|tomorrow|again|against|through|around|between|within|without|until|"
    r"during|behind|near|not|just|only|there|here|can|could|may|might|must|should|will|did|does|do|have|been|be|being|"
    r"once|twice|daily|two|three|four|said|says|worth|left|apart|ahead|offshore|underground|further|farther|then|also|now|still|too|whereas|[a-z]+ly|"
    r"[a-z]+ed)\b)(?:[a-z]+|TVs?\b)"
)
_EVENT = compiled(
    r"\s(?:sprint|dash|race|relay|run|hurdles|steeplechase|freestyle|butterfly|backstroke|breaststroke|medley|final)\b"
)
_ATTRIBUTIVE = compiled(
    r"\b(?:an?|the|this|that|its|his|her|their|our|each|every|per|another)\s(?:[a-z]+\s)?$", re.IGNORECASE
)


def dimensions(text: str) -> str:
    """
    >>> dimensions("a 10x20 cm card, the 4x100m, 3 x 4, version 14 fix 2")
    'a 10 by 20 cm card, the 4 by 100m, 3 by 4, version 14 fix 2'
    """
    return _BY.sub(lambda found: f"{found[1]}{found[2] or ''} by ", text)


def multiples(text: str) -> str:
    """
    >>> multiples("grew 10x in a year")
    'grew ten times in a year'
    """
    return _TIMES.sub(lambda found: f"{number(found[1])} times", text)


def temperatures(text: str) -> str:
    """
    >>> temperatures("40C (104F), seat 14C")
    '40°C (104°F), seat 14C'
    >>> temperatures("30 deg C or 86 degrees F")
    '30 degrees Celsius or 86 degrees Fahrenheit'
    """
    text = _DEGREES.sub(_say_degrees, text)
    return _WARMTH.sub(_say_warmth, text)


def bearings(text: str) -> str:
    """
    >>> bearings("at 40°42′N 74°W")
    'at 40 degrees 42 minutes north 74 degrees west'
    >>> bearings("at 29.5N, 90.1W")
    'at 29.5 degrees north, 90.1 degrees west'
    """
    text = _POSITION.sub(
        lambda at: f"{at[1]} degrees {_POINTS[at[2]]}, {at[3]} degrees {_POINTS[at[4]]}", text
    )
    return _BEARING.sub(_say_bearing, text)


def large_numbers(text: str) -> str:
    """Thousands, millions and billions of anything but money.

    >>> large_numbers("some 2.3m homes, 1.2bn, the 100m final, 10k")
    'some two point three million homes, one point two billion, the 100m final, ten thousand'
    >>> large_numbers("white light of 5000K")
    'white light of 5000K'
    """
    for pattern in (_MILLIONS, _LARGE):
        text = pattern.sub(lambda found: f"{number(found[1])} {MAGNITUDES[found[2].lower()]}", text)
    return _THOUSAND.sub(lambda found: f"{number(found[1])} thousand", text)


def feet(text: str) -> str:
    """By a mark that closes no quotation.

    >>> feet("waves of 5’-6’, a 10' wall, she is 6' tall")
    'waves of 5-6ft, a 10ft wall, she is 6ft tall'
    >>> feet("'We have 10' he said")
    "'We have 10' he said"
    """
    text = _FEET_RANGE.sub(r"\1-\2ft", text)
    return text if _OPENING_QUOTE.search(text) else _FEET.sub(r"\1ft", text)


def feet_and_inches(text: str) -> str:
    """
    >>> feet_and_inches("6ft 2in tall, 5'10\\"")
    'six feet two inches tall, five feet ten inches'
    >>> feet_and_inches('a 65" TV with 14in rims')
    'a sixty five inch TV with fourteen inch rims'
    >>> feet_and_inches("2-3in of rain")
    '2 to three inches of rain'
    """
    text = _INCH_RANGE.sub(r"\1 to ", text)
    both = _FEET_INCHES.sub(lambda found: f"{_counted(found[1], 'foot')} {_counted(found[2], 'inch')}", text)
    if text.count('"') % 2:
        both = _INCH_MARK.sub(r"\1in", both)
    return _GLUED_INCHES.sub(_say_glued_inches, _INCHES.sub(_say_inches, both))


def measures(text: str) -> str:
    """
    >>> measures("at 120 km/h, 1.5°C")
    'at one hundred and twenty kilometers per hour, one point five degrees Celsius'
    >>> measures("1 kg, a 60mph limit, 5.25%")
    'one kilogram, a sixty mile per hour limit, five point two five percent'
    >>> measures("sixty people/km², three euros per kg")
    'sixty people per square kilometer, three euros per kilogram'
    """
    each = _EACH.sub(lambda found: _UNITS[found[1]], _PER.sub(" per ", text))
    small = _MEASURE.sub(_say_measure, each)
    return _LARGE_MEASURE.sub(lambda found: found[1] + _unit(_UNITS[found[2]], "", False), small)


def _say_degrees(found: re.Match[str]) -> str:
    scale = "Celsius" if found[1] == "C" else "Fahrenheit"
    return f"degrees {scale}" if found.group().startswith("deg") else f" {scale}"


def _say_warmth(found: re.Match[str]) -> str:
    is_seat = _SEAT.search(found.string[max(0, found.start() - 12) : found.start()])
    return found.group() if is_seat else f"{found[1]}°"


def _say_bearing(found: re.Match[str]) -> str:
    figure, minutes, seconds, point = found.groups()
    parts = (f"{figure} degrees", minutes and f"{int(minutes)} minutes", seconds and f"{seconds} seconds")
    return " ".join((*filter(None, parts), _POINTS[point]))


def _say_measure(found: re.Match[str]) -> str:
    amount, gap, unit, per = found["amount"], found["gap"], found["unit"], found["per"]
    if gap and unit in _LOOSE and not _apart(found):
        return found.group()
    if (gap == "-" and unit[-1] == "." and not _NOUN_FOLLOWS.match(found.string, found.end())) or (
        unit == "s" and not gap and "." not in amount
    ):
        return found.group()
    single = _attributive(found)
    said = number(amount) + " " + _unit(_UNITS[unit], amount, single)
    if per:
        said += f" per {_UNITS.get(per[1:], per[1:])}"
    ends = unit.endswith(".") and not found.string[found.end() :].strip()
    return f"{said}." if ends else said


def _apart(found: re.Match[str]) -> bool:
    """Is a loose sign a unit although it stands apart from its number?"""
    after = found.string[found.end() :]
    common = found["unit"] not in {"MP", "au", "bar", "pt", "Mt", "PB"}
    return common and found["gap"] != "-" and not re.match(r"['’:\w]|\.\s?[A-Z]\.", after)


def _say_inches(found: re.Match[str]) -> str:
    if found.group().endswith("-inch"):
        return f"{number(found[1])}-inch"
    return _counted(found[1], "inch")


def _say_glued_inches(found: re.Match[str]) -> str:
    return f"{number(found[1])} {_unit('inch', found[1], _attributive(found))}"


def _unit(unit: str, amount: str, single: bool) -> str:
    """
    >>> _unit("mile per hour", "60", False), _unit("foot", "1", False), _unit("hertz", "50", False)
    ('miles per hour', 'foot', 'hertz')
    """
    head, *rest = re.split(r"(?<=\w)(?= (?:per|of|Celsius|Fahrenheit|old)\b)", unit, maxsplit=1)
    if amount == "1" or single or unit in _SAME_IN_PLURAL:
        return unit
    *adjectives, noun = head.split(" ")
    return " ".join((*adjectives, _IRREGULAR.get(noun, f"{noun}s"))) + "".join(rest)


def _counted(amount: str, unit: str) -> str:
    return f"{number(amount)} {_unit(unit, amount, False)}"


def _attributive(found: re.Match[str]) -> bool:
    """Does the measure stand before its noun, as in "a 5 km run"?"""
    before, after = found.string[: found.start()], found.string[found.end() :]
    if found["gap"] == "-" or _EVENT.match(after) or re.match("-[a-z]", after):
        return True
    return bool(_NOUN_FOLLOWS.match(after) and (not found["gap"] or _ATTRIBUTIVE.search(before)))


RULES = (bearings, feet_and_inches, dimensions, multiples, temperatures, large_numbers, measures)
