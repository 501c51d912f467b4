"""English, written → spoken: ordered tables of small rules, by subject, around the number words of CLDR.

Each rule is a function from text to text. Their order is the design: what is most particular comes first and
leaves words behind, so that a later and more general rule finds only what nobody claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from narrator.patterns import compiled
from narrator.spoken.en import (
    acronyms,
    dates,
    electronic,
    money,
    places,
    quantities,
    ranges,
    roman,
    serials,
    symbols,
    telephone,
    times,
    titles,
    units,
    years,
)
from narrator.spoken.sentences import split_clauses

RULES = (
    *symbols.FIRST,
    *electronic.RULES,
    quantities.grouped,
    titles.phrases,
    *places.RULES,
    titles.titles,
    titles.shortened,
    *roman.RULES,
    quantities.verses,
    *times.RULES,
    *telephone.RULES,
    dates.dates_abroad,
    *money.RULES,
    *dates.RULES,
    *years.RULES,
    symbols.powers_of_ten,
    symbols.sums,
    *ranges.FIRST,
    quantities.numbered_places,
    quantities.calibers,
    quantities.averages,
    quantities.vulgar_fractions,
    quantities.fractions,
    units.feet_and_inches,
    units.feet,
    *ranges.RULES,
    *units.RULES,
    symbols.powers,
    quantities.teams,
    serials.serials,
    *quantities.RULES,
    *acronyms.RULES,
    *symbols.LAST,
)

_OF_FIGURES = frozenset(
    (
        *times.RULES,
        *telephone.RULES,
        *years.RULES,
        *ranges.FIRST,
        *ranges.RULES,
        *serials.RULES,
        *quantities.RULES,
        quantities.grouped,
        quantities.verses,
        quantities.numbered_places,
        quantities.calibers,
        quantities.averages,
        quantities.vulgar_fractions,
        quantities.fractions,
        quantities.teams,
        dates.dates_abroad,
        dates.dashed_names,
        dates.month_day,
        dates.day_month,
        units.feet_and_inches,
        units.feet,
    )
)
_OF_WORDS = tuple(rule for rule in RULES if rule not in _OF_FIGURES)
"""What is left to do where a sentence has no figure, or has none any more."""

_PLAIN = compiled(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f ,.;:!?'’‘“”\"()…-]*")
_PASSES = 6
"""The rules are applied until nothing changes, which in real text is once, and a second time to see it."""

_LONGEST = 1000
"""Characters at a time: no real sentence is longer, and what is not real shall not take long."""

_SINGLE_QUOTES = compiled(r"(?<!\w)['‘](?=\S[^'’]{2})([^'‘’]+(?:['’]\w[^'‘’]*)*)(?<=\S)['’](?!\w)")
_ENDED = compiled(r"[.!?…][”’\"')]*$")
_NOTABLE = compiled(
    r"[A-Z]{2}|\.[A-Za-z]|--|\b[NSEW] [A-Z]|"
    r"\b(?:[A-Z][a-z]{0,6}|[a-z]{1,6}|\w)\.(?=\s\S)|, [A-Z][a-z]{1,4}\.|\b[DRI]-[A-Z]|"
    r"\bret\.|Sec['’]y|\b[A-D]-(?!\w)|\b(?:scene|part|page|chapter) [ivx]+\b|"
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Sat|Sun)\.|\b[IVX]\b(?![’'](?!s\b))|"
    rf"\b(?:{titles.WITHOUT_STOP}|St|vs|etc|Inc|Co|Corp|Ltd|Jr|Sr|Mon|Tue|Wed|Thu|Det|"
    r"Fri|Govt|Rt|approx|v|w|Utd|avg|(?:Nat|Int)['’]l|(?:Gov|Dep)['’]t|Ass['’]n|"
    r"(?:stage|phase|chapter|part|type|class|tier|level|volume)s? [IVX]{2,})\b"
)


def speak(sentence: str) -> str:
    """The sentence as a newsreader would say it; one without anything to normalize comes back as it is.

    >>> speak("Dr. Smith paid $2.5bn on Jan. 27, 2023.")
    'Doctor Smith paid two point five billion dollars on January twenty seventh, twenty twenty three.'
    """
    if len(sentence) > _LONGEST:
        return " ".join(speak(piece) for piece in _pieces(sentence))
    for _ in range(_PASSES):
        before, sentence = sentence, _spoken_once(sentence)
        if sentence == before:
            break
    return sentence


def _pieces(text: str) -> Iterator[str]:
    for clause in split_clauses(text, _LONGEST):
        yield from (clause[start : start + _LONGEST] for start in range(0, len(clause), _LONGEST))


def _spoken_once(sentence: str) -> str:
    if _PLAIN.fullmatch(sentence) and not _NOTABLE.search(sentence):
        return sentence
    rules = RULES if any(map(str.isnumeric, sentence)) else _OF_WORDS
    spoken = reduce(lambda text, rule: rule(text), rules, sentence)
    return spoken if sentence[:1].islower() else f"{spoken[:1].upper()}{spoken[1:]}"


def speak_headline(headline: str) -> str:
    """The headline as a sentence: quotation marks doubled, a full stop at its end.

    >>> speak_headline("'I won': US-China talks fail, rock 'n' roll goes on")
    "“I won”: U.S.-China talks fail, rock 'n' roll goes on."
    """
    spoken = speak(_SINGLE_QUOTES.sub("“\\1”", headline.strip()))
    return spoken if not spoken or _ENDED.search(spoken) else f"{spoken.rstrip(' :;,–—-')}."
