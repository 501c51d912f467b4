"""German: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken import numerals
from narrator.spoken.nouns import nouns_of
from narrator.spoken.reader import reader_of
from narrator.spoken.roman import ROMAN, roman_value
from narrator.spoken.shorthand import full_stop, full_words
from narrator.spoken.tongue import Rule, Tongue, any_of

_CODE = "de"
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_REACH = 60
"""Characters back that can hold the words which decide a case."""
_FEMININE = compiled(r"(?:ung|heit|keit|ion|tät|schaft|[^m]e|Person|Frau|Stadt|Mark|Nacht)$")
_SURELY_FEMININE = compiled(
    r" (?:(?:und|oder|bis) \d{1,3}\. )?(?:\w+-)?(?i:\w*(?:(?<!spr)ung|heit|keit|tion|tät|schaft|liga|klasse|runde"
    r"|hälfte|halbzeit|etappe|etage|auflage|woche|saison|staffel|folge|kammer|minute|stufe|stunde|serie|phase))\b"
)
"""A noun that has its article `der` in the genitive and the dative only, behind a number or two."""
_WEEKDAYS = frozenset(
    {"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"}
)
_NEUTER = frozenset({
    "Tor", "Spiel", "Mal", "Jahr", "Kind", "Album", "Buch", "Rennen", "Treffen", "Opfer", "Gold", "Länderspiel", "Haus",
    "Bundesligaspiel", "Semester", "Quartal", "Viertel", "Drittel", "Kapitel", "Gebot", "Todesopfer", "Todesjahr",
})  # fmt: skip
_PREPOSITIONS = frozenset({
    "ab", "an", "auf", "aus", "bei", "bis", "gegenüber", "hinter", "in", "laut", "mit", "nach", "neben",
    "seit", "trotz", "unter", "von", "vor", "während", "wegen", "zu",
})  # fmt: skip
_OBLIQUE = frozenset({
    "am", "im", "vom", "zum", "zur", "beim", "dem", "den", "des", "ab", "bis", "seit", "zwischen", "einem",
    "einen", "eines", "einer", "seinem", "seinen", "seines", "seiner", "ihrem", "ihren", "ihres", "ihrer",
    "diesem", "diesen", "dieses", "dieser", "jedem", "jeden", "jedes",
})  # fmt: skip


def _cardinal(number: int, follows: str) -> str:
    """
    >>> _cardinal(1, "Million"), _cardinal(1, "Euro"), _cardinal(1, "")
    ('eine', 'ein', 'eins')
    """
    if number != 1 or not follows.istitle():
        return numerals.cardinal(number, _CODE)
    return "eine" if _FEMININE.search(follows) else "ein"


def _ordinal(number: int) -> str:
    return numerals.ordinal(number, _CODE)


def _declined(match: re.Match[str]) -> str:
    """An ordinal in the case that the words before it ask for; a date without any stands in the nominative.

    >>> import re
    >>> _declined(re.search(r"(?P<n>27)\\.(?= (?P<next>\\w+))", "am 27. Januar"))
    'siebenundzwanzigsten'
    >>> speak("der Trainer der 1. und 2. Mannschaft und der 1. Vorsitzende"), speak("am 5., 6. und 7. Mai")
    ('der Trainer der ersten und zweiten Mannschaft und der erste Vorsitzende', 'am fünften, sechsten und siebten Mai')
    """
    before = re.findall(r"[\w.]+", match.string[max(match.start() - _REACH, 0) : match.start()].lower())[-9:]
    stem = _ordinal(int(match["n"]))
    if _is_oblique(before, bool(_SURELY_FEMININE.match(match.string, match.end()))):
        return f"{stem}n"
    if not _is_strong(before, match["next"]):
        return stem
    return f"{stem}s" if match["next"] in _NEUTER else f"{stem}r"


def _is_oblique(before: list[str], is_feminine: bool) -> bool:
    """Whether these words put what follows, a feminine noun perhaps, into the weak declension on -en."""
    match before:
        case [*earlier, figure, "und" | "oder" | "bis"] if (
            figure.rstrip(".").isdigit() or figure[-3:] == "ten"
        ):
            return _is_oblique(earlier, is_feminine)
        case [*earlier, figure] if re.fullmatch(r"\d{1,3}\.", figure):
            return _is_oblique(earlier, is_feminine)
        case [*earlier, month, "und" | "oder"] if month.capitalize() in _MONTHS:
            return _is_oblique(earlier, is_feminine)
        case [*_, "der" | "jeder"] if is_feminine:
            return True
        case [*_, preposition, "der" | "jeder"]:
            return preposition in _PREPOSITIONS
        case [*earlier, day] if day in _WEEKDAYS:
            return _is_oblique(earlier, is_feminine)
        case [*_, word]:
            return word in _OBLIQUE
    return False


def _is_strong(before: list[str], following: str) -> bool:
    """`ein 3. Platz`, and a date without an article, end on -er."""
    last = before[-1] if before else ""
    if last in ("ein", "kein", "sein", "ihr", "mein", "unser"):
        return True
    return (following in _MONTHS or following[0] in "-–/") and last not in ("der", "die", "das")


def _day(match: re.Match[str]) -> str:
    """A date in figures, its day declined as before a month's name."""
    month = _MONTHS[int(match["m"]) - 1] if 1 <= int(match["m"]) <= 12 else ""
    return f"{match['n']}. {month}" if month and 1 <= int(match["n"]) <= 31 else match[0]


def _regnal(number: int, name: str) -> str:
    """
    >>> _regnal(14, "Ludwig"), _regnal(2, "Elisabeth"), _regnal(2, "Wilhelms")
    ('der Vierzehnte', 'die Zweite', 'des Zweiten')
    """
    said = _ordinal(number).capitalize()
    if name in _QUEENS:
        return f"die {said}"
    return f"des {said}n" if name.endswith("s") and name not in _NAMES else f"der {said}"


def _governed_regnal(match: re.Match[str]) -> str:
    """The number of a monarch whose name a preposition puts into the dative.

    >>> speak("von Ludwig XIV. und mit Königin Elisabeth II. gesprochen"), speak("Karl V., der Kaiser")
    ('von Ludwig dem Vierzehnten und mit Königin Elisabeth der Zweiten gesprochen', 'Karl der Fünfte, der Kaiser')
    """
    article = "der" if match["name"] in _QUEENS else "dem"
    said = f"{article} {_ordinal(roman_value(match['n'])).capitalize()}n"
    return f"{match['before']}{match['name']} {said}{full_stop(match)}"


def _decade(match: re.Match[str]) -> str:
    number = int(match["n"])
    said = numerals.year(number, _CODE) if 1100 <= number < 2000 else numerals.cardinal(number, _CODE)
    return f"{said}er"


def _year(number: int) -> str:
    return numerals.year(number, _CODE) if 1100 <= number < 2000 else numerals.cardinal(number, _CODE)


def _time(hour: int, minute: int) -> str:
    o_clock = f"{_cardinal(hour, 'Uhr')} Uhr"
    return f"{o_clock} {_cardinal(minute, '')}" if minute else o_clock


_QUEENS = frozenset({"Elisabeth", "Katharina", "Margrethe", "Beatrix"})
_NAMES = _QUEENS | {
    "Ludwig", "Wilhelm", "Friedrich", "Karl", "Heinrich", "Johannes Paul", "Johannes", "Benedikt", "Pius",
    "Leo", "Philipp", "Otto", "Nikolaus", "Alexander", "Franz", "Georg", "Charles", "Juan Carlos", "Felipe",
    "Paul", "Gregor", "Clemens", "Innozenz", "Ferdinand", "Leopold", "Maximilian", "Gustav",
    "Harald", "Napoleon",
    "Iwan", "Peter", "Rudolf", "Konrad", "Carl Gustaf", "Frederik", "Christian",
}  # fmt: skip
_GENITIVES = {f"{name}s" for name in _NAMES - _QUEENS if name[-1] not in "sz"}

_DAYS = {day[:2]: day for day in map(str.capitalize, sorted(_WEEKDAYS - {"sonnabend"}))}
_SHORT_MONTHS = {month[:3]: month for month in _MONTHS if len(month) > 4} | {
    "Sept": "September",
    "Mrz": "März",
}
_FROM_DAY_TO_DAY: Rule = (
    rf"(?<!\w)({'|'.join(_DAYS)})\.? ?[-–] ?({'|'.join(_DAYS)})(?!\w)\.?",
    lambda m: f"{_DAYS[m[1]]} bis {_DAYS[m[2]]}",
)

_GOVERNED: Rule = (
    r"(?P<before>\b(?:von|mit|bei|nach|zu|unter|seit|neben|gegenüber) (?:(?:Papst|König|Kaiser|Zar)(?:in)? )?)"
    rf"(?P<name>{any_of(_NAMES)}) (?P<n>{ROMAN})\b\.?",
    _governed_regnal,
)


def _first_of_two(match: re.Match[str]) -> str:
    """The first of two days: `am 15./16. Juni`, `vom 23.-26.8.2017`.

    >>> speak("am 15./16. Juni, vom 23.-26.8.")
    'am fünfzehnten und sechzehnten Juni, vom dreiundzwanzigsten bis sechsundzwanzigsten August'
    """
    return f"{_declined(match)} {'und' if match['next'] == '/' else 'bis'} "


def _roman_ordinal(match: re.Match[str]) -> str:
    """
    >>> speak("im II. Weltkrieg, das II. Programm")
    'im zweiten Weltkrieg, das zweite Programm'
    """
    ending = "n" if match["before"].lower() in _OBLIQUE else ""
    return f"{match['before']} {_ordinal(roman_value(match['n']))}{ending}"


def _step(match: re.Match[str]) -> str:
    """A numbered heading, unless a noun follows that is counted so.

    >>> speak("6. Keine Verbote"), speak("2. Bundesliga: Köln siegt"), speak("1. Mai")
    ('Sechstens: Keine Verbote', 'zweite Bundesliga: Köln siegt', 'erster Mai')
    """
    return f"{_ordinal(int(match['n'])).capitalize()}ns: "


def _in_compounds(sign: str) -> str:
    """
    >>> _in_compounds("km/h")
    'Kilometer-pro-Stunde'
    """
    return nouns_of(_CODE).units[sign].one.replace(" ", "-")


_COUNTED_SO = (
    "FC|SC|SV|TSV|VfL|Bundesliga|Liga|Advent|Weltkrieg|Platz|Runde|Klasse|Spieltag|Halbzeit|Hälfte|Etappe|Preis|Stock|"
    "Etage|Auflage|Tag|Woche|Saison|Staffel|Folge|Teil|Kapitel|Quartal|Halbjahr|Versuch|Wahlgang|Vorsitzende|"
    "Bürgermeister|Vize|Geburtstag|Todestag|Jahrestag|Semester|Sieg|Tor|Satz|Lauf|Rennen|Senat|Kammer|Minute|Internationale"
)
_RULES: tuple[Rule, ...] = (
    (rf"^(?P<n>\d{{1,2}})\. (?!{'|'.join(_MONTHS)}|(?:\w+-)?(?:{_COUNTED_SO}))(?=[A-ZÄÖÜ]\w+ \w)", _step),
    (r"(?<![\w.,])(?P<n>[0-3]?\d)\. ?(?P<next>[-–/]) ?(?=[0-3]?\d\.)", _first_of_two),
    (r"(?<=\d)(?=[a-z](?!\w))", " "),
    (rf"(?<!\w)({'|'.join(_DAYS)})\.(?=,? \d\d?\. ?[A-Z\d])", lambda m: _DAYS[m[1]]),
    (rf"(?<=\d\. )({'|'.join(_SHORT_MONTHS)})\.", lambda m: _SHORT_MONTHS[m[1]]),
    (r"(?<!\w)(Abs\. ?\d+ )S\. ?(?=\d)", r"\1Satz "),
    (r"(?<!\w)N[or]\.(?=\d)", "Nummer "),
    (r"(?<!\w)Art\. ?(?=\d)", "Artikel "),
    (r"(?<=\d) f\.(?=[ ,;)]|$)", " folgende"),
    (r"(?<=:\d) n\. ?V\.", " nach Verlängerung"),
    (r"(?<=:\d) i\. ?E\.", " im Elfmeterschießen"),
    (r"(?<=\d)[ -]?%-?(?=ig)", "prozent"),
    _FROM_DAY_TO_DAY,
    (r"(?<=\d) : (?=\d)", ":"),
    (r"(?<![\w.,:])(\d{1,2}):([0-5]\d) (?:Std\.|Stunden)", r"\1 Std. \2 Min."),
    (rf"(?<=\d)-({any_of(nouns_of(_CODE).units)})-(?=[A-ZÄÖÜ])", lambda m: f"-{_in_compounds(m[1])}-"),
    (r"(?<=\d),[-–]{1,2}(?![\w-])", ""),
    (r"(?<![\w.,])(\d\d?)\.(\d\d)(?= ?(?:[-–]|bis|und) ?\d\d?(?:[.:]\d\d)? Uhr)", r"\1:\2"),
    (r"(?<=\d) ?[-–] ?(?=\d{1,2}(?:[:.]\d\d)? Uhr)", " bis "),
    (
        r"(?<![\w.,])(?P<y>\d{4})-(?P<m>\d\d)-(?P<n>\d\d)(?!\w)",
        lambda m: f"{_day(m)} {m['y']}" if _day(m) != m[0] else m[0],
    ),
    (
        r"(?<![\w.,])(?P<n>[0-3]?\d)\. ?(?P<m>[01]?\d)\. ?(?=(?:\d{4}|\d\d)(?!\d))",
        lambda m: f"{_day(m)} " if _day(m) != m[0] else m[0],
    ),
    (r"(?<![\w.,])(?P<n>[0-3]?\d)\.(?P<m>[01]?\d)\.(?!\d)", _day),
    (
        r"(?<![\w.,])(?P<n>\d{1,3})\.(?= ?(?P<next>(?<= )[A-Za-zÄÖÜäöü]\w*|,(?= \d{1,3}\.(?!\d))))",
        _declined,
    ),
    (r"(?<![\w.,])(?P<n>\d{1,3})\.(?=(?P<next>[-–/+]\d|-[A-Z]))", _declined),
    (r"(?<![\w.,])(?P<n>\d{2,4})er(?!\w)", _decade),
    (r"(?<=[a-zß])str\.(?= \d)", "straße"),
    (r"(?:(?<=\d, )|(?<=\d[a-d], ))\d{5}(?= [A-ZÄÖÜ])", lambda m: numerals.digits(m[0], _CODE)),
    (r"(?<!\w)S\. ?(?=\d)", "Seite "),
)

_PARTS = (
    ("halb", "halb"),
    ("Drittel",) * 2,
    ("Viertel",) * 2,
    ("Fünftel",) * 2,
    ("Sechstel",) * 2,
    ("Siebtel",) * 2,
    ("Achtel",) * 2,
    ("Neuntel",) * 2,
    ("Zehntel",) * 2,
)

_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    decimal="Komma",
    minus="minus",
    plus="plus",
    plus_or_minus="plus minus",
    percent="Prozent",
    to="bis",
    score="zu",
    conjunction="und",
    times="mal",
    months=_MONTHS,
    date=lambda day, month, year: f"{_ordinal(day)}r {month} {_year(year)}",
    clock=r"(?P<h>[0-2]?\d)(?=:\d\d(?![\d:])|\.\d\d Uhr| Uhr)(?:[:.](?P<m>\d\d))?(?: Uhr)?",
    time=_time,
    nouns=nouns_of(_CODE),
    parts=_PARTS,
    and_a_half="einhalb",
    per="pro",
    signs={".": "Punkt", "@": "at", "/": "Schrägstrich", "-": "Bindestrich", "_": "Unterstrich"},
    abbreviations=full_words(_CODE),
    names=frozenset({"DAX", "UNO", "TÜV", "ESA", "GAU", "PEN", "VOX", "DOW", "ETA"}),
    letters=frozenset(
        {"UNHCR", "IAEA", "IAEO", "NDR", "ADAC", "BASF", "OECD", "DIHK", "OSZE", "DOSB", "ADFC", "EUGH"}
    ),
    fraction_as_number=False,
    joins=True,
    year=lambda number: numerals.year(number, _CODE),
    word_rules=(
        _FROM_DAY_TO_DAY,
        _GOVERNED,
        (
            rf"(?<!\w)(?P<before>[Dd](?:er|ie|as|em|en|es)|[IiAa]m|[ZzVv][ou][mr]|[Bb]eim) (?P<n>{ROMAN})\."
            r"(?= [A-ZÄÖÜ][a-zäöü])",
            _roman_ordinal,
        ),
    ),
    regnal=_regnal,
    regnal_names=frozenset(_NAMES | _GENITIVES),
    rules=_RULES,
)


speak = reader_of(_TONGUE)
