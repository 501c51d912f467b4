"""The application that answers for a podcast on this machine: nothing but what belongs to its episodes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from narrator.disk import bytes_of
from narrator.errors import NarratorError
from narrator.feed import rss
from narrator.feed.published import COVER, PAGE, Published, newest_first, without_text
from narrator.settings import Publish, Show
from narrator.site.answers import SafeHeaders, answer, answer_file
from narrator.site.look import ASSETS
from narrator.site.pages import EMBED, INDEX, POLICY, Pages
from narrator.site.pictures import SHOW_SMALL, SMALL, shrink, small_cover

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_SECONDS_KEPT = 2.0


@dataclass(frozen=True, slots=True)
class Served:
    """What is served: a folder of episodes, and how its podcast is shown."""

    folder: Path
    show: Show
    publish: Publish
    list_episodes: Callable[[], Iterable[Published]]
    """Lists the episodes of the folder as they are now."""
    draw_cover: Callable[[], bytes]
    """Asked for the show's cover where the folder has none yet."""


def create_app(served: Served, hosts: Sequence[str] = ()) -> Starlette:
    """The application; it answers only where it is called by loopback's names or one of `hosts`.

    A page elsewhere that points its own name at this machine (DNS rebinding) is refused.
    """
    allowed = sorted({*_LOOPBACK, *hosts})
    named = Middleware(TrustedHostMiddleware, allowed_hosts=allowed, www_redirect=False)
    app = Starlette(
        routes=_routes(_Site(served)),
        middleware=[Middleware(SafeHeaders), named],
        exception_handlers={NarratorError: _explain},
    )
    app.router.redirect_slashes = False
    return app


def _routes(site: _Site) -> list[Route]:
    return [
        Route("/", site.index),
        Route(f"/{INDEX}", site.index),
        Route(f"/{rss.FEED}", site.feed),
        Route(f"/{rss.SHOW_COVER}", site.show_cover),
        Route(f"/{ASSETS}/{SHOW_SMALL}", site.small_show_cover),
        Route(f"/{ASSETS}/{{name}}", site.asset),
        Route("/{name}", site.file),
    ]


@dataclass(frozen=True, slots=True)
class _Listing:
    """What the folder holds: the episodes, their pages and their other files by name."""

    episodes: tuple[Published, ...] = ()
    pages: Mapping[str, Published] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    folder_changed_ns: int = -1
    read_at: float = 0.0


class _Site:
    def __init__(self, served: Served) -> None:
        self._folder, self._show, self._publish = served.folder, served.show, served.publish
        self._list_episodes, self._draw_cover = served.list_episodes, cache(served.draw_cover)
        self._pages_at = lru_cache(maxsize=4)(self._draw_at)
        self._known, self._lock = _Listing(), Lock()

    def index(self, request: Request) -> Response:
        html = self._pages_at(_base_url(request)).index(self._listing().episodes, with_cover=True)
        return answer(request, html, INDEX, **_policy("'self'"))

    def feed(self, request: Request) -> Response:
        feed = rss.render(self._show, _base_url(request), self._listing().episodes)
        return answer(request, feed, rss.FEED)

    def show_cover(self, request: Request) -> Response:
        return answer(request, self._cover(), COVER)

    def small_show_cover(self, request: Request) -> Response:
        return answer(request, shrink(self._cover()), COVER)

    def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        cover = name.removesuffix(SMALL) + COVER
        if name.endswith(SMALL) and cover in self._listing().files:
            return answer(request, small_cover(self._folder / cover), COVER)
        data = self._pages_at(_base_url(request)).assets.get(name)
        if data is None:
            raise HTTPException(404)
        return answer(request, data, name)

    def file(self, request: Request) -> Response:
        name, listing = request.path_params["name"], self._listing()
        if name in listing.pages:
            return self._page(request, listing.pages[name], name.endswith(EMBED))
        if name not in listing.files:
            raise HTTPException(404)
        return answer_file(request, self._folder / name)

    def _page(self, request: Request, each: Published, alone: bool) -> Response:
        page, player = self._pages_at(_base_url(request)).episode(each)
        return answer(request, player if alone else page, PAGE, **_policy("*" if alone else "'self'"))

    def _cover(self) -> bytes:
        path = self._folder / rss.SHOW_COVER
        return bytes_of(path) if path.is_file() and not path.is_symlink() else self._draw_cover()

    def _draw_at(self, base_url: str) -> Pages:
        return Pages(self._folder, self._show, msgspec.structs.replace(self._publish, base_url=base_url))

    def _listing(self) -> _Listing:
        """Read again when files come and go, and every two seconds, since tags are edited in place.

        An hour of audio is asked for in many small ranges.
        """
        changed_ns = self._folder.stat().st_mtime_ns
        with self._lock:
            old = time.monotonic() - self._known.read_at >= _SECONDS_KEPT
            if old or changed_ns != self._known.folder_changed_ns:
                self._known = self._read(changed_ns)
            return self._known

    def _read(self, changed_ns: int) -> _Listing:
        episodes = tuple(newest_first(self._shown()))
        files = (name for each in episodes for name in (each.name, *map(each.name_of, each.beside)))
        pages = {each.name_of(suffix): each for each in episodes for suffix in (PAGE, EMBED)}
        return _Listing(episodes, pages, frozenset(files), changed_ns, time.monotonic())

    def _shown(self) -> Iterator[Published]:
        """The episodes with those files beside them that may be shown; links may lead out of the folder."""
        links = {entry.name for entry in os.scandir(self._folder) if entry.is_symlink()}
        for each in self._list_episodes():
            told = each if self._publish.transcript else without_text(each)
            beside = {suffix for suffix in told.beside if told.name_of(suffix) not in links}
            if each.name not in links:
                yield replace(told, beside=frozenset(beside))


def _base_url(request: Request) -> str:
    return f"http://{request.headers['host']}"


def _policy(ancestors: str) -> dict[str, str]:
    return {"content-security-policy": f"{POLICY}; frame-ancestors {ancestors}"}


def _explain(_: Request, error: Exception) -> Response:
    return PlainTextResponse(str(error), 500)
