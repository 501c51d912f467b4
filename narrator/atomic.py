"""Files put in place in one step: who reads sees the old file or the new one, never a half."""

from __future__ import annotations

import os
import re
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FRESH = re.compile(r"\..{1,100}\.[0-9a-f]{12}\.new", re.DOTALL)
_LONG_AGO_S = 86_400


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[Path]:
    """A new file beside `path` to write to; when the block ends it takes its place, on an error it goes.

    What was written is on the disk before it is renamed, and then its name, unless `durable` is false. Raises
    `OSError`.
    """
    fresh = path.with_name(f".{path.name[:100]}.{uuid.uuid4().hex[:12]}.new")
    try:
        yield fresh
        if durable:
            with fresh.open("rb+") as file:
                os.fsync(file.fileno())
        fresh.replace(path)
        if durable:
            _sync(path.parent)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _sync(folder: Path) -> None:
    """Where the platform knows how: Windows opens no folder, and some file systems need no telling."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Puts `data` in place as `path`, unless it is there already. Raises `OSError`."""
    if _holds(path, data):
        return
    with replacing(path, durable=durable) as fresh:
        fresh.write_bytes(data)


def sweep(folder: Path) -> None:
    """Removes the new files that killed runs left in `folder` more than a day ago. Raises `OSError`."""
    for path in folder.glob(".*.new"):
        if _FRESH.fullmatch(path.name):
            remove_if_left(path)


def remove_if_left(path: Path) -> None:
    """Removes a file that nobody has touched for a day, unless somebody else does. Raises `OSError`."""
    with suppress(FileNotFoundError):
        if time.time() - path.stat().st_mtime > _LONG_AGO_S:
            path.unlink()


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
