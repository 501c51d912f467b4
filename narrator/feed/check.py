"""What the directories ask, tested on an MP3, a feed, or a folder of both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from narrator.disk import naming
from narrator.errors import SourceError
from narrator.feed.check_audio import check_artwork, check_tags
from narrator.feed.check_feed import check_feed
from narrator.feed.check_online import check_online
from narrator.feed.check_sound import check_sound
from narrator.feed.findings import Finding
from narrator.feed.rss import FEED, SHOW_COVER
from narrator.model import Progress
from narrator.reading.address import meant_as_address
from narrator.reading.fetch import fetch_feed


def check(
    target: Path | str, online: bool = False, allow_private: bool = False, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Findings about an MP3, a feed (a file or an address), or a folder of MP3s and their feed.

    With `online` everything that a feed names is asked for at its address. Raises `SourceError` for what is none
    of these, `FetchError` for a feed that cannot be fetched.
    """
    found, feed = (
        _check_address(str(target), allow_private)
        if meant_as_address(str(target))
        else _check_path(Path(target), progress)
    )
    return found + (check_online(feed, allow_private, progress) if online and feed else ())


def _check_address(url: str, allow_private: bool) -> tuple[tuple[Finding, ...], bytes | None]:
    fetched = fetch_feed(url, allow_private=allow_private)
    return check_feed(fetched.data, fetched.url), fetched.data


def _check_path(path: Path, progress: Progress | None) -> tuple[tuple[Finding, ...], bytes | None]:
    """Findings, and the feed where there is one."""
    if path.is_dir():
        feed = path / FEED
        with naming(path):
            return tuple(_check_folder(path, progress)), _read(feed) if feed.is_file() else None
    if not path.is_file():
        raise SourceError(f"{path}: no such file or folder", "give an MP3, a feed, or a folder of them")
    if path.suffix.lower() == ".mp3":
        return _check_mp3(path), None
    data = _read(path)
    return check_feed(data, folder=path.parent), data


def _check_folder(folder: Path, progress: Progress | None) -> Iterator[Finding]:
    audio = sorted(path for path in folder.glob("*.[mM][pP]3") if not path.name.startswith("."))
    feed, cover = folder / FEED, folder / SHOW_COVER
    if not audio and not feed.is_file():
        raise SourceError(f"{folder}: holds neither an MP3 nor {FEED}")
    for done, path in enumerate(audio, 1):
        yield from _check_mp3(path)
        if progress:
            progress("checking", done, len(audio))
    if feed.is_file():
        yield from check_feed(_read(feed), folder=folder)
    if cover.is_file():
        yield from check_artwork(cover)


def _check_mp3(path: Path) -> tuple[Finding, ...]:
    return (*check_tags(path), *check_sound(path))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}") from error
