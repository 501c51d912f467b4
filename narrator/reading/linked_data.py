"""JSON-LD of a web page: what it says of its article in schema.org's words."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from narrator.patterns import compiled
from narrator.reading.markup import Element, text_of

_ARTICLE = compiled(r"(?:\w*Article|\w*Posting|Report|Review|CreativeWork|Recipe|Chapter)", re.IGNORECASE)
_WRAPPING = compiled(r"\A(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\Z")
_TRAILING_COMMA = compiled(r",(\s*[}\]])")
_MARKUP = compiled(r"</?[a-zA-Z][^<>]{0,500}>")
_MAX_NODES = 5_000

Json = dict[str, object] | list[object] | str | float | bool | None


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What the article's node says; empty where it says nothing."""

    headline: str = ""
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    """Authors that are no persons."""
    published: str = ""
    language: str = ""
    site: str = ""
    image: str = ""
    url: str = ""
    description: str = ""
    body: str = ""


def read_linked_data(tree: Element) -> LinkedData:
    """The article among the page's JSON-LD: the one with most to say, if there are several."""
    nodes = [node for script in _scripts(tree) for node in _nodes(_parsed(script))]
    by_id = {
        node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1
    }
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        return LinkedData(site=_site(nodes))
    return _said(max(articles, key=_weight), by_id, nodes)


def _scripts(tree: Element) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            yield text_of(script)


def _parsed(text: str) -> Json:
    text = _WRAPPING.sub("", text.strip())
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)  # type: ignore[no-any-return]
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Json) -> Iterator[dict[str, object]]:
    """Every object of the graph, outermost first."""
    waiting: deque[object] = deque([data])
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _is_article(node: dict[str, object]) -> bool:
    if any(_ARTICLE.fullmatch(kind.rpartition("/")[2]) for kind in _strings(node.get("@type"))):
        return "headline" in node or "datePublished" in node or "articleBody" in node
    return False


def _weight(node: dict[str, object]) -> int:
    wanted = (
        "headline",
        "datePublished",
        "author",
        "articleBody",
        "mainEntityOfPage",
        "publisher",
        "description",
    )
    return sum(bool(node.get(key)) for key in wanted)


def _said(
    node: dict[str, object], by_id: dict[object, dict[str, object]], nodes: list[dict[str, object]]
) -> LinkedData:
    authors = [_resolved(a, by_id) for key in ("author", "creator") for a in _listed(node.get(key))]
    return LinkedData(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        people=_names(authors, organizations=False),
        organizations=_names(authors, organizations=True),
        published=_text(node.get("datePublished"))
        or _text(node.get("dateCreated"))
        or _text(node.get("uploadDate")),
        language=_language(node.get("inLanguage")),
        site=_name(_resolved(_first(node.get("publisher")), by_id)) or _site(nodes),
        image=_address(_resolved(_first(node.get("image")), by_id)),
        url=_address(_first(node.get("mainEntityOfPage"))) or _address(_first(node.get("url"))),
        description=_text(node.get("description")),
        body=_lines(node.get("articleBody")),
    )


def _names(authors: list[object], *, organizations: bool) -> tuple[str, ...]:
    chosen = (author for author in authors if _is_organization(author) is organizations)
    return tuple(dict.fromkeys(name for author in chosen for name in _strings_of_name(author)))


def _is_organization(author: object) -> bool:
    return isinstance(author, dict) and any("Organization" in kind for kind in _strings(author.get("@type")))


def _strings_of_name(value: object) -> list[str]:
    if isinstance(value, dict):
        given = " ".join(filter(None, (_text(value.get(key)) for key in ("givenName", "familyName"))))
        return [_text(name) for name in _strings(value.get("name"))] or [given] * bool(given)
    return [_text(value)] if isinstance(value, str) else []


def _site(nodes: list[dict[str, object]]) -> str:
    wanted = ("WebSite", "NewsMediaOrganization", "Organization")
    for kind in wanted:
        for node in nodes:
            if kind in _strings(node.get("@type")) and _name(node):
                return _name(node)
    return ""


def _resolved(value: object, by_id: dict[object, dict[str, object]]) -> object:
    """The node that an `@id` alone stands for."""
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def _name(value: object) -> str:
    return next(iter(_strings_of_name(value)), "")


def _language(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return _text(_first(value))


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or value.get("@id")
    return _text(_first(value))


def _first(value: object) -> object:
    return next(iter(_listed(value)), None)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _strings(value: object) -> list[str]:
    return [item for item in _listed(value) if isinstance(item, str)]


def _lines(value: object) -> str:
    """The text of an article with its line breaks, freed from tags where there are any."""
    return html.unescape(_MARKUP.sub("\n", value)) if isinstance(value, str) else ""


def _text(value: object) -> str:
    """Values are often escaped for HTML although JSON does not ask for it."""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
