"""What work is done with: engines, what is kept of earlier runs, and the one executor of all parallel work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from narrator.cache import Cache
from narrator.engines.studio import Studio

_TURN_S = 0.0005
"""How long a thread may keep the interpreter's lock from another. At Python's own 5 ms, one that has encoded a piece
waits, and its core idles."""


@dataclass(frozen=True, slots=True)
class Workshop:
    studio: Studio
    cache: Cache
    executor: Executor


@contextmanager
def open_workshop(jobs: int | None = None, engines: Studio | None = None) -> Iterator[Workshop]:
    """A workshop for `jobs` pieces at once, as many as there are cores where not given.

    The pieces are made in threads: engines speak in processes of their own, and what encodes, resamples and
    measures lets go of the interpreter's lock.
    """
    with (
        _quick_turns(),
        engines or Studio() as studio,
        ThreadPoolExecutor(jobs or os.cpu_count() or 1) as executor,
    ):
        try:
            cache = Cache()
            yield Workshop(studio, cache, executor)
            cache.tidy()
        except BaseException:
            studio.close()
            executor.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _quick_turns() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
