"""espeak-ng through pyttsx3's binding, driven in synchronous mode.

pyttsx3's public API returns before synthesis has ended and loses whole paragraphs. The library and its data come
from espeakng-loader, so nothing needs to be installed on the machine.
"""

from __future__ import annotations

import ctypes
import functools
import importlib.util
import mmap
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from narrator.engines.base import taught
from narrator.engines.process_copy import ProcessCopy
from narrator.errors import EngineError
from narrator.model import Clip, Speech, WordTime

WORDS_A_MINUTE = 163
"""What is asked of the voice at its natural pace.

Of the voices in tests/benchmarks/system_voices.md `en-us` without a variant is understood best, from 139 to 170 words
a minute about equally well. Of these paces this one takes the time of hibari's `heart`, within 3 % on two news texts.
"""
_PREFERRED = ("en-us", "fr-fr", "pt-br", "cmn")
"""First among the voices of their language."""
_EVENT_END = 5
_AT_ONCE_MS = 1000
"""How much sound espeak hands over at a time; the default of 60 ms costs a tenth more time."""
_TAPE_BYTES = 1 << 26
"""Room for 25 minutes of sound; memory is taken by what is said alone."""

Event = tuple[int, int, int, int]
"""Type, position in the text, length, sample."""

_REQUEST = msgspec.msgpack.Decoder(tuple[int, bytes])
_ANSWER = msgspec.msgpack.Decoder(tuple[int, list[Event]])


@functools.cache
def voice_files() -> dict[str, str]:
    """Voice name → espeak's name of its file, preferred languages first. Format: espeak-ng docs/voices.md.

    Only the first language a file names is its own; the others it merely can stand in for.
    """
    folder = _data_folder()
    if folder is None:
        return {}
    files: dict[str, str] = {}
    for path in sorted((folder / "lang").rglob("*")):
        languages = re.findall(r"^language\s+(\S+)", path.read_text("utf-8"), re.M) if path.is_file() else []
        if languages:
            files.setdefault(languages[0].lower(), path.relative_to(folder / "lang").as_posix())
    return dict(sorted(files.items(), key=lambda item: (item[0] not in _PREFERRED, len(item[0]), item[0])))


@functools.cache
def binding() -> tuple[Any, int]:
    """pyttsx3's binding, initialized, and its sample rate. The library opened first is the one it will find."""
    folder = _data_folder()
    if folder is not None:
        os.environ["ESPEAK_DATA_PATH"] = str(folder)
        ctypes.CDLL(str(folder.parent / "libespeak-ng.so"), mode=ctypes.RTLD_GLOBAL)
    from pyttsx3.drivers import _espeak

    rate_hz = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, _AT_ONCE_MS, None, 0)
    if rate_hz <= 0:
        raise EngineError("espeak-ng could not be started", "reinstall espeakng-loader")
    return _espeak, rate_hz


@functools.lru_cache(maxsize=1)
def take_voice(voice: str, rate: float) -> None:
    """Loading a voice takes longer than a sentence: it is done once, before the process forks."""
    espeak, _ = binding()
    name, _, variant = voice.partition("+")
    file = voice_files().get(name, name) + (f"+{variant}" if variant else "")
    if espeak.SetVoiceByName(file.encode()) != espeak.EE_OK:
        raise EngineError(f"espeak-ng has no voice {voice!r}")
    espeak.SetParameter(espeak.RATE, round(WORDS_A_MINUTE * rate), 0)


class Speaker:
    """Speaks from forks of this process: espeak keeps state (its flutter) from one text to the next, and the same text
    would sound different each time. A fork starts from the state after loading, and goes on for as long as each
    speech comes after the one it has just said; the samples come in memory that both share.
    """

    def __init__(self) -> None:
        self._copy: ProcessCopy | None = None
        self._said: Speech | None = None

    def say(self, speech: Speech) -> Clip:
        """Raises `EngineError` where espeak dies, or refuses the text; the next speech gets a fork of its own then."""
        try:
            if self._copy is None or speech.after is None or speech.after != self._said:
                self._start(speech)
            clip = self._ask(speech)
        except EngineError:
            self.close()
            raise
        self._said = speech
        return clip

    def _start(self, speech: Speech) -> None:
        """A new copy that has said all that comes before."""
        self.close()
        take_voice(speech.voice, speech.rate)
        events = list[Event]()
        espeak, _ = binding()
        espeak.SetSynthCallback(functools.partial(collect, _tape(), events))
        self._copy = ProcessCopy("espeak-ng", functools.partial(_say, _tape(), events))
        for earlier in _chain(speech.after):
            self._ask(earlier)

    def _ask(self, speech: Speech) -> Clip:
        assert self._copy
        size, events = _ANSWER.decode(self._copy.ask(_request(speech)))
        tape, (_, rate_hz) = _tape(), binding()
        if size == len(tape):
            raise EngineError(f"{len(speech.text)} letters are too much to say at once")
        return Clip(tape[:size], rate_hz, () if speech.pronunciations else _word_times(events, speech.text))

    def close(self) -> None:
        if self._copy:
            self._copy.close()
        self._copy = self._said = None


def _chain(speech: Speech | None) -> list[Speech]:
    """The speech and all it comes after, the first first."""
    return [*_chain(speech.after), speech] if speech else []


@functools.cache
def _data_folder() -> Path | None:
    loader = importlib.util.find_spec("espeakng_loader")
    if loader is None or loader.origin is None:
        return None
    return Path(loader.origin).parent / "espeak-ng-data"


@functools.cache
def _tape() -> mmap.mmap:
    return mmap.mmap(-1, _TAPE_BYTES)


def _request(speech: Speech) -> bytes:
    """Flags and text, ready to be said: the copy pays for all that it does in memory that is its own from then on."""
    espeak, _ = binding()
    plain = speech.text.replace("[[", " ").replace("]]", " ")
    text = taught(replace(speech, text=plain), "[[{said}]]")
    flags = espeak.CHARS_UTF8 | (espeak.PHONEMES if speech.pronunciations else 0)
    return msgspec.msgpack.encode((flags, text.encode("utf-8")))


def _say(tape: mmap.mmap, events: list[Event], request: bytes) -> bytes:
    """How many bytes of sound are on the tape now, and what happened when; none where espeak refuses the text."""
    flags, text = _REQUEST.decode(request)
    espeak, _ = binding()
    tape.seek(0)
    events.clear()
    espeak.Synth(text, flags=flags)
    return msgspec.msgpack.encode((tape.tell(), events))


def collect(tape: mmap.mmap, events: list[Event], wav: Any, count: int, found: Any) -> int:
    """espeak's synth callback: keeps samples, and words and ends of clauses with their sample.

    Its answer 1 ends the synthesis: the tape is full.
    """
    if wav and count:
        if tape.tell() + 2 * count > len(tape):
            tape.seek(len(tape))
            return 1
        tape.write(ctypes.string_at(wav, 2 * count))
    index = 0
    while found[index].type:
        event = found[index]
        events.append((event.type, event.text_position, event.length, event.sample))
        index += 1
    return 0


def _word_times(events: Sequence[Event], text: str) -> tuple[WordTime, ...]:
    """espeak counts characters from 1; a word lasts until the next one, or the end of its clause."""
    marks = [event for event in events if event[0] in (1, _EVENT_END)]
    times = []
    for (kind, position, length, sample), following in pairwise(marks):
        if kind == 1 and length and position - 1 + length <= len(text) and following[3] > sample:
            times.append(WordTime(position - 1, position - 1 + length, sample, following[3]))
    return tuple(times)
