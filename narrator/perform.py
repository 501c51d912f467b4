"""Script → Recording: every stretch of the script is said, trimmed, faded and stitched with its pauses.

pydub stitches, and lives here only. Stretches are performed in parallel and put on a spool, each a file of raw samples,
so that memory is bounded by the few that are in flight. Their borders come from the script alone.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

from narrator.cache import Takes, key_of
from narrator.engines import engine_named, find_voice
from narrator.engines.studio import Studio
from narrator.errors import EngineError, UnspokenError
from narrator.model import (
    Clip,
    Cue,
    Mark,
    Pause,
    Piece,
    Progress,
    Recording,
    Script,
    Span,
    Speech,
    Take,
    Utterance,
    Voice,
    WordTime,
)
from narrator.spoken import split_clauses
from narrator.spoken.ipa import render

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pydub warns of a missing ffmpeg, which is not needed, and of audioop
    from pydub import AudioSegment

RATE_HZ = 44_100
FRAME = 1152
"""Samples of an MP3 frame at this rate (ISO/IEC 11172-3, layer III)."""

_PIECE_LETTERS = 450
_PIECE_END_MS = 250
"""A piece may end after a pause this long: room for the frame it is rounded to, and for a seam in silence."""
_HEADROOM = 0.7
"""Resampling may overshoot what the engine gave; the master sets the level."""
_SILENCE = 10 ** (-46 / 20)
"""Relative to a clip's loudest instant; quieter beginnings and ends are breath and hiss."""
_BEFORE_MS, _AFTER_MS = 15, 35
_FADE_IN_MS, _FADE_OUT_MS = 4, 12
_MIN_MS_PER_LETTER = 12
_RETRIES = 3
_TRIM_VERSION = 1
"""Counts up when a take is trimmed otherwise, so that kept ones are not used."""


@dataclass(frozen=True, slots=True)
class _Performed:
    """One piece with its times counted from its own start."""

    piece: Piece
    takes: tuple[Take, ...]
    marks: tuple[tuple[str, int], ...]


def perform(
    script: Script, booth: Booth, executor: Executor, spool: Path, progress: Progress | None = None
) -> Recording:
    """The script as sound on the spool, a folder; raises `EngineError` naming the sentence that could not be said.

    Progress is told what has been said, and counts letters.
    """
    letters = sum(len(cue.spoken) for cue in script.cues if isinstance(cue, Utterance))
    booth.studio.expect(letters)
    count = _Count(letters, progress)
    futures = [
        executor.submit(_perform_piece, script, span, booth, spool / f"{index:05}.pcm", count)
        for index, span in enumerate(_stretches(script.cues))
    ]
    try:
        return _joined([future.result() for future in futures])
    except BaseException:
        for future in futures:
            future.cancel()
        raise


class _Count:
    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._done, self._progress = total, 0, progress

    def add(self, utterance: Utterance) -> None:
        self._done += len(utterance.spoken)
        if self._progress:
            self._progress(utterance.text, self._done, self._total)


def _stretches(cues: Sequence[Cue]) -> Iterator[range]:
    """Cuts the script after pauses: before a chapter, or where enough has been said."""
    start, letters = 0, 0
    for index, cue in enumerate(cues):
        letters += len(cue.spoken) if isinstance(cue, Utterance) else 0
        following = cues[index + 1] if index + 1 < len(cues) else None
        ends = isinstance(cue, Pause) and cue.ms >= _PIECE_END_MS
        if following is None or (
            ends and (letters >= _PIECE_LETTERS or (isinstance(following, Mark) and letters))
        ):
            yield range(start, index + 1)
            start, letters = index + 1, 0


def _perform_piece(script: Script, span: range, booth: Booth, path: Path, count: _Count) -> _Performed:
    sounds, takes, marks, spans = [], [], [], []
    end = 0
    for index in span:
        cue, start = script.cues[index], end
        match cue:
            case Utterance():
                kept, reused = _said(cue, script.language, booth)
                clip = _at_recording_rate(kept)
                sounds.append(_faded(clip))
                end += _samples(sounds[-1])
                words = tuple(_moved(word, start) for word in clip.words)
                takes.append(Take(index, start, end, words, reused))
                spans.append(Span(start, end, cue.voice))
                count.add(cue)
            case Pause():
                sounds.append(AudioSegment.silent(cue.ms, RATE_HZ))
                end += _samples(sounds[-1])
            case Mark():
                marks.append((cue.title, start))
    pcm = _in_whole_frames(b"".join(sound.raw_data for sound in sounds), takes[-1].end if takes else 0)
    path.write_bytes(pcm)
    return _Performed(Piece(path, len(pcm) // 2, tuple(spans)), tuple(takes), tuple(marks))


def _samples(sound: AudioSegment) -> int:
    return int(sound.frame_count())


def _in_whole_frames(pcm: bytes, speech_end: int) -> bytes:
    """The closing pause is rounded to the nearest MP3 frame, and to no less than two frames."""
    samples = len(pcm) // 2
    wanted = max(round(samples / FRAME), -(-speech_end // FRAME) + 2) * FRAME
    return pcm[: 2 * wanted] + bytes(2 * max(0, wanted - samples))


def _segment(pcm: bytes) -> AudioSegment:
    return AudioSegment(data=pcm, sample_width=2, frame_rate=RATE_HZ, channels=1)


def _faded(clip: Clip) -> AudioSegment:
    return _segment(clip.pcm).fade_in(_FADE_IN_MS).fade_out(_FADE_OUT_MS)


def _moved(word: WordTime, samples: int) -> WordTime:
    return replace(word, start_sample=word.start_sample + samples, end_sample=word.end_sample + samples)


def _joined(performed: Sequence[_Performed]) -> Recording:
    takes, marks, start = [], [], 0
    for one in performed:
        takes += [_shifted(take, start) for take in one.takes]
        marks += [(title, at + start) for title, at in one.marks]
        start += one.piece.samples
    return Recording(RATE_HZ, tuple(one.piece for one in performed), tuple(takes), tuple(marks))


def _shifted(take: Take, samples: int) -> Take:
    words = tuple(_moved(word, samples) for word in take.words)
    return replace(take, start=take.start + samples, end=take.end + samples, words=words)


# --- one utterance --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Booth:
    """Where utterances are said: the engines, the takes that are kept, and the pace."""

    studio: Studio
    takes: Takes
    rate: float = 1.0
    again: frozenset[Utterance] = frozenset()
    """Utterances of which a second take is wanted: with another seed, and cut otherwise."""


def _said(utterance: Utterance, language: str, booth: Booth) -> tuple[Clip, bool]:
    """The utterance trimmed to its speech, and whether it had been kept; tried again in parts where it fails."""
    voice = find_voice(utterance.voice, language)
    again = utterance in booth.again
    speech = Speech(utterance.spoken, voice.name, utterance.pronunciations, booth.rate, seed=int(again))
    key = key_of(f"{_TRIM_VERSION} {engine_named(voice.engine).version()}", voice, speech)
    if kept := booth.takes.find(key):
        return kept, True
    try:
        clip = (_cut if again else _in_parts)(speech, voice, booth.studio, _RETRIES)
    except EngineError as error:
        raise EngineError(f"could not say {utterance.text!r}: {error.message}", error.tip) from error
    booth.takes.keep(key, clip)
    return clip, False


def _in_parts(speech: Speech, voice: Voice, studio: Studio, retries: int) -> Clip:
    known = tuple(said for said in speech.pronunciations if said.word in speech.text)
    told = render(speech.text, known, engine_named(voice.engine).notation, voice.language)
    try:
        clip = studio.say(voice, replace(speech, pronunciations=told.pronunciations))
        return _trimmed(clip, speech.text)
    except EngineError:
        if not retries or len(_parts(speech)) < 2:
            raise
        return _cut(speech, voice, studio, retries)


def _cut(speech: Speech, voice: Voice, studio: Studio, retries: int) -> Clip:
    parts = _parts(speech)
    said = [_in_parts(replace(speech, text=part), voice, studio, retries - 1) for part in parts]
    return _in_one(said, parts, speech.text)


def _parts(speech: Speech) -> tuple[str, ...]:
    return split_clauses(speech.text, max(1, len(speech.text) * 6 // 10))


def _in_one(clips: Sequence[Clip], parts: Sequence[str], text: str) -> Clip:
    """Clips of the parts of a text as one; where a part stands in the text is found anew."""
    words: list[WordTime] = []
    samples = letters = 0
    for clip, part in zip(clips, parts, strict=True):
        letters = max(letters, text.find(part, letters))
        moved = (_moved(word, samples) for word in clip.words)
        words += [replace(word, start=word.start + letters, end=word.end + letters) for word in moved]
        samples += clip.samples
        letters += len(part)
    return Clip(b"".join(clip.pcm for clip in clips), clips[0].rate_hz, tuple(words))


def _trimmed(clip: Clip, text: str) -> Clip:
    """The clip without what is silent around the speech; raises `UnspokenError` for letters without sound."""
    heard = np.abs(np.frombuffer(clip.pcm, "<i2").astype(np.int32))
    start, end = _speech_bounds(heard, clip.rate_hz)
    letters = len(re.findall(r"\w", text))
    ms = (end - start) * 1000 // clip.rate_hz
    if letters and ms < max(1, letters * _MIN_MS_PER_LETTER):
        raise UnspokenError(f"{letters} letters gave {ms} ms of sound")
    words = tuple(_within(_moved(word, -start), end - start) for word in clip.words)
    return Clip(clip.pcm[2 * start : 2 * end], clip.rate_hz, words)


def _speech_bounds(heard: NDArray[np.int32], rate_hz: int) -> tuple[int, int]:
    loud = np.flatnonzero(heard > _SILENCE * heard.max(initial=0))
    if not len(loud):
        return 0, 0
    start = int(loud[0]) - _BEFORE_MS * rate_hz // 1000
    end = int(loud[-1]) + _AFTER_MS * rate_hz // 1000
    return max(0, start), min(len(heard), end)


def _within(word: WordTime, samples: int) -> WordTime:
    first = min(samples, max(0, word.start_sample))
    return replace(word, start_sample=first, end_sample=min(samples, max(first, word.end_sample)))


def _at_recording_rate(clip: Clip) -> Clip:
    if clip.rate_hz == RATE_HZ:
        return clip
    heard = np.frombuffer(clip.pcm, "<i2").astype(np.float32) * (_HEADROOM / 32768)
    samples = soxr.resample(heard, clip.rate_hz, RATE_HZ)
    pcm = (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()
    scale = RATE_HZ / clip.rate_hz
    words = (
        replace(
            word, start_sample=round(word.start_sample * scale), end_sample=round(word.end_sample * scale)
        )
        for word in clip.words
    )
    return Clip(pcm, RATE_HZ, tuple(words))
