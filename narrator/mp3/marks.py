"""What an episode's tags said when they were written, as short hashes: what differs since was corrected."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from narrator.model import Episode

_LETTERS = 8
_NEVER_WRITTEN = ("season", "number")
"""Only editors of tags set them."""
_WRITTEN = (
    "title",
    "description",
    "language",
    "url",
    "show_title",
    "show_author",
    "authors",
    "site",
    "image",
    "chapters",
)


def marks_of(episode: Episode) -> dict[str, str]:
    """A hash of everything that may be corrected in an episode's tags."""
    return {name: mark_of(told_of(episode, name)) for name in _WRITTEN}


def corrected(episode: Episode, marks: Mapping[str, str]) -> list[str]:
    """What an episode says otherwise than it did when it was marked so."""
    new = [name for name in _WRITTEN if name in marks and marks[name] != mark_of(told_of(episode, name))]
    return new + [name for name in _NEVER_WRITTEN if getattr(episode, name) is not None]


def told_of(episode: Episode, name: str) -> Any:
    """What an episode says of itself; of its chapters the titles, since times follow the sound."""
    if name == "chapters":
        return tuple(chapter.title for chapter in episode.chapters)
    return getattr(episode, name)


def mark_of(told: Any) -> str:
    """A short hash of what is said of an episode."""
    return hashlib.sha256(repr(told or None).encode()).hexdigest()[:_LETTERS]
