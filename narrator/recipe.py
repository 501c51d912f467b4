"""What an episode is made from, as a hash: unchanged inputs, settings and versions give unchanged bytes."""

from __future__ import annotations

import datetime as dt
import hashlib

import msgspec

from narrator.engines import engine_named, find_voice
from narrator.engines.base import with_version
from narrator.inserts import Inserts
from narrator.model import Script, Utterance
from narrator.settings import Settings

_MAKERS = ("narrator-podcast", "lameenc", "soxr", "numpy", "pydub", "mutagen", "Pillow")
"""Packages whose version may change the bytes of an episode."""


def recipe_of(script: Script, settings: Settings, inserts: Inserts, published: dt.datetime) -> str:
    """The hash of all that the files of an episode come from."""
    said = (script.title, script.language, script.cues, script.metadata, script.identity)
    wanted = (settings.show, settings.sound, settings.voices.rate, settings.publish.transcript)
    sounds = tuple(
        b"" if one is None else one.tobytes() for one in (inserts.intro, inserts.outro, inserts.between)
    )
    versions = (*_engines(script), *map(with_version, _MAKERS))
    content = msgspec.msgpack.encode((said, wanted, sounds, published, versions))
    return hashlib.sha256(content).hexdigest()


def _engines(script: Script) -> tuple[str, ...]:
    voices = dict.fromkeys(cue.voice for cue in script.cues if isinstance(cue, Utterance))
    engines = dict.fromkeys(find_voice(voice, script.language).engine for voice in voices)
    return tuple(engine_named(engine).version() for engine in engines)
