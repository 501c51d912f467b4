"""The files that a feed names: which they are, and whether they lie in its folder as it tells of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml.etree import _Element as Element

from narrator.errors import NarratorError
from narrator.feed.check_item import LENGTH
from narrator.feed.check_tag import APPLE, RSS, text_of
from narrator.feed.findings import Finding, finding_error
from narrator.feed.rss import ATOM, ITUNES, PODCAST
from narrator.mp3.facts import read_facts
from narrator.web_address import is_web_address

_TRANSCRIPTS = {
    "text/vtt": (re.compile(rb"\A(\xef\xbb\xbf)?WEBVTT([ \t\r\n]|\Z)"), "W3C WebVTT"),
    "application/x-subrip": (re.compile(rb"\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}"), "SubRip"),
}
_ROUNDING_S = 1


def named_files(channel: Element) -> Iterator[tuple[Element, str]]:
    """Every element that names a file, and the attribute that holds its address."""
    attributes = {
        "enclosure": "url",
        f"{{{PODCAST}}}transcript": "url",
        f"{{{PODCAST}}}chapters": "url",
        f"{{{ITUNES}}}image": "href",
    }
    for parent in (channel, *channel.findall("item")):
        for tag, name in attributes.items():
            yield from ((element, name) for element in parent.findall(tag))


def check_named_files(channel: Element, folder: Path) -> Iterator[Finding]:
    """Files whose address lies below that of the feed must lie in the folder, and be what it says."""
    links = (link.get("href", "") for link in channel.findall(f"{{{ATOM}}}link") if link.get("rel") == "self")
    base = next(links, "").rpartition("/")[0] + "/"
    for element, name in named_files(channel):
        url = element.get(name, "")
        lies_below = is_web_address(url) and url.startswith(base)
        local = unquote(urlsplit(url).path.rpartition("/")[2]) if lies_below else ""
        if local:
            yield from _check_file(folder / Path(local).name, element)


def _check_file(path: Path, element: Element) -> Iterator[Finding]:
    if not path.is_file():
        yield finding_error(str(path), "named by the feed, but not there", RSS)
    elif element.tag == "enclosure":
        yield from _check_enclosure(path, element)
    elif form := _TRANSCRIPTS.get(element.get("type", "")):
        pattern, source = form
        if not pattern.search(path.read_bytes()):
            yield finding_error(str(path), f"no transcript, though named as {element.get('type')}", source)


def _check_enclosure(path: Path, element: Element) -> Iterator[Finding]:
    size, length = path.stat().st_size, element.get("length", "")
    if LENGTH.fullmatch(length) and int(length) != size:
        yield finding_error(str(path), f"has {size} bytes, the feed says {length}", RSS)
    item = element.getparent()
    told_s = _seconds(text_of(item, "itunes:duration")) if item is not None else None
    heard_s = _length_s(path)
    if told_s is not None and heard_s is not None and abs(told_s - heard_s) > _ROUNDING_S:
        yield finding_error(str(path), f"lasts {heard_s:.0f} s, the feed says {told_s}", APPLE)


def _length_s(path: Path) -> float | None:
    """That of the sound; None for what is no MP3, which other checks tell of."""
    try:
        return read_facts(path).duration_ms / 1000
    except NarratorError:
        return None


def _seconds(duration: str) -> int | None:
    """
    >>> _seconds("125"), _seconds("2:05"), _seconds("1:00:05"), _seconds("two minutes")
    (125, 125, 3605, None)
    """
    if not re.fullmatch(r"\d{1,9}(:\d\d){0,2}", duration):
        return None
    seconds = 0
    for part in duration.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds
