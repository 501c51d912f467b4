"""The strip over an episode: loud where the sound is loud, quick to get again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from narrator.errors import SoundError
from narrator.model import Chapter, Milliseconds
from narrator.site.strip import BARS, draw_strip, measure_levels
from tests.feed_samples import write_episode


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def write_sound(path: Path, samples: np.ndarray) -> Path:
    soundfile.write(path, samples, 8000, format="WAV")
    return path


def test_bars_follow_the_sound(tmp_path: Path) -> None:
    quiet, loud = np.zeros(40_000), np.sin(np.arange(40_000)) * 0.4
    levels = measure_levels(write_sound(tmp_path / "x", np.concatenate([quiet, loud])), "a")
    assert len(levels) == BARS
    assert set(levels[: BARS // 2]) == {2}
    assert min(levels[BARS // 2 :]) > 30


def test_a_sound_shorter_than_the_strip_is_drawn(tmp_path: Path) -> None:
    assert measure_levels(write_sound(tmp_path / "x", np.full(7, 0.5)), "a")[0] > 2
    assert set(measure_levels(write_sound(tmp_path / "y", np.zeros(0)), "b")) == {2}


def test_where_a_cut_file_has_no_sound_none_is_drawn(tmp_path: Path) -> None:
    audio = write_episode(tmp_path, 0)
    whole = audio.read_bytes()
    audio.write_bytes(whole[: len(whole) * 3 // 4])
    levels = measure_levels(audio, "a")
    assert min(levels[: BARS // 3]) > 30
    assert set(levels[-BARS // 5 :]) == {2}


def test_the_same_bytes_are_measured_once(tmp_path: Path) -> None:
    sound = write_sound(tmp_path / "x", np.sin(np.arange(80_000)) * 0.4)
    first = measure_levels(sound, "digest")
    sound.unlink()
    assert measure_levels(sound, "digest") == first


def test_a_damaged_or_missing_cache_changes_nothing(tmp_path: Path) -> None:
    sound = write_sound(tmp_path / "x", np.sin(np.arange(80_000)) * 0.4)
    first = measure_levels(sound, "digest")
    for remembered in (tmp_path / "cache").rglob("digest"):
        remembered.write_bytes(b"short")
    assert measure_levels(sound, "digest") == first


def test_what_is_no_sound_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.mp3").write_bytes(b"not a sound")
    with pytest.raises(SoundError, match=r"x\.mp3"):
        measure_levels(tmp_path / "x.mp3", "a")


def test_chapters_are_marked_where_they_begin() -> None:
    starts = [Milliseconds(start) for start in (0, 500, 2000)]
    chapters = [Chapter("x", start, start) for start in starts]
    assert draw_strip([5] * BARS, chapters, 1000).marks == (90.0,)
