"""Numbers in words by the rules of Unicode CLDR, through unicode-rbnf (UTS #35 part 3, rule-based formatting)."""

from __future__ import annotations

from functools import cache

from unicode_rbnf import RbnfEngine

LONGEST = 18
"""Digits of the longest number that the rules of every language have words for."""


def in_words(number: int, language: str, rules: str = "spellout-numbering") -> str:
    """A whole number in words by one of the language's rule sets.

    >>> in_words(1234, "en", "spellout-cardinal-verbose"), in_words(21, "nl")
    ('one thousand two hundred and thirty-four', 'eenentwintig')
    """
    return _rules_of(language).format_number(number, ruleset_names=[rules]).text


@cache
def _rules_of(language: str) -> RbnfEngine:
    return RbnfEngine.for_language(language)
