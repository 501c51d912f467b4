"""What players and directories ask of an episode's files: the MP3, its chapters file and its cover."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from narrator.errors import NarratorError
from narrator.feed.artwork import LARGEST, SMALLEST
from narrator.feed.chapters import as_filed, from_json
from narrator.feed.findings import Finding, finding_error, finding_warning
from narrator.feed.published import CHAPTERS, COVER
from narrator.model import Chapter
from narrator.mp3.facts import Facts, read_facts

APPLE_AUDIO, APPLE_ART = "Apple, Audio requirements", "Apple, Artwork requirements"
ID3, ID3_CHAPTERS, NAMESPACE = "id3v2.3.0", "ID3v2 Chapter Frame Addendum", "Podcast namespace, JSON chapters"
PLAYERS = "measured in players"

_SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}
_LOWEST_RATE_HZ = 44_100
_END_MS = 100
"""How far the end of the last chapter may lie from that of the sound."""


def check_tags(path: Path) -> tuple[Finding, ...]:
    """Findings about an episode's files that need no decoding."""
    try:
        facts = read_facts(path)
    except NarratorError as error:
        return (finding_error(str(path), error.message.removeprefix(f"{path}: "), "MPEG-1 Audio"),)
    where = str(path)
    return (
        *_format(facts, where),
        *_tags(facts, where),
        *_chapters(facts, where),
        *_chapters_file(facts, path.with_suffix(CHAPTERS)),
        *_embedded(facts, where),
        *_cover(path.with_suffix(COVER)),
    )


def _format(facts: Facts, where: str) -> Iterator[Finding]:
    if facts.rate_hz < _LOWEST_RATE_HZ:
        yield finding_warning(where, f"{facts.rate_hz} samples a second, fewer than 44100", APPLE_AUDIO)
    if not facts.constant:
        yield finding_warning(where, "variable bit rate: players miss the place they seek", PLAYERS)


def _tags(facts: Facts, where: str) -> Iterator[Finding]:
    if facts.version is None:
        yield finding_warning(where, "no ID3 tags", ID3)
        return
    if not facts.title:
        yield finding_warning(where, "no title in its tags", ID3)
    if facts.version != (2, 3):
        severity = finding_error if facts.chapters else finding_warning
        version = ".".join(map(str, facts.version))
        yield severity(where, f"ID3v{version}: some players lose its chapters, 2.3 is read by all", PLAYERS)


def _chapters(facts: Facts, where: str) -> Iterator[Finding]:
    chapters = facts.chapters
    if not chapters:
        return
    in_time = sorted(chapters, key=lambda chapter: chapter.start_ms)
    if list(chapters) != in_time:
        yield finding_error(where, "CHAP frames do not stand in order of time", PLAYERS)
    if facts.listed is None:
        yield finding_error(where, "chapters, but no table of contents", ID3_CHAPTERS)
    elif facts.listed != tuple(chapter.title for chapter in in_time):
        yield finding_error(where, "the table of contents does not list the chapters in order", ID3_CHAPTERS)
    yield from _timing(in_time, facts, where)


def _timing(chapters: Sequence[Chapter], facts: Facts, where: str) -> Iterator[Finding]:
    if chapters[0].start_ms:
        yield finding_warning(where, f"the first chapter begins at {chapters[0].start_ms} ms, not 0", PLAYERS)
    for before, after in pairwise(chapters):
        if before.end_ms != after.start_ms:
            kind = "overlap" if before.end_ms > after.start_ms else "have a gap between them"
            yield finding_error(where, f"chapters {before.title!r} and {after.title!r} {kind}", ID3_CHAPTERS)
    if any(chapter.end_ms <= chapter.start_ms for chapter in chapters):
        yield finding_error(where, "a chapter ends before it begins", ID3_CHAPTERS)
    if abs(chapters[-1].end_ms - facts.duration_ms) > _END_MS:
        end = f"the last chapter ends at {chapters[-1].end_ms} ms, the sound at {facts.duration_ms}"
        yield finding_error(where, end, ID3_CHAPTERS)


def _chapters_file(facts: Facts, path: Path) -> Iterator[Finding]:
    if not path.is_file():
        return
    try:
        chapters = from_json(path.read_bytes())
    except (NarratorError, OSError) as error:
        yield finding_error(str(path), str(error), NAMESPACE)
        return
    if chapters != as_filed(sorted(facts.chapters, key=lambda chapter: chapter.start_ms)):
        yield finding_error(str(path), "not the chapters that are in the MP3", NAMESPACE)


def _embedded(facts: Facts, where: str) -> Iterator[Finding]:
    for picture in facts.pictures[:1]:
        try:
            with Image.open(io.BytesIO(picture)) as image:
                if image.format not in ("JPEG", "PNG") or image.width != image.height:
                    yield finding_warning(where, "its picture is no square JPEG or PNG", APPLE_ART)
        except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
            yield finding_error(where, "its picture cannot be read", ID3)


def _cover(path: Path) -> Iterator[Finding]:
    return check_artwork(path) if path.is_file() else iter(())


def check_artwork(path: Path) -> Iterator[Finding]:
    """Findings about a cover that a feed names."""
    try:
        with Image.open(path) as image:
            shape, kind, mode = image.size, image.format, image.mode
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        yield finding_error(str(path), "a picture that cannot be read", APPLE_ART)
        return
    if kind not in _SUFFIXES:
        yield finding_error(str(path), f"a {kind}, neither JPEG nor PNG", APPLE_ART)
    elif path.suffix.lower() not in _SUFFIXES[kind]:
        yield finding_warning(str(path), f"a {kind} that is named {path.suffix}", APPLE_ART)
    if mode != "RGB":
        yield finding_error(str(path), f"colours are {mode}, not RGB", APPLE_ART)
    if shape[0] != shape[1] or not SMALLEST <= shape[0] <= LARGEST:
        wanted = f"square, {SMALLEST} to {LARGEST}"
        yield finding_error(str(path), f"{shape[0]} × {shape[1]} pixels, not {wanted}", APPLE_ART)
