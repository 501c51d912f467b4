"""What files permit, also where the tests run as root, who may read everything otherwise."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_VERSION_3 = 0x20080522
_READS_EVERYTHING = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: linux/capability.h."""


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


@contextmanager
def binding() -> Iterator[None]:
    """Permissions bind this thread as they bind any other owner of a file while the block lasts."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps permissions of another kind")
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("root may read everything")
    sets = _capabilities()
    before = sets[0].effective
    _take(sets, before & ~_READS_EVERYTHING)
    try:
        yield
    finally:
        _take(sets, before)


def _capabilities() -> ctypes.Array[_Sets]:
    sets = (_Sets * 2)()
    assert ctypes.CDLL(None).capget(ctypes.byref(_Header(_VERSION_3, 0)), sets) == 0
    return sets


def _take(sets: ctypes.Array[_Sets], effective: int) -> None:
    sets[0].effective = effective
    assert ctypes.CDLL(None).capset(ctypes.byref(_Header(_VERSION_3, 0)), sets) == 0
