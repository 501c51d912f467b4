"""What a reader must know of a language to say the notations of its press: words, and a little grammar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from narrator.spoken.nouns import Nouns

Rule = tuple[str, str | Callable[[re.Match[str]], str]]
"""A pattern of written text, and what is said for it."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words and the grammar of one language. Functions take the word that follows, "" if none does."""

    code: str
    """As CLDR names it."""
    cardinal: Callable[[int, str], str]
    """A number before a word: gender and apocope agree (`1 Million` → eine, `21 años` → veintiún)."""
    decimal: str
    """The word for the decimal mark."""
    minus: str
    plus: str
    plus_or_minus: str
    percent: str
    to: str
    """Between the ends of a range."""
    score: str
    """Between the goals of a match; empty where they simply follow each other."""
    conjunction: str
    """What & is read as."""
    times: str
    """What x is read as: 4x100."""
    months: tuple[str, ...]
    date: Callable[[int, str, int], str]
    """Day, month's name, year, from a date in figures."""
    clock: str
    """Pattern of a time of day, with groups `h` and `m`."""
    time: Callable[[int, int], str]
    nouns: Nouns
    abbreviations: Mapping[str, str]
    names: frozenset[str] = frozenset()
    """Acronyms of up to three letters, and vowelless ones, that are said as words."""
    letters: frozenset[str] = frozenset()
    """Longer acronyms that look like words and are spelled."""
    signs: Mapping[str, str] = field(default_factory=dict)
    """What the marks of an address of the net are called: dot, at, slash, dash."""
    parts: tuple[tuple[str, str], ...] = ()
    """Half, third, quarter and so on, singular and plural; where they are missing the figures are said."""
    and_a_half: str = ""
    """What a half after a whole number adds to it: `2½`."""
    per: str = ""
    """Between an amount and what it is paid for: 5 €/kg."""
    of: str = ""
    """Between a scale and its noun: two millions *of* euros."""
    cents: str = ""
    """Between an amount and its hundredths."""
    name_cents: bool = False
    """Whether the hundredths are named: `dezenove euros e noventa centavos`."""
    fraction_as_number: bool = True
    """`2,75`: comma seventy-five; else digit by digit."""
    plural_from_two: bool = False
    """`1,5 million` is singular in French and Portuguese."""
    count_is_singular: bool = False
    """Turkish and Dutch measures: a counted noun keeps its singular."""
    percent_first: bool = False
    joins: bool = False
    """`16-jährige`: letters after figures are one word with them."""
    year: Callable[[int], str] | None = None
    """Where 1100 to 1999 are read otherwise than as quantities."""
    regnal: Callable[[int, str], str] | None = None
    """The number of a monarch or pope, after the name."""
    regnal_names: frozenset[str] = frozenset()
    figured_before: Callable[[int, str], str] | None = None
    """A Roman numeral before a noun: `XVII Congresso`."""
    word_rules: tuple[Rule, ...] = ()
    """What only this language does to words; tried before the word rules all share."""
    rules: tuple[Rule, ...] = ()
    """The same for sentences with figures."""


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first; one that matches nothing for none."""
    ordered = sorted(words, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"(?!)"
