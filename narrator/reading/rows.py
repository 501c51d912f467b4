"""Tables of a web page: which hold data, and the rows of those."""

from __future__ import annotations

import re
from collections.abc import Iterator

from narrator.model import Row
from narrator.patterns import compiled
from narrator.reading.marks import PICTURE_TAGS
from narrator.reading.markup import Element, text_of
from narrator.reading.text import clean

_LONGEST_CELL = 200
_MOST_COLUMNS = 1000
"""A browser's own limit for the columns of one cell (HTML, 4.9.11)."""
_BESIDE = compiled(r"float\s*:\s*(?:left|right)", re.IGNORECASE)


def is_data(table: Element) -> bool:
    """False for a table that only lays out a page: it holds tables, headings or whole paragraphs."""
    paragraphs = () if _has(table, "th") else ("p",)
    if _has(table, "h1", "h2", "h3", "article", "blockquote", *paragraphs):
        return False
    if sum(1 for _ in zip(table.iter("table"), range(2), strict=False)) > 1:
        return False
    return all(len(text_of(cell)) < _LONGEST_CELL for cell in table.iter("td", "th"))


def names_table(element: Element) -> bool:
    """True for the caption of a figure that is a table and no picture."""
    figure = element.getparent()
    if element.tag != "figcaption" or figure is None or figure.tag != "figure":
        return False
    return _has(figure, "table") and not _has(figure, *PICTURE_TAGS)


def is_headed(element: Element) -> bool:
    """True for a part of a table that has cells to name its columns."""
    table = next(element.iterancestors("table", "figure"), None)
    return table is not None and _has(table, "th")


def row_of(element: Element) -> Row | None:
    """The row or title of a table; None where that is set beside the text, or holds pictures."""
    if element.tag in ("caption", "figcaption"):
        return Row((clean(text_of(element)),), names=True)
    table = next(element.iterancestors("table"), None)
    if element.tag != "tr" or table is None or _is_beside(table) or _has(table, *PICTURE_TAGS):
        return None
    cells = list(element.iterchildren("td", "th"))
    return Row(tuple(text for cell in cells for text in _columns(cell)), _names_columns(element, cells))


def _columns(cell: Element) -> Iterator[str]:
    """The cell's text, and an empty one for each further column that it spans."""
    yield clean(text_of(cell))
    spanned = cell.get("colspan", "1")
    yield from [""] * (min(int(spanned), _MOST_COLUMNS) - 1 if spanned.isdecimal() else 0)


def _names_columns(row: Element, cells: list[Element]) -> bool:
    above = row.getparent()
    return (above is not None and above.tag == "thead") or all(
        cell.tag == "th" or not text_of(cell) for cell in cells
    )


def _is_beside(table: Element) -> bool:
    return table.get("align", "").lower() in ("left", "right") or bool(_BESIDE.search(table.get("style", "")))


def _has(element: Element, *tags: str) -> bool:
    return next(element.iter(*tags), None) is not None
