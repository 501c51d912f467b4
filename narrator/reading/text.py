"""Plain text, whatever its encoding and line breaks, as a `Page`."""

from __future__ import annotations

import codecs
import re
import unicodedata

from narrator.errors import SourceError
from narrator.model import Block, BlockKind, Page
from narrator.patterns import compiled
from narrator.reading.legacy import decode_legacy
from narrator.reading.notes import without_note_marks
from narrator.reading.wrapping import Line, rejoin

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_INVISIBLE = compiled(r"[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BLANKS = compiled(r"[^\S\n]+|[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = compiled(r"[\x00-\x08\x0e-\x1b\x7f]")
_LISTED_LINK = compiled(r"^ *\d{1,4}\. (?:https?|file)://\S+$", re.M)
_LINK_NUMBER = compiled(r"\[\d{1,4}\](?=\S)|(?<= )\[\d{1,4}\] ?|\[\d{1,4}\]$", re.M)
_FRAMED = compiled(r"([*=~])\1+ (\S.*) \1{2,}")
_CRAWLED = compiled(r"\A\s*date \d{4}-\d\d(?:-\d\d)? (?=\S)")
"""What archives of the web put before the first word of a page: the day on which they fetched it."""
_CELLS = compiled(r"\S+(?: \S+){0,3}(?:(?:\t| {3,})\S+(?: \S+){0,3}){2,}")
"""A few words, and a wide gap before a few more, at least twice: a menu, or the row of a table."""
_SUSPECT = compiled(r"[ÂÃÄÅÆÇÈÊËÎÏÐÑÒÓØÙâãäåæçðŸ\x80-\x9f\ufffdﬀ-ﬆ]|&(?:#?\w{2,8});")


def read_text(data: bytes, source: str, identity: str | None) -> Page:
    """The paragraphs of a text file, cleaned without changing a word; a mark of a note is none.

    Every line that is not blank is in exactly one block. Raises `SourceError` for data that is empty
    or no text.
    """
    text = _CRAWLED.sub("", without_note_marks(decode(data, source)), count=1)
    found = _split_lines(text)
    lines = tuple(Line(clean(line) or line.strip(), number) for number, line in enumerate(found, start=1))
    undress = _without_link_numbers if len(_LISTED_LINK.findall(text)) > 1 else _unframed
    blocks = tuple(
        Block(undress(text) or text, _kind_of(found[numbers[0] - 1]), lines=numbers)
        for text, numbers in rejoin(lines)
    )
    if not blocks:
        raise SourceError(f"{source}: nothing but blank lines")
    return Page(source=source, blocks=blocks, identity=identity)


def decode(data: bytes, source: str) -> str:
    """The text of a file in any Unicode or older encoding; raises `SourceError` for anything else."""
    if not data:
        raise SourceError(f"{source}: empty file")
    encoding = _declared_encoding(data) or _wide_encoding(data)
    if encoding is None and _is_binary(data[:_SAMPLE]):
        raise SourceError(f"{source}: not a text", "give a text, Markdown, HTML or EPUB file")
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace") if encoding else decode_legacy(data)
    return text.removeprefix("\ufeff")


def clean(text: str) -> str:
    """A line without invisible characters, doubled spaces and mojibake, in NFC; its words stay as they are.

    >>> clean("  The\\u00adatre\\u200b  closed,\\tcafÃ© open ")
    'Theatre closed, café open'
    """
    if ("&" in text or not text.isascii()) and _SUSPECT.search(text):
        text = _repair(text)
    text = _CONTROLS.sub("", _INVISIBLE.sub("", text))
    text = _BLANKS.sub(" ", text).strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _kind_of(line: str) -> BlockKind:
    """
    >>> _kind_of("News   Sport   Become a member"), _kind_of("The ferry sails."), _kind_of("1\\tOstend\\t24\\t51")
    ('table', 'text', 'table')
    """
    return "table" if _CELLS.fullmatch(line.strip()) else "text"


def _without_link_numbers(text: str) -> str:
    """Text without the numbers of links that a text browser lists below.

    >>> _without_link_numbers("The [2]mayor left [14]")
    'The mayor left'
    """
    return _LINK_NUMBER.sub("", text).strip()


def _unframed(text: str) -> str:
    """A heading of plain text without what stands around it.

    >>> _unframed("****** Trains stand still ******")
    'Trains stand still'
    """
    framed = _FRAMED.fullmatch(text)
    return framed[2] if framed else text


def _repair(text: str) -> str:
    import ftfy  # costs a tenth of a short run, and most texts are sound

    return ftfy.fix_text(
        text,
        uncurl_quotes=False,
        fix_character_width=False,
        fix_line_breaks=False,
        normalization="NFC",
    )


def _split_lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _declared_encoding(data: bytes) -> str | None:
    return next((name for bom, name in _BOMS if data.startswith(bom)), None)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: in most scripts every other byte of a line break or space is zero."""
    sample = data[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if len(data) % 2 or max(even, odd) < half * 0.1 or min(even, odd) > half * 0.02:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = sample.decode(encoding, "ignore")
    except UnicodeDecodeError:
        return None
    return encoding if sum(map(str.isprintable, text)) > 0.9 * len(text) else None


def _is_binary(sample: bytes) -> bool:
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
    return 0 in sample or controls > len(sample) * 0.02
