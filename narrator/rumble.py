"""What lies below speech: traffic, breath on a microphone, direct current.

It moves so slowly that it is found and taken away at a small part of the rate, by the same window both ways.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from narrator.stretches import in_stretches

Samples = NDArray[np.float32]

_ALL_HZ, _NONE_HZ = 20.0, 60.0
"""All below is rumble, and nothing above; between them a cosine."""
_SLOWER = 64
"""Samples of one slow one. What the slow rate could mistake for rumble lies by its multiples, in the window's zeros."""
_AT_ONCE = 4096
"""Slow samples, six seconds: what is computed of them takes little memory."""
_ROUND = 128
"""Slow samples: lengths that are quick to transform, with 0.2 s of room for the filter to ring."""


def remove_rumble(samples: Samples, rate_hz: int) -> None:
    """Takes what is under 20 Hz out of the sound, in place, and nothing that is over 60."""
    slow = _slowed(samples)
    padded = (len(slow) // _ROUND + 2) * _ROUND
    spectrum = np.fft.rfft(slow, padded) * _gains(padded, rate_hz / _SLOWER)
    low = np.fft.irfft(spectrum, padded)[: len(slow) + 1].astype(np.float32)
    for first in range(0, len(slow), _AT_ONCE):
        part = samples[first * _SLOWER : (first + _AT_ONCE) * _SLOWER]
        part -= _between(low[first : first + _AT_ONCE + 1])[: len(part)]


def _slowed(samples: Samples) -> Samples:
    """Means of the sound around every 64th sample, under a triangle of 127."""
    parts = in_stretches(samples, _SLOWER)
    rising = np.arange(_SLOWER, dtype=np.float32) / _SLOWER**2
    before, after = np.einsum("pn,wn->wp", parts, np.stack((rising, 1 / _SLOWER - rising)))
    slow: Samples = after
    slow[1:] += before[:-1]
    return slow


def _between(slow: Samples) -> Samples:
    """Straight lines from one slow sample to the next."""
    rising = np.linspace(0, 1, _SLOWER, endpoint=False, dtype=np.float32)
    lines: Samples = (slow[1:] - slow[:-1])[:, None] * rising
    lines += slow[:-1, None]
    return lines.reshape(-1)


def _gains(length: int, slow_hz: float) -> NDArray[np.float64]:
    """The gain of each bin of a spectrum of `length` slow samples, with what the triangle takes, twice, given back."""
    frequencies_hz = np.fft.rfftfreq(length, 1 / slow_hz)
    way_down = ((frequencies_hz - _ALL_HZ) / (_NONE_HZ - _ALL_HZ)).clip(0, 1)
    triangle = np.sinc(frequencies_hz / slow_hz) ** 2
    gains: NDArray[np.float64] = (1 + np.cos(np.pi * way_down)) / 2 / triangle**2
    return gains
