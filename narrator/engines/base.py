"""What an engine is: one verb beside a few facts.

An engine turns prepared text into samples. It never sees a role, a path or a tag. It is built cheaply and loads
what it needs when it first speaks. Outside packages add engines through the entry point group `narrator.engines`;
each entry names a class with this protocol.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from typing import Literal, Protocol, runtime_checkable

from narrator.model import Clip, Speech, Voice

Notation = Literal["none", "misaki", "espeak", "piper"]
"""How an engine takes pronunciations; `none`: not at all."""


@runtime_checkable
class Engine(Protocol):
    """One way of speaking.

    `say` answers mono 16-bit samples at any rate; it may raise anything, crash or hang: unless `in_process`
    is true it runs in a child process with a time limit.
    """

    name: str
    notation: Notation
    in_process: bool

    def version(self) -> str:
        """Changes whenever the same speech may sound different; part of the cache key."""
        ...

    def voices(self) -> Sequence[Voice]:
        """The voices that can be used now, the best of each language first; empty where a library is missing."""
        ...

    def say(self, speech: Speech) -> Clip: ...


def is_installed(module: str) -> bool:
    """Whether a module can be found, without importing it."""
    try:
        return importlib.util.find_spec(module) is not None
    except ValueError:
        return False
