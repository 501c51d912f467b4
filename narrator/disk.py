"""What the disk refuses, told in one way."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from narrator.errors import PublishError

_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Whatever the disk refuses in the block becomes a `PublishError` that names `path`."""
    try:
        yield
    except OSError as error:
        tip = "make room and publish again" if error.errno in _FULL else None
        raise PublishError(f"{path}: {error.strerror or error}", tip) from error


def bytes_of(path: Path) -> bytes:
    """All of a file; raises `PublishError` if it cannot be read."""
    with naming(path):
        return path.read_bytes()
