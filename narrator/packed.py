"""Rows of whole numbers in as little memory as they take."""

from __future__ import annotations

import struct
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Generic, TypeVar

_Row = TypeVar("_Row", bound=tuple[int, int, int, int])
_FOUR = struct.Struct("<4i")


class Packed(Collection[_Row], Generic[_Row]):
    """Rows of four whole numbers, as the times of words are: six hours hold fifty thousand of them, twice."""

    __slots__ = ("_kind", "_rows")

    def __init__(self, kind: Callable[..., _Row], rows: Iterable[_Row]) -> None:
        self._kind = kind
        self._rows = b"".join(_FOUR.pack(*row) for row in rows)

    def __iter__(self) -> Iterator[_Row]:
        return (self._kind(*row) for row in _FOUR.iter_unpack(self._rows))

    def __len__(self) -> int:
        return len(self._rows) // _FOUR.size

    def __contains__(self, row: object) -> bool:
        return row in tuple(self)
