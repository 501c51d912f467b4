"""A WebVTT file → the lines of a transcript, as the podcast offers it: corrections made in the file count."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import webvtt
from webvtt.errors import MalformedFileError

from narrator.errors import PublishError
from narrator.model import Line, Milliseconds, Word

_STAMP = re.compile(r"<(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})>")
_TAG = re.compile(r"<[^<>]*>")


def read_lines(path: Path) -> tuple[Line, ...]:
    """A line a cue, with its words where it has time stamps; raises `PublishError` if it is no WebVTT."""
    try:
        cues = webvtt.from_string(path.read_text(encoding="utf-8-sig")).captions
    except OSError as error:
        raise PublishError(f"{path}: {error.strerror or error}") from error
    except (MalformedFileError, UnicodeDecodeError) as error:
        raise PublishError(f"{path}: not a WebVTT file: {error}") from error
    return tuple(sorted(map(_line, cues), key=lambda line: line.start_ms))


def _line(cue: webvtt.Caption) -> Line:
    start, end = (Milliseconds(time.in_milliseconds()) for time in (cue.start_time, cue.end_time))
    words = tuple(_words(cue.raw_text, start, end)) if _STAMP.search(cue.raw_text) else ()
    return Line(_plain(cue.raw_text), start, end, cue.voice or "", words)


def _words(raw: str, start: Milliseconds, end: Milliseconds) -> Iterator[Word]:
    starts = [start, *(Milliseconds(_stamp_ms(stamp)) for stamp in _STAMP.finditer(raw))]
    texts = _STAMP.sub("\0", raw).split("\0")
    for text, begin, finish in zip(texts, starts, [*starts[1:], end], strict=True):
        if said := _plain(text):
            yield Word(said, begin, finish)


def _stamp_ms(stamp: re.Match[str]) -> int:
    hours, minutes, seconds, ms = (int(part or 0) for part in stamp.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms


def _plain(markup: str) -> str:
    """
    >>> _plain("<v Ann>Fish &amp; <c.loud>chips</c>\\\\ntoday".replace("\\\\n", chr(10)))
    'Fish & chips today'
    """
    return " ".join(html.unescape(_TAG.sub("", markup)).split())
