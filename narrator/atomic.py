"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """A path in the same folder to write to; takes the place of `path` in one step when the block ends well."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix + ".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _settle(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_atomically(path: Path, data: bytes) -> None:
    """Put a file in place in one step: a temporary file in the same folder, fsync, rename."""
    with atomic_path(path) as part:
        part.write_bytes(data)


def _settle(part: Path) -> None:
    """On the disk before it gets its name, and readable by whom the umask lets."""
    umask = os.umask(0)
    os.umask(umask)
    part.chmod(0o666 & ~umask)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
