"""Addresses of the net in any language: web pages, e-mail, handles and hashtags."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.tongue import Tongue

_ADDRESS = compiled(
    r"(?:https?://|www\.)[^\s<>\"“”»)\]]{1,200}[\w/]|(?<![\w.])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b"
)
_TAG = compiled(r"(?<![\w&])#(?=\w)|(?<![\w@.])@(?=[^\W\d])")
_MARK = compiled(r"[./@_-]")


def said_addresses(text: str, tongue: Tongue) -> str:
    """Addresses with their marks in words, without their schemes; handles and hashtags without their signs.

    >>> from narrator.spoken.de import speak
    >>> speak("Mehr auf https://www.bbc.de/sport und info@bbc.de, #Wahl")
    'Mehr auf bbc Punkt de Schrägstrich sport und info at bbc Punkt de, Wahl'
    """
    if not ("@" in text or "#" in text or "www." in text or "://" in text):
        return text
    return _TAG.sub("", _ADDRESS.sub(lambda found: _said(found.group(), tongue), text))


def _said(address: str, tongue: Tongue) -> str:
    plain = re.sub(r"^(?:https?://)?(?:www\.)?", "", address).rstrip("/")
    return _MARK.sub(lambda mark: f" {tongue.signs.get(mark.group(), '')} ", plain).replace("  ", " ")
