"""What [show] and [publish] must say before a feed can be published; all that is missing is named at once."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from narrator.errors import UsageError
from narrator.feed.categories import is_category, nearest_category, split_category
from narrator.feed.forms import EMAIL, LANGUAGE
from narrator.feed.notes import NOTES_BYTES
from narrator.settings import Settings
from narrator.web_address import ascii_address


def refuse_unready(settings: Settings) -> None:
    """Raises `UsageError` that names every key which must be set or does not fit."""
    missing = [key for key, value in _required(settings).items() if not value.strip()]
    wrong = list(_wrong(settings))
    parts = [f"not set: {', '.join(missing)}"] if missing else []
    if parts or wrong:
        raise UsageError(f"cannot publish: {'; '.join(parts + wrong)}", "set it in narrator.toml")


def _required(settings: Settings) -> dict[str, str]:
    show = settings.show
    return {
        "[show] title": show.title,
        "[show] author": show.author,
        "[show] email": show.email,
        "[show] description": show.description,
        "[show] language": show.language,
        "[show] category": show.category,
        "[publish] base_url": settings.publish.base_url,
    }


def _wrong(settings: Settings) -> Iterator[str]:
    show = settings.show
    if show.email and not EMAIL.fullmatch(show.email):
        yield f"[show] email: {show.email!r} is no address"
    if len(show.description.encode()) > NOTES_BYTES:
        yield f"[show] description: longer than {NOTES_BYTES} bytes"
    if show.language and not LANGUAGE.fullmatch(show.language):
        yield f"[show] language: {show.language!r} is no language tag, as en or pt-br"
    if show.category and not is_category(split_category(show.category)):
        yield f"[show] category: {show.category!r} is not in Apple's list{_did_you_mean(show.category)}"
    yield from _wrong_address("[show] link", show.link)
    yield from _wrong_address("[publish] base_url", settings.publish.base_url)
    if {"?", "#"} & set(settings.publish.base_url):
        yield f"[publish] base_url: {settings.publish.base_url!r} is no folder's address, which has neither ? nor #"


def _wrong_address(key: str, url: str) -> Iterator[str]:
    if url and not ascii_address(url):
        yield f"{key}: {url!r} is no http or https address"
    elif "@" in (place := urlsplit(url)).netloc:
        yield f"{key}: {place.hostname!r} stands behind a name or password, which the feed would tell everybody"


def _did_you_mean(category: str) -> str:
    near = nearest_category(category)
    return f", did you mean {near!r}?" if near else ""
