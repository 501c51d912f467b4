"""narrator segment: what was understood of an article."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator

from narrator.cli.options import add_common, add_json, add_reading, setup
from narrator.cli.sources import Failures, read_sources
from narrator.errors import SourceError
from narrator.json_forms import article_to_json, as_line
from narrator.model import Article, Judgement, Script, Section


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a text, Markdown, HTML or EPUB file, a folder, a URL, or -",
    )
    parser.add_argument("--explain", action="store_true", help="name the rule that decided on each block")
    add_json(parser)
    add_reading(parser)
    add_common(parser)


def run(options: argparse.Namespace) -> int:
    failures = Failures(options)
    for origin, article in read_sources(options, setup(options), failures):
        if isinstance(article, Script):
            failures.tell(origin, SourceError(f"{article.source}: a script is past segmenting"))
        elif options.json:
            print(as_line(article_to_json(article, explain=options.explain)), flush=True)
        else:
            print("\n".join(_shown(article, options.explain)), flush=True)
    return 1 if failures.count else 0


def _shown(article: Article, explain: bool) -> Iterator[str]:
    yield article.headline
    yield "".join(f"  {name}: {value}" for name, value in _facts(article)).strip()
    for section in article.sections[1:]:
        yield ""
        yield _heading(section)
        yield from (
            textwrap.fill(text, 100, initial_indent="  ", subsequent_indent="  ")
            for text in section.paragraphs
        )
    yield ""
    yield "Left out" if article.omitted else "Nothing left out"
    yield from (f"  {omission.reason}: {_short(omission.text)}" for omission in article.omitted)
    if explain:
        yield "\nRules"
        yield from (f"  {one.role} by {_reason(one)}: {_short(one.text)}" for one in article.judgements)


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    metadata = article.metadata
    yield "source", article.source
    yield from (
        (name, str(getattr(metadata, name)))
        for name in ("date", "language", "site", "url")
        if getattr(metadata, name)
    )
    if metadata.authors:
        yield "by", ", ".join(metadata.authors)


def _heading(section: Section) -> str:
    return f"[{section.kind}] {section.title or ''}".strip()


def _reason(judged: Judgement) -> str:
    return f"{judged.rule} ({judged.evidence})" if judged.evidence else judged.rule


def _short(text: str) -> str:
    return textwrap.shorten(text, 90, placeholder=" …")
