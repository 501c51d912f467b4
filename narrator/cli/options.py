"""Options that several commands share, and the settings they amount to."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import UsageError
from narrator.settings import Publish, Settings, find_settings_file, read_settings

EPISODES = Path("audio")
"""Where episodes lie, unless the call says otherwise."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings of a call, and the folder that relative paths and identities start from."""

    settings: Settings
    root: Path
    file: Path | None = None
    """The configuration file, where there is one."""


def add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings; else the nearest narrator.toml upwards"
    )
    parser.add_argument("--quiet", action="store_true", help="no progress and no messages but errors")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line, one an article")


def add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        type=language_code,
        metavar="CODE",
        help="the article's language, as in en or pt-br; else detected",
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="open addresses of this machine and its network"
    )


def add_voice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--voice",
        metavar="NAME",
        help="auto, system, an engine, a voice, engine:voice, or a Piper voice file",
    )


def setup(options: argparse.Namespace) -> Setup:
    """Settings of the configuration file, overruled by the call; raises `SettingsError` or `UsageError`."""
    if options.debug:
        os.environ["NARRATOR_DEBUG"] = "1"
    path = options.config or find_settings_file(Path.cwd())
    settings = read_settings(path) if path else Settings()
    if voice := getattr(options, "voice", None):
        settings = settings.with_voice(voice)
    return Setup(settings, (path.parent if path else Path.cwd()).resolve(), path)


def language_code(text: str) -> str:
    """As an option takes it; raises `ArgumentTypeError` for what is none."""
    from narrator.feed.forms import LANGUAGE

    if not LANGUAGE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no code of a language, like en or pt-br")
    return text.lower()


def prove_voices(settings: Settings, language: str | None = None) -> None:
    """Raises `UsageError` for a voice or a lexicon that is not there, before anything is begun.

    Where the language is known, so does a voice that cannot be had in it.
    """
    from narrator.engines import find_voice, prove_voice
    from narrator.script import lexicon_of

    voices = settings.voices
    lexicon_of(voices)
    own = filter(None, (voices.headline, voices.body, voices.context, voices.quote))
    for name in (voices.default, *own):
        prove_voice(name)
        if language:
            find_voice(name, language)


def prove_sounds(settings: Settings) -> None:
    """Raises `SettingsError` for an intro, outro or sound between that cannot be used."""
    if settings.sound.intro or settings.sound.outro or settings.sound.between:
        from narrator.inserts import read_inserts
        from narrator.mp3.frames import RATE_HZ

        read_inserts(settings.sound, RATE_HZ)


def writable_folder(path: Path) -> Path:
    """The folder, made where it was missing; raises `UsageError` where nothing can be written into it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = path / f".narrator-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise UsageError(
            f"--out {str(path)!r}: {error.strerror or error}", "name a folder you may write to"
        ) from error
    return path


def with_templates(call: Setup) -> Publish:
    """The group of settings, its folder of templates found beside narrator.toml."""
    import msgspec

    publish = call.settings.publish
    if not publish.templates:
        return publish
    templates = call.root / publish.templates
    if not templates.is_dir():
        raise UsageError(f"[publish] templates: no folder {str(templates)!r}")
    return msgspec.structs.replace(publish, templates=str(templates))
