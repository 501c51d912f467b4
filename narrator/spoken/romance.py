"""What Romance languages share: nouns that have a gender, and ordinals that agree with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from narrator.patterns import compiled
from narrator.spoken import numerals
from narrator.spoken.tongue import Rule


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language tells the gender of a noun, and what follows from it."""

    code: str
    feminine: re.Pattern[str]
    """Endings of feminine nouns, and feminine nouns with other endings."""
    masculine: re.Pattern[str]
    """Masculine nouns with the endings of feminine ones."""
    no_noun: frozenset[str]
    """Short words that stand after a number and are not counted."""
    queens: frozenset[str]
    last_regnal: int
    """The highest number of a monarch that is said as an ordinal."""

    def is_feminine(self, noun: str) -> bool:
        return bool(self.feminine.search(noun)) and not self.masculine.match(noun)

    def counts(self, number: int, word: str) -> bool:
        """Whether the word after a number can be what it counts: one thing, or a plural on -s."""
        if len(word) < 2 or word.lower() in self.no_noun:
            return False
        return number == 1 or word.endswith("s")

    def ordinal(self, number: int, noun: str = "") -> str:
        """The ordinal that stands before this noun, or alone.

        >>> from narrator.spoken.it import speak
        >>> speak("il XVII Congresso e la II Guerra")
        'il diciassettesimo Congresso e la seconda Guerra'
        """
        said = numerals.ordinal(number, self.code)
        return feminine(said) if noun and self.is_feminine(noun) else said

    def regnal(self, number: int, name: str) -> str:
        """
        >>> from narrator.spoken.es import speak
        >>> speak("Felipe VI, Alfonso XIII e Isabel II")
        'Felipe sexto, Alfonso trece e Isabel segunda'
        """
        if number > self.last_regnal:
            return numerals.cardinal(number, self.code)
        said = numerals.ordinal(number, self.code)
        return feminine(said) if name in self.queens else said

    def written_ordinal(self, match: re.Match[str]) -> str:
        """The ordinal in the gender of the letter behind it.

        >>> from narrator.spoken.pt import speak
        >>> speak("o 3º lugar, a 2ª volta")
        'o terceiro lugar, a segunda volta'
        """
        around = match.string[max(match.start() - _REACH, 0) : match.end() + _REACH]
        if match["end"] in ("°", "º") and _OF_WARMTH.search(around):
            return f"{match['n']} °"
        said = numerals.ordinal(int(match["n"]), self.code)
        return feminine(said) if match["end"] in _FEMININE_ENDS else said

    def half(self, feminine: str, masculine: str) -> Rule:
        """A rule for half of what a noun says: `½ hora`."""
        return (
            r"(?<![\w.,/])(?:½|1/2) (?=(?P<noun>[a-zà-ÿ]{4,}))",
            lambda m: f"{feminine if self.is_feminine(m['noun']) else masculine} ",
        )


AFTER_SMALL = "(?:^|" + "|".join(rf"(?<=\b[a-zà-ÿ]{{{letters}}} )" for letters in range(1, 6)) + ")"
"""Where a sentence begins, or behind a short word in small letters: what stands here is no initial amid a name."""

_REACH = 60
_OF_WARMTH = compiled(r"(?i:temperat|term[oóôò]met|\bfebbre|\bfebre|\bfiebre|\bombra|\bsombra)")
"""What is told of degrees, where the sign of an ordinal stands for theirs."""
_FEMININE_ENDS = ("ª", "ra", "da", "ta", "va", "ma")


def feminine(said: str) -> str:
    """
    >>> feminine("vigésimo primero")
    'vigésima primera'
    """
    return re.sub(r"o\b", "a", said)


def short_date(before: str, months: tuple[str, ...], of: str) -> Rule:
    """A rule for a day and its month in figures, behind one of these words.

    >>> from narrator.spoken.es import speak
    >>> speak("el 15/6 y el 1/3 de ellos")
    'el quince de junio y el un tercio de ellos'
    """
    return (
        rf"(?<!\w)(?P<before>(?:{before}) )(?P<d>[12]?\d|3[01])/(?P<m>0?[1-9]|1[0-2])"
        r"(?![\d/]|[.,]\d| d[eo]s?\b| d['’i])",
        lambda m: f"{m['before']}{m['d']}{of}{months[int(m['m']) - 1]}",
    )


def first_of_month(day: int, first: str, code: str) -> str:
    """
    >>> first_of_month(1, "primo", "it"), first_of_month(2, "primo", "it")
    ('primo', 'due')
    """
    return first if day == 1 else numerals.cardinal(day, code)
