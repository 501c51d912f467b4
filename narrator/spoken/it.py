"""Italian: written sentence → spoken sentence."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken import numerals
from narrator.spoken.nouns import nouns_of
from narrator.spoken.reader import reader_of
from narrator.spoken.roman import ROMAN, roman_value
from narrator.spoken.romance import Grammar, first_of_month, short_date
from narrator.spoken.shorthand import full_words
from narrator.spoken.tongue import Rule, Tongue

_CODE = "it"
_MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
_GRAMMAR = Grammar(
    code=_CODE,
    feminine=compiled(r"(?:a|zione|sione|tà|tù|ice|parte|notte|mente|gente|stazione)$"),
    masculine=compiled(r"^(?:problema|programma|sistema|tema|clima|pianeta|poeta|grammo)$"),
    no_noun=frozenset({
        "a", "ad", "al", "alla", "ai", "da", "dal", "dalla", "di", "del", "della", "e", "ed", "è", "fa", "ha",
        "il", "in", "la", "lo", "ma", "o", "per", "tra", "fra", "su", "con", "che",
    }),
    queens=frozenset({"Elisabetta", "Caterina", "Margherita"}),
    last_regnal=99,
)  # fmt: skip
_VOWEL = compiled("[aeiouàèéìòù]", re.IGNORECASE)
_IMPURE = compiled(r"(?:s[^aeiou]|z|ps|gn|x|y)", re.IGNORECASE)


def _cardinal(number: int, follows: str) -> str:
    """
    >>> _cardinal(1, "milione"), _cardinal(1, "persona"), _cardinal(1, "ora"), _cardinal(23, "")
    ('un', 'una', 'un’', 'ventitré')
    """
    if _GRAMMAR.counts(number, follows) and number == 1:
        return _article(follows)
    said = numerals.cardinal(number, _CODE)
    said = re.sub(r"(milion[ei]|miliard[oi]|bilion[ei]) e ", r"\1 ", said)
    return re.sub(r"(?<=\w)tre$", "tré", said)


def _article(noun: str) -> str:
    if _GRAMMAR.is_feminine(noun):
        return "un’" if _VOWEL.match(noun) else "una"
    return "uno" if _IMPURE.match(noun) else "un"


def _date(day: int, month: str, year: int) -> str:
    return f"{first_of_month(day, 'primo', _CODE)} {month} {_cardinal(year, '')}"


def _time(hour: int, minute: int) -> str:
    """
    >>> _time(14, 30), _time(1, 5)
    ('quattordici e trenta', 'una e cinque')
    """
    said = "una" if hour == 1 else _cardinal(hour, "")
    return f"{said} e {_cardinal(minute, '')}" if minute else said


def _aged(match: re.Match[str]) -> str:
    """
    >>> speak("un 17enne, due 28enni e una 26enne")
    'un diciassettenne, due ventottenni e una ventiseienne'
    """
    said = _cardinal(int(match["n"]), "").replace("é", "e")
    return re.sub("(?<!tr)e$|(?<!se)i$|[ao]$", "", said) + "enn"


def _law(match: re.Match[str]) -> str:
    """A law by its number and its year.

    >>> speak("il d.lgs. n. 34/2020"), speak("la legge 104/92")
    ('il decreto legislativo numero trentaquattro del duemilaventi', 'la legge centoquattro del novantadue')
    """
    written = match["law"].replace(".", "").replace(" ", "").lower()
    return f"{_LAWS.get(written, match['law'])} {'numero ' * bool(match['numbered'])}{match['n']} del {match['y']}"


_LAW = (
    r"(?<![\w.])(?P<law>(?i:d\. ?lgs\.?|dlgs|d\. ?l\.|dl|d\. ?p\. ?r\.|dpr|dpcm|l\.|legge|"
    r"decreto(?:[ -]legge| legislativo)?))(?: (?P<numbered>n\. ?|n[°º] ?))? ?"
    r"(?P<n>\d{1,4})/(?P<y>(?:19|20)?\d\d)(?![\d/])"
)
_LAWS = {"dlgs": "decreto legislativo", "dl": "decreto legge", "l": "legge", "dpr": "DPR", "dpcm": "DPCM"}
_AT_THE = (
    r"(?:(?<=\b[Aa]l )|(?<=\b[Dd]al )|(?<=\b[Nn]el )|(?<=\b[Aa]ll['’])|(?<=\b[Dd]all['’])|(?<=\b[Nn]ell['’]))"
)
"""Before the minute of a match."""
_RULES: tuple[Rule, ...] = (
    (_LAW, _law),
    short_date("[Ii]l|del|dal|al|entro", _MONTHS, " "),
    (
        r"(?:(?<=\b[Ll]['’])|(?<=ll['’]))(1|8|11)/(0?[1-9]|1[0-2])(?![\d/])",
        lambda m: f"{m[1]} {_MONTHS[int(m[2]) - 1]}",
    ),
    (r"(?<=\dmila) ?€", " euro"),
    (
        r"(?<![\w.,])(?P<n>\d{1,3})\^(?= (?P<noun>[^\W\d_]{3,}))",
        lambda m: _GRAMMAR.ordinal(int(m["n"]), m["noun"].lower()),
    ),
    (r"(?<![\w.,])(\d{1,2})a(?= (?!d[ei]\b)[a-zà-ù]{4})", r"\1ª"),
    (r"(?<![\w.,/])(?:½|1/2) ora\b", "mezz’ora"),
    _GRAMMAR.half("mezza", "mezzo"),
    (rf"{_AT_THE}(?P<n>\d{{1,3}})['’′](?!\w)", lambda m: _GRAMMAR.ordinal(int(m["n"]))),
    (rf"(?<=['’])1(?= (?:{'|'.join(_MONTHS)}))", "uno"),
    (r"(?<!\w)h (?=\d{1,2}(?:[.:]\d\d)?(?![\w,]))", "ore "),
    (r"(?<![\w,.])3\d\d[ /-]\d{6,7}(?!\w)", lambda m: numerals.digits(m[0], _CODE)),
    (r"(?<=\b[Aa]ll['’])1(?= di\b|:00| del\b|[,.]?$)(?::00)?", "una"),
    (r"(?<![\w,.])(?P<n>\d{1,2})enn(?=[ei]\b)", _aged),
    (r"(?<![\w,.])(?P<n>\d{1,4}) ha(?= (?!d[ei]\b)[a-zà-ÿ])", lambda m: f"{_cardinal(int(m['n']), '')} ha"),
    (r"(?<![\w,.])(?<![-−])(?P<n>\d{1,3})(?P<end>[ºª]|°(?! ?[CF]\b))(?!\w)", _GRAMMAR.written_ordinal),
    (rf"(?<![\w,.'’])1(?= (?:{'|'.join(_MONTHS)}))", "primo"),
    (r"(?<![\w,.])(?P<n>\d{1,3})mila(?!\w)", lambda m: _cardinal(int(m["n"]) * 1000, "")),
    (r"['’](?=\d\d(?!\d))(?<!\w['’])", ""),
)  # fmt: skip


_REGNAL_NAMES = frozenset({
    "Giovanni Paolo", "Giovanni", "Vittorio Emanuele", "Umberto", "Pio", "Leone", "Benedetto", "Paolo",
    "Carlo", "Luigi", "Enrico", "Filippo", "Federico", "Elisabetta", "Napoleone", "Guglielmo", "Nicola",
    "Alessandro", "Francesco", "Giorgio", "Gregorio", "Clemente", "Innocenzo", "Caterina", "Margherita",
    "Felipe", "Juan Carlos", "Urbano", "Bonifacio", "Giulio", "Sisto",
})  # fmt: skip

_PARTS = (
    ("mezzo", "mezzi"),
    ("terzo", "terzi"),
    ("quarto", "quarti"),
    ("quinto", "quinti"),
    ("sesto", "sesti"),
    ("settimo", "settimi"),
    ("ottavo", "ottavi"),
    ("nono", "noni"),
    ("decimo", "decimi"),
)

_TONGUE = Tongue(
    code=_CODE,
    cardinal=_cardinal,
    decimal="virgola",
    minus="meno",
    plus="più",
    plus_or_minus="più o meno",
    percent="per cento",
    to="a",
    score="a",
    conjunction="e",
    times="per",
    months=_MONTHS,
    date=_date,
    clock=(
        r"(?:(?P<h>[0-2]?\d)(?=:[0-5]\d(?![\d:])|(?:(?<=[Aa]lle \d)|(?<=[Aa]lle \d\d)|(?<=\b[Ll]e \d\d))[.,][0-5]\d"
        r"(?!\d| ?[%€]| (?:per|mil|tonn|euro|punt|chil|k))"
        r"|(?<=ore \d)[.,][0-5]\d(?!\d)|(?<=ore \d\d)[.,][0-5]\d(?!\d))[:.,](?P<m>\d\d))"
    ),
    time=_time,
    nouns=nouns_of(_CODE),
    parts=_PARTS,
    and_a_half=" e mezzo",
    per="per",
    signs={".": "punto", "@": "chiocciola", "/": "barra", "-": "trattino", "_": "trattino basso"},
    abbreviations=full_words(_CODE),
    names=frozenset(
        {
            "ONU",
            "IVA",
            "PIL",
            "RAI",
            "ENI",
            "INPS",
            "USA",
            "ASL",
            "UIL",
            "IMU",
            "TAR",
            "TAV",
            "NAS",
            "ROS",
            "RIS",
            "DIA",
        }
    ),
    of="di",
    cents="e",
    figured_before=_GRAMMAR.ordinal,
    regnal=_GRAMMAR.regnal,
    regnal_names=_REGNAL_NAMES,
    word_rules=(
        (
            rf"(?<!\w)(?P<n>{ROMAN}) (?=(?P<noun>secolo|millennio|guerra|edizione|legislatura|dinastia)\b)",
            lambda m: f"{_GRAMMAR.ordinal(roman_value(m['n']), m['noun'])} ",
        ),
        (r"(?<!\w)I (?=Guerra)", "Prima "),
        (r"(?<!\d )(?<!\w)gen\. (?=[A-Z])", "generale "),
        (r"(?<!\w)cap\. (?=[A-Z][a-zà-ù])", "capitano "),
        (r"(?<!\w)S\. (?=[AEIOU])", "Sant’"),
        (r"(?<!\w)S\. (?=[A-Z][a-z]+a\b)", "Santa "),
        (r"(?<![\w.] )(?<!\w)S\. (?=[A-Z][a-z])|(?<=[a-z] )S\. (?=[A-Z][a-z])", "San "),
        (r"(?<!\w)un’ (?=\w)", "un’"),
    ),
    rules=_RULES,
)

speak = reader_of(_TONGUE)
