"""An episode as the ID3v2.3 tags of its MP3. Together with `episode`, the only module that knows ID3.

Version 2.3, since Apple Podcasts and ffmpeg lose chapters of 2.4. Sources: id3.org's id3v2.3.0 and the
ID3v2 Chapter Frame Addendum 1.0.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import mutagen.id3 as id3
from mutagen import MutagenError
from mutagen.mp3 import MP3

from narrator.errors import SoundError
from narrator.model import Chapter, Episode, Line
from narrator.mp3.episode import OWN, read_episode
from narrator.mp3.frames import ENCODER
from narrator.mp3.info import bitrate_kbps
from narrator.mp3.languages import three_letters
from narrator.mp3.marks import marks_of
from narrator.web_address import ascii_address

_ROOM_FOR_EDITORS = 1024
_IN_MILLISECONDS = 2
_LYRICS = 1
_MOST_CHILDREN = 255


def write_tags(
    path: Path,
    episode: Episode,
    cover_jpeg: bytes | None = None,
    lyrics: bool = True,
    uncorrected: Episode | None = None,
) -> None:
    """Tag the MP3 at `path` with all that `episode` says, in place, and read it back.

    Without `lyrics` the text and its times stay out. Where the episode has corrections of earlier tags,
    `uncorrected` is the one without, so that they are known for corrections again. Raises `SoundError` if
    what is read is not what was written.
    """
    told = storable(episode if lyrics else replace(episode, lines=()))
    marks = marks_of(storable(uncorrected or episode))
    try:
        tags = id3.ID3()
        for frame in _frames(told, cover_jpeg, f"{ENCODER} -b {_bitrate_kbps(path)}"):
            tags.add(frame)
        tags.add(_own_frame("marks", json.dumps(marks)))
        tags.save(path, v1=0, v2_version=3, padding=lambda _: _ROOM_FOR_EDITORS)
    except (MutagenError, OSError) as error:
        raise SoundError(f"{path}: tags could not be written: {error}") from error
    _refuse_difference(path, told, read_episode(path))


def _bitrate_kbps(path: Path) -> int:
    with path.open("rb") as file:
        file.seek(MP3(path).info.frame_offset)
        return bitrate_kbps(file.read(4))


def storable(value: Any) -> Any:
    """A value whose texts ID3 can hold: NUL would end them, and lone surrogates are no text."""
    match value:
        case str():
            return value.replace("\0", "").encode("utf-8", "replace").decode()
        case tuple():
            return tuple(storable(item) for item in value)
        case Episode() | Chapter() | Line():
            return replace(value, **{f.name: storable(getattr(value, f.name)) for f in fields(value)})
    return value


def _refuse_difference(path: Path, told: Episode, found: Episode) -> None:
    wordless = tuple(replace(line, words=()) for line in told.lines)
    expected = replace(told, audio=path, lines=wordless)
    differing = [f.name for f in fields(Episode) if getattr(expected, f.name) != getattr(found, f.name)]
    if differing:
        raise SoundError(f"{path}: the tags read back differ from what was written: {', '.join(differing)}")


def _frames(episode: Episode, cover_jpeg: bytes | None, encoder: str) -> Iterator[id3.Frame]:
    yield from _standard(episode, encoder)
    yield from _own(episode)
    yield from _lyrics(episode)
    yield from chapter_frames(episode.chapters)
    if cover_jpeg:
        yield id3.APIC(
            encoding=id3.Encoding.LATIN1, mime="image/jpeg", type=id3.PictureType.COVER_FRONT, data=cover_jpeg
        )


def _standard(episode: Episode, encoder: str) -> Iterator[id3.Frame]:
    texts = {
        id3.TIT2: episode.title,
        id3.TPE1: episode.show_author,
        id3.TALB: episode.show_title,
        id3.TCON: "Podcast",
        id3.TPOS: str(episode.season or ""),
        id3.TRCK: str(episode.number or ""),
        id3.TLAN: three_letters(episode.language),
        id3.TLEN: str(episode.duration_ms),
        id3.TENC: "narrator",
        id3.TSSE: encoder,
    }
    yield from (frame(encoding=_encoding(text), text=text) for frame, text in texts.items() if text)
    yield from date_frames(episode.published)
    if episode.description:
        yield id3.COMM(
            encoding=_encoding(episode.description),
            lang=three_letters(episode.language),
            desc="",
            text=episode.description,
        )
    if url := ascii_address(episode.url or ""):
        yield id3.WOAS(url=url)


def date_frames(published: dt.datetime) -> Iterator[id3.Frame]:
    """Year, day and time, in UTC; midnight is no time."""
    when = published.astimezone(dt.UTC)
    yield id3.TYER(encoding=id3.Encoding.LATIN1, text=f"{when:%Y}".zfill(4))
    yield id3.TDAT(encoding=id3.Encoding.LATIN1, text=f"{when:%d%m}")
    if when.time() != dt.time():
        yield id3.TIME(encoding=id3.Encoding.LATIN1, text=f"{when:%H%M}")


def _own(episode: Episode) -> Iterator[id3.Frame]:
    texts = {
        "guid": episode.guid,
        "source": episode.source,
        "published": episode.published.astimezone(dt.UTC).isoformat(),
        "language": episode.language,
        "voice": episode.voice,
        "authors": json.dumps(episode.authors, ensure_ascii=False) if episode.authors else None,
        "site": episode.site,
        "url": episode.url,
        "image": episode.image,
        "loudness_lufs": _number(episode.loudness_lufs),
        "true_peak_dbtp": _number(episode.true_peak_dbtp),
        "recipe": episode.recipe,
        "lines": _ends_and_voices(episode.lines) if episode.lines else None,
    }
    for name, text in texts.items():
        if text:
            yield _own_frame(name, text)


def _own_frame(name: str, text: str) -> id3.Frame:
    return id3.TXXX(encoding=_encoding(text), desc=OWN + name, text=text)


def _number(value: float | None) -> str | None:
    return None if value is None else repr(float(value))


def _ends_and_voices(lines: tuple[Line, ...]) -> str:
    """What SYLT cannot say of a line."""
    voices = [(voice, len(list(run))) for voice, run in itertools.groupby(line.voice for line in lines)]
    return json.dumps({"ends_ms": [line.end_ms for line in lines], "voices": voices}, ensure_ascii=False)


def _lyrics(episode: Episode) -> Iterator[id3.Frame]:
    if not episode.lines:
        return
    text = "\n".join(line.text for line in episode.lines)
    encoding, language = _encoding(text), three_letters(episode.language)
    yield id3.USLT(encoding=encoding, lang=language, desc="", text=text)
    yield id3.SYLT(
        encoding=encoding,
        lang=language,
        format=_IN_MILLISECONDS,
        type=_LYRICS,
        desc="",
        text=[(line.text, line.start_ms) for line in episode.lines],
    )


def chapter_frames(chapters: tuple[Chapter, ...]) -> Iterator[id3.Frame]:
    """CHAP frames of equal size, as mutagen writes frames in order of size, and players read in order."""
    if not chapters:
        return
    sizes = [len(chapter.title.encode("utf-16")) for chapter in chapters]
    names = [f"chp{i:05}".ljust(8 + max(sizes) - size, "-") for i, size in enumerate(sizes)]
    yield from map(_chapter, names, chapters)
    yield from _contents(names)


def _chapter(name: str, chapter: Chapter) -> id3.Frame:
    return id3.CHAP(
        element_id=name,
        start_time=chapter.start_ms,
        end_time=chapter.end_ms,
        sub_frames=[id3.TIT2(encoding=id3.Encoding.UTF16, text=chapter.title)],
    )


def _contents(names: list[str]) -> Iterator[id3.Frame]:
    """One table of contents on top; where a table's 255 children are not enough, tables below it."""
    parts = [names[start : start + _MOST_CHILDREN] for start in range(0, len(names), _MOST_CHILDREN)]
    if len(parts) == 1:
        yield _table("toc", id3.CTOCFlags.TOP_LEVEL, names)
        return
    tables = [f"toc{i:03}" for i in range(len(parts))]
    yield _table("toc", id3.CTOCFlags.TOP_LEVEL, tables)
    yield from (_table(table, id3.CTOCFlags(0), part) for table, part in zip(tables, parts, strict=True))


def _table(name: str, level: int, children: list[str]) -> id3.Frame:
    return id3.CTOC(
        element_id=name, flags=level | id3.CTOCFlags.ORDERED, child_element_ids=children, sub_frames=[]
    )


def _encoding(text: str) -> int:
    return int(id3.Encoding.LATIN1 if text.isascii() else id3.Encoding.UTF16)
