"""Three short sounds of our own, played from a score whenever they are wanted: chime, bells and drop."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Note:
    hz: float
    at_s: float
    ring_s: float
    """Until it has fallen to a third."""


_BAR = ((1.0, 1.0), (3.9, 0.22), (9.2, 0.05))
_BELL = ((0.5, 0.25), (1.0, 1.0), (1.19, 0.4), (1.5, 0.2), (2.0, 0.45), (2.66, 0.15), (4.1, 0.08))
"""Partials of a struck bar and of a bell: how many times the note, how loud."""

_C5, _D5, _E5, _G5, _A5, _C6 = 523.25, 587.33, 659.26, 783.99, 880.0, 1046.5

_SCORES = {
    "chime": (_BAR, (_Note(_E5, 0.0, 0.35), _Note(_G5, 0.16, 0.35), _Note(_C6, 0.32, 0.5))),
    "bells": (
        _BELL,
        (_Note(_C5, 0.0, 0.4), _Note(_G5, 0.3, 0.4), _Note(_E5, 0.6, 0.4), _Note(_C5, 0.9, 0.6)),
    ),
    "drop": (_BAR, (_Note(_A5, 0.0, 0.18), _Note(_D5, 0.11, 0.3))),
}
NAMES = tuple(_SCORES)

_STRIKE_S = 0.003
_FADED_AFTER = 5
"""Rings until nothing is left to hear."""
_ROOM_S = 0.35
_ROOM_SHARE = 0.25


def play(name: str, rate_hz: int) -> Samples:
    """The sound of that name, its highest peak at full scale."""
    partials, notes = _SCORES[name]
    length = round(rate_hz * max(note.at_s + _FADED_AFTER * note.ring_s for note in notes))
    dry = np.zeros(length)
    for note in notes:
        start = round(note.at_s * rate_hz)
        dry[start:] += _struck(note, partials, np.arange(length - start) / rate_hz)
    sound = dry + _ROOM_SHARE * _echoed(dry, rate_hz)
    peak = float(np.abs(sound).max())
    return (sound / peak).astype(np.float32)


def _struck(
    note: _Note, partials: tuple[tuple[float, float], ...], t: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Higher partials die sooner; nothing begins with a click."""
    tones = [
        loudness * np.sin(2 * np.pi * note.hz * times * t) * np.exp(-t * max(1.0, times) / note.ring_s)
        for times, loudness in partials
    ]
    strike = 1 - np.exp(-t / _STRIKE_S)
    struck: NDArray[np.float64] = strike * np.sum(tones, axis=0)
    return struck


def _echoed(dry: NDArray[np.float64], rate_hz: int) -> NDArray[np.float64]:
    """The sound in a small room: noise that dies away, the same each time."""
    t = np.arange(round(4 * _ROOM_S * rate_hz)) / rate_hz
    room = np.random.default_rng(1).standard_normal(len(t)) * np.exp(-t / _ROOM_S)
    room /= np.sqrt(np.sum(room**2))
    length = len(dry) + len(room)
    echoed: NDArray[np.float64] = np.fft.irfft(np.fft.rfft(dry, length) * np.fft.rfft(room, length), length)
    return echoed[: len(dry)]
