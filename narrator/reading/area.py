"""Which blocks of a web page belong to its article.

A page is weighed by its prose: from the root downwards the element is followed that holds most of it,
until no child does. What stands in that element and is no furniture is the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from narrator.reading.blocks import Found, find_blocks
from narrator.reading.markup import Element, text_of

_BODY_NAME = re.compile(
    r"(?:^|[-_ ])(?:article|story|post|entry|news|single|blog)[-_]{0,2}(?:body|content|text)(?:$|[-_ ])"
    r"|articleBody|storyBody|ArticleContent|articleText|(?:^| )(?:body-text|richtext|rich-text|prose)(?:$| )"
)
_PROSE_LETTERS = 60
"""A shorter block may be a heading, a link or a button; it does not show where the article is."""
_MOST = 0.75
_MAJORITY = 0.4


def find_article(root: Element) -> tuple[list[Found], frozenset[int]]:
    """All blocks of the page, and the indices of those that belong to the article."""
    body = root.find(".//body")
    found = find_blocks(body if body is not None else root, _never_furniture(root))
    inside = set(_area(root, found).iter())
    return found, frozenset(
        i for i, block in enumerate(found) if block.place.element in inside and _belongs(block)
    )


def is_prose(block: Found) -> bool:
    return (
        block.place.kind in ("text", "quote", "list_item")
        and not block.place.furniture
        and len(block.text) >= _PROSE_LETTERS
        and block.link_share < 0.5
    )


def _belongs(block: Found) -> bool:
    place = block.place
    if place.furniture or place.kind in ("caption", "embed"):
        return False
    return not (block.link_share > 0.8 and place.kind in ("list_item", "heading"))


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
    lengths = (len(text.strip()) for text in texts if text)
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
