"""How long a text is, in a measure that holds for scripts without spaces too."""

from __future__ import annotations

import re

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese."""


def words_in(text: str) -> int:
    """Words; two characters of a script without spaces are taken for one.

    >>> words_in("Guests wore gowns"), words_in("東京都は八日に発表")
    (3, 5)
    """
    spaced = len(text.split())
    return spaced if text.isascii() else spaced + len(_UNSPACED.findall(text)) // 2


def letters_in(text: str) -> int:
    """Characters; one of a script without spaces says as much as three others."""
    return len(text) if text.isascii() else len(text) + 2 * len(_UNSPACED.findall(text))


def is_unspaced(word: str) -> bool:
    """Whether it is of a script that puts no spaces between words.

    >>> is_unspaced("東京都"), is_unspaced("Tōkyō"), is_unspaced("都")
    (True, False, False)
    """
    return len(_UNSPACED.findall(word)) > 1
