"""A web page → Page: its blocks in order, which of them are the article's, and what it declares about itself."""

from __future__ import annotations

from narrator.model import Block, Page
from narrator.reading.area import find_article
from narrator.reading.blocks import Found
from narrator.reading.declared import read_declared
from narrator.reading.markup import parse_html


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
    return Block(found.text, found.place.kind, found.place.level, main=main)
