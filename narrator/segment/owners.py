"""Who has the rights of a page, as its last lines say; their own pictures are signed so too."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.segment.shape import key_of
from narrator.segment.view import View

_OWNER_WORDS = 3
_OWNED_PAGE = compiled(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:20)?\d\d)?)?,?\s*(?:by )?"
    r"(?P<owner>[^\W\d_][\w&’' -]{1,40})",
    re.IGNORECASE,
)
_OF_PAGE = compiled(
    r"\b(?:19|20)\d\d\b|\b(?:Ltd|Inc|LLC|PLC|plc|GmbH|AG|KG|SA|S\.A\.|SpA|S\.p\.A\.|BV|B\.V\.|AB|AS|Group|Media)\b"
)


def is_owner(view: View, index: int) -> bool:
    """Who has the rights of the page, as its last lines say: `© Planet News Ltd`."""
    shape = view.shapes[index]
    if shape.closed or shape.words > _OWNER_WORDS:
        return False
    owned = any(owner == shape.key or owner.startswith(f"{shape.key} ") for owner in view.owners)
    return owned and any(other.prose for other in view.shapes[:index])


def owners_of(view: View) -> frozenset[str]:
    """Keys of the names that stand behind a sign of copyright with a year, or with the form of a company; a page's
    reader has left such lines out.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "© 2026 Planet News Ltd. All rights reserved.", "Copyright 2001-2026 by Gazette", "Foto © Jane Doe"
    >>> view = View([shape_of(Block(line)) for line in lines], cues_of("en"))
    >>> sorted(owners_of(view))
    ['gazette', 'planet news ltd']
    """
    if view.told_apart:
        return frozenset()
    heads = (shape.head for shape in view.shapes if _OF_PAGE.search(shape.head))
    return frozenset(key_of(match["owner"]) for match in map(_OWNED_PAGE.match, heads) if match)
