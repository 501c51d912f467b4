"""Where an episode's files lie: its identity, its name, and the place it already has."""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from narrator import atomic
from narrator.disk import bytes_of
from narrator.errors import SoundError
from narrator.feed.index import index_folder
from narrator.feed.published import is_audio
from narrator.json_forms import identity_in
from narrator.model import Episode, Script
from narrator.mp3.episode import breaks_off, read_episode, read_guid
from narrator.settings import Show

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "narrator:episode")
_SLUG_WORDS, _SLUG_LETTERS = 4, 48


@dataclass(frozen=True, slots=True)
class Place:
    """An episode's MP3 and what stands beside it, all of the same stem."""

    audio: Path

    @property
    def chapters(self) -> Path:
        return self.audio.with_suffix(".chapters.json")

    @property
    def transcript(self) -> Path:
        return self.audio.with_suffix(".vtt")

    @property
    def cover(self) -> Path:
        return self.audio.with_suffix(".jpg")

    @property
    def script(self) -> Path:
        return self.audio.with_suffix(".script.json")

    @property
    def claim(self) -> Path:
        """Stands here while the episode is made for the first time, and holds its guid."""
        return self.audio.with_name(f".{self.audio.stem}.claim")


def guid_of(identity: str) -> str:
    """The episode's guid: uuid5 of the article's identity (RFC 9562, section 5.5)."""
    return str(uuid.uuid5(_NAMESPACE, identity))


@contextmanager
def free_place(folder: Path, day: str, headline: str, guid: str) -> Iterator[Place]:
    """A place for a new episode: its day and a short slug of its headline, a number where that is taken.

    It is the episode's alone while the block lasts, whoever else works in the folder.
    """
    stem = f"{day}-{slug_of(headline)}"
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    place = next(place for name in names if _claims(place := Place(folder / f"{name}.mp3"), guid))
    try:
        yield place
    finally:
        place.claim.unlink(missing_ok=True)


def _claims(place: Place, guid: str) -> bool:
    """Whether the place is now this episode's; a claim that a killed run left is good for the same again."""
    try:
        with place.claim.open("x", encoding="utf-8") as file:
            file.write(guid)
    except FileExistsError:
        with suppress(FileNotFoundError):
            return place.claim.read_text(encoding="utf-8") == guid
        return False
    if place.audio.exists() and _guid_of(place) != guid:
        place.claim.unlink(missing_ok=True)
        return False
    return True


def sweep(folder: Path) -> None:
    """Removes what killed runs left half made in a folder of episodes, a day later. Raises `OSError`."""
    atomic.sweep(folder)
    for claim in folder.glob(".*.claim"):
        atomic.remove_if_left(claim)


def slug_of(headline: str) -> str:
    """
    >>> slug_of("Gunman Enters Azerbaijan Embassy in Tehran with Kalashnikov Rifle")
    'gunman-enters-azerbaijan-embassy'
    >>> slug_of("../../Québec’s “étoile”: ¿qué?")
    'quebecs-etoile-que'
    >>> slug_of("が開館。दिल्ली में")
    'が開館-दिल्ली-में'
    >>> slug_of("!!!")
    'episode'
    """
    folded = unicodedata.normalize("NFKD", re.sub("[’']", "", headline)).lower()
    plain = unicodedata.normalize("NFC", re.sub(r"(?<=[a-z])[\u0300-\u036f]+", "", folded))
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain).split()
    return "-".join(words[:_SLUG_WORDS])[:_SLUG_LETTERS].strip("-") or "episode"


class Shelf:
    """A folder of episodes, which is read once; from then on only what comes to lie there is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: dict[str, int] = {}
        """MP3s that were looked at, and their inodes: what takes the place of one has another."""
        self._places: dict[str, Place] = {}
        """By guid, as it was when they were looked at."""

    @contextmanager
    def place_of(
        self, script: Script, show: Show, published: dt.date | None
    ) -> Iterator[tuple[Place, dt.datetime]]:
        """Where the script's episode lies and when it is published: as before where it was made before.

        The date is the one asked for, else that of the episode already made, else the article's own, else today.
        """
        guid = guid_of(script.identity)
        own = script.metadata.date if show.dated == "article" else None
        when = _midnight(published or own or dt.datetime.now(dt.UTC).date())
        if found := self.find(guid):
            yield found, when if published else _published(found) or when
            return
        with free_place(self.folder, when.date().isoformat(), script.title, guid) as place:
            yield place, when

    def find(self, guid: str) -> Place | None:
        """Where an episode lies, also if its MP3 is damaged, or came there from another run meanwhile."""
        if not self._seen:
            self._read_index()
        known = self._places.pop(guid, None)
        if known and _guid_of(known) == guid:
            self._places[guid] = known
        else:
            self._look_again({})
        return self._places.get(guid)

    def _read_index(self) -> None:
        if self.folder.is_dir():
            indexed = index_folder(self.folder).episodes
            self._look_again({each.name: each.episode.guid for each in indexed})

    def _look_again(self, known: Mapping[str, str]) -> None:
        """Reads the guids of MP3s that are new, but those that are known."""
        there = _inodes(self.folder)
        for name in sorted(name for name, inode in there.items() if self._seen.get(name) != inode):
            place = Place(self.folder / name)
            if guid := known.get(name) or _guid_of(place):
                self._places.setdefault(guid, place)
        self._seen = there


def _inodes(folder: Path) -> dict[str, int]:
    """Of the MP3s in a folder; one sweep, and no file is asked for anything."""
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:
        return {entry.name: entry.inode() for entry in entries if is_audio(entry.name)}


def _guid_of(place: Place) -> str:
    """In the tags of the MP3; where that is damaged, by the script beside it. Empty if there is no episode."""
    try:
        return read_guid(place.audio)
    except SoundError:
        return _guid_beside(place)


def _guid_beside(place: Place) -> str:
    if not (place.audio.is_file() and place.script.is_file()):
        return ""
    identity = identity_in(bytes_of(place.script))
    return guid_of(identity) if identity else ""


def _published(place: Place) -> dt.datetime | None:
    """By the tags of the MP3; where that is damaged, by the day in its name."""
    try:
        return read_episode(place.audio).published
    except SoundError:
        with suppress(ValueError):
            return _midnight(dt.date.fromisoformat(place.audio.name[:10]))
        return None


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def finished(place: Place, recipe: str) -> Episode | None:
    """The episode that lies here whole and was made by this recipe."""
    if not all(
        path.is_file() for path in (place.audio, place.chapters, place.transcript, place.cover, place.script)
    ):
        return None
    try:
        episode = read_episode(place.audio)
        return episode if episode.recipe == recipe and not breaks_off(place.audio) else None
    except SoundError:
        return None
