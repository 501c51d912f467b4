"""The files beside an episode's MP3, of the same stem: chapters, transcript, cover, and the script with its times."""

from __future__ import annotations

from narrator import atomic
from narrator.disk import naming
from narrator.feed import chapters, transcript
from narrator.json_forms import as_line, script_to_json
from narrator.model import Episode, Script
from narrator.shelf import Place


def write_sidecars(place: Place, episode: Episode, script: Script, cover: bytes) -> None:
    """Each appears whole or not at all; raises `StorageError` naming the one that the disk refuses."""
    files = {
        place.cover: cover,
        place.chapters: chapters.to_json(episode.chapters, title=episode.title).encode(),
        place.transcript: transcript.to_vtt(episode.lines).encode(),
        place.script: as_line(script_to_json(script, episode.lines)).encode(),
    }
    for path, data in files.items():
        with naming(path):
            atomic.write(path, data)
