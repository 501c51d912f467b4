"""Digests of a folder's files, kept in the user's cache as long as a file has the size and times it had."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from narrator.errors import PublishError
from narrator.feed.remembered import memory_of, recall, remember

_State = tuple[int, int, int]
_Known = dict[str, tuple[_State, str]]


def digests_of(
    folder: Path, names: Iterable[str], progress: Callable[[str], None] | None = None
) -> dict[str, tuple[int, str]]:
    """Size and SHA-256 of every file of `folder` among `names`; `progress` hears of each that is read.

    Raises `PublishError` for a file that cannot be read.
    """
    memory = memory_of(folder, "digests")
    known = recall(memory, _Known) or {}
    digests = {name: _digest(folder / name, known.get(name), progress) for name in names}
    if digests != known:
        remember(memory, digests)
    return {name: (state[0], digest) for name, (state, digest) in digests.items()}


def _digest(
    path: Path, known: tuple[_State, str] | None, progress: Callable[[str], None] | None
) -> tuple[_State, str]:
    try:
        stat = path.stat()
        state = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        if known and known[0] == state:
            return known
        if progress:
            progress(path.name)
        with path.open("rb") as file:
            return state, hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise PublishError(f"{path}: {error.strerror or error}") from error
