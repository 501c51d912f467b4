"""Forms that the texts of tags must have; what is not listed here is free."""

from __future__ import annotations

import re
from typing import NamedTuple

from narrator.patterns import compiled

LANGUAGE = compiled(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
EMAIL = compiled(r"[\w.+'%-]+@([a-z0-9-]+\.)+[a-z0-9-]+", re.ASCII | re.IGNORECASE)
"""What W3C's feed validator takes for an address."""
UUID = compiled("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
PERSON_LETTERS = 128
"""The most that the podcast namespace, "person", takes for a name."""

_APPLE, _NAMESPACE, _RSS = "Apple, A Podcaster's Guide to RSS", "Podcast namespace", "RSS 2.0"
_W3C = "W3C Feed Validation Service"


class Form(NamedTuple):
    """How the text of every tag at a path must look."""

    path: str
    pattern: re.Pattern[str]
    fault: str
    """What is said of a text that does not."""
    source: str


def _form(path: str, pattern: str, fault: str, source: str) -> Form:
    return Form(path, compiled(pattern, re.DOTALL), fault, source)


_COUNT = "[1-9][0-9]{0,8}"
_MEDIUM = "(podcast|music|video|film|audiobook|newsletter|blog|publisher|course)L?|mixed"
_PERSON = _form(
    "podcast:person",
    f".{{1,{PERSON_LETTERS}}}",
    f"is no name of 1 to {PERSON_LETTERS} letters",
    _NAMESPACE,
)
_BLOCK = _form("itunes:block", "(?i:yes|no)", "is neither Yes nor No", _W3C)

CHANNEL = (
    Form("language", LANGUAGE, "is no language tag", _RSS),
    Form("itunes:owner/itunes:email", EMAIL, "is no address", _W3C),
    _form("itunes:type", "(?i:episodic|serial)", "is neither episodic nor serial", _APPLE),
    _BLOCK,
    Form("podcast:guid", UUID, "is no UUID", _NAMESPACE),
    _form("podcast:locked", "yes|no", "is neither yes nor no", _NAMESPACE),
    _form("podcast:medium", _MEDIUM, "is no medium of the list", _NAMESPACE),
    _PERSON,
)
ITEM = (
    _form("itunes:episodeType", "(?i:full|trailer|bonus)", "is none of full, trailer, bonus", _APPLE),
    _form("itunes:season", _COUNT, "is no number from 1", _APPLE),
    _form("itunes:episode", _COUNT, "is no number from 1", _APPLE),
    _BLOCK,
    _PERSON,
)
