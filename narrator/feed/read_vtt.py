"""WebVTT → the lines of a transcript."""

from __future__ import annotations

import re
from html import unescape

from narrator.model import Line, Milliseconds, Word

_CLOCK = re.compile(r"(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})")
_TIME = r"((?:\d+:)?\d\d:\d\d\.\d{3})"
_TIMING = re.compile(rf"^{_TIME}[ \t]+-->[ \t]+{_TIME}.*$", re.MULTILINE)


def from_vtt(text: str) -> tuple[Line, ...]:
    """The lines of a WebVTT transcript; a word is known where its time is, and lasts until the next one."""
    blocks = re.split(r"\n{2,}", text.replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(filter(None, map(_line, blocks)))


def _line(block: str) -> Line | None:
    """A cue as a line; None for a header, a note, or a cue without text."""
    timing = _TIMING.search(block)
    if not timing:
        return None
    start, end = (_milliseconds(clock) for clock in timing.groups())
    _, *tagged = re.split(r"<([^<>]*)>", f"<>{block[timing.end() :]}")
    tags, texts = tagged[::2], tagged[1::2]
    parts = list(zip(tags, map(_plain, texts), strict=True))
    said = _plain("".join(texts))
    voice = next((tag.partition(" ")[2] for tag in tags if re.match(r"v[ .]", tag)), "")
    return Line(said, start, end, unescape(voice), _words(parts, start, end)) if said else None


def _plain(text: str) -> str:
    return " ".join(unescape(text).split())


def _words(parts: list[tuple[str, str]], start: Milliseconds, end: Milliseconds) -> tuple[Word, ...]:
    timed = [(_milliseconds(tag), said) for tag, said in parts if _CLOCK.fullmatch(tag)]
    if not timed:
        return ()
    before = next((said for tag, said in parts if said and not _CLOCK.fullmatch(tag)), "")
    known = [(start, before), *timed] if before else timed
    ends = [*(at for at, _ in known[1:]), end]
    return tuple(Word(said.split()[0], at, to) for (at, said), to in zip(known, ends, strict=True) if said)


def _milliseconds(clock: str) -> Milliseconds:
    """
    >>> _milliseconds("01:00:02.034")
    3602034
    """
    found = _CLOCK.fullmatch(clock)
    hours, minutes, seconds, ms = (int(number or 0) for number in found.groups()) if found else (0, 0, 0, 0)
    return Milliseconds(((hours * 60 + minutes) * 60 + seconds) * 1000 + ms)
