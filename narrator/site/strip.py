"""An MP3 → how loud it is over time, drawn as the strip one clicks into."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from narrator import atomic
from narrator.cache import default_folder, mark_used
from narrator.errors import SoundError
from narrator.model import Chapter
from narrator.mp3.decoded import blocks_of, stumbles

VERSION = 2
"""Another one whenever the same sound gives another strip."""
BARS = 180
_HEIGHT = 40
_BLOCK = 65_536
_LOWEST = 2
_SILENCE = 0.003
"""RMS of what is not to be blown up to a full strip, relative to full scale: -50 dB."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A drawing in units of its own: a bar is one wide."""

    path: str
    """The bars, as the `d` of an SVG path."""
    marks: tuple[float, ...]
    """Where chapters begin, but the first."""
    width: int = BARS
    height: int = _HEIGHT


def draw_strip(levels: Sequence[int], chapters: Sequence[Chapter], duration_ms: int) -> Strip:
    """The strip of an episode whose loudness is `levels`, from `measure_levels`."""
    bars = "".join(_bar(index, level) for index, level in enumerate(levels))
    starts = [chapter.start_ms for chapter in chapters[1:] if 0 < chapter.start_ms < duration_ms]
    return Strip(bars, tuple(round(start * len(levels) / duration_ms, 2) for start in starts))


def _bar(index: int, level: int) -> str:
    """
    >>> _bar(3, 10)
    'M3.2 15h.6v10h-.6z'
    """
    top = f"{(_HEIGHT - level) / 2:g}"
    return f"M{index}.2 {top}h.6v{level}h-.6z"


def measure_levels(audio: Path, digest: str) -> tuple[int, ...]:
    """How loud each of `BARS` equal stretches of `audio` is, from 2 to the strip's height.

    Remembered by the digest of the file in the user's cache; losing that changes nothing. Raises `SoundError`
    if the file cannot be decoded.
    """
    known = default_folder() / f"strips-{VERSION}" / digest[:32]
    try:
        remembered = known.read_bytes()
    except OSError:
        remembered = b""
    if len(remembered) == BARS:
        mark_used(known)
        return tuple(remembered)
    levels = _decode_levels(audio)
    _remember(known, bytes(levels))
    return levels


def _remember(known: Path, levels: bytes) -> None:
    """Writes in one step; a cache that cannot be written is no error."""
    with contextlib.suppress(OSError):
        known.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(known, levels, durable=False)


def _decode_levels(audio: Path) -> tuple[int, ...]:
    try:
        with stumbles(), soundfile.SoundFile(audio) as sound:
            return _levels_of(sound)
    except soundfile.SoundFileError as error:
        raise SoundError(f"{audio}: cannot be decoded: {error}") from error


def _levels_of(sound: soundfile.SoundFile) -> tuple[int, ...]:
    edges = np.linspace(0, max(sound.frames, BARS), BARS + 1).astype(np.int64)
    energy, done = np.zeros(BARS), 0
    for block in blocks_of(sound, _BLOCK):
        power = np.concatenate(([0.0], np.cumsum((block**2).mean(axis=1), dtype=np.float64)))
        inside = np.clip(edges - done, 0, len(block))
        energy += np.diff(power[inside])
        done += len(block)
    return tuple(int(level) for level in _height(energy / np.diff(edges)))


def _height(mean_power: NDArray[np.float64]) -> NDArray[np.int64]:
    """In proportion to the amplitude, the loudest bar full: pauses show, and so do loud passages."""
    amplitude: NDArray[np.float64] = np.sqrt(mean_power)
    share = amplitude / max(amplitude.max(), _SILENCE)
    heights: NDArray[np.int64] = np.clip(np.rint(share * _HEIGHT), _LOWEST, _HEIGHT).astype(np.int64)
    return heights
