"""Text that every format of a feed can carry."""

from __future__ import annotations

from itertools import chain

_ILLEGAL = dict.fromkeys(
    chain(
        set(range(0x20)) - set(map(ord, "\t\n\r")),
        range(0x7F, 0x85),
        range(0x86, 0xA0),
        range(0xD800, 0xE000),
        (0xFFFE, 0xFFFF),
    )
)
"""What XML 1.0 (section 2.2) forbids, and the control characters it only discourages."""


def legal_text(text: str) -> str:
    """`text` without the characters that XML forbids; everything else comes out as it is.

    >>> legal_text("a\\x00b\\x1b[1m ]]> <i> \\U0001f600")
    'ab[1m ]]> <i> 😀'
    """
    return text.translate(_ILLEGAL)


def legal_line(text: str) -> str:
    """`legal_text` on one line, with single spaces.

    >>> legal_line("  one\\r\\n\\ttwo ")
    'one two'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(legal_text(text).split())
