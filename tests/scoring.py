"""What an extractor made of a source, compared with the labels of `tests.gold`.

Lengths are counted in characters of words, so that spacing and punctuation between blocks do not matter.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from narrator.errors import NarratorError
from tests.gold import FURNITURE, SPOKEN, Case, Passage

Words = tuple[str, ...]
_QUOTES = str.maketrans("“”„«»‘’‚\xa0", '"""""\'\'\' ')


@dataclass(frozen=True, slots=True)
class Heard:
    """What an extractor makes of a source: everything that would be spoken, and the metadata."""

    headline: str = ""
    spoken: tuple[str, ...] = ()
    """Headline, titles and paragraphs in order."""
    context: tuple[str, ...] = ()
    lines: frozenset[int] = frozenset()
    """Source lines that are spoken; empty for a page."""
    authors: tuple[str, ...] = ()
    date: dt.date | None = None
    language: str | None = None
    url: str | None = None
    image: str | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Characters that two sequences of words share, in order."""

    shared: int = 0
    wanted: int = 0
    got: int = 0

    def __add__(self, other: Overlap) -> Overlap:
        return Overlap(self.shared + other.shared, self.wanted + other.wanted, self.got + other.got)

    @property
    def precision(self) -> float:
        return self.shared / self.got if self.got else 1.0

    @property
    def recall(self) -> float:
        return self.shared / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.shared / (self.wanted + self.got) if self.wanted + self.got else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """One source, measured."""

    case: Case
    heard: Heard
    headline: bool
    spoken: Overlap
    context: Overlap
    captions: tuple[str, ...]
    """Captions that would be spoken."""
    furniture: tuple[str, ...]
    """Everything else that would be spoken and is not the article."""
    lost: tuple[str, ...]
    """Passages of the article of which less than half would be spoken."""
    seconds: float
    """Of the processor, so that other work on the machine does not show."""


# --- measuring --------------------------------------------------------------------------------------


def measure(case: Case, extract: Callable[[Case], Heard]) -> Score:
    """A source read by `extract` and compared with its labels; an error of the reader scores as silence."""
    start = time.process_time()
    try:
        heard = extract(case)
    except NarratorError as error:
        heard = Heard(error=error.message)
    seconds = time.process_time() - start
    said = _words(heard.spoken)
    return Score(
        case=case,
        heard=heard,
        headline=_headline_right(case, heard),
        spoken=overlap(_words(case.spoken), said),
        context=overlap(_words(case.texts("context")), _words(heard.context)),
        captions=_leaked(case, heard, frozenset({"caption"})),
        furniture=_leaked(case, heard, FURNITURE),
        lost=tuple(p.text for p in case.passages if p.role in SPOKEN and _is_lost(p, heard, said)),
        seconds=seconds,
    )


def overlap(wanted: Words, got: Words) -> Overlap:
    """
    >>> overlap(("the", "ship", "sank"), ("ship", "sank", "share"))
    Overlap(shared=8, wanted=11, got=13)
    """
    blocks = difflib.SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
    shared = sum(_length(wanted[b.a : b.a + b.size]) for b in blocks)
    return Overlap(shared, _length(wanted), _length(got))


def _headline_right(case: Case, heard: Heard) -> bool:
    """Exact; where the source has none, any that is made of the article's own words."""
    if case.headline:
        return heard.headline.translate(_QUOTES).split() == case.headline.translate(_QUOTES).split()
    said = _words_of(heard.headline)
    return not said or _count(said, _words(case.spoken)) > 0


def _leaked(case: Case, heard: Heard, roles: frozenset[str]) -> tuple[str, ...]:
    leaks = _is_heard_on_page if case.is_page else _is_heard_in_text
    return tuple(p.text for p in case.passages if p.role in roles and leaks(p, case, heard))


def _is_heard_in_text(passage: Passage, case: Case, heard: Heard) -> bool:
    """One of its lines is spoken, unless it stands in for a line of the article that says the same."""
    words = _words_of(passage.text)
    stands_in = 0 < _alone(words, heard.spoken) <= _alone(words, case.spoken)
    return not heard.lines.isdisjoint(passage.lines) and not stands_in


def _is_heard_on_page(passage: Passage, case: Case, heard: Heard) -> bool:
    """A short one as a paragraph of its own, a longer one anywhere; more often than the article has it."""
    words = _words_of(passage.text)
    if len(words) < 5:
        return _alone(words, heard.spoken) > _alone(words, case.spoken)
    return _count(words, _words(heard.spoken)) > _count(words, _words(case.spoken))


def _is_lost(passage: Passage, heard: Heard, said: Words) -> bool:
    words = _words_of(passage.text)
    if heard.lines:
        return heard.lines.isdisjoint(passage.lines) and not _alone(words, heard.spoken)
    return overlap(words, said).recall < 0.5


def _words(texts: Iterable[str]) -> Words:
    """
    >>> _words(["“Don’t” — she", "said…"])
    ('don', 't', 'she', 'said')
    """
    return tuple(word for text in texts for word in _words_of(text))


@cache
def _words_of(text: str) -> Words:
    return tuple(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text).casefold()).split())


def _alone(words: Words, texts: Iterable[str]) -> int:
    return sum(_words_of(text) == words for text in texts)


def _count(words: Words, text: Words) -> int:
    return f" {' '.join(text)} ".count(f" {' '.join(words)} ") if words else 0


def _length(words: Iterable[str]) -> int:
    return sum(map(len, words))


# --- figures ----------------------------------------------------------------------------------------


class Tally(NamedTuple):
    """How many of how many."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        return self.hits / self.of if self.of else 1.0


def figures(scores: Sequence[Score]) -> dict[str, float]:
    """All totals of some sources by name, each from 0 to 1; `_spoken` is better low, the others high."""
    return {**overlaps(scores), **{name: tally.share for name, tally in tallies(scores).items()}}


def overlaps(scores: Sequence[Score]) -> dict[str, float]:
    """What is measured in characters."""
    spoken = _total(s.spoken for s in scores)
    return {
        "spoken_precision": spoken.precision,
        "spoken_recall": spoken.recall,
        "spoken_f1": spoken.f1,
        "spoken_f1_worst": min((s.spoken.f1 for s in scores), default=1.0),
        "spoken_f1_not_english": _total(s.spoken for s in scores if s.case.language != "en").f1,
        "context_f1_sure": _total(s.context for s in scores if s.case.context == "sure").f1,
        "context_f1_likely": _total(s.context for s in scores if s.case.context == "likely").f1,
    }


def tallies(scores: Sequence[Score]) -> dict[str, Tally]:
    """What is counted."""
    return {
        "headline": _tally(s.headline for s in scores if s.case.headline),
        "no_headline_handled": _tally(s.headline for s in scores if not s.case.headline),
        "context_free_clean": _tally(not s.context.got for s in scores if s.case.context == "no"),
        "captions_spoken": Tally(_sum(s.captions for s in scores), _sum(s.case.captions for s in scores)),
        "furniture_spoken": Tally(_sum(s.furniture for s in scores), _sum(s.case.furniture for s in scores)),
        "date": _tally(s.heard.date == s.case.date for s in scores if s.case.date),
        "language": _tally(same_language(s) for s in scores),
        "authors": _tally(same_names(s) for s in scores if s.case.authors),
        "url": _tally(s.heard.url == s.case.url for s in scores if s.case.url),
        "image": _tally(s.heard.image == s.case.image for s in scores if s.case.image),
    }


def by_language(scores: Sequence[Score]) -> dict[str, float]:
    """Spoken F1 of each language."""
    languages = sorted({s.case.language for s in scores})
    return {code: _total(s.spoken for s in scores if s.case.language == code).f1 for code in languages}


def _total(overlaps: Iterable[Overlap]) -> Overlap:
    return sum(overlaps, Overlap())


def _tally(hits: Iterable[bool]) -> Tally:
    found = list(hits)
    return Tally(sum(found), len(found))


def _sum(lists: Iterable[tuple[str, ...]]) -> int:
    return sum(map(len, lists))


def same_language(score: Score) -> bool:
    """The language of the article, whatever its region."""
    return (score.heard.language or "").split("-")[0] == score.case.language


def same_names(score: Score) -> bool:
    """All authors and no others, in any order and case."""
    return set(map(_words_of, score.heard.authors)) == set(map(_words_of, score.case.authors))
