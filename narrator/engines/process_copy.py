"""A fork of this process that answers requests, in the state this one had when it was made."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from typing import NoReturn

from narrator.engines.messages import read_message, write_message
from narrator.errors import EngineError


class ProcessCopy:
    """Answers with what `serve` makes of a request; it may crash without harm to this process.

    Every page of memory that a fork writes to costs time: it is to do little, and is worth keeping.
    """

    def __init__(self, name: str, serve: Callable[[bytes], bytes]) -> None:
        self._name = name
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(ours_out)
            os.close(ours_in)
            _serve_and_leave(serve, theirs_in, theirs_out)
        os.close(theirs_in)
        os.close(theirs_out)
        self._requests, self._answers = os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb")

    def ask(self, request: bytes) -> bytes:
        """The answer; raises `EngineError` where the copy dies over it."""
        try:
            write_message(self._requests, request)
            answer = read_message(self._answers)
        except OSError:
            answer = None
        if answer is None:
            raise EngineError(f"{self._name} died (wait status {self.close()})")
        return answer

    def close(self) -> int:
        """Ends the copy once it has answered; its wait status."""
        with contextlib.suppress(OSError):  # what a dead process was not told is lost already
            self._requests.close()
        self._answers.close()
        return os.waitpid(self._pid, 0)[1]


def _serve_and_leave(serve: Callable[[bytes], bytes], requests: int, answers: int) -> NoReturn:
    try:
        with os.fdopen(requests, "rb") as asked, os.fdopen(answers, "wb") as answered:
            while (request := read_message(asked)) is not None:
                write_message(answered, serve(request))
    finally:
        os._exit(0)
