"""narrator script: what will be said."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from narrator.cli.options import Setup, add_common, add_json, add_reading, add_voice, prove_voices, setup
from narrator.cli.sources import Failures, read_sources
from narrator.json_forms import as_line, script_to_json
from narrator.model import Mark, Pause, Script, Utterance


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="as for make; also the JSON of segment")
    parser.add_argument("--names", action="store_true", help="only the words that the voice must guess")
    add_voice(parser)
    add_json(parser)
    add_reading(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    call, failures = setup(options), Failures(options)
    prove_voices(call.settings)
    from narrator.script import notes_on, script_of

    voices, pacing = call.settings.voices, call.settings.pacing
    for origin, article in read_sources(options, call, failures):
        script = failures.attempt(origin, script_of, article, voices, pacing)
        if script:
            form = _guesses(script, call, options) if options.names else _form(script, options)
            print(form, end="\n" if form else "", flush=True)
            for note in () if options.quiet else notes_on(script):
                print(f"{script.source}: {note}", file=sys.stderr)
    return 1 if failures.count else 0


def _form(script: Script, options: argparse.Namespace) -> str:
    return as_line(script_to_json(script)) if options.json else "\n".join(_shown(script))


def _guesses(script: Script, call: Setup, options: argparse.Namespace) -> str:
    """How often, and the word; the most frequent first."""
    from narrator.script import lexicon_of
    from narrator.spoken.guesses import guessed_words

    spoken = (cue.spoken for cue in script.cues if isinstance(cue, Utterance))
    guesses = guessed_words(spoken, script.language, lexicon_of(call.settings.voices)).most_common()
    if options.json:
        names = [{"word": word, "count": count} for word, count in guesses]
        return as_line({"source": script.source, "language": script.language, "names": names})
    return "\n".join(f"{count:4} {word}" for word, count in guesses)


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
