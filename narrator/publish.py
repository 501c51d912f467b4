"""A folder of episodes → a podcast at its destination: rendered, checked, uploaded, the feed last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import NarratorError, PublishError, UsageError
from narrator.feed.check_feed import check_feed
from narrator.feed.digests import digests_of
from narrator.feed.identity import secret_folder
from narrator.feed.rss import FEED
from narrator.model import Progress
from narrator.podcast import (
    Podcast,
    alone,
    describe_folder,
    refuse_errors,
    refuse_foreign,
    render_alone,
)
from narrator.settings import Settings
from narrator.targets.address import find_place, folder_of
from narrator.targets.base import File
from narrator.upload import Upload


@dataclass(frozen=True, slots=True)
class Report:
    """What was done, or with a dry run what would be."""

    feed_url: str
    uploaded: tuple[str, ...]
    unchanged: int
    stale: tuple[str, ...]
    """Published once, and no longer named by the feed."""
    removed: bool = False
    """Whether the stale files are gone."""
    ignored: tuple[NarratorError, ...] = ()
    """MP3s of the folder that are no episodes, each with the reason."""


def publish(
    settings: Settings,
    folder: Path,
    dest: str,
    *,
    settings_file: Path | None = None,
    dry_run: bool = False,
    prune: bool = False,
    force: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Renders the folder and brings `dest` up to date; with `prune` what the feed no longer names is removed.

    A private show goes into a folder of `dest` whose name cannot be guessed. Raises `UsageError` for settings
    or a destination that will not do, and `PublishError` or `StorageError` for whatever stopped the upload: the
    feed at `dest` then stays as it was, and publishing again finishes the work.
    """
    _refuse_itself(folder, dest)
    place = find_place(dest)
    with alone(folder):
        podcast = _podcast(settings, folder, settings_file, dry_run, force, progress)
        files = _files_of(podcast, folder, dry_run, progress)
        upload = Upload(place(secret_folder(podcast.settings)), files, podcast.feed)
        refuse_foreign(upload.feed_there, f"{FEED} at the destination", force)
        if not dry_run:
            _bring(upload, prune, progress)
        return _report(podcast, upload, len(files), removed=prune and not dry_run)


def _bring(upload: Upload, prune: bool, progress: Progress | None) -> None:
    """The files, then the feed that names them; what it no longer names goes last."""
    upload.put_files(progress)
    _refuse_changed(upload.changed)
    upload.put_feed()
    if prune:
        upload.remove_stale()


def _refuse_itself(folder: Path, dest: str) -> None:
    if "://" not in dest and folder_of(dest).resolve() == folder.resolve():
        raise UsageError(
            f"{dest}: the folder of the episodes itself", "without DEST it is published in place"
        )


def _podcast(
    settings: Settings,
    folder: Path,
    settings_file: Path | None,
    dry_run: bool,
    force: bool,
    progress: Progress | None,
) -> Podcast:
    if not dry_run:
        return render_alone(settings, folder, settings_file, force, progress)
    podcast = describe_folder(settings, folder, progress)
    refuse_errors(check_feed(podcast.feed, podcast.feed_url))
    return podcast


def _files_of(podcast: Podcast, folder: Path, dry_run: bool, progress: Progress | None) -> tuple[File, ...]:
    """The files with their digests; a dry run leaves out what would be drawn first."""
    names = [name for name in podcast.files if not dry_run or (folder / name).is_file()]
    read = iter(range(1, len(names) + 1))
    digests = digests_of(folder, names, lambda _: progress and progress("reading", next(read), len(names)))
    return tuple(File(name, folder, digest, state) for name, (state, digest) in digests.items())


def _refuse_changed(uploaded: Iterable[File]) -> None:
    """The feed tells of the files as they were rendered; another program may have changed them since."""
    changed = next((file for file in uploaded if file.has_changed()), None)
    if changed:
        raise PublishError(f"{changed.path}: changed while it was published", "publish again")


def _report(podcast: Podcast, upload: Upload, files: int, removed: bool) -> Report:
    uploaded = tuple(file.name for file in upload.changed) + ((FEED,) if upload.feed_changed else ())
    return Report(
        feed_url=podcast.feed_url,
        uploaded=uploaded,
        unchanged=files - len(upload.changed),
        stale=upload.stale,
        removed=removed,
        ignored=podcast.ignored,
    )
