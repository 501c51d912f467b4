"""A folder of this machine, or one that is mounted."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from narrator import atomic
from narrator.errors import PublishError
from narrator.targets.base import File


class FolderTarget:
    """Files appear whole; a stamp is size and time of modification in nanoseconds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def stamps(self) -> Mapping[str, str]:
        found = (path for path in self._folder.rglob("*") if path.is_file())
        try:
            return {path.relative_to(self._folder).as_posix(): _stamp(path) for path in found}
        except OSError as error:
            raise _refusal(self._folder, error) from error

    def read(self, name: str) -> bytes | None:
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _refusal(self._folder / name, error) from error

    def put(self, files: Iterable[File]) -> Iterator[tuple[File, str]]:
        for file in files:
            path = self._folder / file.name
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                with atomic.replacing(path, durable=False) as fresh:
                    shutil.copyfile(file.path, fresh)
                yield file, _stamp(path)
            except OSError as error:
                raise _refusal(path, error) from error

    def replace(self, name: str, data: bytes, stamp: str | None) -> str:
        path = self._folder / name
        if self._stamp_of(path) != stamp:
            raise PublishError(f"{path}: changed by somebody else meanwhile", "publish again")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_all()
            with atomic.replacing(path) as fresh:
                fresh.write_bytes(data)
            return _stamp(path)
        except OSError as error:
            raise _refusal(path, error) from error

    def remove(self, names: Iterable[str]) -> None:
        for name in names:
            try:
                (self._folder / name).unlink(missing_ok=True)
            except OSError as error:
                raise _refusal(self._folder / name, error) from error

    def _stamp_of(self, path: Path) -> str | None:
        try:
            return _stamp(path)
        except FileNotFoundError:
            return None


def _sync_all() -> None:
    """What was put is on the disk before a feed or manifest tells of it; once is faster than for every file."""
    if hasattr(os, "sync"):
        os.sync()


def _stamp(path: Path) -> str:
    stat = path.stat()
    return f"{stat.st_size}-{stat.st_mtime_ns}"


def _refusal(path: Path, error: OSError) -> PublishError:
    tip = "make room and publish again" if error.errno in (errno.ENOSPC, errno.EDQUOT) else None
    return PublishError(f"{path}: {os.strerror(error.errno) if error.errno else error}", tip)
