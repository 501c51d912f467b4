"""Spanish: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.spoken import numerals
from narrator.spoken.reader import reader_of
from narrator.spoken.tongue import Noun, Rule, Tongue

_CODE = "es"
_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
_FEMININE = re.compile(
    r"(?:a|ción|sión|dad|tad|as|ciones|siones|dades|mujer|mujeres|veces|partes|noches|clases|calles|leyes|redes"
    r"|voces|luces|muertes|fuentes|sedes|tardes)$"
)
_MASCULINE = re.compile(
    r"^(?:días?|problemas?|programas?|sistemas?|temas?|mapas?|planetas?|idiomas?|climas?|poetas?|gramas?)$"
)
_NO_NOUN = frozenset({
    "a", "al", "ante", "bajo", "con", "contra", "de", "del", "desde", "durante", "en", "entre", "es", "era",
    "está", "esta", "hacia", "ha", "hasta", "la", "las", "los", "más", "mientras", "menos", "o", "para",
    "pero", "por", "que", "se", "según", "sin", "sobre", "tras", "una", "unas", "unos", "y", "ya", "además",
    "apenas", "jamás", "después", "antes",
})  # fmt: skip


def _cardinal(number: int, follows: str) -> str:
    """
    >>> _cardinal(21, "años"), _cardinal(200, "personas"), _cardinal(1, "")
    ('veintiún', 'doscientas', 'uno')
    """
    said = re.sub(r"veintiuno (?=mil)", "veintiún ", numerals.cardinal(number, _CODE))
    said = re.sub(r"uno (?=mil)", "un ", said)
    if not _is_noun(follows, number):
        return said
    if _FEMININE.search(follows) and not _MASCULINE.match(follows):
        return re.sub(
            r"uno$", "una", re.sub(r"cientos(?! mil\w)|quinientos(?! mil\w)", _feminine_hundreds, said)
        )
    return re.sub(r"uno$", "un", said.replace("veintiuno", "veintiún"))


def _feminine_hundreds(match: re.Match[str]) -> str:
    return match[0].replace("os", "as")


def _is_noun(word: str, number: int) -> bool:
    if len(word) < 2 or word.lower() in _NO_NOUN:
        return False
    return number == 1 or word.endswith("s")


def _ordinal(number: int) -> str:
    return numerals.ordinal(number, _CODE)


def _written_ordinal(match: re.Match[str]) -> str:
    """`1.º`, `2ª`, `3er`: the ordinal in its gender, shortened where it is written so."""
    said = _ordinal(int(match["n"]))
    if match["end"] in ("ª", "ra", "da", "ta", "va", "ma"):
        return _feminine_ordinal(said)
    return said[:-1] if match["end"] == "er" else said


def _feminine_ordinal(said: str) -> str:
    return re.sub(r"o\b", "a", said)


def _figured_before(number: int, noun: str) -> str:
    """
    >>> _figured_before(6, "Cumbre"), _figured_before(3, "Congreso"), _figured_before(2, "Guerra")
    ('sexta', 'tercer', 'segunda')
    """
    said = _ordinal(number)
    if noun in ("Cumbre", "Copa") or _FEMININE.search(noun):
        return _feminine_ordinal(said)
    return said[:-1] if said.endswith(("primero", "tercero")) else said


def _regnal(number: int, name: str) -> str:
    """
    >>> _regnal(6, "Felipe"), _regnal(13, "Alfonso"), _regnal(2, "Isabel")
    ('sexto', 'trece', 'segunda')
    """
    if number > 10:
        return _cardinal(number, "")
    return _feminine_ordinal(_ordinal(number)) if name in _QUEENS else _ordinal(number)


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
    part = {"a": "de la mañana"}.get(
        match["half"].lower(), "de la tarde" if hour < 8 or hour == 12 else "de la noche"
    )
    said = _time(hour, int(match["m"] or 0))
    return f"{said} {part}{'.' if match.end() == len(match.string) else ''}"


_QUEENS = frozenset({"Isabel", "Catalina", "Margarita", "Cristina"})
_RULES: tuple[Rule, ...] = (
    (r"(?<![\w,.])(?P<h>1?\d)(?:[:.](?P<m>[0-5]\d))? (?P<half>[aApP])\.? ?[mM]\.(?!\w)", _half_day),
    (r"(?<![\w,.])(?P<n>\d{1,3})\.?(?P<end>[ºª]|er|ro|ra|do|da|to|ta|vo|va|mo|ma)(?!\w)", _written_ordinal),
)

_EURO = Noun("euro", "euros", Noun("céntimo", "céntimos"))
_DOLLAR = Noun("dólar", "dólares", Noun("centavo", "centavos"))
_MILLION = Noun("millón", "millones")

_ABBREVIATIONS = {
    "Sr.": "señor", "Sra.": "señora", "Srta.": "señorita", "Dr.": "doctor", "Dra.": "doctora",
    "Prof.": "profesor", "Dña.": "doña", "Gral.": "general", "Ud.": "usted", "Uds.": "ustedes",
    "EE. UU.": "Estados Unidos", "EE.UU.": "Estados Unidos", "EEUU": "Estados Unidos",
    "EE\u00a0UU": "Estados Unidos", "EE UU": "Estados Unidos", "RR. HH.": "recursos humanos",
    "JJ. OO.": "Juegos Olímpicos", "JJ.OO.": "Juegos Olímpicos", "FF. AA.": "Fuerzas Armadas",
    "CC. AA.": "comunidades autónomas", "CC. OO.": "Comisiones Obreras", "n.º": "número", "nº": "número",
    "Nº": "Número", "N.º": "Número", "núm.": "número", "etc.": "etcétera", "p. ej.": "por ejemplo",
    "a. C.": "antes de Cristo", "d. C.": "después de Cristo", "aprox.": "aproximadamente",
    "art.": "artículo", "pág.": "página", "págs.": "páginas", "Av.": "avenida", "Avda.": "avenida",
    "c/": "calle", "Sto.": "Santo", "Sta.": "Santa", "Cía.": "compañía", "§": "párrafo",
    "tel.": "teléfono", "vs.": "contra", "dpto.": "departamento", "ene.": "enero", "feb.": "febrero",
    "sept.": "septiembre", "oct.": "octubre", "nov.": "noviembre", "dic.": "diciembre",
}  # fmt: skip

_REGNAL_NAMES = frozenset({
    "Felipe", "Juan Carlos", "Carlos", "Alfonso", "Fernando", "Isabel", "Juan Pablo", "Juan", "Benedicto",
    "Pío", "León", "Francisco", "Enrique", "Luis", "Jaime", "Pedro", "Sancho", "Catalina", "Margarita",
    "Napoleón", "Guillermo", "Federico", "Nicolás", "Alejandro", "Jorge", "Eduardo", "Mohamed", "Pablo",
    "Gregorio", "Cristina",
})  # fmt: skip

_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    ordinal=_ordinal,
    decimal="coma",
    minus="menos",
    plus="más",
    percent="por ciento",
    to="a",
    score="a",
    conjunction="y",
    times="por",
    months=_MONTHS,
    date=lambda day, month, year: f"{_cardinal(day, '')} de {month} de {_cardinal(year, '')}",
    clock=(
        r"(?P<h>[0-2]?\d)(?=[:.]\d\d(?: ?h(?:oras|rs?)?\.?)(?!\w)|:\d\d(?![\d:])|h\d\d(?!\w))"
        r"[:.h](?P<m>[0-5]\d)"
        r"(?: ?h(?:rs?)?\b\.?)?"
    ),
    time=_time,
    scales={
        **dict.fromkeys(("millón", "millones", "M", "mill.", "mdd"), _MILLION),
        "mil": Noun("mil", "mil"),
        "billón": Noun("billón", "billones"),
        "billones": Noun("billón", "billones"),
        "mil millones": Noun("mil millones", "mil millones"),
    },
    currencies={
        **dict.fromkeys(("€", "EUR", "euro", "euros"), _EURO),
        **dict.fromkeys(("$", "US$", "USD", "dólar", "dólares"), _DOLLAR),
        **dict.fromkeys(("£", "GBP", "libras"), Noun("libra", "libras", Noun("penique", "peniques"))),
        **dict.fromkeys(("MXN", "ARS", "peso", "pesos"), Noun("peso", "pesos", Noun("centavo", "centavos"))),
        "¥": Noun("yen", "yenes"),
        "CHF": Noun("franco suizo", "francos suizos"),
        "₽": Noun("rublo", "rublos"),
        "₹": Noun("rupia", "rupias"),
    },
    units={
        "km/h": Noun("kilómetro por hora", "kilómetros por hora"),
        "km": Noun("kilómetro", "kilómetros"),
        "km²": Noun("kilómetro cuadrado", "kilómetros cuadrados"),
        "km2": Noun("kilómetro cuadrado", "kilómetros cuadrados"),
        "m²": Noun("metro cuadrado", "metros cuadrados"),
        "m2": Noun("metro cuadrado", "metros cuadrados"),
        "m³": Noun("metro cúbico", "metros cúbicos"),
        "m": Noun("metro", "metros"),
        "cm": Noun("centímetro", "centímetros"),
        "mm": Noun("milímetro", "milímetros"),
        "ha": Noun("hectárea", "hectáreas"),
        "kg": Noun("kilo", "kilos"),
        "g": Noun("gramo", "gramos"),
        "mg": Noun("miligramo", "miligramos"),
        "t": Noun("tonelada", "toneladas"),
        "l": Noun("litro", "litros"),
        "h": Noun("hora", "horas"),
        "°C": Noun("grado Celsius", "grados Celsius"),
        "ºC": Noun("grado Celsius", "grados Celsius"),
        "°": Noun("grado", "grados"),
        "MW": Noun("megavatio", "megavatios"),
        "GW": Noun("gigavatio", "gigavatios"),
        "kWh": Noun("kilovatio hora", "kilovatios hora"),
        "GB": Noun("gigabyte", "gigabytes"),
        "s": Noun("segundo", "segundos"),
        "min": Noun("minuto", "minutos"),
    },
    abbreviations=_ABBREVIATIONS,
    names=frozenset({"ONU", "OEA", "UCI", "ETA", "IVA", "AVE", "PIB"}),
    letters=frozenset({"UNHCR", "OIEA"}),
    of="de",
    cents="con",
    figured_before=_figured_before,
    regnal=_regnal,
    regnal_names=_REGNAL_NAMES,
    word_rules=((r"(?<!\w)I (?=Guerra)", "Primera "),),
    rules=_RULES,
)

speak = reader_of(_TONGUE)
