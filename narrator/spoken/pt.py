"""Portuguese as in Brazil: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.spoken import numerals
from narrator.spoken.reader import reader_of
from narrator.spoken.tongue import Noun, Rule, Tongue

_CODE = "pt"
_MONTHS = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho",
    "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
)  # fmt: skip
_FEMININE = re.compile(
    r"(?:a|as|ção|são|ções|sões|dades?|gens?|mulher|mulheres|vez|vezes|partes?|noites?|tardes?|cruzes)$"
)
_MASCULINE = re.compile(
    r"^(?:dias?|problemas?|programas?|sistemas?|temas?|mapas?|planetas?|idiomas?|climas?|gramas?|poetas?)$"
)
_NO_NOUN = frozenset({
    "a", "ao", "as", "às", "até", "com", "contra", "da", "das", "de", "do", "dos", "e", "em", "entre",
    "era", "está", "na", "nas", "no", "nos", "o", "os", "ou", "para", "pela", "pelas", "pelo", "por",
    "mais", "menos", "mas", "que", "se", "sem", "sobre", "uma", "umas", "uns", "já", "além", "depois",
    "antes", "apenas", "mesmo", "é",
})  # fmt: skip


def _cardinal(number: int, follows: str) -> str:
    """
    >>> _cardinal(2, "pessoas"), _cardinal(200, "mulheres"), _cardinal(21, "anos"), _cardinal(1, "milhão")
    ('duas', 'duzentas', 'vinte e um', 'um')
    """
    said = numerals.cardinal(number, _CODE)
    if not _is_noun(follows, number) or not _FEMININE.search(follows) or _MASCULINE.match(follows):
        return said
    return re.sub(r"(?:\bum|\bdois|entos)$|entos(?= e )|\bdois(?= mil\b)", lambda m: _GENDERED[m[0]], said)


_GENDERED = {"um": "uma", "dois": "duas", "entos": "entas"}


def _is_noun(word: str, number: int) -> bool:
    if len(word) < 2 or word.lower() in _NO_NOUN:
        return False
    return number == 1 or word.endswith("s")


def _ordinal(number: int) -> str:
    return numerals.ordinal(number, _CODE)


def _feminine(said: str) -> str:
    return re.sub(r"o\b", "a", said)


def _written_ordinal(match: re.Match[str]) -> str:
    said = _ordinal(int(match["n"]))
    return _feminine(said) if match["end"] == "ª" else said


def _figured_before(number: int, noun: str) -> str:
    """
    >>> _figured_before(2, "Guerra"), _figured_before(3, "Congresso")
    ('segunda', 'terceiro')
    """
    said = _ordinal(number)
    return _feminine(said) if _FEMININE.search(noun) else said


def _regnal(number: int, name: str) -> str:
    """
    >>> _regnal(2, "Pedro"), _regnal(23, "João"), _regnal(2, "Elizabeth")
    ('segundo', 'vinte e três', 'segunda')
    """
    if number > 10:
        return _cardinal(number, "")
    return _feminine(_ordinal(number)) if name in _QUEENS else _ordinal(number)


def _date(day: int, month: str, year: int) -> str:
    first = "primeiro" if day == 1 else _cardinal(day, "")
    return f"{first} de {month} de {_cardinal(year, '')}"


def _time(hour: int, minute: int) -> str:
    """
    >>> _time(14, 30), _time(1, 0)
    ('catorze horas e trinta minutos', 'uma hora')
    """
    noun = "hora" if hour == 1 else "horas"
    said = f"{_cardinal(hour, noun)} {noun}"
    if minute == 0:
        return said
    return f"{said} e {_cardinal(minute, '')} minuto{'' if minute == 1 else 's'}"


_QUEENS = frozenset({"Elizabeth", "Isabel", "Maria", "Catarina", "Margarida"})
_RULES: tuple[Rule, ...] = (
    (r"(?<![\w,.])(?P<n>\d{1,3})\.?(?P<end>[ºª]|°(?! ?[CF]\b))(?!\w)", _written_ordinal),
    (rf"(?<![\w,.])1(?= de (?:{'|'.join(_MONTHS)}))", "primeiro"),
    (r"(?<![\w,.-])(?P<a>\d) ?[x×] ?(?P<b>\d)(?![\w,.])", r"\g<a>-\g<b>"),
)  # fmt: skip

_DOLLAR = Noun("dólar", "dólares", Noun("centavo", "centavos"))
_MILLION, _BILLION, _TRILLION = (
    Noun("milhão", "milhões"),
    Noun("bilhão", "bilhões"),
    Noun("trilhão", "trilhões"),
)

_ABBREVIATIONS = {
    "Sr.": "senhor", "Sra.": "senhora", "Dr.": "doutor", "Dra.": "doutora", "Prof.": "professor",
    "Profa.": "professora", "Gen.": "general", "Cel.": "coronel", "Exmo.": "excelentíssimo",
    "nº": "número", "n.º": "número", "n°": "número", "Nº": "Número", "etc.": "et cetera",
    "p. ex.": "por exemplo", "a.C.": "antes de Cristo", "d.C.": "depois de Cristo", "pág.": "página",
    "págs.": "páginas", "art.": "artigo", "Av.": "avenida", "Sto.": "Santo", "Sta.": "Santa",
    "tel.": "telefone", "aprox.": "aproximadamente", "Cia.": "companhia", "Ltda.": "limitada",
    "EUA": "Estados Unidos", "vs.": "contra", "§": "parágrafo", "jan.": "janeiro", "fev.": "fevereiro",
    "set.": "setembro", "out.": "outubro", "nov.": "novembro", "dez.": "dezembro",
}  # fmt: skip

_REGNAL_NAMES = frozenset({
    "Pedro", "João Paulo", "João", "Manuel", "Bento", "Pio", "Leão", "Francisco", "Henrique", "Luís",
    "Carlos", "Filipe", "Felipe", "Afonso", "Maria", "Isabel", "Elizabeth", "Catarina", "Napoleão",
    "Guilherme", "Frederico", "Nicolau", "Alexandre", "Jorge", "Eduardo", "Paulo", "Gregório", "Sebastião",
    "José", "Margarida",
})  # fmt: skip

_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    ordinal=_ordinal,
    decimal="vírgula",
    minus="menos",
    plus="mais",
    percent="por cento",
    to="a",
    score="a",
    conjunction="e",
    times="por",
    months=_MONTHS,
    date=_date,
    clock=(
        r"(?P<h>[0-2]?\d)(?= ?h(?!\w)| ?h ?[0-5]\d(?!\d)|:[0-5]\d(?![\d:]))(?: ?h|:)"
        r"(?: ?(?P<m>[0-5]\d)(?!\d))?(?: ?min(?!\w)|h(?!\w)| horas(?!\w))?"
    ),
    time=_time,
    scales={
        **dict.fromkeys(("milhão", "milhões", "mi", "mi."), _MILLION),
        **dict.fromkeys(("bilhão", "bilhões", "bi", "bi."), _BILLION),
        **dict.fromkeys(("trilhão", "trilhões", "tri"), _TRILLION),
        "mil milhões": Noun("mil milhões", "mil milhões"),
        "mil": Noun("mil", "mil"),
    },
    currencies={
        **dict.fromkeys(("R$", "BRL", "real", "reais"), Noun("real", "reais", Noun("centavo", "centavos"))),
        **dict.fromkeys(("€", "EUR", "euro", "euros"), Noun("euro", "euros", Noun("centavo", "centavos"))),
        **dict.fromkeys(("$", "US$", "USD", "dólar", "dólares"), _DOLLAR),
        **dict.fromkeys(("£", "GBP", "libras"), Noun("libra", "libras", Noun("penny", "pence"))),
        "¥": Noun("iene", "ienes"),
        "CHF": Noun("franco suíço", "francos suíços"),
        "₽": Noun("rublo", "rublos"),
        "₹": Noun("rupia", "rupias"),
    },
    units={
        "km/h": Noun("quilômetro por hora", "quilômetros por hora"),
        "km": Noun("quilômetro", "quilômetros"),
        "km²": Noun("quilômetro quadrado", "quilômetros quadrados"),
        "m²": Noun("metro quadrado", "metros quadrados"),
        "m³": Noun("metro cúbico", "metros cúbicos"),
        "m": Noun("metro", "metros"),
        "cm": Noun("centímetro", "centímetros"),
        "mm": Noun("milímetro", "milímetros"),
        "ha": Noun("hectare", "hectares"),
        "kg": Noun("quilo", "quilos"),
        "g": Noun("grama", "gramas"),
        "mg": Noun("miligrama", "miligramas"),
        "t": Noun("tonelada", "toneladas"),
        "l": Noun("litro", "litros"),
        "°C": Noun("grau Celsius", "graus Celsius"),
        "ºC": Noun("grau Celsius", "graus Celsius"),
        "MW": Noun("megawatt", "megawatts"),
        "GW": Noun("gigawatt", "gigawatts"),
        "kWh": Noun("quilowatt-hora", "quilowatts-hora"),
        "GB": Noun("gigabyte", "gigabytes"),
        "s": Noun("segundo", "segundos"),
        "min": Noun("minuto", "minutos"),
        "p.p.": Noun("ponto percentual", "pontos percentuais"),
    },
    abbreviations=_ABBREVIATIONS,
    names=frozenset({"ONU", "PIB", "IVA", "OEA", "PIX"}),
    letters=frozenset({"AIEA"}),
    of="de",
    cents="e",
    name_cents=True,
    plural_from_two=True,
    figured_before=_figured_before,
    regnal=_regnal,
    regnal_names=_REGNAL_NAMES,
    word_rules=((r"(?<!\w)I (?=Guerra)", "Primeira "),),
    rules=_RULES,
)

speak = reader_of(_TONGUE)
