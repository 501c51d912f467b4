"""The podcast on this machine: feed and pages drawn for the address they are asked at, audio by byte ranges.

Nothing is written into the folder, and nothing is served but what belongs to its episodes.
"""

from __future__ import annotations

import hashlib
import re
import socket
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from narrator.errors import NarratorError, UsageError
from narrator.feed import rss
from narrator.feed.published import CHAPTERS, COVER, PAGE, SRT, VTT, Published, newest_first
from narrator.settings import Publish, Show
from narrator.site.look import ASSETS
from narrator.site.pages import EMBED, INDEX, POLICY, Pages

Lister = Callable[[], Iterable[Published]]
"""Lists the episodes of the folder as they are now."""

_HTML = "text/html; charset=utf-8"
_BESIDE = {
    ".mp3": "audio/mpeg",
    VTT: "text/vtt; charset=utf-8",
    SRT: "application/x-subrip; charset=utf-8",
    CHAPTERS: "application/json+chapters",
    COVER: "image/jpeg",
}
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".woff2": "font/woff2",
}
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_ONE_RANGE = re.compile(r"bytes=(\d+-\d*|-\d+)")
_SECONDS_KEPT = 2.0


def serve(
    folder: Path,
    show: Show,
    publish: Publish,
    list_episodes: Lister,
    *,
    port: int = 8000,
    lan: bool = False,
    opened: Callable[[tuple[str, ...]], None] = lambda _: None,
) -> None:
    """Serve until interrupted, on loopback and with `lan` on the local network too.

    `opened` is told the addresses once they answer, loopback first. Raises `UsageError` for a port that
    cannot be had or a missing network.
    """
    hosts = ["127.0.0.1", *([_lan_address()] if lan else [])]
    sockets = _listen(hosts, port)
    addresses = tuple(f"http://{host}:{sockets[0].getsockname()[1]}" for host in hosts)
    app = create_app(folder, show, publish, list_episodes, hosts)
    server = uvicorn.Server(
        uvicorn.Config(
            app, log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=1
        )
    )
    opened(addresses)
    server.run(sockets=sockets)


def create_app(
    folder: Path, show: Show, publish: Publish, list_episodes: Lister, hosts: Sequence[str] = ()
) -> Starlette:
    """The application; it answers only where it is called by loopback's names or one of `hosts`.

    A page elsewhere that points its own name at this machine (DNS rebinding) is refused.
    """
    site = _Site(folder, show, publish, list_episodes)
    routes = [
        Route("/", site.index),
        Route(f"/{INDEX}", site.index),
        Route(f"/{rss.FEED}", site.feed),
        Route(f"/{ASSETS}/{{name}}", site.asset),
        Route("/{name}", site.file),
    ]
    allowed = sorted({*_LOOPBACK, *hosts})
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(_SafeHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=allowed, www_redirect=False),
        ],
        exception_handlers={NarratorError: _explain},
    )


@dataclass(frozen=True, slots=True)
class _Listing:
    """What the folder holds: the episodes, their pages and their other files by name."""

    episodes: tuple[Published, ...] = ()
    pages: Mapping[str, Published] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    read_at: float = -_SECONDS_KEPT


class _Site:
    def __init__(self, folder: Path, show: Show, publish: Publish, list_episodes: Lister) -> None:
        self._folder, self._show, self._publish = folder, show, publish
        self._list_episodes = list_episodes
        self._known, self._lock = _Listing(), Lock()

    def index(self, request: Request) -> Response:
        html = self._pages(request).index(self._listing().episodes)
        return _answer(request, html, _HTML, _policy("'self'"))

    def feed(self, request: Request) -> Response:
        feed = rss.render(self._show, _base_url(request), self._listing().episodes)
        return _answer(request, feed, "application/rss+xml; charset=utf-8")

    def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        data = self._pages(request).assets.get(name)
        if data is None:
            raise HTTPException(404)
        return _answer(request, data, _TYPES.get(Path(name).suffix, "application/octet-stream"))

    def file(self, request: Request) -> Response:
        name, listing = request.path_params["name"], self._listing()
        if name in listing.pages:
            return self._page(request, listing.pages[name], name.endswith(EMBED))
        if name not in listing.files:
            raise HTTPException(404)
        return _answer_file(request, self._folder / name, listing.files[name])

    def _page(self, request: Request, each: Published, alone: bool) -> Response:
        page, player = self._pages(request).episode(each)
        return _answer(request, player if alone else page, _HTML, _policy("*" if alone else "'self'"))

    def _pages(self, request: Request) -> Pages:
        here = msgspec.structs.replace(self._publish, base_url=_base_url(request))
        return Pages(self._folder, self._show, here)

    def _listing(self) -> _Listing:
        """As it was at most two seconds ago: an hour of audio is asked for in many small ranges."""
        with self._lock:
            if time.monotonic() - self._known.read_at >= _SECONDS_KEPT:
                self._known = self._read()
            return self._known

    def _read(self) -> _Listing:
        episodes = tuple(newest_first(self._list_episodes()))
        hidden = () if self._publish.transcript else (VTT, SRT)
        files = {
            each.name_of(suffix): kind
            for each in episodes
            for suffix, kind in _BESIDE.items()
            if suffix not in hidden
        }
        pages = {each.name_of(suffix): each for each in episodes for suffix in (PAGE, EMBED)}
        return _Listing(episodes, pages, {rss.SHOW_COVER: "image/jpeg", **files}, time.monotonic())


class _SafeHeaders:
    """Headers that keep browsers from guessing types and other sites from reading what is served here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["x-content-type-options"] = "nosniff"
                headers["cross-origin-resource-policy"] = "same-origin"
                headers["referrer-policy"] = "no-referrer"
            await send(message)

        await self._app(scope, receive, send_safely)


def _base_url(request: Request) -> str:
    return f"http://{request.headers['host']}"


def _policy(ancestors: str) -> dict[str, str]:
    return {"content-security-policy": f"{POLICY}; frame-ancestors {ancestors}"}


def _answer(
    request: Request, content: str | bytes, kind: str, headers: Mapping[str, str] | None = None
) -> Response:
    data = content.encode() if isinstance(content, str) else content
    tag = f'"{hashlib.sha256(data).hexdigest()[:20]}"'
    return _unless_known(
        request,
        Response(
            data, headers={"etag": tag, "content-type": kind, "cache-control": "no-cache", **(headers or {})}
        ),
    )


def _answer_file(request: Request, path: Path, kind: str) -> Response:
    """A file or the range asked for. More than one range, or one that makes no sense, is answered in full."""
    if path.is_symlink() or not path.is_file():
        raise HTTPException(404)
    if not _ONE_RANGE.fullmatch(request.headers.get("range", "")):
        request.scope["headers"] = [pair for pair in request.scope["headers"] if pair[0] != b"range"]
    response = FileResponse(
        path, media_type=kind, stat_result=path.stat(), headers={"cache-control": "no-cache"}
    )
    return _unless_known(request, response)


def _unless_known(request: Request, response: Response) -> Response:
    """304 where the client has it already (RFC 9110, sections 13.1.2 and 13.1.3)."""
    tags, since = request.headers.get("if-none-match"), request.headers.get("if-modified-since")
    current = response.headers["etag"]
    if tags is None:
        known = since is not None and since == response.headers.get("last-modified")
    else:
        known = tags.strip() == "*" or current in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
    if not known:
        return response
    kept = ("etag", "last-modified", "cache-control", "content-security-policy")
    return Response(
        status_code=304, headers={name: response.headers[name] for name in kept if name in response.headers}
    )


def _explain(_: Request, error: Exception) -> Response:
    return PlainTextResponse(str(error), 500)


def _lan_address() -> str:
    """This machine's address on the local network; no packet is sent to the address reserved for examples."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError as error:
            raise UsageError("--lan: this machine is on no network", "serve without --lan") from error


def _listen(hosts: Sequence[str], port: int) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    for host in hosts:
        try:
            sockets.append(socket.create_server((host, port)))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(f"{host}, port {port}: {reason}", "--port 0 takes a free one") from error
        port = sockets[0].getsockname()[1]
    return sockets
