"""Chapters ↔ the JSON file that `podcast:chapters` points to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

import msgspec

from narrator.errors import PublishError
from narrator.feed.legal import legal_line
from narrator.model import Chapter, Milliseconds

MEDIA_TYPE = "application/json+chapters"
VERSION = "1.2.0"


def to_json(chapters: Iterable[Chapter], *, title: str = "", author: str = "", podcast: str = "") -> str:
    """The chapters file of an episode (podcast namespace, JSON chapters 1.2); seconds, to the millisecond."""
    about = {"title": title, "author": author, "podcastName": podcast}
    named = {key: legal_line(value) for key, value in about.items() if value}
    listed = [_as_object(chapter) for chapter in chapters]
    return json.dumps({"version": VERSION, **named, "chapters": listed}, ensure_ascii=False, indent=1) + "\n"


def _as_object(chapter: Chapter) -> dict[str, float | str]:
    return {
        "startTime": chapter.start_ms / 1000,
        "endTime": chapter.end_ms / 1000,
        "title": legal_line(chapter.title),
    }


def from_json(text: str | bytes) -> tuple[Chapter, ...]:
    """The chapters of a chapters file; one without an end lasts until the next, or ends where it begins.

    Raises `PublishError` if the file is no chapters file.
    """
    try:
        listed = msgspec.json.decode(text, type=_File).chapters
    except msgspec.MsgspecError as error:
        raise PublishError(f"not a chapters file: {error}") from error
    shown = [entry for entry in listed if entry.toc]
    ends = [entry.startTime for entry in shown[1:]] + [entry.startTime for entry in shown[-1:]]
    return tuple(_as_chapter(entry, end) for entry, end in zip(shown, ends, strict=True))


def as_filed(chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    """Chapters as their file can tell of them, which knows no control characters."""
    return tuple(replace(chapter, title=legal_line(chapter.title)) for chapter in chapters)


def holds_chapters(text: bytes, chapters: tuple[Chapter, ...]) -> bool:
    """Whether a file tells of these chapters."""
    try:
        return from_json(text) == as_filed(chapters)
    except PublishError:
        return False


def _as_chapter(entry: _Entry, next_start: float) -> Chapter:
    end = next_start if entry.endTime is None else entry.endTime
    return Chapter(entry.title, Milliseconds(round(entry.startTime * 1000)), Milliseconds(round(end * 1000)))


class _Entry(msgspec.Struct):
    startTime: float  # noqa: N815
    title: str = ""
    endTime: float | None = None  # noqa: N815
    toc: bool = True


class _File(msgspec.Struct):
    version: Annotated[str, msgspec.Meta(pattern=r"^1\.\d")]
    chapters: tuple[_Entry, ...]
