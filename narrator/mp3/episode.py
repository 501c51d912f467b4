"""The episode that an MP3's tags tell of; they are its only record.

Where a standard frame and one of narrator's own say the same, the standard one wins if it was edited.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
from pathlib import Path

import mutagen.id3 as id3
from mutagen import MutagenError
from mutagen.mp3 import MP3

from narrator.errors import SoundError
from narrator.model import Chapter, Episode, Line, Milliseconds
from narrator.mp3.languages import shortest_tag, three_letters
from narrator.mp3.marks import mark_of
from narrator.web_address import ascii_address

OWN = "narrator_"
"""Prefix of the TXXX frames for what ID3 has no frame for."""


def read_episode(path: Path) -> Episode:
    """The episode in an MP3 that narrator made; raises `SoundError` for any other file.

    Its lines carry no words; its duration is that of the sound.
    """
    return _read(path)[0]


def read_tagged(path: Path) -> tuple[Episode, bool]:
    """`read_episode`, and whether its tags are settled: ID3v2.3, chapters listed in order of time."""
    episode, tags = _read(path)
    return episode, _is_settled(tags)


def read_marked(path: Path) -> tuple[Episode, dict[str, str]]:
    """`read_episode`, and what `marks_of` gave when narrator wrote its tags."""
    episode, tags = _read(path)
    return episode, _marks(tags)


def read_guid(path: Path) -> str:
    """The guid in the tags of an MP3, empty in another's; raises `SoundError` for what is no MP3 (any longer)."""
    return _own(_opened(path).tags or id3.ID3(), "guid")


def breaks_off(path: Path) -> bool:
    """Whether an MP3 of constant bit rate holds less sound than its first frame tells of."""
    file = _opened(path)
    told: float = file.info.length * file.info.bitrate / 8
    there: int = path.stat().st_size - (file.tags.size if file.tags else 0)
    return there < told


def _read(path: Path) -> tuple[Episode, id3.ID3]:
    file = _opened(path)
    tags = file.tags or id3.ID3()
    if not _own(tags, "guid"):
        raise SoundError(f"{path}: an MP3, but not an episode that narrator made")
    try:
        return _episode(path, tags, Milliseconds(round(file.info.length * 1000))), tags
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise SoundError(f"{path}: tags that make no sense: {error}") from error


def _opened(path: Path) -> MP3:
    try:
        return MP3(path)
    except (MutagenError, OSError) as error:
        raise SoundError(f"{path}: not an MP3 that can be read: {str(error) or 'it breaks off'}") from error


def _marks(tags: id3.ID3) -> dict[str, str]:
    return {str(name): str(mark) for name, mark in json.loads(_own(tags, "marks") or "{}").items()}


def _episode(path: Path, tags: id3.ID3, duration_ms: Milliseconds) -> Episode:
    return Episode(
        audio=path,
        guid=_own(tags, "guid"),
        source=_own(tags, "source"),
        title=_text(tags, "TIT2"),
        published=_published(tags),
        duration_ms=duration_ms,
        chapters=_chapters(tags),
        lines=_lines(tags, duration_ms),
        description=_text(tags, "COMM"),
        language=_language(tags),
        voice=_own(tags, "voice"),
        show_title=_text(tags, "TALB"),
        show_author=_text(tags, "TPE1"),
        authors=_authors(tags),
        site=_own(tags, "site") or None,
        url=_url(tags),
        image=_own(tags, "image") or None,
        season=_place(tags, "TPOS"),
        number=_place(tags, "TRCK"),
        loudness_lufs=_level(tags, "loudness_lufs"),
        true_peak_dbtp=_level(tags, "true_peak_dbtp"),
        recipe=_own(tags, "recipe"),
    )


def _authors(tags: id3.ID3) -> tuple[str, ...]:
    """Whom an editor named as the artist, who is the show's author otherwise; else who wrote the article."""
    artist, marks = _text(tags, "TPE1"), _marks(tags)
    if artist and marks.get("show_author") not in (None, mark_of(artist)):
        return (artist,)
    return tuple(str(name) for name in json.loads(_own(tags, "authors") or "[]"))


def _is_settled(tags: id3.ID3) -> bool:
    starts = [frame.start_time for frame in tags.getall("CHAP")]
    listed = bool(tags.getall("CTOC")) or not starts
    return tags.version[:2] == (2, 3) and starts == sorted(starts) and listed


def _own(tags: id3.ID3, name: str) -> str:
    return _first(tags.get(f"TXXX:{OWN}{name}"))


def _text(tags: id3.ID3, name: str) -> str:
    return _first(next(iter(tags.getall(name)), None))


def _first(frame: id3.Frame | None) -> str:
    return str(frame.text[0]) if frame is not None and frame.text else ""


def _level(tags: id3.ID3, name: str) -> float | None:
    text = _own(tags, name)
    return float(text) if text else None


def _place(tags: id3.ID3, name: str) -> int | None:
    """The number before the slash of `3/12`."""
    place = _text(tags, name).partition("/")[0].strip()
    return int(place) if place.isdecimal() else None


def _published(tags: id3.ID3) -> dt.datetime:
    """To the second from narrator's own frame, unless the date players show has been edited."""
    exact = dt.datetime.fromisoformat(_own(tags, "published")).astimezone(dt.UTC)
    shown = next((stamp for frame in tags.getall("TDRC") for stamp in frame.text if stamp.year), None)
    if shown is None:
        return exact
    at = dt.datetime(
        shown.year, shown.month or 1, shown.day or 1, shown.hour or 0, shown.minute or 0, tzinfo=dt.UTC
    )
    return exact if at == exact.replace(second=0, microsecond=0) else at


def _language(tags: id3.ID3) -> str:
    exact, shown = _own(tags, "language"), _text(tags, "TLAN")
    return exact if not shown or shown == three_letters(exact) else shortest_tag(shown)


def _url(tags: id3.ID3) -> str | None:
    exact, shown = _own(tags, "url"), next((frame.url for frame in tags.getall("WOAS")), "")
    return (exact if shown == ascii_address(exact) else shown) or None


def _chapters(tags: id3.ID3) -> tuple[Chapter, ...]:
    frames = sorted(tags.getall("CHAP"), key=lambda chap: (chap.start_time, chap.end_time, chap.element_id))
    return tuple(
        Chapter(_text(frame.sub_frames, "TIT2"), Milliseconds(frame.start_time), Milliseconds(frame.end_time))
        for frame in frames
    )


def _lines(tags: id3.ID3, duration_ms: Milliseconds) -> tuple[Line, ...]:
    lyrics = next(iter(tags.getall("SYLT")), None)
    if lyrics is None:
        return ()
    starts = [Milliseconds(start) for _, start in lyrics.text]
    ends, voices = _ends_and_voices(tags)
    if len(ends) != len(starts) or len(voices) != len(starts):
        ends, voices = [*starts[1:], duration_ms], [""] * len(starts)
    texts = [text for text, _ in lyrics.text]
    return tuple(map(Line, texts, starts, ends, voices))


def _ends_and_voices(tags: id3.ID3) -> tuple[list[Milliseconds], list[str]]:
    told = json.loads(_own(tags, "lines") or '{"ends_ms": [], "voices": []}')
    voices = itertools.chain.from_iterable(
        itertools.repeat(str(voice), int(count)) for voice, count in told["voices"]
    )
    ends = [Milliseconds(int(end)) for end in told["ends_ms"]]
    return ends, list(itertools.islice(voices, len(ends) + 1))
