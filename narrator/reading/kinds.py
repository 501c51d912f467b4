"""What a file holds, told by its content: saved pages are often called .txt, and standard input has no name."""

from __future__ import annotations

import re
from itertools import pairwise, starmap

from narrator.patterns import compiled
from narrator.reading.front_matter import has_front_matter

_HTML_OPENINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<article", b"<!--", b"<meta")
_FEED = re.compile(
    rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL | re.IGNORECASE
)
_RULE = compiled(r"\|?(?: *:?-{3,}:? *\|)* *(?::?-{3,}:?)?")
_LONGEST_RULE = 500
_HEADING = compiled(r"#{1,6}\s+(?=\S*[^\W\d_])")


def is_book(data: bytes) -> bool:
    """Whether it is an archive, as an EPUB is."""
    return data.startswith(b"PK\x03\x04")


def is_html(data: bytes) -> bool:
    """Whether it begins as web pages do.

    >>> is_html(b" <!DOCTYPE html>"), is_html(b"<3 is a heart")
    (True, False)
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data[:2048].decode("utf-16", "ignore").encode()
    return data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_HTML_OPENINGS)


def is_feed(data: bytes) -> bool:
    """Whether it lists articles instead of being one: RSS or Atom.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html><body>How RSS works")
    (True, False)
    """
    return bool(_FEED.match(data[:2048].removeprefix(b"\xef\xbb\xbf")))


def is_markdown(text: str) -> bool:
    r"""Whether a text without a telling name has front matter or a table, begins with a heading, or has several.

    >>> is_markdown("# A bridge\n\nIt fell."), is_markdown("#1 in the charts\n\nIt fell.")
    (True, False)
    >>> is_markdown("Fares rise\n\nTicket | Fare\n--- | ---\nDog | 2"), is_markdown("Home | News\n---")
    (True, False)
    """
    lines = [line.strip() for line in text.splitlines()]
    if has_front_matter(text) or any(starmap(_is_table, pairwise(lines))):
        return True
    headings = [i for i, line in enumerate(lines) if _HEADING.match(line) and not (i and lines[i - 1])]
    return len(headings) > 1 or (bool(headings) and not any(lines[: headings[0]]))


def _is_table(above: str, rule: str) -> bool:
    """A row of cells, and the rule below it."""
    if "|" not in above or "|" not in rule or "---" not in rule or len(rule) > _LONGEST_RULE:
        return False
    return bool(_RULE.fullmatch(rule))
