"""An episode as it lies in the folder that is published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from narrator.model import Episode

AUDIO = ".mp3"
VTT, SRT, CHAPTERS, COVER = BESIDE = (".vtt", ".srt", ".chapters.json", ".jpg")
"""What may stand beside an MP3, with the same stem."""
SCRIPT = ".script.json"
"""Ends the name of what was said and when; it is never published."""
PAGE = ".html"
"""Ends the name of the episode's page, of the same stem too."""


@dataclass(frozen=True, slots=True)
class Published:
    """An episode without its transcript, and what a feed must know of its files."""

    episode: Episode
    size: int
    """Bytes of the MP3."""
    digest: str
    """SHA-256 of the MP3, in hex."""
    beside: frozenset[str] = frozenset()
    """Suffixes of the files to be published with it."""
    lyrics: bool = False
    """Whether the MP3's tags hold the full text."""
    settled: bool = True
    """Whether the MP3's tags have the form that all players read."""

    @property
    def name(self) -> str:
        return self.episode.audio.name

    def name_of(self, suffix: str) -> str:
        """The name of what lies beside the MP3 and ends so."""
        return self.name.removesuffix(AUDIO) + suffix


def is_audio(name: str) -> bool:
    """Whether a file of this name is heard, and not about to be put in place."""
    return name.endswith(AUDIO) and not name.startswith(".")


def without_text(each: Published) -> Published:
    """The same without those of its files that hold the full text."""
    return replace(each, beside=each.beside - {VTT, SRT})


def newest_first(episodes: Iterable[Published]) -> list[Published]:
    """In the order of a feed; what was published at the same moment stands by guid."""
    return sorted(episodes, key=lambda each: (each.episode.published, each.episode.guid), reverse=True)
