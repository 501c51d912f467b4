"""What the directories ask of an episode in a feed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from narrator.feed.check_tag import (
    APPLE,
    NAMESPACE,
    RSS,
    check_address,
    check_date,
    check_explicit,
    check_forms,
    check_length,
    check_link,
    check_picture,
    check_size,
    require,
    text_of,
)
from narrator.feed.findings import Finding, finding_error, finding_warning
from narrator.feed.forms import ITEM
from narrator.feed.rss import PODCAST
from narrator.patterns import compiled

_MEDIA = {
    "audio/mpeg",
    "audio/x-m4a",
    "audio/mp4",
    "video/mp4",
    "video/x-m4v",
    "video/quicktime",
    "application/pdf",
}
_TRANSCRIPTS = {
    "text/vtt",
    "application/x-subrip",
    "application/srt",
    "text/html",
    "text/plain",
    "application/json",
}
_CHAPTERS = {"application/json+chapters", "application/json"}
LENGTH = compiled(r"[1-9][0-9]{0,15}")
"""A number of bytes, as an enclosure tells it."""
_DURATION = compiled(r"\d+|(\d+:)?[0-5]?\d:[0-5]\d")


def check_item(item: Element, number: int) -> Iterator[Finding]:
    """Findings about one item; `number` counts from 1 and tells which it is."""
    where = f"item {number} {text_of(item, 'title') or _file(item)!r}"
    yield from require(item, "title", where, APPLE)
    yield from require(item, "guid", where, APPLE)
    if link := text_of(item, "link"):
        yield from check_link(link, where, "link")
    yield from check_length(item, "itunes:author", where)
    yield from _enclosure(item, where)
    if not text_of(item, "pubDate"):
        yield finding_warning(where, "no pubDate", APPLE)
    yield from check_date(item, "pubDate", where)
    yield from _duration(item, where)
    yield from check_forms(item, where, ITEM)
    yield from check_explicit(item, where, required=False)
    yield from check_picture(item, where, required=False)
    yield from check_size(item, "description", where)
    yield from check_size(item, "content:encoded", where)
    yield from _linked(item, where, "transcript", _TRANSCRIPTS)
    yield from _linked(item, where, "chapters", _CHAPTERS)


def _file(item: Element) -> str:
    enclosure = item.find("enclosure")
    return "" if enclosure is None else enclosure.get("url", "")


def _enclosure(item: Element, where: str) -> Iterator[Finding]:
    found = item.findall("enclosure")
    if len(found) != 1:
        yield finding_error(where, f"has {len(found)} enclosures, not one", APPLE)
        return
    url, length, kind = (found[0].get(name, "") for name in ("url", "length", "type"))
    yield from check_address(url, where, "enclosure url")
    if not LENGTH.fullmatch(length):
        yield finding_error(where, f"enclosure length {length!r} is no number of bytes", RSS)
    if kind not in _MEDIA:
        yield finding_error(where, f"enclosure type {kind!r} is none that is played", APPLE)


def _duration(item: Element, where: str) -> Iterator[Finding]:
    duration = text_of(item, "itunes:duration")
    if not duration:
        yield finding_warning(where, "no itunes:duration", APPLE)
    elif not _DURATION.fullmatch(duration):
        yield finding_error(where, f"itunes:duration {duration!r} is no number of seconds", APPLE)


def _linked(item: Element, where: str, name: str, kinds: set[str]) -> Iterator[Finding]:
    for element in item.findall(f"{{{PODCAST}}}{name}"):
        yield from check_address(element.get("url", ""), where, f"podcast:{name} url")
        if element.get("type") not in kinds:
            yield finding_error(where, f"podcast:{name} type {element.get('type')!r} is not known", NAMESPACE)
