"""What a place to publish to can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from narrator.disk import naming
from narrator.feed.states import State, state_of


@dataclass(frozen=True, slots=True)
class File:
    """A file to be published."""

    name: str
    """Its path below the published folder, with `/`."""
    folder: Path
    digest: str
    """SHA-256 of its bytes, in hex."""
    state: State
    """That of the file with these bytes."""

    @property
    def path(self) -> Path:
        return self.folder / self.name

    def has_changed(self) -> bool:
        """Whether it has other bytes by now; raises `StorageError` if it cannot be looked at."""
        with naming(self.path):
            return state_of(self.path.stat()) != self.state


class Target(Protocol):
    """A place that holds files under names. All methods raise `PublishError`, in words without credentials, or
    `StorageError` where a disk refuses.

    A stamp is a text that changes whenever the bytes under a name do, whoever wrote them.
    """

    def stamps(self) -> Mapping[str, str]:
        """Every file that is there, with its stamp."""

    def read(self, name: str) -> bytes | None:
        """A small file's bytes; None if there is no such file."""

    def put(self, files: Iterable[File]) -> Iterator[tuple[File, str]]:
        """Puts files in place, each whole or not at all; yields each with its stamp once it is there."""

    def replace(self, name: str, data: bytes, stamp: str | None) -> str:
        """Puts a small file in place if the one that is there still has this stamp (None: there is none).

        Gives its new stamp; raises `PublishError` if somebody else was faster.
        """

    def remove(self, names: Iterable[str]) -> None:
        """Removes files; one that is gone already is no error."""
