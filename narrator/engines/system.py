"""The system's own voice through pyttsx3.

On Linux pyttsx3's binding of espeak-ng is driven directly; on macOS and Windows pyttsx3's drivers (NSSpeech, SAPI5)
write a sound file.
"""

from __future__ import annotations

import functools
import importlib
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from narrator.engines import espeak
from narrator.engines.base import Notation, is_installed, with_version
from narrator.engines.espeak import WORDS_A_MINUTE
from narrator.errors import EngineError
from narrator.model import Clip, Speech, Voice

_MACRO_LANGUAGE = {"cmn": "zh-cmn", "yue": "zh-yue", "nb": "no", "pt": "pt-pt"}
"""Where an article's language is named otherwise than espeak's voice (ISO 639-3, macrolanguages, one country's voice):
Portuguese of no country is said by Brazil's, which a recognizer understands better."""


class System:
    name = "system"
    package = "pyttsx3"
    notation: Notation = "espeak" if sys.platform == "linux" else "none"
    in_process = False
    carries_over = sys.platform == "linux"

    def __init__(self) -> None:
        self._speaker = espeak.Speaker()

    def version(self) -> str:
        return _version()

    def voices(self) -> Sequence[Voice]:
        if not is_installed("pyttsx3"):
            return ()
        return _espeak_voices() if sys.platform == "linux" else _driver_voices()

    def say(self, speech: Speech) -> Clip:
        return self._speaker.say(speech) if sys.platform == "linux" else _say_with_driver(speech)


@functools.cache
def _version() -> str:
    """Raises `EngineError` without pyttsx3, also where every take is kept: what it said before is not to hide it."""
    try:
        importlib.import_module("pyttsx3")
    except ImportError as error:
        raise EngineError(f"pyttsx3 cannot be imported: {error}", "pip install pyttsx3") from error
    packages = " ".join(with_version(package) for package in ("pyttsx3", "espeakng-loader"))
    return f"{packages} {WORDS_A_MINUTE}"


@functools.cache
def _espeak_voices() -> Sequence[Voice]:
    return tuple(Voice(System.name, name, _MACRO_LANGUAGE.get(name, name)) for name in espeak.voice_files())


# --- macOS and Windows: pyttsx3's drivers -----------------------------------------------------------------


@functools.cache
def _driver_voices() -> Sequence[Voice]:
    import pyttsx3

    found = pyttsx3.init().getProperty("voices")
    return tuple(_voice_of(voice) for voice in found)


def _voice_of(voice: Any) -> Voice:
    language = next(iter(voice.languages or ()), "") or ""
    text = language.decode("latin-1") if isinstance(language, bytes) else str(language)
    tag = re.sub(r"[^a-z0-9-]", "", text.lower().replace("_", "-")) or "en"
    return Voice(System.name, re.sub(r"\s+", "-", str(voice.name).strip().lower()), tag)


def _say_with_driver(speech: Speech) -> Clip:
    import tempfile

    import pyttsx3

    engine = pyttsx3.init()
    chosen = next(v for v in engine.getProperty("voices") if _voice_of(v).name == speech.voice)
    engine.setProperty("voice", chosen.id)
    engine.setProperty("rate", round(WORDS_A_MINUTE * speech.rate))
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
