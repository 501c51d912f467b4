"""EPUB 2 and 3 → one Page a chapter, in the order of the book."""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from lxml import etree

from narrator.errors import SourceError
from narrator.model import Block, Metadata, Page
from narrator.patterns import compiled
from narrator.reading import markup
from narrator.reading.authors import clean_authors
from narrator.reading.blocks import find_blocks
from narrator.reading.dates import parse_day
from narrator.reading.language import language_tag
from narrator.reading.length import words_in
from narrator.reading.markup import Element, parse_html, text_of
from narrator.reading.text import clean

_CONTAINER = "META-INF/container.xml"
_MAX_CHAPTERS = 2_000
_MAX_BOOK_BYTES = 100_000_000
_FEWEST_WORDS = 25
_NO_CHAPTER = compiled(
    r"(?:^|[\W_])(?:cover|toc|nav|ncx|contents|title-?page|half-?title|copyright(?:-page)?|colophon|imprint|dedication"
    r"|epigraph|index|landmarks|lo[it]|advert\w*|also-?by|acknowledge?ments?|bibliography|footnotes|endnotes)(?:$|[\W_\d])",
    re.IGNORECASE,
)
_TYPE = "{http://www.idpf.org/2007/ops}type"
_DAMAGES = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
)  # fmt: skip
"""What reading an archive raises; bzip2 and the names of members have errors of no class of their own."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A document of the book, as its package lists it."""

    path: str
    purpose: str
    """Names, types and properties that say what it is for."""


def read_epub(data: bytes, source: str, identity: str | None) -> tuple[Page, ...]:
    """The book's chapters; cover, contents and imprint are passed over.

    A chapter is known by the book's identity and its file's name. Raises `SourceError` for an archive
    that is no book, is locked, or unpacks to more than 100 MB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            pages = tuple(_chapters(_Book(archive, source), source, identity))
    except _DAMAGES as error:
        raise SourceError(f"{source}: a damaged or locked archive") from error
    if not pages:
        raise SourceError(f"{source}: a book without chapters of text")
    return pages


class _Book:
    """The archive, read within bounds: sizes that its directory claims are not believed."""

    def __init__(self, archive: zipfile.ZipFile, source: str) -> None:
        self._archive = archive
        self._source = source
        self._names = frozenset(archive.namelist())
        self._left = _MAX_BOOK_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """A file of the archive; raises `SourceError` for one that unpacks to more than a book holds."""
        limit = min(self._left, markup.MAX_BYTES)
        with self._archive.open(name) as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise SourceError(f"{self._source}: unpacks to more than a book holds")
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Element:
        """A file of the archive as a tree; raises `SourceError` where it is missing or no XML."""
        if name not in self:
            raise SourceError(f"{self._source}: no EPUB: {name} is missing")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        try:
            return etree.fromstring(self.read(name), parser)
        except (etree.LxmlError, ValueError) as error:
            raise SourceError(f"{self._source}: no EPUB: {name} cannot be read") from error


def _chapters(book: _Book, source: str, identity: str | None) -> Iterator[Page]:
    package_path = _package_path(book, source)
    package = book.xml(package_path)
    metadata = _metadata(package)
    for item in _items(package, posixpath.dirname(package_path)):
        if item.path in book and not _NO_CHAPTER.search(item.purpose):
            page = _chapter(book.read(item.path), f"{source}#{item.path}", metadata)
            if page:
                yield _known_as(page, f"{identity}#{item.path}" if identity else None)


def _package_path(book: _Book, source: str) -> str:
    rootfile = next(_all(book.xml(_CONTAINER), "rootfile"), None)
    path = rootfile.get("full-path") if rootfile is not None else None
    if not path:
        raise SourceError(f"{source}: no EPUB: it names no package")
    return path


def _items(package: Element, folder: str) -> Iterator[_Item]:
    """Documents in reading order."""
    manifest = {item.get("id"): item for item in _all(package, "item")}
    guide = {_path(folder, ref.get("href", "")): ref.get("type", "") for ref in _all(package, "reference")}
    for ref, _ in zip(_all(package, "itemref"), range(_MAX_CHAPTERS), strict=False):
        item = manifest.get(ref.get("idref"))
        if item is None or ref.get("linear") == "no" or "html" not in item.get("media-type", "html"):
            continue
        path = _path(folder, item.get("href", ""))
        name = posixpath.splitext(posixpath.basename(path))[0]
        yield _Item(
            path, " ".join((name, guide.get(path, ""), item.get("properties", ""), item.get("id", "")))
        )


def _path(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _chapter(data: bytes, source: str, metadata: Metadata) -> Page | None:
    """None for a document that is no chapter by its own word, or too short for one."""
    tree = parse_html(data, source)
    body = tree.find(".//body")
    if body is None or _NO_CHAPTER.search(_types(body)):
        return None
    blocks = tuple(
        Block(
            clean(found.text) or found.text,
            found.place.kind,
            found.place.level,
            main=not found.place.furniture,
            row=found.row,
        )
        for found in find_blocks(body)
    )
    if sum(words_in(block.text) for block in blocks if block.main) < _FEWEST_WORDS:
        return None
    title = next((block.text for block in blocks if block.kind == "heading"), None)
    return Page(source, blocks, metadata, title or _window_title(tree), origin="document")


def _types(body: Element) -> str:
    """What the document says it is, on its body or on the one section that holds it all."""
    elements = [body, *(child for child in body if len(body) == 1)]
    return " ".join(
        e.get("epub:type") or e.get(_TYPE) or e.get("role", "").removeprefix("doc-") for e in elements
    )


def _window_title(tree: Element) -> str | None:
    title = tree.find(".//title")
    return text_of(title) or None if title is not None else None


def _known_as(page: Page, identity: str | None) -> Page:
    return replace(page, identity=identity)


def _metadata(package: Element) -> Metadata:
    said = {
        name: [text_of(e) for e in _all(package, name)] for name in ("creator", "language", "date", "title")
    }
    return Metadata(
        authors=clean_authors(said["creator"]),
        date=next((day for text in said["date"] if (day := parse_day(text))), None),
        language=next((tag for text in said["language"] if (tag := language_tag(text))), None),
        site=next(filter(None, said["title"]), None),
    )


def _all(tree: Element, name: str) -> Iterator[Element]:
    """Elements of any namespace: books are careless with them."""
    return tree.iter(f"{{*}}{name}")
