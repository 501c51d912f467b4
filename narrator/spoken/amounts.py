"""Amounts in words: a number as printed, counted before its noun, with hundredths, or as a range."""

from __future__ import annotations

import re

from narrator.spoken.nouns import Noun
from narrator.spoken.numerals import Amount, digits, is_code, parse_amount
from narrator.spoken.tongue import Tongue


def with_cents(amount: Amount, noun: Noun, part: Noun, tongue: Tongue) -> str:
    """A sum of money with its hundredths: `19,99 €`."""
    cents = Amount(int(amount.fraction))
    units = f"{_count(Amount(amount.whole), noun, tongue)}"
    if cents.whole == 0:
        return units
    if amount.whole == 0:
        return _count(cents, part, tongue)
    named = _count(cents, part, tongue) if tongue.name_cents else tongue.cardinal(cents.whole, "")
    return f"{units} {tongue.cents} {named}" if tongue.cents else f"{units} {named}"


def _count(amount: Amount, noun: Noun, tongue: Tongue) -> str:
    form = _form(amount, noun, tongue)
    of = of_before(tongue, form) if amount.whole and amount.whole % 1_000_000 == 0 else ""
    return f"{_amount(amount, tongue, form)} {of}{form}"


def counted(match: re.Match[str], noun: Noun, tongue: Tongue) -> str:
    """A number, or a range in the groups `n` and `n2`, with the noun it counts."""
    if not match["n2"] and not is_code(match["n"]):
        return _count(parse_amount(match["n"]), noun, tongue)
    return f"{quantity(match, tongue, noun)} {_form(_last(match), noun, tongue)}"


def _form(amount: Amount, noun: Noun, tongue: Tongue) -> str:
    if tongue.count_is_singular or amount.is_one:
        return noun.one
    if tongue.plural_from_two and amount.whole < 2:
        return noun.one
    return noun.many


def of_before(tongue: Tongue, noun: str) -> str:
    """What stands between millions and what they are millions of."""
    if not tongue.of:
        return ""
    if tongue.code == "fr" and noun[0] in "aeiouhéâ":
        return "d’"
    return f"{tongue.of} "


def quantity(match: re.Match[str], tongue: Tongue, noun: Noun | None = None) -> str:
    """A number or a range of two, counted before a noun where there is one."""
    word = _form(_last(match), noun, tongue) if noun else ""
    if not match["n2"]:
        return figures(match["n"], tongue, word)
    return f"{figures(match['n'], tongue, '')} {tongue.to} {figures(match['n2'], tongue, word)}"


def _last(match: re.Match[str]) -> Amount:
    return parse_amount(match["n2"] or match["n"])


def figures(written: str, tongue: Tongue, follows: str) -> str:
    """A number as printed, in words, before the word that follows it."""
    if is_code(written):
        return digits(written, tongue.code)
    if tongue.year and re.fullmatch(r"1[1-9]\d\d", written):
        return tongue.year(int(written))
    return _amount(parse_amount(written), tongue, follows)


def _amount(amount: Amount, tongue: Tongue, follows: str) -> str:
    if not amount.fraction:
        return tongue.cardinal(amount.whole, follows)
    return f"{tongue.cardinal(amount.whole, '')} {tongue.decimal} {_fraction(amount.fraction, tongue)}"


def _fraction(figures: str, tongue: Tongue) -> str:
    if not tongue.fraction_as_number or len(figures) > 2:
        return digits(figures, tongue.code)
    zeros = len(figures) - len(figures.lstrip("0"))
    if zeros == len(figures):
        return digits(figures, tongue.code)
    return " ".join((*[tongue.cardinal(0, "")] * zeros, tongue.cardinal(int(figures), "")))
