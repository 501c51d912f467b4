"""What can be told of files without reading them: as long as that stays the same, so do their bytes."""

from __future__ import annotations

import os
from pathlib import Path

from narrator.disk import naming

State = tuple[int, int, int]
"""Size, time of modification and of change, in nanoseconds: tag editors can keep the former time."""


def states_in(folder: Path) -> dict[str, State]:
    """The files of a folder by name; one sweep, however many there are.

    Raises `PublishError` if the folder cannot be read.
    """
    with naming(folder), os.scandir(folder) as entries:
        return {entry.name: state_of(entry.stat()) for entry in entries if entry.is_file()}


def state_of(stat: os.stat_result) -> State:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
