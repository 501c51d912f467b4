"""An episode as the templates get it: every text ready to stand on the page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from narrator.feed.published import COVER, PAGE, Published
from narrator.model import Chapter
from narrator.site import wording
from narrator.site.labels import Labels
from narrator.site.links import linkable
from narrator.site.look import ASSETS
from narrator.site.pictures import SMALL
from narrator.site.strip import Strip
from narrator.site.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Row:
    """An episode in the list."""

    title: str
    language: str
    direction: str
    page: str
    day: str
    date: str
    length: str
    cover: str
    summary: str


@dataclass(frozen=True, slots=True)
class View:
    """An episode on its page."""

    row: Row
    guid: str
    audio: str
    captions: str
    duration_ms: int
    authors: str
    article: str
    site: str
    note: str
    iframe: str
    chapters: tuple[Chapter, ...]
    transcript: Transcript
    strip: Strip


def row_of(each: Published, labels: Labels) -> Row:
    episode = each.episode
    return Row(
        title=episode.title,
        language=episode.language,
        direction=wording.direction_of(episode.language),
        page=quote(each.name_of(PAGE)),
        day=episode.published.date().isoformat(),
        date=wording.date(episode.published.date(), labels),
        length=wording.length(episode.duration_ms, labels),
        cover=f"{ASSETS}/{quote(each.name_of(SMALL))}" if COVER in each.beside else "",
        summary=wording.shortened(wording.summary_and_note(episode.description)[0]),
    )


def view_of(
    each: Published, labels: Labels, captions: str, iframe: str, transcript: Transcript, strip: Strip
) -> View:
    episode = each.episode
    return View(
        row=row_of(each, labels),
        guid=episode.guid,
        audio=f"{quote(each.name)}?v={each.digest[:8]}",
        captions=captions,
        duration_ms=max(episode.duration_ms, 1),
        authors=", ".join(episode.authors),
        article=linkable(episode.url),
        site=episode.site or "",
        note=wording.summary_and_note(episode.description)[1],
        iframe=iframe,
        chapters=episode.chapters,
        transcript=transcript,
        strip=strip,
    )
