"""What the directories ask of a feed: any podcast's, not narrator's alone."""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.etree import _Element as Element

from narrator.errors import PublishError
from narrator.feed.categories import SOURCE as CATEGORY_LIST
from narrator.feed.categories import is_category, nearest_category
from narrator.feed.check_item import LENGTH, check_item
from narrator.feed.check_tag import (
    APPLE,
    NAMESPACE,
    PSP,
    RSS,
    check_explicit,
    check_length,
    check_link,
    check_picture,
    check_size,
    require,
    text_of,
)
from narrator.feed.findings import Finding, finding_error, finding_warning
from narrator.feed.rss import ATOM, ITUNES, PODCAST

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)


def check_feed(data: bytes, feed_url: str = "", folder: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with a feed; with `folder`, the files it names there are looked at too."""
    try:
        channel = channel_of(data)
    except PublishError as error:
        return (finding_error("feed", error.message, RSS),)
    items = channel.findall("item")
    return (
        *_about(channel, feed_url),
        *_doubles(items),
        *(finding for number, item in enumerate(items, 1) for finding in check_item(item, number)),
        *(_files(channel, folder) if folder else ()),
    )


def channel_of(data: bytes) -> Element:
    """The channel of a feed; raises `PublishError` if it is none.

    Nothing is expanded or fetched on a feed's behalf; a DOCTYPE is refused.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PublishError(f"not well-formed XML: {error.msg}") from error
    document = root.getroottree().docinfo
    if document is not None and document.internalDTD is not None:
        raise PublishError("has a DOCTYPE, which feeds must not have")
    channels = root.findall("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or len(channels) != 1:
        raise PublishError("is no RSS 2.0 with one channel")
    return channels[0]


# --- the channel ------------------------------------------------------------------------------------


def _about(channel: Element, feed_url: str) -> Iterator[Finding]:
    for name, source in {"title": APPLE, "description": APPLE, "language": APPLE, "link": PSP}.items():
        yield from require(channel, name, "channel", source)
    if link := text_of(channel, "link"):
        yield from check_link(link, "channel", "link")
    yield from check_length(channel, "itunes:author", "channel")
    yield from check_length(channel, "itunes:owner/itunes:name", "channel")
    yield from check_size(channel, "description", "channel")
    language = text_of(channel, "language")
    if language and not _LANGUAGE.fullmatch(language):
        yield finding_error("channel", f"language {language!r} is no language tag", RSS)
    yield from check_picture(channel, "channel", required=True)
    yield from _categories(channel)
    yield from check_explicit(channel, "channel", required=True)
    yield from _recommended(channel)
    yield from _self_link(channel, feed_url)
    yield from _podcast_tags(channel)
    if channel.find("item") is None:
        yield finding_warning("channel", "has no episode", APPLE)


def _recommended(channel: Element) -> Iterator[Finding]:
    for name in ("itunes:author", "itunes:owner/itunes:email"):
        if not text_of(channel, name):
            yield finding_warning("channel", f"no {name}", APPLE)


def _categories(channel: Element) -> Iterator[Finding]:
    listed = channel.findall(f"{{{ITUNES}}}category")
    if not listed:
        yield finding_error("channel", "no itunes:category", APPLE)
    for category in listed:
        for path in _paths(category):
            if not is_category(path):
                near = nearest_category(path[-1])
                hint = f", perhaps {near!r}" if near else ""
                yield finding_error(
                    "channel", f"category {' > '.join(path)!r} is not in the list{hint}", CATEGORY_LIST
                )


def _paths(category: Element) -> list[tuple[str, ...]]:
    name = category.get("text", "")
    return [(name, part.get("text", "")) for part in category] or [(name,)]


def _self_link(channel: Element, feed_url: str) -> Iterator[Finding]:
    links = [link.get("href", "") for link in channel.findall(f"{{{ATOM}}}link") if link.get("rel") == "self"]
    if not links:
        yield finding_error("channel", "no atom:link with rel self", PSP)
    elif feed_url and links[0] != feed_url:
        yield finding_warning("channel", f"atom:link says {links[0]!r}, but the feed is at {feed_url!r}", PSP)


def _podcast_tags(channel: Element) -> Iterator[Finding]:
    guid, locked = text_of(channel, "podcast:guid"), text_of(channel, "podcast:locked")
    if not guid:
        yield finding_warning("channel", "no podcast:guid", PSP)
    elif not _is_uuid(guid):
        yield finding_error("channel", f"podcast:guid {guid!r} is no UUID", NAMESPACE)
    if not locked:
        yield finding_warning("channel", "no podcast:locked", PSP)
    elif locked not in ("yes", "no"):
        yield finding_error("channel", f"podcast:locked {locked!r} is neither yes nor no", NAMESPACE)


# --- its items ------------------------------------------------------------------------------------------


def _doubles(items: Iterable[Element]) -> Iterator[Finding]:
    for name, read in {"guid": _guid, "enclosure url": _enclosure_url}.items():
        counted = Counter(filter(None, map(read, items)))
        for value, times in counted.items():
            if times > 1:
                yield finding_error("feed", f"{name} {value!r} stands in {times} items", APPLE)


def _guid(item: Element) -> str:
    return text_of(item, "guid")


def _enclosure_url(item: Element) -> str:
    enclosure = item.find("enclosure")
    return "" if enclosure is None else enclosure.get("url", "")


# --- the files it names -------------------------------------------------------------------------------


def _files(channel: Element, folder: Path) -> Iterator[Finding]:
    """Files whose address lies below that of the feed must lie in the folder, as long as announced."""
    links = (link.get("href", "") for link in channel.findall(f"{{{ATOM}}}link") if link.get("rel") == "self")
    base = next(links, "").rpartition("/")[0] + "/"
    for element, name in named_files(channel):
        url = element.get(name, "")
        local = unquote(urlsplit(url).path.rpartition("/")[2]) if url.startswith(base) and base != "/" else ""
        if local:
            yield from _file(folder / Path(local).name, element.get("length", ""))


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


def _file(path: Path, length: str) -> Iterator[Finding]:
    if not path.is_file():
        yield finding_error(str(path), "named by the feed, but not there", RSS)
    elif LENGTH.fullmatch(length) and int(length) != path.stat().st_size:
        yield finding_error(str(path), f"has {path.stat().st_size} bytes, the feed says {length}", RSS)


def _is_uuid(text: str) -> bool:
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False
