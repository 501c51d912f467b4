"""What a speech recognizer hears in an episode, word by word."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from narrator.errors import EngineError, UsageError
from narrator.library_environment import LIBRARY_ENVIRONMENT
from narrator.patterns import compiled
from narrator.spoken import speak, split_sentences

Listen = Callable[[Path, str], Iterable[str]]
"""A recognizer: the text it hears in a sound file of a language, in order, in pieces of any length."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One word that was heard."""

    word: str
    raw: tuple[str, ...]
    """The recognizer's own words; those of a sentence stand with its first word."""


def whisper(model: str) -> Listen:
    """`hear` with a model of faster-whisper, which is loaded now; raises `UsageError` where it is not to be had."""
    _load(model)
    return partial(hear, model)


def hear(model: str, mp3: Path, language: str) -> Iterator[str]:
    """What faster-whisper hears; `model` is a folder, or a name that it downloads and caches.

    Raises `UsageError` where faster-whisper or the model is not to be had.
    """
    recognizer = _load(model)
    try:
        segments, _ = recognizer.transcribe(
            str(mp3), language=language.partition("-")[0], condition_on_previous_text=False, vad_filter=True
        )
        yield from (segment.text for segment in segments)
    except Exception as error:
        raise EngineError(f"{mp3}: the recognizer failed: {error}") from error


@cache
def _load(model: str) -> Any:
    os.environ.update(LIBRARY_ENVIRONMENT)
    try:
        from faster_whisper import WhisperModel
    except ImportError as error:
        raise UsageError("proof needs faster-whisper", "pip install 'narrator-podcast[proof]'") from error
    try:
        return WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=os.cpu_count() or 1)
    except Exception as error:
        raise UsageError(
            f"model {model!r}: {error}", "name a folder of a faster-whisper model, or base"
        ) from error


def heard_words(heard: str, language: str) -> list[Heard]:
    """The words of what was heard, each sentence said as narrator would say it: figures become words."""
    return [word for sentence in split_sentences(heard, language) for word in _said_words(sentence, language)]


def _said_words(sentence: str, language: str) -> Iterator[Heard]:
    raw = words_of(sentence)
    said = words_of(speak(sentence, language))
    if len(raw) == len(said):
        yield from (Heard(word, (own,)) for word, own in zip(said, raw, strict=True))
        return
    for index, word in enumerate(said):
        yield Heard(word, raw if index == 0 else ())


_WORD = compiled(r"\w+")


def words_of(text: str) -> tuple[str, ...]:
    """Words without case, marks and accents.

    >>> words_of("Erdoğan's F-16.")
    ('erdogans', 'f', '16')
    """
    return tuple(map(letters_of, shown_words(text)))


def shown_words(text: str) -> tuple[str, ...]:
    """Words as they are written, without marks."""
    return tuple(_WORD.findall(_joined(text)))


def _joined(text: str) -> str:
    """Without the apostrophes inside words, which recognizers set as they like."""
    return re.sub(r"(?<=\w)['’](?=\w)", "", text)


def letters_of(word: str) -> str:
    """A word without case and accents.

    >>> letters_of("Erdoğan"), letters_of("ÉLYSÉE")
    ('erdogan', 'elysee')
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)) or word
