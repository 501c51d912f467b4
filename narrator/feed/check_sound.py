"""What is heard: loudness, true peak, silence and length of a decoded MP3."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from narrator.errors import NarratorError
from narrator.feed.findings import Finding, finding_error, finding_warning
from narrator.limiter import true_peak_dbtp
from narrator.loudness import energies_of_silence, integrated_lufs, measure
from narrator.master import MONO_LUFS, STEREO_LUFS
from narrator.mp3.decoded import blocks_of, stumbles
from narrator.mp3.facts import read_facts

LOUDNESS = "Apple, Audio requirements; ITU-R BS.1770"

_TOLERANCE_LU, _CEILING_DBTP = 1.0, -1.0
_ROUNDING_DB = 0.05
_PARTS_PER_SECOND, _PARTS_AT_ONCE = 10, 100
_SILENT, _LONG_SILENCE_S = 1e-7, 5.0
"""Mean square of a tenth of a second (-70 dB) in which nothing is heard, and how long a pause may be."""
_DRIFT_MS = 250


@dataclass(frozen=True, slots=True)
class _Heard:
    lufs: float
    peak_dbtp: float
    silence_s: float
    silence_at_s: float
    duration_ms: int
    channels: int
    stumbles: int
    """At how many places the decoder lost its way."""


def check_sound(path: Path) -> tuple[Finding, ...]:
    """Findings about the sound of an MP3; it is decoded from end to end."""
    try:
        told_ms, heard = read_facts(path).duration_ms, _listen(path)
    except soundfile.LibsndfileError as error:
        return (finding_error(str(path), f"cannot be decoded: {error.error_string}", "MPEG-1 Audio"),)
    except NarratorError:
        return ()
    return tuple(_whole(heard, told_ms, str(path))) or tuple(_loudness(heard, str(path)))


def _loudness(heard: _Heard, where: str) -> Iterator[Finding]:
    if not np.isfinite(heard.lufs):
        yield finding_error(where, "nothing is heard", LOUDNESS)
        return
    target = MONO_LUFS if heard.channels == 1 else STEREO_LUFS
    if abs(heard.lufs - target) > _TOLERANCE_LU:
        yield finding_warning(
            where, f"{heard.lufs:.1f} LUFS, not {target:.0f} ± {_TOLERANCE_LU:.0f}", LOUDNESS
        )
    if heard.peak_dbtp > _CEILING_DBTP + _ROUNDING_DB:
        yield finding_warning(
            where, f"true peak {heard.peak_dbtp:.1f} dBTP, above {_CEILING_DBTP:.0f}", LOUDNESS
        )
    if heard.silence_s > _LONG_SILENCE_S:
        what = f"{heard.silence_s:.1f} s of silence at {heard.silence_at_s:.0f} s"
        yield finding_warning(where, what, "listeners take it for the end")


def _whole(heard: _Heard, told_ms: int, where: str) -> Iterator[Finding]:
    if abs(heard.duration_ms - told_ms) > _DRIFT_MS:
        yield finding_error(where, f"lasts {heard.duration_ms} ms, its header says {told_ms}", "MPEG-1 Audio")
    elif heard.stumbles:
        places = "one place" if heard.stumbles == 1 else f"{heard.stumbles} places"
        yield finding_error(where, f"damaged: cannot be decoded at {places}", "MPEG-1 Audio")


def _listen(path: Path) -> _Heard:
    energies, peaks, samples = [], [-np.inf], 0
    with stumbles() as lost, soundfile.SoundFile(path) as file:
        rate, channels = file.samplerate, file.channels
        part = rate // _PARTS_PER_SECOND
        for block in blocks_of(file, part * _PARTS_AT_ONCE):
            energies.append(sum(measure(channel, rate) for channel in block.T))
            peaks += [true_peak_dbtp(channel) for channel in block.T]
            samples += len(block)
    parts = np.concatenate([energies_of_silence(0, rate), *energies])
    longest, at = _longest_silence(parts)
    lufs = integrated_lufs(parts) if len(parts) else -np.inf
    seconds = 1 / _PARTS_PER_SECOND
    return _Heard(
        lufs,
        max(peaks),
        longest * seconds,
        at * seconds,
        round(samples * 1000 / rate),
        channels,
        len(lost),
    )


def _longest_silence(parts: NDArray[np.float64]) -> tuple[int, int]:
    """How many parts the longest silence has, and which is its first."""
    silent = np.concatenate([[False], parts < _SILENT, [False]]).astype(np.int8)
    starts, ends = (np.flatnonzero(np.diff(silent) == step) for step in (1, -1))
    if not len(starts):
        return 0, 0
    longest = int(np.argmax(ends - starts))
    return int(ends[longest] - starts[longest]), int(starts[longest])
