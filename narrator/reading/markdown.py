"""Markdown → Page: CommonMark with tables, and front matter as metadata."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from narrator.errors import SourceError
from narrator.model import Block, BlockKind, Page, Row
from narrator.patterns import compiled
from narrator.reading.front_matter import read_front_matter
from narrator.reading.text import clean, decode
from narrator.reading.titles import same

_FOOTNOTE_MARK = compiled(r"\[\^[^\]\s]{1,40}\]")
_FOOTNOTE = compiled(r"\[\^[^\]\s]{1,40}\]:\s*")
_MARK = compiled(r"[\[\]*_`<!]")
_BLANK_LINE = compiled(r"\n[ \t]*\n")
_SAME = 0.7
_MOST_MARKS = 20_000
_MOST_LETTERS = 5_000_000
_MAX_NESTING = 100
_TASK = compiled(r"^\[[ xX]\]\s+")
_LINKS, _OF_LINKS = 10, 0.12
"""Lines that are links alone, and their share: no author puts so many around an article."""
_AROUND = " \t|•·>»/,-–—:*"
_KINDS: dict[str, BlockKind] = {"blockquote": "quote", "list_item": "list_item"}


def read_markdown(data: bytes, source: str, identity: str | None) -> Page:
    """The document's blocks with their line numbers.

    Program code, footnotes, and the lines that only mark something up or stand in front matter have `main=False`.
    """
    whole = decode(data, source).replace("\r\n", "\n").replace("\r", "\n")
    front, text, offset = read_front_matter(whole, source)
    rows = whole.split("\n")
    tree = _parsed(text, source)
    found = (_numbered(block, rows, offset) for block in _blocks(tree))
    blocks = tuple(block for block in found if block.text)
    if not blocks:
        raise SourceError(f"{source}: holds no text")
    return Page(
        source=source,
        blocks=_with_other_lines(_titled(blocks, front.title), rows),
        metadata=front.metadata,
        title=front.title,
        identity=front.metadata.url or identity,
        origin="text" if front.clipped or _is_copied(tree) else "document",
    )


def _with_other_lines(blocks: tuple[Block, ...], rows: list[str]) -> tuple[Block, ...]:
    """Also those of front matter, rules and comments, each in its place: no line goes unmentioned."""
    placed = {line for block in blocks for line in block.lines}
    others = [
        Block(clean(row), lines=(number,), main=False)
        for number, row in enumerate(rows, start=1)
        if row.strip() and number not in placed
    ]
    place, order = 0, list[tuple[int, Block]]()
    for block in blocks:
        place = max(place, *block.lines, 0)
        order.append((place, block))
    merged = sorted([*order, *((other.lines[0], other) for other in others)], key=lambda pair: pair[0])
    return tuple(block for _, block in merged if block.text)


def _titled(blocks: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """A site sets the title of the front matter above a text, unless one heading of the first level is its own."""
    if not title or sum(block.level == 1 for block in blocks) == 1:
        return blocks
    if any(block.level == 1 and same(block.text, title) > _SAME for block in blocks):
        return blocks
    return Block(title, "heading", 1), *blocks


def _parsed(text: str, source: str) -> SyntaxTreeNode:
    """Its parser compares each mark in a paragraph with those before it, so their number is bounded."""
    if len(text) > _MOST_LETTERS:
        raise SourceError(f"{source}: larger than {_MOST_LETTERS // 1_000_000} MB")
    paragraphs = (len(_MARK.findall(paragraph)) for paragraph in _BLANK_LINE.split(text))
    if sum(marks * marks for marks in paragraphs) > _MOST_MARKS**2:
        raise SourceError(f"{source}: too many marks of Markdown in one paragraph")
    try:
        parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table")
        return SyntaxTreeNode(parser.parse(text))
    except RecursionError as error:
        raise SourceError(f"{source}: its Markdown is nested too deeply to be an article") from error


def _is_copied(tree: SyntaxTreeNode) -> bool:
    """Whether it is a whole page put into Markdown, menus and teasers and all: many of its lines are links alone."""
    lines = [node for node in tree.walk() if node.type == "inline"]
    links = sum(map(_is_link, lines))
    return links >= _LINKS and links >= _OF_LINKS * len(lines)


def _is_link(line: SyntaxTreeNode) -> bool:
    kinds = {child.type for child in line.children if child.type != "text" or child.content.strip(_AROUND)}
    return "link" in kinds and kinds <= {"link", "image", "softbreak", "hardbreak"}


def _blocks(node: SyntaxTreeNode, kind: BlockKind = "text") -> Iterator[Block]:
    """Blocks whose `lines` are still the parser's own: first and one past the last, from zero."""
    for child in node.children:
        match child.type:
            case "heading":
                yield Block(_said(_inline(child)), "heading", int(child.tag[1]), _rows(child))
            case "paragraph":
                yield from _paragraph(_inline(child), kind, _rows(child))
            case "tr":
                row = Row(tuple(_said(_inline(cell)) for cell in child.children), _names_columns(child))
                text = " · ".join(filter(None, row.cells))
                yield Block(text, "table", lines=_table_rows(child), row=row)
            case "fence" | "code_block":
                yield Block(" ".join(child.content.split()), "embed", lines=_rows(child), main=False)
            case "html_block":
                yield from _html_blocks(child)
            case "ordered_list":
                yield from _numbered_items(child)
            case _:
                yield from _blocks(child, _KINDS.get(child.type, kind))


def _numbered_items(node: SyntaxTreeNode) -> Iterator[Block]:
    """Counted from the number of the first, as a browser does."""
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, start=first):
        for index, block in enumerate(_blocks(item, "list_item")):
            counted = index == 0 and block.kind == "list_item"
            yield replace(block, text=f"{number}. {block.text}") if counted else block


def _inline(node: SyntaxTreeNode) -> list[Token]:
    return [token for inline in node.children if inline.token for token in inline.token.children or []]


def _rows(node: SyntaxTreeNode) -> tuple[int, ...]:
    return tuple(node.map or ())


def _table_rows(node: SyntaxTreeNode) -> tuple[int, ...]:
    """A table's head has the rule below it as well."""
    first, end = _rows(node)
    return first, end + _names_columns(node)


def _names_columns(row: SyntaxTreeNode) -> bool:
    return row.parent is not None and row.parent.type == "thead"


def _paragraph(tokens: list[Token], kind: BlockKind, rows: tuple[int, ...]) -> Iterator[Block]:
    images = [token for token in tokens if token.type == "image"]
    text = _said([token for token in tokens if token.type != "image"])
    for image in images:
        yield Block(_said(image.children or []), "caption", lines=() if text else rows)
    if footnote := _FOOTNOTE.match(text):
        yield Block(text[footnote.end() :], lines=rows, main=False)
    else:
        kind = "caption" if images and _is_emphasis(tokens) else kind
        text = _TASK.sub("", text, count=1) if kind == "list_item" else text
        yield Block(_FOOTNOTE_MARK.sub("", text), kind, lines=rows)


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


def _html_blocks(node: SyntaxTreeNode) -> Iterator[Block]:
    from narrator.reading.blocks import find_blocks
    from narrator.reading.markup import parse_html

    try:
        found = find_blocks(parse_html(node.content.encode(), "", "utf-8"))
    except SourceError:
        return
    rows = _rows(node)
    for block in found:
        place = block.place
        yield Block(block.text, place.kind, place.level, rows, not place.furniture, block.row)
        rows = ()


def _numbered(block: Block, rows: list[str], offset: int) -> Block:
    first, end = block.lines or (0, 0)
    lines = tuple(row + 1 for row in range(first + offset, end + offset) if rows[row].strip())
    return replace(block, text=clean(block.text), lines=lines)
