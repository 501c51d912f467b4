"""Pages → files of the podcast's folder, written only where something changed."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from narrator import atomic
from narrator.disk import naming
from narrator.errors import PublishError
from narrator.feed.in_processes import in_processes
from narrator.feed.published import COVER, Published, newest_first
from narrator.feed.rss import SHOW_COVER
from narrator.feed.states import State, state_of, states_in
from narrator.model import Progress
from narrator.settings import Publish, Show
from narrator.site.look import ASSETS, digest_of
from narrator.site.pages import INDEX, Pages
from narrator.site.pictures import SHOW_SMALL, small_cover
from narrator.site.standing import digest_in, is_drawn_since, is_small_cover, marked, names_of, standing

_WORTH_PROCESSES = 60
"""Fewer episodes are drawn before processes have started."""
_CHUNK = 20


def render(
    folder: Path,
    show: Show,
    publish: Publish,
    episodes: Iterable[Published],
    progress: Progress | None = None,
    files: Mapping[str, State] | None = None,
) -> tuple[str, ...]:
    """Names below the folder of all files the pages consist of: assets, two pages an episode, the index last.

    `files` are the states of the folder's own files, where they are known. A file that is right already is not
    touched, a page of an episode that is gone is removed. Raises `PublishError` where a page of another origin
    is in the way, `SoundError` for an MP3 without sound.
    """
    pages, listed = Pages(folder, show, publish), newest_first(episodes)
    names = list(_write_assets(folder, pages))
    found = standing(folder, pages, listed, states_in(folder) if files is None else files)
    for done in _draw_all(_Drawing(folder, show, publish), found.outdated):
        if progress:
            progress("drawing pages", done, len(found.outdated))
    index = pages.index(listed, with_cover=(folder / SHOW_COVER).is_file())
    _write_page(folder / INDEX, index, digest_of(index))
    names += [*(name for each in listed for name in names_of(each)), INDEX]
    _remove_stale(folder, found.names(), set(names))
    found.keep()
    return tuple(names)


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
            page, player, *covers = names_of(each)
            for small in covers:
                _write_small(self.folder / small, self.folder / each.name_of(COVER))
            _write_page(self.folder / page, texts[0], digest)
            _write_page(self.folder / player, texts[1], digest)
        return len(episodes)


def _draw_all(draw: _Drawing, episodes: Sequence[Published]) -> Iterator[int]:
    """How many are drawn, again and again until all are."""
    chunks = [episodes[start : start + _CHUNK] for start in range(0, len(episodes), _CHUNK)]
    worth_it = len(episodes) >= _WORTH_PROCESSES
    yield from itertools.accumulate(in_processes(draw, chunks, worth_it=worth_it))


def _write_assets(folder: Path, pages: Pages) -> Iterator[str]:
    with naming(folder / ASSETS):
        (folder / ASSETS).mkdir(parents=True, exist_ok=True)
        atomic.sweep(folder / ASSETS)
        atomic.sweep(folder)
    for name, data in pages.assets.items():
        with naming(folder / ASSETS / name):
            atomic.write(folder / ASSETS / name, data)
        yield f"{ASSETS}/{name}"
    if (folder / SHOW_COVER).is_file():
        _write_small(folder / ASSETS / SHOW_SMALL, folder / SHOW_COVER)
        yield f"{ASSETS}/{SHOW_SMALL}"


def _write_small(small: Path, cover: Path) -> None:
    with naming(small):
        if not small.is_file() or not is_drawn_since(state_of(small.stat()), state_of(cover.stat())):
            atomic.write(small, small_cover(cover), durable=False)


def _write_page(path: Path, html: str, digest: str) -> None:
    there = digest_in(path)
    if there == digest:
        return
    if there is None and _is_foreign(path):
        raise PublishError(f"{path}: a page narrator did not write is in the way", "move it elsewhere")
    with naming(path), atomic.replacing(path, durable=False) as fresh:
        fresh.write_bytes(marked(html, digest))


def _is_foreign(page: Path) -> bool:
    """Whether a page without our mark is somebody's. An empty one is ours, spoilt by a power cut, since we do not
    wait for disks."""
    return page.exists() and page.stat().st_size > 0


def _remove_stale(folder: Path, there: Iterable[str], files: Collection[str]) -> None:
    """Of what was `there`, the pages of ours and the small covers that are not among `files`."""
    for name in there:
        if name in files:
            continue
        if is_small_cover(name) or (name.endswith(".html") and "/" not in name and digest_in(folder / name)):
            with naming(folder / name):
                (folder / name).unlink()
