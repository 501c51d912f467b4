"""narrator say: one utterance, to hear a voice or a name."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from narrator.cli.options import add_common, add_voice, language_code, prove_voices, setup, writable_folder
from narrator.errors import UsageError


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", type=_text, help="what is said")
    parser.add_argument(
        "--language", type=language_code, metavar="CODE", default="en", help="its language (en)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", default=Path("say.wav"), help="a .wav or .mp3 (say.wav)"
    )
    add_voice(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    if options.out.suffix.lower() not in (".wav", ".mp3"):
        raise UsageError(f"--out {str(options.out)!r}: neither .wav nor .mp3")
    settings = setup(options).settings
    prove_voices(settings)
    writable_folder(options.out.parent)
    from narrator.audition import say
    from narrator.script import notes_on

    script = say(options.text, options.language, settings, options.out)
    print(options.out)
    for note in () if options.quiet else notes_on(script):
        print(note, file=sys.stderr)
    return 0


def _text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError(f"{text!r} is not UTF-8") from None
    return text
