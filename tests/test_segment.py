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


def test_a_recipe_says_what_it_needs_and_what_to_do_under_headings_that_are_no_background() -> None:
    recipe = (
        "How to bake a simple rye bread at home\n\nBy Sam Lee\n\n2 June 2024\n\n"
        "Rye bread needs no kneading, and it keeps for a week.\n\nWhat you need\n\n500 g rye flour\n10 g salt\n"
        "400 ml warm water\n\nHow to do it\n\nStep 1: Mix the flour and the salt.\n\nStep 2: Add the water.\n"
    )
    article = segment(read_text(recipe.encode(), "bread.txt", None))
    assert [(section.kind, section.title, section.paragraphs) for section in article.sections[2:]] == [
        ("body", "What you need", ("500 g rye flour", "10 g salt", "400 ml warm water")),
        ("body", "How to do it", ("Step 1: Mix the flour and the salt.", "Step 2: Add the water.")),
    ]
