"""How long a text is, in a measure that holds for scripts without spaces too."""

from __future__ import annotations

from narrator.unspaced import count


def words_in(text: str) -> int:
    """Words; two characters of a script without spaces are taken for one.

    >>> words_in("Guests wore gowns"), words_in("東京都は八日に発表")
    (3, 5)
    """
    return len(text.split()) + count(text) // 2


def letters_in(text: str) -> int:
    """Characters; one of a script without spaces says as much as three others."""
    return len(text) + 2 * count(text)


def is_unspaced(word: str) -> bool:
    """Whether it is of a script that puts no spaces between words.

    >>> is_unspaced("東京都"), is_unspaced("Tōkyō"), is_unspaced("都")
    (True, False, False)
    """
    return count(word) > 1
