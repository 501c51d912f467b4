"""Who a web page says wrote its article: in its data, its meta tags, and the bylines that it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import filterfalse, islice

from narrator.patterns import compiled
from narrator.reading import marks
from narrator.reading.apart import stands_aside
from narrator.reading.authors import clean_authors, first_name_first, names_in_dateline, names_other_work
from narrator.reading.length import words_in
from narrator.reading.linked_data import LinkedData
from narrator.reading.markup import Element, text_of
from narrator.reading.meta_tags import MetaTags, first_of
from narrator.reading.titles import AGREES, HEADLINE_WORDS, share_of, site_behind

_AUTHOR_NAMES = (
    "author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator", "citation_author", "authors", "article.author", "cxenseparse:author",
    "byline", "og:author", "article_author", "article.author.name", "mediator_author",
)  # fmt: skip
_LAST_NAME_FIRST = ("dc.creator", "dcterms.creator", "citation_author")
_PUBLISHER_NAMES = ("publisher", "copyright", "dc.publisher", "dcterms.publisher", "article:publisher")
_WRITTEN = compiled(r"\b(?:by|von|par|por|da|di|door|av|af|przez|autor\w*|yazan|författare|автор\w*)\b", re.I)
"""What some call the author on a card for social networks, whose fields have free labels."""
_AUTHOR_PAGE = compiled(
    r"/(?:authors?|autor(?:e[ns]?|i)?|auteurs?|byline|editors|contributors?|journalists?|muhabir(?:ler)?|profiles?|reporters?|staff|writers?|yazar(?:lar)?)"
    r"/[^/?#]+/?(?:[?#].*)?$"
)
_DOMAIN_END = compiled(r"(?<=\w{3})\.[a-z]{2,3}$")
"""Of a site that is called by its address: `Planet.example`."""
_SIGNED_TAGS = ("a", "span", "p", "div", "address", "li", "strong")
_MOST_AUTHORS = 10
_BYLINE_LETTERS = 160


def find_authors(
    tree: Element,
    data: LinkedData,
    meta: MetaTags,
    site: str | None,
    window: str,
    foreign: frozenset[Element],
) -> tuple[str, ...]:
    """Those whom the first source names that names a person; `window` is the title of the page's window."""
    written = first_of(meta, "twitter:data1") if _WRITTEN.search(first_of(meta, "twitter:label1")) else ""
    signed = (e for e in tree.iter(*_SIGNED_TAGS) if e not in foreign or _is_author_of_article(e))
    own = [element for element in signed if not names_other_work(_lead(element))]
    sources = (
        data.people,
        _in_meta(meta)[:_MOST_AUTHORS],
        [written] if written else [],
        _texts(own, lambda e: e.get("rel") == "author" or _is_author(e)),
        [name for element in filter(_is_author, own) for name in _named(element)],
        _correspondents(own),
        _texts(own, lambda e: _is_byline(e) and not _is_in_aside(e)),
        _texts(own, lambda e: _leads_to_author(e) and not _is_of_teaser(e, window)),
        _texts(own, _is_byline),
        data.organizations,
    )
    site = _DOMAIN_END.sub("", site or site_behind(window) or "") or None
    found = [names for source in sources if (names := clean_authors(source, site))]
    return next((names for names in found if not _begins(site or "", names)), next(iter(found), ()))


def _begins(site: str, names: tuple[str, ...]) -> bool:
    """The site is called as they are and more: it may be theirs, or they nobody's."""
    return all(site.casefold().startswith(f"{name} ".casefold()) for name in names)


def _in_meta(meta: MetaTags) -> list[str]:
    """Authors in meta tags, but the publisher; a creator of Dublin Core or of scholars is last name first.

    Format: DCMI Metadata Terms, creator.
    """
    publishers = {value for name in _PUBLISHER_NAMES for value in meta.get(name, ())}
    named = ((name, value) for name in _AUTHOR_NAMES for value in meta.get(name, ()))
    return [
        first_name_first(value) if name in _LAST_NAME_FIRST else value
        for name, value in named
        if value not in publishers
    ]


def _correspondents(elements: Iterable[Element]) -> list[str]:
    """Those whom the first dateline of a Japanese paper names."""
    texts = (element.text or "" for element in elements if element.tag in ("p", "div"))
    return next(filter(None, map(names_in_dateline, texts)), [])


def _lead(element: Element) -> str:
    """The text right before an element."""
    before, around = element.getprevious(), element.getparent()
    return (before.tail if before is not None else around.text if around is not None else None) or ""


def _texts(elements: Iterable[Element], wanted: Callable[[Element], bool]) -> list[str]:
    """Short texts of the first elements that are wanted and stand together; who is quoted is no author."""
    first: Element | None = None
    texts = []
    for element in filterfalse(_is_of_quotation, filter(wanted, elements)):
        parts = (" ".join(str(part).split()) for part in islice(element.itertext(), _BYLINE_LETTERS))
        text = " | ".join(filter(None, parts))
        if not 3 < len(text) < _BYLINE_LETTERS:
            continue
        if first is not None and _near(first) is not _near(element):
            break
        first = element if first is None else first
        texts.append(text)
    return texts[:_MOST_AUTHORS]


def _named(element: Element) -> Iterator[str]:
    """The names that microdata gives a person without showing them."""
    return (e.get("content", "") for e in element.iter("meta") if "name" in e.get("itemprop", "").split())


def _is_of_quotation(element: Element) -> bool:
    return any(map(marks.is_pullquote, (element, *islice(element.iterancestors(), 2))))


def _is_author(element: Element) -> bool:
    return "author" in element.get("itemprop", "").split()


def _is_byline(element: Element) -> bool:
    """By its name; in a caption stands who took the picture."""
    around = (element, *islice(element.iterancestors(), 2))
    return marks.is_byline(element) and not any(map(marks.is_caption, around))


def _is_in_aside(element: Element) -> bool:
    """Where sites have bylines, or those who write for them."""
    return next(element.iterancestors("aside"), None) is not None


def _is_author_of_article(element: Element) -> bool:
    """By microdata, wherever it stands: the nearest item that it is a property of is an article."""
    if not _is_author(element):
        return False
    item = next((e for e in element.iterancestors() if "itemscope" in e.attrib), None)
    return item is not None and item.get("itemtype", "").endswith(("Article", "BlogPosting"))


def _leads_to_author(element: Element) -> bool:
    """A link to the page of an author, that stands in no sentence."""
    around = element.getparent()
    if around is None or not _AUTHOR_PAGE.search(element.get("href", "")) or stands_aside(element):
        return False
    return around.tag != "p" or len(text_of(around)) < _BYLINE_LETTERS


def _is_of_teaser(element: Element, window: str) -> bool:
    """Right before it, or before its wrapper, stands the title of another page as a link to it."""
    before = (one.getprevious() for one in (element, *islice(element.iterancestors(), 1)))
    links = (link for one in before if one is not None for link in islice(one.iter("a"), 1))
    titles = (title for link in links if words_in(title := text_of(link)) >= HEADLINE_WORDS)
    return any(share_of(title, window) < AGREES for title in titles)


def _near(element: Element) -> Element:
    """What holds a name and its neighbours."""
    return next(islice(element.iterancestors(), 1, 2), element)
