"""Boxes amid the prose of a page: small elements that are built unlike the paragraphs around them.

Publishing systems give every paragraph of an article the same parent, or parents of the same class. A small
element beside them that holds a picture is that with its caption; one of links or a few words is a prompt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from narrator.reading import marks
from narrator.reading.blocks import Found
from narrator.reading.markup import Element

_WRAPPERS = frozenset(
    ("div", "section", "article", "table", "span", "center", "header", "details", "a", "td")
)
_PICTURES = ("img", "picture", "video", "audio", "iframe", "amp-img", "svg", "canvas")
_TRUSTED = 0.1
"""A kind of parent that holds this share of the prose is where paragraphs stand."""
_SMALL_WORDS = 40
_CAPTION_WORDS = 80


@dataclass(frozen=True, slots=True)
class Boxes:
    """Indices of blocks that stand in boxes."""

    captions: frozenset[int]
    prompts: frozenset[int]


def find_boxes(area: Element, found: list[Found], prose: Iterable[int], inside: Iterable[int]) -> Boxes:
    """The boxes of an article: `prose` are blocks that are surely paragraphs, `inside` all that it holds."""
    trusted = _trusted_parents(found[i] for i in prose)
    boxes: dict[Element, list[int]] = {}
    for i in inside:
        box = _box(found[i].place.element, area, trusted)
        if box is not None:
            boxes.setdefault(box, []).append(i)
    captions = {i for box, held in boxes.items() if _is_picture(box, held, found) for i in held}
    prompts = {i for box, held in boxes.items() if _is_prompt(held, found) for i in held}
    return Boxes(frozenset(captions), frozenset(prompts - captions))


def _trusted_parents(prose: Iterable[Found]) -> list[frozenset[str]]:
    weights: Counter[frozenset[str]] = Counter()
    for block in prose:
        weights[_signature(_home(block.place.element))] += len(block.text)
    return [signature for signature, weight in weights.items() if weight > _TRUSTED * weights.total()]


def _home(element: Element) -> Element:
    """What a paragraph stands in; text that stands in a wrapper itself has that for a home."""
    parent = element.getparent()
    return element if element.tag in _WRAPPERS or parent is None else parent


def _box(element: Element, area: Element, trusted: list[frozenset[str]]) -> Element | None:
    """The outermost wrapper around a block that is no home of paragraphs."""
    box = None
    for outer in _up_to(element, area):
        if outer.tag not in _WRAPPERS:
            continue
        if any(_alike(_signature(outer), signature) for signature in trusted):
            return box
        box = outer
    return box


def _up_to(element: Element, area: Element) -> Iterator[Element]:
    at: Element | None = element
    while at is not None and at is not area:
        yield at
        at = at.getparent()


def _signature(element: Element) -> frozenset[str]:
    """Tag and classes; numbers in them count the elements."""
    classes = element.get("class", "").split()[:20]
    return frozenset((f"<{element.tag}>", *(name for name in classes if not any(map(str.isdigit, name)))))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) * 2 > len(one | other)


def _is_picture(box: Element, held: list[int], found: list[Found]) -> bool:
    if _words(held, found) > _CAPTION_WORDS:
        return False
    return next(box.iter(*_PICTURES), None) is not None or any(
        map(marks.is_picture, box.iter("div", "p", "span"))
    )


def _is_prompt(held: list[int], found: list[Found]) -> bool:
    linked = sum(found[i].linked for i in held)
    letters = sum(len(found[i].text) for i in held)
    return linked * 2 > letters or _words(held, found) < _SMALL_WORDS


def _words(held: list[int], found: list[Found]) -> int:
    return sum(len(found[i].text.split()) for i in held)
