"""How loud speech is, after ITU-R BS.1770-5, in memory that does not grow with its length.

Sound is kept as the K-weighted energies of its 100 ms, a few bytes each: energies of pieces are joined end to
end, levelled by adding decibels, and gated once at the end.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from narrator.stretches import in_stretches

Energies = NDArray[np.float32]
"""The mean square of each 100 ms, K-weighted, all channels added."""

SILENCE_LUFS = -math.inf

_PARTS_PER_SECOND = 10
_PARTS_PER_BLOCK = 4
"""Gating blocks are 400 ms long and overlap by three quarters (BS.1770-5, Annex 1)."""
_OFFSET_LU = -0.691
_ABSOLUTE_GATE_LUFS = -70.0
_RELATIVE_GATE_LU = -10.0
_PARTS_AT_ONCE = 64
_SLOWER, _FAST_HZ = 3, 40_000
_FULL_SCALE = 32768.0


def measure(samples: NDArray[np.int16] | NDArray[np.float32], rate_hz: int, channels: int = 1) -> Energies:
    """Energies of one channel of sound that plays alike on `channels`; floats have full scale at 1.0.

    The last part is filled up with silence. Against filtering in time energies differ by under 0.01 LU on speech.
    """
    length = rate_hz // _PARTS_PER_SECOND
    scale = channels / _FULL_SCALE**2 if samples.dtype == np.int16 else channels
    at_once = length * _PARTS_AT_ONCE
    parts = (
        in_stretches(samples[start : start + at_once], length) for start in range(0, len(samples), at_once)
    )
    energies = (scale * _weighted_mean_squares(part, rate_hz) for part in parts)
    return np.concatenate([energies_of_silence(0, rate_hz), *energies])


def energies_of_silence(samples: int, rate_hz: int) -> Energies:
    return np.zeros(-(-samples * _PARTS_PER_SECOND // rate_hz), np.float32)


def integrated_lufs(energies: Energies, gain_db: float = 0.0) -> float:
    """Gated loudness of a whole programme played `gain_db` louder; minus infinity if nothing is heard."""
    parts = energies.astype(np.float64) * 10 ** (gain_db / 10)
    parts = np.pad(parts, (0, max(0, _PARTS_PER_BLOCK - len(parts))))
    blocks = np.convolve(parts, np.full(_PARTS_PER_BLOCK, 1 / _PARTS_PER_BLOCK), "valid")
    heard = blocks[blocks > _energy(_ABSOLUTE_GATE_LUFS)]
    if not len(heard):
        return SILENCE_LUFS
    return _lufs(heard[heard > _energy(_lufs(heard.mean()) + _RELATIVE_GATE_LU)].mean())


def _lufs(energy: float) -> float:
    return _OFFSET_LU + 10 * math.log10(energy)


def _energy(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET_LU) / 10))


def _weighted_mean_squares(parts: NDArray[np.generic], rate_hz: int) -> Energies:
    """All of a sound at the weight of high frequencies, less what low ones weigh less.

    K-weighting is level above 5 kHz. What is below is seen in the spectrum of a slower sound, where weighting is a
    multiplication; what of higher frequencies appears in it counts for under 0.03 LU.
    """
    samples = parts.astype(np.float32, copy=False)
    slower = _SLOWER if rate_hz >= _FAST_HZ and samples.shape[1] % _SLOWER == 0 else 1
    slow = sum(samples[:, start::slower] for start in range(slower))
    spectra = np.fft.rfft(slow)
    power = spectra.real**2 + spectra.imag**2
    less = np.einsum("pf,f->p", power, _missing_weights(rate_hz, samples.shape[1], slower))
    all_of_it = np.einsum("pf,pf->p", samples, samples) * (_HIGH_WEIGHT / samples.shape[1])
    mean_squares: Energies = (all_of_it - less).clip(min=0)
    return mean_squares


@cache
def _missing_weights(rate_hz: int, length: int, slower: int) -> NDArray[np.float32]:
    """What each bin of the spectrum of a slower sound takes from a mean square (Parseval).

    A slow sample is the sum of `slower` ones, which weakens what is high; that is given back.
    """
    frequencies_hz = np.fft.rfftfreq(length // slower, slower / rate_hz)
    summed = np.abs(sum(np.exp(2j * np.pi * frequencies_hz / rate_hz * start) for start in range(slower)))
    weights = (_HIGH_WEIGHT - _k_weighting(frequencies_hz)) * 2 / (summed * length / slower) ** 2
    weights[0] /= 2
    if length // slower % 2 == 0:
        weights[-1] /= 2
    single: NDArray[np.float32] = weights.astype(np.float32)
    return single


def _k_weighting(frequencies_hz: NDArray[np.floating]) -> NDArray[np.float64]:
    """Power response of the two filters of BS.1770-5, Annex 1, tables 1 and 2 (given there for 48 kHz)."""
    z = np.exp(-2j * np.pi * frequencies_hz / 48_000)
    shelf = np.polyval((1.19839281085285, -2.69169618940638, 1.53512485958697), z)
    shelf /= np.polyval((0.73248077421585, -1.69065929318241, 1.0), z)
    high_pass = np.polyval((1.0, -2.0, 1.0), z) / np.polyval((0.99007225036621, -1.99004745483398, 1.0), z)
    response: NDArray[np.float64] = np.abs(shelf * high_pass) ** 2
    return response


_HIGH_WEIGHT = float(_k_weighting(np.array([20_000.0]))[0])
