"""What lines of a kind say, looked for in text of whatever case."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from narrator.patterns import compiled

_LOOKS_AT_CASE = "(?-i:"
_ALIKE = (("ı", "i"), ("ſ", "s"), ("ς", "σ"))
"""Letters that are the same but for case, as `re.IGNORECASE` sees them, and that `str.lower` leaves apart."""

_START = compiled(r"[^\W_]{1,2}(?![?*{])")
_MAY_START = compiled(r"([^\W_])\?")
_EITHER_STARTS = compiled(r"\(\?:([^()\[\]\\]+)\)(\??)(?![*{])")


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Patterns for small letters, held against the text in small letters, which is quicker than to ignore case. A match
    has the places of the text, and its words in small letters.

    >>> phrases = phrases_of(["see also", "(?-i:[A-Z])[a-z]+ reports"])
    >>> [bool(phrases.fullmatch(line)) for line in ("SEE ALSO", "Anna Reports", "anna reports")]
    [True, True, False]
    """

    pattern: str
    """All of them, to be part of one that ignores case."""
    _small: re.Pattern[str]
    _cased: re.Pattern[str]

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._small.fullmatch(in_small(text)) or self._cased.fullmatch(text)

    def match(self, text: str) -> re.Match[str] | None:
        return self._small.match(in_small(text)) or self._cased.match(text)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """One of those in the text, not always the first."""
        return self._small.search(in_small(text), start) or self._cased.search(text, start)

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        yield from self._small.finditer(in_small(text), *bounds)
        yield from self._cased.finditer(text, *bounds)

    def count(self, text: str) -> int:
        return sum(1 for _ in self.finditer(text))


def phrases_of(fragments: Sequence[str], before: str = "", after: str = "") -> Phrases:
    """The fragments of patterns as one, each between `before` and `after`; a capital is looked for in `(?-i:` alone."""
    small = _either([_same(one) for one in fragments if _LOOKS_AT_CASE not in one], before, after)
    cased = _either([one for one in fragments if _LOOKS_AT_CASE in one], before, after)
    return Phrases(_either(fragments, before, after), compiled(small), compiled(cased, re.IGNORECASE))


@dataclass(frozen=True, slots=True, eq=False)
class Openings:
    """Phrases of which a line begins with one. To compile them all takes longer than to read a page: those that begin
    with the same letters are compiled when a line begins so.
    """

    _fragments: Mapping[str, Sequence[str]]
    _compiled: dict[str, Phrases] = field(default_factory=dict)

    def fullmatch(self, text: str) -> bool:
        return any(phrases.fullmatch(text) for phrases in self._for(text))

    def match(self, text: str) -> bool:
        return any(phrases.match(text) for phrases in self._for(text))

    def _for(self, text: str) -> Iterator[Phrases]:
        first = in_small(text)[:2]
        for start in self._fragments.keys() & {first, first[:1], ""}:
            if start not in self._compiled:
                self._compiled[start] = phrases_of(self._fragments[start])
            yield self._compiled[start]


def openings_of(fragments: Iterable[str]) -> Openings:
    """The fragments of patterns as such phrases; one with alternatives that begin otherwise has them in brackets."""
    by_start: dict[str, list[str]] = defaultdict(list)
    for fragment in fragments:
        for start in starts_of(_same(fragment)):
            by_start[start].append(fragment)
    return Openings(by_start)


def starts_of(fragment: str) -> set[str]:
    """The letters, two or one, that what a fragment matches begins with; an empty string where it may be any.

    >>> [sorted(starts_of(one)) for one in ("see also", "ads?", "e-?mail", "(?:see|read )?more", r"\\d+ likes")]
    [['se'], ['ad'], ['e'], ['mo', 're', 'se'], ['']]
    """
    if found := _START.match(fragment):
        return {found[0]}
    if found := _MAY_START.match(fragment):
        return _all_or_any({found[1]}, starts_of(fragment[2:]))
    if found := _EITHER_STARTS.match(fragment):
        rest = [fragment[found.end() :]] if found[2] else []
        return _all_or_any(*map(starts_of, (*found[1].split("|"), *rest)))
    return {""}


def _all_or_any(*starts: set[str]) -> set[str]:
    together = set().union(*starts)
    return {""} if "" in together else together


@lru_cache(maxsize=64)
def in_small(text: str) -> str:
    """As many letters, none of them a capital; a line is asked for again and again.

    >>> in_small("İSTANBUL ΠΌΛΙΣ")
    'istanbul πόλισ'
    """
    return _same(text.replace("İ", "i").lower())


def _same(text: str) -> str:
    if not text.isascii():
        for letter, other in _ALIKE:
            text = text.replace(letter, other)
    return text


def _either(fragments: Sequence[str], before: str, after: str) -> str:
    either = "|".join(f"(?:{fragment})" for fragment in fragments)
    return f"{before}(?:{either}){after}" if either else "(?!)"
