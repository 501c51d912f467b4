"""Whose names an article carries: in lines beside its headline, else under it, else anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from narrator.patterns import compiled
from narrator.reading.authors import names_in_dateline
from narrator.segment.bylines import (
    JOINS_NAMES,
    authors_in_row,
    authors_of,
    is_byline,
    lone_author,
    opens_byline,
    signed_off,
    single_author,
)
from narrator.segment.dates import after_day, find_date, names_moment, tells_when, without_day
from narrator.segment.names import before_job
from narrator.segment.publication import DATED_WORDS
from narrator.segment.shape import Shape, stems
from narrator.segment.view import View

_SPOKEN = ("headline", "standfirst", "body", "subhead", "context")
_UNREAD = ("boilerplate", "date", "caption")
"""What a name alone in its line may have been taken for; the name of a photographer stands in the same place."""
_ABOVE = 5
"""Lines over a headline among which its author may stand."""
_BELOW = 6
"""Lines under it, the summary among them."""
_FARTHEST = 16
"""Lines under it or over it, at most, where no paragraph is between, or the headline stands there too."""
_LAST = 2
_AFTER = 4
"""Lines about the end of an article where it is signed: the last of its own, and those behind."""
_OUTLET = compiled(r"[A-Z]{3,5} [A-Z][a-z]")
"""`ABN Western Plains`"""
_ADDRESS = compiled(r"\S+@\S+")
_MOST = 20
"""Authors of an article whose names stand below each other; a longer row is a list."""
_BETWEEN_NAMES = 3
"""Lines between two names, at most: a job, an address, `and`."""
_BY_A_DAY = 2
"""How near to a day a name stands that has a line of its own."""


def signed_anywhere(view: View) -> tuple[str, ...]:
    """The names in the first line that names any."""
    return _first_named((view.shapes[i].text for i in sorted(view.verdicts) if _is_signed(view, i)), view)


def authors_beside(view: View) -> tuple[str, ...]:
    """The names in the line of authors that stands nearest; teasers of other articles are signed too."""
    if view.headline is None:
        above = _over_body(view)
        return _first(above, _employed, view) or signed_anywhere(view) or _named_in(above, view)
    for lines in (_under_headline(view), _over_headline(view), _under_body(view)):
        if found := _named_in(lines, view):
            return found
    return signed_anywhere(view)


def _under_headline(view: View) -> list[int]:
    top = view.headline or 0
    first = next((i for i in range(top + 1, view.body.stop) if view.role(i) == "body"), top)
    last = max(max(top, view.body.start) + _BELOW, min(first, top + _FARTHEST))
    return _known(range(top + 1, min(last, view.body.stop)), view)


def _over_headline(view: View) -> list[int]:
    """A few lines, or all below the same headline."""
    top = view.headline or 0
    far = range(max(0, top - _FARTHEST), top)
    first = next((i for i in far if view.shapes[i].key == view.shapes[top].key), top)
    return _known(range(top - 1, min(top - 1 - _ABOVE, first), -1), view)


def _over_body(view: View) -> list[int]:
    """The lines above the article, and its first."""
    return _known(range(view.body.start - _FARTHEST, view.body.start + _LAST), view)


def _under_body(view: View) -> list[int]:
    return _known(range(view.body.stop - _LAST, view.body.stop + _AFTER), view)


def _known(lines: Iterable[int], view: View) -> list[int]:
    return [i for i in lines if 0 <= i < len(view.shapes)]


def _named_in(lines: list[int], view: View) -> tuple[str, ...]:
    """The names in a line that says "by"; else those above a line that is only a job; else in another byline; else in a
    line that is only names, beside a day.

    Else in the dateline of a paragraph, or in brackets behind one.
    """
    opened = [i for i in lines if opens_byline(view.shapes[i].text, view.cues)]
    forms = (
        (_signed, opened),
        (_employed, lines),
        (_signed, lines),
        (_alone, lines),
        (_cabled, lines),
        (_signed_off, lines),
    )
    for named, where in forms:
        if found := _first(where, named, view):
            return found
    return ()


def _cabled(view: View, index: int) -> tuple[str, ...]:
    return tuple(names_in_dateline(view.shapes[index].text)) if view.shapes[index].prose else ()


def _signed_off(view: View, index: int) -> tuple[str, ...]:
    return signed_off(view.shapes[index].tail, view.cues) if view.shapes[index].prose else ()


def _first(lines: list[int], names: Callable[[View, int], tuple[str, ...]], view: View) -> tuple[str, ...]:
    """The names in the first line that names any, and in those that stand with it."""
    index, found = next(((i, found) for i in lines if (found := names(view, i))), (0, ()))
    if not found:
        return ()
    above = _another(view, index - 2) if _is_and(view, index - 1) else ()
    return tuple(dict.fromkeys((*above, *found, *_named_below(view, index))))


def _named_below(view: View, index: int) -> tuple[str, ...]:
    """Who is named in the next line, or below lines that say "and", what somebody does and where to write to them; and
    so on.
    """
    named: tuple[str, ...] = ()
    while len(named) < _MOST and (below := _below_parts(view, index)) < len(view.shapes):
        found = _another(view, below)
        if not found:
            break
        named, index = named + found, below
    return named


def _below_parts(view: View, index: int) -> int:
    """The first line below that parts no names."""
    reach = range(index + 1, min(index + 1 + _BETWEEN_NAMES, len(view.shapes)))
    return next((i for i in reach if not _parts(view, i)), reach.stop)


def _another(view: View, index: int) -> tuple[str, ...]:
    """A name in a line of its own, perhaps behind an "and", of nobody of whom the article tells."""
    shape = view.shapes[index]
    if joined := JOINS_NAMES.match(shape.text):
        return authors_of(shape.text[joined.end() :], view.cues)
    if view.role(index) in _SPOKEN or view.rule(index) == "known line" or _OUTLET.match(shape.text):
        return ()
    found = lone_author(before_job(shape.text, view.cues) or shape.text, view.cues)
    return () if any(view.told[stem] for one in found for stem in stems(one)) else found


def _is_and(view: View, index: int) -> bool:
    return index > 0 and bool(JOINS_NAMES.fullmatch(view.shapes[index].text.strip()))


def _parts(view: View, index: int) -> bool:
    """A line that parts two names."""
    text = view.shapes[index].text.strip()
    return _is_and(view, index) or bool(_ADDRESS.fullmatch(text)) or _is_job(view, index)


def _is_job(view: View, index: int) -> bool:
    """What somebody does for a paper, and no name."""
    shape = view.shapes[index]
    return not shape.closed and bool(view.cues.jobs.fullmatch(shape.plain))


def _employed(view: View, index: int) -> tuple[str, ...]:
    """A name in a line of its own, and below it what they do."""
    if view.role(index) == "date" or index + 1 >= len(view.shapes) or not _is_job(view, index + 1):
        return ()
    return lone_author(view.shapes[index].text, view.cues)


def _signed(view: View, index: int) -> tuple[str, ...]:
    text = view.shapes[index].text
    if not _is_signed(view, index) and not _names_somebody(view, index):
        return _named_with_day(text, view) if view.role(index) == "date" else ()
    row = authors_in_row(text, view.cues)
    if row and not opens_byline(text, view.cues):
        return row
    forms = _forms(text, view) if tells_when(text, view.cues) else (text,)
    single = (single_author(form, view.cues) for form in forms)
    return _first_named([text], view) or next(filter(None, single), ())


def _named_with_day(text: str, view: View) -> tuple[str, ...]:
    """A line of a day and a name says both."""
    before = without_day(text, view.cues) if names_moment(text, view.cues) else ""
    return lone_author(after_day(text, view.cues), view.cues) or lone_author(before, view.cues)


def _first_named(texts: Iterable[str], view: View) -> tuple[str, ...]:
    forms = (form for text in texts for form in _forms(text, view))
    return next(filter(None, (authors_of(form, view.cues) for form in forms)), ())


def _forms(text: str, view: View) -> Iterator[str]:
    """What may name the authors, and nothing else: before the day, behind it up to a figure, or the whole line."""
    behind = after_day(text, view.cues)
    yield from (without_day(text, view.cues), without_day(behind, view.cues), behind, text)


def _is_signed(view: View, index: int) -> bool:
    """A byline, or a date line that begins like one."""
    text = view.shapes[index].text
    opens = opens_byline(text, view.cues) or opens_byline(after_day(text, view.cues), view.cues)
    return view.role(index) == "byline" or (view.role(index) == "date" and opens)


def _names_somebody(view: View, index: int) -> bool:
    shape = view.shapes[index]
    unread = view.role(index) == "boilerplate" and view.rule(index) != "known line"
    if not unread or shape.words > DATED_WORDS or shape.prose:
        return False
    return opens_byline(shape.text, view.cues) or is_byline(shape, view.cues)


def _alone(view: View, index: int) -> tuple[str, ...]:
    """A name that stands in a line of its own by the day; what its markup calls something else names no author."""
    near = _known(range(index - _BY_A_DAY, index + _BY_A_DAY + 1), view)
    dated = any(_is_dated(view.shapes[i], view) for i in near)
    if view.role(index) not in _UNREAD or not dated or _is_marked(view, index):
        return ()
    text = view.shapes[index].text
    if view.cues.opening.match(text):
        return ()
    return lone_author(before_job(text, view.cues) or text, view.cues) or authors_in_row(text, view.cues)


def _is_marked(view: View, index: int) -> bool:
    """A heading, a caption, or an item of a list that has no day beside it, as in menus."""
    kind = view.shapes[index].block.kind
    beside = [view.shapes[i] for i in _known((index - 1, index + 1), view)]
    dated = any(shape.block.kind == kind and _is_dated(shape, view) for shape in beside)
    return kind in ("heading", "caption") or (kind == "list_item" and not dated)


def _is_dated(shape: Shape, view: View) -> bool:
    return not shape.prose and bool(find_date(shape.text, view.cues, "xx"))
