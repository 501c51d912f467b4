"""Blocks that stand in the area of an article and are none of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from narrator.reading import marks
from narrator.reading.blocks import Found
from narrator.reading.length import words_in
from narrator.reading.markup import Element
from narrator.reading.rows import is_headed

_BEGUN = 3
"""Paragraphs of an article above what readers wrote of it, at least."""
_TOPIC_WORDS = 4
_LABEL_WORDS, _OFTEN = 8, 3
_BOXED, _NEAR = 2, 4
"""Blocks of a box, at least, and elements between it and them."""
_CLOSING = '.!?…”"»。！？'


def leftovers(found: list[Found], article: set[int]) -> set[int]:
    """Of an article's blocks what readers wrote, headings that head nothing, labels, and titles of boxes of links."""
    comments = _discussed(found, article)
    rest = article - comments
    return comments.union(_tail(found, rest), _repeated(found, rest), _bereft(found, rest))


def _discussed(found: list[Found], article: set[int]) -> set[int]:
    """What readers wrote below the article: it follows a heading that counts it."""
    prose = sorted(i for i in article if found[i].is_prose)
    headings = (
        block.place.element
        for block in (found[prose[_BEGUN - 1] :] if len(prose) >= _BEGUN else ())
        if block.place.kind == "heading" and marks.counts_comments(block.text)
    )
    below = {e for heading in headings for part in (heading, *_siblings(heading)) for e in part.iter()}
    return {i for i in article if found[i].place.element in below}


def _siblings(heading: Element) -> Iterator[Element]:
    """What follows it, or the wrapper that it fills."""
    outer = heading.getparent()
    return (heading if outer is None or len(outer) > 1 else outer).itersiblings()


def _tail(found: list[Found], article: set[int]) -> Iterator[int]:
    """Below the last paragraph: headings that head nothing, topics, and other words that are no sentence."""
    last = max((i for i in article if found[i].is_prose or _is_sentence(found[i])), default=len(found))
    headed = False
    for i in sorted((i for i in article if i > last), reverse=True):
        kind = found[i].place.kind
        if kind == "table" and is_headed(found[i].place.element):
            headed = True
            continue
        empty = not headed if kind == "heading" else words_in(found[i].text) < _TOPIC_WORDS
        if empty and found[i].text[-1] not in _CLOSING:
            yield i
        headed = kind != "heading" and (headed or not empty)


def _repeated(found: list[Found], article: set[int]) -> Iterator[int]:
    """Short lines that are no sentence and stand there again and again, as the same credit below many pictures."""
    lines = {i: found[i].text for i in article if _is_label(found[i])}
    times = Counter(lines.values())
    return (i for i, text in lines.items() if times[text] >= _OFTEN)


def _bereft(found: list[Found], article: set[int]) -> Iterator[int]:
    """Headings of boxes in which all else is links."""
    pointers = [i for i, block in enumerate(found) if is_pointer(block)]
    linked, held = _held_by(found, pointers), _held_by(found, range(len(found)))
    for i in article:
        box = found[i].place.element.getparent()
        heads = found[i].place.kind == "heading" and box is not None
        if heads and held[box] > _BOXED and linked[box] + 1 == held[box]:
            yield i


def _held_by(found: list[Found], blocks: Iterable[int]) -> Counter[Element | None]:
    """How many of the blocks stand in an element, or not far below it."""
    return Counter(outer for i in blocks for outer in islice(found[i].place.element.iterancestors(), _NEAR))


def _is_label(block: Found) -> bool:
    return (
        block.place.kind == "text" and words_in(block.text) <= _LABEL_WORDS and block.text[-1] not in _CLOSING
    )


def _is_sentence(block: Found) -> bool:
    return words_in(block.text) >= _TOPIC_WORDS and block.text[-1] in _CLOSING and not block.linked


def is_pointer(block: Found) -> bool:
    """A link to elsewhere and nothing more, or with a label in front, as in "Read more: ..."."""
    if block.link_share > 0.8:
        return True
    label, colon, _ = block.text.partition(":")
    return (
        bool(colon and block.linked)
        and len(label.split()) <= 4
        and len(block.text) - block.linked <= len(label) + 4
    )
