"""Turkish: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.spoken import numerals
from narrator.spoken.nouns import nouns_of
from narrator.spoken.reader import reader_of
from narrator.spoken.roman import ROMAN, roman_value
from narrator.spoken.shorthand import full_words
from narrator.spoken.tongue import Rule, Tongue

_CODE = "tr"
_MONTHS = (
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
    "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
)  # fmt: skip
_LAST_GOAL = 9
_BACK_VOWELS = str.maketrans("eiüö", "aıuo")


def _cardinal(number: int, _follows: str) -> str:
    """
    >>> _cardinal(2023, ""), _cardinal(1000000, "")
    ('iki bin yirmi üç', 'bir milyon')
    """
    return numerals.cardinal(number, _CODE)


def _ordinal(number: int) -> str:
    return numerals.ordinal(number, _CODE)


def _written_ordinal(match: re.Match[str]) -> str:
    """`3.`, `15'inci`, `II.`, with the case ending that may follow."""
    number = int(match["n"]) if match["n"].isdigit() else roman_value(match["n"])
    return _ordinal(number)


def _lira(match: re.Match[str]) -> str:
    """The ending of `TL'ye` agrees with the letters' names; said in full it agrees with lira.

    >>> speak("100 TL'ye")
    'yüz liraya'
    """
    return f"lira{match['end'].translate(_BACK_VOWELS)}"


def _small_ending(match: re.Match[str]) -> str:
    """The ending of a year amid capitals.

    >>> speak("2019’A doğru, 1690’LARDA")
    'iki bin on dokuza doğru, bin altı yüz doksanlarda'
    """
    return match["end"].replace("I", "ı").replace("İ", "i").lower()


def _pair(match: re.Match[str]) -> str:
    """A score or a range with an ending.

    >>> speak("2-1'lik galibiyet, yüzde 130-145'lik, 1990-95'te")
    'iki birlik galibiyet, yüzde yüz otuz ila yüz kırk beşlik, bin dokuz yüz doksan ila doksan beşte'
    """
    rises = len(match["a"]) > 2 or int(match["a"]) < int(match["b"]) > _LAST_GOAL
    return f"{match['a']}{' ila ' if rises else ' '}{match['b']}"


def _time(hour: int, minute: int) -> str:
    """
    >>> _time(14, 30), _time(9, 5)
    ('on dört otuz', 'dokuz sıfır beş')
    """
    said = _cardinal(hour, "")
    if minute == 0:
        return said
    return f"{said} {'sıfır ' if minute < 10 else ''}{_cardinal(minute, '')}"


_OF_PARTS = {
    "2": "ikide", "3": "üçte", "4": "dörtte", "5": "beşte", "6": "altıda", "7": "yedide", "8": "sekizde",
    "9": "dokuzda", "10": "onda",
}  # fmt: skip
_OF_THEM = {
    "1": "biri",
    "2": "ikisi",
    "3": "üçü",
    "4": "dördü",
    "5": "beşi",
    "6": "altısı",
    "7": "yedisi",
    "8": "sekizi",
    "9": "dokuzu",
}


def _part(match: re.Match[str]) -> str:
    """The whole stands before the part: in three two.

    >>> speak("2/3 çoğunluk, 1/4'ü")
    'üçte iki çoğunluk, dörtte biri'
    """
    said = _OF_THEM[match["top"]] if match["end"] else _cardinal(int(match["top"]), "")
    return f"{_OF_PARTS[match['bottom']]} {said}"


_BEFORE_AN_ENDING = {"m": "metre", "l": "litre", "t": "ton", "g": "gram", "°C": "santigrat derece"}
_ORDINAL_ENDING = r"(?:['’]?(?:[ıiuü]?nc[ıiuü]))"
_RULES: tuple[Rule, ...] = (
    (r"(?<=\d)½", " buçuk"),
    (r"½", "yarım"),
    (r"(?<![\w.,/])(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?![\d/]|[.,]\d)(?P<end>['’]\w+)?", _part),
    (rf"(?<![\w.,])(?P<n>{numerals.NUMBER}) ?km/s(?:a|aat)?(?!\w)", r"saatte \g<n> km"),
    (r"(?<![\w.,:])([0-2]?\d)\.([0-5]\d) ?[-–] ?([0-2]?\d)\.([0-5]\d)(?!\d|[.,]\d)", r"\1:\2 ila \3:\4"),
    (r"(?<=\d) ?[-–] ?(?=%\d)", " ila "),
    (r"(?:(?<=\d )|(?<=bin )|(?<=milyon )|(?<=milyar ))TL['’](?P<end>\w+)", _lira),
    (r"(?<=\d)['’](?P<end>[A-ZÇĞİÖŞÜ]+)(?!\w)", _small_ending),
    (r"(?<![\w.,/-])(?P<a>\d{1,4}) ?[-–] ?(?P<b>\d{1,4})['’](?=[a-zçğıöşü])", _pair),
    (r"(?<![\w,.])(?P<n>\d{1,2})\.(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü]{2})", r"\g<n>. "),
    (r"(?<=\d )(m|l|t|g|°C)['’](?=[a-zçğıöşü])", lambda m: _BEFORE_AN_ENDING[m[1]]),
    (
        r"(?<![\w.,:%])([01]\d|2[0-3])\.([0-5]\d)"
        r"(?!\w|[.,]\d| ?(?:TL|₺|€|\$|lira|dolar|avro|euro|mil|bin|puan|metre|kilo|k?m\b|kg))",
        r"\1:\2",
    ),
    (rf"(?<![\w,.])(?P<n>\d{{1,4}}){_ORDINAL_ENDING}", _written_ordinal),
    (r"(?<![\w,.])(?P<n>\d{1,3})\.(?= [A-Za-zÇĞİÖŞÜçğıöşü])", _written_ordinal),
    (r"(?<=\d)['’](?=[a-zçğıöşü])", ""),
)


_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    decimal="virgül",
    minus="eksi",
    plus="artı",
    plus_or_minus="artı eksi",
    percent="yüzde",
    to="ila",
    score="",
    conjunction="ve",
    times="çarpı",
    months=_MONTHS,
    date=lambda day, month, year: f"{_cardinal(day, '')} {month} {_cardinal(year, '')}",
    clock=(
        r"(?P<h>[0-2]?\d)(?=:[0-5]\d(?![\d:])|(?<=[Ss]aat \d)\.[0-5]\d(?!\d)|(?<=[Ss]aat \d\d)\.[0-5]\d(?!\d)"
        r"|\.[0-5]\d(?:de|da|te|ta)(?!\w))[:.](?P<m>\d\d)"
    ),
    time=_time,
    nouns=nouns_of(_CODE),
    signs={".": "nokta", "@": "et", "/": "bölü", "-": "tire", "_": "alt tire"},
    abbreviations=full_words(_CODE),
    names=frozenset({"TÜİK", "DEM", "MİT", "TIR", "YÖK"}),
    letters=frozenset({"TBMM", "UNHCR", "IAEA"}),
    count_is_singular=True,
    percent_first=True,
    joins=True,
    word_rules=(
        (
            rf"(?<!\w)(?P<n>{ROMAN})\."
            r"(?= (?:[A-ZÇĞİÖŞÜ][a-zçğıöşü]|yüzyıl|yy\b|ve [IVX]+\.|dönem|bölüm|madde|kez|kat))",
            _written_ordinal,
        ),
        (r"(?<!\w)dört(?=[aeıiuü])", "dörd"),
    ),
    rules=_RULES,
)

speak = reader_of(_TONGUE)
