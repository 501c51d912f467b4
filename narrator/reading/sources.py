"""What a user names → pages: files by what they hold, folders, standard input, addresses."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from narrator.errors import SourceError
from narrator.model import Page
from narrator.reading.address import meant_as_address, normal_address
from narrator.reading.kinds import is_book, is_feed, is_html, is_markdown

STDIN = "-"
ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".epub")
"""What is taken from a folder; a file that is named may have any ending."""
MAX_BYTES = 50_000_000

_MARKDOWN = (".md", ".markdown")
_MARKUP = (".html", ".htm", ".xhtml")


def find_sources(source: str, passing_over: Path | None = None) -> tuple[str, ...]:
    """The readable files of a folder, sorted; anything else is itself.

    What is hidden, what is no file, what lies in a folder of episodes amid others, and the pages that a podcast
    amid them has of its own are passed over. Raises
    `SourceError` for a path that is not there or cannot be read, and for a folder without articles.
    """
    if source == STDIN or meant_as_address(source):
        return (source,)
    if not source:
        raise SourceError("a source without a name: empty", "name a file, a folder, an address, or -")
    path = Path(source)
    try:
        if not path.is_dir():
            path.stat()
            return (source,)
        found = tuple(str(file) for file in sorted(_readable_files(path, passing_over)))
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from error
    if not found:
        raise SourceError(f"{source}: no articles in this folder", f"narrator reads {', '.join(ENDINGS)}")
    return found


def read_pages(
    source: str, *, root: Path, data: bytes | None = None, allow_private: bool = False
) -> tuple[Page, ...]:
    """Every article of a source; only an EPUB has several.

    `root` is the folder that identities of files are relative to, `data` what has been read of the source already,
    as of standard input it always has: a pipe can be read once. Raises `SourceError` in one line for whatever
    cannot be read.
    """
    if meant_as_address(source):
        return _fetched(source, allow_private)
    if source == STDIN:
        return _pages(data or b"", "", source, None)
    identity = _identity(Path(source), root)
    held = read_file(source) if data is None else data
    return _pages(held, Path(source).suffix.lower(), _in_letters(source), identity)


def read_file(source: str) -> bytes:
    """What a file holds; raises `SourceError` for one that is not there, may not be read, or is over 50 MB."""
    try:
        with Path(source).open("rb") as file:
            return read_bounded(file, source)
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from error


def read_bounded(file: BinaryIO, source: str) -> bytes:
    """What an open file holds; raises `SourceError` for over 50 MB."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SourceError(f"{source}: larger than {MAX_BYTES // 1_000_000} MB")
    return data


def _pages(
    data: bytes, ending: str, source: str, identity: str | None, charset: str | None = None
) -> tuple[Page, ...]:
    """Content decides before the ending does, but for Markdown, which may begin with markup."""
    if not data.strip():
        raise SourceError(f"{source}: empty")
    if is_book(data):
        from narrator.reading.epub import read_epub

        return read_epub(data, source, identity)
    if is_feed(data):
        raise SourceError(f"{source}: a feed, not an article", "name the address of one of its articles")
    if ending not in _MARKDOWN and (ending in _MARKUP or is_html(data)):
        from narrator.reading.html import read_html

        return (read_html(data, source, identity, charset=charset),)
    from narrator.reading.text import decode, read_text

    if ending in _MARKDOWN or is_markdown(decode(data, source)):
        from narrator.reading.markdown import read_markdown

        return (read_markdown(data, source, identity),)
    return (read_text(data, source, identity),)


def _fetched(url: str, allow_private: bool) -> tuple[Page, ...]:
    from narrator.reading.fetch import fetch

    got = fetch(url, allow_private=allow_private)
    ending = _MARKDOWN[0] if got.kind == "text/markdown" else _MARKUP[0] if "html" in got.kind else ""
    address = normal_address(got.url)
    return tuple(_found_at(address, page) for page in _pages(got.data, ending, url, address, got.charset))


def _found_at(address: str, page: Page) -> Page:
    """A page whose address is where it was found, if it names no other."""
    return replace(page, metadata=replace(page.metadata, url=page.metadata.url or address))


def _readable_files(folder: Path, passing_over: Path | None) -> Iterator[Path]:
    """Links to folders are not followed, so a loop of them does not matter.

    What may not be looked into is listed as well, so that reading it tells of it, and the others are read.
    """
    passed, locked = passing_over.resolve() if passing_over else None, list[OSError]()
    for parent, folders, files in os.walk(folder, onerror=locked.append):
        folders[:] = [
            name for name in folders if not name.startswith(".") and Path(parent, name).resolve() != passed
        ]
        readable = (name for name in files if not name.startswith(".") and name.lower().endswith(ENDINGS))
        own = _player_pages(files) if Path(parent) != folder else ()
        yield from (
            Path(parent, name) for name in readable if name not in own and _may_hold_text(Path(parent, name))
        )
    for error in locked:
        if Path(error.filename) == folder:
            raise error
        yield Path(error.filename)


def _may_hold_text(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return True


def _player_pages(files: Sequence[str]) -> Collection[str]:
    """Those of a podcast that was published in a folder or brought there: beside its feed, each beside its MP3."""
    if "feed.xml" not in files:
        return set()
    stems = [name.removesuffix(".mp3") for name in files if name.endswith(".mp3")]
    pages = {f"{stem}{ending}" for stem in stems for ending in (".html", ".embed.html")} & {*files}
    return pages | {"index.html"} if pages else pages


def _unreadable(source: str, error: OSError | ValueError) -> SourceError:
    """One line; the system names the file when it lies deeper in a folder."""
    if not isinstance(error, OSError):
        return SourceError(f"{source!r}: not a path")
    name = error.filename if isinstance(error.filename, str) else source
    return SourceError(f"{name}: {(error.strerror or str(error)).lower()}")


def _identity(path: Path, root: Path) -> str:
    """The path seen from `root`, with forward slashes; absolute where it lies elsewhere."""
    full, base = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100 - links stay as named
    seen = full.relative_to(base) if full.is_relative_to(base) else full
    return _in_letters(seen.as_posix())


def _in_letters(name: str) -> str:
    """A path as it can be printed and hashed: bytes in it that are no UTF-8, as old archives have, written out.

    >>> _in_letters(os.fsdecode(b"Caf\\xe9.txt"))
    'Caf\\\\xe9.txt'
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")
