"""The parent's end of an engine in a child process: a time limit for each speech, and a clear error when it dies."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from typing import IO

import msgspec

from narrator.engines.child import Reply
from narrator.engines.messages import read_message, write_message
from narrator.errors import EngineDiedError, EngineError
from narrator.library_environment import LIBRARY_ENVIRONMENT
from narrator.model import Clip, Speech

if sys.platform == "linux":
    import fcntl

_START_LIMIT_S = 120.0
SAY_LIMIT_S = 20.0
_SAY_LIMIT_S_PER_LETTER = 0.1
_PIPE_BYTES = 1 << 20
"""Room for a long sentence, so that the engine need not wait until it is fetched."""


class EngineProcess:
    """A running engine. After an `EngineError` from a crash or a hang it is dead and `alive` is False.

    It says `first` to itself before anything it is asked, so that it loads while other work is done.
    """

    def __init__(self, engine: str, say_limit_s: float = SAY_LIMIT_S, first: Speech | None = None) -> None:
        self._engine = engine
        self._say_limit_s = say_limit_s
        self._unread = 1
        self.said: Speech | None = None
        """The last speech it was asked for."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "narrator.engines.child", engine],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **LIBRARY_ENVIRONMENT},
            start_new_session=os.name == "posix",
        )
        _widen(self._process.stdout)
        if first:
            self._send(first)
            self._unread += 1

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def say(self, speech: Speech) -> Clip:
        """The speech as sound; raises `EngineError` when the engine reports one, dies or takes too long."""
        while self._unread:
            self._receive(_START_LIMIT_S)
            self._unread -= 1
        self.said = speech
        self._send(speech)
        reply = self._receive(self._say_limit_s + len(speech.text) * _SAY_LIMIT_S_PER_LETTER)
        if reply.clip is None:
            raise EngineError(f"engine {self._engine}: {reply.error}", reply.tip)
        return reply.clip

    def close(self) -> None:
        """End the process at once; a speech under way in another thread fails with `EngineError`."""
        self._kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with contextlib.suppress(OSError):  # what a dead process was not told is lost already
                    stream.close()

    def _send(self, speech: Speech) -> None:
        assert self._process.stdin
        try:
            write_message(self._process.stdin, msgspec.msgpack.encode(speech))  # type: ignore[arg-type]
        except (OSError, ValueError) as error:
            raise self._death() from error

    def _receive(self, limit_s: float) -> Reply:
        assert self._process.stdout
        late = threading.Event()
        timer = threading.Timer(limit_s, self._kill_late, [late])
        timer.start()
        try:
            data = read_message(self._process.stdout)  # type: ignore[arg-type]
        except (OSError, ValueError):
            data = None
        finally:
            timer.cancel()
        if data is not None:
            return msgspec.msgpack.decode(data, type=Reply)
        if late.is_set():
            raise EngineError(f"engine {self._engine} did not answer in {limit_s:.0f} s")
        raise self._death()

    def _kill_late(self, late: threading.Event) -> None:
        late.set()
        self._kill()

    def _kill(self) -> None:
        """The process and what it forked, where the system has process groups."""
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()

    def _death(self) -> EngineDiedError:
        code = self._process.wait()
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return EngineDiedError(f"engine {self._engine} stopped unexpectedly ({how})")


def _widen(pipe: IO[bytes] | None) -> None:
    """Only Linux can, and it may refuse."""
    if pipe and sys.platform == "linux":
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
