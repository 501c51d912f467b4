"""One engine in a process of its own: reads speeches from standard input, answers clips on standard output.

Run as `python -m narrator.engines.child ENGINE`. Messages are MessagePack. The first answer, before any speech, says
that the process is ready.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

import msgspec

from narrator.engines import engine_named
from narrator.engines.messages import read_message, write_message
from narrator.errors import NarratorError
from narrator.model import Clip, Speech


class Reply(msgspec.Struct, frozen=True):
    clip: Clip | None = None
    error: str | None = None
    tip: str | None = None


def main(engine_name: str) -> None:
    """Serve until standard input ends. What the engine prints goes nowhere: the answers have the only way out."""
    answers = _take_standard_output()
    engine = engine_named(engine_name)
    _answer(answers, Reply())
    while (data := read_message(sys.stdin.buffer)) is not None:
        speech = msgspec.msgpack.decode(data, type=Speech)
        try:
            reply = Reply(clip=engine.say(speech))
        except NarratorError as error:
            reply = Reply(error=error.message, tip=error.tip)
        except Exception as error:  # noqa: BLE001 - an engine may raise anything; the parent names the sentence
            reply = Reply(error=f"{type(error).__name__}: {error}")
        _answer(answers, reply)


def _answer(answers: BinaryIO, reply: Reply) -> None:
    write_message(answers, msgspec.msgpack.encode(reply))


def _take_standard_output() -> BinaryIO:
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    if "NARRATOR_DEBUG" not in os.environ:
        os.dup2(nowhere, 2)
    return answers


if __name__ == "__main__":
    main(sys.argv[1])
