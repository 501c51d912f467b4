"""Patterns compiled once for all runs, and kept beside Python's compiled modules.

`re.compile` translates a pattern anew in each process, and for all of narrator's that takes as long as everything else
that is done with a short article before it is said. What it comes to is kept for this very version of Python, where the
folder of the modules can be written, and never trusted to be there or whole.
"""

from __future__ import annotations

import atexit
import functools
import re
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import msgspec

from narrator import atomic

_MOST_BYTES = 16_000_000
"""A larger file has many patterns that nobody asks for any longer, and is begun anew."""


class _Program(msgspec.Struct, frozen=True, array_like=True):
    """A pattern translated: what the engine of `re` runs."""

    flags: int
    code: bytes
    groups: int
    numbers: dict[str, int]
    names: tuple[str | None, ...]


_Programs = dict[str, bytes]
"""By flags and pattern; each is decoded when it is asked for."""


class _File(msgspec.Struct, frozen=True, array_like=True):
    version: str
    programs: _Programs


@functools.cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as of `re.compile`, sooner. Meant for patterns of narrator's own, since all are kept.

    >>> compiled("(?P<word>wh(?:o|at))", re.IGNORECASE).fullmatch("WHO")["word"]
    'WHO'
    """
    key = f"{int(flags)} {pattern}"
    with suppress(Exception):  # the file is damaged
        if program := _kept().get(key):
            return _loaded(pattern, program)
    with suppress(Exception):  # another Python, which goes about it otherwise
        _new()[key] = program = _translated(pattern, flags)
        return _loaded(pattern, program)
    return re.compile(pattern, flags)


def _loaded(pattern: str, encoded: bytes) -> re.Pattern[str]:
    """The engine looks whether it can run the code, and raises an error where it cannot."""
    program = msgspec.msgpack.decode(encoded, type=_Program)
    code = array("I", program.code).tolist()
    made: re.Pattern[str] = _engine().compile(
        pattern, program.flags, code, program.groups, program.numbers, program.names
    )
    return made


def _translated(pattern: str, flags: int) -> bytes:
    """What `re.compile` does before it loads the code."""
    compiler = import_module("re._compiler")
    parsed = import_module("re._parser").parse(pattern, flags)
    state: Any = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()
    return msgspec.msgpack.encode(
        _Program(flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names))
    )


def _engine() -> Any:
    return import_module("_sre")


def _version() -> str:
    return f"{sys.version} {_engine().MAGIC} {sys.byteorder}"


def _path() -> Path:
    return Path(cache_from_source(__file__)).with_suffix(".patterns")


@functools.cache
def _kept() -> _Programs:
    """Those of earlier runs."""
    try:
        file = msgspec.msgpack.decode(_path().read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError):
        return {}
    return file.programs if file.version == _version() else {}


@functools.cache
def _new() -> _Programs:
    """Those this run has translated."""
    atexit.register(_keep)
    return {}


def _keep() -> None:
    content = msgspec.msgpack.encode(_File(_version(), _kept() | _new()))
    if len(content) > _MOST_BYTES:
        content = msgspec.msgpack.encode(_File(_version(), _new()))
    with suppress(OSError):
        _path().parent.mkdir(parents=True, exist_ok=True)
        atomic.write(_path(), content, durable=False)
