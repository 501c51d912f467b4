"""Markdown → Page: CommonMark with tables, and front matter as metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from narrator.errors import SourceError
from narrator.model import Block, BlockKind, Page
from narrator.reading.front_matter import read_front_matter
from narrator.reading.text import decode

_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:\s*")
_MARK = re.compile(r"[\[\]*_`<!]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MOST_MARKS = 20_000
_KINDS: dict[str, BlockKind] = {
    "blockquote_open": "quote",
    "list_item_open": "list_item",
    "table_open": "table",
}


def read_markdown(data: bytes, source: str, identity: str | None) -> Page:
    """The document's blocks with their line numbers; program code and footnotes have `main=False`."""
    front, text, offset = read_front_matter(decode(data, source), source)
    rows = text.split("\n")
    blocks = tuple(_numbered(block, rows, offset) for block in _blocks(_parsed(text, source)))
    if not blocks:
        raise SourceError(f"{source}: holds no text")
    return Page(source, blocks, front.metadata, front.title, front.metadata.url or identity)


def _parsed(text: str, source: str) -> list[Token]:
    """Its parser compares each mark in a paragraph with those before it, so their number is bounded."""
    paragraphs = (len(_MARK.findall(paragraph)) for paragraph in _BLANK_LINE.split(text))
    if sum(marks * marks for marks in paragraphs) > _MOST_MARKS**2:
        raise SourceError(f"{source}: too many marks of Markdown in one paragraph")
    try:
        return MarkdownIt("commonmark").enable("table").parse(text)
    except RecursionError as error:
        raise SourceError(f"{source}: its Markdown is nested too deeply to be an article") from error


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    """Blocks whose `lines` are still the token's own: first and one past the last, from zero."""
    open_kinds: list[BlockKind] = []
    heading = 0
    row: list[str] = []
    for token in tokens:
        if token.type in _KINDS:
            open_kinds.append(_KINDS[token.type])
        elif token.type.replace("_close", "_open") in _KINDS and token.type.endswith("_close"):
            open_kinds.pop()
        elif token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "heading_close":
            heading = 0
        elif token.type == "tr_open":
            row, row_map = [], token.map
        elif token.type == "tr_close":
            yield Block(" · ".join(filter(None, row)), "table", lines=tuple(row_map or ()))
        elif token.type in ("fence", "code_block"):
            yield Block(" ".join(token.content.split()), "embed", lines=tuple(token.map or ()), main=False)
        elif token.type == "html_block":
            yield from _html_blocks(token)
        elif token.type == "inline" and "table" in open_kinds:
            row.append(_said(token.children or []))
        elif token.type == "inline":
            yield from _paragraph(token, open_kinds[-1] if open_kinds else "text", heading)


def _paragraph(token: Token, kind: BlockKind, heading: int) -> Iterator[Block]:
    children, lines = token.children or [], tuple(token.map or ())
    images = [child for child in children if child.type == "image"]
    text = _said([child for child in children if child.type != "image"])
    for image in images:
        yield Block(_said(image.children or []), "caption", lines=lines if not text else ())
    if footnote := _FOOTNOTE.match(text):
        yield Block(text[footnote.end() :], "text", lines=lines, main=False)
    elif heading:
        yield Block(text, "heading", heading, lines)
    else:
        yield Block(
            _FOOTNOTE_MARK.sub("", text),
            "caption" if images and _is_emphasis(children) else kind,
            lines=lines,
        )


def _is_emphasis(children: list[Token]) -> bool:
    """Whether all that stands beside the pictures is in italics, as captions often are."""
    depth = 0
    for child in children:
        depth += child.nesting if child.type in ("em_open", "em_close") else 0
        if child.type == "text" and child.content.strip() and not depth:
            return False
    return True


def _said(tokens: list[Token]) -> str:
    words = (" " if token.type in ("softbreak", "hardbreak") else _visible(token) for token in tokens)
    return " ".join("".join(words).split())


def _visible(token: Token) -> str:
    return token.content if token.type in ("text", "code_inline", "text_special") else ""


def _html_blocks(token: Token) -> Iterator[Block]:
    from narrator.reading.blocks import find_blocks
    from narrator.reading.markup import parse_html

    try:
        found = find_blocks(parse_html(token.content.encode(), "", "utf-8"))
    except SourceError:
        return
    for block in found:
        place = block.place
        yield Block(block.text, place.kind, place.level, tuple(token.map or ()), not place.furniture)


def _numbered(block: Block, rows: list[str], offset: int) -> Block:
    first, end = block.lines or (0, 0)
    lines = tuple(row + 1 + offset for row in range(first, end) if rows[row].strip())
    return Block(block.text, block.kind, block.level, lines, block.main)
