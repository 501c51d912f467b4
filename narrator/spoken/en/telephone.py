"""Telephone numbers, emergency numbers, addresses of machines and other figures said one by one."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.en.number_words import digits, whole_number

_INTERNATIONAL = compiled(
    r"(?<![\w+])\+(?=(?:[\s.()-]{0,2}\d){8,15}(?!\d))(\d{1,3})((?:[\s.-]?\(?\d{1,5}\)?){2,6})(?![\w-])"
)
_AMERICAN = compiled(r"(?<![\w.+-])(?:(1)[\s.-])?\(?(\d{3})\)?[\s.-](\d{3})[.-](\d{4})(?![\w-]|\.\d)")
_LOCAL = compiled(
    r"(?:\b(?:call|phone|telephone|tel|dial|fax|number|at|contact)\b[^\w]{1,3})?(?<![\w.+-])(\d{3})-(\d{4})(?![\w-])",
    re.IGNORECASE,
)
_BRITISH = compiled(r"(?<![\w.+-])((?:\(0\)|0)\d{2,4})[\s-](\d{3,4})(?:[\s-](\d{3,4}))?(?![\w-])")
_AUSTRALIAN = compiled(r"(?<![\w.+-])(1[38]00)\s(\d{3})\s(\d{3})(?![\w-]|[.,]\d)")
_SECURITY = compiled(r"(?<![\w.-])(\d{3})-(\d{2})-(\d{4})(?![\w-])")
_SERVICE = compiled(
    r"\b((?:dial(?:l?ed|l?ing|s)?|call(?:ed|ing|s)?|phon(?:ed|ing|e)|ring|rang|text(?:ed)?|helpline|hotline)(?:\sto)?\s)"
    r"(?!(?:19|20)\d\d\b)(\d{3,6}(?:\s(?:or|and)\s\d{3})?)\b(?![,.]\d|[\s-]*(?:\d|times|people|[a-z]+s\b))"
    r"|\b(911|999|112|988)(?=\s(?:calls?|hotline|helpline|lifeline|callers?|operators?|dispatchers?|emergency|recordings?|centers?))",
    re.IGNORECASE,
)
_REACHED_ON = compiled(
    r"\b((?:[Cc]all|[Pp]hone|[Rr]ing|[Cc]ontact)\s(?:\w+\s){1,4}(?:on|at)\s)"
    r"(\d{3}(?:\s\d{3,4})*)(?=[.,;]?$|[.,;]\s|\s(?:for|or|if|to)\b)"
)
_CARD = compiled(r"\b((?:card|account|number|phone)s?\s(?:number\s)?ending\s(?:in|with)\s)(\d{2,4})\b")
_SECRET = compiled(
    r"\b((?:PIN|OTP|passcode|ZIP|(?i:zip|area|post) ?code|extension|ext\.|[Tt]ext(?:ing)? \w+ to)\s"
    r"(?:is\s|of\s|number\s)?)"
    r"(\d{3,8}(?:-\d{4})?)\b(?![,.]\d|[\s-]*%)"
)
_BRACKETED = compiled(r"(?<!\w)\(\d{3}\)\s?\d{3}[\s.-]\d{4}(?![\w-]|\.\d)")
_VANITY = compiled(r"(?<![\w-])1-(8\d\d)-(?=[A-Z]|\d-[A-Z])")
_EMERGENCY = compiled(r"(?<![\w.,$£€/-])911(?![\w,%/-]|\.\d|\s(?:[a-z]+s|people|men|women|children|days)\b)")
_MACHINE = compiled(r"(?<![\w.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w]|\.\d)")


def telephone_numbers(text: str) -> str:
    """
    >>> telephone_numbers("call 555-123-4567")
    'call five five five, one two three, four five six seven'
    >>> telephone_numbers("call 1300 555 123")
    'call one three zero zero, five five five, one two three'
    >>> telephone_numbers("+44 20 7946 0958")
    'plus four four, two zero, seven nine four six, zero nine five eight'
    """
    said = _INTERNATIONAL.sub(lambda found: f"plus {_groups(found.group())}", text)
    said = _VANITY.sub(lambda found: f"{_groups('1-' + found[1])} ", said)
    for pattern in (_BRACKETED, _AMERICAN, _SECURITY, _BRITISH, _AUSTRALIAN):
        said = pattern.sub(lambda found: _groups(found.group()), said)
    return _LOCAL.sub(_say_local, said)


def service_numbers(text: str) -> str:
    """
    >>> service_numbers("call the Samaritans on 116 123.")
    'call the Samaritans on one one six one two three.'
    >>> service_numbers("dial 999 or 112; 999 calls; he called 300 people")
    'dial nine nine nine or one one two; nine nine nine calls; he called 300 people'
    """
    text = _REACHED_ON.sub(lambda found: f"{found[1]}{digits(found[2])}", text)
    said = _SERVICE.sub(_say_service, text)
    return _EMERGENCY.sub(digits("911"), said)


def card_numbers(text: str) -> str:
    """
    >>> card_numbers("the card ending in 8876, ZIP 10001-0020")
    'the card ending in eight eight seven six, ZIP one zero zero zero one zero zero two zero'
    """
    text = _SECRET.sub(lambda found: f"{found[1]}{digits(found[2])}", text)
    return _CARD.sub(lambda found: f"{found[1]}{digits(found[2])}", text)


def machine_addresses(text: str) -> str:
    """
    >>> machine_addresses("at 10.0.0.1")
    'at ten dot zero dot zero dot one'
    """
    return _MACHINE.sub(lambda found: " dot ".join(whole_number(part) for part in found.groups()), text)


def _say_service(found: re.Match[str]) -> str:
    said = re.sub(r"\d+", lambda figures: digits(figures.group()), found[2] or found[3])
    return f"{found[1] or ''}{said}"


def _say_local(found: re.Match[str]) -> str:
    """Seven figures are a number to call where something says so; 555 is the one that fiction uses."""
    called = found.group()[: found.start(1) - found.start()]
    return (
        f"{called}{_groups(found[1])}, {_groups(found[2])}" if called or found[1] == "555" else found.group()
    )


def _groups(figures: str) -> str:
    """Figures one by one, with a breath between the groups; 800 is a name of its own.

    >>> _groups("1-800-273-8255")
    'one, eight hundred, two seven three, eight two five five'
    """
    groups = re.findall(r"\d+", figures)
    return ", ".join("eight hundred" if group == "800" else digits(group) for group in groups)


RULES = (telephone_numbers, machine_addresses, service_numbers, card_numbers)
