"""Lines of a transcript → WebVTT and SubRip."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from narrator.feed.legal import legal_line
from narrator.model import Line

VTT_TYPE = "text/vtt"
SRT_TYPE = "application/x-subrip"

_VTT_WIDTH = 65
"""Characters a line; recommended by the podcast namespace, "Transcript File Format Details"."""
_SRT_WIDTH, _SRT_LINES = 32, 2
"""Characters a line and lines a card; same source."""

_Row = tuple[tuple[int, str], ...]
"""A row of a cue: its words, each with its offset in the sentence."""


def to_vtt(lines: Iterable[Line]) -> str:
    """A WebVTT transcript: a cue a sentence, rows of at most 65 characters, speakers, word times where known.

    A word's time stands before it as `<00:00:01.234>`; such times lie inside the cue and ascend (WebVTT,
    "WebVTT cue timestamp"). A line without text gives no cue.
    """
    return "\n".join(["WEBVTT\n", *(_vtt_cue(line) for line in _said(lines))])


def _said(lines: Iterable[Line]) -> Iterator[Line]:
    return (line for line in lines if legal_line(line.text))


def _vtt_cue(line: Line) -> str:
    text = legal_line(line.text)
    times = dict(_word_times(line, text))
    rows = [" ".join(_stamped(word, at, times) for at, word in row) for row in _rows(text, _VTT_WIDTH)]
    speaker = f"<v {_escaped(_speaker(line.voice))}>" if line.voice else ""
    end_ms = max(line.end_ms, line.start_ms + 1)
    return f"{_clock(line.start_ms)} --> {_clock(end_ms)}\n{speaker}" + "\n".join(rows) + "\n"


def _word_times(line: Line, text: str) -> Iterator[tuple[int, int]]:
    """Offset in `text` and time of every word whose time can stand inside the cue."""
    at, last_ms = 0, int(line.start_ms)
    for word in line.words:
        said = legal_line(line.text[word.start : word.end])
        found = text.find(said, at) if said else -1
        if found < 0:
            continue
        at = found + len(said)
        if last_ms < word.start_ms < line.end_ms:
            last_ms = word.start_ms
            yield found, last_ms


def _stamped(word: str, at: int, times: dict[int, int]) -> str:
    """The word, escaped, with the times that fall into it."""
    parts, done = [], 0
    for offset in (offset for offset in range(len(word)) if at + offset in times):
        parts += [_escaped(word[done:offset]), f"<{_clock(times[at + offset])}>"]
        done = offset
    return "".join(parts) + _escaped(word[done:])


def _rows(text: str, width: int) -> Iterator[_Row]:
    """Words of `text` in rows of at most `width` characters; a longer word is cut."""
    row: list[tuple[int, str]] = []
    for at, word in _words(text, width):
        if row and at + len(word) - row[0][0] > width:
            yield tuple(row)
            row = []
        row.append((at, word))
    if row:
        yield tuple(row)


def _words(text: str, width: int) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"\S+", text):
        for cut in range(0, len(found.group()), width):
            yield found.start() + cut, found.group()[cut : cut + width]


def _speaker(voice: str) -> str:
    """
    >>> _speaker("hibari:heart")
    'heart'
    """
    return legal_line(voice).rpartition(":")[2]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(ms: int, point: str = ".") -> str:
    """
    >>> _clock(3_723_004)
    '01:02:03.004'
    """
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{ms:03}"


def to_srt(lines: Iterable[Line]) -> str:
    """A SubRip transcript: cards of at most two rows of 32 characters; a new speaker is named.

    A sentence that needs several cards is divided at its words' times where those are known, else by length.
    """
    cards, speaker = [], ""
    for line in _said(lines):
        name = _speaker(line.voice)
        lead = f"{name}: " if name != speaker else ""
        speaker = name
        cards += list(_srt_cards(line, lead))
    return "\n".join(f"{number}\n{card}" for number, card in enumerate(cards, 1))


def _srt_cards(line: Line, lead: str) -> Iterator[str]:
    text = legal_line(line.text)
    rows = list(_rows(lead + text, _SRT_WIDTH))
    cards = [rows[i : i + _SRT_LINES] for i in range(0, len(rows), _SRT_LINES)]
    starts = [_time_at(card[0][0][0] - len(lead), text, line) for card in cards]
    for card, start, end in zip(cards, starts, [*starts[1:], max(line.end_ms, starts[-1] + 1)], strict=True):
        shown = "\n".join(" ".join(word for _, word in row) for row in card)
        yield f"{_clock(start, ',')} --> {_clock(end, ',')}\n{shown}\n"


def _time_at(offset: int, text: str, line: Line) -> int:
    """When the character at `offset` is said: exact at a known word, else between the nearest known ones."""
    anchors = [(0, int(line.start_ms)), *_word_times(line, text), (len(text), int(line.end_ms))]
    after = bisect_right(anchors, (max(offset, 0), line.end_ms), hi=len(anchors) - 1)
    (from_at, from_ms), (to_at, to_ms) = anchors[after - 1], anchors[after]
    return from_ms + (to_ms - from_ms) * (max(offset, 0) - from_at) // (to_at - from_at)
