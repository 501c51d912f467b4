"""Where an episode's files lie: its identity, its name, and the place it already has."""

from __future__ import annotations

import re
import unicodedata
import uuid
from dataclasses import dataclass
from pathlib import Path

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


def guid_of(identity: str) -> str:
    """The episode's guid: uuid5 of the article's identity (RFC 9562, section 5.5)."""
    return str(uuid.uuid5(_NAMESPACE, identity))


def free_place(folder: Path, day: str, headline: str) -> Place:
    """A place for a new episode: its day and a short slug of its headline, a number where that is taken."""
    stem = f"{day}-{slug_of(headline)}"
    number = 1
    while (place := Place(folder / f"{stem}{f'-{number}' if number > 1 else ''}.mp3")).audio.exists():
        number += 1
    return place


def slug_of(headline: str) -> str:
    """
    >>> slug_of("Gunman Enters Azerbaijan Embassy in Tehran with Kalashnikov Rifle")
    'gunman-enters-azerbaijan-embassy'
    >>> slug_of("../../Québec’s “étoile”: ¿qué?")
    'quebecs-etoile-que'
    >>> slug_of("!!!")
    'episode'
    """
    plain = unicodedata.normalize("NFKD", re.sub("[’']", "", headline))
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)).lower())
    slug = "-".join(words[:_SLUG_WORDS])[:_SLUG_LETTERS].strip("-_")
    return unicodedata.normalize("NFC", slug) or "episode"
