"""Parts of a web page that others have written or that lead elsewhere: comments, posts, lists of pages, requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice, takewhile

from narrator.reading import marks
from narrator.reading.markup import Element

_NEAR_ENOUGH = 8
"""Elements around one that are looked at."""


def find_apart(root: Element) -> frozenset[Element]:
    """What readers have written, and what asks for consent; whatever holds the article itself is neither."""
    bodies = [element for element in root.iter("*") if marks.is_body(element)]
    headed = frames([*root.iter("h1"), *bodies])
    framing = frames([*root.iter("article", "main", "nav"), *bodies])
    return with_contents(
        root,
        lambda element: (
            (element not in headed and marks.is_discussion(element))
            or (element not in framing and marks.is_consent(element))
        ),
    )


def find_foreign(root: Element) -> frozenset[Element]:
    """What has authors and dates of its own: posts, comments, forms, lists of other pages."""
    tops = list(root.iter("h1"))
    framed, own = frames(tops), frames(tops[:1])
    titled = frames(filter(_is_linked, root.iter("h1", "h2", "h3", "h4")))
    return with_contents(
        root,
        lambda element: (
            marks.is_foreign(element)
            or (element not in framed and marks.is_discussion(element))
            or (element not in own and _is_teaser(element, titled))
        ),
    )


def _is_teaser(element: Element, titled: set[Element]) -> bool:
    """One of several items, each with a title that leads to its page."""
    if element.tag not in ("li", "article") or element not in titled:
        return False
    beside = (element.getprevious(), element.getnext())
    return any(other in titled and other.tag == element.tag for other in beside if other is not None)


def _is_linked(heading: Element) -> bool:
    around = islice(heading.iterancestors(), 2)
    return next(heading.iter("a"), None) is not None or any(outer.tag == "a" for outer in around)


def with_contents(root: Element, wanted: Callable[[Element], bool]) -> frozenset[Element]:
    """The elements that are wanted, and all they hold; one pass."""
    found: set[Element] = set()
    for element in root.iter("*"):
        if element.getparent() in found or wanted(element):
            found.add(element)
    return frozenset(found)


def frames(elements: Iterable[Element]) -> set[Element]:
    """The elements with all around them."""
    framed: set[Element] = set()
    for element in elements:
        framed.update(takewhile(lambda outer: outer not in framed, element.iterancestors()))
        framed.add(element)
    return framed


def stands_aside(element: Element) -> bool:
    """Whether what an element stands in is beside the article by its name."""
    return any(map(marks.is_aside, islice(element.iterancestors(), _NEAR_ENOUGH)))
