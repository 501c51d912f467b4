"""How the files of a podcast are served: their types, and how long they may be kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Serving:
    """How a web server is told to serve a file."""

    media_type: str
    cache: str


_HOURS, _MINUTES = "public, max-age=86400", "public, max-age=300"

_SERVING = {
    ".mp3": Serving("audio/mpeg", _HOURS),
    ".jpg": Serving("image/jpeg", _HOURS),
    ".png": Serving("image/png", _HOURS),
    ".svg": Serving("image/svg+xml", _HOURS),
    ".vtt": Serving("text/vtt; charset=utf-8", _MINUTES),
    ".srt": Serving("application/x-subrip; charset=utf-8", _MINUTES),
    ".chapters.json": Serving("application/json+chapters", _MINUTES),
    ".json": Serving("application/json", _MINUTES),
    ".html": Serving("text/html; charset=utf-8", _MINUTES),
    ".css": Serving("text/css; charset=utf-8", _MINUTES),
    ".js": Serving("text/javascript; charset=utf-8", _MINUTES),
    ".woff2": Serving("font/woff2", _HOURS),
    ".xml": Serving("application/rss+xml; charset=utf-8", _MINUTES),
}
"""A table of our own, since what `mimetypes` knows differs from machine to machine."""


def serving_of(name: str) -> Serving:
    """How a file of this name is served.

    >>> serving_of("a.chapters.json").media_type
    'application/json+chapters'
    """
    suffixes = (suffix for suffix in _SERVING if name.endswith(suffix))
    return next((_SERVING[suffix] for suffix in suffixes), Serving("application/octet-stream", _MINUTES))
