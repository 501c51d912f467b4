"""Show notes: the HTML under an episode in a podcast app."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape, unescape

from narrator.feed.legal import legal_line
from narrator.model import Chapter, Episode
from narrator.web_address import ascii_address

NOTES_BYTES = 4000
"""The most a description may have; Apple, "A Podcaster's Guide to RSS"."""

_ELLIPSIS = "…"


def description_of(text: str) -> str:
    """`text` for a description, which readers take for HTML: escaped in paragraphs where it would be misread.

    >>> description_of("Bread & circuses.")
    'Bread & circuses.'
    >>> description_of("1 < 3"), description_of("AT&amp;T")
    ('<p>1 &lt; 3</p>', '<p>AT&amp;amp;T</p>')
    """
    shown = _paragraphs(text, NOTES_BYTES)
    if len(shown) == 1 and "<" not in shown[0] and unescape(shown[0]) == shown[0]:
        return shown[0]
    return "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in shown)


def _paragraphs(text: str, room: int) -> list[str]:
    """Paragraphs of `text` that together, as HTML, stay within `room` bytes; the last may be shortened."""
    shown: list[str] = []
    for paragraph in filter(None, map(legal_line, text.splitlines())):
        room -= _weight(paragraph)
        if room < 0:
            return [*shown, *_shortened(paragraph, room + _weight(paragraph))]
        shown.append(paragraph)
    return shown


def _weight(paragraph: str) -> int:
    return len(f"<p>{escape(paragraph, quote=False)}</p>".encode())


def _shortened(paragraph: str, room: int) -> Iterator[str]:
    words = paragraph.split()
    while words and _weight(" ".join(words) + _ELLIPSIS) > room:
        words = words[: len(words) * 9 // 10]
    if words:
        yield " ".join(words) + _ELLIPSIS


def show_notes(episode: Episode) -> str:
    """HTML: the description, chapters with times that apps turn into links, and the way to the article.

    At most 4000 bytes: a long description is shortened, very many chapters are left to the chapters file.
    """
    chapters, link = _chapter_list(episode.chapters), _link(episode.url)
    room = NOTES_BYTES - len((chapters + link).encode())
    if room < NOTES_BYTES // 2:
        chapters, room = "", NOTES_BYTES - len(link.encode())
    text = "".join(f"<p>{escape(each, quote=False)}</p>" for each in _paragraphs(episode.description, room))
    return text + chapters + link


def _chapter_list(chapters: Iterable[Chapter]) -> str:
    entries = [
        f"<li>({_clock(c.start_ms)}) {escape(legal_line(c.title), quote=False)}</li>" for c in chapters
    ]
    return f"<ul>{''.join(entries)}</ul>" if len(entries) > 1 else ""


def _clock(ms: int) -> str:
    """
    >>> _clock(65_900), _clock(3_661_000)
    ('01:05', '1:01:01')
    """
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def _link(url: str | None) -> str:
    address = escape(ascii_address(url or ""))
    return f'<p><a href="{address}">{escape(legal_line(url or ""))}</a></p>' if address else ""
