"""Takes and encoded pieces, kept so that nothing is ever made twice.

A file each, named by the hash of everything that changes its sound, in the platform's cache folder, beside what is
known of folders of episodes. Files appear whole or not at all, so any number of runs may share it; losing it costs
time, never a byte of an episode.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

from narrator.atomic import replacing
from narrator.model import Speech, Voice

MOST_BYTES = 2_000_000_000
_SOME_ROOM = 0.8
"""What is left of the bound after clearing up, so that it need not be done at every run."""

_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class Held:
    files: int
    bytes: int


class Cache:
    """All that narrator keeps, bounded in size; what was not used for longest goes first."""

    def __init__(self, folder: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        self.folder = folder or default_folder()
        self._most_bytes = most_bytes

    def find(self, key: str, kind: type[_Kept]) -> _Kept | None:
        """What is kept under a key; None where there is nothing of the kind that can be read."""
        path = self._path(key)
        try:
            kept = msgspec.msgpack.decode(path.read_bytes(), type=kind)
        except (OSError, msgspec.MsgspecError):
            return None
        mark_used(path)
        return kept

    def keep(self, key: str, made: object) -> None:
        """Keep a dataclass; a full disk or a folder that cannot be written costs a later run time, no episode."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path, durable=False) as fresh:
                fresh.write_bytes(msgspec.msgpack.encode(made))
        except OSError:
            return

    def held(self) -> Held:
        sizes = [size for _, size, _ in self._files()]
        return Held(len(sizes), sum(sizes))

    def tidy(self) -> None:
        """Bring the folder under its bound where it is over it."""
        if self.held().bytes > self._most_bytes:
            self.shrink(int(self._most_bytes * _SOME_ROOM))

    def shrink(self, most_bytes: int = 0) -> Held:
        """Remove files, those not used for longest first, until the rest is small enough; what went."""
        left, gone = self.held().bytes, Held(0, 0)
        for _, size, path in sorted(self._files()):
            if left <= most_bytes:
                break
            with suppress(OSError):  # somebody else's
                path.unlink(missing_ok=True)
                left, gone = left - size, Held(gone.files + 1, gone.bytes + size)
        return gone

    def _path(self, key: str) -> Path:
        return self.folder / "takes" / key[:2] / key[2:]

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """Time of last use, size and path of every file; one that another run removes meanwhile is passed over."""
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = Path(folder, name)
                try:
                    stat = path.stat()
                except FileNotFoundError:
                    continue
                yield stat.st_mtime, stat.st_size, path


def mark_used(path: Path) -> None:
    """What is kept here goes later than what was used before."""
    with suppress(OSError):  # somebody else's, or gone meanwhile
        os.utime(path)


def default_folder() -> Path:
    return platformdirs.user_cache_path("narrator")


def key_of(version: str, voice: Voice, speech: Speech) -> str:
    """The name of a take: the hash of all that changes its sound."""
    content = msgspec.msgpack.encode((version, voice.engine, speech))
    return hashlib.sha256(content).hexdigest()
