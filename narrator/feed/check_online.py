"""Whether what a feed names can be reached, is as long as announced, and can be sought in."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from lxml.etree import _Element as Element

from narrator.errors import FetchError, PublishError
from narrator.feed.check_feed import channel_of
from narrator.feed.check_tag import APPLE
from narrator.feed.findings import Finding, finding_error, finding_warning
from narrator.feed.named_files import named_files
from narrator.model import Progress
from narrator.reading.fetch import Probed, probe

HTTP = "RFC 9110"
_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class _Named:
    url: str
    length: str
    kind: str
    played: bool


def check_online(
    feed: bytes, allow_private: bool = False, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Findings about the files that a feed names, each asked for its first byte; none if it is no feed."""
    try:
        channel = channel_of(feed)
    except PublishError:
        return ()
    named = {each.url: each for each in map(_named, named_files(channel)) if each.url}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        try:
            answers = pool.map(lambda each: tuple(_ask(each, allow_private)), named.values())
            return tuple(_counted(answers, len(named), progress))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _named(found: tuple[Element, str]) -> _Named:
    element, attribute = found
    url, length, kind = (element.get(name, "") for name in (attribute, "length", "type"))
    return _Named(url, length, kind, played=element.tag == "enclosure")


def _counted(
    answers: Iterator[tuple[Finding, ...]], total: int, progress: Progress | None
) -> Iterator[Finding]:
    for done, findings in enumerate(answers, 1):
        yield from findings
        if progress:
            progress("asking", done, total)


def _ask(named: _Named, allow_private: bool) -> Iterator[Finding]:
    try:
        answer = probe(named.url, allow_private=allow_private)
    except FetchError as error:
        yield finding_error(named.url, error.message.removeprefix(f"{named.url}: "), HTTP)
        return
    yield from _compared(named, answer)


def _compared(named: _Named, answer: Probed) -> Iterator[Finding]:
    if named.length and answer.size is not None and str(answer.size) != named.length:
        yield finding_error(named.url, f"has {answer.size} bytes, the feed says {named.length}", APPLE)
    if named.played and not answer.ranges:
        yield finding_error(named.url, "the server sends no byte ranges, so players cannot seek", APPLE)
    kind = answer.content_type.partition(";")[0].strip().lower()
    if named.kind and kind != named.kind:
        yield finding_warning(named.url, f"served as {kind!r}, the feed says {named.kind!r}", HTTP)
