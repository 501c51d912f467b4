"""Roman numerals, as they number monarchs, wars and centuries."""

from __future__ import annotations

ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?<=[IVX])"
"""1 to 39; longer ones do not number anybody."""

_VALUES = {"I": 1, "V": 5, "X": 10}


def roman_value(numeral: str) -> int:
    """
    >>> roman_value("XIV"), roman_value("II")
    (14, 2)
    """
    total = 0
    for figure, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _VALUES[figure]
        total += -value if value < _VALUES.get(following, 0) else value
    return total
