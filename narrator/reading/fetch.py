"""An address of the open web → its bytes. The only module that opens an address it does not trust."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import DecodeError, HTTPError, SSLError, TimeoutError

from narrator.errors import FetchError
from narrator.reading.public_address import may_connect

MAX_BYTES = 20_000_000
MAX_REDIRECTS = 5
DEADLINE_S = 30.0
"""For everything: names, redirects, headers and body."""
USER_AGENT = "Mozilla/5.0 (compatible; narrator; reads articles aloud)"

_PORTS = {"http": 80, "https": 443}
_CHUNK = 65_536
_STALLED_S = 15.0
_MAX_ADDRESSES = 4
_REDIRECTS = (301, 302, 303, 307, 308)
_READABLE = (
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "text/xml",
    "application/xml", "application/epub+zip", "application/octet-stream", "",
)  # fmt: skip
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,application/epub+zip;q=0.8",
    "Accept-Encoding": "gzip",
}
_FEED_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "application/rss+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip",
}
_FIRST_BYTE = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity", "Range": "bytes=0-0"}
_MAX_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered."""

    data: bytes = field(repr=False)
    content_type: str
    url: str
    """Where it was found, after redirects."""

    @property
    def kind(self) -> str:
        """The content type without parameters, as in `text/html`."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """What the server says the encoding is."""
        for parameter in self.content_type.split(";")[1:]:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "charset":
                return value.strip("\"' ") or None
        return None


@dataclass(frozen=True, slots=True)
class Probed:
    """What a server says of a file, asked for its first byte."""

    content_type: str
    size: int | None
    """Bytes of the whole file, where the server tells."""
    ranges: bool
    """Whether it sends parts of a file, which players need to seek."""


_T = TypeVar("_T")
_Reader = Callable[[urllib3.BaseHTTPResponse, str, float], _T]


def fetch(url: str, *, allow_private: bool = False, deadline_s: float = DEADLINE_S) -> Fetched:
    """The page at an http(s) address, at most 20 MB after decompression, in at most `deadline_s` seconds.

    Only public addresses are connected to, also after a redirect; with `allow_private` those of an intranet
    too. Proxies of the environment are not used. Raises `FetchError` in one line.
    """
    end = time.monotonic() + deadline_s
    return _within(lambda: _follow(url, allow_private, end, _read, _HEADERS), end, url)


def fetch_feed(url: str, *, allow_private: bool = False, deadline_s: float = DEADLINE_S) -> Fetched:
    """As `fetch`, for a feed: whatever type the server gives it."""
    end = time.monotonic() + deadline_s
    return _within(lambda: _follow(url, allow_private, end, _read_any, _FEED_HEADERS), end, url)


def probe(url: str, *, allow_private: bool = False, deadline_s: float = DEADLINE_S) -> Probed:
    """What the server says of the file at an address, with the same care as `fetch`."""
    end = time.monotonic() + deadline_s
    return _within(lambda: _follow(url, allow_private, end, _read_first, _FIRST_BYTE), end, url)


def _within(work: Callable[[], _T], end: float, url: str) -> _T:
    """The result of `work`, or an error at the deadline: names and headers can stall a fetch too."""
    done: list[_T | BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001 - handed to the caller
            done.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(max(0.0, end - time.monotonic()))
    if not done:
        raise _too_slow(url)
    if isinstance(done[0], BaseException):
        raise done[0]
    return done[0]


def _follow(url: str, allow_private: bool, end: float, read: _Reader[_T], headers: Mapping[str, str]) -> _T:
    at = url
    for _ in range(MAX_REDIRECTS + 1):
        answer = _request(at, allow_private, end, headers)
        try:
            if answer.status not in _REDIRECTS or "Location" not in answer.headers:
                return read(answer, at, end)
            at = urljoin(at, answer.headers["Location"])
        except ValueError as error:
            raise FetchError(f"{url}: leads to an address that cannot be read") from error
        finally:
            answer.close()
    raise FetchError(f"{url}: more than {MAX_REDIRECTS} redirects")


def _request(
    url: str, allow_private: bool, end: float, headers: Mapping[str, str]
) -> urllib3.BaseHTTPResponse:
    scheme, host, port, target = _parts(url)
    problem: HTTPError | None = None
    for address in _addresses(url, host, port, allow_private):
        try:
            pool = _pool(scheme, address, port, host, end)
            return pool.urlopen(
                "GET",
                target,
                headers={**headers, "Host": _host_header(scheme, host, port)},
                redirect=False,
                retries=False,
                preload_content=False,
            )
        except HTTPError as error:
            problem = error
    raise FetchError(f"{url}: {_reason(problem)}") from problem


def _parts(url: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
        port = parts.port
    except (ValueError, UnicodeError) as error:
        raise FetchError(f"{url}: not an address") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(f"{url}: only http and https addresses are opened")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host, port or _PORTS[parts.scheme], target


def _host_header(scheme: str, host: str, port: int) -> str:
    """In ASCII, without the port that goes without saying (RFC 9110, section 7.2)."""
    named = f"[{host}]" if ":" in host else host
    return named if port == _PORTS[scheme] else f"{named}:{port}"


def _addresses(url: str, host: str, port: int, allow_private: bool) -> list[str]:
    """The addresses of a host that may be connected to; names are resolved once, here."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{url}: the host {host} is not known") from error
    addresses = dict.fromkeys(str(entry[4][0]) for entry in found)
    allowed = [address for address in addresses if may_connect(address, allow_private=allow_private)]
    if not allowed:
        tip = None if allow_private else "--allow-private opens addresses of an intranet"
        raise FetchError(f"{url}: {next(iter(addresses), host)} is not a public address", tip)
    return allowed[:_MAX_ADDRESSES]


def _pool(scheme: str, address: str, port: int, host: str, end: float) -> urllib3.HTTPConnectionPool:
    """A pool for the very address that was checked; the certificate is still the host's."""
    patience = urllib3.Timeout(connect=_patience(end), read=_patience(end))
    if scheme == "http":
        return urllib3.HTTPConnectionPool(address, port, timeout=patience)
    return urllib3.HTTPSConnectionPool(
        address, port, timeout=patience, server_hostname=host, assert_hostname=host, ssl_context=_trust()
    )


def _patience(end: float) -> float:
    return max(0.1, min(_STALLED_S, end - time.monotonic()))


def _trust() -> ssl.SSLContext:
    """The machine's own authorities, and the common ones where it has none."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _read(answer: urllib3.BaseHTTPResponse, url: str, end: float) -> Fetched:
    _refuse_failure(answer, url)
    got = Fetched(b"", answer.headers.get("Content-Type", ""), url)
    if got.kind not in _READABLE:
        raise FetchError(f"{url}: is {got.kind}, which narrator cannot read")
    return Fetched(_body(answer, url, end), got.content_type, url)


def _read_any(answer: urllib3.BaseHTTPResponse, url: str, end: float) -> Fetched:
    _refuse_failure(answer, url)
    return Fetched(_body(answer, url, end), answer.headers.get("Content-Type", ""), url)


def _read_first(answer: urllib3.BaseHTTPResponse, url: str, _end: float) -> Probed:
    """The headers alone: RFC 9110, section 14."""
    partial = answer.status == HTTPStatus.PARTIAL_CONTENT
    if not partial:
        _refuse_failure(answer, url)
    told = answer.headers.get("Content-Range" if partial else "Content-Length", "").rpartition("/")[2]
    size = int(told) if told.isascii() and told.isdigit() and len(told) < _MAX_DIGITS else None
    return Probed(answer.headers.get("Content-Type", ""), size, partial)


def _refuse_failure(answer: urllib3.BaseHTTPResponse, url: str) -> None:
    if answer.status != HTTPStatus.OK:
        raise FetchError(f"{url}: the server answered {answer.status} {answer.reason or ''}".rstrip())


def _body(answer: urllib3.BaseHTTPResponse, url: str, end: float) -> bytes:
    """Decompressed piece by piece, so that no bomb goes off."""
    data = bytearray()
    try:
        while piece := answer.read1(_CHUNK, decode_content=True):
            data += piece
            if len(data) > MAX_BYTES:
                raise FetchError(f"{url}: larger than {MAX_BYTES // 1_000_000} MB")
            if time.monotonic() > end:
                raise _too_slow(url)
    except (HTTPError, OSError) as error:
        raise FetchError(f"{url}: {_reason(error)}") from error
    return bytes(data)


def _too_slow(url: str) -> FetchError:
    return FetchError(f"{url}: the server did not finish in time")


def _reason(error: Exception | None) -> str:
    match error:
        case TimeoutError():
            return "the server does not answer"
        case SSLError():
            return f"no secure connection: {' '.join(str(error).split())[:120]}"
        case DecodeError():
            return "the answer is damaged"
        case _:
            return "the connection failed"
