"""narrator script: what will be said."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from narrator.cli.options import Setup, add_common, add_json, add_reading, add_voice, setup
from narrator.cli.sources import Failures, read_sources
from narrator.json_forms import as_line, script_to_json
from narrator.model import Article, Mark, Pause, Script


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="as for make; also the JSON of segment")
    add_voice(parser)
    add_json(parser)
    add_reading(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    call, failures = setup(options), Failures(options)
    for article in read_sources(options, call, failures):
        script = failures.attempt(article.source, script_of, article, call)
        if script and options.json:
            print(as_line(script_to_json(script)), flush=True)
        elif script:
            print("\n".join(_shown(script)), flush=True)
    return 1 if failures.count else 0


def script_of(article: Article | Script, call: Setup) -> Script:
    from narrator.script import lexicon_of, write_script

    if isinstance(article, Script):
        return article
    voices, pacing = call.settings.voices, call.settings.pacing
    return write_script(article, voices, pacing, lexicon_of(voices))


def _shown(script: Script) -> Iterator[str]:
    """One cue a line; the written form only where it is not what is said."""
    for cue in script.cues:
        match cue:
            case Mark():
                yield f"\n# {cue.title}"
            case Pause():
                yield f"    … {cue.ms} ms"
            case _:
                yield f"{cue.voice}: {cue.spoken}"
                if cue.spoken.rstrip(".") != cue.text.rstrip("."):
                    yield f"    written: {cue.text}"
