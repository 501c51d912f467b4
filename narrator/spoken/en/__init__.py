"""English, written → spoken: ordered tables of small rules, by subject, around num2words.

Each rule is a function from text to text. Their order is the design: what is most particular comes first and
leaves words behind, so that a later and more general rule finds only what nobody claimed.
"""

from __future__ import annotations

import re

from narrator.spoken.en import (
    acronyms,
    dates,
    electronic,
    money,
    quantities,
    ranges,
    roman,
    serials,
    symbols,
    telephone,
    times,
    titles,
    units,
)

RULES = (
    *symbols.FIRST,
    *electronic.RULES,
    *titles.RULES,
    *roman.RULES,
    *times.RULES,
    *telephone.RULES,
    *money.RULES,
    *dates.RULES,
    symbols.sums,
    quantities.places,
    units.feet_and_inches,
    *ranges.RULES,
    *units.RULES,
    symbols.powers,
    serials.serials,
    *quantities.RULES,
    *acronyms.RULES,
    *symbols.LAST,
)

_PLAIN = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f ,.;:!?'’‘“”\"()…-]*")
_NOTABLE = re.compile(
    r"[A-Z]{2}|\.[A-Za-z]|--|\b(?:[A-Z][a-z]{0,4}|[a-z]{1,6}|\w)\.(?=\s\S)|, [A-Z][a-z]{1,4}\.|"
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|Lt|Col|Sgt|Capt|Maj|Gen|Gov|Sen|Rev|St|vs|etc|Inc|Co|Corp|Ltd|Jr|Sr)\b|\b[IVX]\b(?![’'])"
)


def speak(sentence: str) -> str:
    """The sentence as a newsreader would say it; one without anything to normalize comes back as it is.

    >>> speak("Dr. Smith paid $2.5bn on Jan. 27, 2023.")
    'Doctor Smith paid two point five billion dollars on January twenty seventh, twenty twenty three.'
    """
    if _PLAIN.fullmatch(sentence) and not _NOTABLE.search(sentence):
        return sentence
    for rule in RULES:
        sentence = rule(sentence)
    return sentence
