"""The parts of a recording, each made when it is first asked for, and the recording they make up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from narrator.model import Piece, Recording, Take
from narrator.mp3.frames import RATE_HZ


@dataclass(frozen=True, slots=True)
class Performed:
    """One piece as it was said, its times counted from its own start."""

    piece: Piece
    takes: tuple[Take, ...] = ()
    marks: tuple[tuple[str, int], ...] = ()


class Passage:
    """A part of a recording that becomes one piece of it when it is first asked for, by one thread at a time."""

    def __init__(
        self, voices: frozenset[str], perform: Callable[[], Performed], begins_chapter: bool = False
    ) -> None:
        self.voices = voices
        self.begins_chapter = begins_chapter
        self._perform = perform
        self._performed: Performed | None = None

    def performed(self) -> Performed:
        """Raises `EngineError` naming the sentence that could not be said."""
        if self._performed is None:
            self._performed = self._perform()
        return self._performed

    def piece(self) -> Piece:
        return self.performed().piece


def recording_of(passages: Iterable[Passage]) -> Recording:
    """The whole: passages follow each other without a gap, and the first chapter begins with the first of them."""
    pieces, takes, marks = list[Piece](), list[Take](), list[tuple[str, int]]()
    start = 0
    for passage in passages:
        performed = passage.performed()
        pieces.append(performed.piece)
        takes += [take.moved(start) for take in performed.takes]
        marks += [(title, at + start if marks else 0) for title, at in performed.marks]
        start += performed.piece.samples
    return Recording(RATE_HZ, tuple(pieces), tuple(takes), tuple(marks))
