"""What the directories ask of a feed: any podcast's, not narrator's alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from narrator.errors import PublishError
from narrator.feed.categories import SOURCE as CATEGORY_LIST
from narrator.feed.categories import is_category, nearest_category
from narrator.feed.check_item import check_item
from narrator.feed.check_tag import (
    APPLE,
    PSP,
    RSS,
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
from narrator.feed.forms import CHANNEL
from narrator.feed.named_files import check_named_files
from narrator.feed.rss import ATOM, ITUNES, NAMESPACES

_OTHER_PODCAST = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
"""Another name of the podcast namespace, which readers must know too."""


def check_feed(data: bytes, feed_url: str = "", folder: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with a feed; with `folder`, the files it names there are looked at too."""
    try:
        channel = channel_of(data)
    except PublishError as error:
        return (finding_error("feed", error.message, RSS),)
    items = channel.findall("item")
    return (
        *_prefixes(channel),
        *_about(channel, feed_url),
        *_doubles(items),
        *(finding for number, item in enumerate(items, 1) for finding in check_item(item, number)),
        *(check_named_files(channel, folder) if folder else ()),
    )


def _prefixes(channel: Element) -> Iterator[Finding]:
    """Readers know a namespace by its address, to the letter."""
    for prefix, name in NAMESPACES.items():
        declared = channel.nsmap.get(prefix, name)
        if declared not in (name, _OTHER_PODCAST):
            yield finding_error(
                "feed", f"prefix {prefix} stands for {declared!r}, not {name!r}", "XML namespaces"
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
    yield from check_forms(channel, "channel", CHANNEL)
    for name in ("pubDate", "lastBuildDate"):
        yield from check_date(channel, name, "channel")
    yield from check_picture(channel, "channel", required=True)
    yield from _categories(channel)
    yield from check_explicit(channel, "channel", required=True)
    yield from _recommended(channel)
    yield from _self_link(channel, feed_url)
    if channel.find("item") is None:
        yield finding_warning("channel", "has no episode", APPLE)


_RECOMMENDED = {
    "itunes:author": APPLE,
    "itunes:owner/itunes:email": APPLE,
    "podcast:guid": PSP,
    "podcast:locked": PSP,
}


def _recommended(channel: Element) -> Iterator[Finding]:
    for name, source in _RECOMMENDED.items():
        if not text_of(channel, name):
            yield finding_warning("channel", f"no {name}", source)


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
        return
    yield from check_link(links[0], "channel", "atom:link")
    if feed_url and links[0] != feed_url:
        yield finding_warning("channel", f"atom:link says {links[0]!r}, but the feed is at {feed_url!r}", PSP)


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
