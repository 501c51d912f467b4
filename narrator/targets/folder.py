"""A folder of this machine, or one that is mounted."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from narrator import atomic
from narrator.disk import naming
from narrator.errors import PublishError
from narrator.targets.base import File


class FolderTarget:
    """Files appear whole; a stamp is size and time of modification in nanoseconds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def stamps(self) -> Mapping[str, str]:
        with naming(self._folder):
            return dict(_stamps(self._folder)) if self._folder.is_dir() else {}

    def read(self, name: str) -> bytes | None:
        with naming(self._folder / name):
            return (self._folder / name).read_bytes() if (self._folder / name).exists() else None

    def put(self, files: Iterable[File]) -> Iterator[tuple[File, str]]:
        with naming(self._folder):
            atomic.sweep(self._folder)
        for file in files:
            path = self._folder / file.name
            with naming(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                with atomic.replacing(path, durable=False) as fresh:
                    shutil.copyfile(file.path, fresh)
                stamp = _stamp(path.stat())
            yield file, stamp

    def replace(self, name: str, data: bytes, stamp: str | None) -> str:
        path = self._folder / name
        with naming(path):
            if (_stamp(path.stat()) if path.exists() else None) != stamp:
                raise PublishError(f"{path}: changed by somebody else meanwhile", "publish again")
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_all()
            with atomic.replacing(path) as fresh:
                fresh.write_bytes(data)
            return _stamp(path.stat())

    def remove(self, names: Iterable[str]) -> None:
        for name in names:
            with naming(self._folder / name):
                (self._folder / name).unlink(missing_ok=True)


def _stamps(folder: Path, below: str = "") -> Iterator[tuple[str, str]]:
    """Of all files, by their paths below the first folder; ten times as fast as asking every path by itself."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _stamps(folder / entry.name, f"{below}{entry.name}/")
            elif entry.is_file():
                yield below + entry.name, _stamp(entry.stat())


def _sync_all() -> None:
    """What was put is on the disk before a feed or manifest tells of it; once is faster than for every file."""
    if hasattr(os, "sync"):
        os.sync()


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size}-{stat.st_mtime_ns}"
