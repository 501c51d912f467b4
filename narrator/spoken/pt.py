"""Portuguese as in Brazil: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken import numerals
from narrator.spoken.nouns import nouns_of
from narrator.spoken.reader import reader_of
from narrator.spoken.romance import AFTER_SMALL, Grammar, first_of_month, short_date
from narrator.spoken.shorthand import full_words
from narrator.spoken.tongue import Rule, Tongue

_CODE = "pt"
_MONTHS = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho",
    "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
)  # fmt: skip
_GRAMMAR = Grammar(
    code=_CODE,
    feminine=compiled(
        r"(?:a|as|ção|são|ções|sões|dades?|gens?|mulher|mulheres|vez|vezes|partes?|noites?|tardes?|cruzes"
        r"|mortes?|classes?|redes?|sedes?|greves?|bases?|fases?|séries?|crises?|equipes?|doses?|torres?|pontes?|fontes?"
        r"|leis?|mãos?|(?:regi|reuni|quest|opini|raz|uni|religi|rebeli)(?:ão|ões))$"
    ),
    masculine=compiled(
        r"^(?:dias?|problemas?|programas?|sistemas?|temas?|mapas?|planetas?|idiomas?|climas?|gramas?|poetas?)$"
    ),
    no_noun=frozenset({
        "a", "ao", "as", "às", "até", "com", "contra", "da", "das", "de", "do", "dos", "e", "em", "entre",
        "era", "está", "na", "nas", "no", "nos", "o", "os", "ou", "para", "pela", "pelas", "pelo", "por",
        "mais", "menos", "mas", "que", "se", "sem", "sobre", "uma", "umas", "uns", "já", "além", "depois",
        "antes", "apenas", "mesmo", "é",
    }),
    queens=frozenset({"Elizabeth", "Isabel", "Maria", "Catarina", "Margarida"}),
    last_regnal=10,
)  # fmt: skip


def _cardinal(number: int, follows: str) -> str:
    """
    >>> _cardinal(2, "pessoas"), _cardinal(200, "mulheres"), _cardinal(21, "anos"), _cardinal(1, "milhão")
    ('duas', 'duzentas', 'vinte e um', 'um')
    """
    said = numerals.cardinal(number, _CODE)
    if not _GRAMMAR.counts(number, follows) or not _GRAMMAR.is_feminine(follows):
        return said
    return re.sub(r"(?:\bum|\bdois|entos)(?=$| mil\b)|entos(?= e )", lambda m: _GENDERED[m[0]], said)


_GENDERED = {"um": "uma", "dois": "duas", "entos": "entas"}


def _date(day: int, month: str, year: int) -> str:
    return f"{first_of_month(day, 'primeiro', _CODE)} de {month} de {_cardinal(year, '')}"


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


def _late_date(match: re.Match[str]) -> str:
    """A day and a month that can be no share of anything: `os atos de 8/1`."""
    before, day, month = re.split("[ /]", match[0])
    if not int(month) < int(day) <= 31 or not 1 <= int(month) <= 12:
        return match[0]
    return f"{before} {day} de {_MONTHS[int(month) - 1]}"


_RULES: tuple[Rule, ...] = (
    short_date("[Ee]m|dia|[Nn]o dia|até", _MONTHS, " de "),
    (r"(?<!\w)p\. ?(?=\d)", "página "),
    (r"(?<![\w,./])(?:de|do|[Aa]|ao|no) \d\d?/\d\d?(?![\d/]|[.,]\d)", _late_date),
    (r"(?<![\w.,])(\d{1,2})([ao])(?= (?!d[aeo]s?\b)[a-zà-ÿ]{4})", lambda m: m[1] + "ªº"["ao".index(m[2])]),
    (r"(?<![\w,.])([12])m(?=\d\d(?!\d))", lambda m: f"{'um metro' if m[1] == '1' else 'dois metros'} e "),
    _GRAMMAR.half("meia", "meio"),
    (r"(?<![\w,.])[12](?= da (?:tarde|manhã|madrugada|noite)\b)", lambda m: _cardinal(int(m[0]), "horas")),
    (r"(?<![\w,.])1(?= em cada \w+ (?P<noun>\w+s)\b)", lambda m: "uma" if _GRAMMAR.is_feminine(m["noun"]) else "um"),
    (r"(?<![\w,.])(\d\d?)h([0-5]\d)min([0-5]\d)s?(?!\w)", r"\1 h \2 min \3 s"),
    (r"(?<![\w,.])(\d\d?)min([0-5]\d)s(\d{0,3})(?!\w)", r"\1 min \2 s \3"),
    (r"(?<![\w,.])(\d\d?)s(\d\d\d?)(?!\w)", r"\1 s \2"),
    (
        r"(?<![\w,.])(?:\(\d\d\) ?9?\d{4}|9\d{4})-\d{4}(?![\w-])",
        lambda m: numerals.digits(m[0], _CODE),
    ),
    (r"(?:(?<=\d )|(?<=\d de )|(?<!\w)(?=dez\.(?: de)? \d{4}))dez\.", "dezembro"),
    (r"(?<![\w,.])(?<![-−])(?P<n>\d{1,3})\.?(?P<end>[ºª]|°(?! ?[CF]\b))(?!\w)", _GRAMMAR.written_ordinal),
    (rf"(?<![\w,.])1(?= de (?:{'|'.join(_MONTHS)}))", "primeiro"),
    (r"(?<![\w,.-])(?P<a>\d) ?[x×] ?(?P<b>\d)(?!\w|[.,]\d)", r"\g<a>-\g<b>"),
)  # fmt: skip


_REGNAL_NAMES = frozenset({
    "Pedro", "João Paulo", "João", "Manuel", "Bento", "Pio", "Leão", "Francisco", "Henrique", "Luís",
    "Carlos", "Filipe", "Felipe", "Afonso", "Maria", "Isabel", "Elizabeth", "Catarina", "Napoleão",
    "Guilherme", "Frederico", "Nicolau", "Alexandre", "Jorge", "Eduardo", "Paulo", "Gregório", "Sebastião",
    "José", "Margarida",
})  # fmt: skip

_PARTS = (
    ("meio", "meios"),
    ("terço", "terços"),
    ("quarto", "quartos"),
    ("quinto", "quintos"),
    ("sexto", "sextos"),
    ("sétimo", "sétimos"),
    ("oitavo", "oitavos"),
    ("nono", "nonos"),
    ("décimo", "décimos"),
)

_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    decimal="vírgula",
    minus="menos",
    plus="mais",
    plus_or_minus="mais ou menos",
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
    nouns=nouns_of(_CODE),
    parts=_PARTS,
    and_a_half=" e meio",
    per="por",
    signs={".": "ponto", "@": "arroba", "/": "barra", "-": "hífen", "_": "sublinhado"},
    abbreviations=full_words(_CODE),
    names=frozenset({"ONU", "PIB", "IVA", "OEA", "PIX", "SUS", "MEC", "USP", "UPA", "ONG", "CAP", "TAP"}),
    letters=frozenset({"AIEA", "IBGE", "IPCA", "ICMS", "IPTU", "IPVA", "UFRJ", "UFMG", "INSS"}),
    of="de",
    cents="e",
    name_cents=True,
    plural_from_two=True,
    figured_before=_GRAMMAR.ordinal,
    regnal=_GRAMMAR.regnal,
    regnal_names=_REGNAL_NAMES,
    word_rules=(
        (rf"{AFTER_SMALL}S\. ?(?=[AEIOUÁÂÉÍÓH][a-zà-ÿ])", "Santo "),
        (rf"{AFTER_SMALL}S\. ?(?=[A-ZÀ-Þ][a-zà-ÿ])", "São "),
        (r"(?<=\bséculo )I\b(?!\.\w)", "primeiro"),
        (rf"{AFTER_SMALL}D\. (?=[A-ZÀ-Þ][^\W\d_]*a\b)", "dona "),
        (rf"{AFTER_SMALL}D\. (?=[A-ZÀ-Þ])", "dom "),
        (r"(?<!\w)I (?=Guerra)", "Primeira "),
    ),
    rules=_RULES,
)

speak = reader_of(_TONGUE)
