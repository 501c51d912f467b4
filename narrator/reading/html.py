"""A web page → Page: its blocks in order, which of them are the article's, what it declares."""

from __future__ import annotations

from collections.abc import Iterator

from narrator.model import Block, Page
from narrator.reading import marks
from narrator.reading.area import Laid, find_article
from narrator.reading.blocks import Found
from narrator.reading.declared import Declared, read_declared
from narrator.reading.length import words_in
from narrator.reading.markup import parse_html
from narrator.reading.text import clean
from narrator.reading.top import is_title

_PARAGRAPH_WORDS = 12
_BOLD_LEVEL = 4
"""Below the headings of pages that have real ones."""


def read_html(data: bytes, source: str, identity: str | None, *, charset: str | None = None) -> Page:
    """The page with its furniture: blocks outside the article have `main=False`.

    `identity` is used where the page names no canonical address, `charset` is what the server said.
    Raises `SourceError` for bytes that hold no page.
    """
    tree = parse_html(data, source, charset)
    declared = read_declared(tree)
    laid = find_article(tree, declared)
    if not any(words_in(laid.found[i].text) >= _PARAGRAPH_WORDS for i in laid.article) and declared.body:
        return _from_data(declared, source, identity)
    title = _title(laid, declared)
    blocks = [block for i, one in enumerate(laid.found) for block in _blocks(one, i in laid.article, title)]
    if declared.titled and title and not any(block.main and is_title(block.text, title) for block in blocks):
        blocks.insert(0, Block(title, "heading", 1))
    return Page(
        source=source,
        blocks=tuple(blocks),
        metadata=declared.metadata,
        title=title,
        identity=declared.metadata.url or identity,
        origin="web",
    )


def _title(laid: Laid, declared: Declared) -> str | None:
    """The declared title, unless what heads the article says something else, or the same with other spaces."""
    said = declared.title
    if laid.headline is None:
        return said
    text = clean(laid.found[laid.headline].text)
    return said if said and is_title(text, said) and not _is_respaced(text, said) else text


def _is_respaced(text: str, title: str) -> bool:
    return "".join(text.split()) == "".join(title.split())


def _from_data(declared: Declared, source: str, identity: str | None) -> Page:
    """A page that only its scripts would fill, read from the text it declares."""
    lines = [line for text in declared.body.split("\n") if (line := clean(text))]
    title = [Block(declared.title, "heading", 1)] if declared.title else []
    blocks = (*title, *(Block(line) for line in lines))
    return Page(
        source, blocks, declared.metadata, declared.title, declared.metadata.url or identity, origin="web"
    )


def _blocks(found: Found, main: bool, title: str | None) -> Iterator[Block]:
    """One block; two where a kicker or a badge stands in the headline's own element."""
    text, kind, level = clean(found.text) or found.text, found.place.kind, found.place.level
    if main and title and kind in ("heading", "text") and title in text and is_title(text, title):
        kicker, _, badge = text.partition(title)
        if kicker.strip():
            yield Block(kicker.strip(), "text", main=False)
        yield Block(title, "heading", level or 1)
        if badge.strip():
            yield Block(badge.strip(), "text", main=False)
    elif main and kind == "text" and _is_set_as_heading(found):
        yield Block(text, "heading", _BOLD_LEVEL)
    else:
        yield Block(text, kind, level, main=main, row=found.row)


def _is_set_as_heading(found: Found) -> bool:
    """Many newsrooms set sub-headings as a bold paragraph, or one that only its name tells from others."""
    short = 2 <= words_in(found.text) <= 12
    plain = short and not found.linked and found.text[-1] not in '.,:;…"”。，：；、'
    return plain and (found.bold or marks.is_subheading(found.place.element))
