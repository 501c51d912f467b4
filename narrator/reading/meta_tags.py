"""The meta tags of a web page, by their names."""

from __future__ import annotations

from narrator.reading.markup import Element

MetaTags = dict[str, list[str]]
"""Contents by lower-case name, property or itemprop."""


def read_meta_tags(tree: Element) -> MetaTags:
    """Those with a content; some call it a value."""
    found: MetaTags = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or element.get("value") or "").split())
        if "itemprop" in element.attrib and is_of_media(element):
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(key)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def first_of(meta: MetaTags, *names: str) -> str:
    """The first content under the first of the names that the page has; empty where it has none."""
    return next((meta[name][0] for name in names if name in meta), "")


def is_of_media(element: Element) -> bool:
    """Whether microdata tells it of a picture, a video or a sound on the page."""
    items = (outer.get("itemtype", "") for outer in element.iterancestors() if "itemscope" in outer.attrib)
    return next(items, "").endswith("Object")
