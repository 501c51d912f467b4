"""No true peak over the ceiling, whatever comes; nothing touched that is under it."""

from __future__ import annotations

import math

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from narrator.limiter import limit, true_peak_dbtp

RATE_HZ = 44_100

Samples = NDArray[np.float32]


def speechlike(seed: int, gain: float, seconds: float = 1.0) -> Samples:
    """Noise below 12 kHz under a moving envelope."""
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal(round(seconds * 24_000)).astype(np.float32)
    sound = soxr.resample(noise, 24_000, RATE_HZ)
    return (gain * sound * np.abs(np.sin(np.arange(len(sound)) / 3000))).astype(np.float32)


def oversampled_peak_dbtp(samples: Samples) -> float:
    """An independent reading: 16 times oversampled."""
    padded = np.pad(samples, 4096)
    return float(20 * np.log10(np.abs(soxr.resample(padded, RATE_HZ, 16 * RATE_HZ, quality="VHQ")).max()))


def test_a_peak_between_samples_is_seen() -> None:
    quarter_rate = np.sin(np.pi / 2 * np.arange(4000) + np.pi / 4).astype(np.float32)
    assert np.abs(quarter_rate).max() < 0.708
    assert true_peak_dbtp(quarter_rate * np.hanning(4000).astype(np.float32)) == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("seed", range(5))
def test_true_peaks_agree_with_finer_oversampling(seed: int) -> None:
    sound = speechlike(seed, 0.2)
    assert true_peak_dbtp(sound) == pytest.approx(oversampled_peak_dbtp(sound), abs=0.15)


@pytest.mark.parametrize("seconds", [5.9, 5.93, 5.944, 5.95])
def test_a_loud_moment_is_the_same_wherever_in_a_long_sound_it_is(seconds: float) -> None:
    """Also astride the six seconds that are looked at together: 4096 stretches of 64 samples are 5.944 s."""
    moment = speechlike(3, 0.9, 0.1)
    late = np.pad(moment, (round(seconds * RATE_HZ) // 64 * 64, 10 * RATE_HZ))
    assert true_peak_dbtp(late) == true_peak_dbtp(moment)
    assert true_peak_dbtp(limit(late, -3.0, RATE_HZ)) <= -3.0


def test_silence_has_no_peak() -> None:
    assert true_peak_dbtp(np.zeros(1000, np.float32)) == -math.inf
    assert true_peak_dbtp(np.zeros(0, np.float32)) == -math.inf


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 1000), gain=st.floats(0.05, 3.0), ceiling_dbtp=st.floats(-9, -0.1))
def test_nothing_is_ever_above_the_ceiling(seed: int, gain: float, ceiling_dbtp: float) -> None:
    limited = limit(speechlike(seed, gain, 0.3), ceiling_dbtp, RATE_HZ)
    assert true_peak_dbtp(limited) <= ceiling_dbtp + 0.02


@given(
    samples=st.lists(st.floats(-4, 4, width=32), max_size=300),
    at=st.integers(0, 500),
)
def test_wild_samples_stay_under_the_ceiling_and_keep_their_number(samples: list[float], at: int) -> None:
    sound = np.pad(np.array(samples, np.float32), (at, 100))
    limited = limit(sound, -1.0, RATE_HZ)
    assert len(limited) == len(sound)
    assert np.abs(limited).max(initial=0) <= 10 ** (-1 / 20)


@given(seed=st.integers(0, 100))
def test_what_is_under_the_ceiling_is_left_alone(seed: int) -> None:
    sound = speechlike(seed, 0.02, 0.2)
    assert np.array_equal(limit(sound, -1.0, RATE_HZ), sound)


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 1000), gain=st.floats(0.2, 3.0))
def test_the_gain_moves_without_steps(seed: int, gain: float) -> None:
    sound = speechlike(seed, gain, 0.5)
    limited = limit(sound, -1.0, RATE_HZ)
    audible = np.abs(sound) > 1e-3
    gain_db = 20 * np.log10(np.abs(limited[audible] / sound[audible]))
    samples_apart = np.diff(np.flatnonzero(audible))
    assert np.abs(np.diff(gain_db) / samples_apart).max() < 0.05


def test_the_gain_is_down_before_the_peak_and_recovers() -> None:
    sound = np.full(RATE_HZ, 0.5, np.float32) * np.sin(np.arange(RATE_HZ) / 20).astype(np.float32)
    sound[20_000:20_100] *= 4
    limited = limit(sound, -1.0, RATE_HZ)
    changed = np.flatnonzero(limited != sound)
    assert 19_500 < changed[0] < 20_000
    assert 20_100 < changed[-1] < 30_000


def test_silence_stays_silence() -> None:
    sound = speechlike(1, 3.0)
    sound[10_000:20_000] = 0
    assert not limit(sound, -1.0, RATE_HZ)[10_000:20_000].any()
