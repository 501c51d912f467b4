"""A WebVTT file → the lines of a transcript, as the podcast offers it: corrections made in the file count."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from narrator.errors import PublishError
from narrator.model import Line, Milliseconds, Word

_STAMP = re.compile(r"<((?:\d{2,}:)?\d\d):(\d\d\.\d{3})>")
_VOICE = re.compile(r"<v(?:\.\S+)? ([^<>]*)>")
_CLOCK = r"(?:\d{2,}:)?\d\d:\d\d\.\d{3}"
_CUE = re.compile(
    rf"^(?P<start>{_CLOCK})[ \t]+-->[ \t]+(?P<end>{_CLOCK})[^\n]*\n(?P<text>(?:[^\n]+\n)*)(?=\n)", re.MULTILINE
)
_TAG = re.compile(r"<[^<>]*>")


def read_lines(path: Path) -> tuple[Line, ...]:
    """A line a cue, with its words where it has time stamps; raises `PublishError` if it is no WebVTT.

    Cues are what W3C WebVTT, section 6.4, calls cue blocks; what else a file holds is passed over. Own code, since
    pysubs2 loses cues with two time stamps in a line and webvtt-py needs a package without a wheel.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PublishError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise PublishError(f"{path}: not a WebVTT file: {error}") from error
    if not text.startswith("WEBVTT"):
        raise PublishError(f"{path}: not a WebVTT file")
    return tuple(sorted(map(_line, _CUE.finditer(f"{text}\n\n")), key=lambda line: line.start_ms))


def _line(cue: re.Match[str]) -> Line:
    start, end = (Milliseconds(_clock_ms(*cue[name].rpartition(":")[::2])) for name in ("start", "end"))
    raw = cue["text"]
    words = tuple(_words(raw, start, end)) if _STAMP.search(raw) else ()
    voice = _VOICE.match(raw)
    return Line(_plain(raw), start, end, html.unescape(voice[1]) if voice else "", words)


def _clock_ms(hours_and_minutes: str, seconds: str) -> int:
    """
    >>> _clock_ms("01:02", "03.004"), _clock_ms("02", "03.004")
    (3723004, 123004)
    """
    hours, _, minutes = hours_and_minutes.rpartition(":")
    return (int(hours or 0) * 60 + int(minutes)) * 60_000 + int(seconds.replace(".", ""))


def _words(raw: str, start: Milliseconds, end: Milliseconds) -> Iterator[Word]:
    starts = [start, *(Milliseconds(_clock_ms(*stamp.groups())) for stamp in _STAMP.finditer(raw))]
    texts = _STAMP.sub("\0", raw).split("\0")
    for text, begin, finish in zip(texts, starts, [*starts[1:], end], strict=True):
        if said := _plain(text):
            yield Word(said, begin, finish)


def _plain(markup: str) -> str:
    """
    >>> _plain("<v Ann>Fish &amp; <c.loud>chips</c>\\\\ntoday".replace("\\\\n", chr(10)))
    'Fish & chips today'
    """
    return " ".join(html.unescape(_TAG.sub("", markup)).split())
