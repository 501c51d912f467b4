"""Addresses: what may stand in a link, where apps subscribe, and the QR code a phone scans."""

from __future__ import annotations

import io
from urllib.parse import quote, urlsplit

import segno
from markupsafe import Markup

from narrator.web_address import is_web_address


def linkable(address: str | None) -> str:
    """`address` if it is one that a page may link to, else nothing.

    >>> linkable("https://example.org/a"), linkable("javascript:alert(1)"), linkable(None)
    ('https://example.org/a', '', '')
    """
    given = (address or "").strip()
    return given if is_web_address(given) else ""


def bare_address(address: str) -> str:
    """
    >>> bare_address("https://www.example.org/")
    'example.org'
    """
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


def is_elsewhere(address: str) -> bool:
    """
    >>> [is_elsewhere(at) for at in ("https://a.example/feed.xml", "http://127.0.0.1:8000/feed.xml", "")]
    [True, False, False]
    """
    return (urlsplit(address).hostname or "localhost") not in ("localhost", "127.0.0.1", "::1")


def subscribe_links(feed_url: str) -> tuple[tuple[str, str], ...]:
    """Names of podcast apps and the links that open this feed in them."""
    bare = feed_url.partition("://")[2]
    return (
        ("Apple Podcasts", f"podcast://{bare}"),
        ("Pocket Casts", f"pktc://subscribe/{bare}"),
        ("Overcast", f"overcast://x-callback-url/add?url={quote(feed_url, safe='')}"),
        ("AntennaPod", f"antennapod-subscribe://{bare}"),
    )


def qr_svg(text: str) -> Markup:
    """A QR code as an SVG element, dark on light."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawn, kind="svg", xmldecl=False, omitsize=True, border=3, dark="#000", light="#fff", nl=False
    )
    return Markup(drawn.getvalue().decode())  # noqa: S704


def qr_terminal(text: str) -> str:
    """A QR code in half-block characters, for a terminal."""
    drawn = io.StringIO()
    segno.make(text, error="l", micro=False).terminal(drawn, compact=True)
    return drawn.getvalue()
