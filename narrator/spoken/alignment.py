"""The map back: which written words a stretch of the spoken text says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Written words and the spoken words that say them, as offsets into the two texts.

    Where the spoken side is empty (`spoken_start == spoken_end`), the written words are not said; the written
    side is empty only if nothing at all was written.
    """

    written_start: int
    written_end: int
    spoken_start: int
    spoken_end: int


def align(written: str, spoken: str) -> tuple[Alignment, ...]:
    """Every written and every spoken word, in order: word to word where unchanged, else group to group.

    >>> written, spoken = "He paid $5 million.", "He paid five million dollars."
    >>> for a in align(written, spoken):
    ...     print(written[a.written_start : a.written_end], "=", spoken[a.spoken_start : a.spoken_end])
    He = He
    paid = paid
    $5 = five
    million. = million dollars.
    """
    ours = [word.span() for word in _WORD.finditer(written)]
    theirs = [word.span() for word in _WORD.finditer(spoken)]
    same = SequenceMatcher(None, _bare(written, ours), _bare(spoken, theirs), autojunk=False)
    aligned: list[Alignment] = []
    for kind, *ends in same.get_opcodes():
        for i, i_end, k, k_end in _steps(kind, *ends):
            _add(aligned, ours[i:i_end], theirs[k:k_end])
    return tuple(aligned)


_Spans = list[tuple[int, int]]


def _bare(text: str, spans: _Spans) -> list[str]:
    """Words without case and marks, so that a comma or a capital is no change."""
    words = (text[start:end] for start, end in spans)
    return [_MARKS.sub("", word).lower() or word for word in words]


def _steps(kind: str, i: int, i_end: int, k: int, k_end: int) -> Iterator[tuple[int, int, int, int]]:
    if kind != "equal":
        yield i, i_end, k, k_end
        return
    for step in range(i_end - i):
        yield i + step, i + step + 1, k + step, k + step + 1


def _add(aligned: list[Alignment], ours: _Spans, theirs: _Spans) -> None:
    """Words that nobody wrote belong to the word before them, or at the beginning to the one after."""
    if not ours and aligned:
        aligned[-1] = replace(aligned[-1], spoken_end=theirs[-1][1])
        return
    unwritten = bool(aligned) and aligned[-1].written_start == aligned[-1].written_end
    before = aligned.pop() if unwritten else None
    last = aligned[-1] if aligned else Alignment(0, 0, 0, 0)
    spoken_start = before.spoken_start if before else theirs[0][0] if theirs else last.spoken_end
    spoken_end = theirs[-1][1] if theirs else before.spoken_end if before else last.spoken_end
    written_start, written_end = (ours[0][0], ours[-1][1]) if ours else (0, 0)
    aligned.append(Alignment(written_start, written_end, spoken_start, spoken_end))
