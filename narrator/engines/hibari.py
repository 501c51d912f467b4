"""The neural voice of the `neural` extra: hibari, English, with its weights in the wheel.

Its normalizer and its sentence splitter are passed by: both have been seen to change words. Text arrives prepared,
one sentence a call.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from narrator.engines.base import Notation, is_installed, taught, with_version
from narrator.errors import EngineError
from narrator.model import Clip, Speech, Voice, WordTime

_MAX_PHONEMES = 400
"""hibari's model hears no more at once."""

_ENDS = tuple(".,;:!?…—")
_CLOSING = " \"'”’)]»"

_DURATIONS = b"/Cast_32_output_0"
"""The tensor of hibari 0.2.1's graph that holds the length of every phoneme, in frames."""
_FRAME_SAMPLES = 600
_EARLY_SAMPLES = 720
"""Speech is heard about 30 ms before the end of the opening mark, measured over sentences of many beginnings."""


class Hibari:
    name = "hibari"
    package = "hibari-tts"
    notation: Notation = "misaki"
    in_process = False
    carries_over = False

    def version(self) -> str:
        return with_version(self.package)

    def voices(self) -> Sequence[Voice]:
        return tuple(
            Voice(self.name, name, facts["language"].lower(), facts["gender"])
            for name, facts in _known_voices().items()
            if facts.get("bundled")
        )

    def say(self, speech: Speech) -> Clip:
        import numpy as np

        model = _model(speech.voice)
        phonemes, starts = _phonemes(model, speech)
        if len(phonemes) > _MAX_PHONEMES:
            raise EngineError(f"{len(phonemes)} phonemes in one breath, {_MAX_PHONEMES} at most")
        samples = model.from_phonemes(phonemes, speed=speech.rate, seed=speech.seed)
        pcm = (np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()
        return Clip(pcm, model.sample_rate, tuple(_word_times(model, phonemes, starts)))


@functools.cache
def _known_voices() -> dict[str, Any]:
    """The registry that ships with hibari, read without importing it: listing voices must not load a model."""
    spec = importlib.util.find_spec("hibari") if is_installed("hibari") else None
    if spec is None or spec.origin is None or not is_installed("onnxruntime"):
        return {}
    registry = Path(spec.origin).parent / "assets" / "voices.json"
    found: dict[str, Any] = json.loads(registry.read_text("utf-8"))
    return found


@functools.cache
def _model(voice: str) -> Any:
    """The loaded voice; its graph also tells how long each phoneme lasts where it is the graph that is known."""
    from hibari import Hibari as Model
    from hibari.voices import voice_path

    graph = Path(voice_path(voice, download_missing=False)).read_bytes()
    with _without_arena():
        if _DURATIONS not in graph:
            return Model(voice=voice, threads=1)
        model = Model(voice=voice, model=graph + _as_output(_DURATIONS), threads=1)
    model.sess = _WithDurations(model.sess)
    return model


@contextmanager
def _without_arena() -> Iterator[None]:
    """Sessions opened meanwhile give memory back: an arena keeps the most that any sentence took, in each process,
    and makes nothing quicker. hibari takes no options for its session.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions

    def lean() -> Any:
        chosen = options()
        chosen.enable_cpu_mem_arena = False
        return chosen

    onnxruntime.SessionOptions = lean
    try:
        yield
    finally:
        onnxruntime.SessionOptions = options


class _WithDurations:
    """hibari's session with one output more, which is kept aside."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self.frames: Any = ()

    def run(self, names: Any, inputs: Any) -> Any:
        *outputs, durations = self._session.run(names, inputs)
        self.frames = durations.ravel()
        return outputs


def _as_output(tensor: bytes) -> bytes:
    """ONNX that names an inner tensor as an output of the graph: protobuf merges what is concatenated.

    ModelProto.graph = 7, GraphProto.output = 12, ValueInfoProto.name = 1 (onnx.proto).
    """
    return _field(7, _field(12, _field(1, tensor)))


def _field(number: int, content: bytes) -> bytes:
    assert len(content) < 128
    return bytes([number << 3 | 2, len(content)]) + content


def _phonemes(model: Any, speech: Speech) -> tuple[str, list[tuple[int, int, int, int]]]:
    """The phonemes of a speech, and for each word where it stands in text and phonemes: start, end, start, end."""
    phonemes, words, position = "", [], 0
    for token in model.g2p.phonemize_tokens(model.g2p.tokenize(taught(speech, "[{word}](/{said}/)"))):
        start = speech.text.find(token.text, position)
        position = max(position, start + len(token.text))
        said = token.phonemes or ""
        if start >= 0 and said and re.search(r"\w", token.text):
            words.append((start, start + len(token.text), len(phonemes), len(phonemes) + len(said)))
        phonemes += said + (" " if token.whitespace else "")
    return _with_an_end(phonemes.rstrip(), speech.text), words


def _with_an_end(phonemes: str, text: str) -> str:
    """hibari swallows the stop after "F.B.I."; without a mark at its end speech breaks off."""
    if phonemes[-1:] in _ENDS:
        return phonemes
    return f"{phonemes}{'.' if text.rstrip(_CLOSING)[-1:] == '.' else ','}"


def _word_times(model: Any, phonemes: str, words: Iterable[tuple[int, int, int, int]]) -> Iterator[WordTime]:
    """Exact times from the durations the model gave its phonemes; nothing where it is not the graph that is known."""
    if not isinstance(model.sess, _WithDurations):
        return
    known = [index for index, phoneme in enumerate(phonemes) if phoneme in model.vocab]
    ends = (model.sess.frames.cumsum() * _FRAME_SAMPLES - _EARLY_SAMPLES).clip(min=0).tolist()
    begins = {index: ends[place] for place, index in enumerate(known)}
    lasts = {index: ends[place + 1] for place, index in enumerate(known)}
    for start, end, first, last in words:
        heard = [index for index in range(first, last) if index in begins]
        if heard:
            yield WordTime(start, end, begins[heard[0]], lasts[heard[-1]])
