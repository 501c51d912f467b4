"""narrator proof: listens to finished episodes and names what was lost, doubled or misread."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from narrator.cli.main import report, trace
from narrator.cli.options import add_common, add_json, setup
from narrator.errors import NarratorError, SourceError
from narrator.json_forms import as_line
from narrator.proof import Proof, prove
from narrator.recognizer import hear
from narrator.shelf import Place

NOT_UNDERSTOOD = (
    "the recognizer understood less than half, so that its findings say little of the voice; "
    "a larger model may know it better (--model small)"
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "episodes", nargs="+", type=Path, metavar="EPISODE", help="an MP3, its script beside it"
    )
    parser.add_argument(
        "--model",
        default="base",
        metavar="NAME",
        help="of faster-whisper: a folder, or a name that is downloaded once (base)",
    )
    parser.add_argument(
        "--threshold",
        type=_percent,
        default=10.0,
        metavar="PERCENT",
        help="words misheard that are too many (10)",
    )
    add_json(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    setup(options)
    clean = [_is_clean(episode, options) for episode in options.episodes]
    return 0 if all(clean) else 1


def _is_clean(episode: Path, options: argparse.Namespace) -> bool:
    try:
        proof = _proof_of(episode, options.model)
    except NarratorError as error:
        if error.exit_code != 1:
            raise
        trace(options.debug)
        report(error)
        if options.json:
            print(as_line({"audio": str(episode), "error": error.message}), flush=True)
        return False
    print(as_line(proof.to_json()) if options.json else "\n".join(_shown(proof)), flush=True)
    if not proof.is_understood:
        print(f"{proof.audio}: {NOT_UNDERSTOOD}", file=sys.stderr)
    return proof.is_clean(options.threshold / 100)


def _proof_of(episode: Path, model: str) -> Proof:
    if not episode.is_file():
        raise SourceError(f"{episode}: no such file")
    return prove(episode, Place(episode).script, partial(hear, model))


def _shown(proof: Proof) -> Iterator[str]:
    rate = f"{proof.word_error_rate:.1%}"
    yield f"{proof.audio}: {rate} of {proof.words} words misheard, {len(proof.findings)} sentences to hear again"
    for finding in proof.findings:
        yield f"{_clock(finding.start_ms)} {finding.kind}: {finding.text}"
        if finding.kind == "misread":
            yield f"      heard: {finding.heard}"
    for one in proof.candidates:
        yield f"{_clock(one.start_ms)} name: {one.word}, heard {', '.join(one.heard)} ({one.count}×)"


def _clock(ms: int) -> str:
    """
    >>> _clock(125_300)
    '02:05'
    """
    return f"{ms // 60_000:02d}:{ms // 1000 % 60:02d}"


def _percent(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no percentage: 0 to 100")
    return number
