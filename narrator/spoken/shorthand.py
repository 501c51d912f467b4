"""Abbreviations, acronyms and Roman numerals: written words that stand for others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from narrator.patterns import compiled
from narrator.spoken.roman import ROMAN, roman_value
from narrator.spoken.tables import read_table
from narrator.spoken.tongue import Rule, Tongue, any_of

_END = r"(?!\w)"
_REACH = 80
"""Characters around an acronym that tell whether the whole sentence is in capitals."""
_AMID_A_NAME = compiled(r"\w[ \u00a0][A-ZÀ-Þ][\w’-]* $|\b[A-ZÀ-Þ]\. $")
_NAME_LIKE = compiled("[A-ZÀ-Þ][a-zà-ÿ]*\\.")
_MAY_END = frozenset(
    {
        "Co.",
        "Cia.",
        "Cía.",
        "Inc.",
        "Mio.",
        "Mrd.",
        "Min.",
        "Sek.",
        "Std.",
        "Okt.",
        "Dez.",
        "Jh.",
        "Jhd.",
        "Jr.",
        "Vj.",
    }
)
_VOWEL = compiled("[AEIOUYÄÖÜÀÉÈÊÍÓÚİ]")
_UNSAYABLE = compiled(
    "^(?!SCH|SCR|SP[LR]|STR)[^AEIOUYÄÖÜÀÉÈÊÍÓÚİ]{3}|"
    "(?![LNR][CDGKT]S$|[NR]ST$|CH[ST]$|[LNR]KT$|[LNR]CH$|SCH$|[NR]TZ$)[^AEIOUYÄÖÜÀÉÈÊÍÓÚİ]{3}$"
)
"""Consonants that open or close no word: ANWB is spelled."""
_RUN = compiled(r"(?<!\w)[^\W\d_a-zà-ÿ]+(?:[ ’'-][^\W\d_a-zà-ÿ]+)*(?!\w)")
_EVERYWHERE = frozenset({"COP"})
"""Short acronyms that every language says as a word."""
_CAPITALS_OF_A_WORD = compiled(r"[^\W\d_]{6,}|[ÀÂÈÊÎÔÙÛÇ]")
"""Letters that no acronym has, or more of them than one has."""


@cache
def full_words(language: str) -> Mapping[str, str]:
    """What abbreviations of the language stand for.

    >>> full_words("nl")["bijv."]
    'bijvoorbeeld'
    """
    return {written: said for code, written, said in read_table("", "full_words") if code == language}


@cache
def small_words(language: str) -> frozenset[str]:
    """Words of the language that are none of its acronyms, in capitals.

    >>> "UND" in small_words("de"), "EU" in small_words("de")
    (True, False)
    """
    return frozenset(
        word for code, words in read_table("", "small_words") if code == language for word in words.split()
    )


def word_rules(tongue: Tongue) -> tuple[Rule, ...]:
    """What is said for written words that stand for others, in the order they are tried."""
    abbreviations = {**_in_either_case(tongue.abbreviations), **tongue.abbreviations}
    known = any_of(abbreviations)
    names = any_of(tongue.regnal_names)
    return (
        (r"(?<=\w)( ?)&( ?)(?=\w)", f" {tongue.conjunction} "),
        (rf"(?<![\w.]){known}{_END}", lambda m: _abbreviation(m, abbreviations)),
        (r"(?<=[^\W\d_])/(?=[^\W\d_])", " "),
        (rf"(?<!\w)(?P<name>{names}) (?P<roman>{ROMAN})\b\.?(?! [A-Z]\b)", lambda m: _regnal(m, tongue)),
        (
            rf"(?<!\w)(?P<roman>(?=[IVX]{{2}}){ROMAN}) (?=(?P<next>[A-ZÀ-Þ]?[^\W\d_]{{3,}}))",
            lambda m: _figured(m, tongue),
        ),
        (rf"(?<=[a-zà-ÿ] )(?P<roman>(?=[IVX]{{2}}){ROMAN})\b(?!\.\w)", lambda m: _numbered(m, tongue)),
        (r"(?<![\w.])(?:[A-ZÀ-Þ]\.){2,}(?!\w)", _dotted),
        (r"(?<!\w)[A-ZÀ-Þ]{2,5}(?:s(?!\w)|(?!\w))", lambda m: _acronym(m, tongue)),
        (r"(?<=[A-ZÀ-Þ] [A-ZÀ-Þ])/+(?![\w/])", ""),  # what was spelled ends in no abbreviation of a street
    )


def apart_from_figures(tongue: Tongue) -> Rule:
    """A rule that parts an abbreviation from the number that touches it: `Abs.2`."""
    short = any_of(
        word for word in tongue.abbreviations if word[-1] == "." and word[:-1].isalpha() and len(word) > 2
    )
    return rf"(?<![\w.])({short})(?=\d)", r"\1 "


def _in_either_case(abbreviations: Mapping[str, str]) -> dict[str, str]:
    """Small ones with a capital, for the beginning of a sentence; and those that are no word in small letters.

    >>> _in_either_case({"Cnel.": "coronel", "art.": "artículo", "p.": "página", "Mag.": "Magister"})
    {'Art.': 'Artículo'}
    >>> _in_either_case({"Dr.": "Doktor"})
    {'dr.': 'Doktor'}
    """
    return {
        written[0].swapcase() + written[1:]: said[0].upper() + said[1:] if written[0].islower() else said
        for written, said in abbreviations.items()
        if written.endswith(".")
        and written[:2].isalpha()
        and (written[0].islower() or not _VOWEL.search(written.upper()))
    }


def _abbreviation(match: re.Match[str], abbreviations: Mapping[str, str]) -> str:
    """An abbreviation in full; one that ends the sentence leaves its full stop there.

    >>> from narrator.spoken.de import speak
    >>> speak("Dr. Müller"), speak("Brot usw."), speak("auf diese Art."), speak("Wir sehen Max.")
    ('Doktor Müller', 'Brot und so weiter.', 'auf diese Art.', 'Wir sehen Max.')
    """
    written = match[0]
    ends = written.endswith(".") and match.end() == len(match.string)
    if _is_initial(match) or (ends and _is_rather_a_word(written)):
        return written
    return abbreviations[written] + ("." if ends else "")


def _is_rather_a_word(written: str) -> bool:
    """At a sentence's end a capital and a vowel make a word or a name, and hardly a title."""
    return bool(_NAME_LIKE.fullmatch(written)) and written not in _MAY_END


def _is_initial(match: re.Match[str]) -> bool:
    """`avec Stephen M. Walt`: one letter amid a name abbreviates a name."""
    before = match.string[max(match.start() - _REACH, 0) : match.start()]
    return (
        len(match[0]) == 2
        and match[0][0].isupper()
        and match[0][1] == "."
        and bool(_AMID_A_NAME.search(before))
    )


def _regnal(match: re.Match[str], tongue: Tongue) -> str:
    """A monarch's or pope's number.

    >>> from narrator.spoken.fr import speak
    >>> speak("Louis XIV"), speak("François Ier")
    ('Louis quatorze', 'François premier')
    """
    if tongue.regnal is None:
        return match[0]
    return f"{match['name']} {tongue.regnal(roman_value(match['roman']), match['name'])}{full_stop(match)}"


def full_stop(match: re.Match[str]) -> str:
    """The full stop of a numeral, unless the sentence goes on: in German every ordinal has one."""
    goes_on = re.match(r"[,;:)]| [a-zà-ÿ(–]", match.string[match.end() : match.end() + 2])
    return "." if match[0].endswith(".") and not goes_on else ""


def _figured(match: re.Match[str], tongue: Tongue) -> str:
    """A Roman numeral before the noun it orders.

    >>> from narrator.spoken.it import speak
    >>> speak("la II Guerra")
    'la seconda Guerra'
    """
    if tongue.figured_before is None or not match["next"][0].isupper():
        return match[0]
    return f"{tongue.figured_before(roman_value(match['roman']), match['next'])} "


def _numbered(match: re.Match[str], tongue: Tongue) -> str:
    """A Roman numeral after the noun it numbers.

    >>> from narrator.spoken.es import speak
    >>> speak("el capítulo III")
    'el capítulo tres'
    """
    return tongue.cardinal(roman_value(match["roman"]), "")


def _dotted(match: re.Match[str]) -> str:
    """`U.S.` → `U S`, with the sentence's full stop kept at its end.

    >>> from narrator.spoken.nl import speak
    >>> speak("de U.S.")
    'de U S.'
    """
    ends = "." if match.end() == len(match.string) else ""
    return match[0].replace(".", " ").strip() + ends


def _acronym(match: re.Match[str], tongue: Tongue) -> str:
    """Letter by letter, unless the capitals are said as a word or the whole sentence is in capitals.

    >>> from narrator.spoken.de import speak
    >>> speak("EU, NATO und PCs")
    'E U, NATO und P Cs'
    """
    letters, plural = match[0].rstrip("s"), "s" if match[0].endswith("s") else ""
    if _is_word(letters, tongue) or _in_capitals(match) or _is_shouted(match):
        return match[0]
    return " ".join(letters) + plural


def _in_capitals(match: re.Match[str]) -> bool:
    around = match.string[max(match.start() - _REACH, 0) : match.end() + _REACH]
    return not any(map(str.islower, around))


def _is_shouted(match: re.Match[str]) -> bool:
    """Amid capitals of some length, as in a paragraph that opens with them.

    >>> from narrator.spoken.fr import speak
    >>> speak("POUR SES DROITS, le CNRS"), speak("UN MYSTÈRE en UE")
    ('POUR SES DROITS, le C N R S', 'UN MYSTÈRE en U E')
    """
    start = max(match.start() - _REACH, 0)
    around = match.string[start : match.end() + _REACH]
    run = next(
        (run for run in _RUN.finditer(around) if run.start() <= match.start() - start < run.end()), None
    )
    return run is not None and (
        len(re.findall(r"[^\W\d_]+", run[0])) > 2 or bool(_CAPITALS_OF_A_WORD.search(run[0]))
    )


def _is_word(letters: str, tongue: Tongue) -> bool:
    """
    >>> from narrator.spoken.nl import speak
    >>> speak("NAVO, ANWB, VVD en NIET")
    'NAVO, A N W B, V V D en NIET'
    >>> from narrator.spoken.fr import speak
    >>> speak("les VERTS et le CNRS")
    'les VERTS et le C N R S'
    """
    if (
        letters in tongue.names
        or letters in _EVERYWHERE
        or letters in small_words(tongue.code)
        or re.fullmatch("[IVX]+", letters)
    ):
        return True
    is_spelled = len(letters) < 4 or letters in tongue.letters or _UNSAYABLE.search(letters)
    return not is_spelled and bool(_VOWEL.search(letters))
