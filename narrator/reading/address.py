"""Web addresses: which are one and the same, and which a page may claim as its own."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from narrator.patterns import compiled

_TRACKING = compiled(
    r"(?:utm_|pk_|mtm_|hsa_)\w*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|ocid|cmpid|smid|s_cid|at_\w+|wt_\w+"
    r"|xtor|ncid|ref_src|ref_url",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def meant_as_address(text: str) -> bool:
    """Whether who wrote this meant a web address, be it a good one or not."""
    return text[:8].lower().startswith(("http://", "https://"))


def normal_address(url: str) -> str:
    """One spelling for the addresses of one page: no fragment, no tracking, lower-case host.

    >>> normal_address("HTTPS://News.Example:443/a?id=1&utm_source=x#top")
    'https://news.example/a?id=1'
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url.strip()
    if ":" in host:
        host = f"[{host}]"
    if port and port != _PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    return urlunsplit((parts.scheme, host, parts.path or "/", urlencode(query), ""))


def claimed_address(href: str | None, base: str | None = None) -> str | None:
    """The address a page names as its own; None where it is no http(s) address of a single page.

    >>> claimed_address("/2023/story", "https://news.example/x")
    'https://news.example/2023/story'
    >>> claimed_address("https://news.example/") is None
    True
    """
    if not href or len(href) > 2000:
        return None
    try:
        url = urljoin(base or "", href.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or any(c.isspace() for c in url):
        return None
    if parts.path in ("", "/") and not parts.query:
        return None
    return normal_address(url)
