"""The lines of an episode → the text of its page: chapters, paragraphs, sentences with their times."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from narrator.model import Chapter, Line

_PARAGRAPH_GAP_MS = 675
"""A longer silence parts paragraphs: half-way between the pauses after a sentence and after a paragraph."""


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    start_ms: int
    end_ms: int
    words: str
    """`from to start_ms` of each word, with commas between: offsets in UTF-16 units, as browsers count."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is said in one chapter."""

    title: Sentence | None
    """Without an end where no voice says it: a title that only the chapter marks carry."""
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    headline: Sentence | None
    """The headline as it is said, where it is."""
    parts: tuple[Part, ...] = ()


def arrange(lines: Sequence[Line], chapters: Sequence[Chapter], headline: str) -> Transcript:
    """The lines by chapter; a title that is said stands as its chapter's title, the headline above all."""
    said = next((line for line in lines if _same(line.text, headline)), None)
    starts = [chapter.start_ms for chapter in chapters]
    rest = (line for line in lines if line is not said)
    grouped = groupby(rest, key=lambda line: bisect_right(starts, line.start_ms) - 1)
    titles = ("" if _same(chapter.title, headline) else chapter.title for chapter in chapters)
    named = dict(enumerate(titles))
    parts = tuple(_part(named.get(index, ""), list(group)) for index, group in grouped)
    return Transcript(_sentence(said) if said else None, parts)


def _part(title: str, lines: list[Line]) -> Part:
    if not title:
        return Part(None, tuple(_paragraphs(lines)))
    if _same(title, lines[0].text):
        return Part(_sentence(lines[0]), tuple(_paragraphs(lines[1:])))
    return Part(Sentence(title, lines[0].start_ms, 0, ""), tuple(_paragraphs(lines)))


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _paragraphs(lines: list[Line]) -> Iterator[tuple[Sentence, ...]]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and line.start_ms - paragraph[-1].end_ms >= _PARAGRAPH_GAP_MS:
            yield tuple(map(_sentence, paragraph))
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield tuple(map(_sentence, paragraph))


def _sentence(line: Line) -> Sentence:
    return Sentence(line.text, line.start_ms, line.end_ms, ",".join(_word_times(line)))


def _word_times(line: Line) -> Iterator[str]:
    offset_of = _offsets(line.text)
    for word in line.words:
        yield f"{offset_of[word.start]} {offset_of[word.end]} {word.start_ms}"


def _offsets(text: str) -> Sequence[int]:
    """Where each character of `text` begins, and the last ends, in UTF-16 units.

    >>> _offsets("a😀b")
    [0, 1, 3, 4]
    """
    if text.isascii():
        return range(len(text) + 1)
    return list(itertools.accumulate((1 + (letter > "\uffff") for letter in text), initial=0))
