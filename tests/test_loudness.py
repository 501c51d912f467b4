"""The meter agrees with the standard's own figures, and joins pieces without loss."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from narrator.loudness import integrated_lufs, measure

RATE_HZ = 48_000


def tone(dbfs: float, seconds: float, hz: float = 1000.0, rate_hz: int = RATE_HZ) -> NDArray[np.float32]:
    t = np.arange(round(seconds * rate_hz)) / rate_hz
    return (10 ** (dbfs / 20) * np.sin(2 * np.pi * hz * t)).astype(np.float32)


def lufs(samples: NDArray[np.float32], channels: int = 2, rate_hz: int = RATE_HZ) -> float:
    return integrated_lufs(measure(samples, rate_hz, channels))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(-23, 20)], -23.0),
        ([(-33, 20)], -33.0),
        ([(-36, 10), (-23, 60), (-36, 10)], -23.0),
        ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23.0),
        ([(-26, 20), (-20, 20.1), (-26, 20)], -23.0),
    ],
)
def test_the_tones_of_ebu_tech_3341(parts: list[tuple[float, float]], expected: float) -> None:
    """Minimum requirements 1 to 5 of EBU Tech 3341, with 0.1 LU allowed."""
    samples = np.concatenate([tone(level, seconds) for level, seconds in parts])
    assert lufs(samples) == pytest.approx(expected, abs=0.1)


def test_a_tone_of_997_hz_calibrates_the_meter() -> None:
    assert lufs(tone(0, 10, 997), channels=1) == pytest.approx(-3.01, abs=0.02)


@pytest.mark.parametrize("rate_hz", [22_050, 24_000, 44_100, 48_000])
def test_the_rate_does_not_matter(rate_hz: int) -> None:
    assert lufs(tone(-20, 5, 400, rate_hz), 1, rate_hz) == pytest.approx(lufs(tone(-20, 5, 400), 1), abs=0.02)


def test_low_tones_count_less_and_high_ones_more() -> None:
    assert lufs(tone(-20, 5, 40)) < lufs(tone(-20, 5, 500)) - 3 < lufs(tone(-20, 5, 4000)) - 6


def test_silence_has_no_loudness() -> None:
    assert lufs(np.zeros(RATE_HZ, np.float32)) == -math.inf
    assert lufs(np.zeros(0, np.float32)) == -math.inf


def test_a_sound_shorter_than_a_block_is_measured() -> None:
    assert math.isfinite(lufs(tone(-20, 0.1)))


def test_integers_and_floats_measure_alike() -> None:
    samples = tone(-20, 3)
    integers = np.rint(samples * 32768).astype(np.int16)
    assert integrated_lufs(measure(integers, RATE_HZ)) == pytest.approx(lufs(samples, 1), abs=0.001)


@given(gain_db=st.floats(-30, 20))
def test_a_gain_may_come_after_measuring(gain_db: float) -> None:
    samples = tone(-20, 2)
    louder = samples * np.float32(10 ** (gain_db / 20))
    assert integrated_lufs(measure(samples, RATE_HZ, 2), gain_db) == pytest.approx(lufs(louder), abs=0.001)


@settings(deadline=None)
@given(cuts=st.lists(st.integers(1, 49), min_size=1, max_size=6, unique=True))
def test_pieces_measured_apart_are_the_whole(cuts: list[int]) -> None:
    samples = np.random.default_rng(1).standard_normal(5 * RATE_HZ).astype(np.float32) * 0.1
    borders = [cut * RATE_HZ // 10 for cut in sorted(cuts)]
    apart = np.concatenate([measure(piece, RATE_HZ) for piece in np.split(samples, borders)])
    assert np.array_equal(apart, measure(samples, RATE_HZ))
