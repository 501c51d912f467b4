"""Where an episode's files lie: its identity, its name, and the place it already has."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from narrator import atomic
from narrator.errors import SoundError
from narrator.feed.index import find_by_guid
from narrator.model import Episode, Script
from narrator.mp3.episode import read_episode
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
    if place.audio.exists():
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


@contextmanager
def place_of(
    script: Script, folder: Path, show: Show, published: dt.date | None
) -> Iterator[tuple[Place, dt.datetime]]:
    """Where the script's episode lies and when it is published: as before where it was made before.

    The date is the one asked for, else that of the episode already made, else the article's own, else today.
    """
    guid = guid_of(script.identity)
    own = script.metadata.date if show.dated == "article" else None
    when = _midnight(published or own or dt.datetime.now(dt.UTC).date())
    if found := find_by_guid(folder, guid):
        yield Place(found), when if published else read_episode(found).published
        return
    with free_place(folder, when.date().isoformat(), script.title, guid) as place:
        yield place, when


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
    except SoundError:
        return None
    return episode if episode.recipe == recipe else None
