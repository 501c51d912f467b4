"""Show and Episodes → pages, as text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
import msgspec
from markupsafe import Markup, escape

from narrator.errors import PublishError
from narrator.feed.published import COVER, PAGE, VTT, Published
from narrator.feed.rss import FEED, SHOW_COVER
from narrator.model import Chapter, Episode
from narrator.mp3.episode import read_episode
from narrator.settings import Publish, Show
from narrator.site import about, links
from narrator.site.captions import read_lines
from narrator.site.strip import Strip, draw_strip, measure_levels
from narrator.site.transcript import Transcript, arrange

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Content Security Policy of every page: nothing but the podcast's own files."""

INDEX, ASSETS, EMBED = "index.html", "assets", ".embed.html"
_FRAME = '<iframe src="{}" title="{}" width="100%" height="230" loading="lazy" style="border:0"></iframe>'
_OWN = Path(__file__).parent
_FULL_ROWS, _SEARCHABLE, _SUMMARY = 50, 12, 220
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "ps", "sd", "ug", "ur", "yi"]
)


@dataclass(frozen=True, slots=True)
class View:
    """An episode as its page shows it."""

    guid: str
    title: str
    language: str
    direction: str
    page: str
    audio: str
    captions: str
    cover: str
    day: str
    date: str
    duration_ms: int
    duration: str
    length: str
    authors: str
    url: str
    site: str
    summary: str
    note: str
    chapters: tuple[Chapter, ...]
    transcript: Transcript
    strip: Strip
    iframe: str
    open_graph: about.Properties
    schema: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """An episode as the list shows it."""

    title: str
    language: str
    direction: str
    page: str
    day: str
    date: str
    length: str
    full: bool
    cover: str = ""
    summary: str = ""


class Pages:
    """Draws the pages of one podcast. The same show, episodes and files give the same text."""

    def __init__(self, folder: Path, show: Show, publish: Publish) -> None:
        self._folder, self._show, self._publish = folder, show, publish
        own = Path(publish.templates) if publish.templates else None
        self.assets = _read_assets(own)
        self._templates = _environment(own, self.assets)
        self._look = digest_of(POLICY, _sources(own), sorted(self.assets.items()), show, publish)

    def index(self, episodes: Sequence[Published]) -> str:
        """The page of the podcast; `episodes` newest first."""
        page, feed = self._address(""), self._address(FEED)
        cover = SHOW_COVER if (self._folder / SHOW_COVER).is_file() else ""
        cover_address = self._address(cover) if cover else ""
        return self._draw(
            INDEX,
            language=self._show.language,
            page_url=page,
            feed_url=feed,
            apps=links.subscribe_links(feed) if feed else (),
            qr=links.qr_svg(feed) if feed else "",
            cover=cover,
            site_link=links.web_address(self._show.link),
            open_graph=about.show_properties(self._show, page, cover_address),
            schema=about.show_schema(self._show, page, feed, cover_address),
            count=len(episodes),
            searchable=len(episodes) >= _SEARCHABLE,
            rows=[_row(each, number < _FULL_ROWS) for number, each in enumerate(episodes)],
        )

    def episode(self, each: Published) -> tuple[str, str]:
        """The page of an episode, and the player alone for a frame on another page.

        Raises `SoundError` or `PublishError` if its MP3 or captions cannot be read.
        """
        view = self._view(each)
        return self._draw_view("episode.html", view), self._draw_view("embed.html", view)

    def digest(self, each: Published) -> str:
        """Sixteen digits that change when the pages of this episode would."""
        captions = self._captions(each)
        text = captions.read_bytes() if captions else b""
        return digest_of(self._look, each.episode, each.digest, COVER in each.beside, text)

    def _view(self, each: Published) -> View:
        episode, language = each.episode, each.episode.language
        audio, page = f"{quote(each.name)}?v={each.digest[:8]}", quote(each.name_of(PAGE))
        cover = _cover(each)
        captions = self._captions(each)
        summary, note = _described(episode)
        article = links.web_address(episode.url)
        duration_ms = max(episode.duration_ms, 1)
        addresses = (self._address(page), self._address(audio), self._address(cover) if cover else "")
        return View(
            guid=episode.guid,
            title=episode.title,
            language=language,
            direction=direction_of(language),
            page=page,
            audio=audio,
            captions=quote(captions.name) if captions else "",
            cover=cover,
            day=episode.published.date().isoformat(),
            date=_date(episode),
            duration_ms=duration_ms,
            duration=clock(duration_ms),
            length=_length(duration_ms),
            authors=", ".join(episode.authors),
            url=article,
            site=episode.site or "",
            summary=summary,
            note=note,
            chapters=episode.chapters,
            transcript=self._transcript(episode, captions),
            strip=draw_strip(measure_levels(episode.audio, each.digest), episode.chapters, duration_ms),
            iframe=self._iframe(each),
            open_graph=about.episode_properties(episode, summary, *addresses),
            schema=about.episode_schema(episode, self._show, summary, *addresses, article),
        )

    def _captions(self, each: Published) -> Path | None:
        """The captions that may be shown."""
        shown = self._publish.transcript and VTT in each.beside
        return self._folder / each.name_of(VTT) if shown else None

    def _transcript(self, episode: Episode, captions: Path | None) -> Transcript:
        if not self._publish.transcript:
            return Transcript(None)
        lines = read_lines(captions) if captions else read_episode(episode.audio).lines
        return arrange(lines, episode.chapters, episode.title)

    def _iframe(self, each: Published) -> str:
        address = self._address(quote(each.name_of(EMBED)))
        return _FRAME.format(escape(address), escape(each.episode.title)) if address else ""

    def _address(self, relative: str) -> str:
        base = self._publish.base_url.rstrip("/")
        return f"{base}/{relative}" if base else ""

    def _draw_view(self, template: str, view: View) -> str:
        return self._draw(template, language=view.language, view=view, page_url=self._address(view.page))

    def _draw(self, template: str, *, language: str, **values: object) -> str:
        try:
            return self._templates.get_template(template).render(
                show=self._show,
                policy=POLICY,
                language=language,
                direction=direction_of(language),
                hidden=self._show.private or template == "embed.html",
                **values,
            )
        except jinja2.TemplateError as error:
            raise PublishError(f"template {template}: {error}") from error


def _row(each: Published, full: bool) -> Row:
    episode = each.episode
    return Row(
        title=episode.title,
        language=episode.language,
        direction=direction_of(episode.language),
        page=quote(each.name_of(PAGE)),
        day=episode.published.date().isoformat(),
        date=_date(episode),
        length=_length(episode.duration_ms),
        full=full,
        cover=_cover(each) if full else "",
        summary=_shortened(_described(episode)[0]) if full else "",
    )


def _cover(each: Published) -> str:
    return quote(each.name_of(COVER)) if COVER in each.beside else ""


def direction_of(language: str) -> str:
    """
    >>> direction_of("ar-eg"), direction_of("az-arab"), direction_of("en-gb")
    ('rtl', 'rtl', 'ltr')
    """
    tags = language.lower().split("-")
    return "rtl" if tags[0] in _RIGHT_TO_LEFT or {"arab", "hebr"} & set(tags) else "ltr"


def clock(ms: int) -> str:
    """
    >>> clock(59_900), clock(3_723_000)
    ('0:59', '1:02:03')
    """
    seconds = ms // 1000
    hours = f"{seconds // 3600}:" if seconds >= 3600 else ""
    return f"{hours}{seconds // 60 % 60:0{2 if hours else 1}}:{seconds % 60:02}"


def _length(ms: int) -> str:
    """
    >>> _length(42_000), _length(95_000), _length(5_400_000)
    ('42 sec', '2 min', '1 h 30 min')
    """
    minutes = round(ms / 60_000)
    if ms < 60_000:
        return f"{ms // 1000} sec"
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"


def _date(episode: Episode) -> str:
    return f"{episode.published.day} {episode.published:%B %Y}"


def _described(episode: Episode) -> tuple[str, str]:
    """What an episode is about, and the note its description ends with."""
    about_it, _, note = episode.description.strip().rpartition("\n")
    return " ".join(about_it.split()), note


def _shortened(text: str) -> str:
    return text if len(text) <= _SUMMARY else text[:_SUMMARY].rsplit(" ", 1)[0] + " …"


def digest_of(*facts: object) -> str:
    """Sixteen hexadecimal digits for values of any kind narrator has; a path counts by its name."""
    encoded = msgspec.msgpack.encode(facts, enc_hook=lambda path: path.name)
    return hashlib.sha256(encoded).hexdigest()[:16]


def _environment(own: Path | None, assets: Mapping[str, bytes]) -> jinja2.Environment:
    folders = [str(folder) for folder in (own, _OWN / "templates") if folder]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    versions = {name: hashlib.sha256(data).hexdigest()[:8] for name, data in assets.items()}
    environment.globals["asset"] = lambda name: f"{ASSETS}/{quote(name)}?v={versions[name]}"
    environment.filters.update(clock=clock, bare_address=links.bare_address)
    return environment


def _sources(own: Path | None) -> list[str]:
    folders = [folder for folder in (_OWN / "templates", own) if folder]
    return [path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.html"))]


def _read_assets(own: Path | None) -> dict[str, bytes]:
    """Style, script and pictures; those in `assets` of the user's templates replace ours."""
    folders = [_OWN / ASSETS, *([own / ASSETS] if own else [])]
    files: dict[str, Any] = {path.name: path for folder in folders for path in sorted(folder.glob("[!.]*"))}
    return {name: path.read_bytes() for name, path in sorted(files.items())}
