"""Which blocks of a web page belong to its article.

A page is weighed by its prose: from the root downwards the element is followed that holds most of it,
until no child does. What stands in that element and is no furniture is the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from narrator.reading import marks
from narrator.reading.blocks import Found, find_blocks
from narrator.reading.boxes import find_boxes, stands_by_picture
from narrator.reading.length import letters_in, words_in
from narrator.reading.markup import Element, text_of
from narrator.reading.titles import alike

_BODY_NAME = re.compile(
    r"(?:^|[-_ ])(?:article|story|post|entry|news|single|blog)[-_]{0,2}(?:body|content|text)(?:$|[-_ ])"
    r"|articleBody|storyBody|ArticleContent|articleText|(?:^| )(?:body-text|richtext|rich-text|prose)(?:$| )"
)
_PROSE_LETTERS = 60
"""A shorter block may be a heading, a link or a button; it does not show where the article is."""
_SUMMARY_WORDS = 6
_NAMED_SUMMARY_WORDS = 3
_TOPIC_WORDS = 4
_NEAR = 3
"""Blocks above a headline where blogs put the date."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST = 0.75
_MAJORITY = 0.4


def find_article(
    root: Element, title: str | None, description: str, *, dated: bool
) -> tuple[list[Found], frozenset[int]]:
    """All blocks of the page, and the indices of those that belong to the article.

    The headline and the summary often stand above the element that holds the prose; what the page declares
    as `title` and `description` finds them there, and a line with a year too unless the page is `dated`.
    """
    found = find_blocks(root, _never_furniture(root))
    area = _area(root, found)
    inside = set(area.iter())
    within = [i for i, block in enumerate(found) if block.place.element in inside]
    held = {i for i in within if _belongs(found[i])}
    boxes = find_boxes(area, found, [i for i in held if is_prose(found[i])], within)
    found = [_as_caption(block) if i in boxes.captions else block for i, block in enumerate(found)]
    article = held - boxes.captions - boxes.prompts
    article -= set(_tail(found, article))
    return found, frozenset(article | _top(found, article, title or "", description, dated))


def _tail(found: list[Found], article: set[int]) -> Iterator[int]:
    """Below the last paragraph: headings that head nothing, and lists of topics."""
    last = max((i for i in article if is_prose(found[i])), default=len(found))
    headed = False
    for i in sorted((i for i in article if i > last), reverse=True):
        kind = found[i].place.kind
        empty = not headed if kind == "heading" else words_in(found[i].text) < _TOPIC_WORDS
        if empty and kind in ("heading", "list_item"):
            yield i
        headed = kind != "heading" and (headed or not empty)


def _as_caption(block: Found) -> Found:
    if block.place.kind not in ("text", "heading", "list_item"):
        return block
    return replace(block, place=replace(block.place, kind="caption", level=0))


def _top(found: list[Found], article: set[int], title: str, description: str, dated: bool) -> set[int]:
    """The headline, and what stands between it and the prose and reads like a summary."""
    start = min((i for i in article if is_prose(found[i])), default=len(found))
    headline = _headline(found, start, title)
    if headline is None:
        return set()
    summary = {i for i in range(headline + 1, start) if _is_summary(found[i], description)}
    near = range(max(0, headline - _NEAR), start)
    dates = set() if dated else {i for i in near if _is_date_line(found[i])}
    return {headline} | summary | dates


def _is_date_line(block: Found) -> bool:
    return len(block.text.split()) <= 8 and bool(_YEAR.search(block.text))


def _headline(found: list[Found], start: int, title: str) -> int | None:
    """The block nearest above the prose that says the declared title; a heading before other blocks."""
    said = [i for i, block in enumerate(found[: start + 1]) if is_title(block.text, title)]
    return max(said, key=lambda i: (found[i].place.kind == "heading", i), default=None)


def is_title(text: str, title: str) -> bool:
    """Whether a heading says the title, perhaps with a kicker in front."""
    return 0.5 < len(text) / (len(title) or 1) < 2.5 and alike(text, title) > 0.8


def _is_summary(block: Found, description: str) -> bool:
    if block.place.kind in ("caption", "embed", "table") or block.link_share > 0.5:
        return False
    words = words_in(block.text)
    if words >= _NAMED_SUMMARY_WORDS and marks.is_summary(block.place.element) and not block.linked:
        return True
    if words < _SUMMARY_WORDS:
        return False
    return alike(block.text, description) > 0.8 or not (block.place.furniture or stands_by_picture(block))


def is_prose(block: Found) -> bool:
    return (
        block.place.kind in ("text", "quote", "list_item")
        and not block.place.furniture
        and letters_in(block.text) >= _PROSE_LETTERS
        and block.link_share < 0.5
    )


def _belongs(block: Found) -> bool:
    place = block.place
    if place.furniture or place.kind in ("caption", "embed"):
        return False
    return not _is_pointer(block)


def _is_pointer(block: Found) -> bool:
    """A link to elsewhere and nothing more, or with a label in front, as in "Read more: ..."."""
    if block.link_share > 0.8:
        return True
    label, colon, _ = block.text.partition(":")
    return bool(colon) and len(label.split()) <= 4 and len(block.text) - block.linked <= len(label) + 4


def _never_furniture(root: Element) -> frozenset[Element]:
    """Elements that hold the headline, the body or most of the page's prose, whatever their names say."""
    weights = _sums(
        root, ((element, _own_prose(element)) for element in root.iter("p", "div", "li", "td", "section"))
    )
    total = weights.get(root, 0)
    kept = {element for element, weight in weights.items() if weight > _MAJORITY * total}
    for element in root.iter("h1", "div", "article", "section", "main"):
        heavy = weights.get(element, 0) > 0.2 * total
        if (element.tag == "h1" and _is_headline(element)) or (heavy and _is_body(element)):
            kept.update(_with_ancestors(element))
    return frozenset(kept)


def _is_headline(element: Element) -> bool:
    return len(text_of(element)) > 20


def _is_body(element: Element) -> bool:
    if "articlebody" in element.get("itemprop", "").lower():
        return True
    return bool(_BODY_NAME.search(element.get("class", "")) or _BODY_NAME.search(element.get("id", "")))


def _own_prose(element: Element) -> int:
    """Letters that stand in the element itself; a tail of links and buttons does not count."""
    texts = [element.text, *(child.tail for child in element)]
    lengths = (letters_in(text.strip()) for text in texts if text)
    own = sum(length for length in lengths if length > 3)
    return own if own >= _PROSE_LETTERS else 0


def _area(root: Element, found: list[Found]) -> Element:
    """The deepest element that still holds nearly all prose."""
    weights = _sums(root, ((block.place.element, len(block.text)) for block in found if is_prose(block)))
    area = root
    while True:
        heaviest = max(area, key=lambda child: weights.get(child, 0), default=None)
        if heaviest is None or weights.get(heaviest, 0) <= _MOST * weights.get(area, 0):
            return area
        area = heaviest


def _sums(root: Element, weighted: Iterable[tuple[Element, int]]) -> dict[Element, int]:
    """The weight of every element with all it holds; one pass from the last element to the first."""
    sums: dict[Element, int] = {}
    for element, weight in weighted:
        sums[element] = sums.get(element, 0) + weight
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and element in sums and element is not root:
            sums[parent] = sums.get(parent, 0) + sums[element]
    return sums


def _with_ancestors(element: Element) -> list[Element]:
    return [element, *element.iterancestors()]
