"""Korean scripts of broadcasters, which print what is said in a few words a line: no letter there is small."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from narrator.reading.fragments import is_closed
from narrator.reading.length import words_in
from narrator.unspaced import KOREAN, begins

_PHRASE = range(1, 11)
"""Words of a line."""
_SENTENCES = 6
"""That end below their beginning, at least."""


def are_korean_phrases(lines: Sequence[str]) -> bool:
    """Whether sentences stand in several lines each, far more of them than paragraphs in one.

    >>> are_korean_phrases(["항구가 금요일부터", "문을 닫았습니다."] * 6), are_korean_phrases(["항구 소식", "날씨"] * 6)
    (True, False)
    """
    broken = sum(_is_phrase(text) and _ends(text, following) for text, following in pairwise(lines))
    if broken < _SENTENCES:
        return False
    return broken > 2 * sum(words_in(line) >= _PHRASE.stop and is_closed(line) for line in lines)


def korean_phrase_goes_on(text: str, following: str, after: str, _words: int) -> bool:
    """The same as `goes_on` in such a text.

    >>> korean_phrase_goes_on("크레인이 무너진 뒤로", "배가 한 척도", "들어오지 못했습니다.", 3)
    True
    >>> korean_phrase_goes_on("문을 닫았습니다.", "배가 한 척도", "없습니다.", 2)
    False
    """
    if is_closed(text) or not (_is_phrase(text) and _is_phrase(following)):
        return False
    return is_closed(following) or text.endswith(",") or _ends(following, after)


def _ends(text: str, following: str) -> bool:
    return not is_closed(text) and _is_phrase(following) and is_closed(following)


def _is_phrase(text: str) -> bool:
    return begins(text, KOREAN) and words_in(text) in _PHRASE
