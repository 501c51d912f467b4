"""The parts of a recording, each performed when its sound is asked for, and the recording they make up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.errors import SoundError
from narrator.model import Piece, Recording, Take
from narrator.mp3.frames import RATE_HZ


@dataclass(frozen=True, slots=True)
class Performed:
    """One piece as it was said, its times counted from its own start."""

    piece: Piece
    takes: tuple[Take, ...] = ()
    marks: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a passage when its sound has gone on."""

    samples: int
    takes: tuple[Take, ...]
    marks: tuple[tuple[str, int], ...]


class Passage:
    """A part of a recording that is performed when it is asked for, by one thread at a time.

    Its sound is not held: whoever will ask again keeps it at `path`, on the spool.
    """

    def __init__(
        self,
        voices: frozenset[str],
        perform: Callable[[], Performed],
        path: Path,
        begins_chapter: bool = False,
    ) -> None:
        self.voices = voices
        self.begins_chapter = begins_chapter
        self._perform = perform
        self._path = path
        self._kept: Piece | None = None
        self._outline: Outline | None = None

    def piece(self) -> Piece:
        """Raises `EngineError` naming the sentence that could not be said, `SoundError` if what was kept is lost."""
        if self._kept:
            return self._read(self._kept)
        performed = self._perform()
        if self._outline is None:
            self._outline = Outline(performed.piece.samples, performed.takes, performed.marks)
        return performed.piece

    def outline(self) -> Outline:
        """Of a passage that has been performed, as it was the first time."""
        assert self._outline
        return self._outline

    def keep(self, piece: Piece) -> None:
        """Keep its sound for the next who asks."""
        self._path.write_bytes(piece.pcm)
        self._kept = replace(piece, pcm=b"")

    def _read(self, kept: Piece) -> Piece:
        try:
            piece = replace(kept, pcm=self._path.read_bytes())
        except OSError as error:
            raise SoundError(f"{self._path}: {error.strerror or error}") from error
        if piece.samples != self.outline().samples:
            raise SoundError(f"{self._path}: {piece.samples} samples of {self.outline().samples}")
        return piece


def recording_of(passages: Iterable[Passage]) -> Recording:
    """The whole: passages follow each other without a gap, and the first chapter begins with the first of them."""
    takes, marks = list[Take](), list[tuple[str, int]]()
    start = 0
    for passage in passages:
        outline = passage.outline()
        takes += [take.moved(start) for take in outline.takes]
        marks += [(title, at + start) for title, at in outline.marks]
        start += outline.samples
    if marks:
        marks[0] = marks[0][0], 0
    return Recording(RATE_HZ, start, tuple(takes), tuple(marks))
