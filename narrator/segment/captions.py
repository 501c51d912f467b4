"""Captions without a credit, which look like sentences of the article."""

from __future__ import annotations

import re

from narrator.segment.picture_line import line_of
from narrator.segment.picture_place import CAPITALIZED, LONGEST, NEAR, SHORT, is_bare_credit
from narrator.segment.pictures import ENOUGH, TWO_SENTENCES, is_candidate, worth
from narrator.segment.view import View

_PERSON = rf"{CAPITALIZED}(?:\s(?:van|von|de|del|da|di|bin|al|el)\b)?(?:\s{CAPITALIZED}){{1,2}}"
_PORTRAIT = re.compile(
    rf"(?P<first>{_PERSON}), [^,.:?!]{{4,60}}|[^,.:?!]{{4,50}}, (?P<last>{_PERSON})"
    rf"|(?:[A-ZÀ-Þ][a-zà-ÿ]{{3,}}\s){{1,2}}(?P<titled>{_PERSON})"
)
_PORTRAIT_WORDS = 12


def is_caption(view: View, index: int) -> bool:
    """Whether a line without a credit is a picture's; the weights of `narrator.segment.pictures` say why."""
    return caption_score(view, index) >= ENOUGH


def caption_score(view: View, index: int) -> float:
    """What speaks for it and against it together."""
    return worth(line_of(view, index)) if is_candidate(view.shapes[index]) else 0.0


def is_portrait(view: View, index: int) -> bool:
    """Names a person whom the paragraphs around tell of, and who that is: `Jane Doe, mayor of Ostend`."""
    shape = view.shapes[index]
    unfit = shape.closed or shape.block.kind == "list_item" or view.cues.stop.fullmatch(shape.plain)
    match = None if unfit or shape.words > _PORTRAIT_WORDS else _PORTRAIT.fullmatch(shape.plain)
    if match is None:
        return False
    name = match["first"] or match["last"] or match["titled"]
    known = [name] if match["titled"] else [name, shape.plain.replace(name, "").strip(" ,")]
    around = [other.text for other in view.shapes[max(0, index - NEAR) : index + NEAR] if other.prose]
    return any(part in text for part in known for text in around)


def is_joined_to_credit(view: View, index: int) -> bool:
    """A bare credit is in the line below it, where blank lines part the article's paragraphs, or in the line above a
    brief one; a paragraph can stand right below a picture.
    """
    shape = view.shapes[index]
    if index <= view.body.start or not shape.closed or shape.words > LONGEST or not view.parted:
        return False
    if is_bare_credit(view, index + 1) and view.follow(index):
        return True
    if not is_bare_credit(view, index - 1) or not view.follow(index - 1):
        return False
    captioned = view.role(index - 2) == "caption"
    if shape.sentences > (1 if captioned else 2):
        return False
    return shape.words < (SHORT * view.usual if captioned or shape.sentences == 1 else TWO_SENTENCES)
