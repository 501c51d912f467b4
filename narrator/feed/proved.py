"""Episodes whose files were proved good, which are not read again as long as those files stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from narrator.feed.check_audio import check_tags
from narrator.feed.check_sound import check_sound
from narrator.feed.code_version import code_version
from narrator.feed.findings import Finding, errors_among
from narrator.feed.in_processes import in_processes
from narrator.feed.published import CHAPTERS, COVER, Published
from narrator.feed.remembered import memory_of, recall, remember
from narrator.feed.states import State
from narrator.model import Progress

_Check = Callable[[Path], tuple[Finding, ...]]
_Proof = tuple[str, tuple[State | None, ...]]
"""The version of the code that proved an episode, and the states that its files had then."""
_WORTH_PROCESSES = 400
"""Fewer are checked before processes have started."""


def errors_in_files(
    folder: Path, episodes: Iterable[Published], files: Mapping[str, State], progress: Progress | None = None
) -> tuple[Finding, ...]:
    """What directories and players would refuse in the MP3s of a folder, their chapters files and covers.

    `files` tells of the state of each file of the folder, `progress` hears of each that is read. Listening to
    sound takes the longest, so that other code for tags does not make it be heard again.
    """
    listed = list(episodes)
    tags, sound = code_version("feed", "mp3", "model.py"), code_version("feed/check_sound.py", "loudness.py")
    states = {each.name: tuple(map(files.get, _names_beside(each))) for each in listed}
    heard: dict[str, _Proof] = {each.name: (sound, (files.get(each.name),)) for each in listed}
    told: dict[str, _Proof] = {name: (tags, state) for name, state in states.items()}
    return (
        *_errors(folder, "proved", check_tags, told, progress),
        *_errors(folder, "heard", check_sound, heard, progress),
    )


def _names_beside(each: Published) -> tuple[str, ...]:
    return each.name, each.name_of(CHAPTERS), each.name_of(COVER)


def _errors(
    folder: Path, kind: str, check: _Check, now: dict[str, _Proof], progress: Progress | None
) -> list[Finding]:
    """What `check` finds in those episodes whose proof is not the one that is known."""
    memory = memory_of(folder, kind)
    known = recall(memory, dict[str, _Proof]) or {}
    new = [folder / name for name in now if known.get(name) != now[name]]
    checked = in_processes(check, new, worth_it=len(new) >= _WORTH_PROCESSES, at_once=32)
    good, found = dict(now), list[Finding]()
    for done, (path, findings) in enumerate(zip(new, checked, strict=True), 1):
        if errors := errors_among(findings):
            found += errors
            del good[path.name]
        if progress:
            progress("checking", done, len(new))
    if good != known:
        remember(memory, good)
    return found
