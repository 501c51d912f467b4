"""What a web page declares about itself: JSON-LD, Open Graph, microdata, meta tags, times."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from narrator.model import Metadata
from narrator.patterns import compiled
from narrator.reading.address import claimed_address, meant_as_address
from narrator.reading.apart import find_foreign, stands_aside
from narrator.reading.dates import day_in_address, parse_day
from narrator.reading.language import language_tag
from narrator.reading.length import words_in
from narrator.reading.linked_data import LinkedData, read_linked_data
from narrator.reading.markup import Element, heading_of, text_of
from narrator.reading.meta_tags import MetaTags, first_of, is_of_media, read_meta_tags
from narrator.reading.shown_authors import find_authors
from narrator.reading.text import clean
from narrator.reading.titles import (
    AGREES,
    HEADLINE_WORDS,
    quotes_before,
    rubrics_behind,
    same,
    share_of,
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
_TEXT_TAGS = ("div", "span", "td", "p", "b", "strong", "font")
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
_CORE_LETTERS = 12
"""A shorter title may be a rubric."""
_STAMPED_TAGS = ("abbr", "span", "div", "p")
_STAMP = compiled(r"published|updated|timestamp")
"""Classes of what has the time in its title (microformats, hAtom)."""
_OF_ADDRESS = compiled(r"^(?:@|https?://(?:www\.)?|www\.(?=\S+$))|/$")
"""What an address or the name of an account has around the name of a site."""
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
    data, meta = read_linked_data(tree), read_meta_tags(tree)
    named = first_of(meta, "og:site_name") or data.site or first_of(meta, "application-name", "twitter:site")
    site = _OF_ADDRESS.sub("", named) or None
    url = _url(tree, data, meta)
    window, foreign = _window(tree), find_foreign(tree)
    metadata = Metadata(
        authors=find_authors(tree, data, meta, site, window, foreign),
        date=_date(tree, data, meta, url, window, foreign),
        language=_language(tree, data, meta),
        site=site,
        url=url,
        image=_image(data, meta, url),
    )
    description = data.description or first_of(meta, "og:description", "description", "twitter:description")
    titled = bool(data.headline or first_of(meta, "og:title", "twitter:title"))
    title = _title(tree, data, meta, site, window)
    return Declared(title, titled, window, metadata, description, data.body)


def _title(tree: Element, data: LinkedData, meta: MetaTags, site: str | None, window: str) -> str | None:
    """The page's own heading where a declared title agrees with it, else the declared title."""
    tops = _headings(tree, "h1")
    heads = dict.fromkeys(tops + _headings(tree, "h2", "h3"))
    named = [
        data.headline,
        *(first_of(meta, name) for name in _TITLE_NAMES),
        _itemprop(tree, "headline"),
        window,
    ]
    cut = dict.fromkeys(without_site(title, site, list(heads)) for title in map(_whole, named) if title)
    rubrics = {site or "", *rubrics_behind(window, heads)}
    declared = [title for title in cut if all(same(title, each) < 1 for each in rubrics)] or list(cut)
    scores = {
        head: max(
            ((_agreement(head, title, head in tops), -rank) for rank, title in enumerate(declared)),
            default=(0.0, 0),
        )
        for head in heads
    }
    best = max(heads, key=lambda head: scores[head], default=None)  # of equals the first: h1 before h2
    if best and scores[best][0] >= AGREES:
        return next((title for title in declared if _is_core(title, best, declared)), best)
    if told := _shown_title(tree, declared[1:], site):
        return told
    alone = len(tops) == 1 and words_in(tops[0]) >= HEADLINE_WORDS and same(tops[0], site or "") < AGREES
    return tops[0] if alone else next(iter([*declared, *tops]), None)


def _shown_title(tree: Element, declared: list[str], site: str | None) -> str | None:
    """A declared title that some element without the markup of a heading shows."""
    texts = {" ".join((element.text or "").split()) for element in tree.iter(*_TEXT_TAGS)}
    long = [text for text in texts if words_in(text) >= HEADLINE_WORDS]
    cut = (without_site(title, site, long) for title in declared)
    return next((title for title in cut if title in long), None)


def _window(tree: Element) -> str:
    return " ".join((tree.findtext(".//head/title") or tree.findtext(".//title") or "").split())


def _agreement(head: str, title: str, is_top: bool) -> float:
    """How well a heading agrees with a declared title; a top heading may say more than the title."""
    return max(same(head, title), AGREES * share_of(title, head) if is_top else 0.0)


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


def _date(
    tree: Element, data: LinkedData, meta: MetaTags, url: str | None, window: str, foreign: frozenset[Element]
) -> dt.date | None:
    declared = [data.published, *(value for name in _DATE_NAMES for value in meta.get(name, ()))]
    days = (parse_day(text) for text in [*declared, _itemprop(tree, "datePublished"), *_times(tree, foreign)])
    return next(filter(None, days), None) or day_in_address(url) or _day_of_title(window)


def _day_of_title(window: str) -> dt.date | None:
    """Some name the day behind the headline and the site.

    >>> _day_of_title("Bridge to be mended | DP | 09.02.2024"), _day_of_title("The storm of 09.02.2024")
    (datetime.date(2024, 2, 9), None)
    """
    _, bar, last = window.rpartition("|")
    return parse_day(last.strip()) if bar and len(last) < _DAY_LETTERS else None


def _times(tree: Element, foreign: frozenset[Element]) -> list[str]:
    """`<time>` elements, those that say they are the date of publication first; not those of posts, comments, lists."""
    own = (e for e in tree.iter("time", *_STAMPED_TAGS) if e not in foreign and not stands_aside(e))
    times, stamped = [], []
    for element in own:
        if element.tag == "time":
            times.append(element)
        elif "title" in element.attrib and _STAMP.search(element.get("class", "")):
            stamped.append(element)
    stamps = [e.get("datetime") or text_of(e) for e in sorted(times, key=_is_update)][:5]
    return stamps + [element.get("title", "") for element in sorted(stamped, key=_is_update)[:5]]


def _is_update(element: Element) -> bool:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
    return ("modif" in names or "update" in names) and "publish" not in names


def _itemprop(tree: Element, name: str) -> str:
    for element in tree.iter("time", "span", "div", "h1", "h2", "p", "meta"):
        if name in element.get("itemprop", "").split() and not is_of_media(element):
            return (
                element.get("content") or element.get("datetime") or element.get("value") or text_of(element)
            )
    return ""


def _language(tree: Element, data: LinkedData, meta: MetaTags) -> str | None:
    html_tag = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    )
    said = (
        html_tag,
        first_of(meta, "content-language", "language", "dc.language"),
        data.language,
        first_of(meta, "og:locale"),
    )
    return next((tag for text in said if (tag := language_tag(text))), None)


def _url(tree: Element, data: LinkedData, meta: MetaTags) -> str | None:
    links = [e.get("href") for e in tree.iter("link") if "canonical" in e.get("rel", "").lower().split()]
    base = first_of(meta, "og:url") or data.url
    claims = [*links, first_of(meta, "og:url"), data.url]
    return next((url for claim in claims if (url := claimed_address(claim, base))), None)


def _image(data: LinkedData, meta: MetaTags, url: str | None) -> str | None:
    image = first_of(
        meta, "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"
    )
    image = image or data.image
    return image if meant_as_address(image) else claimed_address(image, url)
