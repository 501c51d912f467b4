"""What was corrected in an episode's tags, carried over when the episode is made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import shorten
from typing import Any

from narrator.errors import SoundError
from narrator.model import Episode
from narrator.mp3.episode import read_marked
from narrator.mp3.marks import corrected, marks_of, told_of

_LETTERS = 100


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """An episode with its corrections, and a line on each that had to give way."""

    episode: Episode
    gave_way: tuple[str, ...] = ()


def carry_over(made: Episode, place: Path) -> CarriedOver:
    """`made` with what was corrected in the tags of the MP3 at `place`.

    A correction stays as long as the article says what it said before; what is new there is newer than it.
    """
    try:
        found, marks = read_marked(place) if place.is_file() else (made, {})
    except SoundError:
        return CarriedOver(made)
    changes = {name: told_of(found, name) for name in corrected(found, marks)}
    now = marks_of(made)
    kept = {
        name: told
        for name, told in changes.items()
        if now.get(name) == marks.get(name) and _fits(name, told, made)
    }
    lost = [name for name in changes if name not in kept and changes[name] != told_of(made, name)]
    return CarriedOver(_with(made, kept), tuple(_told(name, changes[name], made) for name in lost))


def _fits(name: str, told: Any, made: Episode) -> bool:
    """Titles stay with their chapters as long as none was added or taken away."""
    return name != "chapters" or len(told) == len(made.chapters)


def _with(made: Episode, kept: Mapping[str, Any]) -> Episode:
    titles = kept.get("chapters") or told_of(made, "chapters")
    chapters = tuple(
        replace(chapter, title=title) for chapter, title in zip(made.chapters, titles, strict=True)
    )
    return replace(made, **{**kept, "chapters": chapters})


def _told(name: str, correction: Any, made: Episode) -> str:
    return f"{name} corrected to {_shown(correction)} gave way to {_shown(told_of(made, name))}"


def _shown(told: Any) -> str:
    """
    >>> _shown(("Ana Reporter", "Bo Writer")), _shown(None)
    ("'Ana Reporter, Bo Writer'", "''")
    """
    text = ", ".join(told) if isinstance(told, tuple) else str(told or "")
    return repr(shorten(text, _LETTERS, placeholder=" …"))
