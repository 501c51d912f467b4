"""The headline a page declares, freed from the name of the site."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from narrator.patterns import compiled
from narrator.reading.length import is_unspaced

HEADLINE_WORDS = 4
"""A headline has mostly as many, and the name of a site or of a section mostly fewer."""
AGREES = 0.6
"""From this likeness on two titles are of the same article."""

_PARTS = compiled(r"\s+[|–—·•»«-]\s+|\s*\|\s*|\s+::?\s+|(?<=[^\x00-\x7f])_+")
"""A low line stands only behind Chinese, Japanese and their like; elsewhere it is of a name."""
_WORD = compiled(r"\w+")
_SAID = compiled(r"[’'”\"»]:$")
"""What somebody said before a colon is a part of the headline: `“We saw it coming”: Storm shuts port`."""
_FIRST_PAGE = compiled(r"\s*[(（\[]1\s?[/／]\s?\d{1,2}[)）\]](?=$|\s+[|–—·-]\s)")


def without_site(title: str, site: str | None, known: Sequence[str] = ()) -> str:
    """The title without the site's name before or after it.

    `known` are other forms of the headline; where the title begins with one, the rest goes.

    >>> without_site("Gunman enters embassy | World | Daily Planet", "Daily Planet")
    'Gunman enters embassy'
    >>> without_site("Spider-Man - a review - DP", None, ["Spider-Man - a review"])
    'Spider-Man - a review'
    >>> without_site("Local herons | The Harbour Trust for Nature and Science", None, ["Local herons"])
    'Local herons'
    >>> without_site("‘We saw it’: Storm shuts port", None, ["Storm shuts port"])
    '‘We saw it’: Storm shuts port'
    >>> without_site("旧桥将于春天修复_城市_海滨日报", None), without_site("Where snake_case is used", None)
    ('旧桥将于春天修复', 'Where snake_case is used')
    """
    title = " ".join(title.split())
    for form in sorted(known, key=len, reverse=True):
        of_many = len(form.split()) >= 3 or title.startswith(form)
        if of_many and not (site and _same(form, site)) and _is_cut_from(title, form):
            return form
    cuts = list(_PARTS.finditer(title))
    if not cuts:
        return title
    parts = _PARTS.split(title)
    if site and _same(parts[-1], site):
        return title[: _first_cut(title, cuts)].strip()
    if site and _same(parts[0], site):
        return title[cuts[0].end() :].strip()
    if lined := next((cut for cut in cuts if "_" in cut[0]), None):
        return title[: lined.start()].strip()
    head = title[: cuts[-1].start()].strip()
    barred = "|" in cuts[-1][0]
    return head if barred and len(head.split()) >= 3 and len(parts[-1].split()) <= 4 else title


def rubrics_behind(window: str, headings: Collection[str]) -> list[str]:
    """What a window's title says behind a heading of the page: its section, its site.

    >>> rubrics_behind("Bridge to be mended - Press releases - Planet", ["Press releases", "Bridge to be mended"])
    ['Press releases', 'Planet']
    >>> rubrics_behind("Press releases - Bridge to be mended", ["Bridge to be mended"])
    []
    """
    first, *rest = _PARTS.split(window)
    return rest if first in headings else []


def site_behind(window: str) -> str | None:
    """The name of a site behind the low line of a window's title, as Chinese sites put it there.

    >>> site_behind("旧桥将于春天修复_海滨日报"), site_behind("My snake_case"), site_behind("旧桥将于春天修复")
    ('海滨日报', None, None)
    """
    _, line, last = window.rpartition("_")
    return last if line and is_unspaced(last) else None


def without_page(title: str) -> str:
    """The title without the count of pages over which the article is spread.

    >>> without_page("Bridge to be mended (1/3)"), without_page("橋を直す (1/2) - 日日新聞")
    ('Bridge to be mended', '橋を直す - 日日新聞')
    """
    return _FIRST_PAGE.sub("", title)


def quotes_before(heading: str, title: str) -> bool:
    """Whether the heading ends with the title, and has what somebody said and a colon before it.

    >>> quotes_before("‘We saw it’: Storm shuts port", "Storm shuts port"), quotes_before("Storm: a port", "a port")
    (True, False)
    """
    return heading.endswith(title) and bool(_SAID.search(heading.removesuffix(title).rstrip()))


def _is_cut_from(title: str, form: str) -> bool:
    if title.startswith(form):
        return bool(_PARTS.match(title[len(form) :]))
    before = title.removesuffix(form).rstrip()
    return title.endswith(form) and before.endswith(tuple("|-–—·:»«")) and not quotes_before(title, form)


def alike(a: str, b: str) -> float:
    """Share of the shorter text's words that the other has too, 0 to 1."""
    one, other = _words(a), _words(b)
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def same(a: str, b: str) -> float:
    """Share of both texts' words that they have in common, 0 to 1."""
    one, other = _words(a), _words(b)
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def share_of(part: str, whole: str) -> float:
    """Share of the first text's words that the second has too, 0 to 1."""
    words = _words(part)
    return len(words & _words(whole)) / len(words) if words else 0.0


def _words(text: str) -> set[str]:
    """Words; of scripts without spaces any two characters in a row.

    >>> sorted(_words("Bridge, to be"))
    ['be', 'bridge', 'to']
    >>> sorted(_words("橋を直す")) == sorted(["橋を", "を直", "直す"])
    True
    """
    words = _WORD.findall(text[:1000].casefold())
    return {
        part for word in words for part in (map("".join, pairwise(word)) if is_unspaced(word) else [word])
    }


def _first_cut(title: str, cuts: list[re.Match[str]]) -> int:
    """Where the headline ends: rubrics of one or two words between it and the site go too."""
    at = len(cuts) - 1
    while (
        at > 0
        and len(title[cuts[at - 1].end() : cuts[at].start()].split()) <= 2
        and cuts[at - 1].start() > 12
    ):
        at -= 1
    return cuts[at].start()


def _same(part: str, site: str) -> bool:
    part, site = ("".join(_WORD.findall(text.casefold())) for text in (part, site))
    return bool(part) and (
        part == site or (len(part) > 3 and part in site) or (len(site) > 3 and site in part)
    )
