"""The system's own voice through pyttsx3.

On Linux pyttsx3's espeak binding is driven in synchronous mode: its public API returns before synthesis has ended
and loses whole paragraphs. The espeak-ng library and its data come from espeakng-loader, so nothing needs to be
installed on the machine. On macOS and Windows pyttsx3's drivers (NSSpeech, SAPI5) write a sound file.
"""

from __future__ import annotations

import ctypes
import functools
import importlib
import importlib.util
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from narrator.engines.base import Notation, is_installed, taught, with_version
from narrator.errors import EngineError
from narrator.model import Clip, Speech, Voice, WordTime

_WORDS_A_MINUTE = 163
"""At 170 the seed article takes 8 % less time than hibari's `heart` does, at this 3 % less.

Of the voices and rates in tests/benchmarks/system_voices.md, `en-us` without a variant near this rate is understood
best.
"""
_PREFERRED = ("en-us", "fr-fr", "cmn")
"""First among the voices of their language."""
_MACRO_LANGUAGE = {"cmn": "zh-cmn", "yue": "zh-yue", "nb": "no"}
"""Where an article's language is named otherwise than espeak's voice (ISO 639-3, macrolanguages)."""
_EVENT_END = 5


class System:
    name = "system"
    package = "pyttsx3"
    notation: Notation = "espeak" if sys.platform == "linux" else "none"
    in_process = False

    def version(self) -> str:
        return _version()

    def voices(self) -> Sequence[Voice]:
        if not is_installed("pyttsx3"):
            return ()
        return _espeak_voices() if sys.platform == "linux" else _driver_voices()

    def say(self, speech: Speech) -> Clip:
        return _say_in_a_copy(speech) if sys.platform == "linux" else _say_with_driver(speech)


@functools.cache
def _version() -> str:
    """Raises `EngineError` without pyttsx3, also where every take is kept: what it said before is not to hide it."""
    try:
        importlib.import_module("pyttsx3")
    except ImportError as error:
        raise EngineError(f"pyttsx3 cannot be imported: {error}", "pip install pyttsx3") from error
    packages = " ".join(with_version(package) for package in ("pyttsx3", "espeakng-loader"))
    return f"{packages} {_WORDS_A_MINUTE}"


# --- Linux: pyttsx3's espeak binding --------------------------------------------------------------------


@functools.cache
def _data_folder() -> Path | None:
    loader = importlib.util.find_spec("espeakng_loader")
    if loader is None or loader.origin is None:
        return None
    return Path(loader.origin).parent / "espeak-ng-data"


@functools.cache
def _voice_files() -> dict[str, str]:
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


def _espeak_voices() -> Sequence[Voice]:
    return tuple(Voice(System.name, name, _MACRO_LANGUAGE.get(name, name)) for name in _voice_files())


@functools.cache
def _binding() -> tuple[Any, int]:
    """pyttsx3's binding, initialized, and its sample rate. The library opened first is the one it will find."""
    folder = _data_folder()
    if folder is not None:
        os.environ["ESPEAK_DATA_PATH"] = str(folder)
        ctypes.CDLL(str(folder.parent / "libespeak-ng.so"), mode=ctypes.RTLD_GLOBAL)
    from pyttsx3.drivers import _espeak

    rate_hz = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, 0, None, 0)
    if rate_hz <= 0:
        raise EngineError("espeak-ng could not be started", "reinstall espeakng-loader")
    return _espeak, rate_hz


def _say_in_a_copy(speech: Speech) -> Clip:
    """The speech from a fork of this process: espeak keeps state (its flutter) from one text to the next, and the
    same text would sound different each time. A fork starts from the state after loading, and costs a millisecond."""
    _take_voice(speech.voice, speech.rate)
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        _answer_and_leave(speech, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        data = answer.read()
    _, status = os.waitpid(pid, 0)
    if status:
        raise EngineError(data.decode("utf-8", "replace") or f"espeak-ng died (wait status {status})")
    return msgspec.msgpack.decode(data, type=Clip)


def _answer_and_leave(speech: Speech, writer: int) -> NoReturn:
    status = 1
    try:
        with os.fdopen(writer, "wb") as answer:
            try:
                answer.write(msgspec.msgpack.encode(_say_with_espeak(speech)))
                status = 0
            except Exception as error:  # noqa: BLE001 - told to the parent as text
                answer.write(str(error).encode("utf-8"))
    finally:
        os._exit(status)


def _say_with_espeak(speech: Speech) -> Clip:
    espeak, rate_hz = _binding()
    pcm, events = bytearray(), list[tuple[int, int, int, int]]()
    espeak.SetSynthCallback(functools.partial(_collect, pcm, events))
    plain = speech.text.replace("[[", " ").replace("]]", " ")
    text = taught(replace(speech, text=plain), "[[{said}]]")
    flags = espeak.CHARS_UTF8 | (espeak.PHONEMES if speech.pronunciations else 0)
    if espeak.Synth(text.encode("utf-8"), flags=flags) != espeak.EE_OK:
        raise EngineError(f"espeak-ng could not say {speech.text!r}")
    words = () if speech.pronunciations else _word_times(events, speech.text)
    return Clip(bytes(pcm), rate_hz, words)


@functools.lru_cache(maxsize=1)
def _take_voice(voice: str, rate: float) -> None:
    """Loading a voice takes longer than a sentence: it is done once, before the process forks."""
    espeak, _ = _binding()
    name, _, variant = voice.partition("+")
    file = _voice_files().get(name, name) + (f"+{variant}" if variant else "")
    if espeak.SetVoiceByName(file.encode()) != espeak.EE_OK:
        raise EngineError(f"espeak-ng has no voice {voice!r}")
    espeak.SetParameter(espeak.RATE, round(_WORDS_A_MINUTE * rate), 0)


def _collect(
    pcm: bytearray, events: list[tuple[int, int, int, int]], wav: Any, count: int, found: Any
) -> int:
    """espeak's synth callback: keeps samples, and words and ends of clauses with their sample."""
    if wav and count:
        pcm += ctypes.string_at(wav, count * 2)
    index = 0
    while found[index].type:
        event = found[index]
        events.append((event.type, event.text_position, event.length, event.sample))
        index += 1
    return 0


def _word_times(events: Sequence[tuple[int, int, int, int]], text: str) -> tuple[WordTime, ...]:
    """espeak counts characters from 1; a word lasts until the next one, or the end of its clause."""
    marks = [event for event in events if event[0] in (1, _EVENT_END)]
    times = []
    for (kind, position, length, sample), following in pairwise(marks):
        if kind == 1 and length and position - 1 + length <= len(text) and following[3] > sample:
            times.append(WordTime(position - 1, position - 1 + length, sample, following[3]))
    return tuple(times)


# --- macOS and Windows: pyttsx3's drivers -----------------------------------------------------------------


@functools.cache
def _driver_voices() -> Sequence[Voice]:
    import pyttsx3

    found = pyttsx3.init().getProperty("voices")
    return tuple(_voice_of(voice) for voice in found)


def _voice_of(voice: Any) -> Voice:
    language = next(iter(voice.languages or ()), "") or ""
    text = language.decode("latin-1") if isinstance(language, bytes) else str(language)
    tag = re.sub(r"[^a-z-]", "", text.lower().replace("_", "-")) or "en"
    return Voice(System.name, re.sub(r"\s+", "-", str(voice.name).strip().lower()), tag)


def _say_with_driver(speech: Speech) -> Clip:
    import pyttsx3

    engine = pyttsx3.init()
    chosen = next(v for v in engine.getProperty("voices") if _voice_of(v).name == speech.voice)
    engine.setProperty("voice", chosen.id)
    engine.setProperty("rate", round(_WORDS_A_MINUTE * speech.rate))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speech.wav"
        engine.save_to_file(speech.text, str(path))
        engine.runAndWait()
        return _read_sound(path)


def _read_sound(path: Path) -> Clip:
    """Samples of a WAV (SAPI5) or an AIFF (NSSpeech writes one whatever the name), folded to one channel."""
    import soundfile

    samples, rate_hz = soundfile.read(path, dtype="int16", always_2d=True)
    return Clip(samples[:, 0].tobytes(), rate_hz)
