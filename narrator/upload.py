"""Files and a feed → a target brought up to date, in an order that no interruption can break.

Audio and sidecars go first, then pages, then the feed, and only if it is still the one that was found. What
is there already is told by a manifest that lies with the files: a file counts as published if the manifest has
its digest and the target still shows the stamp it had then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from narrator.feed.rss import FEED
from narrator.model import Progress
from narrator.targets.base import File, Target

MANIFEST = ".narrator.json"
_SAVE_EVERY = 500


class Upload:
    """What a target lacks of a podcast, and the way to bring it there."""

    def __init__(self, target: Target, files: Sequence[File], feed: bytes) -> None:
        self._target, self._feed = target, feed
        self._stamps = dict(target.stamps())
        self._manifest = self._read_manifest()
        self.feed_there = target.read(FEED) if FEED in self._stamps else None
        self.changed = tuple(file for file in files if not self._has(file))
        self.stale = tuple(sorted(self._published() - {file.name for file in files}))

    @property
    def feed_changed(self) -> bool:
        return self.feed_there != self._feed

    def put_files(self, progress: Progress | None = None) -> None:
        """Everything but the feed. What was put is remembered also where the target fails."""
        done = 0
        try:
            for done, (file, stamp) in enumerate(self._put_in_order(), 1):
                self._remember(file, stamp)
                if done % _SAVE_EVERY == 0:
                    self._save_manifest()
                if progress:
                    progress("uploading", done, len(self.changed))
        finally:
            if done:
                self._save_manifest()

    def _put_in_order(self) -> Iterator[tuple[File, str]]:
        for phase in range(_LAST + 1):
            yield from self._target.put([file for file in self.changed if _phase(file.name) == phase])

    def put_feed(self) -> None:
        """The feed, if the one that is there is still the one that was found; else raises `PublishError`."""
        if self.feed_changed:
            self._stamps[FEED] = self._target.replace(FEED, self._feed, self._stamps.get(FEED))

    def remove_stale(self) -> None:
        self._target.remove(self.stale)
        for name in self.stale:
            del self._manifest.files[name]
        self._save_manifest()

    def _has(self, file: File) -> bool:
        known = self._manifest.files.get(file.name)
        return known is not None and known == (file.digest, self._stamps.get(file.name))

    def _published(self) -> set[str]:
        """What narrator put there; other files are none of its business."""
        return self._manifest.files.keys() & self._stamps.keys()

    def _remember(self, file: File, stamp: str) -> None:
        self._stamps[file.name] = stamp
        self._manifest.files[file.name] = (file.digest, stamp)

    def _read_manifest(self) -> _Manifest:
        """What is remembered; nothing if that is lost, which costs time and is no harm."""
        if MANIFEST not in self._stamps:
            return _Manifest()
        try:
            return msgspec.json.decode(self._target.read(MANIFEST) or b"", type=_Manifest)
        except msgspec.MsgspecError:
            return _Manifest()

    def _save_manifest(self) -> None:
        """Sorted here, since msgspec's own sorting takes ten times as long for the names of a large podcast."""
        data = msgspec.json.encode(_Manifest(dict(sorted(self._manifest.files.items()))))
        self._stamps[MANIFEST] = self._target.replace(MANIFEST, data, self._stamps.get(MANIFEST))


class _Manifest(msgspec.Struct):
    """Digest and stamp of every file that was published."""

    files: dict[str, tuple[str, str]] = {}


_LAST = 2


def _phase(name: str) -> int:
    """
    >>> [_phase(name) for name in ("a.mp3", "a.html", "index.html")]
    [0, 1, 2]
    """
    return (name.endswith(".html")) + (name == "index.html")
