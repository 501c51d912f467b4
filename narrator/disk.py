"""What the disk refuses, told in one way."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from narrator.errors import StorageError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def naming(path: Path, room: str = "make room and try again") -> Iterator[None]:
    """What the disk refuses in the block becomes a `StorageError` that names `path`; where it is full, `room` tips."""
    try:
        yield
    except OSError as error:
        tip = room if error.errno in _FULL else None
        raise StorageError(f"{path}: {error.strerror or error}", tip) from error


def room_in(folder: Path) -> AbstractContextManager[None]:
    """Names the folder where it, or the one for what is temporary, takes nothing more."""
    return naming(folder, f"episodes need room there, and while they are made in {tempfile.gettempdir()}")


def bytes_of(path: Path) -> bytes:
    """All of a file; raises `StorageError` if it cannot be read."""
    with naming(path):
        return path.read_bytes()
