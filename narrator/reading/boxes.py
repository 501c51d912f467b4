"""Boxes amid the prose of a page: small elements that are built unlike the paragraphs around them.

Publishing systems give every paragraph of an article the same parent, or parents of the same class. A small
element beside them that holds a picture is that with its caption; one of links or a few words is a prompt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from narrator.reading import marks
from narrator.reading.apart import frames
from narrator.reading.blocks import Found
from narrator.reading.length import words_in
from narrator.reading.markup import Element

_WRAPPERS = frozenset(
    ("div", "section", "article", "table", "span", "center", "header", "details", "a", "td", "dl")
)
_PICTURES = (*marks.PICTURE_TAGS, "audio", "svg", "canvas")
_TRUSTED = 0.1
"""A kind of parent that holds this share of the prose is where paragraphs stand."""
_SMALL_WORDS = 40
_CAPTION_WORDS = 80
_SENTENCE_WORDS = 8
_SENTENCE_ENDS = '.!?…”"»'
_ITEM_WORDS = 4
_CREDIT_LETTERS = 80
_MANY, _HEADING_WORDS, _NEAR = 3, 12, 2
_MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Boxes:
    """Indices of blocks that stand in boxes."""

    captions: frozenset[int]
    prompts: frozenset[int]


def find_boxes(area: Element, found: list[Found], prose: Iterable[int], inside: Iterable[int]) -> Boxes:
    """The boxes of an article: `prose` are blocks that are surely paragraphs, `inside` all that it holds."""
    paragraphs = [found[i] for i in prose]
    trusted = _trusted_parents(paragraphs)
    if not trusted:
        return Boxes(frozenset(), frozenset())
    around = frames(
        _home(b.place.element) for b in paragraphs if signature(_home(b.place.element)) in trusted
    )
    boxes: dict[Element, list[int]] = {}
    for i in inside:
        box = _box(found[i].place.element, area, trusted, around)
        if box is not None:
            boxes.setdefault(box, []).append(i)
    for item in _items(boxes, headed_parts(area)) | _headings(boxes, found):
        del boxes[item]
    captions = {i for box, held in boxes.items() if _is_picture(box, held, found) for i in held}
    prompts = {i for box, held in boxes.items() if _is_prompt(held, found) for i in held}
    return Boxes(frozenset(captions), frozenset(prompts - captions))


def _items(boxes: Iterable[Element], headed: set[Element]) -> set[Element]:
    """Boxes of one make, each with its heading: the items of a list, and no boxes amid the prose."""
    makes: dict[frozenset[str], set[Element]] = {}
    for box in headed.intersection(boxes):
        makes.setdefault(signature(box), set()).add(box)
    return set().union(*(made for made in makes.values() if len(made) >= _MANY))


def _headings(boxes: dict[Element, list[int]], found: list[Found]) -> set[Element]:
    """Boxes of one make, each with a few words of its own before a paragraph: the headings of a list."""
    makes: dict[frozenset[str], dict[str, Element]] = {}
    for box, held in boxes.items():
        title = found[held[0]]
        short = len(held) == 1 and 2 <= words_in(title.text) <= _HEADING_WORDS and not title.linked
        if short and any(block.is_prose for block in found[held[0] + 1 : held[0] + 1 + _NEAR]):
            makes.setdefault(signature(box), {})[title.text] = box
    return {box for made in makes.values() if len(made) >= _MANY for box in made.values()}


def is_alike(one: Element, other: Element) -> bool:
    """Whether two elements have a tag and most of their classes in common."""
    return _alike(signature(one), signature(other))


def signature(element: Element) -> frozenset[str]:
    """Tag and classes; numbers in them count the elements."""
    classes = element.get("class", "").split()[:20]
    return frozenset((f"<{element.tag}>", *(name for name in classes if not any(map(str.isdigit, name)))))


def headed_parts(root: Element) -> set[Element]:
    """What holds a heading that leads nowhere, as the items of a list do and boxes about other pages do not."""
    headings = (h for h in root.iter("h2", "h3", "h4") if next(h.iter("a"), None) is None)
    return frames(h for h in headings if not any(outer.tag == "a" for outer in islice(h.iterancestors(), 3)))


def stands_by_picture(block: Found) -> bool:
    """Whether a block outside the prose shares a small wrapper with a picture."""
    around = (block.place.element, *islice(block.place.element.iterancestors(), 3))
    wrappers = (element for element in around if element.tag in _WRAPPERS)
    small = (wrapper for wrapper in wrappers if _holds_fewer(wrapper, 2 * len(block.text) + _CREDIT_LETTERS))
    return any(_holds(wrapper, *_PICTURES) and not _holds(wrapper, "h1", "h2") for wrapper in small)


def _holds(element: Element, *tags: str) -> bool:
    return next(element.iter(*tags), None) is not None


def _trusted_parents(prose: Iterable[Found]) -> list[frozenset[str]]:
    weights: Counter[frozenset[str]] = Counter()
    for block in prose:
        if not _fills_picture_box(block):
            weights[signature(_home(block.place.element))] += len(block.text)
    return [kind for kind, weight in weights.items() if weight > _TRUSTED * weights.total()]


def _fills_picture_box(block: Found) -> bool:
    """A long text that stands alone with a picture, in no paragraph of its own."""
    box = block.place.element
    return (
        box.tag in _WRAPPERS
        and _holds(box, *_PICTURES)
        and _holds_fewer(box, len(block.text) + _CREDIT_LETTERS)
    )


def _holds_fewer(element: Element, letters: int) -> bool:
    """Counted no further than that: a thousand blocks may stand in one element."""
    for text in element.itertext():
        letters -= len(" ".join(str(text).split()))
        if letters <= 0:
            return False
    return True


def _home(element: Element) -> Element:
    """What a paragraph stands in; text that stands in a wrapper itself has that for a home."""
    parent = element.getparent()
    return element if element.tag in _WRAPPERS or parent is None else parent


def _box(
    element: Element, area: Element, trusted: list[frozenset[str]], around: set[Element]
) -> Element | None:
    """The outermost wrapper around a block that is no home of paragraphs and holds none."""
    box = None
    for outer in _up_to(element, area):
        if outer.tag not in _WRAPPERS:
            continue
        if outer in around or any(_alike(signature(outer), kind) for kind in trusted):
            return box
        box = outer
    return box


def _up_to(element: Element, area: Element) -> Iterator[Element]:
    at: Element | None = element
    for _ in range(_MAX_DEPTH):
        if at is None or at is area:
            return
        yield at
        at = at.getparent()


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) * 2 > len(one | other)


def _is_picture(box: Element, held: list[int], found: list[Found]) -> bool:
    if _words(held, found) > _CAPTION_WORDS:
        return False
    return _holds(box, *_PICTURES) or any(map(marks.is_picture, box.iter("div", "p", "span")))


def _is_prompt(held: list[int], found: list[Found]) -> bool:
    linked = sum(found[i].linked for i in held)
    letters = sum(len(found[i].text) for i in held)
    if linked * 2 > letters:
        return True
    return _words(held, found) < _SMALL_WORDS and not (linked == 0 and _is_plain([found[i] for i in held]))


def _is_plain(blocks: list[Found]) -> bool:
    """Systems also wrap sub-headings, quotations, lists and single paragraphs of the article."""
    kinds = {block.place.kind for block in blocks}
    words = sum(words_in(block.text) for block in blocks) / len(blocks)
    if kinds == {"table"}:
        return True
    if kinds == {"list_item"}:
        return len(blocks) > 1 and words >= _ITEM_WORDS
    if len(blocks) > 1:
        return _is_titled_list(blocks) or _is_unfolded(blocks)
    sentence = words >= _SENTENCE_WORDS and blocks[0].text[-1] in _SENTENCE_ENDS
    return sentence or kinds <= {"heading", "quote"} or marks.is_subheading(blocks[0].place.element)


def _is_titled_list(blocks: list[Found]) -> bool:
    """A heading, or a few words with a colon, above points that are sentences; titles of other pages are none."""
    title, *points = blocks
    titled = title.place.kind == "heading" or title.text[-1] == ":"
    listed = sum(block.place.kind == "list_item" for block in points) > 1
    return titled and listed and all(block.text[-1] in _SENTENCE_ENDS for block in points)


def _is_unfolded(blocks: list[Found]) -> bool:
    """A paragraph that a page shows when the line above it is clicked."""
    line, *told = blocks
    sentences = all(words_in(b.text) >= _SENTENCE_WORDS and b.text[-1] in _SENTENCE_ENDS for b in told)
    return line.place.element.tag == "summary" and sentences


def _words(held: list[int], found: list[Found]) -> int:
    return sum(words_in(found[i].text) for i in held)
