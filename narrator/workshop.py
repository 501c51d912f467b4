"""What work is done with: engines, what is kept of earlier runs, and the one executor of all parallel work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from narrator.cache import Cache
from narrator.engines.studio import Studio


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
    with engines or Studio() as studio, ThreadPoolExecutor(jobs or os.cpu_count() or 1) as executor:
        try:
            cache = Cache()
            yield Workshop(studio, cache, executor)
            cache.tidy()
        except BaseException:
            studio.close()
            executor.shutdown(wait=False, cancel_futures=True)
            raise
