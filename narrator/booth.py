"""One utterance said: by its engine or from the takes that are kept, trimmed to its speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import soxr

from narrator.cache import Cache, key_of
from narrator.engines import engine_named, find_voice
from narrator.engines.studio import Studio
from narrator.errors import EngineError, UnspokenError
from narrator.model import Clip, Speech, Utterance, Voice, WordTime
from narrator.mp3.frames import RATE_HZ
from narrator.spoken import split_clauses
from narrator.spoken.ipa import render

BEFORE_MS, AFTER_MS = 15, 35
"""What a clip keeps around its speech: fades, and sounds too soft to count. Pauses are shorter by it."""

_SILENCE = 10 ** (-46 / 20)
"""Relative to a clip's loudest instant; quieter beginnings and ends are breath and hiss."""
_HEADROOM = 0.7
"""Resampling may overshoot what the engine gave; the master sets the level."""
_MIN_MS_PER_LETTER = 12
_RETRIES = 3
_TRIM_VERSION = 2
"""Counts up when a take is trimmed otherwise, so that kept ones are not used."""


@dataclass(frozen=True, slots=True)
class Booth:
    """Where utterances are said: the engines, what is kept, and the pace."""

    studio: Studio
    cache: Cache
    rate: float = 1.0
    again: frozenset[Utterance] = frozenset()
    """Utterances of which a second take is wanted: with another seed, and cut otherwise."""

    def say(self, utterance: Utterance, language: str, before: Sequence[Utterance] = ()) -> tuple[Clip, bool]:
        """The utterance trimmed to its speech, and whether it had been kept; tried again in parts where it fails.

        `before` are those that its voice has just said. Raises `EngineError` naming the sentence that could not be
        said.
        """
        voice = find_voice(utterance.voice, language)
        engine, again = engine_named(voice.engine), utterance in self.again
        after = self._speech(voice, before) if engine.carries_over and not again else None
        speech = Speech(utterance.spoken, voice.name, utterance.pronunciations, self.rate, int(again), after)
        key = key_of(f"{_TRIM_VERSION} {engine.version()}", voice, speech)
        if kept := self.cache.find(key, Clip):
            return kept, True
        try:
            clip = (_cut if again else _in_parts)(speech, voice, self.studio, _RETRIES)
        except EngineError as error:
            raise EngineError(f"could not say {utterance.text!r}: {error.message}", error.tip) from error
        self.cache.keep(key, clip)
        return clip, False

    def _speech(self, voice: Voice, said: Sequence[Utterance]) -> Speech | None:
        """The last of what was said, after all the others."""
        if not said:
            return None
        *before, last = said
        after = self._speech(voice, before)
        return Speech(last.spoken, voice.name, last.pronunciations, self.rate, after=after)


def _in_parts(speech: Speech, voice: Voice, studio: Studio, retries: int) -> Clip:
    try:
        return _trimmed(studio.say(voice, _told(speech, voice)), speech.text)
    except EngineError:
        if speech.after:
            return _in_parts(replace(speech, after=None), voice, studio, retries)
        if not retries or len(_parts(speech)) < 2:
            raise
        return _cut(speech, voice, studio, retries)


def _told(speech: Speech, voice: Voice) -> Speech:
    """The speech with its pronunciations in the notation of the voice's engine."""
    known = tuple(said for said in speech.pronunciations if said.word in speech.text)
    told = render(speech.text, known, engine_named(voice.engine).notation, voice.language)
    after = _told(speech.after, voice) if speech.after else None
    return replace(speech, pronunciations=told.pronunciations, after=after)


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
        moved = (word.moved(samples) for word in clip.words)
        words += [word._replace(start=word.start + letters, end=word.end + letters) for word in moved]
        samples += clip.samples
        letters += len(part)
    return Clip(b"".join(clip.pcm for clip in clips), clips[0].rate_hz, tuple(words))


def _trimmed(clip: Clip, text: str) -> Clip:
    """The clip with as much around its speech as pauses allow for, silence where the engine gave less.

    Raises `UnspokenError` for letters without sound.
    """
    start, end = _speech_bounds(clip)
    letters = len(re.findall(r"\w", text))
    ms = (end - start) * 1000 // clip.rate_hz
    if letters and ms < max(1, letters * _MIN_MS_PER_LETTER):
        raise UnspokenError(f"{letters} letters gave {ms} ms of sound")
    before, after = (ms * clip.rate_hz // 1000 for ms in (BEFORE_MS, AFTER_MS))
    words = tuple(_within(word, start, end).moved(before - start) for word in clip.words)
    return Clip(_cut_out(clip, start - before, end + after), clip.rate_hz, words)


def _speech_bounds(clip: Clip) -> tuple[int, int]:
    samples = np.frombuffer(clip.pcm, "<i2")
    threshold = _SILENCE * max(int(samples.max(initial=0)), -int(samples.min(initial=0)))
    loud = (samples > threshold) | (samples < -threshold)
    return (int(loud.argmax()), len(loud) - 1 - int(loud[::-1].argmax())) if loud.any() else (0, 0)


def _cut_out(clip: Clip, start: int, end: int) -> bytes:
    """From one sample to another, with silence for those before the first and after the last."""
    missing = 2 * max(0, -start)
    return bytes(missing) + clip.pcm[2 * max(0, start) : 2 * end].ljust(2 * (end - start) - missing, b"\0")


def _within(word: WordTime, start: int, end: int) -> WordTime:
    first = min(end, max(start, word.start_sample))
    return WordTime(word.start, word.end, first, min(end, max(first, word.end_sample)))


def at_recording_rate(clip: Clip) -> Clip:
    """The clip resampled, with the times of its words."""
    if clip.rate_hz == RATE_HZ:
        return clip
    heard = np.frombuffer(clip.pcm, "<i2") * np.float32(_HEADROOM)
    samples = soxr.resample(heard, clip.rate_hz, RATE_HZ)
    np.rint(samples, out=samples)
    np.clip(samples, -32768, 32767, out=samples)
    scale = RATE_HZ / clip.rate_hz
    words = (
        WordTime(word.start, word.end, round(word.start_sample * scale), round(word.end_sample * scale))
        for word in clip.words
    )
    return Clip(samples.astype("<i2").tobytes(), RATE_HZ, tuple(words))
