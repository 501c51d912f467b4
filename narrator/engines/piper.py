"""Piper voices: any voice file given by its path, and voices installed as packages named `…_piper_voice`."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from narrator.engines.base import Notation, is_installed, taught, with_version
from narrator.errors import EngineError
from narrator.model import Clip, Speech, Voice
from narrator.patterns import compiled

_PACES = {"joe": 0.88}
"""What share of its own pace makes a voice as fast as hibari's `heart`, measured on two news texts."""
_PACKAGE = compiled(r"(?:^|_)piper_voice(?:_|$)")


class Piper:
    name = "piper"
    package = "piper-tts"
    notation: Notation = "piper"
    in_process = False
    carries_over = False

    def version(self) -> str:
        return f"{with_version(self.package)} {_PACES}"

    def voices(self) -> Sequence[Voice]:
        return tuple(voice_of_file(path, name) for name, path in _packaged_voices().items())

    def say(self, speech: Speech) -> Clip:
        from piper import SynthesisConfig

        path = _packaged_voices().get(speech.voice) or Path(speech.voice)
        config = SynthesisConfig(
            length_scale=_length_scale(path) / (speech.rate * _PACES.get(_short_name(path), 1.0)),
            noise_scale=0.0,
            noise_w_scale=0.0,
            normalize_audio=False,
        )
        chunks = list(_model(path).synthesize(taught(speech, "[[{said}]]"), syn_config=config))
        if not chunks:
            raise EngineError(f"piper gave nothing for {speech.text!r}")
        return Clip(b"".join(chunk.audio_int16_bytes for chunk in chunks), chunks[0].sample_rate)


def voice_of_file(path: Path, name: str | None = None) -> Voice:
    """The voice of a Piper model `x.onnx` with its `x.onnx.json` beside it."""
    try:
        facts = json.loads(path.with_name(path.name + ".json").read_text("utf-8"))
        language = facts.get("language", {}).get("code") or facts.get("espeak", {}).get("voice") or "en"
    except OSError as error:
        raise EngineError(f"{path}: no Piper voice: {path.name}.json is not beside it") from error
    except (ValueError, AttributeError) as error:
        raise EngineError(f"{path}.json: not the description of a Piper voice") from error
    return Voice(Piper.name, name or str(path.resolve()), str(language).lower().replace("_", "-"))


@functools.cache
def _packaged_voices() -> dict[str, Path]:
    """Short name → model of every installed voice package: `en_US-joe-medium.onnx` is `joe`."""
    if not (is_installed("piper") and is_installed("onnxruntime")):
        return {}
    models = (path for folder in _voice_packages() for path in sorted(folder.rglob("*.onnx")))
    return {_short_name(path): path for path in models}


def _voice_packages() -> Iterator[Path]:
    """Folders of packages named as voices are; looking at names alone is thirty times faster than at modules."""
    for folder in map(Path, sys.path):
        for name in sorted(_names_in(folder)):
            if name.isidentifier() and _PACKAGE.search(name) and is_installed(name):
                yield folder / name


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - of many hundreds no path is needed
    except OSError:
        return []


def _short_name(path: Path) -> str:
    """
    >>> _short_name(Path("en_US-joe-medium.onnx")), _short_name(Path("mine.onnx"))
    ('joe', 'mine')
    """
    return [*path.stem.split("-"), path.stem][1]


@functools.cache
def _model(path: Path) -> Any:
    from piper import PiperVoice

    return PiperVoice.load(path)


def _length_scale(path: Path) -> float:
    return float(_model(path).config.length_scale or 1.0)
