"""How many words headlines, kickers and summaries have, and which of two lines is which by that."""

from __future__ import annotations

Length = tuple[float, float]
"""Words in the middle, and how far they mostly vary."""

HEADLINE: Length = (10.5, 4.0)
SUMMARY: Length = (20.0, 6.0)
SIGNED_SUMMARY: Length = (14.0, 6.0)
"""Of one that stands in the line between headline and signature."""
_KICKER: Length = (6.0, 3.0)
_HEAD: Length = (10.5, 3.0)


def likely(words: int, usual: Length) -> float:
    """How near a number of words is to the usual one: the logarithm of a bell, 0 at its top."""
    return -(((words - usual[0]) / usual[1]) ** 2) / 2


def rather_headline(above: int, words: int, summary: Length = SUMMARY) -> float:
    """How much likelier the lower of two lines, by the words of both, is a headline below its kicker than a summary
    below its headline: a logarithm.

    >>> rather_headline(6, 11) > 1 > 0 > rather_headline(11, 20)
    True
    """
    kicked = likely(above, _KICKER) + likely(words, _HEAD)
    return kicked - likely(above, _HEAD) - likely(words, summary)
