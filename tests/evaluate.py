"""How well articles are understood: `python -m tests.evaluate [--part dev|held|all] [--worst N] [--json]`.

Every source of `tests/corpus` is read and segmented by the program and compared with its labels.
Lengths are counted in characters of words, so that spacing and punctuation between blocks do not matter.
`--extractor trafilatura` measures that library alone on the pages, as its users call it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from narrator.errors import NarratorError
from narrator.model import Page
from tests.gold import PARTS, SPOKEN, Case, Passage, read_cases

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


# --- extractors -------------------------------------------------------------------------------------


def narrator(case: Case) -> Heard:
    """The program itself."""
    from narrator.segment import segment

    article = segment(_read(case))
    spoken = (text for s in article.sections for text in (s.title, *s.paragraphs) if text)
    meta = article.metadata
    return Heard(
        headline=article.headline,
        spoken=tuple(spoken),
        context=tuple(text for s in article.sections if s.kind == "context" for text in s.paragraphs),
        lines=frozenset(line for s in article.sections for line in s.lines),
        authors=meta.authors,
        date=meta.date,
        language=meta.language,
    )


def _read(case: Case) -> Page:
    data, source = case.path.read_bytes(), case.path.name
    if case.is_page:
        from narrator.reading.html import read_html

        return read_html(data, source, None)
    from narrator.reading.text import read_text

    return read_text(data, source, None)


def trafilatura(case: Case) -> Heard:
    """The extractor alone: its title and its text, with default options."""
    import trafilatura as library

    found = library.bare_extraction(case.path.read_bytes(), with_metadata=True)
    if found is None:
        return Heard(error="nothing extracted")
    title = found.title or ""
    return Heard(
        headline=title,
        spoken=(title, *(found.text or "").splitlines()),
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        date=dt.date.fromisoformat(found.date) if found.date else None,
        language=found.language,
    )


KINDS = {"texts": False, "pages": True}
EXTRACTORS: dict[str, Callable[[Case], Heard]] = {"narrator": narrator, "trafilatura": trafilatura}


# --- measuring --------------------------------------------------------------------------------------


def measure(case: Case, extract: Callable[[Case], Heard]) -> Score:
    """A source read by `extract` and compared with its labels; an error of the reader scores as silence."""
    start = time.perf_counter()
    try:
        heard = extract(case)
    except NarratorError as error:
        heard = Heard(error=error.message)
    seconds = time.perf_counter() - start
    said = _words(heard.spoken)
    return Score(
        case=case,
        heard=heard,
        headline=_headline_right(case, heard),
        spoken=overlap(_words(case.spoken), said),
        context=overlap(_words(case.texts("context")), _words(heard.context)),
        captions=_leaked(case, heard, lambda role: role == "caption"),
        furniture=_leaked(case, heard, lambda role: role not in SPOKEN and role != "caption"),
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
    said = _words((heard.headline,))
    return not said or _count(said, _words(case.spoken)) > 0


def _leaked(case: Case, heard: Heard, wanted: Callable[[str], bool]) -> tuple[str, ...]:
    leaks = _is_heard_on_page if case.is_page else _is_heard_in_text
    return tuple(p.text for p in case.passages if wanted(p.role) and leaks(p, case, heard))


def _is_heard_in_text(passage: Passage, case: Case, heard: Heard) -> bool:
    return not heard.lines.isdisjoint(passage.lines)


def _is_heard_on_page(passage: Passage, case: Case, heard: Heard) -> bool:
    """A short one as a paragraph of its own, a longer one anywhere; more often than the article has it."""
    words = _words((passage.text,))
    if len(words) < 5:
        return _alone(words, heard.spoken) > _alone(words, case.spoken)
    return _count(words, _words(heard.spoken)) > _count(words, _words(case.spoken))


def _is_lost(passage: Passage, heard: Heard, said: Words) -> bool:
    if heard.lines:
        return heard.lines.isdisjoint(passage.lines)
    return overlap(_words((passage.text,)), said).recall < 0.5


def _words(texts: Iterable[str]) -> Words:
    """
    >>> _words(["“Don’t” — she", "said…"])
    ('don', 't', 'she', 'said')
    """
    plain = " ".join(texts).casefold()
    return tuple("".join(char if char.isalnum() else " " for char in plain).split())


def _alone(words: Words, texts: Iterable[str]) -> int:
    return sum(_words((text,)) == words for text in texts)


def _count(words: Words, text: Words) -> int:
    return f" {' '.join(text)} ".count(f" {' '.join(words)} ") if words else 0


def _length(words: Iterable[str]) -> int:
    return sum(map(len, words))


# --- figures ----------------------------------------------------------------------------------------


def figures(scores: Sequence[Score]) -> dict[str, float]:
    """The totals of some sources, by name; counts where the name says so, else a share of one."""
    spoken = _total(s.spoken for s in scores)
    return {
        "files": len(scores),
        "headline": _share(s.headline for s in scores if s.case.headline),
        "no_headline_handled": _share(s.headline for s in scores if not s.case.headline),
        "spoken_precision": spoken.precision,
        "spoken_recall": spoken.recall,
        "spoken_f1": spoken.f1,
        "spoken_f1_worst": min((s.spoken.f1 for s in scores), default=1.0),
        "spoken_f1_not_english": _total(s.spoken for s in scores if s.case.language != "en").f1,
        "context_f1_sure": _total(s.context for s in scores if s.case.context == "sure").f1,
        "context_f1_likely": _total(s.context for s in scores if s.case.context == "likely").f1,
        "context_free_clean": _share(not s.context.got for s in scores if s.case.context == "no"),
        "captions_count": sum(len(s.captions) for s in scores),
        "captions_of": sum(len(s.case.texts("caption")) for s in scores),
        "furniture_count": sum(len(s.furniture) for s in scores),
        "furniture_of": sum(_furniture_of(s.case) for s in scores),
        "date": _share(s.heard.date == s.case.date for s in scores if s.case.date),
        "language": _share(_same_language(s) for s in scores),
        "authors": _share(_same_names(s) for s in scores if s.case.authors),
        "seconds": sum(s.seconds for s in scores),
    }


def by_language(scores: Sequence[Score]) -> dict[str, float]:
    """Spoken F1 of each language."""
    languages = sorted({s.case.language for s in scores})
    return {code: _total(s.spoken for s in scores if s.case.language == code).f1 for code in languages}


def _total(overlaps: Iterable[Overlap]) -> Overlap:
    return sum(overlaps, Overlap())


def _share(hits: Iterable[bool]) -> float:
    """
    >>> _share([True, True, False, True])
    0.75
    """
    found = list(hits)
    return sum(found) / len(found) if found else 1.0


def _furniture_of(case: Case) -> int:
    return sum(p.role not in SPOKEN and p.role != "caption" for p in case.passages)


def _same_language(score: Score) -> bool:
    return (score.heard.language or "").split("-")[0] == score.case.language


def _same_names(score: Score) -> bool:
    return {_words((n,)) for n in score.heard.authors} == {_words((n,)) for n in score.case.authors}


# --- the command ------------------------------------------------------------------------------------


def main() -> None:
    options = _options()
    cases = [case for case in read_cases(options.part) if options.only in case.path.name]
    if options.extractor != "narrator":
        cases = [case for case in cases if case.is_page]
    scores = [measure(case, EXTRACTORS[options.extractor]) for case in cases]
    groups = {
        "texts": [s for s in scores if not s.case.is_page],
        "pages": [s for s in scores if s.case.is_page],
    }
    if options.json:
        print(json.dumps({name: figures(group) for name, group in groups.items() if group}))
        return
    for name, group in groups.items():
        if group:
            print(f"{name} ({options.part}, {options.extractor})\n{_table(group)}\n")
    for score in sorted(scores, key=lambda s: s.spoken.f1)[: options.worst]:
        print(_detail(score))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate", description=__doc__)
    parser.add_argument("--part", choices=("all", *PARTS), default="all")
    parser.add_argument("--extractor", choices=tuple(EXTRACTORS), default="narrator")
    parser.add_argument("--only", default="", metavar="TEXT", help="only sources with TEXT in their name")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show what is wrong in the N worst")
    parser.add_argument("--json", action="store_true", help="the figures as one object")
    return parser.parse_args()


def _table(scores: Sequence[Score]) -> str:
    languages = "  ".join(f"{code} {f1:.3f}" for code, f1 in by_language(scores).items())
    rows = [f"  {name:24}{_number(value)}" for name, value in figures(scores).items()]
    return "\n".join([*rows, f"  {'spoken_f1 by language':24}{languages}"])


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.4f}"


def _detail(score: Score) -> str:
    case, heard = score.case, score.heard
    rows = [f"{case.path.parent.name}/{case.path.name}  spoken {score.spoken.f1:.4f}  {heard.error}".rstrip()]
    if not score.headline:
        rows.append(f"  headline   {heard.headline!r}, not {case.headline!r}")
    if case.context == "no" and score.context.got:
        rows.append(f"  context    {score.context.got} characters that are none")
    if case.context != "no" and score.context.f1 < 0.99:
        rows.append(f"  context    {score.context.f1:.3f} ({case.context})")
    if case.date and heard.date != case.date:
        rows.append(f"  date       {heard.date}, not {case.date}")
    if case.authors and not _same_names(score):
        rows.append(f"  authors    {heard.authors}, not {case.authors}")
    if not _same_language(score):
        rows.append(f"  language   {heard.language}, not {case.language}")
    rows += [f"  lost       {_cut(text)}" for text in score.lost]
    rows += [f"  caption    {_cut(text)}" for text in score.captions]
    rows += [f"  furniture  {_cut(text)}" for text in score.furniture]
    return "\n".join(rows)


def _cut(text: str, width: int = 90) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


if __name__ == "__main__":
    main()
