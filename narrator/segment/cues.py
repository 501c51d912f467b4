"""The words that give a line away, one table a language in `words/`, compiled."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from unicodedata import normalize

from narrator.segment.phrases import Openings, Phrases, openings_of, phrases_of
from narrator.segment.shape import key_of

_EVERYWHERE = ("any", "en")
"""Pages in every language carry the signs of platforms and agencies, and English ones beside their own."""
_OF_SENTENCES = frozenset(
    "address adds ahead caption_verb finite first_person lasting past pluperfect pronoun said small somebody "
    "third_person today".split()
)
"""What tells sentences of a language; English words are others there: `I`, `do`, `as`."""

_KIN = {"sr": "hr", "bs": "hr", "nb": "no", "nn": "no"}
"""Languages that have the words of another."""
_NO_PHRASES = ("whole", "opening", "months", "lines", "begins", "language")
_WHOLE_WORDS = (r"\b", r"\b")
_AROUND = {
    **dict.fromkeys(("anywhere", "doubtful"), (r"(?<!(?-i:[^\W\u0e00-\u0eff\u3040-\ud7af]))", "")),
    "jobs": ("", r"\b"),
    "pronoun": ("", r"(?![\w-])"),
    **dict.fromkeys(
        "address adds ahead finite first_person how lasting live past pluperfect said third_person today trade".split(),
        _WHOLE_WORDS,
    ),
}
"""What stands before and after a cue of some kinds; some scripts have no spaces between words."""


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The phrases of each kind of cue: `whole` is for a full line, `opening` for its start.

    >>> bool(cues_of("en").said.search("He said so.")), bool(cues_of("en").said.search("They saidx."))
    (True, False)
    """

    kicker: Phrases
    whole: Openings
    opening: Openings
    anywhere: Phrases
    doubtful: Phrases
    """Articles say it too: it counts beside another such cue, or where readers are spoken to."""
    advert: Phrases
    how: Phrases
    """How an article is headed that tells its readers what to do."""
    end: Phrases
    stop: Phrases
    published: Phrases
    date_company: Phrases
    weekdays: Phrases
    byline: Phrases
    jobs: Phrases
    agencies: Phrases
    caption_opening: Phrases
    credit_opening: Phrases
    credit: Phrases
    photo: Phrases
    caption_cue: Phrases
    caption_verb: Phrases
    somebody: Phrases
    pronoun: Phrases
    finite: Phrases
    background: Phrases
    recall: Phrases
    section: Phrases
    said: Phrases
    today: Phrases
    adds: Phrases
    ahead: Phrases
    past: Phrases
    lasting: Phrases
    first_person: Phrases
    third_person: Phrases
    caption_label: Phrases
    summary: Phrases
    outlook: Phrases
    pluperfect: Phrases
    trade: Phrases
    address: Phrases
    more: Phrases
    button: Phrases
    skip: Phrases
    skipped: Phrases
    small: Phrases
    live: Phrases
    months: tuple[Phrases, ...]
    lines: frozenset[str]
    """Lines that pages have word for word, as keys of shapes."""
    begins: dict[str, tuple[str, ...]]
    """How longer ones begin, as keys, by their first word."""
    language: str
    """Empty where the language has no table of its own."""

    def know(self, key: str) -> bool:
        """Word for word: the whole line, or how it begins.

        >>> lines = "No responses yet", "Dismissed replies are not shown", "No responses yet, she said"
        >>> [cues_of("en").know(key_of(line)) for line in lines]
        [True, True, False]
        """
        beginnings = self.begins.get(key.partition(" ")[0], ())
        return key in self.lines or any(f"{key} ".startswith(f"{beginning} ") for beginning in beginnings)


@cache
def cues_of(language: str | None) -> Cues:
    """The cues of a language as a two-letter tag; those of every language alone where it has no table."""
    own = (language or "").split("-")[0]
    own = _KIN.get(own, own)
    tables = [_table(name) for name in dict.fromkeys((*_EVERYWHERE, own)) if name]
    months = tuple(
        phrases_of([names[number] for names in _all(tables, "months") if names]) for number in range(12)
    )
    kinds = [name for name in Cues.__dataclass_fields__ if name not in _NO_PHRASES]
    phrases = {
        kind: phrases_of(list(chain(*_all(_speaking(kind, tables, own), kind))), *_AROUND.get(kind, ()))
        for kind in kinds
    }
    whole, opening = (openings_of(chain(*_all(tables, kind))) for kind in ("whole", "opening"))
    lines, begins = frozenset(_keys(tables, "lines")), _by_first_word(_keys(tables, "begins"))
    known = own if _table(own) else ""
    return Cues(
        whole=whole, opening=opening, months=months, lines=lines, begins=begins, language=known, **phrases
    )


def _keys(tables: list[dict[str, list[str]]], kind: str) -> Iterator[str]:
    """As texts are read: signs that can be written in two ways are in Unicode's form C."""
    return (key_of(normalize("NFC", phrase)) for phrase in chain(*_all(tables, kind)))


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        found[phrase.partition(" ")[0]].append(phrase)
    return {first: tuple(beginning) for first, beginning in found.items()}


def _speaking(kind: str, tables: list[dict[str, list[str]]], own: str) -> list[dict[str, list[str]]]:
    return tables[-1:] if kind in _OF_SENTENCES and own else tables


@cache
def _table(language: str) -> dict[str, list[str]]:
    path = files(__package__) / "words" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _all(tables: list[dict[str, list[str]]], kind: str) -> list[list[str]]:
    return [table.get(kind, []) for table in tables]
