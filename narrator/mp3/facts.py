"""What can be told of any MP3 by its headers and tags, for the checks: narrator's or another's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import mutagen.id3 as id3
from mutagen import MutagenError
from mutagen.mp3 import MP3, BitrateMode

from narrator.errors import SoundError
from narrator.model import Chapter, Milliseconds


@dataclass(frozen=True, slots=True)
class Facts:
    """What an MP3's headers and tags say."""

    version: tuple[int, int] | None
    """Of ID3, as (2, 3); None without tags."""
    title: str
    chapters: tuple[Chapter, ...]
    """In the order of their frames in the file."""
    listed: tuple[str, ...] | None
    """Titles of the chapters that the table of contents names, in its order; None without a table."""
    pictures: tuple[bytes, ...]
    rate_hz: int
    channels: int
    bitrate_kbps: int
    constant: bool
    """False if the headers tell of a variable or average bit rate."""
    duration_ms: Milliseconds


def read_facts(path: Path) -> Facts:
    """The facts of an MP3; raises `SoundError` if it is none."""
    try:
        file = MP3(path)
        tags = file.tags or id3.ID3()
        return _facts(file, tags)
    except (MutagenError, OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise SoundError(f"{path}: not an MP3 that can be read: {str(error) or 'cut'}") from error


def _facts(file: MP3, tags: id3.ID3) -> Facts:
    frames = {frame.element_id: _chapter(frame) for frame in tags.getall("CHAP")}
    return Facts(
        version=tags.version[:2] if file.tags is not None else None,
        title=_text(tags, "TIT2"),
        chapters=tuple(frames.values()),
        listed=_listed(tags, frames),
        pictures=tuple(bytes(frame.data) for frame in tags.getall("APIC")),
        rate_hz=file.info.sample_rate,
        channels=file.info.channels,
        bitrate_kbps=round(file.info.bitrate / 1000),
        constant=file.info.bitrate_mode not in (BitrateMode.VBR, BitrateMode.ABR),
        duration_ms=Milliseconds(round(file.info.length * 1000)),
    )


def _chapter(frame: id3.CHAP) -> Chapter:
    title = _text(frame.sub_frames, "TIT2")
    return Chapter(title, Milliseconds(frame.start_time), Milliseconds(frame.end_time))


def _listed(tags: id3.ID3, frames: dict[str, Chapter]) -> tuple[str, ...] | None:
    """A table of contents may name chapters, or tables that do."""
    tables = {frame.element_id: frame for frame in tags.getall("CTOC")}
    top = [table for table in tables.values() if table.flags & id3.CTOCFlags.TOP_LEVEL]
    if not top:
        return None
    parts = [
        tables[name].child_element_ids if name in tables else [name] for name in top[0].child_element_ids
    ]
    return tuple(frames[name].title for part in parts for name in part if name in frames)


def _text(tags: id3.ID3, name: str) -> str:
    frame = next(iter(tags.getall(name)), None)
    return str(frame.text[0]) if frame is not None and frame.text else ""
