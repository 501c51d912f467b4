"""The words that a voice has in its own lexicon; what is not among them it must guess."""

from __future__ import annotations

import gzip
import importlib.util
import json
from functools import cache
from pathlib import Path

from narrator.errors import EngineError

_LEXICONS = ("lexicon_us_gold.json.gz", "lexicon_us_silver.json.gz")
_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
)
"""Endings that hibari takes off a word it does not know, and what it puts there."""


@cache
def vocabulary(language: str) -> frozenset[str]:
    """Lower-case words of the best English voice that is installed; empty where nothing is known of a voice."""
    spec = importlib.util.find_spec("hibari") if language.partition("-")[0] == "en" else None
    if spec is None or spec.origin is None:
        return frozenset()
    assets = Path(spec.origin).parent / "assets"
    return frozenset(word.lower() for name in _LEXICONS for word in _words_of(assets / name))


def _words_of(path: Path) -> list[str]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return list(json.load(file))
    except (OSError, ValueError) as error:
        raise EngineError(f"{path}: no lexicon of hibari: {error}", "pip install hibari-tts") from error


def is_known(word: str, words: frozenset[str]) -> bool:
    """Whether a word, or what its ending was put on, is among these.

    >>> is_known("Embassies", frozenset({"embassy"})), is_known("Aliyev", frozenset({"embassy"}))
    (True, False)
    """
    plain = word.lower()
    if plain in words:
        return True
    stems = (plain.removesuffix(end) + put for end, put in _ENDINGS if plain.endswith(end))
    return any(stem in words for stem in stems)
