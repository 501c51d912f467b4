"""What the sources of a call hold: articles, read one by one; one that fails does not stop the others."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from narrator import json_forms
from narrator.cli.main import report, trace, unexpected
from narrator.cli.options import EPISODES, Setup
from narrator.errors import NarratorError, SourceError
from narrator.model import Article, Page, Script, Utterance
from narrator.patterns import compiled
from narrator.reading.address import meant_as_address
from narrator.reading.sources import STDIN, read_bounded, read_file

_Value = TypeVar("_Value")

_VISIBLE = compiled(r"\S")
_BEGINS = compiled(r'\s*\[?\s*\{\s*["}]')
"""How JSON begins, and no article does."""
_IS_OWN = compiled(r'"(sections|cues)"\s*:')
"""What is JSON of narrator's own by its looks, also where a slip of the hand broke it."""

Origin = tuple[str, ...]
"""What the call names, and where that is JSON, the source that it tells of: an error names both."""


class Attempts(Protocol):
    """Takes what may fail, and sees to it that a failure is told."""

    def attempt(self, origin: Origin, work: Callable[..., _Value], *arguments: Any) -> _Value | None:
        """What the work gives; None where it failed, for whatever reason."""


class Failures:
    """Counts what could not be done, and tells of each: one line, and with `--json` an object."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._json, self._debug = options.json, options.debug
        self.count = 0

    def attempt(self, origin: Origin, work: Callable[..., _Value], *arguments: Any) -> _Value | None:
        """What the work gives; None where it failed, for whatever reason, which has then been told."""
        try:
            return work(*arguments)
        except Exception as error:  # noqa: BLE001 - it is told in one line
            trace(self._debug)
            self.tell(origin, error if isinstance(error, NarratorError) else unexpected(error))
            return None

    def tell(self, origin: Origin, error: NarratorError) -> None:
        self.count += 1
        told = error
        for source in reversed(origin):
            told = told if _is_named(source, told.message) else told.of(source)
        report(told)
        if self._json:
            print(json.dumps({"source": origin[0], "error": error.message}, ensure_ascii=False), flush=True)


def _is_named(source: str, message: str) -> bool:
    """Whether the message begins with the source, or with a file in it; a short name may stand in any word."""
    return not source or message.startswith((f"{source}:", f"{source.rstrip(os.sep)}{os.sep}", repr(source)))


def read_sources(
    options: argparse.Namespace, setup: Setup, failures: Attempts
) -> Iterator[tuple[Origin, Article | Script]]:
    """Articles, and scripts where a source is the JSON of one. Failures are told and passed over.

    In a folder, so are the episodes: their player pages are no articles.
    """
    from narrator.reading import find_sources

    episodes = getattr(options, "out", EPISODES)
    for named in options.sources:
        for source in failures.attempt((named,), find_sources, named, episodes) or ():
            for text in failures.attempt((source,), _read, source, options, setup) or ():
                yield _origin(source, text), text


def _origin(source: str, text: Article | Script) -> Origin:
    return (text.source,) if source in (STDIN, text.source) else (source, text.source)


def _read(source: str, options: argparse.Namespace, setup: Setup) -> list[Article | Script]:
    """A source that is JSON of narrator's own is taken as it is; everything else is read and segmented."""
    data = _held(source)
    if forms := _forms(source, data or b""):
        return [_in_voice(_from_json(form), getattr(options, "voice", None)) for form in forms]
    from narrator.reading import read_pages

    pages = read_pages(source, root=setup.root, data=data, allow_private=options.allow_private)
    return [_article(page, options.language, setup) for page in pages]


def _held(source: str) -> bytes | None:
    """What a source holds; None for an address, which is fetched when it is read."""
    if source == STDIN:
        return read_bounded(sys.stdin.buffer, source)
    return None if meant_as_address(source) else read_file(source)


def _in_voice(given: Article | Script, voice: str | None) -> Article | Script:
    """A script says who speaks; the call has the last word."""
    if voice is None or isinstance(given, Article):
        return given
    from narrator.engines import find_voice, short_name

    name = short_name(find_voice(voice, given.language))
    cues = (replace(cue, voice=name) if isinstance(cue, Utterance) else cue for cue in given.cues)
    return replace(given, cues=tuple(cues))


def _article(page: Page, language: str | None, setup: Setup) -> Article:
    from narrator.segment import segment

    if not language:
        return segment(page, setup.settings.read)
    page = replace(page, metadata=replace(page.metadata, language=language))
    article = segment(page, setup.settings.read)
    return replace(article, metadata=replace(article.metadata, language=language))


def _forms(source: str, data: bytes) -> list[dict[str, Any]]:
    """The objects of a source that is JSON, whatever it is named; none where it is something else.

    JSON is never read out: where it holds nothing of narrator's, it is refused.
    """
    encoding, named = json.detect_encoding(data), source.lower().endswith(".json")
    if not named and not _BEGINS.match(data.decode(encoding, "replace")):
        return []
    try:
        found = _decoded(data.decode(encoding))
    except RecursionError:
        found = []
    except ValueError as error:
        if named or _IS_OWN.search(data.decode(encoding, "replace")):
            raise SourceError(f"{source}: not valid JSON: {error}") from error
        return []
    forms = [form for form in found if isinstance(form, dict) and "error" not in form]
    if not forms:
        raise SourceError(f"{source}: not the JSON of segment or script", "it needs an object a line")
    return forms


def _decoded(text: str) -> list[Any]:
    """One value after the other, each on a line or laid out over several."""
    found, decode, at = list[Any](), json.JSONDecoder().raw_decode, 0
    while begin := _VISIBLE.search(text, at):
        value, at = decode(text, begin.start())
        found.append(value)
    return found


def _from_json(form: dict[str, Any]) -> Article | Script:
    return json_forms.script_from_json(form) if "cues" in form else json_forms.article_from_json(form)
