"""French: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken import numerals
from narrator.spoken.nouns import nouns_of
from narrator.spoken.reader import reader_of
from narrator.spoken.roman import ROMAN, roman_value
from narrator.spoken.romance import first_of_month, short_date
from narrator.spoken.shorthand import full_words
from narrator.spoken.tongue import Rule, Tongue

_CODE = "fr"
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_FEMININE = compiled(
    r"(?:tion|sion|té|ance|ence|ure|ette|elle|ée|euse|trice|ie"
    r"|heure|femme|personne|fois|minute|seconde|semaine|tonne|livre|ville|victime|école|fille|place|page|part"
    r"|couronne|pièce|entreprise|balle|course|voix|arme|bombe|banque|usine|voiture|maison|chaîne)s?$"
)


def _cardinal(number: int, follows: str) -> str:
    """
    >>> _cardinal(21, "personnes"), _cardinal(71, "femmes"), _cardinal(1, "million")
    ('vingt-et-une', 'soixante-et-onze', 'un')
    """
    said = numerals.cardinal(number, _CODE)
    if number % 10 == 1 and said.endswith("un") and _FEMININE.search(follows):
        return f"{said}e"
    return said


def _ordinal(number: int) -> str:
    return numerals.ordinal(number, _CODE)


def _written_ordinal(match: re.Match[str]) -> str:
    """`1er`, `1re`, `2e`, `3ème`, `2nde`, and the same after a Roman numeral."""
    number = int(match["n"]) if match["n"].isdigit() else roman_value(match["n"])
    ending = match["end"]
    if number == 1:
        said = "première" if ending.startswith(("re", "èr", "ere")) else "premier"
        return said + ("s" if ending.endswith("s") else "")
    if ending.startswith(("nd", "d")):
        return "seconde" if ending in ("nde", "de") else "second"
    return _ordinal(number) + ("s" if ending.endswith("s") else "")


def _date(day: int, month: str, year: int) -> str:
    return f"{first_of_month(day, 'premier', _CODE)} {month} {_cardinal(year, '')}"


def _time(hour: int, minute: int) -> str:
    """
    >>> _time(1, 0), _time(14, 30)
    ('une heure', 'quatorze heures trente')
    """
    noun = "heure" if hour < 2 else "heures"
    o_clock = f"{_cardinal(hour, noun)} {noun}"
    return f"{o_clock} {_cardinal(minute, 'minute')}" if minute else o_clock


def _regnal(number: int, name: str) -> str:
    if number > 1:
        return _cardinal(number, "")
    return "première" if name in ("Élisabeth", "Elizabeth", "Catherine") else "premier"


_LAW = r"(?:(?<=\bn° )|(?<=\b[LRDA]\. )|(?<=\b[LRDA]\.))"
_ENDING = r"(?P<end>des?|ers?|ères?|res?|èmes?|emes?|es?|nde?s?)"
_RULES: tuple[Rule, ...] = (
    short_date("[Ll]e|du|au|dès le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche", _MONTHS, " "),
    (r"(?<![\w,.])(\d{1,3})['’′]([0-5]\d)(?![\w'’])", r"\1 min \2"),
    (r"(?<!\w)([Nn])o (?=\d)", r"\1uméro "),
    (r"(?<!\w)nos (?=\d+ (?:et|à) \d)", "numéros "),
    (r"(?<![\w,.])49\.3(?![\d%]|[.,]\d)", "49 3"),
    (r"(?<=[Aa]rticle )(\d+)[.-](?=\d)", r"\1 "),
    (r"(?<![\d.])(0\d)\.(\d\d)\.(\d\d)\.(\d\d)\.(\d\d)(?![\d.]\d)", r"\1 \2 \3 \4 \5"),
    (r"(?<![\w,.])(?:une )?(?:1/2|½)[ -](?=heure|journée|douzaine|finale|saison|pension)", "une demi-"),
    (r"(?<![\w,.)])-(?=\d\d ans\b)", "moins de "),
    (r"(?<=\b1er)[-–](?=\d)", " au "),
    (
        r"(?:(?<=\b[Ll]e )|(?<=\bau ))(3[019])([1-9]\d)(?!\w|[.,]\d| ?(?:m|mètres?|euros?|€|habitants?)(?!\w))",
        r"\1 \2",
    ),
    (r"(?<![\w,.])24 ?h/24(?!\w)", "24 heures sur 24"),
    (r"(?<=\bde )(14-18|39-45)(?![\w-]| ans)", lambda m: m[1].replace("-", " ")),
    (r"(?<=\d )ch(?!\w|\.,|\. [a-zà-ÿ])", "chevaux"),
    (rf"{_LAW}(\d+)-(?=\d)", r"\1 tiret "),
    (r"(?<![\w,.])([12])m(?=\d\d(?!\d))", r"\1 m "),
    (r"(?<=\d )sept\.|(?<!\w)sept\.(?= \d)", "septembre"),
    (
        r"(?<![\w,.])(\d{1,2}) ?h ?([0-5]?\d) ?(?:['’′]|min) ?0?([0-5]?\d) ?(?:[\"”″]|''|s(?:ec)?\b)?",
        r"\1 h \2 minutes \3 secondes",
    ),
    (r"(?<![\w/.,])(\d\d?)j?/(7|\d\d)(?![\d/])", r"\1 sur \2"),
    (rf"(?<![\w,.])(?P<n>\d+){_ENDING}(?!\w)", _written_ordinal),
    (r"(?<![\w,.])1(?= (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc))", "premier"),
)
_WORD_RULES: tuple[Rule, ...] = (
    (r"(?<!\w)(?P<n>I)(?P<end>ers?|res?|ères?)(?!\w)", _written_ordinal),
    (rf"(?<!\w)(?P<n>{ROMAN})(?P<end>es?|èmes?)(?!\w)", _written_ordinal),
)


_REGNAL_NAMES = frozenset({
    "Louis", "Charles", "François", "Henri", "Philippe", "Napoléon", "Jean-Paul", "Jean", "Benoît", "Pie",
    "Léon", "Paul", "Élisabeth", "Elizabeth", "Elisabeth", "Catherine", "Guillaume", "Frédéric", "Nicolas",
    "Alexandre", "Albert", "Georges", "Édouard", "Mohammed", "Hassan", "Felipe", "Juan Carlos", "Grégoire",
    "Margrethe", "Frederik", "Harald", "Léopold", "Ferdinand", "Clovis", "Urbain", "Clément",
})  # fmt: skip

_PARTS = (
    ("demi", "demis"),
    ("tiers", "tiers"),
    ("quart", "quarts"),
    ("cinquième", "cinquièmes"),
    ("sixième", "sixièmes"),
    ("septième", "septièmes"),
    ("huitième", "huitièmes"),
    ("neuvième", "neuvièmes"),
    ("dixième", "dixièmes"),
)

_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    decimal="virgule",
    minus="moins",
    plus="plus",
    plus_or_minus="plus ou moins",
    percent="pour cent",
    to="à",
    score="à",
    conjunction="et",
    times="fois",
    months=_MONTHS,
    date=_date,
    clock=(
        r"(?P<h>[0-2]?\d)(?= ?h(?!\w)| ?h ?[0-5]\d(?!\d)|:[0-5]\d(?![\d:]))(?: ?h|:)"
        r"(?: ?(?P<m>[0-5]\d)(?!\d))?(?: ?min(?!\w))?"
    ),
    time=_time,
    nouns=nouns_of(_CODE),
    parts=_PARTS,
    and_a_half=" et demi",
    per="par",
    signs={".": "point", "@": "arobase", "/": "slash", "-": "tiret", "_": "tiret bas"},
    abbreviations=full_words(_CODE),
    letters=frozenset({"UNHCR", "AIEA", "SNCF", "RATP", "OCDE", "ONG", "ASSE", "INRA", "EELV"}),
    names=frozenset({"ONU", "CAC", "ENA", "CAF", "ZAD", "SPA", "VAR"}),
    of="de",
    plural_from_two=True,
    regnal=_regnal,
    regnal_names=_REGNAL_NAMES,
    word_rules=_WORD_RULES,
    rules=_RULES,
)

speak = reader_of(_TONGUE)
