"""The neural voice of the `neural` extra: hibari, English, with its weights in the wheel.

Its normalizer and its sentence splitter are passed by: both have been seen to change words. Text arrives prepared,
one sentence a call.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import re
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from narrator.engines.base import Notation
from narrator.errors import EngineError
from narrator.model import Clip, Speech, Voice

_MAX_PHONEMES = 400
"""hibari's model hears no more at once."""


class Hibari:
    name = "hibari"
    notation: Notation = "misaki"
    in_process = False

    def version(self) -> str:
        try:
            return f"hibari-tts {version('hibari-tts')}"
        except PackageNotFoundError:
            return "hibari-tts"

    def voices(self) -> Sequence[Voice]:
        return tuple(
            Voice(self.name, name, facts["language"].lower(), facts["gender"])
            for name, facts in _known_voices().items()
            if facts.get("bundled")
        )

    def say(self, speech: Speech) -> Clip:
        import numpy as np

        model = _model(speech.voice)
        phonemes = model.g2p(_in_misaki(speech), normalize_text=False)
        if len(phonemes) > _MAX_PHONEMES:
            raise EngineError(f"{len(phonemes)} phonemes in one breath, {_MAX_PHONEMES} at most")
        samples = model.from_phonemes(phonemes, speed=speech.rate, seed=speech.seed)
        pcm = (np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2")
        return Clip(pcm.tobytes(), model.sample_rate)


@functools.cache
def _known_voices() -> dict[str, Any]:
    """The registry that ships with hibari, read without importing it: listing voices must not load a model."""
    spec = importlib.util.find_spec("hibari")
    if spec is None or spec.origin is None or importlib.util.find_spec("onnxruntime") is None:
        return {}
    registry = Path(spec.origin).parent / "assets" / "voices.json"
    found: dict[str, Any] = json.loads(registry.read_text("utf-8"))
    return found


@functools.cache
def _model(voice: str) -> Any:
    from hibari import Hibari as Model

    return Model(voice=voice, threads=1)


def _in_misaki(speech: Speech) -> str:
    """The text with each pronunciation in hibari's inline form, a possessive inside its brackets."""
    text = speech.text
    for said in speech.pronunciations:
        text = re.sub(rf"\b{re.escape(said.word)}\b", lambda m, ipa=said.ipa: f"[{m[0]}](/{ipa}/)", text)
    return text
