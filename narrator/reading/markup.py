"""Bytes of a web page → an lxml tree, in bounded time and memory whatever the bytes are."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

from narrator.errors import SourceError
from narrator.patterns import compiled
from narrator.reading.legacy import decode_legacy

Element: TypeAlias = etree._Element

MAX_BYTES = 20_000_000
"""Pages of articles stay under 5 MB; what is larger is not read."""

_MAX_ATTRIBUTES = 500
"""libxml2 compares each attribute of a tag with all before it: 250,000 of them take minutes."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LATIN = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"}
"""Browsers read these as windows-1252 (WHATWG Encoding, section 4.2)."""

_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I
)
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?)?+"""
_TOKEN = compiled(
    rf"<!--(?:-?>|.*?--!?>|.*)"
    rf"|<[!?][^>]*+"
    rf"|(?P<raw><(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]))"
    rf"(?P<raw_attributes>(?:{_ATTRIBUTE})*+)(?P<rest>.*?</\2|.*)"
    rf"|(?P<tag><[a-z][^\s/>]*+)(?P<attributes>(?:{_ATTRIBUTE})*+)",
    re.IGNORECASE | re.DOTALL,
)
"""The pieces of a page that hold or hide tags (HTML, section 13.2.5)."""
_TAG = compiled(rf"<([a-zA-Z][\w:-]*+)((?:{_ATTRIBUTE})*+)(\s*/>)?")
_END_OF_PAGE = compiled(r"</(?:html|body)\s*>", re.IGNORECASE)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


def parse_html(data: bytes, source: str, charset: str | None = None) -> Element:
    """The document element; raises `SourceError` for what no parser can hold.

    `charset` is what the server said. Scripts stay in the tree (JSON-LD is one), comments do not.
    """
    if len(data) > MAX_BYTES:
        raise SourceError(f"{source}: larger than {MAX_BYTES // 1_000_000} MB")
    if _is_binary(data):
        raise SourceError(f"{source}: not a page", "give a text, Markdown, HTML or EPUB file")
    text = _without_endless_tags(_with_end_tags(_without_ends_of_page(decode_html(data, charset))))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(f"{source}: holds no page") from error
    if tree is None:
        raise SourceError(f"{source}: holds no page")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise SourceError(f"{source}: its markup is nested too deeply to be an article")
    return tree


def _is_binary(data: bytes) -> bool:
    if data.startswith(tuple(mark for mark, _ in _BOMS)):
        return False
    sample = data[:4096]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\v\f\r\x1b\0")
    return controls > len(sample) * 0.02


def text_of(element: Element) -> str:
    """All text of an element, with single spaces."""
    return " ".join("".join(map(str, element.itertext())).split())


def heading_of(element: Element) -> str:
    """The text of a heading: its parts stand in lines of their own, and nothing else between them.

    >>> heading_of(etree.fromstring("<h1><span>Rail</span><span>Trains stand still</span></h1>"))
    'Rail Trains stand still'
    >>> heading_of(etree.fromstring("<h1><b>Rail </b> <i>: </i><span>Trains stand still</span></h1>"))
    'Rail: Trains stand still'
    """
    pieces = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        pieces.append(one.text if event == "start" else parting(one) if one is not element else "")
    return put_together(piece or "" for piece in pieces)


def put_together(pieces: Iterable[str]) -> str:
    """The parts of a heading as one line; a colon that is a part of its own stands right behind the word before it.

    >>> put_together(["Rail ", "\\n", " : ", "Trains stand still"]), put_together(["Rail : trains", " stand still"])
    ('Rail: Trains stand still', 'Rail : trains stand still')
    """
    told: list[str] = []
    for piece in pieces:
        if piece.strip() != ":":
            told.append(piece)
            continue
        while told and not told[-1].strip():
            told.pop()
        told[-1:] = [*(last.rstrip() for last in told[-1:]), piece.lstrip()]
    return " ".join("".join(told).split())


def parting(part: Element) -> str:
    """What follows a part of a heading: a space, where the next part would be glued to it."""
    following = part.getnext()
    if part.tail or following is None or text_of(following)[:1] in (":", ",", ".", "!", "?"):
        return part.tail or ""
    return " "


def decode_html(data: bytes, charset: str | None = None) -> str:
    """Text by byte order mark, then the server's charset, then the page's own, then a guess."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for label in (charset, _declared_charset(data)):
        text = _decoded(data, label) if label else None
        if text is not None:
            return text
    return _guessed(data)


def _declared_charset(data: bytes) -> str | None:
    found = _META_CHARSET.search(data, 0, 8192)
    return found[1].decode("ascii", "replace") if found else None


def _decoded(data: bytes, name: str) -> str | None:
    """None where the name is unknown or the bytes plainly say otherwise."""
    name = name.strip("\"' ").lower()
    if name.startswith("utf-16"):  # a page whose meta could be read is not UTF-16 (HTML, 13.2.3.2)
        name = "utf-8"
    try:
        text = data.decode("cp1252" if name in _LATIN else name, "replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("\ufffd") <= len(text) // 200 else None


def _guessed(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode_legacy(data)


def _without_ends_of_page(text: str) -> str:
    """What follows an end of the page is of it too, as where a template brings its own (HTML, 13.2.6.4.19).

    >>> _without_ends_of_page("<p>Home</p></HTML ><p>It fell.</p></body></html>")
    '<p>Home</p><p>It fell.</p>'
    """
    return _END_OF_PAGE.sub("", text)


def _with_end_tags(text: str) -> str:
    """XHTML may close an element in its own tag; to a parser of HTML `<title/>` would swallow the page."""
    if not text[:200].lstrip().startswith("<?xml"):
        return text
    return _TAG.sub(_with_end_tag, text)


def _with_end_tag(match: re.Match[str]) -> str:
    tag, attributes, closed = match.groups()
    return f"<{tag}{attributes}></{tag}>" if closed and tag.lower() not in _VOID else match[0]


def _without_endless_tags(text: str) -> str:
    """The page with tags of over 500 attributes stripped of them all; one linear pass."""
    return _TOKEN.sub(_capped, text) if any(map(_is_endless, _TOKEN.finditer(text))) else text


def _capped(match: re.Match[str]) -> str:
    if not _is_endless(match):
        return match[0]
    return f"{match['raw'] or match['tag']}{match['rest'] or ''}"


def _is_endless(match: re.Match[str]) -> bool:
    attributes = match["attributes"] or match["raw_attributes"]
    if not attributes or len(attributes) < 2 * _MAX_ATTRIBUTES:
        return False
    return sum(1 for _ in re.finditer(_ATTRIBUTE, attributes)) > _MAX_ATTRIBUTES
