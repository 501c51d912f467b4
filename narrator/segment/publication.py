"""When an article was published: what it declares, against the days that it prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from narrator.patterns import compiled
from narrator.segment.cues import Cues
from narrator.segment.dates import find_date, names_moment, without_date
from narrator.segment.view import View

DATED_WORDS = 25
"""Words of a line that may say when and by whom, at most."""
_LABEL_WORDS = 4
_TELLING_WORDS = 3
_DATELINE_WORDS = 12
_ABOVE, _BELOW = 6, 4
"""Blocks above the headline and below the first paragraph among which the day may stand."""
_OPENING = 2
"""Paragraphs of which one may begin with place and day; a summary stands above."""
_PLACE_WORDS = 3
_DASH = compiled(r"\s(?:--|[–—-])\s")
_BRACKETED_DAY = compiled(r"\(([^()]{6,30})\)")
_PLACE_AND_DAY = compiled(r"[^.:]{3,30},\s[^:]{6,30}?\d{4}(?=[.:]\s)")
"""`Ostend, 27 January 2023. The harbour`"""


def published(declared: dt.date | None, view: View, language: str | None) -> dt.date | None:
    """The declared day; the day before, where the page prints that: servers count by the clock of Greenwich."""
    if declared is None:
        return date_told(view, language)
    printed = {**_dates_around(view, language), **_dates_told(view, language)}
    beside = {printed[i] for i in _beside(view) if i in printed}
    before = declared - dt.timedelta(days=1)
    if before in beside and declared not in beside:
        return before
    said = [printed[i] for i in _beside(view) if i in printed and _is_first(view, i)]
    return min([declared, *said]) if declared not in beside else declared


def _is_first(view: View, index: int) -> bool:
    """A line that says of its day that the article was published then."""
    return bool(view.cues.published.match(view.shapes[index].text))


def _beside(view: View) -> range:
    top = view.headline if view.headline is not None else view.body.start
    return range(top - _ABOVE, view.body.start + _BELOW)


def date_told(view: View, language: str | None) -> dt.date | None:
    """When the article says it was published: beside the headline, else at its end, else anywhere.

    Where it names several days there, the first of them: the others are of updates.
    """
    told = _dates_told(view, language)
    around = _dates_around(view, language) if view.told_apart else _moments_around(view, language)
    below = range(view.body.stop - 2, view.body.stop + 8)
    return (
        _day_below_header(view, {**around, **told}, below)
        or _first_of(_beside(view), told, around)
        or _day_in_sentence(view, language)
        or _first_of(below, told, around)
        or next(iter(told.values()), None)
        or _day_of_dateline(view, language)
        or _only_day_of_publication(around, view)
        or _day_by_picture(view, language)
    )


def _only_day_of_publication(around: dict[int, dt.date], view: View) -> dt.date | None:
    """The day that a line anywhere says to be that of publication; of other articles there would be several."""
    days = {day for i, day in around.items() if _is_first(view, i)}
    return days.pop() if len(days) == 1 else None


def _day_by_picture(view: View, language: str | None) -> dt.date | None:
    """A day with its hour in a line beside the headline that a picture's element holds too."""
    captions = (i for i in _beside(view) if 0 <= i < len(view.shapes) and view.role(i) == "caption")
    moments = (i for i in captions if view.shapes[i].words <= DATED_WORDS and _is_moment(view, i))
    return next(filter(None, (_day_in(view, i, language) for i in moments)), None)


def _day_below_header(view: View, days: dict[int, dt.date], below: range) -> dt.date | None:
    """A day under the article that is said to be of its publication, before the one that the page's header shows."""
    top = view.headline or 0
    beside = [i for i in _beside(view) if i in days]
    if not beside or not all(i < top and not _is_first(view, i) for i in beside):
        return None
    said = [days[i] for i in below if i in days and _is_first(view, i)]
    return next((day for day in said if day < min(days[i] for i in beside)), None)


def _first_of(near: range, *kinds: dict[int, dt.date]) -> dt.date | None:
    """The earliest of the days that stand near, of the first kind that has any there."""
    found = ([dates[i] for i in near if i in dates] for dates in kinds)
    return min(next(filter(None, found), []), default=None)


def _day_in_sentence(view: View, language: str | None) -> dt.date | None:
    """Of a blog under its article: `This entry was posted on Friday, January 27, 2023 and is filed under`."""
    openings = (
        (i, view.cues.published.match(view.shapes[i].text)) for i in range(view.body.stop, len(view.shapes))
    )
    telling = (i for i, found in openings if found and len(found[0].split()) >= _TELLING_WORDS)
    return next(filter(None, (_day_in(view, i, language) for i in telling)), None)


def _day_of_dateline(view: View, language: str | None) -> dt.date | None:
    """The day that a first paragraph begins with: `OSTEND, January 27, 2023 — The harbour`."""
    first = next((i for i in view.body if view.shapes[i].prose), view.body.start)
    heads = (shape.head for shape in view.shapes[first : min(first + _OPENING, view.body.stop)])
    openings = (opening for head in heads for opening in _openings(head, view.cues))
    return next(filter(None, (find_date(opening, view.cues, language) for opening in openings)), None)


def _openings(head: str, cues: Cues) -> Iterator[str]:
    """What may be a dateline: in brackets, before a dash, alone between two dashes, with a place before a stop.

    >>> from narrator.segment.cues import cues_of
    >>> heads = "OSTEND, Flanders – Jan. 27, 2023 – It", "Ostend, 27 January 2023. It", "Shut up, on 27 May 2023. It"
    >>> [list(_openings(head, cues_of("en"))) for head in heads]
    [['OSTEND, Flanders', 'Jan. 27, 2023'], ['Ostend, 27 January 2023'], []]
    """
    if bracketed := _BRACKETED_DAY.match(head):
        yield bracketed[1]
    before, *between = _DASH.split(head)[:-1] or [""]
    if before and len(before.split()) <= _DATELINE_WORDS:
        yield before
        yield from (part for part in between[:_OPENING] if not without_date(part, cues))
    if stopped := _PLACE_AND_DAY.match(head):
        place = without_date(stopped[0], cues).split()
        yield from [stopped[0]] if len(place) <= _PLACE_WORDS and all(w[0].isupper() for w in place) else []


def _dates_around(view: View, language: str | None) -> dict[int, dt.date]:
    """Days in lines of a page that say more than a day: its author, its rubric, how many comments it has.

    Under an article they say little more, since other articles are listed there with their own dates.
    """
    found = {}
    for index, shape in enumerate(view.shapes):
        most = DATED_WORDS if index < view.body.start else _LABEL_WORDS
        if view.role(index) != "boilerplate" or shape.prose or shape.words > DATED_WORDS:
            continue
        date = _day_in(view, index, language)
        if date and len(without_date(shape.text, view.cues).split()) <= most:
            found[index] = date
    return found


def _moments_around(view: View, language: str | None) -> dict[int, dt.date]:
    """Days beside the headline of a text, in lines of nothing else or with an hour: others are of other articles."""
    beside = _beside(view)
    return {i: day for i, day in _dates_around(view, language).items() if i in beside and _is_moment(view, i)}


def _is_moment(view: View, index: int) -> bool:
    text = view.shapes[index].text
    return names_moment(text, view.cues) or not without_date(text, view.cues)


def _dates_told(view: View, language: str | None) -> dict[int, dt.date]:
    """Days in lines that say no more than when and who."""
    lines = [i for i in sorted(view.verdicts) if view.role(i) in ("date", "byline")]
    return {i: date for i in lines if (date := _day_in(view, i, language))}


def _day_in(view: View, index: int, language: str | None) -> dt.date | None:
    return find_date(view.shapes[index].text, view.cues, language)
