"""True peaks of speech, and the limiter that keeps them under a ceiling without being heard.

A true peak lies between samples; it is read off a signal oversampled four times (ITU-R BS.1770-5, Annex 2).
All work is by stretches of 64 samples, and only the few that are loud and bent enough to matter are oversampled.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from narrator.stretches import in_stretches

Samples = NDArray[np.float32]
"""Full scale at 1.0."""

_STRETCH = 64
_AT_ONCE = 4096
"""Stretches, six seconds: what is computed of them takes little memory, and stays in a processor's cache."""
_ATTACK_DB_PER_MS = 1.5
"""The gain is down before the peak comes: it starts to fall 4 ms ahead of a peak 6 dB too high."""
_RELEASE_DB_PER_MS = 0.06
"""Slow enough that the gain does not follow single periods of a voice."""
_SAFETY_DB = 0.01
"""A moving gain bends the signal between samples by less than this."""

_REACH = 8
"""Samples on either side that a value between two samples is computed from."""
_MOST_OVERSHOOT = 2.05
"""A value between samples is at most this many times the largest sample in reach: the filters' sum."""
_MOST_BEND = 0.36
"""Nor is it farther above the samples beside it than this many times the largest second difference in reach: what
the filters do beyond drawing straight lines, summed."""


def true_peak_dbtp(samples: Samples) -> float:
    """The highest true peak; minus infinity for silence."""
    peaks = _sample_peaks(samples)
    highest_sample = float(peaks.max(initial=0.0))
    if not highest_sample:
        return -math.inf
    return 20 * math.log10(_true_peaks(samples, peaks, level=highest_sample).max())


def limit(samples: Samples, ceiling_dbtp: float, rate_hz: int) -> Samples:
    """The samples with every true peak at or under the ceiling; untouched where nothing is too high.

    The gain moves along straight lines in decibels, down ahead of a peak and slowly up behind it.
    """
    ceiling = 10 ** ((ceiling_dbtp - _SAFETY_DB) / 20)
    peaks = _true_peaks(samples, _sample_peaks(samples), level=ceiling)
    if not (peaks > ceiling).any():
        return samples
    excess_db = 20 * np.log10(np.maximum(peaks / ceiling, 1))
    at_borders_db = np.maximum(np.append(excess_db, 0), np.insert(excess_db, 0, 0))
    stretch_ms = 1000 * _STRETCH / rate_hz
    at_borders_db = _falling(at_borders_db, _RELEASE_DB_PER_MS * stretch_ms)
    at_borders_db = _falling(at_borders_db[::-1], _ATTACK_DB_PER_MS * stretch_ms)[::-1]
    return _turned_down(samples, at_borders_db)


def _falling(levels: NDArray[np.float64], slope: float) -> NDArray[np.float64]:
    """The lowest curve above `levels` that falls by no more than `slope` from one to the next."""
    ramp = np.arange(len(levels)) * slope
    falling: NDArray[np.float64] = (np.maximum.accumulate(levels + ramp) - ramp).clip(min=0)
    return falling


def _turned_down(samples: Samples, at_borders_db: NDArray[np.float64]) -> Samples:
    """Samples under a gain that goes straight from one stretch's border to the next."""
    stretches = in_stretches(samples, _STRETCH).copy()
    start, end = at_borders_db[:-1, None], at_borders_db[1:, None]
    moving = np.flatnonzero(start + end)
    along = np.arange(_STRETCH) / _STRETCH
    for first in range(0, len(moving), _AT_ONCE):
        some = moving[first : first + _AT_ONCE]
        reduction_db = start[some] + (end - start)[some] * along
        stretches[some] *= (10 ** (reduction_db / -20)).astype(np.float32)
    return stretches.reshape(-1)[: len(samples)]


def _sample_peaks(samples: Samples) -> Samples:
    """The loudest sample of each stretch."""
    at_once = _AT_ONCE * _STRETCH
    parts = (np.abs(samples[start : start + at_once]) for start in range(0, len(samples), at_once))
    peaks = [np.maximum.reduceat(part, np.arange(0, len(part), _STRETCH)) for part in parts]
    return np.concatenate([np.empty(0, np.float32), *peaks])


def _true_peaks(samples: Samples, peaks: Samples, level: float) -> NDArray[np.float64]:
    """The peak of each stretch, a true peak wherever that may reach `level`."""
    peaks = peaks.copy()
    loud = _loud_or_beside(peaks, level / _MOST_OVERSHOOT)
    for first in range(0, len(peaks), _AT_ONCE):
        some = loud[np.searchsorted(loud, first) : np.searchsorted(loud, first + _AT_ONCE)]
        reach = _reaching(samples, first)[(some - first)[:, None] * _STRETCH + _REACHED]
        bent = np.abs(np.diff(reach, 2)).max(axis=1, initial=0) * _MOST_BEND
        matter = np.abs(reach).max(axis=1, initial=0) + bent > level
        for taps in _INTERPOLATORS:
            between = _between(reach[matter], taps)
            peaks[some[matter]] = np.maximum(peaks[some[matter]], between.max(axis=1, initial=0))
    return peaks.astype(np.float64)


def _reaching(samples: Samples, first: int) -> Samples:
    """What reaches into the stretches from the first on that are looked at together; silence beyond the ends."""
    start, stop = first * _STRETCH - _REACH, (first + _AT_ONCE + 2) * _STRETCH
    near = samples[max(start, 0) : stop]
    return np.pad(near, (max(-start, 0), stop - max(start, 0) - len(near)))


def _between(reach: Samples, taps: Samples) -> Samples:
    """Absolute values between the samples of stretches, given what reaches into each."""
    between = np.zeros((len(reach), _STRETCH), np.float32)
    for i, tap in enumerate(taps):
        between += tap * reach[:, i : i + _STRETCH]
    return np.abs(between)


def _loud_or_beside(peaks: Samples, level: float) -> NDArray[np.intp]:
    """Which stretches have a peak above `level` or touch one that has."""
    loud = np.pad(peaks > level, 1)
    return np.flatnonzero(loud[:-2] | loud[1:-1] | loud[2:])


def _interpolators() -> list[Samples]:
    """Filters for a quarter, a half and three quarters of the way to the next sample: Hann-windowed sinc."""
    filters = []
    for quarter in (1, 2, 3):
        distance = np.arange(1 - _REACH, _REACH + 1) - quarter / 4
        taps = np.sinc(distance) * np.cos(np.pi * distance / (2 * _REACH)) ** 2
        filters.append((taps / taps.sum()).astype(np.float32))
    return filters


_INTERPOLATORS = _interpolators()
_REACHED = np.arange(1, _STRETCH + 2 * _REACH)
