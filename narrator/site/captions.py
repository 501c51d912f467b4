"""A WebVTT file → the lines of a transcript, as the podcast offers it: corrections made in the file count."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from narrator.disk import bytes_of
from narrator.errors import PublishError
from narrator.model import Line, Milliseconds, Word
from narrator.patterns import compiled

_VOICE = compiled(r"<v(?:\.\S+)? ([^<>]*)>")
_CLOCK = r"(?:\d{2,}:)?\d\d:\d\d\.\d{3}"
_STAMP = compiled(rf"<({_CLOCK})>")
_CUE = compiled(
    rf"^(?P<start>{_CLOCK})[ \t]+-->[ \t]+(?P<end>{_CLOCK})[^\n]*\n(?P<text>(?:[^\n]+\n)*)(?=\n)",
    re.MULTILINE,
)
_TAG = compiled(r"<(?!\d)[^<>]*>")
"""Markup, but time stamps."""


def read_lines(path: Path) -> tuple[Line, ...]:
    """A line a cue, with its words where it has time stamps; raises `PublishError` if it is no WebVTT.

    Cues are what W3C WebVTT, section 6.4, calls cue blocks; what else a file holds is passed over. Own code, since
    pysubs2 loses cues with two time stamps in a line and webvtt-py needs a package without a wheel.
    """
    try:
        text = bytes_of(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise PublishError(f"{path}: not a WebVTT file: {error}") from error
    if not text.startswith("WEBVTT"):
        raise PublishError(f"{path}: not a WebVTT file")
    return tuple(sorted(map(_line, _CUE.finditer(f"{text}\n\n")), key=lambda line: line.start_ms))


def _line(cue: re.Match[str]) -> Line:
    start, end = _clock_ms(cue["start"]), _clock_ms(cue["end"])
    voice = _VOICE.match(cue["text"])
    raw = _TAG.sub("", cue["text"])
    first, *timed = _STAMP.split(raw)
    texts = [_plain(text) for text in (first, *timed[1::2])]
    starts = [start, *map(_clock_ms, timed[::2])]
    told = _plain(_STAMP.sub("", raw))
    words = tuple(_words(told, texts, starts, [*starts[1:], end])) if timed else ()
    return Line(told, start, end, html.unescape(voice[1]) if voice else "", words)


def _words(
    told: str, texts: Iterable[str], starts: Iterable[Milliseconds], ends: Iterable[Milliseconds]
) -> Iterator[Word]:
    """Where what stands between the time stamps of a cue is in its text."""
    at = 0
    for text, start, end in zip(texts, starts, ends, strict=True):
        found = told.find(text, at) if text else -1
        if found >= 0:
            at = found + len(text)
            yield Word(found, at, start, end)


def _clock_ms(clock: str) -> Milliseconds:
    """
    >>> _clock_ms("01:02:03.004"), _clock_ms("02:03.004")
    (3723004, 123004)
    """
    hours, _, minutes = clock[:-7].rpartition(":")
    return Milliseconds(
        (int(hours or 0) * 60 + int(minutes)) * 60_000 + int(clock[-6:-4]) * 1000 + int(clock[-3:])
    )


def _plain(text: str) -> str:
    """
    >>> _plain("Fish &amp;  chips ")
    'Fish & chips'
    """
    return " ".join((html.unescape(text) if "&" in text else text).split())
