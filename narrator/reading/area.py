"""Which blocks of a web page belong to its article.

A page is weighed by its prose: from the root downwards the element is followed that holds most of it,
until no child does. What stands in that element and is no furniture is the article's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from narrator.reading import marks
from narrator.reading.apart import find_apart, frames, with_contents
from narrator.reading.blocks import PROSE_LETTERS, Found, find_blocks
from narrator.reading.boxes import find_boxes, headed_parts, is_alike, signature
from narrator.reading.declared import Declared
from narrator.reading.leftovers import is_pointer, leftovers
from narrator.reading.length import letters_in
from narrator.reading.looks import find_looked_at
from narrator.reading.markup import Element, text_of
from narrator.reading.top import find_top, is_title

_HOLDERS = ("div", "section", "article", "main", "td")
_PARTS = ("p", "ul", "ol", "dl", "blockquote", "pre", "h1", "h2", "h3")
_STYLED = ("span", "font", "b", "strong", "i", "em", "u", "small", "mark")
_OWN = 0.05
_ELSEWHERE, _BESIDE = 0.05, 0.3
"""What prose outside the article, and inside it beside its body, weighs."""
_SHORT, _LONG = 100, 300
"""Letters of a paragraph, and of more than a teaser or a caption."""
_LARGER = 2
_COLUMN = 3
"""Paragraphs in a row that are no notice."""
_HEADINGS = 50
_MOST = 0.75
_MAJORITY, _WORTHY = 0.4, 0.2
"""Shares of the page's prose: of what has most of it, and of what has enough to be the article."""


@dataclass(frozen=True, slots=True)
class Laid:
    """All blocks of a page, the indices of those that belong to the article, and of the one that heads it."""

    found: tuple[Found, ...]
    article: frozenset[int]
    headline: int | None


def find_article(root: Element, declared: Declared) -> Laid:
    """What of a page is its article."""
    found = find_blocks(root, _never_furniture(root, declared))
    home = _home(found, declared)
    others = frozenset() if home is None else _others(root, home)
    area, *continued = _areas(root, _weighed(root, found, declared, home, others))
    inside = {element for part in (area, *continued) for element in part.iter()}
    inside |= _main_column(inside, found, others) | _spilled(area, found)
    within = [i for i, block in enumerate(found) if block.place.element in inside]
    held = {i for i in within if _belongs(found[i])}
    boxes = find_boxes(area, found, [i for i in held if found[i].is_prose], within)
    pictured = boxes.captions | set(find_looked_at(found, held))
    captions = {i for i in pictured if not _is_of_the_top(found[i], declared)}
    found = [_as_caption(block) if i in captions else block for i, block in enumerate(found)]
    article = held - captions - boxes.prompts
    article -= leftovers(found, article)
    top = find_top(found, article, declared)
    heads = set() if top.headline is None else {top.headline}
    return Laid(tuple(found), frozenset(article | top.others | heads), top.headline)


def _is_own_title(block: Found, declared: Declared) -> bool:
    return block.place.kind == "heading" and is_title(block.text, declared.title or "")


def _is_of_the_top(block: Found, declared: Declared) -> bool:
    """The title, or what is named the summary, which a header may hold with the picture."""
    is_summary = block.is_prose and marks.is_summary(block.place.element)
    return is_summary or _is_own_title(block, declared)


def _as_caption(block: Found) -> Found:
    if block.place.kind not in ("text", "heading", "list_item"):
        return block
    return replace(block, place=replace(block.place, kind="caption", level=0))


def _belongs(block: Found) -> bool:
    place = block.place
    if place.furniture or place.kind in ("caption", "embed"):
        return False
    return not is_pointer(block)


def _never_furniture(root: Element, declared: Declared) -> frozenset[Element]:
    """Elements that hold the headline, the body or most of the page's prose, whatever their names say.

    Comments and requests for consent are furniture also where they are longer than anything else.
    Nor are they a post or a caption.
    """
    apart = find_apart(root)
    texts = root.iter("p", "div", "li", "td", "section")
    told = (element for element in texts if element not in apart and not _is_data(element))
    weights = _sums(root, ((element, _own_prose(element)) for element in told))
    total = weights.get(root, 0)
    near = [
        element
        for element in _about_headline(root, declared.title or "", weights, total)
        if element in weights
    ]
    kept = {element for element in near if weights[element] > _MAJORITY * total}
    for element in root.iter("h1", "div", "article", "section", "main"):
        if element in apart:
            continue
        heavy = weights.get(element, 0) > _WORTHY * total
        if (element.tag == "h1" and _is_headline(element)) or (heavy and marks.is_body(element)):
            kept.update(_with_ancestors(element))
    kept.update(_carriers(root, near, weights))
    return frozenset(kept)


def _is_data(element: Element) -> bool:
    """Text of no paragraph that is not shown: what the page tells its scripts."""
    return element.tag != "p" and marks.is_hidden(element)


def _about_headline(
    root: Element, title: str, weights: dict[Element, float], total: float
) -> Iterable[Element]:
    """What the headline shares the nearest element with that has enough prose, and all around it."""
    for heading, _ in zip(root.iter("h1", "h2", "h3"), range(_HEADINGS), strict=False):
        if is_title(text_of(heading), title):
            outer = heading.iterancestors()
            home = next((element for element in outer if weights.get(element, 0) > _WORTHY * total), root)
            return [*home.iter(), *home.iterancestors()]
    return weights


def _carriers(root: Element, near: list[Element], weights: dict[Element, float]) -> Iterator[Element]:
    """Elements of one make that hold most of the page's prose among them, as the slides of a list do."""
    headed = headed_parts(root)
    groups: dict[frozenset[str], list[Element]] = {}
    for element in near:
        if marks.is_furniture(element) or marks.is_caption(element):
            groups.setdefault(signature(element), []).append(element)
    for group in groups.values():
        prose = sum(weights[element] for element in group)
        least = _SHORT if all(element.tag == "p" or element in headed for element in group) else _LONG
        if prose > _MAJORITY * weights[root] and prose >= least * len(group):
            yield from group


def _is_headline(element: Element) -> bool:
    return len(text_of(element)) > 20


def _has_paragraphs(element: Element, weights: dict[Element, float]) -> bool:
    """Paragraphs of its own stand beside what holds the others; in an article's body be they of any tag."""
    body = marks.is_body(element)
    leaves = (child for child in element if child.tag == "p" or (body and _heaviest(child, weights) is None))
    own = sum(weights.get(child, 0) for child in leaves)
    return element.tag != "body" and own > _OWN * weights.get(element, 0)


def _own_prose(element: Element) -> int:
    """Letters that stand in the element itself; a tail of links and buttons does not count."""
    lengths = (letters_in(text.strip()) for text in _own_texts(element))
    own = sum(length for length in lengths if length > 3)
    return own if own >= PROSE_LETTERS else 0


def _own_texts(element: Element) -> Iterator[str]:
    """What stands in the element, be it in bold or in any style, but not in a block or a link of its own."""
    events = etree.iterwalk(element, events=("start", "end"))
    for event, part in events:
        if event == "end":
            text = part.tail if part is not element else None
        elif part is element or part.tag in _STYLED:
            text = part.text
        else:
            text = None
            events.skip_subtree()
        if text:
            yield text


def _weighed(
    root: Element, found: list[Found], declared: Declared, home: Element | None, others: frozenset[Element]
) -> Iterator[tuple[Element, float]]:
    """The page's prose; what stands beside the element that its markup calls the article or its body weighs less."""
    around = root if home is None else home
    near = set(around.iter())
    bodies = with_contents(around, lambda element: element.tag in _HOLDERS and marks.is_body(element))
    prose = [block for block in found if block.is_prose]
    divided = any(block.place.element in bodies for block in prose)
    outside = _ELSEWHERE if home is None and _heads(found, bodies, declared) else _BESIDE
    for block in prose:
        element = block.place.element
        if element in others and element not in near:
            continue
        share = _ELSEWHERE if element not in near else outside if divided and element not in bodies else 1.0
        yield element, len(block.text) * share


def _others(root: Element, home: Element) -> frozenset[Element]:
    """What stands on the same page in articles of their own, each with its headline."""
    around = {home, *home.iterancestors()}
    headed = frames(root.iter("h1")) - around
    return with_contents(root, lambda element: element in headed and marks.is_article(element))


def _heads(found: list[Found], bodies: frozenset[Element], declared: Declared) -> bool:
    """The first prose under the headline stands in a body."""
    heads = [i for i, block in enumerate(found) if _is_own_title(block, declared)]
    first = next((block for block in found[max(heads, default=0) :] if block.is_prose), None)
    return bool(heads) and first is not None and first.place.element in bodies


def _home(found: list[Found], declared: Declared) -> Element | None:
    """The innermost element around the headline that has prose and markup calls an article or the main part."""
    prose = frames(block.place.element for block in found if block.is_prose)
    title = declared.title or ""
    said = [block for block in found if block.place.kind == "heading" and is_title(block.text, title)]
    for block in sorted(said, key=lambda block: block.place.level)[:_HEADINGS]:
        homes = (e for e in block.place.element.iterancestors() if marks.is_article(e) and e in prose)
        if (home := next(homes, None)) is not None:
            return home
    return None


def _areas(root: Element, weighed: Iterable[tuple[Element, float]]) -> list[Element]:
    """The deepest element that still holds nearly all prose, and no paragraph or list; then parts built alike."""
    weights = _sums(root, weighed)
    area = root
    continued: list[Element] = []
    while True:
        heaviest = _heaviest(area, weights)
        if heaviest is None or heaviest.tag in _PARTS or _has_paragraphs(area, weights):
            return [area, *continued]
        if weights[heaviest] <= _MOST * weights[area]:
            return [area, *continued]
        continued += _continued(heaviest, area, weights)
        area = heaviest


def _main_column(inside: set[Element], found: list[Found], others: frozenset[Element]) -> set[Element]:
    """An element elsewhere that has far more paragraphs of its own than all of the area, with what it holds."""
    own: Counter[Element] = Counter()
    prose = 0
    for block in found:
        element = block.place.element
        column = element.getparent()
        if block.is_prose and element in inside:
            prose += len(block.text)
        elif block.is_prose and column is not None and element not in others:
            own[column] += len(block.text)
    most = own.most_common(1)
    return set(most[0][0].iter()) if most and most[0][1] > _LARGER * prose else set()


def _spilled(area: Element, found: list[Found]) -> set[Element]:
    """Paragraphs that follow the area in what is around it, step by step, as where markup closes too much."""
    prose = {block.place.element: len(block.text) for block in found if block.is_prose}
    inside = set(area.iter())
    least = _WORTHY * sum(length for element, length in prose.items() if element in inside)
    spilled: set[Element] = set()
    for inner in (area, *area.iterancestors()):
        parts = [part for part in inner.itersiblings() if part.tag in _PARTS]
        lengths = [prose[part] for part in parts if part.tag == "p" and part in prose]
        if len(lengths) >= _COLUMN and sum(lengths) > least:
            spilled.update(element for part in parts for element in part.iter())
    return spilled


def _continued(part: Element, area: Element, weights: dict[Element, float]) -> Iterator[Element]:
    """Siblings that are built as a part of an article is, or of bodies of the same make, without a headline of their
    own.
    """
    named, bodies = bool(part.get("class") or marks.is_body(area)), _bodies(part)
    for other in area:
        if other is part or next(other.iter("h1"), None) is not None:
            continue
        if (named and _is_built_alike(other, part, weights)) or not bodies.isdisjoint(_bodies(other)):
            yield other


def _bodies(part: Element) -> set[frozenset[str]]:
    """How those children are made that a part calls the article's text."""
    return {signature(child) for child in part if child.tag in _HOLDERS and marks.is_body(child)}


def _is_built_alike(one: Element, other: Element, weights: dict[Element, float]) -> bool:
    """Down to where both have their paragraphs."""
    while is_alike(one, other):
        if _has_p(one, weights) and _has_p(other, weights):
            return True
        inner, others = _heaviest(one, weights), _heaviest(other, weights)
        if inner is None or others is None:
            return inner is others and one in weights and other in weights
        one, other = inner, others
    return False


def _has_p(element: Element, weights: dict[Element, float]) -> bool:
    return any(child.tag == "p" and child in weights for child in element)


def _heaviest(element: Element, weights: dict[Element, float]) -> Element | None:
    return max(
        (child for child in element if child in weights), key=lambda child: weights[child], default=None
    )


def _sums(root: Element, weighted: Iterable[tuple[Element, float]]) -> dict[Element, float]:
    """The weight of every element with all it holds; one pass from the last element to the first."""
    sums: dict[Element, float] = {}
    for element, weight in weighted:
        sums[element] = sums.get(element, 0) + weight
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and element in sums and element is not root:
            sums[parent] = sums.get(parent, 0) + sums[element]
    return sums


def _with_ancestors(element: Element) -> list[Element]:
    return [element, *element.iterancestors()]
