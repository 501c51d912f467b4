"""One piece of a recording mastered, encoded, and measured as a listener will hear it.

What a piece became is kept, so that of an episode that changed only the changed pieces are finished again.
"""

from __future__ import annotations

import functools
import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from narrator.cache import Cache
from narrator.engines.base import with_version
from narrator.limiter import Samples, limit, true_peak_dbtp
from narrator.loudness import energies_of_silence, measure
from narrator.model import Piece, Span
from narrator.mp3.frames import ENCODER, FRAME_SAMPLES, RATE_HZ, decode, encode_piece, silent_frames
from narrator.rumble import remove_rumble

_VERSION = 3
"""Counts up when a piece is finished otherwise, so that kept ones are not used."""
_MAKERS = ("lameenc", "numpy", "soundfile")
_FADE_IN_SAMPLES, _FADE_OUT_SAMPLES = 4 * RATE_HZ // 1000, 12 * RATE_HZ // 1000
_FULL_SCALE = 32768.0


@dataclass(frozen=True, slots=True)
class Levels:
    """What is done to a piece: a gain for each voice, and the ceiling before encoding."""

    gains_db: Mapping[str, float]
    ceiling_dbtp: float


@dataclass(frozen=True, slots=True)
class Coding:
    """What is made of a piece: kbit/s, and whether the same plays on two channels."""

    bitrate: int
    stereo: bool

    @property
    def channels(self) -> int:
        return 2 if self.stereo else 1


@dataclass(frozen=True, slots=True)
class Finished:
    """The MP3 frames of a piece, and what they sound like once decoded."""

    frames: bytes
    packed_energies: bytes
    true_peak_dbtp: float


def finish_piece(piece: Piece, levels: Levels, coding: Coding, cache: Cache, spool: Path) -> Finished:
    """The piece finished, now or by an earlier run, with the pause after it; `spool` is a folder to work in."""
    key = _key(piece, levels, coding)
    finished = cache.find(key, Finished)
    if not finished:
        mastered = master_samples(samples_of(piece), piece.spans, levels)
        finished = _coded(mastered, coding, spool / f"{threading.get_ident()}.mp3")
        cache.keep(key, finished)
    return _with_pause(finished, piece.pause, coding)


def samples_of(piece: Piece) -> NDArray[np.int16]:
    """Those before its pause."""
    return np.frombuffer(piece.pcm, "<i2")


def _with_pause(finished: Finished, pause: int, coding: Coding) -> Finished:
    silence = silent_frames(pause // FRAME_SAMPLES, coding.bitrate, coding.stereo)
    energies = energies_of_silence(pause, RATE_HZ)
    return replace(
        finished,
        frames=finished.frames + silence,
        packed_energies=finished.packed_energies + energies.tobytes(),
    )


def master_samples(samples: NDArray[np.int16], spans: Sequence[Span], levels: Levels) -> NDArray[np.int16]:
    """As many samples, with each span at its voice's gain, free of rumble and under the ceiling.

    What lies outside the spans is digital silence.
    """
    speech = np.zeros(len(samples), np.float32)
    for span in spans:
        gain = 10 ** (levels.gains_db[span.voice] / 20) / _FULL_SCALE
        speech[span.start : span.end] = samples[span.start : span.end] * np.float32(gain)
    remove_rumble(speech, RATE_HZ)
    _fade_to_silence(speech, spans)
    return _in_16_bits(limit(speech, levels.ceiling_dbtp, RATE_HZ))


def _key(piece: Piece, levels: Levels, coding: Coding) -> str:
    """The hash of all that changes what a piece becomes."""
    gains = [(span.start, span.end, levels.gains_db[span.voice]) for span in piece.spans]
    told = (_makers(), gains, levels.ceiling_dbtp, coding)
    digest = hashlib.sha256(msgspec.msgpack.encode(told))
    digest.update(piece.pcm)
    return digest.hexdigest()


@functools.cache
def _makers() -> tuple[str, ...]:
    return (f"{_VERSION} {ENCODER}", *map(with_version, _MAKERS))


def _coded(samples: NDArray[np.int16], coding: Coding, path: Path) -> Finished:
    """What the samples become, heard from a file at `path`, one a thread: new ones for each piece take longer."""
    frames = encode_piece(samples, coding.bitrate, coding.stereo)
    path.write_bytes(frames)
    heard = decode(path)
    return Finished(frames, measure(heard, RATE_HZ, coding.channels).tobytes(), true_peak_dbtp(heard))


def _fade_to_silence(speech: Samples, spans: Sequence[Span]) -> None:
    """Spans rise from and fall to silence, in place, so that no cut can click; what is between them is silent."""
    position = 0
    for span in spans:
        speech[position : span.start] = 0
        fade_in, fade_out = _RISING[: span.end - span.start], _FALLING[span.start - span.end :]
        speech[span.start : span.start + len(fade_in)] *= fade_in
        speech[span.end - len(fade_out) : span.end] *= fade_out
        position = span.end
    speech[position:] = 0


def _in_16_bits(samples: Samples) -> NDArray[np.int16]:
    """Rounded in place, and then copied: room for another copy takes longer than the arithmetic."""
    samples *= np.float32(_FULL_SCALE)
    np.rint(samples, out=samples)
    np.clip(samples, -_FULL_SCALE, _FULL_SCALE - 1, out=samples)
    rounded: NDArray[np.int16] = samples.astype(np.int16)
    return rounded


_RISING = np.arange(1, _FADE_IN_SAMPLES + 1, dtype=np.float32) / _FADE_IN_SAMPLES
_FALLING = np.arange(_FADE_OUT_SAMPLES, 0, -1, dtype=np.float32) / _FADE_OUT_SAMPLES
