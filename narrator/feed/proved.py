"""Episodes whose files were proved good, which are not read again as long as those files stay the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from narrator.feed.check_audio import check_tags
from narrator.feed.code_version import code_version
from narrator.feed.findings import Finding, errors_among
from narrator.feed.in_processes import in_processes
from narrator.feed.published import CHAPTERS, COVER, Published
from narrator.feed.remembered import memory_of, recall, remember
from narrator.feed.states import State
from narrator.model import Progress

_States = tuple[State | None, ...]
_WORTH_PROCESSES = 400
"""Fewer are checked before processes have started."""


def errors_in_files(
    folder: Path, episodes: Iterable[Published], files: Mapping[str, State], progress: Progress | None = None
) -> tuple[Finding, ...]:
    """What directories and players would refuse in the MP3s of a folder, their chapters files and covers.

    `files` tells of the state of each file of the folder, `progress` hears of each that is read.
    """
    memory = memory_of(folder, "proved")
    version = code_version("feed", "mp3", "model.py")
    known = recall(memory, dict[str, tuple[str, _States]]) or {}
    now = {each.name: (version, _states(each, files)) for each in episodes}
    new = [folder / name for name in now if known.get(name) != now[name]]
    found: list[Finding] = []
    checked = in_processes(check_tags, new, worth_it=len(new) >= _WORTH_PROCESSES, at_once=32)
    for done, (path, findings) in enumerate(zip(new, checked, strict=True), 1):
        if errors := errors_among(findings):
            found += errors
            del now[path.name]
        if progress:
            progress("checking", done, len(new))
    if now != known:
        remember(memory, now)
    return tuple(found)


def _states(each: Published, files: Mapping[str, State]) -> _States:
    return tuple(files.get(name) for name in (each.name, each.name_of(CHAPTERS), each.name_of(COVER)))
