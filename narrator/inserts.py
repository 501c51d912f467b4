"""Sounds around the speech: before the first word, after the last, and between chapters.

They become pieces of the recording with a voice of their own, so the master brings them to the level of speech.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from narrator import chimes
from narrator.errors import SettingsError
from narrator.model import Piece, Recording, Span
from narrator.mp3.frames import FRAME_SAMPLES
from narrator.settings import Sound

_LONGEST_S = {"intro": 20.0, "outro": 20.0, "between": 4.0}
_PAUSE_S = 0.6
_CUT_S, _EDGE_S = 1.5, 0.01
"""How long a sound fades where it was cut, and where it just ends."""
_SILENCE = 10 ** (-60 / 20)
_HEADROOM = 0.7
_RATES_HZ = range(4_000, 400_000)
_MOST_CHANNELS = 16

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Inserts:
    """Sounds at the rate of a recording, in 16 bits; None where there is none."""

    intro: NDArray[np.int16] | None = None
    outro: NDArray[np.int16] | None = None
    between: NDArray[np.int16] | None = None


def read_inserts(sound: Sound, rate_hz: int) -> Inserts:
    """The sounds that the settings name, narrator's own or of files.

    Raises `SettingsError` for a file that is missing, silent or of a kind that cannot be read.
    """
    named = {"intro": sound.intro, "outro": sound.outro, "between": sound.between}
    return Inserts(**{place: _sound(place, name, rate_hz) for place, name in named.items() if name})


def insert(recording: Recording, inserts: Inserts, spool: Path) -> Recording:
    """The recording with the sounds in their places; chapters and takes keep to what they belong to.

    A sound between chapters ends the earlier one. It comes where a piece begins with a chapter, which is
    wherever the script makes a pause before it.
    """
    if inserts.intro is inserts.outro is inserts.between is None:
        return recording
    chapters = {start for _, start in recording.marks if start > 0}
    woven = _Woven(recording.rate_hz, spool)
    woven.add_sound("intro", inserts.intro)
    for start, piece in _placed(recording.pieces):
        if start in chapters:
            woven.add_sound("between", inserts.between)
        woven.add_piece(start, piece)
    woven.add_sound("outro", inserts.outro)
    return replace(
        recording,
        pieces=tuple(woven.pieces),
        takes=tuple(take.moved(woven.moved(take.start) - take.start) for take in recording.takes),
        marks=tuple((title, woven.moved(start) if start else 0) for title, start in recording.marks),
    )


class _Woven:
    """Pieces in their new order, and where each came to lie."""

    def __init__(self, rate_hz: int, spool: Path) -> None:
        self.pieces: list[Piece] = []
        self._rate_hz, self._spool = rate_hz, spool
        self._length = 0
        self._starts: list[tuple[int, int]] = []

    def add_piece(self, start: int, piece: Piece) -> None:
        self._starts.append((start, self._length))
        self._append(piece)

    def add_sound(self, place: str, sound: NDArray[np.int16] | None) -> None:
        if sound is None:
            return
        path = self._spool / f"{place}.pcm"
        frames = -(-(len(sound) + round(_PAUSE_S * self._rate_hz)) // FRAME_SAMPLES)
        np.pad(sound, (0, frames * FRAME_SAMPLES - len(sound))).astype("<i2").tofile(path)
        self._append(Piece(path, frames * FRAME_SAMPLES, (Span(0, len(sound), f"sound:{place}"),)))

    def moved(self, sample: int) -> int:
        """Where a sample of the old recording lies in the new one."""
        old, new = self._starts[bisect_right(self._starts, sample, key=itemgetter(0)) - 1]
        return new + sample - old

    def _append(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self._length += piece.samples


def _placed(pieces: tuple[Piece, ...]) -> Iterator[tuple[int, Piece]]:
    start = 0
    for piece in pieces:
        yield start, piece
        start += piece.samples


def _sound(place: str, name: str, rate_hz: int) -> NDArray[np.int16]:
    """The sound trimmed, cut to length, and faded at its ends."""
    longest_s = _LONGEST_S[place]
    try:
        sound = chimes.play(name, rate_hz) if name in chimes.NAMES else _of_file(name, longest_s, rate_hz)
    except (soundfile.LibsndfileError, OSError, ValueError) as error:
        tip = f"WAV, FLAC, Ogg and MP3 can be read; narrator's own are {', '.join(chimes.NAMES)}"
        raise SettingsError(f"[sound] {place}: {name}: {_reason(error)}", tip) from error
    loud = np.flatnonzero(np.abs(sound) > _SILENCE * np.abs(sound).max(initial=0.0))
    if not len(loud):
        raise SettingsError(f"[sound] {place}: {name}: there is nothing to hear in it")
    trimmed = sound[loud[0] : loud[-1] + 1]
    return _in_16_bits(_faded(trimmed, round(longest_s * rate_hz), rate_hz))


def _of_file(name: str, longest_s: float, rate_hz: int) -> Samples:
    """As much of the file as may be needed, its channels in one."""
    with Path(name).open("rb") as opened, soundfile.SoundFile(opened) as file:
        if file.samplerate not in _RATES_HZ or file.channels > _MOST_CHANNELS:
            raise ValueError(f"{file.channels} channels at {file.samplerate} Hz are no sound to use")
        read = file.read(round((longest_s + 1) * file.samplerate), dtype="float32", always_2d=True)
        mono = np.nan_to_num(read.mean(axis=1), posinf=0.0, neginf=0.0)
        resampled: Samples = soxr.resample(mono, file.samplerate, rate_hz)
    return resampled


def _reason(error: Exception) -> str:
    if isinstance(error, soundfile.LibsndfileError):
        return "not a sound that can be read"
    return getattr(error, "strerror", None) or str(error)


def _faded(sound: Samples, longest: int, rate_hz: int) -> Samples:
    fade_out_s = _CUT_S if len(sound) > longest else _EDGE_S
    cut = sound[:longest].copy()
    begin = min(round(_EDGE_S * rate_hz), len(cut))
    end = min(round(fade_out_s * rate_hz), len(cut))
    cut[:begin] *= np.linspace(0, 1, begin, dtype=np.float32)
    cut[len(cut) - end :] *= np.linspace(1, 0, end, dtype=np.float32)
    return cut


def _in_16_bits(sound: Samples) -> NDArray[np.int16]:
    scaled = sound * (_HEADROOM * 32767 / max(float(np.abs(sound).max()), 1e-9))
    rounded: NDArray[np.int16] = np.rint(scaled).astype(np.int16)
    return rounded
