"""The map back: which written words a stretch of the spoken text says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from narrator.patterns import compiled

_WORD = compiled(r"\S+")
_MARKS = compiled(r"[\W_]+")


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
    if not ours:
        return (Alignment(0, 0, theirs[0][0], theirs[-1][1]),) if theirs else ()
    return tuple(_spans(_groups(_bare(written, ours), _bare(spoken, theirs)), ours, theirs))


_Spans = list[tuple[int, int]]


def _bare(text: str, spans: _Spans) -> list[str]:
    """Words without case and marks, so that a comma or a capital is no change."""
    words = (text[start:end] for start, end in spans)
    return [_MARKS.sub("", word).lower() or word for word in words]


def _groups(written: list[str], spoken: list[str]) -> list[tuple[int, int, int]]:
    """First written word, the one after the last, and the same of the spoken ones, which begin where the last ended.

    Words that nobody wrote belong to the word before them, or at the beginning to the one after.
    """
    groups: list[tuple[int, int, int]] = []
    for kind, i, i_end, k, k_end in SequenceMatcher(None, written, spoken, autojunk=False).get_opcodes():
        if kind == "equal":
            groups += ((i + step, i + step + 1, k + step + 1) for step in range(i_end - i))
        elif i < i_end:
            groups.append((i, i_end, k_end))
        elif groups:
            groups[-1] = (*groups[-1][:2], k_end)
    return groups


def _spans(groups: list[tuple[int, int, int]], ours: _Spans, theirs: _Spans) -> Iterator[Alignment]:
    k, said = 0, 0
    for i, i_end, k_end in groups:
        start, end = (theirs[k][0], theirs[k_end - 1][1]) if k < k_end else (said, said)
        yield Alignment(ours[i][0], ours[i_end - 1][1], start, end)
        k, said = k_end, end
