"""Ten episodes of different articles, voices and sounds, measured on the decoded MP3 by meters of others."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyloudnorm
import pytest
import soundfile
import soxr
from numpy.typing import NDArray

from tests.conftest import ROOT, Call

ARTICLES = ROOT / "tests" / "articles"
CASES = {
    "neural": ("embassy_attack.txt", '[voices]\ndefault = "heart"', -19),
    "neural-with-chimes": (
        "harbour_plan.md",
        '[voices]\ndefault = "heart"\n[sound]\nintro = "chime"\nbetween = "drop"\noutro = "bells"',
        -19,
    ),
    "piper": ("local_paper.txt", '[voices]\ndefault = "joe"', -19),
    "system": ("wildfire_with_pictures.txt", '[voices]\ndefault = "system"', -19),
    "system-and-neural": (
        "no_headline.txt",
        '[voices]\ndefault = "system"\nheadline = "heart"\nquote = "heart"',
        -19,
    ),
    "german-fast": ("lagerhaus_brand.txt", '[voices]\ndefault = "system"\nrate = 1.3', -19),
    "italian-stereo": ("italian_agency.txt", '[voices]\ndefault = "system"\n[sound]\nstereo = true', -16),
    "portuguese-quiet": (
        "portuguese_court.txt",
        '[voices]\ndefault = "system"\n[sound]\ntarget_lufs = -23.0',
        -23,
    ),
    "spanish-64-kbit": (
        "spanish_election.txt",
        '[voices]\ndefault = "system"\n[sound]\nbitrate = 64\nceiling_dbtp = -2.0\nbetween = "chime"',
        -19,
    ),
    "tones": (
        "embassy_attack.txt",
        '[voices]\ndefault = "low"\ncontext = "high"\n[sound]\nintro = "bells"',
        -19,
    ),
}
"""An article, settings, and the loudness that is wanted, in LUFS."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An episode as it is heard: one channel of the decoded MP3."""

    samples: NDArray[np.float32]
    rate_hz: int
    channels: int
    cues: tuple[dict[str, Any], ...]
    wanted_lufs: float
    ceiling_dbtp: float

    def at(self, ms: float) -> int:
        return round(ms * self.rate_hz / 1000)


@pytest.fixture(params=CASES)
def heard(request: pytest.FixtureRequest, narrator: Call, tmp_path: Path) -> Heard:
    article, settings, wanted_lufs = CASES[request.param]
    (tmp_path / "narrator.toml").write_text(settings)
    call = ("make", ARTICLES / article, "--config", tmp_path / "narrator.toml", "--out", tmp_path, "--json")
    (made,) = narrator(*call, "--quiet").objects
    samples, rate_hz = soundfile.read(made["audio"], dtype="float32", always_2d=True)
    cues = json.loads(Path(made["files"]["script"]).read_text())["cues"]
    ceiling_dbtp = -2.0 if "ceiling_dbtp" in settings else -1.0
    return Heard(samples[:, 0], rate_hz, samples.shape[1], tuple(cues), wanted_lufs, ceiling_dbtp)


def test_it_is_mastered_and_nothing_clicks_or_drags(heard: Heard) -> None:
    """One test, so that each episode is made once."""
    assert abs(_loudness_lufs(heard) - heard.wanted_lufs) <= 0.5
    assert _true_peak_dbtp(heard) <= heard.ceiling_dbtp
    said = [cue for cue in heard.cues if cue["kind"] == "speech"]
    for before, after in pairwise(said):
        assert (
            _longest_silence_ms(heard, before["end_ms"], after["start_ms"]) <= _pauses_ms(heard, before) + 100
        )
    for cue in said:
        assert _step_at(heard, cue["start_ms"] - 15) < 0.01
        assert _step_at(heard, cue["end_ms"] + 35) < 0.01


def _loudness_lufs(heard: Heard) -> float:
    both = np.stack([heard.samples] * heard.channels, axis=1)
    return float(pyloudnorm.Meter(heard.rate_hz).integrated_loudness(both))


def _true_peak_dbtp(heard: Heard) -> float:
    """By eightfold oversampling, finer than ITU-R BS.1770-5 asks for."""
    return float(20 * np.log10(np.abs(soxr.resample(heard.samples, 1, 8, quality="VHQ")).max()))


def _pauses_ms(heard: Heard, said: dict[str, Any]) -> int:
    """What the script waits after a cue."""
    following = heard.cues[heard.cues.index(said) + 1 :]
    lengths = []
    for cue in following:
        if cue["kind"] == "speech":
            break
        lengths.append(cue.get("ms", 0))
    return sum(lengths)


def _longest_silence_ms(heard: Heard, start_ms: int, end_ms: int) -> float:
    """The longest stretch below -60 dBFS in what lies between two utterances, and a little of both."""
    part = heard.samples[heard.at(start_ms - 200) : heard.at(end_ms + 200)]
    loud = np.flatnonzero(np.abs(part) > 10 ** (-60 / 20))
    return float(np.diff(loud, prepend=0, append=len(part)).max()) * 1000 / heard.rate_hz


def _step_at(heard: Heard, ms: int) -> float:
    """The largest step from sample to sample within 5 ms of a cut."""
    part = heard.samples[max(0, heard.at(ms - 5)) : heard.at(ms + 5)]
    return float(np.abs(np.diff(part)).max())
