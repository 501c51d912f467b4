"""Work on many files, spread over the machine's cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_MOST = 8
"""Processes; each holds some ten megabytes, and disks are the limit soon."""


def refuse_while_starting() -> None:
    """Raises `RuntimeError` in a process that only runs the script it was started from once more.

    That happens to a script without a guard for `__main__`. Such a process has to end at once: waiting for a
    lock, it would wait for the process that waits for it.
    """
    from multiprocessing import current_process

    if getattr(current_process(), "_inheriting", False):
        raise RuntimeError(
            "narrator was called while a process starts: guard the call by __name__ == '__main__'"
        )


def in_processes(
    do: Callable[[_Item], _Result], items: Sequence[_Item], *, worth_it: bool, at_once: int = 1
) -> Iterator[_Result]:
    """What `do` gives for each item, in their order.

    In several processes where that is `worth_it` and possible: a script without a guard for `__main__` cannot
    start any. The rest, or all, is done in this one. `at_once` items go to a process together.
    """
    done = 0
    if worth_it:
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        workers = min(_MOST, os.cpu_count() or 1)
        with suppress(BrokenProcessPool), ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            for done, result in enumerate(pool.map(do, items, chunksize=at_once), 1):  # noqa: B007
                yield result
    yield from map(do, items[done:])
