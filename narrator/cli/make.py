"""narrator make: articles → episodes."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from narrator.cli.main import report, tell
from narrator.cli.options import (
    EPISODES,
    add_common,
    add_json,
    add_reading,
    add_voice,
    prove_sounds,
    prove_voices,
    setup,
    writable_folder,
)
from narrator.cli.progress import open_progress
from narrator.cli.sources import Failures, read_sources
from narrator.errors import SoundError, UsageError
from narrator.json_forms import as_line, episode_to_json
from narrator.settings import Settings

if TYPE_CHECKING:
    from narrator.engines.studio import Studio
    from narrator.pipeline import Made
    from narrator.proof import Proof
    from narrator.recognizer import Listen


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a text, Markdown, HTML or EPUB file, a folder, a URL, or -; or the JSON of segment or script",
    )
    parser.add_argument(
        "--out", type=Path, default=EPISODES, metavar="DIR", help="folder of the episodes (audio)"
    )
    parser.add_argument(
        "--jobs", type=_jobs, metavar="N", help="voices that speak at once; else as many as there are cores"
    )
    parser.add_argument(
        "--force", action="store_true", help="make also what is made already and has not changed"
    )
    parser.add_argument(
        "--proof",
        action="store_true",
        help="listen to each episode, and say once more what is not heard as written (extra proof)",
    )
    parser.add_argument(
        "--model",
        default="base",
        metavar="NAME",
        help="for --proof, of faster-whisper: a folder or a name (base)",
    )
    parser.add_argument("--published", type=_date, metavar="DATE", help="publication date, as in 2023-01-27")
    add_voice(parser)
    add_json(parser)
    add_reading(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    call, failures = setup(options), Failures(options)
    prove_voices(call.settings, options.language)
    prove_sounds(call.settings)
    out = writable_folder(options.out)
    listen = _listener(options)
    studio = _warm_studio(call.settings, options.language, options.jobs)
    from narrator import pipeline, shelf
    from narrator.cli.line import Line
    from narrator.workshop import open_workshop

    with contextlib.suppress(OSError):  # what another run removed meanwhile, or wrote as somebody else
        shelf.sweep(out)
    order = pipeline.Order(call.settings, shelf.Shelf(out), options.published, options.force, listen)
    with open_workshop(options.jobs, studio) as workshop, open_progress(options.quiet) as progress:
        line = Line(workshop, progress)
        articles = read_sources(options, call, line)
        for origin, outcome in line.fulfilled(articles, order):
            if made := failures.attempt(origin, outcome):
                _tell(made, options, failures)
    return 1 if failures.count else 0


def _tell(made: Made, options: argparse.Namespace, failures: Failures) -> None:
    print(_shown(made, options.json), flush=True)
    for note in (*made.gave_way, *(() if options.quiet else _notes(made))):
        tell(f"{made.episode.audio.name}: {note}")
    if made.heard and not made.heard.proof.is_clean():
        failures.count += 1
        report(_misheard(made.heard.proof))


def _warm_studio(settings: Settings, language: str | None, jobs: int | None) -> Studio:
    """Engines of which the likeliest voice loads already, while narrator does and the first article is read."""
    from narrator.engines import find_voice
    from narrator.engines.studio import Studio

    studio = Studio(jobs)
    with contextlib.suppress(UsageError):
        studio.warm_up(find_voice(settings.voices.default, language or "en"))
    return studio


def _listener(options: argparse.Namespace) -> Listen | None:
    """Loaded before anything is begun, so that a missing model costs no work."""
    if not options.proof:
        return None
    from narrator.recognizer import whisper

    return whisper(options.model)


def _notes(made: Made) -> Iterator[str]:
    yield from made.notes
    for text in made.heard.said_again if made.heard else ():
        yield f"said once more: {text}"


def _misheard(proof: Proof) -> SoundError:
    found = "; ".join(f"{finding.kind}: {finding.text}" for finding in proof.findings)
    rate = f"{proof.word_error_rate:.0%} of the words misheard"
    return SoundError(
        f"{proof.audio}: {'; '.join(filter(None, (rate, found)))}", "narrator proof shows where"
    )


def _shown(made: Made, as_json: bool) -> str:
    if not as_json:
        return str(made.episode.audio)
    files = {name: str(getattr(made.place, name)) for name in ("chapters", "transcript", "cover", "script")}
    form = episode_to_json(made.source, made.episode, files, made.reused_ms)
    return as_line(form | ({"proof": made.heard.to_json()} if made.heard else {}))


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of jobs: 1 or more")
    return int(text)


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2023-01-27") from None
