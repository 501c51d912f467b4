"""What can be told of files without reading them: as long as that stays the same, so do their bytes."""

from __future__ import annotations

import os
from pathlib import Path

from narrator.disk import naming

State = tuple[int, int, int]
"""Size, time of modification and of change, in nanoseconds: tag editors can keep the former time."""


def states_in(folder: Path) -> dict[str, State]:
    """The files of a folder by name; one sweep, however many there are.

    What goes meanwhile is passed over. Raises `StorageError` if the folder cannot be read.
    """
    with naming(folder), os.scandir(folder) as entries:
        found = ((entry.name, _state_of_file(entry)) for entry in entries)
        return {name: state for name, state in found if state}


def _state_of_file(entry: os.DirEntry[str]) -> State | None:
    try:
        return state_of(entry.stat()) if entry.is_file() else None
    except FileNotFoundError:
        return None


def state_of(stat: os.stat_result) -> State:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
