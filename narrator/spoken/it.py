"""Italian: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.spoken import numerals
from narrator.spoken.reader import reader_of
from narrator.spoken.roman import ROMAN, roman_value
from narrator.spoken.tongue import Noun, Rule, Tongue

_CODE = "it"
_MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
_FEMININE = re.compile(r"(?:a|zione|sione|tà|tù|ice|parte|notte|mente|gente|stazione)$")
_MASCULINE = re.compile(r"^(?:problema|programma|sistema|tema|clima|pianeta|poeta|grammo)$")
_NO_NOUN = frozenset({
    "a", "ad", "al", "alla", "ai", "da", "dal", "dalla", "di", "del", "della", "e", "ed", "è", "fa", "ha",
    "il", "in", "la", "lo", "ma", "o", "per", "tra", "fra", "su", "con", "che",
})  # fmt: skip
_VOWEL = re.compile("[aeiouàèéìòù]", re.IGNORECASE)
_IMPURE = re.compile(r"(?:s[^aeiou]|z|ps|gn|x|y)", re.IGNORECASE)


def _cardinal(number: int, follows: str) -> str:
    """
    >>> _cardinal(1, "milione"), _cardinal(1, "persona"), _cardinal(1, "ora"), _cardinal(23, "")
    ('un', 'una', 'un’', 'ventitré')
    """
    if number == 1 and len(follows) > 1 and follows.lower() not in _NO_NOUN:
        return _article(follows)
    said = numerals.cardinal(number, _CODE)
    said = re.sub(r"(milion[ei]|miliard[oi]|bilion[ei]) e ", r"\1 ", said)
    return re.sub(r"(?<=\w)tre$", "tré", said)


def _article(noun: str) -> str:
    if _FEMININE.search(noun) and not _MASCULINE.match(noun):
        return "un’" if _VOWEL.match(noun) else "una"
    return "uno" if _IMPURE.match(noun) else "un"


def _ordinal(number: int) -> str:
    return numerals.ordinal(number, _CODE)


def _feminine(said: str) -> str:
    return f"{said[:-1]}a"


def _written_ordinal(match: re.Match[str]) -> str:
    said = _ordinal(int(match["n"]))
    return _feminine(said) if match["end"] == "ª" else said


def _figured_before(number: int, noun: str) -> str:
    """
    >>> _figured_before(17, "Congresso"), _figured_before(2, "Guerra")
    ('diciassettesimo', 'seconda')
    """
    said = _ordinal(number)
    return _feminine(said) if _FEMININE.search(noun) else said


def _regnal(number: int, name: str) -> str:
    """
    >>> _regnal(23, "Giovanni"), _regnal(2, "Elisabetta")
    ('ventitreesimo', 'seconda')
    """
    return _feminine(_ordinal(number)) if name in _QUEENS else _ordinal(number)


def _date(day: int, month: str, year: int) -> str:
    first = "primo" if day == 1 else _cardinal(day, "")
    return f"{first} {month} {_cardinal(year, '')}"


def _time(hour: int, minute: int) -> str:
    """
    >>> _time(14, 30), _time(1, 5)
    ('quattordici e trenta', 'una e cinque')
    """
    said = "una" if hour == 1 else _cardinal(hour, "")
    return f"{said} e {_cardinal(minute, '')}" if minute else said


_QUEENS = frozenset({"Elisabetta", "Caterina", "Margherita"})
_RULES: tuple[Rule, ...] = (
    (r"(?<![\w,.])(?P<n>\d{1,3})(?P<end>[ºª]|°(?! ?[CF]\b))(?!\w)", _written_ordinal),
    (rf"(?<![\w,.'’])1(?= (?:{'|'.join(_MONTHS)}))", "primo"),
    (r"(?<![\w,.])(?P<n>\d{1,3})mila(?!\w)", lambda m: _cardinal(int(m["n"]) * 1000, "")),
    (r"['’](?=\d\d(?!\d))(?<!\w['’])", ""),
)  # fmt: skip

_EURO = Noun("euro", "euro", Noun("centesimo", "centesimi"))
_DOLLAR = Noun("dollaro", "dollari", Noun("centesimo", "centesimi"))
_MILLION, _BILLION = Noun("milione", "milioni"), Noun("miliardo", "miliardi")

_ABBREVIATIONS = {
    "Sig.": "signor", "sig.": "signor", "Sig.ra": "signora", "sig.ra": "signora", "Dott.": "dottor",
    "dott.": "dottor", "Dr.": "dottor", "dott.ssa": "dottoressa", "Dott.ssa": "dottoressa",
    "Prof.": "professor", "prof.": "professor", "Prof.ssa": "professoressa", "Ing.": "ingegner",
    "Avv.": "avvocato", "avv.": "avvocato", "On.": "onorevole", "on.": "onorevole", "Gen.": "generale",
    "n.": "numero", "N.": "numero", "nr.": "numero", "ecc.": "eccetera", "es.": "esempio", "pag.": "pagina",
    "pagg.": "pagine", "art.": "articolo", "a.C.": "avanti Cristo", "d.C.": "dopo Cristo",
    "tel.": "telefono", "§": "paragrafo", "ca.": "circa", "St.": "Saint", "vs": "contro", "gen.": "gennaio",
    "feb.": "febbraio", "sett.": "settembre", "ott.": "ottobre", "nov.": "novembre", "dic.": "dicembre",
    "S.p.A.": "società per azioni", "SpA": "società per azioni",
}  # fmt: skip

_REGNAL_NAMES = frozenset({
    "Giovanni Paolo", "Giovanni", "Vittorio Emanuele", "Umberto", "Pio", "Leone", "Benedetto", "Paolo",
    "Carlo", "Luigi", "Enrico", "Filippo", "Federico", "Elisabetta", "Napoleone", "Guglielmo", "Nicola",
    "Alessandro", "Francesco", "Giorgio", "Gregorio", "Clemente", "Innocenzo", "Caterina", "Margherita",
    "Felipe", "Juan Carlos", "Urbano", "Bonifacio", "Giulio", "Sisto",
})  # fmt: skip

_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    ordinal=_ordinal,
    decimal="virgola",
    minus="meno",
    plus="più",
    percent="per cento",
    to="a",
    score="a",
    conjunction="e",
    times="per",
    months=_MONTHS,
    date=_date,
    clock=(
        r"(?:(?P<h>[0-2]?\d)(?=:[0-5]\d(?![\d:])|(?<=alle \d)\.[0-5]\d(?!\d)|(?<=alle \d\d)\.[0-5]\d(?!\d)"
        r"|(?<=ore \d)\.[0-5]\d(?!\d)|(?<=ore \d\d)\.[0-5]\d(?!\d))[:.](?P<m>\d\d))"
    ),
    time=_time,
    scales={
        **dict.fromkeys(("milione", "milioni", "mln"), _MILLION),
        **dict.fromkeys(("miliardo", "miliardi", "mld"), _BILLION),
    },
    currencies={
        **dict.fromkeys(("€", "EUR", "euro"), _EURO),
        **dict.fromkeys(("$", "US$", "USD", "dollari"), _DOLLAR),
        **dict.fromkeys(("£", "GBP", "sterline"), Noun("sterlina", "sterline", Noun("penny", "pence"))),
        "¥": Noun("yen", "yen"),
        "CHF": Noun("franco svizzero", "franchi svizzeri", Noun("centesimo", "centesimi")),
        "₽": Noun("rublo", "rubli"),
        "₹": Noun("rupia", "rupie"),
    },
    units={
        "km/h": Noun("chilometro all’ora", "chilometri all’ora"),
        "km": Noun("chilometro", "chilometri"),
        "km²": Noun("chilometro quadrato", "chilometri quadrati"),
        "kmq": Noun("chilometro quadrato", "chilometri quadrati"),
        "m²": Noun("metro quadrato", "metri quadrati"),
        "mq": Noun("metro quadrato", "metri quadrati"),
        "m³": Noun("metro cubo", "metri cubi"),
        "m": Noun("metro", "metri"),
        "cm": Noun("centimetro", "centimetri"),
        "mm": Noun("millimetro", "millimetri"),
        "ha": Noun("ettaro", "ettari"),
        "kg": Noun("chilo", "chili"),
        "g": Noun("grammo", "grammi"),
        "mg": Noun("milligrammo", "milligrammi"),
        "t": Noun("tonnellata", "tonnellate"),
        "l": Noun("litro", "litri"),
        "°C": Noun("grado Celsius", "gradi Celsius"),
        "MW": Noun("megawatt", "megawatt"),
        "GW": Noun("gigawatt", "gigawatt"),
        "kWh": Noun("chilowattora", "chilowattora"),
        "GB": Noun("gigabyte", "gigabyte"),
        "s": Noun("secondo", "secondi"),
        "min": Noun("minuto", "minuti"),
    },
    abbreviations=_ABBREVIATIONS,
    names=frozenset({"ONU", "IVA", "PIL", "RAI", "ENI", "INPS", "USA", "ASL"}),
    of="di",
    cents="e",
    figured_before=_figured_before,
    regnal=_regnal,
    regnal_names=_REGNAL_NAMES,
    word_rules=(
        (rf"(?<!\w)(?P<n>{ROMAN}) (?=secolo)", lambda m: f"{_ordinal(roman_value(m['n']))} "),
        (r"(?<!\w)I (?=Guerra)", "Prima "),
        (r"(?<!\w)un’ (?=\w)", "un’"),
    ),
    rules=_RULES,
)

speak = reader_of(_TONGUE)
