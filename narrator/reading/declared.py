"""What a web page declares about itself: JSON-LD, Open Graph, microdata, meta tags, times."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import filterfalse, islice

from narrator.model import Metadata
from narrator.patterns import compiled
from narrator.reading import marks
from narrator.reading.address import claimed_address, meant_as_address
from narrator.reading.apart import find_foreign
from narrator.reading.authors import clean_authors, first_name_first, names_in_dateline, names_other_work
from narrator.reading.dates import day_in_address, parse_day
from narrator.reading.language import language_tag
from narrator.reading.length import words_in
from narrator.reading.linked_data import LinkedData, read_linked_data
from narrator.reading.markup import Element, heading_of, text_of
from narrator.reading.text import clean
from narrator.reading.titles import (
    quotes_before,
    rubrics_behind,
    same,
    share_of,
    site_behind,
    without_page,
    without_site,
)

_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date", "dc.date.created", "citation_publication_date", "citation_date", "article.published",
    "published-date", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "date", "ptime", "og:pubdate", "publication-date", "published_time", "displaydate",
    "article.created", "created",
)  # fmt: skip
_AUTHOR_NAMES = (
    "author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator", "citation_author", "authors", "article.author", "cxenseparse:author",
    "byline", "og:author", "article_author", "article.author.name", "mediator_author",
)  # fmt: skip
_TEXT_TAGS = ("div", "span", "td", "p", "b", "strong", "font")
_AUTHOR_PAGE = compiled(
    r"/(?:authors?|autor(?:e[ns]?|i)?|auteurs?|byline|editors|contributors?|journalists?|profiles?|reporters?|staff|writers?)"
    r"/[^/?#]+/?(?:[?#].*)?$"
)
_WRITTEN = compiled(r"\b(?:by|von|par|por|da|di|door|av|af|przez|autor\w*|yazan|författare|автор\w*)\b", re.I)
"""What some call the author on a card for social networks, whose fields have free labels."""
_PUBLISHER_NAMES = ("publisher", "copyright", "dc.publisher", "dcterms.publisher", "article:publisher")
_TITLE_NAMES = (
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "title",
)
_MAX_HEADINGS = 50
_BADGE_WORDS = 2
_DOMAIN_END = compiled(r"(?<=\w{3})\.[a-z]{2,3}$")
"""Of a site that is called by its address: `Planet.example`."""
_CORE_LETTERS = 12
"""A shorter title may be a rubric."""
_LAST_NAME_FIRST = ("dc.creator", "dcterms.creator", "citation_author")
_NEAR_ENOUGH = 8
_SIGNED_TAGS = ("a", "span", "p", "div", "address", "li", "strong")
_STAMPED_TAGS = ("abbr", "span", "div", "p")
_STAMP = compiled(r"published|updated|timestamp")
"""Classes of what has the time in its title (microformats, hAtom)."""
_OF_ADDRESS = compiled(r"^(?:@|https?://(?:www\.)?|www\.(?=\S+$))|/$")
"""What an address or the name of an account has around the name of a site."""
_AGREES = 0.6
_HEADLINE_WORDS = 4
_MOST_AUTHORS = 10
_BYLINE_LETTERS = 160
_DAY_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Declared:
    """What the page says, cleaned; nothing of it has been compared with the text."""

    title: str | None
    titled: bool
    """The title is declared as the article's, not only as the window's."""
    window: str
    """The title of the window, with the name of the site."""
    metadata: Metadata
    description: str
    body: str
    """The article's text in JSON-LD, mostly absent."""


def read_declared(tree: Element) -> Declared:
    """Everything a page declares; what it contradicts is settled in favour of JSON-LD."""
    data, meta = read_linked_data(tree), _meta(tree)
    named = _first(meta, "og:site_name") or data.site or _first(meta, "application-name", "twitter:site")
    site = _OF_ADDRESS.sub("", named) or None
    url = _url(tree, data, meta)
    foreign = find_foreign(tree)
    metadata = Metadata(
        authors=_authors(tree, data, meta, site, foreign),
        date=_date(tree, data, meta, url, foreign),
        language=_language(tree, data, meta),
        site=site,
        url=url,
        image=_image(data, meta, url),
    )
    description = data.description or _first(meta, "og:description", "description", "twitter:description")
    titled = bool(data.headline or _first(meta, "og:title", "twitter:title"))
    return Declared(_title(tree, data, meta, site), titled, _window(tree), metadata, description, data.body)


def _meta(tree: Element) -> dict[str, list[str]]:
    """Contents of meta tags by their lower-case name, property or itemprop; some call the content a value."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or element.get("value") or "").split())
        if "itemprop" in element.attrib and _is_of_media(element):
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(key)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], *names: str) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _title(tree: Element, data: LinkedData, meta: dict[str, list[str]], site: str | None) -> str | None:
    """The page's own heading where a declared title agrees with it, else the declared title."""
    tops = _headings(tree, "h1")
    heads = dict.fromkeys(tops + _headings(tree, "h2", "h3"))
    named = [
        data.headline,
        *(_first(meta, name) for name in _TITLE_NAMES),
        _itemprop(tree, "headline"),
        _window(tree),
    ]
    cut = dict.fromkeys(without_site(title, site, list(heads)) for title in map(_whole, named) if title)
    rubrics = {site or "", *rubrics_behind(_window(tree), heads)}
    declared = [title for title in cut if all(same(title, each) < 1 for each in rubrics)] or list(cut)
    scores = {
        head: max(
            ((_agreement(head, title, head in tops), -rank) for rank, title in enumerate(declared)),
            default=(0.0, 0),
        )
        for head in heads
    }
    best = max(heads, key=lambda head: scores[head], default=None)  # of equals the first: h1 before h2
    if best and scores[best][0] >= _AGREES:
        return next((title for title in declared if _is_core(title, best, declared)), best)
    if told := _shown_title(tree, declared[1:], site):
        return told
    alone = len(tops) == 1 and words_in(tops[0]) >= _HEADLINE_WORDS and same(tops[0], site or "") < _AGREES
    return tops[0] if alone else next(iter([*declared, *tops]), None)


def _shown_title(tree: Element, declared: list[str], site: str | None) -> str | None:
    """A declared title that some element without the markup of a heading shows."""
    texts = {" ".join((element.text or "").split()) for element in tree.iter(*_TEXT_TAGS)}
    long = [text for text in texts if words_in(text) >= _HEADLINE_WORDS]
    cut = (without_site(title, site, long) for title in declared)
    return next((title for title in cut if title in long), None)


def _window(tree: Element) -> str:
    return " ".join((tree.findtext(".//head/title") or tree.findtext(".//title") or "").split())


def _agreement(head: str, title: str, is_top: bool) -> float:
    """How well a heading agrees with a declared title; a top heading may say more than the title."""
    return max(same(head, title), _AGREES * share_of(title, head) if is_top else 0.0)


def _is_core(title: str, heading: str, declared: list[str]) -> bool:
    """The heading is the title with a kicker in front, or with a badge behind it that no declared title has."""
    if len(title) < _CORE_LETTERS or title == heading or quotes_before(heading.rstrip(" ."), title):
        return False
    badge = heading.removeprefix(title) if heading.startswith(title + " ") and heading not in declared else ""
    return heading.rstrip(" .").endswith(title) or 0 < len(badge.split()) <= _BADGE_WORDS


def _headings(tree: Element, *tags: str) -> list[str]:
    texts = (
        _whole(heading_of(element))
        for element, _ in zip(tree.iter(*tags), range(_MAX_HEADINGS), strict=False)
    )
    return [text for text in texts if 3 < len(text) < 400]


def _whole(title: str) -> str:
    return without_page(clean(title))


def _authors(
    tree: Element,
    data: LinkedData,
    meta: dict[str, list[str]],
    site: str | None,
    foreign: frozenset[Element],
) -> tuple[str, ...]:
    """The first source that names a person."""
    written = _first(meta, "twitter:data1") if _WRITTEN.search(_first(meta, "twitter:label1")) else ""
    window = _window(tree)
    signed = (e for e in tree.iter(*_SIGNED_TAGS) if e not in foreign or _is_author_of_article(e))
    own = [element for element in signed if not names_other_work(_lead(element))]
    sources = (
        data.people,
        _in_meta(meta)[:_MOST_AUTHORS],
        [written] if written else [],
        _texts(own, lambda e: e.get("rel") == "author" or _is_author(e)),
        [name for element in filter(_is_author, own) for name in _named(element)],
        _correspondents(own),
        _texts(own, _is_byline),
        _texts(own, lambda e: _leads_to_author(e) and not _is_of_teaser(e, window)),
        data.organizations,
    )
    site = _DOMAIN_END.sub("", site or site_behind(window) or "") or None
    found = [names for source in sources if (names := clean_authors(source, site))]
    return next((names for names in found if not _begins(site or "", names)), next(iter(found), ()))


def _begins(site: str, names: tuple[str, ...]) -> bool:
    """The site is called as they are and more: it may be theirs, or they nobody's."""
    return all(site.casefold().startswith(f"{name} ".casefold()) for name in names)


def _in_meta(meta: dict[str, list[str]]) -> list[str]:
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


def _is_author_of_article(element: Element) -> bool:
    """By microdata, wherever it stands: the nearest item that it is a property of is an article."""
    if not _is_author(element):
        return False
    item = next((e for e in element.iterancestors() if "itemscope" in e.attrib), None)
    return item is not None and item.get("itemtype", "").endswith(("Article", "BlogPosting"))


def _leads_to_author(element: Element) -> bool:
    """A link to the page of an author, that stands in no sentence."""
    around = element.getparent()
    if around is None or not _AUTHOR_PAGE.search(element.get("href", "")) or _is_aside(element):
        return False
    return around.tag != "p" or len(text_of(around)) < _BYLINE_LETTERS


def _is_of_teaser(element: Element, window: str) -> bool:
    """Right before it, or before its wrapper, stands the title of another page as a link to it."""
    before = (one.getprevious() for one in (element, *islice(element.iterancestors(), 1)))
    links = (link for one in before if one is not None for link in islice(one.iter("a"), 1))
    titles = (title for link in links if words_in(title := text_of(link)) >= _HEADLINE_WORDS)
    return any(share_of(title, window) < _AGREES for title in titles)


def _near(element: Element) -> Element:
    """What holds a name and its neighbours."""
    return next(islice(element.iterancestors(), 1, 2), element)


def _date(
    tree: Element, data: LinkedData, meta: dict[str, list[str]], url: str | None, foreign: frozenset[Element]
) -> dt.date | None:
    declared = [data.published, *(value for name in _DATE_NAMES for value in meta.get(name, ()))]
    days = (parse_day(text) for text in [*declared, _itemprop(tree, "datePublished"), *_times(tree, foreign)])
    return next(filter(None, days), None) or day_in_address(url) or _day_of_title(_window(tree))


def _day_of_title(window: str) -> dt.date | None:
    """Some name the day behind the headline and the site.

    >>> _day_of_title("Bridge to be mended | DP | 09.02.2024"), _day_of_title("The storm of 09.02.2024")
    (datetime.date(2024, 2, 9), None)
    """
    _, bar, last = window.rpartition("|")
    return parse_day(last.strip()) if bar and len(last) < _DAY_LETTERS else None


def _times(tree: Element, foreign: frozenset[Element]) -> list[str]:
    """`<time>` elements, those that say they are the date of publication first; not those of posts, comments, lists."""
    own = (e for e in tree.iter("time", *_STAMPED_TAGS) if e not in foreign and not _is_aside(e))
    times, stamped = [], []
    for element in own:
        if element.tag == "time":
            times.append(element)
        elif "title" in element.attrib and _STAMP.search(element.get("class", "")):
            stamped.append(element)
    stamps = [e.get("datetime") or text_of(e) for e in sorted(times, key=_is_update)][:5]
    return stamps + [element.get("title", "") for element in sorted(stamped, key=_is_update)[:5]]


def _is_aside(element: Element) -> bool:
    return any(map(marks.is_aside, islice(element.iterancestors(), _NEAR_ENOUGH)))


def _is_update(element: Element) -> bool:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
    return ("modif" in names or "update" in names) and "publish" not in names


def _itemprop(tree: Element, name: str) -> str:
    for element in tree.iter("time", "span", "div", "h1", "h2", "p", "meta"):
        if name in element.get("itemprop", "").split() and not _is_of_media(element):
            return (
                element.get("content") or element.get("datetime") or element.get("value") or text_of(element)
            )
    return ""


def _is_of_media(element: Element) -> bool:
    """Whether microdata tells it of a picture, a video or a sound on the page."""
    items = (outer.get("itemtype", "") for outer in element.iterancestors() if "itemscope" in outer.attrib)
    return next(items, "").endswith("Object")


def _language(tree: Element, data: LinkedData, meta: dict[str, list[str]]) -> str | None:
    html_tag = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    )
    said = (
        html_tag,
        _first(meta, "content-language", "language", "dc.language"),
        data.language,
        _first(meta, "og:locale"),
    )
    return next((tag for text in said if (tag := language_tag(text))), None)


def _url(tree: Element, data: LinkedData, meta: dict[str, list[str]]) -> str | None:
    links = [e.get("href") for e in tree.iter("link") if "canonical" in e.get("rel", "").lower().split()]
    base = _first(meta, "og:url") or data.url
    claims = [*links, _first(meta, "og:url"), data.url]
    return next((url for claim in claims if (url := claimed_address(claim, base))), None)


def _image(data: LinkedData, meta: dict[str, list[str]], url: str | None) -> str | None:
    image = _first(
        meta, "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"
    )
    image = image or data.image
    return image if meant_as_address(image) else claimed_address(image, url)
