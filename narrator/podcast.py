"""A folder of episodes → a podcast in place: feed, pages, cover, and transcripts for older players."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from narrator import atomic
from narrator.disk import naming
from narrator.errors import NarratorError, PublishError
from narrator.feed import rss
from narrator.feed.artwork import show_cover
from narrator.feed.chapters import holds_chapters, to_json
from narrator.feed.check_feed import check_feed
from narrator.feed.drawn import draw_feed
from narrator.feed.findings import Finding, errors_among
from narrator.feed.identity import public_url, with_guid
from narrator.feed.in_processes import refuse_while_starting
from narrator.feed.index import Index, index_folder
from narrator.feed.proved import errors_in_files
from narrator.feed.published import BESIDE, CHAPTERS, PAGE, SCRIPT, SRT, VTT, Published, without_text
from narrator.feed.ready import refuse_unready
from narrator.feed.states import State, states_in
from narrator.feed.transcript import to_srt
from narrator.model import Progress
from narrator.mp3.settle import settle
from narrator.settings import Settings
from narrator.site import render as render_pages
from narrator.site.captions import read_lines
from narrator.site.look import ASSETS

_LOCK, _WAIT_S = ".narrator.lock", 600
_OURS = re.compile(rb"<generator>narrator\b")
_HEAD_BYTES = 16_384


@dataclass(frozen=True, slots=True)
class Podcast:
    """A folder that can be published as it lies."""

    settings: Settings
    """With the show's guid, and the address that listeners reach the folder at."""
    episodes: tuple[Published, ...]
    feed: bytes
    files: tuple[str, ...]
    """What the feed names, itself or through a page: paths below the folder, with `/`."""
    ignored: tuple[NarratorError, ...] = ()
    """MP3s of the folder that are no episodes, each with the reason."""
    withheld: tuple[str, ...] = ()
    """Names of files with full texts, which are not part of a podcast that keeps its texts to itself."""

    @property
    def feed_url(self) -> str:
        return rss.address(self.settings.publish.base_url, rss.FEED)


def render_folder(
    settings: Settings,
    folder: Path,
    settings_file: Path | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Podcast:
    """The folder made a podcast in place, the feed last; what is right already is not touched.

    Raises `UsageError` naming every setting that is missing, `PublishError` for a feed of another origin (unless
    `force`), and `StorageError` for files that cannot be read or written.
    """
    with alone(folder):
        return render_alone(settings, folder, settings_file, force, progress)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else publishes this folder meanwhile; waits ten minutes for who does."""
    refuse_while_starting()
    lock = FileLock(folder / _LOCK)
    with naming(folder):
        try:
            lock.acquire(timeout=_WAIT_S)
        except Timeout as error:
            raise PublishError(f"{folder}: being published by another narrator for {_WAIT_S} s") from error
    try:
        yield
    finally:
        lock.release()


def render_alone(
    settings: Settings, folder: Path, settings_file: Path | None, force: bool, progress: Progress | None
) -> Podcast:
    """`render_folder` for who holds the lock."""
    refuse_unready(settings)
    refuse_foreign(_head(folder / rss.FEED), folder / rss.FEED, force)
    settings = _at_public_address(with_guid(settings, settings_file))
    cover = show_cover(settings.show, settings_file.parent if settings_file else Path())
    index = _settled(settings, folder, progress)
    _put(folder / rss.SHOW_COVER, cover)
    index = _with_srt(index, settings.publish.transcript)
    pages = render_pages(folder, settings.show, settings.publish, index.episodes, progress, index.files)
    feed = _checked_feed(settings, index, folder, progress)
    _put(folder / rss.FEED, feed)
    names, withheld = _names(index.episodes, pages), _withheld(settings, index)
    return Podcast(settings, index.episodes, feed, names, index.unreadable, withheld)


def describe_folder(settings: Settings, folder: Path, progress: Progress | None = None) -> Podcast:
    """What the folder would be published as, as it lies; nothing is written."""
    refuse_unready(settings)
    settings = _at_public_address(with_guid(settings, None, keep=False))
    index = _index(settings, folder, progress)
    feed = draw_feed(folder, settings.show, settings.publish.base_url, index.episodes).feed
    assets = states_in(folder / ASSETS) if (folder / ASSETS).is_dir() else {}
    pages = [name for name in index.files if name.endswith(PAGE)] + [f"{ASSETS}/{name}" for name in assets]
    names = _names(index.episodes, sorted(pages))
    return Podcast(settings, index.episodes, feed, names, index.unreadable)


def _at_public_address(settings: Settings) -> Settings:
    return settings.at_address(public_url(settings))


def _index(settings: Settings, folder: Path, progress: Progress | None) -> Index:
    """The episodes, with those files that may be published. Raises `PublishError` where one may not."""
    index = index_folder(folder, progress)
    _refuse_doubles(index.episodes)
    if settings.publish.transcript:
        return index
    _refuse_full_text(index.episodes)
    return replace(index, episodes=tuple(map(without_text, index.episodes)))


def _settled(settings: Settings, folder: Path, progress: Progress | None) -> Index:
    """The same, once what tag editors left is in the form that all players read, in every file."""
    index = _index(settings, folder, progress)
    edited = [each for each in index.episodes if not each.settled]
    for each in edited:
        settle(each.episode.audio)
    for each in index.episodes:
        _put_chapters(each, index.files)
    return _index(settings, folder, progress) if edited else index


def _put_chapters(each: Published, files: Mapping[str, State]) -> None:
    """The chapters file as the tags have the chapters, where they were edited since."""
    name, chapters = each.name_of(CHAPTERS), each.episode.chapters
    if name not in files:
        return
    path, unedited = each.episode.audio.with_name(name), _is_younger(files[name], files[each.name])
    with naming(path):
        if not (each.settled and unedited) and not holds_chapters(path.read_bytes(), chapters):
            atomic.write(path, to_json(chapters, title=each.episode.title).encode())


def _withheld(settings: Settings, index: Index) -> tuple[str, ...]:
    told = () if settings.publish.transcript else (VTT, SRT, SCRIPT)
    names = (each.name_of(suffix) for each in index.episodes for suffix in told)
    return tuple(name for name in names if name in index.files)


def refuse_foreign(feed: bytes | None, where: object, force: bool) -> None:
    """Raises `PublishError` for a feed that narrator did not write."""
    if feed is not None and not force and not _OURS.search(feed[:_HEAD_BYTES]):
        raise PublishError(f"{where}: a feed that narrator did not write", "--force replaces it")


def refuse_errors(findings: Iterable[Finding]) -> None:
    """Raises `PublishError` for what directories would refuse."""
    errors = errors_among(dict.fromkeys(findings))
    if errors:
        more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
        raise PublishError(f"not published: {errors[0]}{more}")


def _checked_feed(settings: Settings, index: Index, folder: Path, progress: Progress | None) -> bytes:
    """The feed; what is new in it is checked, the rest was when it was new."""
    show, base_url = settings.show, settings.publish.base_url
    drawn = draw_feed(folder, show, base_url, index.episodes)
    feed_url = rss.address(base_url, rss.FEED)
    in_feed = (finding for part in drawn.news for finding in check_feed(part, feed_url))
    refuse_errors((*in_feed, *errors_in_files(folder, index.episodes, index.files, progress)))
    drawn.keep()
    return drawn.feed


def _refuse_doubles(episodes: Iterable[Published]) -> None:
    """Two MP3s of one guid, as a copy has, are one episode to every app."""
    names: dict[str, str] = {}
    for each in episodes:
        other = names.setdefault(each.episode.guid, each.name)
        if other != each.name:
            raise PublishError(f"{other} and {each.name} are the same episode", "remove one of them")


def _refuse_full_text(episodes: Iterable[Published]) -> None:
    """A show that keeps its texts to itself must not give them away in the tags of its MP3s."""
    telling = [each.name for each in episodes if each.lyrics]
    if telling:
        more = f" and {len(telling) - 1} more" if len(telling) > 1 else ""
        why = f"{telling[0]}{more}: the tags hold the full text, but [publish] transcript is false"
        raise PublishError(why, "make them again, or set transcript = true")


def _head(feed: Path) -> bytes | None:
    if not feed.exists():
        return None
    with naming(feed), feed.open("rb") as file:
        return file.read(_HEAD_BYTES)


def _put(path: Path, data: bytes) -> None:
    with naming(path):
        atomic.write(path, data)


def _with_srt(index: Index, transcript: bool) -> Index:
    """The same, each episode with a SubRip file made from its WebVTT where that is newer."""
    if not transcript:
        return index
    episodes = (_put_srt(each, index.files) if VTT in each.beside else each for each in index.episodes)
    return replace(index, episodes=tuple(episodes))


def _put_srt(each: Published, files: Mapping[str, State]) -> Published:
    if _is_younger(files.get(each.name_of(SRT)), files[each.name_of(VTT)]):
        return each
    vtt, srt = (each.episode.audio.with_name(each.name_of(suffix)) for suffix in (VTT, SRT))
    with naming(srt):
        atomic.write(srt, to_srt(read_lines(vtt)).encode(), durable=False)
    return replace(each, beside=each.beside | {SRT})


def _is_younger(made: State | None, source: State) -> bool:
    """Whether `made` follows from `source`, and is not what a power cut left of it."""
    return made is not None and made[0] > 0 and made[1] >= source[1]


def _names(episodes: Iterable[Published], pages: Iterable[str]) -> tuple[str, ...]:
    audio = (name for each in episodes for name in _names_of(each))
    return tuple(dict.fromkeys([rss.SHOW_COVER, *audio, *pages]))


def _names_of(each: Published) -> Iterator[str]:
    yield each.name
    yield from (each.name_of(suffix) for suffix in BESIDE if suffix in each.beside)
