"""Which capitals are spelled and which are said as a word."""

from __future__ import annotations

import re

from narrator.spoken.tongue import Tongue

_VOWEL = re.compile("[AEIOUYÄÖÜÀÉÈÊÍÓÚİ]")


def spell_dotted(match: re.Match[str]) -> str:
    """`U.S.` → `U S`, with the sentence's full stop kept at its end."""
    ends = "." if match.end() == len(match.string) else ""
    return match[0].replace(".", " ").strip() + ends


def spell_acronym(match: re.Match[str], tongue: Tongue) -> str:
    """Letter by letter, unless the capitals are said as a word or the whole sentence is in capitals."""
    letters, plural = match[0].rstrip("s"), "s" if match[0].endswith("s") else ""
    if _is_word(letters, tongue) or not any(map(str.islower, match.string)):
        return match[0]
    return " ".join(letters) + plural


def _is_word(letters: str, tongue: Tongue) -> bool:
    if letters in tongue.names or re.fullmatch("[IVX]+", letters):
        return True
    return len(letters) > 3 and letters not in tongue.letters and bool(_VOWEL.search(letters))
