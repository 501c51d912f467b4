"""Engines at work: loaded once, kept in child processes of their own, replaced when they die."""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from narrator.engines import engine_named
from narrator.engines.base import Engine
from narrator.engines.process import SAY_LIMIT_S, EngineProcess
from narrator.errors import EngineDiedError, EngineError, NarratorError
from narrator.model import Clip, Speech, Voice

_WORTH_LETTERS = 3000
"""What a process more must have to say, so that it gives more time than it takes to load."""
_WARMING = "Ready."


class Studio:
    """Speaks for any number of threads: each borrows an idle process of the engine, or starts one.

    Leaving the studio, as a context manager, ends every process at once, also those that are speaking.
    """

    def __init__(self, seats: int | None = None, say_limit_s: float = SAY_LIMIT_S) -> None:
        self._most_seats = seats or os.cpu_count() or 1
        self._seats_taken = 0
        self._say_limit_s = say_limit_s
        self._changed = threading.Condition()
        self._idle: defaultdict[str, list[EngineProcess]] = defaultdict(list)
        self._running: dict[EngineProcess, str] = {}
        self._expected_letters = 0
        self._open = True

    def __enter__(self) -> Studio:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def say(self, voice: Voice, speech: Speech) -> Clip:
        """The speech as sound; raises `EngineError` whatever went wrong in the engine.

        A process that dies is given a second chance by another: it may have been ended from outside.
        """
        engine = engine_named(voice.engine)
        if engine.in_process:
            return _said_here(engine, speech)
        try:
            return self._said_by_process(voice.engine, speech)
        except EngineDiedError:
            return self._said_by_process(voice.engine, speech)

    def _said_by_process(self, engine: str, speech: Speech) -> Clip:
        process = self._borrow(engine, speech.after)
        try:
            return process.say(speech)
        finally:
            self._give_back(engine, process)

    @contextmanager
    def seat(self) -> Iterator[None]:
        """For one who has a whole piece said; waits until one is free.

        There are as many as what is expected to be said is worth processes of an engine.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._open or self._seats_taken < self._seats())
            self._seats_taken += 1
        try:
            yield
        finally:
            with self._changed:
                self._seats_taken -= 1
                self._changed.notify_all()

    def _seats(self) -> int:
        return min(self._most_seats, 1 + self._expected_letters // _WORTH_LETTERS)

    def expect(self, letters: int) -> None:
        """Told how much more is going to be said."""
        with self._changed:
            self._expected_letters += letters
            self._changed.notify_all()

    def warm_up(self, voice: Voice) -> None:
        """Have the voice loaded while other work is done."""
        if engine_named(voice.engine).in_process:
            return
        with self._changed:
            if self._open and voice.engine not in self._running.values():
                self._idle[voice.engine].append(self._started(voice.engine, Speech(_WARMING, voice.name)))

    def close(self) -> None:
        with self._changed:
            self._open = False
            running, self._running = self._running, {}
            self._changed.notify_all()
        for process in running:
            process.close()

    def _borrow(self, engine: str, after: Speech | None) -> EngineProcess:
        """One that has just said what the next speech comes after, if it is idle."""
        with self._changed:
            if not self._open:
                raise EngineError("interrupted")
            self._bury_the_dead(engine)
            idle = self._idle[engine]
            chosen = next((process for process in idle if process.said == after), idle[-1] if idle else None)
            if chosen is None:
                return self._started(engine)
            idle.remove(chosen)
            return chosen

    def _bury_the_dead(self, engine: str) -> None:
        """One that died while it was idle, as of its first word, is not to fail what is said next."""
        for process in [process for process in self._idle[engine] if not process.alive]:
            self._idle[engine].remove(process)
            self._running.pop(process)
            process.close()

    def _started(self, engine: str, first: Speech | None = None) -> EngineProcess:
        process = EngineProcess(engine, self._say_limit_s, first)
        self._running[process] = engine
        return process

    def _give_back(self, engine: str, process: EngineProcess) -> None:
        with self._changed:
            if not self._open:
                return
            if process.alive:
                self._idle[engine].append(process)
            else:
                del self._running[process]
        if not process.alive:
            process.close()


def _said_here(engine: Engine, speech: Speech) -> Clip:
    try:
        return engine.say(speech)
    except NarratorError:
        raise
    except Exception as error:
        raise EngineError(f"engine {engine.name}: {type(error).__name__}: {error}") from error
