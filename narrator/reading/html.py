"""A web page → Page: its blocks in order, which of them are the article's, what it declares."""

from __future__ import annotations

from narrator.model import Block, Page
from narrator.reading.area import find_article
from narrator.reading.blocks import Found
from narrator.reading.declared import read_declared
from narrator.reading.markup import parse_html
from narrator.reading.text import clean

_BOLD_LEVEL = 4
"""Below the headings of pages that have real ones."""


def read_html(data: bytes, source: str, identity: str | None, *, charset: str | None = None) -> Page:
    """The page with its furniture: blocks outside the article have `main=False`.

    `identity` is used where the page names no canonical address, `charset` is what the server said.
    Raises `SourceError` for bytes that hold no page.
    """
    tree = parse_html(data, source, charset)
    declared = read_declared(tree)
    found, article = find_article(tree)
    blocks = tuple(_block(block, i in article) for i, block in enumerate(found))
    return Page(
        source=source,
        blocks=blocks,
        metadata=declared.metadata,
        title=declared.title,
        identity=declared.metadata.url or identity,
    )


def _block(found: Found, main: bool) -> Block:
    kind, level = found.place.kind, found.place.level
    if main and kind == "text" and _is_bold_heading(found):
        kind, level = "heading", _BOLD_LEVEL
    return Block(clean(found.text) or found.text, kind, level, main=main)


def _is_bold_heading(found: Found) -> bool:
    """Many newsrooms set sub-headings as a bold paragraph."""
    short = 2 <= len(found.text.split()) <= 12
    return found.bold and short and not found.linked and found.text[-1] not in '.,:;…"”'
