"""Paragraphs into sentences, and sentences too long for one breath into clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BREATHS = (
    re.compile(r"[;:—–][”’\"')\]]*( )"),
    re.compile(r",[”’\"')\]]*( )"),
    re.compile(
        r"( )(?:and|or|but|which|who|that|because|while|when|before|after|since|until|if|as|"
        r"und|oder|et|ou|y|o|e|en|of|ve|veya)\b"
    ),
    re.compile(r"( )"),
)
"""Where a long sentence may be cut, best first: the group is the space that goes."""

_SHORTENED = re.compile(r"(?:\b[ap]\.m|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?))\.$")
_BEFORE_A_NAME = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Prof|Rev|Mt)\.$"
    r"|(?:^|[a-z,] |\b(?:In|At|From|To|Near|The) )St\.$"
)
_GOES_ON = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{2,3}T?\b|\d")


def split_sentences(paragraph: str, language: str) -> tuple[str, ...]:
    """The sentences of a paragraph, without the space around them; nothing else is lost.

    >>> split_sentences("It fell on Jan. 27. The U.S. Senate met at 5 p.m. Friday. “No.” He left.", "en")
    ('It fell on Jan. 27.', 'The U.S. Senate met at 5 p.m. Friday.', '“No.”', 'He left.')
    """
    from sentencex import segment

    parts = (part.strip() for part in segment(language.lower().partition("-")[0], paragraph))
    return tuple(_rejoined(part for part in parts if part))


def split_clauses(sentence: str, limit: int) -> tuple[str, ...]:
    """A sentence in pieces of at most `limit` characters, cut where a reader would breathe.

    The pieces joined with a space give the sentence, its white space collapsed. A single word longer than
    the limit stays whole.

    >>> split_clauses("He came, he saw, and he went home.", 20)
    ('He came, he saw,', 'and he went home.')
    """
    rest = " ".join(sentence.split())
    pieces: list[str] = []
    while len(rest) > limit and " " in rest:
        cut = _breath(rest, limit)
        pieces.append(rest[:cut])
        rest = rest[cut + 1 :]
    return (*pieces, rest)


def _breath(sentence: str, limit: int) -> int:
    """The space to cut at: of the best kind that leaves a piece worth saying, the last within the limit."""
    for kind in _BREATHS:
        spaces = [match.start(1) for match in kind.finditer(sentence, 0, limit + 1)]
        worth = [space for space in spaces if space >= limit * 2 // 5]
        if worth:
            return worth[-1]
    last = sentence.rfind(" ", 0, limit + 1)
    return last if last > 0 else sentence.index(" ")


def _rejoined(parts: Iterable[str]) -> list[str]:
    """Sentences put together again that were cut after an abbreviation, as in "5 p.m. | Friday"."""
    sentences: list[str] = []
    for part in parts:
        if sentences and _is_cut_short(sentences[-1], part):
            sentences[-1] = f"{sentences[-1]} {part}"
        else:
            sentences.append(part)
    return sentences


def _is_cut_short(sentence: str, following: str) -> bool:
    if _BEFORE_A_NAME.search(sentence):
        return following[:1].isupper()
    return bool(_SHORTENED.search(sentence) and _GOES_ON.match(following))
