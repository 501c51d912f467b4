"""An lxml tree → the blocks a reader would see, in document order, each with what its markup says of it.

Nothing is judged here: furniture comes out too, marked by the zone it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from narrator.model import BlockKind, Row
from narrator.reading import marks
from narrator.reading.length import letters_in
from narrator.reading.markup import Element, parting, put_together, text_of
from narrator.reading.notes import without_raised
from narrator.reading.rows import is_data, names_table, row_of

PROSE_LETTERS = 60
_LONGEST_HEADING = 200
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


@dataclass(frozen=True, slots=True)
class Found:
    """A run of text between two block borders."""

    text: str
    place: Place
    linked: int
    """Characters of the text that are links."""
    bold: bool = False
    """All of it stands in bold."""

    @property
    def link_share(self) -> float:
        """Share of its characters that are links, 0 to 1."""
        return self.linked / len(self.text)

    @property
    def row(self) -> Row | None:
        """What it is in a table of data that stands in the text."""
        return row_of(self.place.element) if self.place.kind == "table" else None

    @property
    def is_prose(self) -> bool:
        """A paragraph, surely; a shorter block may be a heading, a link or a button."""
        running = self.place.kind in ("text", "quote", "list_item") and not self.place.furniture
        return running and letters_in(self.text) >= PROSE_LETTERS and self.link_share < 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    element: Element
    kind: BlockKind = "text"
    level: int = 0
    furniture: bool = False
    """Inside navigation, a form, a share bar, a list of related pages: by tag, role, class or id."""
    table: bool = False
    """Inside a table of data, where a row is one block."""


def find_blocks(root: Element, kept: frozenset[Element] = frozenset()) -> list[Found]:
    """All text of the tree, block by block. Elements in `kept` are no furniture, whatever they are called."""
    walk = _Walk(root, kept)
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            walk.leave(element)
        elif walk.passes_over(element):
            events.skip_subtree()
        else:
            walk.enter(element)
    walk.flush()
    return walk.found


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str | None
    """None is a line break."""
    linked: bool
    bold: bool


class _Walk:
    """The open elements and the pieces of the block under way, while a tree is walked."""

    def __init__(self, root: Element, kept: frozenset[Element]) -> None:
        self.found: list[Found] = []
        self._kept = kept
        self._places = [Place(root)]
        self._pieces: list[_Piece] = []
        self._links = 0
        self._bolds = 0
        self._skipped: Element | None = None

    def passes_over(self, element: Element) -> bool:
        """Whether a browser shows nothing of the element, so that its inside is not walked."""
        tag = element.tag
        unseen = (
            not isinstance(tag, str)
            or tag in marks.UNSEEN_TAGS
            or (not self._is_block(element) and _is_inaudible(element))
        )
        if unseen:
            self._skipped = element
        return unseen

    def enter(self, element: Element) -> None:
        """Opens an element: its own text, or a new block."""
        tag = element.tag
        if tag == "br":
            self._pieces.append(_Piece(None, False, False))
        elif self._is_block(element):
            self.flush()
            self._places.append(self._place_of(element))
        elif tag in ("td", "th") and any(piece.text and piece.text.strip() for piece in self._pieces):
            self._add(" · ")
        self._links += _is_link(element)
        self._bolds += tag in ("b", "strong")
        self._add("“" if tag == "q" else None)
        self._add(_raised(element) if tag == "sup" else element.text)

    def leave(self, element: Element) -> None:
        """Closes an element; what follows it belongs to the one around."""
        if element is self._skipped:
            self._skipped = None
            self._add(element.tail)
            return
        tag = element.tag
        self._add("”" if tag == "q" else None)
        self._links -= _is_link(element)
        self._bolds -= tag in ("b", "strong")
        if self._places[-1].element is element and len(self._places) > 1:
            self.flush()
            self._places.pop()
        if len(self._places) > 1 or element is not self._places[0].element:
            self._add(parting(element) if self._places[-1].kind == "heading" else element.tail)

    def flush(self) -> None:
        """Ends the block under way."""
        place = self._places[-1]
        for pieces in self._parted(place):
            texts = [piece.text or " " for piece in pieces]
            told = put_together(texts) if place.kind == "heading" else " ".join("".join(texts).split())
            text = without_raised(told)
            if text:
                linked = sum(len(" ".join((piece.text or "").split())) for piece in pieces if piece.linked)
                self.found.append(Found(text, place, min(linked, len(text)), _is_bold(pieces)))
        self._pieces.clear()

    def _parted(self, place: Place) -> Iterator[list[_Piece]]:
        """A heading over several lines is one."""
        length = sum(len((piece.text or "").strip()) for piece in self._pieces)
        if place.kind == "heading" and length <= _LONGEST_HEADING:
            return iter([self._pieces])
        return _paragraphs(self._pieces, place.element.tag not in marks.SENTENCE_TAGS)

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(_Piece(text, self._links > 0, self._bolds > 0))

    def _is_block(self, element: Element) -> bool:
        tag, place = element.tag, self._places[-1]
        if place.table:
            return tag in ("tr", "table", "caption")
        if tag in ("button", "label"):
            return place.element.tag not in marks.SENTENCE_TAGS
        return tag in marks.BLOCK_TAGS or ("-" in tag and not _is_amid_sentence(element, place.element))

    def _place_of(self, element: Element) -> Place:
        outer = self._places[-1]
        kept = element in self._kept
        kind, level = _kind_by_tag(element, outer, kept) if kept else _kind_of(element, outer)
        place = replace(outer, element=element, kind=kind, level=level)
        if element.tag == "table":
            place = replace(place, table=is_data(element))
        if not kept and marks.is_furniture(element):
            place = replace(place, furniture=True)
        return place


def _kind_of(element: Element, outer: Place) -> tuple[BlockKind, int]:
    """What is inside a post or a caption stays that, whatever its own markup."""
    if outer.kind == "embed" or marks.is_embed(element):
        return "embed", 0
    if element.tag == "blockquote" or marks.is_pullquote(element):
        return "quote", 0
    if (outer.table and element.tag in ("tr", "caption")) or names_table(element):
        return "table", 0
    if outer.kind == "caption" or marks.is_caption(element):
        return "caption", 0
    return _kind_by_tag(element, outer)


def _kind_by_tag(element: Element, outer: Place, kept: bool = False) -> tuple[BlockKind, int]:
    """An item that lays out the page is none of a list."""
    tag = element.tag
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return "heading", int(tag[1])
    if tag in ("li", "dt", "dd") and not (kept and _lays_out(element)):
        return "list_item", 0
    return outer.kind, outer.level


def _lays_out(item: Element) -> bool:
    """The only one of its list with a heading, which is that of the article."""
    return _is_headed(item) and not any(map(_is_headed, _siblings(item)))


def _is_headed(element: Element) -> bool:
    return next(element.iter("h1", "h2", "h3"), None) is not None


def _siblings(element: Element) -> Iterator[Element]:
    yield from element.itersiblings(element.tag)
    yield from element.itersiblings(element.tag, preceding=True)


def _is_link(element: Element) -> bool:
    """An anchor that only has a name leads nowhere."""
    return element.tag == "a" and ("href" in element.attrib or "name" not in element.attrib)


def _is_inaudible(element: Element) -> bool:
    """Hidden from sight, a sign for the eye, or a mark of a footnote; a colon behind a kicker is to be heard."""
    if marks.is_hidden(element):
        return text_of(element) != ":"
    return any(
        sign(element) for sign in (marks.is_footnote_mark, marks.is_note, marks.is_permalink, marks.is_icon)
    )


def _is_amid_sentence(element: Element, outer: Element) -> bool:
    """A system's own element around a few words of a paragraph, as browsers show it (CSS 2.2, 9.2.2)."""
    if element.getparent() is not outer or outer.tag not in marks.SENTENCE_TAGS or len(element):
        return False
    before = element.getprevious()
    led = (outer.text if before is None else before.tail) or ""
    return bool(led.strip() or (element.tail or "").strip())


def _raised(element: Element) -> str | None:
    text = element.text
    return text.translate(_SUPERSCRIPTS) if text and text.strip("+-").isdigit() else text


def _paragraphs(pieces: list[_Piece], every_line: bool) -> Iterator[list[_Piece]]:
    """Two line breaks begin a new paragraph; one does after a line in bold, or where no sentence is open."""
    current: list[_Piece] = []
    breaks = 0
    for piece in pieces:
        if piece.text is None:
            breaks += 1
        elif piece.text.strip():
            if breaks > 1 or (breaks and (every_line or (_is_bold(current) and not piece.bold))):
                yield current
                current = []
            breaks = 0
        current.append(piece)
    yield current


def _is_bold(pieces: list[_Piece]) -> bool:
    seen = [piece.bold for piece in pieces if piece.text and piece.text.strip()]
    return bool(seen) and all(seen)
