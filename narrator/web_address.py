"""Web addresses as links, feeds and tags carry them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_SAFE = "%/:=&?~#+!$,;'@()*"
"""What may stand in an address as it is: RFC 3986, section 2, but for brackets, which belong to hosts alone."""


def is_web_address(text: str) -> bool:
    """Whether this is the http or https address of something on a host, and at a port that there is.

    >>> is_web_address("https://example.org/"), is_web_address("javascript:alert(1)")
    (True, False)
    >>> is_web_address("https://example.org:8443/"), is_web_address("https://example.org:84430/")
    (True, False)
    """
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - it is read only now
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", text)


def ascii_address(url: str) -> str:
    """A web address in the ASCII that RFC 3986 asks for; anything else becomes empty.

    >>> ascii_address("https://bücher.example/straße?q=%C3%A9&list[]=a|b")
    'https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A9&list%5B%5D=a%7Cb'
    >>> ascii_address("http://BÜCHER.example:81"), ascii_address("javascript:alert(1)")
    ('http://xn--bcher-kva.example:81', '')
    """
    if not is_web_address(url):
        return ""
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    try:
        netloc = quote(user, safe=_SAFE) + at + host.encode("idna").decode()
    except UnicodeError:
        return ""
    return f"{parts.scheme}://{netloc}{quote(parts._replace(scheme='', netloc='').geturl(), safe=_SAFE)}"
