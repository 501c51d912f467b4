"""What the chapters of an article without titles of its own are called."""

from __future__ import annotations

import pytest

from narrator.model import Article, Mark, Metadata, Section
from narrator.script import write_script
from narrator.settings import Pacing, Voices


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ["H", "The story", "Background"]),
        ("pt-br", ["H", "A notícia", "Contexto"]),
        ("ru", ["H", "Новость", "Предыстория"]),
        ("ja", ["H", "本文", "背景"]),
        ("tlh", ["H", "The story", "Background"]),
    ],
)
def test_untitled_sections_are_named_in_the_articles_language(language: str, titles: list[str]) -> None:
    sections = (
        Section("headline", None, ("H",)),
        Section("body", None, ("B",)),
        Section("context", None, ("C",)),
    )
    article = Article("a.txt", "a.txt", "H", Metadata(language=language), sections, ())
    script = write_script(article, Voices(default="tone"), Pacing())
    assert [cue.title for cue in script.cues if isinstance(cue, Mark)] == titles
