"""Written sentences → sentences for the ear: pure, text in and text out, a module a language.

A language is a module or package of this one, named by its primary subtag, with `speak(sentence) -> str` and,
where its headlines need it, `speak_headline(headline) -> str`; a region that writes otherwise has a module of its
own. Languages are loaded on first need.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Protocol, cast

from narrator.patterns import compiled
from narrator.spoken.alignment import Alignment, align
from narrator.spoken.marks import unbracketed, unseen
from narrator.spoken.quotations import Passage, split_quotations
from narrator.spoken.sentences import split_clauses, split_sentences

__all__ = [
    "LANGUAGES",
    "Alignment",
    "Passage",
    "align",
    "speak",
    "speak_headline",
    "split_clauses",
    "split_quotations",
    "split_sentences",
]

LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt", "nl", "tr"})
"""Primary subtags that have rules."""

_REGIONS = {
    f"en-{region}": "en_gb"
    for region in (
        "gb au nz ie in za sg pk ng ke bd lk np my hk gh ug tz zm zw bw mt cy jm tt 001 150".split()
    )
}
"""Regions that have a module of their own."""

_ENDS = frozenset(".!?…。！？؟۔।॥።។։")
"""Marks that end a sentence, in any script."""


_STOPPED = compiled(r"\.[”’\"')»]*$")
_OPEN_END = compiled(r"(?<=\w)([”’\"')»]*)$")


class _Language(Protocol):
    @staticmethod
    def speak(sentence: str) -> str: ...


def speak(sentence: str, language: str) -> str:
    """The sentence as it is said; in a language without rules only cleaned of what cannot be said."""
    rules = _rules_of(language)
    return _stopped(rules.speak(sentence), sentence) if rules else _clean(sentence)


def speak_headline(headline: str, language: str) -> str:
    """The headline as it is said: as a sentence, with a full stop to end its melody."""
    rules = _rules_of(language)
    say = getattr(rules, "speak_headline", None)
    if say:
        return cast(str, say(headline))
    spoken = speak(headline, language)
    return spoken if not spoken or spoken.rstrip("”’\"')»」』")[-1:] in _ENDS else f"{spoken}."


def _stopped(spoken: str, written: str) -> str:
    """With the full stop of the sentence, where it was one of an abbreviation as well and went with it.

    >>> _stopped("since the ninth of May", "since 9 May."), _stopped("“at seven inches”", "“at 7 in.”")
    ('since the ninth of May.', '“at seven inches.”')
    """
    return _OPEN_END.sub(r".\1", spoken) if _STOPPED.search(written) else spoken


@cache
def _rules_of(language: str) -> _Language | None:
    tag = language.lower().replace("_", "-")
    primary = tag.partition("-")[0]
    if primary not in LANGUAGES:
        return None
    return cast(_Language, import_module(f"{__name__}.{_REGIONS.get(tag, primary)}"))


def _clean(text: str) -> str:
    return " ".join(unbracketed(unseen(text)).split())
