"""What tags, roles, classes and ids say an element is: words that publishing systems share."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import islice, pairwise

from narrator.patterns import compiled
from narrator.reading.markup import Element, text_of

_NAMES = tomllib.loads(files(__package__).joinpath("html_names.toml").read_text(encoding="utf-8"))
UNSEEN_TAGS, BLOCK_TAGS, SENTENCE_TAGS, PICTURE_TAGS = (
    frozenset(_NAMES[f"{part}_tags"]) for part in ("unseen", "block", "sentence", "picture")
)
_TAGS, _ROLES = frozenset(_NAMES["furniture_tags"]), frozenset(_NAMES["furniture_roles"])
_FURNITURE, _CAPTION, _PICTURE, _EMBED, _SUMMARY, _SUBHEADING, _BYLINE, _PULLQUOTE, _HIDDEN = (
    frozenset(_NAMES[part])
    for part in (
        *("furniture", "caption", "picture", "embed", "summary", "subheading", "byline", "pullquote"),
        "hidden",
    )
)
_DISCUSSION, _NOTES = frozenset(_NAMES["discussion"]), frozenset(_NAMES["note"])
_FOREIGN = frozenset(("event", "events", "latest", "popular", "recent", "recommended", "related", "ticker"))
_ASIDE = frozenset(("sidebar", "widget"))
_HEADLINE = frozenset(("headline", "article title", "entry title", "post title", "story title"))
_CONSENT = frozenset(("consent", "cookie", "cookies", "gdpr"))
_BODY_NAME = compiled(
    r"(?:^|[-_ ])(?:article|story|post|entry|news|single|blog)[-_]{0,2}(?:body|content|text)(?:$|[-_ ])"
    r"|articleBody|storyBody|ArticleContent|articleText|(?:^| )(?:body-text|richtext|rich-text|prose)(?:$| )"
)
_TEASERS = frozenset(("teaser", "teasers", "card", "cards"))
_TELLING = frozenset(
    (
        "id",
        *(
            f"data-{name}"
            for name in ("area", "block", "component", "el", "module", "name", "qa", "region", "role")
        ),
        *(f"data-{name}" for name in ("section", "testid", "test-id", "type", "widget", "widget-type")),
    )
)
_TERMS = ("category-", "tag-", "format-")
"""How WordPress's `post_class` begins the names of an article's rubrics, subjects and form."""
_ANCHOR_WORDS = 5
_BOXES = ("div", "section", "aside")
_PARAGRAPH_LETTERS = 80
_PAID = "paywall"
"""What stands behind it is the article; only a box of that name asks for money."""
_MOST_CLASSES = 40
_LONGEST_NAME = 80
_NO_DISPLAY = compiled(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NOTE_LINKS = {"doc-noteref", "doc-backlink", "noteref", "backlink"}
_EPUB_TYPES = ("{http://www.idpf.org/2007/ops}type", "epub:type")
"""EPUB 3.3, section 5.5: in a book the attribute has a namespace, on a page saved from one a colon."""
_FOOTNOTE = compiled(r"\[?\s*(?:\d{1,3}|[a-z]|[*†‡]{1,3}|\*\d{1,2}|note \d+)\s*\]?", re.IGNORECASE)
_NOTE = compiled(
    r"#_?(?:(?:foot|end|sdfoot)?note|cite[-_]note|(?:f|e|ft|ed)n|f(?=\d))(?:ref)?[-_:.\w]{0,40}$",
    re.IGNORECASE,
)
"""The end of an address that leads to a note on the page."""
_NOTE_WORDS = 4
_PERMALINK = compiled(r"[#¶§🔗⚓\ufe0e\ufe0f]{1,2}")
"""What systems put behind a heading, for links to it."""
_ICON = frozenset(("icon", "icons"))
_LIGATURES = frozenset(("material icons", "material symbols"))
"""Fonts that draw a picture for a word."""
_COUNTED = compiled(r"\d{1,6} (\w+)|(\w+):? \(?\d{1,6}\)?")
_WORDS = compiled(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def is_furniture(element: Element) -> bool:
    """True for what publishing systems put around an article: navigation, forms, sharing, related pages."""
    if element.tag in _TAGS or element.get("role", "").lower() in _ROLES:
        return not _is_quote_footer(element)
    if is_hidden(element):
        return True
    names = _names(element)
    if element.tag not in _BOXES:
        names = [name for name in names if name != _PAID]
    return any(_says(name, _FURNITURE | _DISCUSSION) for name in names) or _is_teaser(element, names)


def is_caption(element: Element) -> bool:
    """True for a figure with what it holds, and for what is named a caption or a credit."""
    return element.tag in ("figure", "figcaption") or any(_says(n, _CAPTION) for n in _names(element))


def is_article(element: Element) -> bool:
    """True for what markup calls an article, or the part of a page that is not the same on all pages."""
    if element.tag in ("article", "main") or element.get("role") in ("main", "article"):
        return True
    kind, classes = element.get("itemtype", ""), element.get("class", "").split()
    return element.tag != "body" and (kind.endswith(("Article", "Posting")) or "hentry" in classes)


def is_body(element: Element) -> bool:
    """True for what its name or microdata says is the text of an article."""
    if "articlebody" in element.get("itemprop", "").lower():
        return True
    return bool(_BODY_NAME.search(element.get("class", "")) or _BODY_NAME.search(element.get("id", "")))


def is_discussion(element: Element) -> bool:
    """True for what readers have written below an article."""
    return element.tag not in ("article", "main") and any(
        _says(name, _DISCUSSION) for name in _names(element)
    )


def counts_comments(heading: str) -> bool:
    """Whether a heading says how many comments stand below it.

    >>> counts_comments("2 comments"), counts_comments("Kommentare (14)"), counts_comments("Two comments on 1984")
    (True, True, False)
    """
    counted = _COUNTED.fullmatch(heading.lower())
    return counted is not None and not _DISCUSSION.isdisjoint(counted.groups())


def is_consent(element: Element) -> bool:
    """True for what asks readers to agree to something before they may read."""
    return any(_says(name, _CONSENT) for name in _names(element))


def is_foreign(element: Element) -> bool:
    """True for posts, forms, and lists of other pages."""
    if element.tag in ("nav", "form") or is_embed(element):
        return True
    return any(_says(name, _FOREIGN) for name in _names(element))


def is_aside(element: Element) -> bool:
    """True for the column beside an article, where its author may be introduced, and other pages be dated."""
    return element.tag == "aside" or any(_says(name, _ASIDE) for name in _names(element))


def is_picture(element: Element) -> bool:
    """True for what is named a picture, a gallery or a player."""
    return any(_says(name, _PICTURE) for name in _names(element))


def is_byline(element: Element) -> bool:
    """True for what is named after its authors."""
    return any(_says(name, _BYLINE) for name in _names(element))


def is_summary(element: Element) -> bool:
    """True for a standfirst, by its own name or that of a wrapper which holds nothing else."""
    return any(_says(name, _SUMMARY) for one in _with_its_wrapper(element) for name in _names(one))


def is_subheading(element: Element) -> bool:
    """True for what is named a heading amid the text, by its own name or that of a wrapper which holds nothing else."""
    near = _with_its_wrapper(element)
    return any(one.get("role") == "heading" or _says(n, _SUBHEADING) for one in near for n in _names(one))


def _with_its_wrapper(element: Element) -> list[Element]:
    return [element, *(outer for outer in islice(element.iterancestors(), 1) if len(outer) == 1)]


def is_headline(element: Element) -> bool:
    """True for what is named the headline of an article, by its own name or that of what it begins with."""
    near = [element, *islice(element, 1)]
    return any(_says(name, _HEADLINE) for one in near for name in _names(one))


def is_embed(element: Element) -> bool:
    """True for a post of a social network, or a block of program code."""
    if element.tag == "pre":
        return True
    if element.tag not in ("blockquote", "div", "figure", "section", "article") and "-" not in element.tag:
        return False
    names = list(_names(element))
    foreign = any(_says(name, _EMBED) for name in names)
    posted = (
        element.tag == "blockquote"
        or "-" in element.tag
        or any("embed" in name.lower() or "post" in name.lower() for name in names)
    )
    return foreign and posted


def is_pullquote(element: Element) -> bool:
    """True for a quotation in large type, which the text has too."""
    return any(_says(name, _PULLQUOTE) for name in _names(element))


def is_hidden(element: Element) -> bool:
    """True for what a browser does not show, or shows to screen readers alone."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _NO_DISPLAY.search(element.get("style", "")):
        return True
    return any(_says(name, _HIDDEN) for name in _names(element))


def is_footnote_mark(element: Element) -> bool:
    """Whether it leads to a note or back: declared as that (DPUB-ARIA 1.0, EPUB 3), by its address, or raised."""
    if element.tag not in ("a", "sup"):
        return False
    text = _short_text(element)
    kinds = [str(element.get(key, "")) for key in ("role", *_EPUB_TYPES)]
    if len(text) < 12 and not _NOTE_LINKS.isdisjoint(kinds):
        return True
    raised = element.tag == "sup" and next(element.iter("a"), None) is not None
    noted = bool(_NOTE.search(str(element.get("href", ""))))
    return (raised or noted) and len(text) < 12 and bool(_FOOTNOTE.fullmatch(text))


def is_note(element: Element) -> bool:
    """True for a note of several words in a sentence, by its whole name: what leads to a note is of the sentence."""
    named = any("".join(_WORDS.findall(name)).lower() in _NOTES for name in _names(element))
    return element.tag in ("span", "small") and named and len(text_of(element).split()) >= _NOTE_WORDS


def is_permalink(element: Element) -> bool:
    """True for the sign behind a heading that is a link to it."""
    return element.tag == "a" and bool(_PERMALINK.fullmatch(_short_text(element)))


def is_icon(element: Element) -> bool:
    """True for a letter or a word that a font of icons shows as a picture."""
    text = _short_text(element) if element.tag in ("i", "span") else ""
    if not text or " " in text:
        return False
    known = _LIGATURES | _ICON if len(text) == 1 and text.isalpha() else _LIGATURES
    return any(_says(name, known) for name in _names(element))


def _short_text(element: Element) -> str:
    return "".join(map(str, islice(element.itertext(), 6))).strip()


def _is_teaser(element: Element, names: list[str]) -> bool:
    """A teaser of another page; where it leads nowhere it is this page's summary, and at length its beginning."""
    said = any(_says(name, _TEASERS) for name in names)
    return said and next(element.iter("a", "img"), None) is not None and not _tells_at_length(element)


def _tells_at_length(element: Element) -> bool:
    """Several paragraphs without a title, as papers call what all may read before they ask for money."""
    if next(element.iter("h1", "h2", "h3", "h4"), None) is not None:
        return False
    long = (p for p in element.iter("p") if len(text_of(p)) >= _PARAGRAPH_LETTERS)
    return sum(1 for _ in islice(long, 2)) == 2


def _is_quote_footer(element: Element) -> bool:
    return element.tag == "footer" and any(
        outer.tag == "blockquote" for outer in islice(element.iterancestors(), 3)
    )


def _names(element: Element) -> list[str]:
    """Everything its author called an element: classes, id, what data attributes tell, a tag of its own."""
    names = [element.tag] if "-" in element.tag else []
    for key, said in element.items():
        value = str(said)
        if key == "class":
            classes = value.split(None, _MOST_CLASSES)[:_MOST_CLASSES]
            names += [name for name in _without_terms(classes) if "(" not in name]  # a style, not a name
        elif (key in _TELLING or key in _EPUB_TYPES) and not (key == "id" and _is_anchor(element, value)):
            names.append(value[:_LONGEST_NAME])
    return names


def _is_anchor(element: Element, name: str) -> bool:
    """An id that is made of a heading's own words, for links to it, or that counts the paragraphs."""
    heading = len(element.tag) == 2 and element.tag[0] == "h"
    counted = element.tag == "p" and name[-1:].isdigit()
    return heading or counted or len(re.findall(r"[-_]+", name)) >= _ANCHOR_WORDS


def _without_terms(classes: list[str]) -> list[str]:
    """The classes of an article without those that only tell its subjects, as WordPress adds them.

    >>> _without_terms(["post-12", "status-publish", "category-newsletter", "tag-twitter"])
    ['post-12', 'status-publish']
    """
    if "hentry" not in classes and "status-publish" not in classes:
        return classes
    return [name for name in classes if not name.startswith(_TERMS)]


def _says(name: str, known: frozenset[str]) -> bool:
    """Whether a class name says one of the words, alone, in one of its parts or in two in a row.

    >>> _says("c-RelatedLinks__item", _FURNITURE)
    True
    >>> _says("article-body", _FURNITURE)
    False
    """
    return not known.isdisjoint(_words_of(name[:_LONGEST_NAME]))


@lru_cache(maxsize=10_000)
def _words_of(name: str) -> frozenset[str]:
    """A page has few names, each many times."""
    words = [word.lower() for word in _WORDS.findall(name)]
    return frozenset((*words, *(f"{one} {other}" for one, other in pairwise(words)), "".join(words)))
