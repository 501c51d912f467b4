"""What a page tells machines about itself: Open Graph properties and schema.org data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from narrator.model import Episode
from narrator.settings import Show
from narrator.site.links import linkable

Properties = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where an episode's files will be reachable; those that are empty are left out."""

    page: str
    audio: str
    cover: str
    article: str


def episode_properties(episode: Episode, summary: str, at: Addresses) -> Properties:
    """Open Graph of an episode's page."""
    return _present(
        ("og:type", "article"),
        ("og:title", episode.title),
        ("og:description", summary),
        ("og:site_name", episode.show_title),
        ("og:url", at.page),
        ("og:image", at.cover),
        ("og:audio", at.audio),
        ("og:audio:type", "audio/mpeg" if at.audio else ""),
        ("article:published_time", episode.published.isoformat()),
    )


def show_properties(show: Show, page: str, cover: str) -> Properties:
    """Open Graph of the podcast's page."""
    return _present(
        ("og:type", "website"),
        ("og:title", show.title),
        ("og:description", show.description),
        ("og:url", page),
        ("og:image", cover),
    )


def _present(*properties: tuple[str, str]) -> Properties:
    return tuple((name, content) for name, content in properties if content)


def episode_schema(episode: Episode, show: Show, summary: str, at: Addresses) -> Markup:
    """schema.org/PodcastEpisode, safe inside a script element."""
    return _data(
        {
            "@type": "PodcastEpisode",
            "name": episode.title,
            "description": summary,
            "datePublished": episode.published.date().isoformat(),
            "inLanguage": episode.language,
            "duration": iso_duration(episode.duration_ms),
            "url": at.page,
            "image": at.cover,
            "author": [{"@type": "Person", "name": name} for name in episode.authors],
            "associatedMedia": {
                "@type": "AudioObject",
                "contentUrl": at.audio,
                "encodingFormat": "audio/mpeg",
                "duration": iso_duration(episode.duration_ms),
            },
            "isBasedOn": at.article,
            "partOfSeries": {"@type": "PodcastSeries", "name": show.title, "url": linkable(show.link)},
        }
    )


def show_schema(show: Show, page: str, feed: str, cover: str) -> Markup:
    """schema.org/PodcastSeries, safe inside a script element."""
    return _data(
        {
            "@type": "PodcastSeries",
            "name": show.title,
            "description": show.description,
            "inLanguage": show.language,
            "url": page,
            "webFeed": feed,
            "image": cover,
            "author": {"@type": "Organization", "name": show.author} if show.author else "",
        }
    )


def iso_duration(ms: int) -> str:
    """
    >>> iso_duration(3_725_400)
    'PT1H2M5S'
    """
    seconds = timedelta(milliseconds=ms) // timedelta(seconds=1)
    return f"PT{seconds // 3600}H{seconds // 60 % 60}M{seconds % 60}S"


def _data(facts: dict[str, object]) -> Markup:
    text = json.dumps({"@context": "https://schema.org", **_without_empty(facts.items())}, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704


def _without_empty(facts: Iterable[tuple[str, object]]) -> dict[str, object]:
    nested = (
        (key, _without_empty(value.items()) if isinstance(value, dict) else value) for key, value in facts
    )
    return {key: value for key, value in nested if value}
