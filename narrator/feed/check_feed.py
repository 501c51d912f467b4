"""What the directories ask of a feed: any podcast's, not narrator's alone."""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.etree import _Element as Element

from narrator.errors import PublishError
from narrator.feed.categories import SOURCE as CATEGORY_LIST
from narrator.feed.categories import is_category, nearest_category
from narrator.feed.findings import Finding, finding_error, finding_warning
from narrator.feed.notes import NOTES_BYTES
from narrator.feed.ready import is_web_address
from narrator.feed.rss import ATOM, ITUNES, NAMESPACES, PODCAST

APPLE, PSP, NAMESPACE = "Apple, A Podcaster's Guide to RSS", "PSP-1", "Podcast namespace"
RSS = "RSS 2.0"

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
_DATE = re.compile(
    r"((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT|UT|UTC|[ECMP][SD]T)"
)
_LENGTH = re.compile(r"[1-9][0-9]{0,15}")
_DURATION = re.compile(r"\d+|(\d+:)?\d{1,2}:\d\d")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_PICTURE = re.compile(r"\.(jpe?g|png)$", re.IGNORECASE)


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
        *(finding for number, item in enumerate(items, 1) for finding in _item(item, number)),
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
        yield from _require(channel, name, "channel", source)
    yield from _short(channel, "description", "channel")
    language = _text(channel, "language")
    if language and not _LANGUAGE.fullmatch(language):
        yield finding_error("channel", f"language {language!r} is no language tag", RSS)
    yield from _picture(channel, "channel", required=True)
    yield from _categories(channel)
    yield from _explicit(channel, "channel", required=True)
    yield from _recommended(channel)
    yield from _self_link(channel, feed_url)
    yield from _podcast_tags(channel)
    if channel.find("item") is None:
        yield finding_warning("channel", "has no episode", APPLE)


def _recommended(channel: Element) -> Iterator[Finding]:
    for name in ("itunes:author", "itunes:owner/itunes:email"):
        if not _text(channel, name):
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
    guid, locked = _text(channel, "podcast:guid"), _text(channel, "podcast:locked")
    if not guid:
        yield finding_warning("channel", "no podcast:guid", PSP)
    elif not _is_uuid(guid):
        yield finding_error("channel", f"podcast:guid {guid!r} is no UUID", NAMESPACE)
    if not locked:
        yield finding_warning("channel", "no podcast:locked", PSP)
    elif locked not in ("yes", "no"):
        yield finding_error("channel", f"podcast:locked {locked!r} is neither yes nor no", NAMESPACE)


# --- an item ------------------------------------------------------------------------------------------


def _doubles(items: Iterable[Element]) -> Iterator[Finding]:
    for name, read in {"guid": _guid, "enclosure url": _enclosure_url}.items():
        counted = Counter(filter(None, map(read, items)))
        for value, times in counted.items():
            if times > 1:
                yield finding_error("feed", f"{name} {value!r} stands in {times} items", APPLE)


def _guid(item: Element) -> str:
    return _text(item, "guid")


def _enclosure_url(item: Element) -> str:
    enclosure = item.find("enclosure")
    return "" if enclosure is None else enclosure.get("url", "")


def _item(item: Element, number: int) -> Iterator[Finding]:
    where = f"item {number} {_text(item, 'title')!r}"
    yield from _require(item, "title", where, APPLE)
    yield from _require(item, "guid", where, APPLE)
    yield from _enclosure(item, where)
    yield from _date(item, where)
    yield from _duration(item, where)
    yield from _explicit(item, where, required=False)
    yield from _picture(item, where, required=False)
    yield from _short(item, "description", where)
    yield from _short(item, "content:encoded", where)
    yield from _linked(item, where, "transcript", _TRANSCRIPTS)
    yield from _linked(item, where, "chapters", _CHAPTERS)


def _enclosure(item: Element, where: str) -> Iterator[Finding]:
    found = item.findall("enclosure")
    if len(found) != 1:
        yield finding_error(where, f"has {len(found)} enclosures, not one", APPLE)
        return
    url, length, kind = (found[0].get(name, "") for name in ("url", "length", "type"))
    yield from _address(url, where, "enclosure url")
    if not _LENGTH.fullmatch(length):
        yield finding_error(where, f"enclosure length {length!r} is no number of bytes", RSS)
    if kind not in _MEDIA:
        yield finding_error(where, f"enclosure type {kind!r} is none that is played", APPLE)


def _date(item: Element, where: str) -> Iterator[Finding]:
    date = _text(item, "pubDate")
    if not date:
        yield finding_warning(where, "no pubDate", APPLE)
        return
    try:
        day = parsedate_to_datetime(date) if _DATE.fullmatch(date) else None
    except ValueError:
        day = None
    if day is None:
        yield finding_error(where, f"pubDate {date!r} is no date of RFC 2822", APPLE)
    elif date[:3].isalpha() and f"{day:%a}" != date[:3]:
        yield finding_error(where, f"pubDate {date!r} was not a {date[:3]}", "RFC 2822")


def _duration(item: Element, where: str) -> Iterator[Finding]:
    duration = _text(item, "itunes:duration")
    if not duration:
        yield finding_warning(where, "no itunes:duration", APPLE)
    elif not _DURATION.fullmatch(duration):
        yield finding_error(where, f"itunes:duration {duration!r} is no number of seconds", APPLE)


def _linked(item: Element, where: str, name: str, kinds: set[str]) -> Iterator[Finding]:
    for element in item.findall(f"{{{PODCAST}}}{name}"):
        yield from _address(element.get("url", ""), where, f"podcast:{name} url")
        if element.get("type") not in kinds:
            yield finding_error(where, f"podcast:{name} type {element.get('type')!r} is not known", NAMESPACE)


# --- of channel and item ------------------------------------------------------------------------------


def _require(parent: Element, name: str, where: str, source: str) -> Iterator[Finding]:
    found = parent.findall(name)
    if not _text(parent, name):
        yield finding_error(where, f"no {name}", source)
    elif len(found) > 1:
        yield finding_error(where, f"{name} stands there {len(found)} times", RSS)


def _short(parent: Element, name: str, where: str) -> Iterator[Finding]:
    size = len(_text(parent, name).encode())
    if size > NOTES_BYTES:
        yield finding_error(where, f"{name} has {size} bytes, more than {NOTES_BYTES}", APPLE)


def _picture(parent: Element, where: str, required: bool) -> Iterator[Finding]:
    image = parent.find(f"{{{ITUNES}}}image")
    if image is None:
        if required:
            yield finding_error(where, "no itunes:image", APPLE)
        return
    url = image.get("href", "")
    yield from _address(url, where, "itunes:image href")
    if not _PICTURE.search(urlsplit(url).path if is_web_address(url) else url):
        yield finding_warning(where, f"itunes:image {url!r} is named neither .jpg nor .png", APPLE)


def _explicit(parent: Element, where: str, required: bool) -> Iterator[Finding]:
    value = _text(parent, "itunes:explicit")
    if (value or required) and value not in ("true", "false"):
        yield finding_error(where, f"itunes:explicit is {value!r}, neither true nor false", APPLE)


def _address(url: str, where: str, name: str) -> Iterator[Finding]:
    if not is_web_address(url) or not url.isascii():
        yield finding_error(where, f"{name} {url!r} is no web address", RSS)
    elif url.startswith("http:"):
        yield finding_warning(where, f"{name} {url!r} is not https", APPLE)


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
    elif _LENGTH.fullmatch(length) and int(length) != path.stat().st_size:
        yield finding_error(str(path), f"has {path.stat().st_size} bytes, the feed says {length}", RSS)


def _text(parent: Element, path: str) -> str:
    return (parent.findtext(path, namespaces=NAMESPACES) or "").strip()


def _is_uuid(text: str) -> bool:
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False
