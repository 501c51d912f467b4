"""Show + Episodes → the feed: RSS 2.0 with the iTunes and Podcasting 2.0 namespaces.

What Apple requires and recommends ("A Podcaster's Guide to RSS"), what PSP-1 demands, and what the podcast
namespace adds. The same show and files give the same bytes.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from email.utils import format_datetime
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from narrator.feed import chapters, transcript
from narrator.feed.categories import split_category
from narrator.feed.forms import PERSON_LETTERS
from narrator.feed.legal import legal_line
from narrator.feed.notes import description_of, show_notes
from narrator.feed.published import CHAPTERS, COVER, PAGE, SRT, VTT, Published, newest_first
from narrator.model import Episode
from narrator.settings import Show
from narrator.web_address import ascii_address

FEED = "feed.xml"
SHOW_COVER = "cover.jpg"

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
NAMESPACES = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM, "content": CONTENT}

GENERATOR = "narrator"

_CHANNEL, _CHANNEL_END = b"<channel>\n", b" </channel>\n"

AUTHOR_LETTERS = 255
"""The most that W3C's feed validator takes for `itunes:author`."""

_GUID_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Podcast namespace, "guid"."""


def render(show: Show, base_url: str, episodes: Iterable[Published]) -> bytes:
    """The feed of `episodes`, newest first, as it will be reachable at `base_url`/feed.xml."""
    listed = newest_first(episodes)
    return assemble(show, base_url, listed, (render_item(show, base_url, each) for each in listed))


def assemble(show: Show, base_url: str, listed: Sequence[Published], items: Iterable[bytes]) -> bytes:
    """The feed of items that are drawn already, in the order of `listed`."""
    document = _document(_about(show, base_url, listed))
    seam = document.rindex(_CHANNEL_END)
    return b"".join([document[:seam], *items, document[seam:]])


def render_item(show: Show, base_url: str, each: Published) -> bytes:
    """An episode as it stands in a feed that declares the namespaces."""
    document = _document([_item(show, base_url, each)])
    return document[document.index(_CHANNEL) + len(_CHANNEL) : document.rindex(_CHANNEL_END)]


def _document(elements: Iterable[Element]) -> bytes:
    """A feed with `elements` in its channel."""
    rss = etree.Element("rss", {"version": "2.0"}, nsmap=NAMESPACES)
    channel = etree.SubElement(rss, "channel")
    channel.extend(element for element in elements if not _is_empty(element))
    etree.indent(rss, " ")
    return etree.tostring(rss, encoding="utf-8", xml_declaration=True) + b"\n"


def address(base_url: str, name: str) -> str:
    """The address of a file of the podcast.

    >>> address("https://example.org/audio/", "ein Tag.mp3")
    'https://example.org/audio/ein%20Tag.mp3'
    """
    return f"{base_url.rstrip('/')}/{quote(name)}"


def audio_address(base_url: str, each: Published) -> str:
    """The address of an episode's MP3; it changes with its bytes, so that caches stay right."""
    return f"{address(base_url, each.name)}?v={each.digest[:8]}"


def guid_of_feed(feed_url: str) -> str:
    """The `podcast:guid` of a feed first published at this address.

    >>> guid_of_feed("https://podnews.net/rss/")
    '9b024349-ccf0-5f69-a609-6b82873eab3c'
    """
    return str(uuid.uuid5(_GUID_NAMESPACE, re.sub("^[a-z]+://", "", feed_url).rstrip("/")))


# --- the channel ----------------------------------------------------------------------------------


def _about(show: Show, base_url: str, listed: Sequence[Published]) -> Iterator[Element]:
    feed_url, cover_url = address(base_url, FEED), address(base_url, SHOW_COVER)
    home = ascii_address(show.link) or address(base_url, "")
    yield _tag("title", show.title)
    yield _tag("link", home)
    yield _tag("description", description_of(show.description))
    yield _tag("language", show.language)
    yield _tag("generator", GENERATOR)
    yield from _dates(listed)
    yield _tag(f"{{{ATOM}}}link", rel="self", type="application/rss+xml", href=feed_url)
    yield _parent("image", _tag("url", cover_url), _tag("title", show.title), _tag("link", home))
    yield from _for_apple(show, cover_url)
    yield from _for_podcasting_2(show, feed_url)


def _dates(listed: Sequence[Published]) -> Iterator[Element]:
    if listed:
        newest = _date(listed[0].episode)
        yield _tag("pubDate", newest)
        yield _tag("lastBuildDate", newest)


def _for_apple(show: Show, cover_url: str) -> Iterator[Element]:
    yield _itunes("author", _joined([show.author]))
    yield _parent(f"{{{ITUNES}}}owner", _itunes("name", _joined([show.author])), _itunes("email", show.email))
    yield _tag(f"{{{ITUNES}}}image", href=cover_url)
    yield _category(split_category(show.category))
    yield _itunes("explicit", _boolean(show.explicit))
    yield _itunes("type", "episodic")
    if show.private:
        yield _itunes("block", "Yes")


def _category(path: tuple[str, ...]) -> Element:
    category, *parts = path
    return _parent(
        f"{{{ITUNES}}}category", *(_itunes("category", text=part) for part in parts), text=category
    )


def _for_podcasting_2(show: Show, feed_url: str) -> Iterator[Element]:
    yield _podcast("guid", show.guid or guid_of_feed(feed_url))
    yield _podcast("locked", "yes", owner=show.email)
    yield _podcast("medium", "podcast")
    if author := legal_line(show.author)[:PERSON_LETTERS]:
        yield _podcast("person", author, role="producer", group="creative direction")
    yield _podcast("txt", "Articles, read by a synthetic voice", purpose="ai-content")
    if show.private:
        yield _podcast("block", "yes")


# --- an episode -----------------------------------------------------------------------------------


def _item(show: Show, base_url: str, each: Published) -> Element:
    episode = each.episode
    return _parent(
        "item",
        _tag("title", episode.title),
        _tag("link", ascii_address(episode.url or "") or address(base_url, each.name_of(PAGE))),
        _tag("description", description_of(episode.description)),
        _tag(f"{{{CONTENT}}}encoded", show_notes(episode)),
        _tag("guid", episode.guid, isPermaLink="false"),
        _tag("pubDate", _date(episode)),
        _tag("enclosure", url=audio_address(base_url, each), length=str(each.size), type="audio/mpeg"),
        *_item_for_apple(show, base_url, each),
        *_item_for_podcasting_2(base_url, each),
    )


def _item_for_apple(show: Show, base_url: str, each: Published) -> Iterator[Element]:
    episode = each.episode
    yield _itunes("title", episode.title)
    yield _itunes("author", _joined(episode.authors or [show.author]))
    yield _itunes("duration", str(max(1, round(episode.duration_ms / 1000))))
    yield _itunes("explicit", _boolean(show.explicit))
    yield _itunes("episodeType", "full")
    if episode.season:
        yield _itunes("season", str(episode.season))
    if episode.number:
        yield _itunes("episode", str(episode.number))
    if COVER in each.beside:
        yield _itunes("image", href=address(base_url, each.name_of(COVER)))
    if show.private:
        yield _itunes("block", "Yes")


def _item_for_podcasting_2(base_url: str, each: Published) -> Iterator[Element]:
    episode = each.episode
    if episode.season:
        yield _podcast("season", str(episode.season))
    if episode.number:
        yield _podcast("episode", str(episode.number))
    for suffix, media_type in ((VTT, transcript.VTT_TYPE), (SRT, transcript.SRT_TYPE)):
        if suffix in each.beside:
            url = address(base_url, each.name_of(suffix))
            yield _podcast("transcript", url=url, type=media_type, language=episode.language, rel="captions")
    if CHAPTERS in each.beside:
        url = address(base_url, each.name_of(CHAPTERS))
        yield _podcast("chapters", url=url, type=chapters.MEDIA_TYPE)
    for author in filter(None, map(legal_line, episode.authors)):
        yield _podcast("person", author[:PERSON_LETTERS], role="author", group="writing")
    yield _podcast("txt", f"Read by a synthetic voice: {episode.voice}", purpose="ai-content")


def _joined(names: Iterable[str]) -> str:
    """The names with commas between, as many as fit."""
    text = ""
    for name in filter(None, map(legal_line, names)):
        longer = f"{text}, {name}" if text else name
        if len(longer) > AUTHOR_LETTERS:
            return text or longer[:AUTHOR_LETTERS]
        text = longer
    return text


# --- elements -------------------------------------------------------------------------------------


def _tag(name: str, value: str = "", **attributes: str) -> Element:
    element = etree.Element(name, {key: legal_line(value) for key, value in attributes.items() if value})
    element.text = legal_line(value) or None
    return element


def _itunes(name: str, value: str = "", **attributes: str) -> Element:
    return _tag(f"{{{ITUNES}}}{name}", value, **attributes)


def _podcast(name: str, value: str = "", **attributes: str) -> Element:
    return _tag(f"{{{PODCAST}}}{name}", value, **attributes)


def _parent(name: str, *children: Element, **attributes: str) -> Element:
    element = _tag(name, **attributes)
    element.extend(child for child in children if not _is_empty(child))
    return element


def _is_empty(element: Element) -> bool:
    return not (element.text or element.attrib or len(element))


def _boolean(value: bool) -> str:
    return "true" if value else "false"


def _date(episode: Episode) -> str:
    return format_datetime(episode.published, usegmt=True)
