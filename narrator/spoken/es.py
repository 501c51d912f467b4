"""Spanish: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken import numerals
from narrator.spoken.nouns import nouns_of
from narrator.spoken.reader import reader_of
from narrator.spoken.roman import roman_value
from narrator.spoken.romance import AFTER_SMALL, Grammar, feminine, short_date
from narrator.spoken.shorthand import full_words
from narrator.spoken.tongue import Rule, Tongue

_CODE = "es"
_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
_GRAMMAR = Grammar(
    code=_CODE,
    feminine=compiled(
        r"(?:a|ción|sión|dad|tad|as|ciones|siones|dades|mujer|mujeres|veces|partes|noches|clases|calles|leyes|redes"
        r"|voces|luces|muertes|fuentes|sedes|tardes|^Cumbre|^Copa)$"
    ),
    masculine=compiled(
        r"^(?:días?|problemas?|programas?|sistemas?|temas?|mapas?|planetas?|idiomas?|climas?|poetas?|gramas?)$"
    ),
    no_noun=frozenset({
        "a", "al", "ante", "bajo", "con", "contra", "de", "del", "desde", "durante", "en", "entre", "es", "era",
        "está", "esta", "hacia", "ha", "hasta", "la", "las", "los", "más", "mientras", "menos", "o", "para",
        "pero", "por", "que", "se", "según", "sin", "sobre", "tras", "una", "unas", "unos", "y", "ya", "además",
        "apenas", "jamás", "bis", "después", "antes",
    }),
    queens=frozenset({"Isabel", "Catalina", "Margarita", "Cristina"}),
    last_regnal=10,
)  # fmt: skip


def _cardinal(number: int, follows: str) -> str:
    """
    >>> _cardinal(21, "años"), _cardinal(200, "personas"), _cardinal(1, "")
    ('veintiún', 'doscientas', 'uno')
    """
    said = re.sub(r"veintiuno (?=mil)", "veintiún ", numerals.cardinal(number, _CODE))
    said = re.sub(r"uno (?=mil)", "un ", said)
    if not _GRAMMAR.counts(number, follows):
        return said
    if _GRAMMAR.is_feminine(follows):
        return re.sub(
            r"uno$", "una", re.sub(r"cientos(?! mil\w)|quinientos(?! mil\w)", _feminine_hundreds, said)
        )
    return re.sub(r"uno$", "un", said.replace("veintiuno", "veintiún"))


def _feminine_hundreds(match: re.Match[str]) -> str:
    return match[0].replace("os", "as")


def _written_ordinal(match: re.Match[str]) -> str:
    """`1.º`, `2ª`, `3er`: the ordinal in its gender, shortened where it is written so."""
    said = _GRAMMAR.written_ordinal(match)
    return said[:-1] if match["end"] == "er" else said


def _figured_before(number: int, noun: str) -> str:
    """
    >>> _figured_before(6, "Cumbre"), _figured_before(3, "Congreso"), _figured_before(2, "Guerra")
    ('sexta', 'tercer', 'segunda')
    """
    said = _GRAMMAR.ordinal(number, noun)
    return said[:-1] if said.endswith(("primero", "tercero")) else said


def _time(hour: int, minute: int) -> str:
    """
    >>> _time(14, 30), _time(1, 5)
    ('catorce treinta', 'una cero cinco')
    """
    said = re.sub(r"uno$", "una", _cardinal(hour, ""))
    if minute == 0:
        return said
    return f"{said} {'cero ' if minute < 10 else ''}{_cardinal(minute, '')}"


def _half_day(match: re.Match[str]) -> str:
    hour = int(match["h"])
    day = "de la tarde" if hour < 8 or hour == 12 else "de la noche"
    part = ("de la noche" if hour == 12 else "de la mañana") if match["half"].lower() == "a" else day
    said = _time(hour, int(match["m"] or 0))
    ends = match[0].endswith(".") and match.end() == len(match.string)
    return f"{said} {part}{'.' if ends else ''}"


def _parts(match: re.Match[str]) -> str:
    """A fraction whose `partes` are named agrees with them.

    >>> speak("las 3/4 partes, 1/3 parte, tres cuartos")
    'las tres cuartas partes, una tercera parte, tres cuartos'
    """
    said = feminine(numerals.ordinal(int(match["bottom"]), _CODE))
    return f"una {said}" if match["top"] == "1" else f"{_cardinal(int(match['top']), '')} {said}s"


_RULES: tuple[Rule, ...] = (
    (r"(?<=\$)(\d{1,3}),(?=\d{3}(?![\d,]))|(?<=\$ )(\d{1,3}),(?=\d{3}(?![\d,]))", r"\1\2."),
    (r"(?<!\w)\$ ?(?=[\d.,]+ (?:pesos|MXN|ARS)\b)", ""),
    (r"(?<=\b[Aa]rtículo )(\d+)\.(?=\d\d?(?!\d))|(?<=\b[Aa]rt\. )(\d+)\.(?=\d\d?(?!\d))", r"\1\2 punto "),
    (r"(?<=\b[Ee]l )(8|11|15)M(?!\w|€)", r"\1-M"),
    _GRAMMAR.half("media", "medio"),
    (r"(?<![\w.,/])(?P<top>[1-9])[/⁄](?P<bottom>[3-9]|10)(?= partes?\b)", _parts),
    (
        r"(?<=\bla )1(?= (?:de la (?:tarde|mañana|madrugada|noche)|y (?:media|cuarto|pico)|en punto|menos)\b)",
        "una",
    ),
    (r"(?<=\ba la )1(?!\w|[.,:]\d| ?%)", "una"),
    (r"(?<=\bLa )1(?!\w|[.,]\d| ?%)", "uno"),
    (r"(?<![\w,.])90[0-2] \d{3} \d{3}(?! ?\d)", lambda m: numerals.digits(m[0], _CODE)),
    short_date("[Ee]l|del|al|día|desde|hasta", _MONTHS, " de "),
    (
        r"(?<![\w,.+])(?<!\d )[6-9]\d{1,2} \d{2,3}(?: \d\d){2}(?! ?\d)",
        lambda m: numerals.digits(m[0], _CODE),
    ),
    (
        r"(?<![\w,.])1(?= de cada \w+ (?P<noun>\w+s)\b)",
        lambda m: "una" if _GRAMMAR.is_feminine(m["noun"]) else "uno",
    ),
    (r"(?<![\w,.])(?P<n>\d{1,4}) ha(?= (?!d[ei]\b)[a-zà-ÿ])", lambda m: f"{_cardinal(int(m['n']), '')} ha"),
    (
        r"(?<![\w,.])(?P<h>1?\d)(?:[:.](?P<m>[0-5]\d))? ?(?P<half>[aApP])\.? ?[mM](?:\.(?!\w)|(?!\w))",
        _half_day,
    ),
    (r"(?<![\w,.])(?P<n>\d{1,3})\.?(?P<end>[ºª]|er|ro|ra|do|da|to|ta|vo|va|mo|ma)(?!\w)", _written_ordinal),
)


_REGNAL_NAMES = frozenset({
    "Felipe", "Juan Carlos", "Carlos", "Alfonso", "Fernando", "Isabel", "Juan Pablo", "Juan", "Benedicto",
    "Pío", "León", "Francisco", "Enrique", "Luis", "Jaime", "Pedro", "Sancho", "Catalina", "Margarita",
    "Napoleón", "Guillermo", "Federico", "Nicolás", "Alejandro", "Jorge", "Eduardo", "Mohamed", "Pablo",
    "Gregorio", "Cristina",
})  # fmt: skip

_PARTS = (
    ("medio", "medios"),
    ("tercio", "tercios"),
    ("cuarto", "cuartos"),
    ("quinto", "quintos"),
    ("sexto", "sextos"),
    ("séptimo", "séptimos"),
    ("octavo", "octavos"),
    ("noveno", "novenos"),
    ("décimo", "décimos"),
)

_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    decimal="coma",
    minus="menos",
    plus="más",
    plus_or_minus="más menos",
    percent="por ciento",
    to="a",
    score="a",
    conjunction="y",
    times="por",
    months=_MONTHS,
    date=lambda day, month, year: f"{_cardinal(day, '')} de {month} de {_cardinal(year, '')}",
    clock=(
        r"(?P<h>[0-2]?\d)"
        r"(?=(?<=las \d)\.[0-5]\d(?!\d)|(?<=las \d\d)\.[0-5]\d(?!\d)"
        r"|[:.]\d\d(?: ?h(?:oras|rs?)?\.?)(?!\w)|:\d\d(?![\d:])|h\d\d(?!\w))"
        r"[:.h](?P<m>[0-5]\d)"
        r"(?: ?h(?:rs?)?\b\.?)?"
    ),
    time=_time,
    nouns=nouns_of(_CODE),
    parts=_PARTS,
    and_a_half=" y medio",
    per="por",
    signs={".": "punto", "@": "arroba", "/": "barra", "-": "guion", "_": "guion bajo"},
    abbreviations=full_words(_CODE),
    names=frozenset(
        {
            "ONU",
            "OEA",
            "UCI",
            "ETA",
            "IVA",
            "AVE",
            "PIB",
            "RAE",
            "CIS",
            "MIR",
            "ERE",
            "ESO",
            "VOX",
            "BOE",
            "INE",
            "UVI",
            "UME",
            "IBI",
            "OPA",
        }
    ),
    letters=frozenset({"UNHCR", "OIEA", "OCDE", "CSIC"}),
    of="de",
    cents="con",
    figured_before=_figured_before,
    regnal=_GRAMMAR.regnal,
    regnal_names=_REGNAL_NAMES,
    word_rules=(
        (rf"{AFTER_SMALL}D\. (?=[A-ZÀ-Þ])", "don "),
        (r"(?<!\w)s\. (?=[IVX]+\b)", "siglo "),
        (r"(?<=\bsiglo )(?P<n>[IVX])\b(?!\.\w)", lambda m: numerals.ordinal(roman_value(m["n"]), _CODE)),
        (r"(?<!\w)ss\. (?P<n>[IVX]+)\b", lambda m: f"siglos {_cardinal(roman_value(m['n']), '')}"),
        (r"(?<!\w)I (?=Guerra)", "Primera "),
    ),
    rules=_RULES,
)

speak = reader_of(_TONGUE)
