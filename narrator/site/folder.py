"""Pages → files of the podcast's folder, written only where something changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from narrator import atomic
from narrator.errors import PublishError
from narrator.feed.published import PAGE, Published, newest_first
from narrator.settings import Publish, Show
from narrator.site.look import ASSETS, digest_of
from narrator.site.pages import EMBED, INDEX, Pages

_MARK = re.compile(rb"<!doctype html>\n<!-- narrator ([0-9a-f]{16}) -->\n")


def render(folder: Path, show: Show, publish: Publish, episodes: Iterable[Published]) -> tuple[Path, ...]:
    """All files the pages consist of: assets, two pages an episode, the index last.

    A file that is right already is not touched, a page of an episode that is gone is removed. Raises
    `PublishError` where a page of another origin is in the way, `SoundError` for an MP3 without sound.
    """
    pages = Pages(folder, show, publish)
    files = list(_write_assets(folder, pages))
    listed = newest_first(episodes)
    for each in listed:
        files += _write_episode(folder, pages, each)
    index = pages.index(listed)
    files.append(_write_page(folder / INDEX, index, digest_of(index)))
    _remove_stale(folder, files)
    return tuple(files)


def _write_assets(folder: Path, pages: Pages) -> Iterator[Path]:
    (folder / ASSETS).mkdir(parents=True, exist_ok=True)
    for name, data in pages.assets.items():
        _put(folder / ASSETS / name, data)
        yield folder / ASSETS / name


def _write_episode(folder: Path, pages: Pages, each: Published) -> tuple[Path, Path]:
    page, embed = folder / each.name_of(PAGE), folder / each.name_of(EMBED)
    digest = pages.digest(each)
    if _digest_in(page) == digest == _digest_in(embed):
        return page, embed
    full, player = pages.episode(each)
    return _write_page(page, full, digest), _write_page(embed, player, digest)


def _write_page(path: Path, html: str, digest: str) -> Path:
    if path.exists() and not _digest_in(path):
        raise PublishError(f"{path}: a page narrator did not write is in the way", "move it elsewhere")
    data = f"<!doctype html>\n<!-- narrator {digest} -->\n{html}".encode()
    _put(path, data)
    return path


def _digest_in(page: Path) -> str | None:
    """What the page was made from, or None where there is none of ours."""
    try:
        with page.open("rb") as file:
            found = _MARK.match(file.read(64))
    except OSError:
        return None
    return found[1].decode() if found else None


def _remove_stale(folder: Path, files: Sequence[Path]) -> None:
    kept = set(files)
    for page in folder.glob("*.html"):
        if page not in kept and _digest_in(page):
            page.unlink()


def _put(path: Path, data: bytes) -> None:
    try:
        atomic.write(path, data)
    except OSError as error:
        raise PublishError(f"{path}: cannot be written: {error.strerror or error}") from error
