"""Lines of a text put together into the paragraphs they were before something broke them at a width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_WIDEST = 132
"""Columns; nobody breaks lines wider than a line printer."""
_NARROWEST = 28
_CLOSED = re.compile(r"""[.!?…:。！？؟۔।]["'”’»«“)\]]*$""")
_GLUED = re.compile(r"\w-$")


class Line(NamedTuple):
    text: str
    number: int


def rejoin(lines: Sequence[Line]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each paragraph with the numbers of its lines; a blank line always ends one.

    >>> list(rejoin([Line("One paragraph.", 1), Line("", 2), Line("Another.", 3)]))
    [('One paragraph.', (1,)), ('Another.', (3,))]
    """
    width = _wrap_width(lines)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not (line.text and _continues(paragraph[-1].text, line.text, width)):
            yield _joined(paragraph)
            paragraph = []
        if line.text:
            paragraph.append(line)
    if paragraph:
        yield _joined(paragraph)


def _joined(paragraph: list[Line]) -> tuple[str, tuple[int, ...]]:
    parts = [paragraph[0].text]
    for line in paragraph[1:]:
        glue = "" if _is_glued(parts[-1], line.text) else " "
        parts.append(glue + line.text)
    return "".join(parts), tuple(line.number for line in paragraph)


def _is_glued(text: str, following: str) -> bool:
    """A word broken at its hyphen, or a comma that a link was cut away from."""
    return (bool(_GLUED.search(text)) and following[0].islower()) or following[0] in ",;."


def _continues(text: str, following: str, width: int | None) -> bool:
    if following[0] in ",;" or following.startswith((". ", ") ")):
        return not _CLOSED.search(text)
    if width is None:
        return False
    first_word = following.split(maxsplit=1)[0]
    if len(text) + 1 + len(first_word) > width:
        return not _is_lone_line(text, following)
    return len(text) > 0.7 * width and following[0].islower() and not _CLOSED.search(text)


def _is_lone_line(text: str, following: str) -> bool:
    """Two lines without a full stop that happen to be long: a headline and the name under it."""
    if text.startswith(following[:40]):
        return True
    if following[0].islower() or _CLOSED.search(following) or len(following) * 2 > len(text):
        return False
    words = [word for word in text.split() if word[0].isalpha()]
    titled = sum(word[0].isupper() for word in words) * 2 > len(words)
    return not titled and len(words[-1] if words else "") > 3


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """Columns at which the text was broken, None where lines are whole paragraphs.

    Broken greedily, no line's successor has a first word that would still have fitted.
    """
    spaced = [len(line.text) for line in lines if " " in line.text]
    width = max(spaced, default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.text and b.text]
    full = [(a, b) for a, b in pairs if len(a) + 1 + len(b.split(maxsplit=1)[0]) > width]
    broken = sum(1 for a, b in full if not _CLOSED.search(a) and (b[0].islower() or " " in a))
    running = sum(1 for a, b in full if b[0].islower() and not _CLOSED.search(a))
    enough = len(full) >= 3 and running * 3 >= len(full) and broken * 2 >= len(full)
    return width if enough and len(full) * 3 >= len(pairs) else None
