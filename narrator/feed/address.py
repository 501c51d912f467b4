"""Web addresses as feeds carry them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SAFE = "%/:=&?~#+!$,;'@()*[]"


def is_web_address(url: str) -> bool:
    """Whether this is the http or https address of something on a host.

    >>> is_web_address("https://example.org/"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", url)


def ascii_address(url: str) -> str:
    """A web address in the ASCII that feeds ask for; anything else becomes empty.

    >>> ascii_address("https://bücher.example/straße?q=%C3%A9")
    'https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A9'
    >>> ascii_address("http://BÜCHER.example:81"), ascii_address("javascript:alert(1)")
    ('http://xn--bcher-kva.example:81', '')
    """
    if not is_web_address(url):
        return ""
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    try:
        return quote(parts._replace(netloc=user + at + host.encode("idna").decode()).geturl(), safe=_SAFE)
    except UnicodeError:
        return ""
