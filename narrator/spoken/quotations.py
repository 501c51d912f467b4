"""Quotations: which parts of a paragraph are somebody else's words, in every typographic style.

A quotation that runs over paragraphs is not closed at the end of a paragraph, and opened again at the beginning
of the next (Chicago Manual of Style, 13.32). Words in quotation marks that are no speech (a title, a doubtful
word) stay with the voice around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from narrator.patterns import compiled

_CLOSES = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", '"': '"', "‘": "’", "'": "'",
}  # fmt: skip
"""What opens a quotation, and what may close it."""

_OPENING = compiled(r"(?<![^\s(\[—–“„«\"‘'-])(?:[“„「『]|[«»‹]\s?(?=\S)|\"(?=\S)|[‘'](?=[^\s\d]))")
_MARKS = "“”„«»‹›「」『』\"'‘’ "
_STOPPED = compiled(r"[.,!?…:;—–-]\W?$")
_SAID = compiled(
    r"\s\w+\s(?:said|says|asked|added|told|tweeted|wrote|replied|shouted)\b|\s(?:said|says|asked|sagte|dit|dijo|disse|zei)\b"
)
_STOP = compiled(r"[.,;:!?…]*")
_LONGEST_IN_SINGLE_MARKS = 2000
"""Characters; beyond, an apostrophe closes nothing."""

_FEWEST_WORDS = 4
"""A quotation of fewer words without a mark at its end is a title or a doubtful word."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a paragraph; all of them put together are the paragraph."""

    text: str
    quoted: bool


class _Quotation(NamedTuple):
    start: int
    end: int
    closed: bool


def split_quotations(paragraph: str, goes_on: bool = False) -> tuple[tuple[Passage, ...], bool]:
    """The paragraph in passages, quoted or not, and whether its last quotation goes on in the next paragraph.

    `goes_on` is the answer for the paragraph before.

    >>> passages, goes_on = split_quotations("“I won’t,” he said. “He said ‘no’ and")
    >>> [passage.text for passage in passages if passage.quoted], goes_on
    (['“I won’t,”', '“He said ‘no’ and'], True)
    """
    passages: list[Passage] = []
    at, goes_on_after = 0, False
    for start, end, closed in _quotations(paragraph, goes_on):
        passages += [Passage(paragraph[at:start], False), Passage(paragraph[start:end], True)]
        at, goes_on_after = end, not closed
    passages.append(Passage(paragraph[at:], False))
    return tuple(passage for passage in passages if passage.text), goes_on_after


def _quotations(paragraph: str, goes_on: bool) -> Iterator[_Quotation]:
    at = 0
    if goes_on and (end := _end_of_unopened(paragraph)):
        at = end
        yield _Quotation(0, end, True)
    while opening := _OPENING.search(paragraph, at):
        quotation = _quotation(paragraph, opening)
        at = quotation.end if quotation else opening.end()
        if quotation and _is_speech(
            paragraph[quotation.start : quotation.end], paragraph[quotation.end :][:30]
        ):
            yield quotation


def _quotation(paragraph: str, opening: re.Match[str]) -> _Quotation | None:
    """The quotation that begins here; None for an apostrophe, and for a straight mark that nothing closes."""
    mark = opening.group()[0]
    end = _end(paragraph, opening.end(), mark)
    if end:
        return _Quotation(opening.start(), _STOP.match(paragraph, end).end(), True)  # type: ignore[union-attr]
    return None if mark in "\"'‘" else _Quotation(opening.start(), len(paragraph), False)


def _end(paragraph: str, at: int, mark: str) -> int | None:
    """Where the mark that closes the quotation ends; of single marks one after a stop is surest."""
    if mark not in "'‘":
        return _closing(paragraph, at, mark)
    first = None
    for found in compiled(rf"(?<=\S){_CLOSES[mark]}(?!\w)").finditer(
        paragraph, at, at + _LONGEST_IN_SINGLE_MARKS
    ):
        if first is None and paragraph[found.start() - 1] != "s":
            first = found.end()
        if _STOPPED.search(paragraph, found.start() - 2, found.start()):
            return found.end()
    return first


def _closing(paragraph: str, at: int, mark: str) -> int | None:
    depth = 1
    for found in re.finditer(rf"[{re.escape(mark + _CLOSES[mark])}]", paragraph[at:]):
        depth += -1 if found.group() in _CLOSES[mark] else 1
        if not depth:
            return at + found.end()
    return None


def _end_of_unopened(paragraph: str) -> int | None:
    """Where a quotation of the paragraph before ends, if this one only closes it."""
    closing = re.match(r"[^“„«‹「『\"]*?[”»›」』\"]", paragraph)
    return closing.end() if closing and closing.end() > 1 else None


def _is_speech(quotation: str, after: str = "") -> bool:
    """
    >>> _is_speech("“Go!”"), _is_speech("“smart”,"), _is_speech("“Yes”,", " she said"), _is_speech("‘not in my time’")
    (True, False, True, True)
    """
    inside = quotation.rstrip(".,;:!?…").strip(_MARKS)
    ended = quotation[-1:] in _MARKS and _STOPPED.search(inside)
    return bool(ended or _SAID.match(after)) or len(inside.split()) >= _FEWEST_WORDS
