"""What is asked of single tags, of a channel or of an item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from narrator.feed.findings import Finding, finding_error, finding_warning
from narrator.feed.forms import Form
from narrator.feed.notes import NOTES_BYTES
from narrator.feed.rss import AUTHOR_LETTERS, ITUNES, NAMESPACES
from narrator.patterns import compiled
from narrator.web_address import is_web_address

APPLE, PSP, NAMESPACE, RSS = "Apple, A Podcaster's Guide to RSS", "PSP-1", "Podcast namespace", "RSS 2.0"
W3C = "W3C Feed Validation Service"

_URI = compiled(r"https?://(\[[0-9a-f:.]+\])?[0-9a-z;/?:@&=+$.\-_!~*'()%,#]+", re.IGNORECASE)
_DATE = compiled(
    r"((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT|UT|UTC|[ECMP][SD]T)"
)
_PICTURE_NAME = compiled(r"\.(jpe?g|png)$", re.IGNORECASE)


def text_of(parent: Element, path: str) -> str:
    """The text of the first element at `path`, whose prefixes are those of `rss.NAMESPACES`; empty without one."""
    return (parent.findtext(path, namespaces=NAMESPACES) or "").strip()


def require(parent: Element, name: str, where: str, source: str) -> Iterator[Finding]:
    """An error where the tag is missing or empty, or stands there more than once."""
    found = parent.findall(name)
    if not text_of(parent, name):
        yield finding_error(where, f"no {name}", source)
    elif len(found) > 1:
        yield finding_error(where, f"{name} stands there {len(found)} times", RSS)


def check_forms(parent: Element, where: str, forms: Iterable[Form]) -> Iterator[Finding]:
    """An error for every tag whose text has not the form it must have."""
    for form in forms:
        texts = ((found.text or "").strip() for found in parent.iterfind(form.path, NAMESPACES))
        for text in texts:
            if not form.pattern.fullmatch(text):
                yield finding_error(where, f"{form.path} {text!r} {form.fault}", form.source)


def check_date(parent: Element, name: str, where: str) -> Iterator[Finding]:
    """An error for a date that is none of RFC 2822, or names another day of the week."""
    date = text_of(parent, name)
    if not date:
        return
    try:
        day = parsedate_to_datetime(date) if _DATE.fullmatch(date) else None
    except ValueError:
        day = None
    if day is None:
        yield finding_error(where, f"{name} {date!r} is no date of RFC 2822", APPLE)
    elif date[:3].isalpha() and f"{day:%a}" != date[:3]:
        yield finding_error(where, f"{name} {date!r} was not a {date[:3]}", "RFC 2822")


def check_size(parent: Element, name: str, where: str) -> Iterator[Finding]:
    """An error where the text has more bytes than a description may have."""
    size = len(text_of(parent, name).encode())
    if size > NOTES_BYTES:
        yield finding_error(where, f"{name} has {size} bytes, more than {NOTES_BYTES}", APPLE)


def check_picture(parent: Element, where: str, required: bool) -> Iterator[Finding]:
    """Findings about `itunes:image`: its address and the name that Apple goes by."""
    image = parent.find(f"{{{ITUNES}}}image")
    if image is None:
        if required:
            yield finding_error(where, "no itunes:image", APPLE)
        return
    url = image.get("href", "")
    yield from check_address(url, where, "itunes:image href")
    if not _PICTURE_NAME.search(urlsplit(url).path if is_web_address(url) else url):
        yield finding_warning(where, f"itunes:image {url!r} is named neither .jpg nor .png", APPLE)


def check_explicit(parent: Element, where: str, required: bool) -> Iterator[Finding]:
    """An error where `itunes:explicit` is neither `true` nor `false`."""
    value = text_of(parent, "itunes:explicit")
    if (value or required) and value not in ("true", "false"):
        yield finding_error(where, f"itunes:explicit is {value!r}, neither true nor false", APPLE)


def check_link(url: str, where: str, name: str) -> Iterator[Finding]:
    """An error for what is no web address in the characters of RFC 3986."""
    if not is_web_address(url) or not _URI.fullmatch(url):
        yield finding_error(where, f"{name} {url!r} is no web address", RSS)


def check_length(parent: Element, name: str, where: str) -> Iterator[Finding]:
    """An error where a name has more letters than W3C's feed validator takes."""
    letters = len(text_of(parent, name))
    if letters > AUTHOR_LETTERS:
        yield finding_error(where, f"{name} has {letters} letters, more than {AUTHOR_LETTERS}", W3C)


def check_address(url: str, where: str, name: str) -> Iterator[Finding]:
    """An error for what is no web address in ASCII, a warning for one without encryption."""
    yield from check_link(url, where, name)
    if url.startswith("http:"):
        yield finding_warning(where, f"{name} {url!r} is not https", APPLE)
