"""Rules for captions without a credit, which look like sentences of the article."""

from __future__ import annotations

import re

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.credits import names_keeper
from narrator.segment.picture_credit import SHORT, is_bare_credit, is_taker
from narrator.segment.picture_line import line_of
from narrator.segment.picture_place import ARTICLES, LONGEST, NEAR
from narrator.segment.pictures import ENOUGH, TWO_SENTENCES, is_candidate, is_listed, worth
from narrator.segment.shape import CAPITAL, CAPITALIZED, Shape
from narrator.segment.subheads import is_subhead, subhead_margin
from narrator.segment.view import View

_PERSON = rf"{CAPITALIZED}(?:\s(?:van|von|de|del|da|di|bin|al|el)\b)?(?:\s{CAPITALIZED}){{1,2}}"
_PORTRAIT = compiled(
    rf"(?P<first>{_PERSON}), [^,.:?!]{{4,60}}|[^,.:?!]{{4,50}}, (?P<last>{_PERSON})"
    rf"|(?:[{CAPITAL}][^\W\d_]{{3,}}\s){{1,2}}(?P<titled>{_PERSON})"
    rf"|(?:[{CAPITAL}][\w’'&-]*\s){{2,5}}(?:[a-zà-ÿ]{{3,}}\s){{0,2}}(?P<posted>{CAPITALIZED}\s{CAPITALIZED})"
    rf"|[{CAPITAL}][^\W\d_]{{3,}}\s(?:[^\W\d_]{{3,}}\s){{1,2}}(?P<entitled>{_PERSON})"
    rf"|{CAPITALIZED}\s(?:and|und|et|e|y|i|en|og|och|ve)\s(?P<paired>{_PERSON}), [^,.:?!]{{4,60}}"
    rf"|(?P<aged>{_PERSON})(?:, | \()\d{{1,3}}(?: [^\W\d_]{{2,8}})?\)?, [^.:?!]{{4,80}}"
    rf"|(?:{CAPITALIZED}\s)?{_PERSON} (?:and|und|et|e|y|en|og|och|ve) (?:[a-zà-ÿğışçöü]{{2,}} ){{1,2}}"
    rf"(?P<kin>{_PERSON})"
    rf"|(?P<beside>{_PERSON}) (?:with|con|mit|avec|met|com|beside|davanti|devant|ante|vor) [^.:?!]{{4,70}}"
)
_PORTRAIT_WORDS = 12
_NAME_LETTERS = 4
_CREDIT_WORDS = 4
_UNCREDITED = ("uncredited caption", "opening of caption", "portrait")
_INITIALS = 5
"""Letters of an agency that stands alone below a caption, at most."""
_TIMES = 2
"""How many times what speaks for a heading must speak for a caption."""
_TITLE_WORDS = 3
_NO_GALLERY = ("known line", "prompt", "text of post")
"""Lines that stand above pictures, one by one, or above advertisements."""
_MORE = 1.1
"""What has to speak for the last sentence of a text without furniture, beyond what is enough elsewhere."""
_SLIDE = 3
"""Blocks of a picture in a gallery: two titles and what it shows; and pictures, at least."""
_PICTURES = 10
"""Of a gallery that are looked at, either way."""


def is_caption(view: View, index: int) -> bool:
    """Whether a line without a credit is a picture's; the weights of `narrator.segment.pictures` say why.

    More has to for the last of a text without furniture: articles end with a sentence of a few words.
    """
    last = view.clean and index == len(view.shapes) - 1
    return caption_score(view, index) >= ENOUGH + _MORE * last


def caption_score(view: View, index: int) -> float:
    """What speaks for it and against it together."""
    may_be = is_candidate(view.shapes[index]) and not is_listed(view, index)
    return worth(line_of(view, index)) if may_be else 0.0


def uncredited_caption(view: View, index: int) -> Role | None:
    """A sentence of a picture, known by its tense, its place and its neighbours; a heading of what follows is none."""
    told = view.told_apart or not (is_caption(view, index) or _is_joined_to_credit(view, index))
    return None if told or _is_rather_subhead(view, index) else "caption"


def _is_rather_subhead(view: View, index: int) -> bool:
    """A heading, unless far more makes a caption of it."""
    if not is_subhead(view, index):
        return False
    return caption_score(view, index) - ENOUGH <= _TIMES * subhead_margin(view, index)


def _is_joined_to_credit(view: View, index: int) -> bool:
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


def credit_below_caption(view: View, index: int) -> Role | None:
    """Who took a picture: somebody for a paper, an agency or a few words in capitals under a caption that names nobody;
    amid the article, who keeps it.
    """
    shape = view.shapes[index]
    if index > view.body.start and not view.told_apart and names_keeper(shape.plain):
        return "caption"
    if view.rule(index - 1) not in _UNCREDITED or shape.closed:
        return None
    if is_taker(shape) or (shape.plain.isupper() and shape.plain.isalpha() and len(shape.plain) <= _INITIALS):
        return "caption"
    if not 1 < shape.words <= _CREDIT_WORDS:
        return None
    words = shape.plain.split()
    heads = shape.in_capitals and words[0].casefold() in ARTICLES
    return "caption" if not heads and all(word[0].isupper() for word in words) else None


def portrait(view: View, index: int) -> Role | None:
    """Whom a picture shows, without a word more."""
    return (
        "caption" if not view.told_apart and index > view.body.start and _is_portrait(view, index) else None
    )


def _is_portrait(view: View, index: int) -> bool:
    """Names a person whom the paragraphs around tell of, and who that is: `Jane Doe, mayor of Ostend`,
    `Mayor Jane Doe`, `Defending champion Jane Doe.`, `Jane Doe, 42, with her dog`, or with whom or what:
    `Jane Doe with her dog`, `Jane Doe and her daughter Ann Doe`
    """
    shape = view.shapes[index]
    unfit = shape.block.kind == "list_item" or view.cues.stop.fullmatch(shape.plain)
    match = None if unfit or shape.words > _PORTRAIT_WORDS else _PORTRAIT.fullmatch(shape.plain)
    if match is None or ((match["beside"] or match["aged"]) and shape.closed):
        return False
    around = [other.text for other in view.shapes[max(0, index - NEAR) : index + NEAR] if other.prose]
    return any(part in text for part in _known_by(shape, match) for text in around)


def _known_by(shape: Shape, match: re.Match[str]) -> list[str]:
    """What a paragraph has to say of somebody: the name, or what stands beside it; both together where a post in small
    letters stands before it, and no full stop behind; a part of the name where the age stands behind it.
    """
    if match["entitled"] and not shape.closed:
        return [shape.plain[0].lower() + shape.plain[1:]]
    name = next(filter(None, match.groups()))
    if match["aged"]:
        return [word for word in name.split() if len(word) >= _NAME_LETTERS]
    beside = match["first"] or match["last"]
    return [name, shape.plain.replace(name, "").strip(" ,")] if beside else [name]


def slide(view: View, index: int) -> Role | None:
    """A picture of a gallery amid the body: the gallery's title, the picture's, and a paragraph, again and again."""
    for top in () if view.told_apart else (index - 1, index - 2):
        if top > view.body.start and _is_slide(view, top) and index < view.body.stop:
            return "caption"
    return None


def _is_of_headline(view: View, top: int) -> bool:
    """The headline, which describes each picture, above a caption with its credit."""
    again = view.headline is not None and view.shapes[top].key == view.shapes[view.headline].key
    return again and view.rule(top + 1) == "credited caption"


def _is_slide(view: View, top: int) -> bool:
    """The line stands three blocks further up or down too, with a line and a paragraph between, and once more."""
    shapes = view.shapes
    line = shapes[top]
    if top + 2 >= len(shapes) or line.words < _TITLE_WORDS or view.rule(top) in _NO_GALLERY:
        return False
    if line.prose or shapes[top + 1].prose or not shapes[top + 2].prose or _is_of_headline(view, top):
        return False
    reach = _SLIDE * _PICTURES
    near = range(top - reach, top + reach + 1, _SLIDE)
    return sum(0 <= i < len(shapes) and shapes[i].key == line.key for i in near) >= _SLIDE
