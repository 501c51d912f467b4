"""What the directories ask, tested on an MP3, a feed, or a folder of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from narrator.errors import UsageError
from narrator.feed.check_audio import check_artwork, check_tags
from narrator.feed.check_feed import check_feed
from narrator.feed.check_sound import check_sound
from narrator.feed.findings import Finding
from narrator.feed.rss import FEED, SHOW_COVER

Progress = Callable[[str, int, int], None]


def check(target: Path, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Findings about an MP3, a feed, or a folder of MP3s and their feed.

    Raises `UsageError` for what is none of these.
    """
    if target.is_dir():
        return tuple(_check_folder(target, progress))
    if not target.is_file():
        raise UsageError(f"{target}: no such file or folder", "give an MP3, a feed, or a folder of them")
    if target.suffix.lower() == ".mp3":
        return _check_mp3(target)
    return check_feed(_read(target), folder=target.parent)


def _check_folder(folder: Path, progress: Progress | None) -> Iterator[Finding]:
    audio = sorted(path for path in folder.glob("*.[mM][pP]3") if not path.name.startswith("."))
    feed, cover = folder / FEED, folder / SHOW_COVER
    if not audio and not feed.is_file():
        raise UsageError(f"{folder}: holds neither an MP3 nor {FEED}")
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
        raise UsageError(f"{path}: {error.strerror or error}") from error
