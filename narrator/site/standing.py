"""Which pages of a folder stand there as they should be.

Told by the states of files: a page is right as long as what it was made from, and it itself, have the size and
times they had when it was drawn or last read. Where that is not known, by the digest in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from narrator.feed.published import COVER, PAGE, VTT, Published
from narrator.feed.remembered import memory_of, recall, remember
from narrator.feed.states import State, state_of, states_in
from narrator.site.look import ASSETS, digest_of
from narrator.site.pages import EMBED, Pages
from narrator.site.pictures import SMALL

_MARK = re.compile(rb"<!-- narrator ([0-9a-f]{16}) -->\n")
_States = Mapping[str, State]


def marked(html: str, digest: str) -> bytes:
    """A page that tells what it was made from."""
    return f"<!-- narrator {digest} -->\n{html}".encode()


def digest_in(page: Path) -> str | None:
    """What the page was made from, or None where there is none of ours."""
    try:
        with page.open("rb") as file:
            found = _MARK.match(file.read(64))
    except OSError:
        return None
    return found[1].decode() if found else None


def names_of(each: Published) -> tuple[str, ...]:
    """An episode's page, its player alone, and its small cover where it has one: paths below the folder."""
    cover = [f"{ASSETS}/{each.name_of(SMALL)}"] if COVER in each.beside else []
    return each.name_of(PAGE), each.name_of(EMBED), *cover


def is_small_cover(name: str) -> bool:
    """Whether this path below the folder is an episode's small cover."""
    folder, _, file = name.rpartition("/")
    return folder == ASSETS and file.endswith(SMALL) and not file.startswith(".")


def is_drawn_since(small: State, cover: State) -> bool:
    """Whether a small cover was drawn, and not spoilt by a power cut, since its cover came to lie there."""
    size, modified_ns, _ = small
    return size > 0 and modified_ns > max(cover[1:])


@dataclass(frozen=True, slots=True)
class Standing:
    """What is right in a folder, and which episodes have pages to be drawn."""

    outdated: tuple[Published, ...]
    _folder: Path
    _pages: Pages
    _before: _States
    _right: Mapping[str, str]
    _is_news: bool

    def keep(self) -> None:
        """Remembers that all pages are right now; what they were made from is what it was at first."""
        if self._is_news or self.outdated:
            drawn = {each.name: self._key_of(each) for each in self.outdated}
            remember(memory_of(self._folder, "pages"), {**self._right, **drawn})

    def names(self) -> Iterable[str]:
        """All files that were there at first: paths below the folder."""
        return self._before.keys()

    def _key_of(self, each: Published) -> str:
        made = {name: state_of((self._folder / name).stat()) for name in names_of(each)}
        return _key(self._pages, each, self._before, made)


def standing(folder: Path, pages: Pages, episodes: Iterable[Published], files: _States) -> Standing:
    """How the pages of `episodes` stand in the folder, whose own files are in these states."""
    known = recall(memory_of(folder, "pages"), dict[str, str]) or {}
    states = {**files, **dict(_assets(folder / ASSETS))}
    right, outdated = dict[str, str](), []
    for each in episodes:
        key = _key(pages, each, states, states)
        if known.get(each.name) == key or _is_right(folder, pages, each, states):
            right[each.name] = key
        else:
            outdated.append(each)
    return Standing(tuple(outdated), folder, pages, states, right, right != known)


def _key(pages: Pages, each: Published, sources: _States, made: _States) -> str:
    made_from = [sources.get(each.name_of(suffix)) for suffix in (VTT, COVER)]
    return digest_of(pages.basis(each), made_from, [made.get(name) for name in names_of(each)])


def _is_right(folder: Path, pages: Pages, each: Published, states: _States) -> bool:
    """By reading the pages, where the user's cache does not know them; a power cut can leave empty files."""
    names = names_of(each)
    if not all(name in states and states[name][0] for name in names):
        return False
    page, player, *covers = names
    if not all(is_drawn_since(states[small], states[each.name_of(COVER)]) for small in covers):
        return False
    return digest_in(folder / page) == pages.digest(each) == digest_in(folder / player)


def _assets(folder: Path) -> Iterator[tuple[str, State]]:
    if folder.is_dir():
        yield from ((f"{ASSETS}/{name}", state) for name, state in states_in(folder).items())
