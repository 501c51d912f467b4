"""A recording mastered like a broadcaster's: voices levelled, rumble out, loudness on target, peaks held.

Two passes over the pieces, each piece on its own in any worker: one measures the voices, one finishes the pieces.
Memory holds the few pieces in flight.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from narrator.errors import SoundError
from narrator.finish import Coding, Finished, Levels, finish_piece, samples_of
from narrator.loudness import Energies, energies_of_silence, integrated_lufs, measure
from narrator.model import Piece, Span
from narrator.mp3.frames import RATE_HZ, write_mp3
from narrator.passage import Passage
from narrator.settings import Sound
from narrator.workshop import Workshop

MONO_LUFS = -19.0
STEREO_LUFS = -16.0
"""The podcast target; one channel alone measures 3 LU under two that play the same."""
TOLERANCE_LU = 0.5
_ATTEMPTS = 4
_GIVEN_BACK = 1.5
"""The limiter takes back part of a correction, so more than the miss is corrected."""

_LAME_SCALE_DB = {64: -0.45, 80: -0.45, 96: -0.45, 112: -0.45, 128: -0.45, 160: -0.45, 192: -0.26}
"""What LAME's presets of a constant bit rate do to the level: a scale of 0.95, at 192 kbit/s 0.97."""
_OVERSHOOT_DB = 0.3
"""By how much coding may raise a true peak."""

_GAIN_STEP_DB = 0.2
"""Gains come in steps, so that a changed paragraph leaves them, and what is kept of the other pieces, as they were."""
_ENOUGH = 8
"""Pieces of some fifteen seconds, which differ by 0.2 LU: the mean of so many is within 0.2 of the voice's. The others
are said while these are encoded."""


@dataclass(frozen=True, slots=True)
class Mastered:
    """What an MP3 turned out to be, measured on its decoded sound."""

    samples: int
    loudness_lufs: float
    true_peak_dbtp: float


def write_mastered(
    passages: Sequence[Passage], sound: Sound, workshop: Workshop, spool: Path, path: Path
) -> Mastered:
    """Write a recording to `path` as an MP3 on target, without tags; its passages are performed on the way.

    What misses the target by over 0.5 LU, or the ceiling, is mastered again, corrected by the miss, which
    only a loud target under a low ceiling needs. Raises `SoundError` if it still misses, or if there is
    nothing to hear.
    """
    levels = _levels(passages, sound, workshop)
    for _ in range(_ATTEMPTS):
        mastered = _write(passages, levels, sound, workshop, spool, path)
        if _on_target(mastered, sound):
            return mastered
        levels = _corrected(levels, mastered, sound)
    raise SoundError(
        f"the master has {mastered.loudness_lufs:.1f} LUFS and {mastered.true_peak_dbtp:.1f} dBTP, "
        f"not {target_lufs(sound):.1f} and at most {sound.ceiling_dbtp:.1f}",
        "lower target_lufs or raise bitrate in [sound]",
    )


def target_lufs(sound: Sound) -> float:
    if sound.target_lufs is not None:
        return sound.target_lufs
    return STEREO_LUFS if sound.stereo else MONO_LUFS


def measure_voices(piece: Piece, channels: int = 1) -> dict[str, Energies]:
    """The energies of each voice of a piece, as if it spoke alone."""
    samples = samples_of(piece)
    voices = sorted({span.voice for span in piece.spans})
    return {voice: measure(_alone(samples, piece.spans, voice), RATE_HZ, channels) for voice in voices}


def typical_passages(passages: Sequence[Passage]) -> list[Passage]:
    """Enough of the passages to know each voice by, spread evenly; all of them in a short recording."""
    having: dict[str, list[int]] = {}
    for index, passage in enumerate(passages):
        for voice in passage.voices:
            having.setdefault(voice, []).append(index)
    chosen = {index for indices in having.values() for index in indices[:: -(-len(indices) // _ENOUGH)]}
    return [passages[index] for index in sorted(chosen)]


def voice_gains(pieces: Sequence[Mapping[str, Energies]], target: float) -> dict[str, float]:
    """Decibels for each voice, so that all are equally loud and the whole of the pieces is at `target` LUFS.

    Raises `SoundError` if there is nothing to hear.
    """
    voices = sorted({voice for piece in pieces for voice in piece})
    loudness = {voice: integrated_lufs(_of_voice(pieces, voice)) for voice in voices}
    gains_db = {voice: target - lufs if math.isfinite(lufs) else 0.0 for voice, lufs in loudness.items()}
    whole = integrated_lufs(_together(pieces, gains_db))
    if not math.isfinite(whole):
        raise SoundError("there is nothing to hear in the whole recording")
    return {voice: gain + target - whole for voice, gain in gains_db.items()}


def _levels(passages: Sequence[Passage], sound: Sound, workshop: Workshop) -> Levels:
    def measuring(passage: Passage) -> dict[str, Energies]:
        piece = passage.piece()
        passage.keep(piece)
        return measure_voices(piece, channels=2 if sound.stereo else 1)

    voices = list(workshop.in_order(measuring, typical_passages(passages)))
    lame = _LAME_SCALE_DB[sound.bitrate]
    gains_db = voice_gains(voices, target_lufs(sound) - lame)
    in_steps = {voice: round(gain / _GAIN_STEP_DB) * _GAIN_STEP_DB for voice, gain in gains_db.items()}
    return Levels(in_steps, sound.ceiling_dbtp - lame - _OVERSHOOT_DB)


def _write(
    passages: Sequence[Passage], levels: Levels, sound: Sound, workshop: Workshop, spool: Path, path: Path
) -> Mastered:
    coding = Coding(sound.bitrate, sound.stereo)
    energies: list[bytes] = []
    peaks: list[float] = []

    def finishing(passage: Passage) -> Finished:
        return finish_piece(passage.piece(), levels, coding, workshop.cache, spool)

    def frames() -> Iterator[bytes]:
        for finished in workshop.in_order(finishing, passages):
            energies.append(finished.packed_energies)
            peaks.append(finished.true_peak_dbtp)
            yield finished.frames

    samples = write_mp3(path, frames(), sound.bitrate, sound.stereo)
    loudness = integrated_lufs(np.frombuffer(b"".join(energies), np.float32))
    return Mastered(samples, round(loudness, 2), round(max(peaks), 2))


def _on_target(mastered: Mastered, sound: Sound) -> bool:
    miss = abs(mastered.loudness_lufs - target_lufs(sound))
    return miss <= TOLERANCE_LU and mastered.true_peak_dbtp <= sound.ceiling_dbtp


def _corrected(levels: Levels, mastered: Mastered, sound: Sound) -> Levels:
    too_quiet = _GIVEN_BACK * (target_lufs(sound) - mastered.loudness_lufs)
    too_high = max(0.0, mastered.true_peak_dbtp - sound.ceiling_dbtp)
    gains_db = {voice: gain + too_quiet for voice, gain in levels.gains_db.items()}
    return Levels(gains_db, levels.ceiling_dbtp - too_high)


def _alone(samples: NDArray[np.int16], spans: Sequence[Span], voice: str) -> NDArray[np.int16]:
    """The samples with all other voices silent."""
    others = [span for span in spans if span.voice != voice]
    if not others:
        return samples
    alone = samples.copy()
    for span in others:
        alone[span.start : span.end] = 0
    return alone


def _of_voice(pieces: Sequence[Mapping[str, Energies]], voice: str) -> Energies:
    return np.concatenate([piece[voice] for piece in pieces if voice in piece])


def _together(pieces: Sequence[Mapping[str, Energies]], gains_db: Mapping[str, float]) -> Energies:
    """What the pieces' voices sum up to under their gains."""
    sums = [
        np.sum([energies * 10 ** (gains_db[voice] / 10) for voice, energies in piece.items()], axis=0)
        for piece in pieces
        if piece
    ]
    return np.concatenate([energies_of_silence(0, RATE_HZ), *sums])
