"""Where the pieces of a recording lie meanwhile: a folder that goes with its session, and at the latest with the next.

An hour of samples is 300 MB, and a run that was killed leaves them. Its folder is known by its lock, which the
system lets go of when a process ends, however it ends.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX = "narrator-"
_LOCK = ".lock"
_YOUNG_S = 60.0
"""A folder may have been made and not be locked yet."""


@contextmanager
def open_spool() -> Iterator[Path]:
    """An empty folder for as long as the block lasts; what killed runs of the same user left goes first."""
    _sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as folder, FileLock(Path(folder) / _LOCK):
        yield Path(folder)


def _sweep(folder: Path) -> None:
    for lock in folder.glob(f"{_PREFIX}*/{_LOCK}"):
        with suppress(OSError, Timeout):  # in use, somebody else's, or gone already
            if _is_own(lock.parent) and time.time() - lock.parent.stat().st_mtime > _YOUNG_S:
                with FileLock(lock, timeout=0):
                    shutil.rmtree(lock.parent, ignore_errors=True)


def _is_own(folder: Path) -> bool:
    """Where users share a folder for temporary files, only what is one's own is touched."""
    facts = folder.lstat()
    return not folder.is_symlink() and (os.name != "posix" or facts.st_uid == os.getuid())
