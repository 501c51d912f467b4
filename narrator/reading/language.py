"""Language tags as pages write them."""

from __future__ import annotations

import re

from narrator.patterns import compiled

_TAG = compiled(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.][\w.-]+)?", re.IGNORECASE)


def language_tag(text: str | None) -> str | None:
    """A lower-case BCP 47 tag of language, script and region.

    >>> language_tag("en_GB.UTF-8"), language_tag("zh-Hant-TW"), language_tag("English")
    ('en-gb', 'zh-hant-tw', None)
    """
    match = _TAG.fullmatch((text or "").strip())
    return "-".join(filter(None, match.groups())).lower() if match else None
