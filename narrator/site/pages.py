"""Show and Episodes → pages, as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup, escape

from narrator.disk import bytes_of
from narrator.feed.published import COVER, PAGE, VTT, Published
from narrator.feed.rss import FEED, SHOW_COVER
from narrator.mp3.episode import read_episode
from narrator.settings import Publish, Show
from narrator.site import about, links
from narrator.site.captions import read_lines
from narrator.site.look import ASSETS, Look, digest_of
from narrator.site.pictures import SHOW_SMALL
from narrator.site.strip import VERSION, draw_strip, measure_levels
from narrator.site.transcript import Transcript, arrange
from narrator.site.view import View, row_of, view_of
from narrator.site.wording import direction_of

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Content Security Policy of every page: nothing but the podcast's own files."""

INDEX, EMBED = "index.html", ".embed.html"
_FRAME = '<iframe src="{}" title="{}" width="100%" height="230" loading="lazy" style="border:0"></iframe>'
_FULL_ROWS, _SEARCHABLE = 50, 12


class Pages:
    """Draws the pages of one podcast. The same show, episodes and files give the same text."""

    def __init__(self, folder: Path, show: Show, publish: Publish) -> None:
        self._folder, self._show, self._publish = folder, show, publish
        self._look = Look(Path(publish.templates) if publish.templates else None)
        self._digest = digest_of(
            POLICY, VERSION, self._look.digest, show, publish.base_url, publish.transcript
        )

    @property
    def assets(self) -> dict[str, bytes]:
        """Style, script and pictures, by name."""
        return dict(self._look.assets)

    def index(self, episodes: Sequence[Published], with_cover: bool) -> str:
        """The page of the podcast; `episodes` newest first."""
        page, feed = self._address(""), self._address(FEED)
        cover = self._address(SHOW_COVER) if with_cover else ""
        return self._draw(
            INDEX,
            language=self._show.language,
            page_url=page,
            feed_url=feed,
            apps=links.subscribe_links(feed) if feed else (),
            qr=links.qr_svg(feed) if links.is_elsewhere(feed) else "",
            cover=f"{ASSETS}/{SHOW_SMALL}" if with_cover else "",
            site_link=links.linkable(self._show.link),
            open_graph=about.show_properties(self._show, page, cover),
            schema=about.show_schema(self._show, page, feed, cover),
            searchable=len(episodes) >= _SEARCHABLE,
            full_rows=_FULL_ROWS,
            rows=[row_of(each, self._look.labels(self._show.language)) for each in episodes],
        )

    def episode(self, each: Published) -> tuple[str, str]:
        """The page of an episode, and the player alone for a frame on another page.

        Raises `SoundError` or `PublishError` if its MP3 or captions cannot be read.
        """
        view, addresses = self._view(each), self._addresses(each)
        player = Markup(self._draw("player.html", language=view.row.language, view=view))  # noqa: S704
        page = self._draw(
            "episode.html",
            language=view.row.language,
            view=view,
            player=player,
            page_url=addresses.page,
            open_graph=about.episode_properties(each.episode, view.row.summary, addresses),
            schema=about.episode_schema(each.episode, self._show, view.row.summary, addresses),
        )
        alone = self._draw(
            "embed.html", language=view.row.language, view=view, player=player, page_url=addresses.page
        )
        return page, alone

    def basis(self, each: Published) -> str:
        """Sixteen digits for all that the pages of this episode are drawn from, but for the files beside it."""
        beside = [suffix in each.beside for suffix in (VTT, COVER)]
        return digest_of(self._digest, each.episode, each.digest, beside)

    def digest(self, each: Published) -> str:
        """Sixteen digits that change when the pages of this episode would."""
        captions = self._captions(each)
        return digest_of(self.basis(each), bytes_of(captions) if captions else b"")

    def _view(self, each: Published) -> View:
        captions = self._captions(each)
        levels = measure_levels(each.episode.audio, each.digest)
        return view_of(
            each,
            self._look.labels(each.episode.language),
            captions=quote(captions.name) if captions else "",
            iframe=self._iframe(each),
            transcript=self._transcript(each, captions),
            strip=draw_strip(levels, each.episode.chapters, each.episode.duration_ms),
        )

    def _captions(self, each: Published) -> Path | None:
        """The captions that may be shown."""
        shown = self._publish.transcript and VTT in each.beside
        return self._folder / each.name_of(VTT) if shown else None

    def _transcript(self, each: Published, captions: Path | None) -> Transcript:
        if not self._publish.transcript:
            return Transcript(None)
        lines = read_lines(captions) if captions else read_episode(each.episode.audio).lines
        return arrange(lines, each.episode.chapters, each.episode.title)

    def _iframe(self, each: Published) -> str:
        address = self._address(quote(each.name_of(EMBED)))
        return _FRAME.format(escape(address), escape(each.episode.title)) if address else ""

    def _addresses(self, each: Published) -> about.Addresses:
        return about.Addresses(
            page=self._address(quote(each.name_of(PAGE))),
            audio=self._address(quote(each.name)),
            cover=self._address(quote(each.name_of(COVER))) if COVER in each.beside else "",
            article=links.linkable(each.episode.url),
        )

    def _address(self, relative: str) -> str:
        base = self._publish.base_url.rstrip("/")
        return f"{base}/{relative}" if base else ""

    def _draw(self, template: str, *, language: str, **values: object) -> str:
        labels = self._look.labels(language)
        return self._look.draw(
            template,
            show=self._show,
            policy=POLICY,
            language=language,
            labels=labels,
            direction=direction_of(language),
            labels_direction=direction_of(labels.language),
            hidden=self._show.private or template == "embed.html",
            **values,
        )
