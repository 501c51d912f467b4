"""Text that every format of a feed can carry."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x84\x86-\x9f]")
"""What XML 1.0 (section 2.2) forbids, and the control characters it only discourages."""


def legal_text(text: str) -> str:
    """`text` without the characters that XML forbids; everything else comes out as it is.

    >>> legal_text("a\\x00b\\x1b[1m ]]> <i> \\U0001f600")
    'ab[1m ]]> <i> 😀'
    """
    return _ILLEGAL.sub("", text)


def legal_line(text: str) -> str:
    """`legal_text` on one line, with single spaces.

    >>> legal_line("  one\\r\\n\\ttwo ")
    'one two'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(legal_text(text).split())
