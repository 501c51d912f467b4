"""narrator voices: the voices that can be used now."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from narrator.cli.options import add_common, add_json, setup
from narrator.errors import EngineError


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", metavar="CODE", help="only those that speak it")
    add_json(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    from narrator.engines import list_voices, main_language

    setup(options)
    main = main_language((options.language or "").lower())
    found = [voice for voice in list_voices() if not main or voice.language.partition("-")[0] == main]
    if not found:
        raise EngineError(f"no installed voice speaks {main!r}")
    for voice in found:
        shown = json.dumps(asdict(voice)) if options.json else f"{voice!s:24} {voice.language:10} {voice.sex}"
        print(shown)
    return 0
