"""What is known of a folder from the last time, in the user's cache: losing it costs time and changes no byte."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from narrator import atomic
from narrator.cache import default_folder, mark_used

_T = TypeVar("_T")


def memory_of(folder: Path, kind: str) -> Path:
    """The file that keeps one kind of knowledge of a folder."""
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:24]
    return default_folder() / kind / f"{name}.msgpack"


def recall(memory: Path, kind: type[_T], decode: Callable[[type, Any], Any] | None = None) -> _T | None:
    """What was remembered; None if it is absent, damaged or of another form."""
    try:
        known = msgspec.msgpack.decode(memory.read_bytes(), type=kind, dec_hook=decode)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None
    mark_used(memory)
    return known


def remember(memory: Path, value: object, encode: Callable[[Any], Any] | None = None) -> None:
    """Keeps the value where it can: a full or read-only cache stops nothing."""
    data = msgspec.msgpack.encode(value, enc_hook=encode)
    with contextlib.suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(memory, data, durable=False)
