"""Captions that no name gives away: a few words right under a picture, set unlike the paragraphs of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from narrator.patterns import compiled
from narrator.reading import marks
from narrator.reading.blocks import Found
from narrator.reading.length import words_in
from narrator.reading.markup import Element, text_of

_LONGEST = 45
"""Words of a caption that is set in its own way."""
_LONGEST_PLAIN = 25
"""Words of one that only lacks a full stop."""
_USUAL = 0.3
"""Share of the article's paragraphs that look so, from which on it is how they are set."""
_HEADING = 4
_STEPS = 4
"""Elements between a picture and its caption that hold nothing else."""
_PARTS = 60
"""Elements in what holds a picture or a paragraph, at most."""
_BRIEF, _SEVERAL = 12, 4
"""Words of a caption that is set as the paragraphs are, and pictures that have one."""
_ICONS = 20
_ICON = 60
"""Pixels of width."""
_ITALIC, _SMALL = ("em", "i", "cite"), ("small", "h5", "h6")
_ITALIC_STYLE = compiled(r"font-style\s*:\s*italic", re.IGNORECASE)
_SMALL_STYLE = compiled(
    r"font-size\s*:\s*(?:(?:xx?-)?small|smaller|(?:[1-9]|1[0-3])(?:\.\d+)?p[xt]|0?\.\d+r?em|[1-8]\d(?:\.\d+)?%)",
    re.IGNORECASE,
)
_ASIDE_STYLE = compiled(r"text-align\s*:\s*(?:center|right)", re.IGNORECASE)
_ASIDE_CLASS = compiled(
    r"(?:^|[\s_-])(?:align-?center|text-?(?:align-)?center|center(?:ed)?)(?:$|\s)", re.IGNORECASE
)
_GREY = compiled(r"(?<!-)color\s*:\s*(?:gr[ae]y|#([4-9a-b])\1?\1?(?:\1{3})?\b)", re.IGNORECASE)
_CLOSING = '.!?…:”"»。！？'


def find_looked_at(found: Sequence[Found], article: Iterable[int]) -> Iterator[int]:
    """Indices of the blocks of an article that stand right under a picture and look like nothing else in it."""
    held = sorted(article)
    prose = [found[i] for i in held if found[i].is_prose]
    times = Counter(look for block in prose for look in _looks(block))
    usual = {look for look, count in times.items() if count > _USUAL * len(prose)}
    yield from _below_all_pictures(found, held)
    for i in held:
        block = found[i]
        if not _may_be_caption(block) or not _is_under_picture(block):
            continue
        if _looks(block) - usual or marks.is_picture(block.place.element) or _is_label_of_picture(block):
            yield i


def _below_all_pictures(found: Sequence[Found], held: Sequence[int]) -> set[int]:
    """A few words with a full stop, right under nearly each of several pictures, and seldom elsewhere."""
    lines = {i for i in held if found[i].place.kind == "text" and found[i].text[-1] in _CLOSING}
    brief = {i for i in lines if words_in(found[i].text) <= _BRIEF and not found[i].bold}
    if len(brief) < _SEVERAL:
        return set()
    under = {i for i in lines if _is_under_picture(found[i])}
    captions = under & brief
    most = len(captions) >= max(_SEVERAL, 0.75 * len(under))
    return captions if most and 3 * len(brief - under) < len(lines - under) else set()


def _may_be_caption(block: Found) -> bool:
    """Neither long nor bold, and no heading of the levels that head something."""
    small = block.place.kind == "text" or (block.place.kind == "heading" and block.place.level > _HEADING)
    return small and not block.bold and words_in(block.text) <= _LONGEST


def _is_label_of_picture(block: Found) -> bool:
    """In the picture's own element, without a full stop."""
    short = words_in(block.text) <= _LONGEST_PLAIN and block.text[-1] not in _CLOSING
    return short and block.place.kind == "text" and _holds_picture(block.place.element)


def _is_under_picture(block: Found) -> bool:
    """What stands before it, in its own element or in the nearest before that holds anything, is a picture."""
    element = block.place.element
    if _holds_picture(element):
        return not (element.text or "").strip() and _shown(element) == block.text
    before = islice(_before(element), _STEPS)
    nearest = next((one for one in before if _holds_picture(one) or _shown(one)), None)
    return nearest is not None and _holds_picture(nearest) and not _shown(nearest)


def _before(element: Element) -> Iterator[Element]:
    """What precedes an element in its parent, and what precedes a parent that begins with it."""
    at: Element | None = element
    while at is not None:
        previous, parent = at.getprevious(), at.getparent()
        if previous is not None and not (previous.tail or "").strip():
            yield previous
        elif previous is not None or parent is None or (parent.text or "").strip():
            return
        at = parent if previous is None else previous


def _holds_picture(element: Element) -> bool:
    pictures = islice(element.iter(*marks.PICTURE_TAGS), _ICONS)
    return _is_small(element) and not all(map(_is_icon, pictures))


def _is_small(element: Element) -> bool:
    return next(islice(element.iter(), _PARTS, None), None) is None


def _is_icon(picture: Element) -> bool:
    width = picture.get("width", "").removesuffix("px")
    return width.isdecimal() and int(width) <= _ICON


def _shown(element: Element) -> str:
    """Its text, but that of scripts and of what is shown where they do not run; all but nothing of a large element."""
    if not _is_small(element):
        return "…"
    parts = (element, *element.iterdescendants())
    hidden = {part for unseen in element.iter(*marks.UNSEEN_TAGS) for part in unseen.iter()}
    texts = (
        text
        for part in parts
        for text in (part.text if part not in hidden else "", part.tail if part is not element else "")
    )
    return " ".join("".join(filter(None, texts)).split())


def _looks(block: Found) -> frozenset[str]:
    """How it is set: the styles of its element, and of what is around all its text."""
    return frozenset(look for one in _around(block) for look in _styles(one))


def _around(block: Found) -> Iterator[Element]:
    element = block.place.element
    yield element
    if _is_small(element):
        inner = element.iter("em", "i", "cite", "small", "font", "span", "center")
        yield from (one for one in inner if one is not element and text_of(one) == block.text)


def _styles(element: Element) -> Iterator[str]:
    style = element.get("style", "")
    if element.tag in _ITALIC or _ITALIC_STYLE.search(style):
        yield "italic"
    if element.tag in _SMALL or _SMALL_STYLE.search(style) or element.get("size", "") in ("1", "-1", "-2"):
        yield "small"
    if (
        element.tag == "center"
        or element.get("align", "") in ("center", "right")
        or _ASIDE_STYLE.search(style)
        or _ASIDE_CLASS.search(element.get("class", ""))
    ):
        yield "aside"
    if _GREY.search(style):
        yield "grey"
