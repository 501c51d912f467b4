"""A feed of many episodes, of which only those that changed are drawn again.

Items lie in the user's cache, under what they are drawn from: the MP3's bytes, its name, the files beside it,
the show, the address, and the very code that draws. Losing them costs time and changes no byte.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import msgspec

from narrator.feed import rss
from narrator.feed.code_version import code_version
from narrator.feed.published import Published, newest_first
from narrator.feed.remembered import memory_of, recall, remember
from narrator.settings import Show

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Drawn:
    """A feed, and what is new in it."""

    feed: bytes
    """As `rss.render` gives it."""
    news: tuple[bytes, ...]
    """What is new in it, in feeds of their own: the parsed feed of ten thousand episodes would fill memory."""
    _items: dict[str, bytes] = field(repr=False)
    _memory: Path
    _is_new: bool

    def keep(self) -> None:
        """Spares drawing these items again; they should have been proved good."""
        if self._is_new:
            remember(self._memory, self._items)


def draw_feed(folder: Path, show: Show, base_url: str, episodes: Iterable[Published]) -> Drawn:
    """The feed of a folder, newest episode first, as it will be reachable at `base_url`."""
    listed, memory = newest_first(episodes), memory_of(folder, "items")
    known, context = recall(memory, dict[str, bytes]) or {}, _context(show, base_url)
    keys = [_key(context, each) for each in listed]
    fresh = {key: each for key, each in zip(keys, listed, strict=True) if key not in known}
    drawn = {key: rss.render_item(show, base_url, each) for key, each in fresh.items()}
    items = {key: drawn.get(key) or known[key] for key in keys}
    feed = rss.assemble(show, base_url, listed, items.values())
    starts = range(0, len(drawn) or 1, _AT_ONCE)
    parts = (islice(drawn.items(), start, start + _AT_ONCE) for start in starts)
    news = (_part(show, base_url, dict(part), fresh) for part in parts)
    return Drawn(feed, tuple(news), items, memory, bool(drawn))


def _part(show: Show, base_url: str, items: dict[str, bytes], episodes: dict[str, Published]) -> bytes:
    return rss.assemble(show, base_url, [episodes[key] for key in items], items.values())


def _key(context: str, each: Published) -> str:
    """The tags are part of the bytes, so that their digest stands for the episode too."""
    return "\0".join([context, each.digest, each.name, *sorted(each.beside)])


def _context(show: Show, base_url: str) -> str:
    what = msgspec.json.encode([show, base_url, code_version("feed", "model.py")])
    return hashlib.sha256(what).hexdigest()
