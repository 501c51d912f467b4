"""Roman numerals: of rulers, wars, chapters and sequels; never the pronoun I, an initial or a name."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.en.number_words import cardinal, ordinal, year
from narrator.spoken.tables import read_table


def _before(kind: str) -> str:
    return "|".join(words for of_kind, words in read_table("en", "before_roman") if of_kind == kind)


_RULERS, _TITLES, _COUNTED = _before("ruler"), _before("title"), _before("counted")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NUMERAL = (
    r"(?=[IVX]|[LCDM]{1,3}[LCDMIVX])(?:M{0,3})(?:CM|CD|D?C{0,3})"
    r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?<=[IVXLCDM])"
)

_OPENERS = r"(?:An?|And|As|At|But|He|Her|His|If|In|It|She|The|Their|Then|They|This|When)\b"
"""How sentences begin, and no name."""

_COUNT = compiled(
    rf"\b((?:{_COUNTED})s?\s)({_NUMERAL})(?:([-–—]|\s(?:and|to|or)\s)({_NUMERAL}))?\b(?!['’][a-z]{{2}}|\.\w|-\d)"
)
_SMALL_COUNT = compiled(rf"\b((?:{_before('small')})s?\s)(?!I\b)({_NUMERAL})\b(?!['’][a-z]{{2}}|\.\w|-\d)")
_RULER = compiled(
    rf"\b((?:{_RULERS}|(?:{_TITLES})\s[A-Z]\w+)\s)(?=[IVX])({_NUMERAL})(?:(?:(?<=VI)(?=\sand\sI\b)|(?=\sand\s[IVX]{{2}}))"
    rf"\sand\s({_NUMERAL}))?(['’]s)?\b(?!\.\w)(?!(?<=\s[IVX])\.\s(?!{_OPENERS})[A-Z])"
)
"""A name and its number; a letter with a stop before another name is the initial of George V. Hale."""

_AFTER_THE = compiled(r"(?<=\bthe )(?=[IVX]{2})(X{0,3}(?:IX|IV|V?I{0,3}))(?<=[IVX])\b(?=\s[A-Z][a-z]|[,.]?$)")
_NAME = r"(?:[A-Z]['’]|Ma?c|De|Di|La|Le|Van)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_SUFFIX = compiled(
    r"\b(?!The |A |An |In |On |At )"
    rf"((?:{_NAME}\s(?:[A-Z]\.\s)?|(?:[A-Z]\.\s?){{1,3}}){_NAME},?\s)(III|II|IV)\b(?!\.\w)"
)
_PRONOUN_GOES_ON = compiled(
    r"\s(?:am|have|think|do|don['’]t|know|like|love|want|see|say|said|wrote|read|saw|met)\b"
)
"""What "I" does and a ruler or a chapter does not."""
_SEQUEL = compiled(r"\b([A-Z][a-z]+\s)(?=[IVX]{2})(X{0,3}(?:IX|IV|V?I{0,3}))(?<=[IVX])\b(?!\.\w)")
_EDITION = compiled(r"\b([A-Z]{2,6})-(?=[IVX]{2})(X{0,3}(?:IX|IV|V?I{0,3}))(?<=[IVX])\b(?!\.\w)")
_SMALL = compiled(
    r"\b((?:[Ss]cene|[Pp]art|[Pp]ages?|[Bb]ook|[Cc]hapter|[Ss]ection|[Cc]anto|[Vv]olume)\s)"
    r"(?=[ivxl])(x{0,3}(?:ix|iv|v?i{0,3})|xl|l)(?<=[ivxl])\b(?![.'’]\w)"
)
_YEAR = compiled(
    r"\b(?=[MDCLXVI]{4})M{1,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b(?![.'’]\w)"
)
_CENTURY = compiled(rf"\b(?=[IVX]{{2}})({_NUMERAL})(?:th|st|nd|rd)?(\s[Cc]entur(?:y|ies))\b")


def small_numerals(text: str) -> str:
    """Of scenes, and of pages before the first.

    >>> small_numerals("Act III, scene ii, page xiv, part in it")
    'Act III, scene two, page fourteen, part in it'
    """
    return _SMALL.sub(lambda found: f"{found[1]}{cardinal(_value(found[2].upper()))}", text)


def years(text: str) -> str:
    """
    >>> years("built MDCCLXXVI, in a MIX of styles")
    'built seventeen seventy six, in a MIX of styles'
    """
    return _YEAR.sub(lambda found: year(_value(found.group())), text)


def after_the(text: str) -> str:
    """
    >>> after_the("the XVIII Airborne Corps of Louis the XIV")
    'the eighteenth Airborne Corps of Louis the fourteenth'
    """
    return _AFTER_THE.sub(lambda found: ordinal(_value(found[1])), text)


def counted(text: str) -> str:
    """
    >>> counted("World War II, Chapter IV, Parts I and II, Super Bowl LVII")
    'World War two, Chapter four, Parts one and two, Super Bowl fifty seven'
    >>> counted("stage IV cancer, the type I like")
    'stage four cancer, the type I like'
    """
    text = _SMALL_COUNT.sub(lambda found: f"{found[1]}{cardinal(_value(found[2]))}", text)
    return _COUNT.sub(_say_count, text)


def rulers(text: str) -> str:
    """
    >>> rulers("Pope John Paul II, Henry VIII's wives, King Charles and I")
    "Pope John Paul the second, Henry the eighth's wives, King Charles and I"
    >>> rulers("Charles I was beheaded; the King Charles I know")
    'Charles the first was beheaded; the King Charles I know'
    >>> rulers("Francis X. Dorell saw George V. It rained.")
    'Francis X. Dorell saw George the fifth. It rained.'
    >>> rulers("James VI and I, Kings Edward VII and VIII")
    'James the sixth and first, Kings Edward the seventh and eighth'
    """
    return _RULER.sub(_say_ruler, text)


def suffixes(text: str) -> str:
    """
    >>> suffixes("William H. Gates III spoke")
    'William H. Gates the third spoke'
    >>> suffixes("T.S. Ellis III")
    'T.S. Ellis the third'
    """
    return _SUFFIX.sub(lambda found: f"{found[1]}the {ordinal(_value(found[2]))}", text)


def sequels(text: str) -> str:
    """
    >>> sequels("Title IX, Windows XI, Malcolm X")
    'Title nine, Windows eleven, Malcolm X'
    >>> sequels("by DSM-IV")
    'by DSM four'
    """
    text = _EDITION.sub(lambda found: f"{found[1]} {cardinal(_value(found[2]))}", text)
    return _SEQUEL.sub(lambda found: f"{found[1]}{cardinal(_value(found[2]))}", text)


def centuries(text: str) -> str:
    """
    >>> centuries("the XIX century")
    'the nineteenth century'
    """
    return _CENTURY.sub(lambda found: f"{ordinal(_value(found[1]))}{found[2]}", text)


def _say_count(found: re.Match[str]) -> str:
    if found[2] == "I" and _PRONOUN_GOES_ON.match(found.string, found.end()):
        return found.group()
    said = f"{found[1]}{cardinal(_value(found[2]))}"
    if not found[4]:
        return said
    joint = found[3] if found[3].strip().isalpha() else " to "
    return f"{said}{joint}{cardinal(_value(found[4]))}"


def _say_ruler(found: re.Match[str]) -> str:
    name, numeral, other, possessive = found.groups()
    if numeral == "I" and _PRONOUN_GOES_ON.match(found.string, found.end()):
        return found.group()
    also = f" and {ordinal(_value(other))}" if other else ""
    return f"{name}the {ordinal(_value(numeral))}{also}{possessive or ''}"


def _value(numeral: str) -> int:
    """
    >>> _value("LVII"), _value("MCMXCIV")
    (57, 1994)
    """
    values = [_VALUES[letter] for letter in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


RULES = (small_numerals, years, centuries, after_the, counted, rulers, suffixes, sequels)
