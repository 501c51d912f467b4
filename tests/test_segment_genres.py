"""Articles of many kinds and languages, with nothing around them: reviews, letters, advice, talks, recipes, reports."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from narrator.model import Article
from narrator.reading.html import read_html
from narrator.reading.markdown import read_markdown
from narrator.reading.text import read_text
from narrator.segment import segment
from tests.conftest import ROOT

GENRES = sorted((ROOT / "tests" / "articles" / "genres").glob("*.txt"))
_PARAGRAPH = 75
"""Characters; shorter lines may be headings, names, days and greetings."""
_ENDED = re.compile(r"[.!?…»”\":]$")
OPEN = (
    "Mi vecino Eusebio ha muerto dos veces.",
    "Yo, perfectamente. Fue el día en que subí a Instagram",
    "Sign up for a free trial and you have usually agreed",
    "A cookie is a small piece of text that a website asks",
    "Click on nothing at all and it still happens.",
    "Para çekilmeye devam ederse bankanıza başvurup",
    "Suivez les paniers. Sous la halle de fonte",
)
"""How paragraphs begin that are still lost: what they say to their readers, pages say too."""


def text_of(lines: list[str]) -> Article:
    return segment(read_text("\n\n".join(lines).encode(), "a.txt", None))


def page_of(lines: list[str]) -> Article:
    headline, *rest = map(html.escape, lines)
    blocks = "\n".join(f"<h2>{line}</h2>" if _heads(line) else f"<p>{line}</p>" for line in rest)
    page = f"<title>{headline}</title><article><h1>{headline}</h1>{blocks}</article>"
    return segment(read_html(page.encode(), "a.html", None))


def markdown_of(lines: list[str]) -> Article:
    headline, *rest = lines
    blocks = (f"## {line}" if _heads(line) else line for line in rest)
    return segment(read_markdown("\n\n".join((f"# {headline}", *blocks)).encode(), "a.md", None))


def _heads(line: str) -> bool:
    return len(line) < _PARAGRAPH and not _ENDED.search(line)


@pytest.mark.parametrize("read", [text_of, page_of, markdown_of])
@pytest.mark.parametrize("path", GENRES, ids=lambda path: path.stem)
def test_no_paragraph_of_an_article_is_lost(path: Path, read: Callable[[list[str]], Article]) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if line]
    omitted = [part.text for part in read(lines).omitted if len(part.text) > _PARAGRAPH]
    assert [text for text in omitted if not text.startswith(OPEN)] == []


def test_there_are_many_kinds_of_articles_in_many_languages() -> None:
    assert len(GENRES) > 50
    assert len({path.stem[:2] for path in GENRES}) >= 10
