"""How a request is answered: in whole, in part, or that the client has it already (RFC 9110, 13 and 14)."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from narrator.feed.serving import serving_of
from narrator.patterns import compiled

_ONE_RANGE = compiled(r"bytes=(?=\d*-\d*\d|\d)(\d{0,18})-(\d{0,18})", re.ASCII)


def answer(request: Request, content: str | bytes, name: str, **headers: str) -> Response:
    """What was drawn for this request, tagged by its bytes; `name`, or its end, tells of which type it is."""
    data = content.encode() if isinstance(content, str) else content
    tag = f'"{hashlib.sha256(data).hexdigest()[:20]}"'
    fixed = {"etag": tag, "content-type": serving_of(name).media_type, "cache-control": "no-cache"}
    return _unless_known(request, Response(data, headers=fixed | headers))


def answer_file(request: Request, path: Path) -> Response:
    """A file or the range asked for. More than one range, or one that makes no sense, is answered in full."""
    if path.is_symlink() or not path.is_file():
        raise HTTPException(404)
    if not _is_one_range(request.headers.get("range", "")):
        request.scope["headers"] = [pair for pair in request.scope["headers"] if pair[0] != b"range"]
    kind, headers = serving_of(path.name).media_type, {"cache-control": "no-cache"}
    response = FileResponse(path, media_type=kind, stat_result=path.stat(), headers=headers)
    return _unless_known(request, response)


def _is_one_range(text: str) -> bool:
    """
    >>> [_is_one_range(text) for text in ("bytes=0-9", "bytes=5-", "bytes=-5", "bytes=9-0", "bytes=0-1,4-5")]
    [True, True, True, False, False]
    """
    found = _ONE_RANGE.fullmatch(text)
    return found is not None and (not found[1] or not found[2] or int(found[1]) <= int(found[2]))


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


class SafeHeaders:
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
