"""Digests of a folder's files, kept in the user's cache as long as a file has the size and times it had."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from narrator.disk import naming
from narrator.feed.remembered import memory_of, recall, remember
from narrator.feed.states import State, states_in

_Known = dict[str, tuple[State, str]]


def digests_of(
    folder: Path, names: Iterable[str], progress: Callable[[str], None] = lambda _: None
) -> dict[str, tuple[State, str]]:
    """State and SHA-256 of every file of `folder` among `names`; `progress` hears of each that is read.

    Raises `StorageError` for a file that cannot be read.
    """
    memory, listed = memory_of(folder, "digests"), list(names)
    known, states = recall(memory, _Known) or {}, _states(folder, listed)
    digests: _Known = {}
    for name in listed:
        state, kept = states.get(name), known.get(name)
        if not state or not kept or kept[0] != state:
            progress(name)
            kept = state or (0, 0, 0), digest_of_file(folder / name)
        digests[name] = kept
    if digests != known:
        remember(memory, digests)
    return digests


def _states(folder: Path, names: Iterable[str]) -> dict[str, State]:
    """Those of all files in the folders where `names` lie."""
    parents = {name.rpartition("/")[0] for name in names}
    return {
        f"{parent}/{name}".lstrip("/"): state
        for parent in parents
        for name, state in states_in(folder / parent).items()
    }


def digest_of_file(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex; raises `StorageError` if it cannot be read."""
    with naming(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
