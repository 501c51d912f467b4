"""A disposable index of a folder's episodes: ten thousand tags take minutes to read, their index a moment.

It lies in the user's cache, one file a folder. Every entry holds what its MP3 says, as long as that file has
the size and times it had; losing the index, or a part of it, costs time and changes no byte.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec
import platformdirs

from narrator import atomic
from narrator.errors import NarratorError, PublishError
from narrator.feed.code_version import code_version
from narrator.feed.published import BESIDE, Published
from narrator.model import Episode, Progress
from narrator.mp3.episode import read_episode

_WORTH_A_POOL = 200
"""Below so many files the start of the processes costs more than they save."""


@dataclass(frozen=True, slots=True)
class Index:
    """The episodes of a folder, and the MP3s that are none, each with the reason."""

    episodes: tuple[Published, ...]
    unreadable: tuple[NarratorError, ...] = ()


def index_folder(folder: Path, progress: Progress | None = None) -> Index:
    """The episodes of a folder as their tags tell them, without transcripts; only changed files are read.

    Raises `PublishError` if the folder cannot be read.
    """
    files = _list(folder)
    known = _load(_index_file(folder))
    states = {name: state for name, state in files.items() if _is_audio(name)}
    kept = {name: entry for name, entry in known.items() if states.get(name) == entry.state}
    missing = [folder / name for name in states if name not in kept]
    read = dict(_read_all(missing, progress))
    fresh = {path.name: entry for path, entry in read.items() if isinstance(entry, _Entry)}
    entries = kept | {name: replace(entry, state=states[name]) for name, entry in fresh.items()}
    if entries.keys() != known.keys() or fresh:
        _save(_index_file(folder), entries)
    episodes = (_published(folder, entries[name], files) for name in sorted(entries))
    return Index(tuple(episodes), tuple(each for each in read.values() if isinstance(each, NarratorError)))


def find_by_guid(folder: Path, guid: str) -> Path | None:
    """The MP3 of an episode in `folder`, if it is there."""
    if not folder.is_dir():
        return None
    found = (each for each in index_folder(folder).episodes if each.episode.guid == guid)
    return next((each.episode.audio for each in found), None)


_State = tuple[int, int, int]
"""Size, time of modification and of change, in nanoseconds: tag editors can keep the former time."""


@dataclass(frozen=True, slots=True)
class _Entry:
    episode: Episode
    digest: str
    lyrics: bool
    state: _State = (0, 0, 0)


def _is_audio(name: str) -> bool:
    return name.endswith(".mp3") and not name.startswith(".")


def _list(folder: Path) -> dict[str, _State]:
    try:
        with os.scandir(folder) as entries:
            return {entry.name: _state(entry.stat()) for entry in entries if entry.is_file()}
    except OSError as error:
        raise PublishError(f"{folder}: {error.strerror or error}") from error


def _state(stat: os.stat_result) -> _State:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def _published(folder: Path, entry: _Entry, files: dict[str, _State]) -> Published:
    audio = folder / entry.episode.audio
    beside = frozenset(suffix for suffix in BESIDE if audio.stem + suffix in files)
    return Published(replace(entry.episode, audio=audio), entry.state[0], entry.digest, beside, entry.lyrics)


# --- reading files ----------------------------------------------------------------------------------


def _read_all(paths: list[Path], progress: Progress | None) -> Iterator[tuple[Path, _Entry | NarratorError]]:
    for done, (path, read) in enumerate(zip(paths, _mapped(paths), strict=True), 1):
        if progress:
            progress("reading tags", done, len(paths))
        yield path, read


def _mapped(paths: list[Path]) -> Iterator[_Entry | NarratorError]:
    """In several processes where that pays and is possible; the rest, or all, in this one."""
    done = 0
    if len(paths) >= _WORTH_A_POOL:
        with suppress(BrokenProcessPool), ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            for done, read in enumerate(pool.map(_read, paths, chunksize=32), 1):  # noqa: B007
                yield read
    yield from map(_read, paths[done:])


def _read(path: Path) -> _Entry | NarratorError:
    """What an MP3 says, under its bare name so that the folder may move."""
    try:
        episode = read_episode(path)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except NarratorError as error:
        return error
    except OSError as error:
        return PublishError(f"{path}: {error.strerror or error}")
    return _Entry(replace(episode, audio=Path(path.name), lines=()), digest, bool(episode.lines))


# --- the file of the index ----------------------------------------------------------------------------


class _File(msgspec.Struct, array_like=True):
    version: str
    entries: dict[str, _Entry]


def _index_file(folder: Path) -> Path:
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:24]
    return platformdirs.user_cache_path("narrator") / "index" / f"{name}.msgpack"


def _version() -> str:
    return code_version("mp3", "model.py", "feed/index.py")


def _load(path: Path) -> dict[str, _Entry]:
    """What was saved; nothing if it is absent, of another version or damaged."""
    try:
        saved = msgspec.msgpack.decode(path.read_bytes(), type=_File, dec_hook=_decode)
    except (OSError, msgspec.MsgspecError, ValueError):
        return {}
    return saved.entries if saved.version == _version() else {}


def _save(path: Path, entries: dict[str, _Entry]) -> None:
    """Saves where it can: the index spares time only, so a full or read-only cache stops nothing."""
    data = msgspec.msgpack.encode(_File(_version(), entries), enc_hook=_encode)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, data, durable=False)
    except OSError:
        return


def _encode(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _decode(kind: type, value: Any) -> Path:
    if issubclass(kind, Path):
        return Path(value)
    raise NotImplementedError(kind)
