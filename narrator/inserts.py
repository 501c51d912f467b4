"""Sounds around the speech: before the first word, after the last, and between chapters.

They become passages of the recording with a voice of their own, so the master brings them to the level of speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from narrator import chimes
from narrator.errors import SettingsError
from narrator.model import Piece, Span
from narrator.mp3.frames import FRAME_SAMPLES, RATE_HZ
from narrator.passage import Passage, Performed
from narrator.settings import Sound

_LONGEST_S = {"intro": 20.0, "outro": 20.0, "between": 4.0}
_PAUSE_S = 0.6
_CUT_S, _EDGE_S = 1.5, 0.01
"""How long a sound fades where it was cut, and where it just ends."""
_SILENCE = 10 ** (-60 / 20)
_HEADROOM = 0.7
_RATES_HZ = range(4_000, 400_000)
_MOST_CHANNELS = 16

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Inserts:
    """Sounds at the rate of a recording, in 16 bits; None where there is none."""

    intro: NDArray[np.int16] | None = None
    outro: NDArray[np.int16] | None = None
    between: NDArray[np.int16] | None = None


def read_inserts(sound: Sound, rate_hz: int) -> Inserts:
    """The sounds that the settings name, narrator's own or of files.

    Raises `SettingsError` for a file that is missing, silent or of a kind that cannot be read.
    """
    named = {"intro": sound.intro, "outro": sound.outro, "between": sound.between}
    return Inserts(**{place: _sound(place, name, rate_hz) for place, name in named.items() if name})


def insert(passages: Sequence[Passage], inserts: Inserts, spool: Path) -> tuple[Passage, ...]:
    """The passages with the sounds in their places, which may be kept on the spool as well.

    A sound between chapters ends the earlier one. It comes where a passage begins with a chapter, which is
    wherever the script makes a pause before it.
    """
    return (
        *_passage("intro", inserts.intro, spool / "intro.pcm"),
        *_woven(passages, inserts.between, spool),
        *_passage("outro", inserts.outro, spool / "outro.pcm"),
    )


def _woven(passages: Sequence[Passage], between: NDArray[np.int16] | None, spool: Path) -> Iterator[Passage]:
    for index, passage in enumerate(passages):
        if index and passage.begins_chapter:
            yield from _passage("between", between, spool / f"between-{index}.pcm")
        yield passage


def _passage(place: str, sound: NDArray[np.int16] | None, path: Path) -> tuple[Passage, ...]:
    """The sound and a pause; nothing where there is none."""
    if sound is None:
        return ()
    voice = f"sound:{place}"
    frames = -(-(len(sound) + round(_PAUSE_S * RATE_HZ)) // FRAME_SAMPLES)
    samples = np.pad(sound, (0, frames * FRAME_SAMPLES - len(sound)))
    piece = Piece(samples.astype("<i2").tobytes(), (Span(0, len(sound), voice),))
    return (Passage(frozenset({voice}), lambda: Performed(piece), path),)


def _sound(place: str, name: str, rate_hz: int) -> NDArray[np.int16]:
    """The sound trimmed, cut to length, and faded at its ends."""
    longest_s = _LONGEST_S[place]
    try:
        sound = chimes.play(name, rate_hz) if name in chimes.NAMES else _of_file(name, longest_s, rate_hz)
    except (soundfile.LibsndfileError, OSError, ValueError) as error:
        tip = f"WAV, FLAC, Ogg and MP3 can be read; narrator's own are {', '.join(chimes.NAMES)}"
        raise SettingsError(f"[sound] {place}: {name}: {_reason(error)}", tip) from error
    loud = np.flatnonzero(np.abs(sound) > _SILENCE * np.abs(sound).max(initial=0.0))
    if not len(loud):
        raise SettingsError(f"[sound] {place}: {name}: there is nothing to hear in it")
    trimmed = sound[loud[0] : loud[-1] + 1]
    return _in_16_bits(_faded(trimmed, round(longest_s * rate_hz), rate_hz))


def _of_file(name: str, longest_s: float, rate_hz: int) -> Samples:
    """As much of the file as may be needed, its channels in one."""
    with Path(name).open("rb") as opened, soundfile.SoundFile(opened) as file:
        if file.samplerate not in _RATES_HZ or file.channels > _MOST_CHANNELS:
            raise ValueError(f"{file.channels} channels at {file.samplerate} Hz are no sound to use")
        read = file.read(round((longest_s + 1) * file.samplerate), dtype="float32", always_2d=True)
        mono = np.nan_to_num(read.mean(axis=1), posinf=0.0, neginf=0.0)
        resampled: Samples = soxr.resample(mono, file.samplerate, rate_hz)
    return resampled


def _reason(error: Exception) -> str:
    if isinstance(error, soundfile.LibsndfileError):
        return "not a sound that can be read"
    return getattr(error, "strerror", None) or str(error)


def _faded(sound: Samples, longest: int, rate_hz: int) -> Samples:
    fade_out_s = _CUT_S if len(sound) > longest else _EDGE_S
    cut = sound[:longest].copy()
    begin = min(round(_EDGE_S * rate_hz), len(cut))
    end = min(round(fade_out_s * rate_hz), len(cut))
    cut[:begin] *= np.linspace(0, 1, begin, dtype=np.float32)
    cut[len(cut) - end :] *= np.linspace(1, 0, end, dtype=np.float32)
    return cut


def _in_16_bits(sound: Samples) -> NDArray[np.int16]:
    scaled = sound * (_HEADROOM * 32767 / max(float(np.abs(sound).max()), 1e-9))
    rounded: NDArray[np.int16] = np.rint(scaled).astype(np.int16)
    return rounded
