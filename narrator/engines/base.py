"""What an engine is: one verb beside a few facts.

An engine turns prepared text into samples. It never sees a role, a path or a tag. It is built cheaply and loads
what it needs when it first speaks. Outside packages add engines through the entry point group `narrator.engines`;
each entry names a class with this protocol.
"""

from __future__ import annotations

import importlib.util
import re
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
    package: str
    """What to install where it has no voices."""
    notation: Notation
    in_process: bool
    carries_over: bool
    """Whether what it said before changes how it says the next text. It is told then, in `Speech.after`."""

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


def with_version(package: str) -> str:
    """A package's name and version; its name alone where it is not installed.

    The import is late: a child process that only speaks does without it.
    """
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package


def taught(speech: Speech, form: str) -> str:
    """The speech's text with each taught word in the engine's form, whose fields are {word} and {said}.

    >>> from narrator.model import Pronunciation
    >>> taught(Speech("Aliyev met Aliyevs.", "heart", (Pronunciation("Aliyev", "ɑlˈijɛv"),)), "[{word}](/{said}/)")
    '[Aliyev](/ɑlˈijɛv/) met Aliyevs.'
    """
    forms = {one.word: form.format(word=one.word, said=one.ipa) for one in speech.pronunciations}
    words = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return (
        re.sub(rf"(?<!\w)(?:{words})(?!\w)", lambda found: forms[found[0]], speech.text)
        if forms
        else speech.text
    )
