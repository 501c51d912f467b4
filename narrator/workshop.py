"""What work is done with: engines, what is kept of earlier runs, and the one executor of all parallel work."""

from __future__ import annotations

import ctypes
import itertools
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from narrator.cache import Cache
from narrator.engines.studio import Studio

_TURN_S = 0.0005
"""How long a thread may keep the interpreter's lock from another. At Python's own 5 ms, one that has encoded a piece
waits, and its core idles."""
_IN_FLIGHT = 8
_M_ARENA_MAX = -8
"""glibc's malloc.h."""

_T = TypeVar("_T")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Workshop:
    studio: Studio
    cache: Cache
    executor: Executor
    desks: Executor
    """Threads of those who wait for pieces, an article each, so that pieces always find one in `executor`."""
    jobs: int = 1
    """How many may speak at once."""
    _under_way: set[Future[Any]] = field(default_factory=set, repr=False)

    def for_one_article(self) -> Workshop:
        """The same workshop, where what fails puts an end to no other article's work."""
        return replace(self, _under_way=set())

    def in_order(self, work: Callable[[_T], _R], items: Iterable[_T]) -> Iterator[_R]:
        """The results of `work` on each item, in order, a bounded number of them ahead of the reader."""
        todo = iter(items)
        waiting = deque(self._begin(work, item) for item in itertools.islice(todo, _IN_FLIGHT))
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(self._begin(work, item) for item in itertools.islice(todo, 1))

    @contextmanager
    def settled(self) -> Iterator[None]:
        """A block that an error leaves only when no work is under way any longer, so that nothing is written to
        what is being removed. Who interrupts does not wait for what is being said.
        """
        try:
            yield
        except BaseException as error:
            if not isinstance(error, Exception):
                self.studio.close()
            wait([future for future in tuple(self._under_way) if not future.cancel()])
            raise

    def _begin(self, work: Callable[[_T], _R], item: _T) -> Future[_R]:
        future = self.executor.submit(work, item)
        self._under_way.add(future)
        future.add_done_callback(self._under_way.discard)
        return future


@contextmanager
def open_workshop(jobs: int | None = None, engines: Studio | None = None) -> Iterator[Workshop]:
    """A workshop where `jobs` engines speak at once, as many as there are cores where not given.

    Pieces are made in threads: engines speak in processes of their own, and what encodes, resamples and measures
    lets go of the interpreter's lock. There is a thread more than engines, so that no core idles while one waits.
    """
    jobs = jobs or os.cpu_count() or 1
    _share_one_heap()
    with (
        _quick_turns(),
        engines or Studio(jobs) as studio,
        ThreadPoolExecutor(jobs + 1) as executor,
        ThreadPoolExecutor(jobs) as desks,
    ):
        try:
            cache = Cache()
            yield Workshop(studio, cache, executor, desks, jobs)
            cache.tidy()
        except BaseException:
            studio.close()
            for threads in (desks, executor):
                threads.shutdown(wait=False, cancel_futures=True)
            raise


def _share_one_heap() -> None:
    """glibc gives threads heaps of their own, and what one has freed no other can use: memory grows with the hours."""
    if sys.platform == "linux":
        with suppress(AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


@contextmanager
def _quick_turns() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
