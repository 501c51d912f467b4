"""Items of lists and rows of tables: a paragraph shows that it is one by its form."""

from __future__ import annotations

import re

from narrator.patterns import compiled

_BULLET = compiled(r"[•·∙●▪■◦◆►▶▸‣*-]\s+(?=\S)")
_NUMBER = compiled(r"\d{1,2}[.)]\s+\S")
_BETWEEN_CELLS = compiled(r"\s+·\s+")
_OPEN_END = compiled(r"[,;]?$")
_CLOSED = compiled(r"[^\w\s\"'”’»)\],;][\"'”’»)\]]*$")


def is_item(paragraph: str) -> bool:
    """
    >>> is_item("• Bridges"), is_item("2) Mills"), is_item("Labour · 12"), is_item("-5 degrees")
    (True, True, True, False)
    """
    return bool(_BULLET.match(paragraph) or _NUMBER.match(paragraph) or _BETWEEN_CELLS.search(paragraph))


def plain_item(paragraph: str) -> str:
    """The paragraph without its bullet, its cells as a sentence has them.

    >>> plain_item("• Bridges"), plain_item("Labour · 12 · 45%"), plain_item("Nobody spoke.")
    ('Bridges', 'Labour, 12, 45%', 'Nobody spoke.')
    """
    return _BETWEEN_CELLS.sub(
        ", ", _BULLET.sub("", paragraph, count=1) if _BULLET.match(paragraph) else paragraph
    )


def with_stop(spoken: str) -> str:
    """The words with a full stop where nothing ends them, so that a voice falls as at the end of a sentence.

    >>> with_stop("Talks with the E.U.;"), with_stop("the U.S., ")
    ('Talks with the E.U.', 'the U.S.')
    >>> with_stop("Build a bridge"), with_stop("close the mill;"), with_stop("He said “no”"), with_stop("Why?")
    ('Build a bridge.', 'close the mill.', 'He said “no”.', 'Why?')
    """
    if _CLOSED.search(spoken):
        return spoken
    return re.sub(r"\.\.$", ".", _OPEN_END.sub(".", spoken.rstrip(), count=1))
