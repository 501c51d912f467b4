"""Engines at work: loaded once, kept in child processes of their own, replaced when they die."""

from __future__ import annotations

import threading
from collections import defaultdict
from types import TracebackType

from narrator.engines import engine_named
from narrator.engines.base import Engine
from narrator.engines.process import EngineProcess
from narrator.errors import EngineError, NarratorError
from narrator.model import Clip, Speech, Voice


class Studio:
    """Speaks for any number of threads: each borrows an idle process of the engine, or starts one.

    Leaving it, as a context manager, ends every process at once, also those that are speaking.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: defaultdict[str, list[EngineProcess]] = defaultdict(list)
        self._running: set[EngineProcess] = set()
        self._open = True

    def __enter__(self) -> Studio:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def say(self, voice: Voice, speech: Speech) -> Clip:
        """The speech as sound; raises `EngineError` whatever went wrong in the engine."""
        engine = engine_named(voice.engine)
        if engine.in_process:
            return _said_here(engine, speech)
        process = self._borrow(voice.engine)
        try:
            return process.say(speech)
        finally:
            self._give_back(voice.engine, process)

    def warm_up(self, voice: Voice) -> None:
        """Start a process of the voice's engine, so that it loads while other work is done."""
        if not engine_named(voice.engine).in_process:
            self._give_back(voice.engine, self._borrow(voice.engine))

    def close(self) -> None:
        with self._lock:
            self._open = False
            running, self._running = self._running, set()
        for process in running:
            process.close()

    def _borrow(self, engine: str) -> EngineProcess:
        with self._lock:
            if not self._open:
                raise EngineError("interrupted")
            if self._idle[engine]:
                return self._idle[engine].pop()
            process = EngineProcess(engine)
            self._running.add(process)
            return process

    def _give_back(self, engine: str, process: EngineProcess) -> None:
        with self._lock:
            if not self._open:
                return
            if process.alive:
                self._idle[engine].append(process)
                return
            self._running.discard(process)
        process.close()


def _said_here(engine: Engine, speech: Speech) -> Clip:
    try:
        return engine.say(speech)
    except NarratorError:
        raise
    except Exception as error:
        raise EngineError(f"engine {engine.name}: {type(error).__name__}: {error}") from error
