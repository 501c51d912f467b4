"""Headings that an article counts: `1. The harbour`, and where the last of them ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.layout import marks
from narrator.segment.shape import Shape
from narrator.segment.view import View

_PICTURE = r"(?:fig|abb|tab|bild|foto|photo|image|şekil|page|seite|página|pagina)"
"""How words for what else is counted begin: pictures, tables, pages."""
_NUMBERED = compiled(
    rf"(?:#?|(?!{_PICTURE})[^\W\d_]{{3,}} (?=\d+(?:[:.] |$)))(\d{{1,2}})(?:[.):](?!\d)|$)", re.IGNORECASE
)
"""`3. The harbour`, `#3: The harbour`, `Step 3`, `Step 3: Mix`"""
_HEADING_WORDS = 22
_PARAGRAPH_WORDS = 15
"""Of what is told below a heading, at least, where it has no full stop."""
_COUNTED = 3
"""Headings that show how an article counts, at least."""
_BELOW = 2
"""Blocks below the body in which it may begin to count."""
_CHAPTER = 60
"""Blocks between a numbered heading and the next, at most."""


def numbered_heading(view: View, index: int) -> Role | None:
    """A line with a number above paragraphs, as others of the article have the number before it or behind; or above
    a line without a full stop, where others have both.
    """
    number = _number(view.shapes[index])
    if number is None or index not in view.body or _continues_links(view, index, number):
        return None
    near = range(max(view.body.start, index - _CHAPTER), min(index + _CHAPTER, view.body.stop))
    beside = {_number(view.shapes[i]) for i in near} & {number - 1, number + 1}
    between = len(beside) > 1 and not is_numbered(view, index + 1)
    return "subhead" if between or (beside and _heads(view, index)) else None


def _continues_links(view: View, index: int, number: int) -> bool:
    """Counts on from a link right above."""
    above = index - 1
    return view.rule(above) == "link under label" and _number(view.shapes[above]) == number - 1


def is_numbered(view: View, index: int) -> bool:
    """Whether a line begins with a number as headings do that an article counts."""
    return 0 <= index < len(view.shapes) and _number(view.shapes[index]) is not None


def over_numbers(view: View) -> range:
    """The body with what goes on counting where it ends, up or down."""
    counted = _counted(view)
    if not counted or counted[-1] < view.body.stop:
        return view.body
    return range(view.body.start, _end_of_section(view, counted[-1]))


def _counted(view: View) -> list[int]:
    """The headings that count on from the first of the body, or from one right below it, to the last above prose."""
    near = range(view.body.start, min(view.body.stop + _BELOW, len(view.shapes)))
    told = takewhile(lambda i: not _ends(view, i), near)
    first = next((i for i in told if is_numbered(view, i) and _heads(view, i)), None)
    chains = (list(_count_on(view, first, step)) for step in (1, -1) if first is not None)
    return next(filter(None, (_above_prose(view, chain) for chain in chains)), [])


def _above_prose(view: View, chain: list[int]) -> list[int]:
    """Up to the last that heads a paragraph, where most do: links are counted too."""
    heading = [i for i in chain if _heads(view, i)]
    most = len(heading) >= _COUNTED and len(heading) * 2 > len(chain)
    return [i for i in chain if i <= heading[-1]] if most else []


def _count_on(view: View, heading: int | None, step: int) -> Iterator[int]:
    while heading is not None:
        yield heading
        number = _number(view.shapes[heading]) or 0
        heading = _next(view, heading + 1, number + step)


def _next(view: View, start: int, number: int) -> int | None:
    """The line with the number, before one that ends the article."""
    within = takewhile(lambda i: not _ends(view, i), range(start, min(start + _CHAPTER, len(view.shapes))))
    return next((i for i in within if _number(view.shapes[i]) == number), None)


def _ends(view: View, index: int) -> bool:
    """Below what was found to be the article: a line that ends articles or announces others."""
    return index >= view.body.stop and (marks(view, "end", index) or marks(view, "stop", index))


def _end_of_section(view: View, heading: int) -> int:
    """Behind the paragraphs right below a heading."""
    index = heading + 1
    while index < len(view.shapes) and view.open(index) and _is_told(view.shapes[index]):
        index += 1
    return index


def _heads(view: View, index: int) -> bool:
    return any(_is_told(view.shapes[i]) for i in view.after(index, 2))


def _is_told(shape: Shape) -> bool:
    return shape.complete or shape.words >= _PARAGRAPH_WORDS


def _number(shape: Shape) -> int | None:
    """Of a line that has one before few words and no full stop."""
    match = _NUMBERED.match(shape.text)
    return int(match[1]) if match and shape.words <= _HEADING_WORDS and not shape.closed else None
