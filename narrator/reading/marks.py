"""What tags, roles, classes and ids say an element is: words that publishing systems share."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_FURNITURE_TAGS = frozenset("nav footer aside form dialog menu button label legend".split())
_FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist".split()
)
_FURNITURE_WORDS = frozenset(
    """
    ad ads adslot advert advertisement advertising adunit adwrapper banner breadcrumb breadcrumbs byline bylines
    comment comments commentlist commenting consent cookie cookies copyright disclaimer discussion disqus
    donate donation dropdown footer gdpr hamburger infobox jobs keywords legal login masthead menu modal
    mostread mostpopular nav navbar navigation newsletter newsletters newsletterbox noprint outbrain overlay
    pagination paywall podcast popup popular print promo promobox promos promoted promotion rating readmore readnext recirc
    recirculation recommend recommendation recommendations recommended registerwall related relatedarticles
    relatedcontent relatedlinks relatednews share sharebar sharebuttons sharing shop sidebar signin signup skip skiplink
    social socialbar socials sponsor sponsored sponsors subnav subscribe subscription
    taboola tags taglist teaser teasers timestamp toolbar tooltip topbar topics trending author authors
    authorbox bio datetime dateline publishdate pubdate meta metadata postmeta
    """.split()
)
_FURNITURE_PAIRS = (
    ("most", "read"), ("most", "popular"), ("most", "viewed"), ("read", "more"), ("read", "next"), ("see", "also"),
    ("also", "read"), ("more", "on"), ("more", "from"), ("more", "stories"), ("up", "next"), ("sign", "up"),
    ("tag", "list"), ("inline", "link"), ("link", "box"), ("you", "may"), ("next", "article"), ("tag", "cloud"),
    ("next", "post"), ("previous", "post"), ("post", "navigation"), ("skip", "link"), ("latest", "news"),
    ("click", "to"), ("entry", "meta"), ("post", "meta"), ("call", "to"), ("social", "media"), ("top", "stories"),
)  # fmt: skip
_CAPTION_WORDS = frozenset(
    """
    caption captions figcaption credit credits photocredit imagecredit imagecaption photocaption copyrightholder
    legend bildunterschrift bildtext legende didascalia fotocredit mediacaption imagecopyright
    """.split()
)
_EMBED_WORDS = frozenset(
    """
    tweet twitter instagram tiktok facebook mastodon bluesky threads truthsocial telegram reddit youtube
    twitterwidget embedly embeddedpost socialembed socialpost
    """.split()
)
_PULLQUOTE_WORDS = frozenset("pullquote pullquotes blockquotepull quotebox zitatbox".split())
_HIDDEN_WORDS = frozenset("hidden visuallyhidden sronly screenreader screenreaderonly offscreen assistivetext".split())
_HIDDEN_PAIRS = (("sr", "only"), ("visually", "hidden"), ("screen", "reader"), ("a11y", "text"), ("is", "hidden"))
_NO_DISPLAY = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[?\s*(?:\d{1,3}|[a-z]|[*†‡]{1,3}|note \d+)\s*\]?", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def is_furniture(element: HtmlElement) -> bool:
    """True for what publishing systems put around an article: navigation, forms, sharing, related pages."""
    if element.tag in _FURNITURE_TAGS or element.get("role", "").lower() in _FURNITURE_ROLES:
        return not _is_quote_footer(element)
    if is_hidden(element):
        return True
    return any(_says(name, _FURNITURE_WORDS, _FURNITURE_PAIRS) for name in _names(element))


def is_caption(element: HtmlElement) -> bool:
    return element.tag in ("figure", "figcaption") or any(_says(n, _CAPTION_WORDS, ()) for n in _names(element))


def is_embed(element: HtmlElement) -> bool:
    """True for a post of a social network, or a block of program code."""
    if element.tag == "pre":
        return True
    if element.tag not in ("blockquote", "div", "figure", "section", "article") and "-" not in element.tag:
        return False
    names = list(_names(element))
    foreign = any(_says(name, _EMBED_WORDS, ()) for name in names)
    posted = element.tag == "blockquote" or any("embed" in name.lower() or "post" in name.lower() for name in names)
    return foreign and posted


def is_pullquote(element: HtmlElement) -> bool:
    return any(_says(name, _PULLQUOTE_WORDS, (("pull", "quote"),)) for name in _names(element))


def is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _NO_DISPLAY.search(element.get("style", "")):
        return True
    return any(_says(name, _HIDDEN_WORDS, _HIDDEN_PAIRS) for name in element.get("class", "").split())


def is_footnote_mark(element: HtmlElement) -> bool:
    text = element.text_content().strip()
    return len(text) < 12 and next(element.iter("a"), None) is not None and bool(_FOOTNOTE.fullmatch(text))


def _is_quote_footer(element: HtmlElement) -> bool:
    return element.tag == "footer" and any(outer.tag == "blockquote" for outer in element.iterancestors())


def _names(element: HtmlElement) -> list[str]:
    classes = element.get("class", "").split()[:40]
    return [*classes, *filter(None, (element.get("id"), element.get("data-component"), element.get("data-testid")))]


def _says(name: str, known: frozenset[str], pairs: tuple[tuple[str, str], ...]) -> bool:
    """Whether a class name says one of the words, alone or in its parts.

    >>> _says("c-RelatedLinks__item", _FURNITURE_WORDS, _FURNITURE_PAIRS)
    True
    >>> _says("article-body", _FURNITURE_WORDS, _FURNITURE_PAIRS)
    False
    """
    words = [word.lower() for word in _WORDS.findall(name[:80])]
    if any(word in known for word in words) or "".join(words) in known:
        return True
    return any(pair in pairs for pair in zip(words, words[1:], strict=False))
