"""A disposable index of a folder's episodes: ten thousand tags take minutes to read, their index a moment.

It lies in the user's cache, one file a folder. Every entry holds what its MP3 says, as long as that file has
the size and times it had; losing the index, or a part of it, costs time and changes no byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

from narrator.errors import NarratorError, SourceError
from narrator.feed.code_version import code_version
from narrator.feed.digests import digest_of_file
from narrator.feed.in_processes import in_processes
from narrator.feed.published import AUDIO, BESIDE, Published, is_audio
from narrator.feed.remembered import memory_of, recall, remember
from narrator.feed.states import State, states_in
from narrator.model import Episode, Progress
from narrator.mp3.episode import read_tagged

_WORTH_A_POOL = 200
"""Below so many files the start of the processes costs more than they save."""


@dataclass(frozen=True, slots=True)
class Index:
    """The episodes of a folder, and the MP3s that are none, each with the reason."""

    episodes: tuple[Published, ...]
    unreadable: tuple[NarratorError, ...] = ()
    files: Mapping[str, State] = field(default_factory=dict)
    """All files of the folder as they were."""


def index_folder(folder: Path, progress: Progress | None = None) -> Index:
    """The episodes of a folder as their tags tell them, without transcripts; only changed files are read.

    Raises `StorageError` if the folder cannot be read.
    """
    files = states_in(folder)
    memory = memory_of(folder, "index")
    known = _load(memory)
    states = {name: state for name, state in files.items() if is_audio(name)}
    kept = {name: entry for name, entry in known.items() if states.get(name) == entry.state}
    missing = [folder / name for name in states if name not in kept]
    read = dict(_read_all(missing, progress))
    fresh = {path.name: entry for path, entry in read.items() if isinstance(entry, _Entry)}
    entries = kept | {name: replace(entry, state=states[name]) for name, entry in fresh.items()}
    if entries.keys() != known.keys() or fresh:
        remember(memory, _File(_version(), entries), _encode)
    episodes = (_published(folder, entries[name], files) for name in sorted(entries))
    unreadable = (each for each in read.values() if isinstance(each, NarratorError))
    return Index(tuple(episodes), tuple(unreadable), files)


@dataclass(frozen=True, slots=True)
class _Entry:
    episode: Episode
    digest: str
    lyrics: bool
    settled: bool
    state: State = (0, 0, 0)


def _published(folder: Path, entry: _Entry, files: dict[str, State]) -> Published:
    audio = folder / entry.episode.audio
    stem = audio.name.removesuffix(AUDIO)
    beside = frozenset(suffix for suffix in BESIDE if stem + suffix in files)
    return Published(
        replace(entry.episode, audio=audio),
        entry.state[0],
        entry.digest,
        beside,
        entry.lyrics,
        entry.settled,
    )


# --- reading files ----------------------------------------------------------------------------------


def _read_all(paths: list[Path], progress: Progress | None) -> Iterator[tuple[Path, _Entry | NarratorError]]:
    entries = in_processes(_read, paths, worth_it=len(paths) >= _WORTH_A_POOL, at_once=32)
    for done, (path, read) in enumerate(zip(paths, entries, strict=True), 1):
        if progress:
            progress("reading tags", done, len(paths))
        yield path, read


def _read(path: Path) -> _Entry | NarratorError:
    """What an MP3 says, under its bare name so that the folder may move."""
    try:
        path.name.encode()
        episode, settled = read_tagged(path)
        digest = digest_of_file(path)
    except UnicodeEncodeError:
        return SourceError(f"{path}: its name is not UTF-8", "rename it")
    except NarratorError as error:
        return error
    return _Entry(replace(episode, audio=Path(path.name), lines=()), digest, bool(episode.lines), settled)


# --- the file of the index ----------------------------------------------------------------------------


class _File(msgspec.Struct, array_like=True):
    version: str
    entries: dict[str, _Entry]


def _version() -> str:
    return code_version("mp3", "model.py", "feed/index.py")


def _load(memory: Path) -> dict[str, _Entry]:
    """What was saved; nothing if that was by another version."""
    saved = recall(memory, _File, _decode)
    return saved.entries if saved and saved.version == _version() else {}


def _encode(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _decode(kind: type, value: Any) -> Path:
    if issubclass(kind, Path):
        return Path(value)
    raise NotImplementedError(kind)
