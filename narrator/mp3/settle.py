"""Tags that an editor saved, once more in the form that all players read."""

from __future__ import annotations

import shutil
from pathlib import Path

import mutagen.id3 as id3
from mutagen import MutagenError

from narrator import atomic
from narrator.errors import SoundError
from narrator.mp3.episode import read_episode
from narrator.mp3.tags import chapter_frames, date_frames


def settle(path: Path) -> None:
    """Saves the tags of an episode as ID3v2.3 with chapters in order: editors use 2.4, or sort frames by size.

    All that they say stays. Raises `SoundError` if the file cannot be read or written.
    """
    episode = read_episode(path)
    try:
        with atomic.replacing(path) as fresh:
            shutil.copyfile(path, fresh)
            tags = id3.ID3(fresh)
            for name in ("CHAP", "CTOC", "TDRC"):
                tags.delall(name)
            for frame in (*chapter_frames(episode.chapters), *date_frames(episode.published)):
                tags.add(frame)
            tags.update_to_v23()
            tags.save(fresh, v2_version=3)
    except (MutagenError, OSError) as error:
        raise SoundError(f"{path}: tags could not be written: {error}") from error
