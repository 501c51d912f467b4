"""Pages → files of the podcast's folder, written only where something changed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from narrator import atomic
from narrator.errors import PublishError
from narrator.feed.published import COVER, PAGE, Published, newest_first
from narrator.feed.rss import SHOW_COVER
from narrator.model import Progress
from narrator.settings import Publish, Show
from narrator.site.look import ASSETS, digest_of
from narrator.site.pages import EMBED, INDEX, Pages
from narrator.site.pictures import SHOW_SMALL, SMALL, small_cover

_MARK = re.compile(rb"<!-- narrator ([0-9a-f]{16}) -->\n")

_WORTH_A_POOL = 200
"""Below so many episodes the start of the processes costs more than they save."""
_CHUNK = 50


def render(
    folder: Path,
    show: Show,
    publish: Publish,
    episodes: Iterable[Published],
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """All files the pages consist of: assets, two pages an episode, the index last.

    A file that is right already is not touched, a page of an episode that is gone is removed. Raises
    `PublishError` where a page of another origin is in the way, `SoundError` for an MP3 without sound.
    """
    pages, listed = Pages(folder, show, publish), newest_first(episodes)
    files = list(_write_assets(folder, pages))
    changed = [each for each in listed if not _is_current(folder, pages, each)]
    for done in _draw_all(_Drawing(folder, show, publish), changed):
        if progress:
            progress("drawing pages", done, len(changed))
    files += [path for each in listed for path in _paths(folder, each)]
    index = pages.index(listed, with_cover=(folder / SHOW_COVER).is_file())
    files.append(_write_page(folder / INDEX, index, digest_of(index)))
    _remove_stale(folder, files)
    return tuple(files)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Draws the pages of some episodes, in this process or another."""

    folder: Path
    show: Show
    publish: Publish

    def __call__(self, episodes: Sequence[Published]) -> int:
        pages = Pages(self.folder, self.show, self.publish)
        for each in episodes:
            texts, digest = pages.episode(each), pages.digest(each)
            page, player, *covers = _paths(self.folder, each)
            for small in covers:
                _write_small(small, self.folder / each.name_of(COVER))
            _write_page(page, texts[0], digest)
            _write_page(player, texts[1], digest)
        return len(episodes)


def _draw_all(draw: _Drawing, episodes: Sequence[Published]) -> Iterator[int]:
    """How many are drawn, again and again until all are."""
    chunks = [episodes[start : start + _CHUNK] for start in range(0, len(episodes), _CHUNK)]
    if len(episodes) < _WORTH_A_POOL:
        yield from itertools.accumulate(map(draw, chunks))
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from itertools.accumulate(pool.map(draw, chunks))


def _paths(folder: Path, each: Published) -> tuple[Path, ...]:
    """The page, the player alone, and the small cover where there is one."""
    cover = [folder / ASSETS / each.name_of(SMALL)] if COVER in each.beside else []
    return folder / each.name_of(PAGE), folder / each.name_of(EMBED), *cover


def _is_current(folder: Path, pages: Pages, each: Published) -> bool:
    page, player, *covers = _paths(folder, each)
    drawn = _digest_in(page) == pages.digest(each) == _digest_in(player)
    return drawn and all(cover.is_file() for cover in covers)


def _write_assets(folder: Path, pages: Pages) -> Iterator[Path]:
    (folder / ASSETS).mkdir(parents=True, exist_ok=True)
    for name, data in pages.assets.items():
        atomic.write(folder / ASSETS / name, data)
        yield folder / ASSETS / name
    if (folder / SHOW_COVER).is_file():
        _write_small(folder / ASSETS / SHOW_SMALL, folder / SHOW_COVER)
        yield folder / ASSETS / SHOW_SMALL


def _write_small(small: Path, cover: Path) -> None:
    if not small.is_file() or small.stat().st_mtime_ns < cover.stat().st_mtime_ns:
        atomic.write(small, small_cover(cover))


def _write_page(path: Path, html: str, digest: str) -> Path:
    if _is_foreign(path):
        raise PublishError(f"{path}: a page narrator did not write is in the way", "move it elsewhere")
    data = f"<!-- narrator {digest} -->\n{html}".encode()
    if not path.is_file() or path.read_bytes() != data:
        _put(path, data)
    return path


def _is_foreign(page: Path) -> bool:
    """A page of another origin. An empty one is ours, spoilt by a power cut, since we do not wait for disks."""
    return page.exists() and page.stat().st_size > 0 and not _digest_in(page)


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
    for cover in (folder / ASSETS).glob(f"[!.]*{SMALL}"):
        if cover not in kept:
            cover.unlink()


def _put(path: Path, data: bytes) -> None:
    try:
        with atomic.replacing(path, durable=False) as fresh:
            fresh.write_bytes(data)
    except OSError as error:
        raise PublishError(f"{path}: cannot be written: {error.strerror or error}") from error
