"""Dutch: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.spoken import numerals
from narrator.spoken.nouns import nouns_of
from narrator.spoken.reader import reader_of
from narrator.spoken.roman import ROMAN, roman_value
from narrator.spoken.shorthand import full_words
from narrator.spoken.tongue import Rule, Tongue

_CODE = "nl"
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def _cardinal(number: int, _follows: str) -> str:
    """
    >>> _cardinal(1, "miljoen"), _cardinal(101, "")
    ('één', 'honderdeen')
    """
    return re.sub(r"^een (?=mil)", "één ", numerals.cardinal(number, _CODE))


def _ordinal(number: int) -> str:
    return numerals.ordinal(number, _CODE)


def _written_ordinal(match: re.Match[str]) -> str:
    number = int(match["n"]) if match["n"].isdigit() else roman_value(match["n"])
    return _ordinal(number)


def _regnal(number: int, _name: str) -> str:
    return f"de {_ordinal(number).capitalize()}"


def _year(number: int) -> str:
    return numerals.year(number, _CODE) if 1100 <= number < 2000 else _cardinal(number, "")


def _time(hour: int, minute: int) -> str:
    """
    >>> _time(14, 30), _time(9, 0)
    ('veertien uur dertig', 'negen uur')
    """
    o_clock = f"{_cardinal(hour, '')} uur"
    return f"{o_clock} {_cardinal(minute, '')}" if minute else o_clock


def _short_time(match: re.Match[str]) -> str:
    """
    >>> speak("om 17u30, om 18u"), speak("om 17.30 u.")
    ('om zeventien uur dertig, om achttien uur', 'om zeventien uur dertig.')
    """
    ends = "." if match[0].endswith(".") and match.end() == len(match.string) else ""
    return f"{match[1]}:{match[2] or '00'} uur{ends}"


_RULES: tuple[Rule, ...] = (
    (r"(?<=\d),[-–](?![\w-])", ""),
    (r"(?<![\w.,:])([0-2]?\d)\.([0-5]\d) ?u(?!\w)", r"\1:\2 uur"),
    (r"(?<![\w.,/])(?:een )?(?:½|1/2) (?=[a-z])", "een half "),
    (r"(?<!\w)p\. ?(?=\d)", "pagina "),
    (r"(?<!\w)WO ?([12])(?!\w)", r"Wereldoorlog \1"),
    (r"(?<=\d)(?=[a-df](?!\w))", " "),
    (r"(?<![\w,.])(\d\d?)u0?([0-5]?\d)['’′]0?([0-5]?\d)(?:[\"”″]|['’]{2})?(?!\w)", r"\1 uur \2 min \3 s"),
    (r"(?<![\w,.])(\d\d)u(?!\w)", r"\1 uur"),
    (r"(?<![\w,.])([0-2]?\d)(?:u|[.:](?=[0-5]\d u\.))([0-5]\d)?(?: u\.|(?!\w))", _short_time),
    (r"(?<=\bin )(\d)\.0?([0-5]?\d)\.0?([0-5]?\d)(?![\w.])", r"\1 uur \2 min \3 s"),
    (r"(?<![\w,.])(?P<n>\d{1,4})(?:ste|de|e)(?!\w)", _written_ordinal),
    (r"(?<![\w.,])(\d\d?)\.(\d\d)(?= ?(?:[-–]|tot|en) ?\d\d?[.:]\d\d uur)", r"\1:\2"),
    (r"(?<=\d) ?[-–] ?(?=\d{1,2}(?:[:.]\d\d)? uur)", " tot "),
    (
        r"(?<=\d) ?[-–] ?"
        r"(?=\d{1,2}(?: (?:jaar|maanden|weken|dagen|minuten|euro|meter|kilometer|graden|keer|procent)\b|-jarige))",
        " tot ",
    ),
    (r"['’](?=\d\d(?!\d))(?<!\w['’])", ""),
)


_REGNAL_NAMES = frozenset({
    "Willem", "Lodewijk", "Karel", "Filips", "Johannes Paulus", "Johannes", "Benedictus", "Pius", "Leo",
    "Hendrik", "Leopold", "Albert", "Boudewijn", "Frederik", "Napoleon", "Elizabeth", "Elisabeth",
    "Catharina", "Nicolaas", "Alexander", "Charles", "George", "Edward", "Paulus", "Gregorius", "Felipe",
    "Juan Carlos", "Peter",
})  # fmt: skip

_PARTS = (
    ("half",) * 2,
    ("derde",) * 2,
    ("kwart",) * 2,
    ("vijfde",) * 2,
    ("zesde",) * 2,
    ("zevende",) * 2,
    ("achtste",) * 2,
    ("negende",) * 2,
    ("tiende",) * 2,
)

_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    decimal="komma",
    minus="min",
    plus="plus",
    plus_or_minus="plus of min",
    percent="procent",
    to="tot",
    score="",
    conjunction="en",
    times="keer",
    months=_MONTHS,
    date=lambda day, month, year: f"{_cardinal(day, '')} {month} {_year(year)}",
    clock=r"(?P<h>[0-2]?\d)(?=:[0-5]\d(?![\d:])|\.\d\d uur| uur)(?:[:.](?P<m>\d\d))?(?: uur)?",
    time=_time,
    nouns=nouns_of(_CODE),
    parts=_PARTS,
    and_a_half=" en een half",
    per="per",
    signs={".": "punt", "@": "apenstaartje", "/": "slash", "-": "streepje", "_": "laag streepje"},
    abbreviations=full_words(_CODE),
    letters=frozenset({"IAEA", "UNHCR", "AIVD", "KNMI", "MIVD", "RIVM"}),
    fraction_as_number=True,
    joins=True,
    year=lambda number: numerals.year(number, _CODE),
    regnal=_regnal,
    regnal_names=_REGNAL_NAMES,
    word_rules=((rf"(?<!\w)(?P<n>{ROMAN})e(?!\w)", _written_ordinal),),
    rules=_RULES,
)

speak = reader_of(_TONGUE)
