"""Golden articles: each `tests/articles/NAME.txt` is understood as `NAME.article.json` says."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from narrator.model import Article
from narrator.reading.text import read_text
from narrator.segment import segment

ARTICLES = Path(__file__).parent / "articles"


@pytest.mark.parametrize("source", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_article_is_understood(source: Path) -> None:
    expected = json.loads(source.with_suffix(".article.json").read_text(encoding="utf-8"))
    article = segment(read_text(source.read_bytes(), source.name, None))
    assert as_golden(article) == expected


def as_golden(article: Article) -> dict[str, object]:
    metadata = dataclasses.asdict(article.metadata)
    return {
        "headline": article.headline,
        "metadata": {
            "authors": list(article.metadata.authors),
            "date": str(article.metadata.date) if article.metadata.date else None,
            "language": metadata["language"],
        },
        "sections": [
            {"kind": s.kind, "title": s.title, "paragraphs": list(s.paragraphs), "lines": list(s.lines)}
            for s in article.sections
        ],
        "omitted": [{"text": o.text, "lines": list(o.lines), "reason": o.reason} for o in article.omitted],
    }
