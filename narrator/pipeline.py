"""The order of the stages, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from narrator import atomic, shelf
from narrator.corrections import carry_over
from narrator.disk import naming, room_in
from narrator.errors import SourceError
from narrator.inserts import Inserts, read_inserts
from narrator.model import Article, Episode, Progress, Script
from narrator.mp3.frames import RATE_HZ
from narrator.mp3.tags import write_tags
from narrator.reading import read_pages
from narrator.recipe import recipe_of
from narrator.script import notes_on, prove_worth, script_of
from narrator.segment import segment
from narrator.session import Session
from narrator.settings import Settings, Show
from narrator.sidecars import write_sidecars
from narrator.spool import open_spool
from narrator.workshop import Workshop, open_workshop

if TYPE_CHECKING:
    from narrator.cover import Cover
    from narrator.recognizer import Listen
    from narrator.second_take import Heard


@dataclass(frozen=True, slots=True)
class Order:
    """How an episode is wanted, and where."""

    settings: Settings
    out: shelf.Shelf
    published: dt.date | None = None
    force: bool = False
    listen: Listen | None = None
    """A recognizer that hears the finished episode, so that what is misheard is said once more."""


@dataclass(frozen=True, slots=True)
class Commission:
    """An episode that is planned, and a place that is its own until it is made or given up."""

    script: Script
    inserts: Inserts
    order: Order
    place: shelf.Place
    published: dt.datetime
    held: ExitStack

    @property
    def source(self) -> str:
        return self.script.source

    def give_up(self) -> None:
        self.held.close()


@dataclass(frozen=True, slots=True)
class Made:
    """A finished episode and the files beside it."""

    source: str
    episode: Episode
    place: shelf.Place
    reused_ms: int = 0
    notes: tuple[str, ...] = ()
    """What a user should know of it, such as a cover that could not be lettered."""
    gave_way: tuple[str, ...] = ()
    """Corrections in the tags of the episode before that could not stay."""
    heard: Heard | None = None
    """What the order's listener says of it."""


def narrate(
    source: str | Path, out: str | Path = "audio", voice: str = "", settings: Settings | None = None
) -> Episode:
    """Make the episode of one article, a file or an address, in the folder `out`.

    Raises a `NarratorError`: `SourceError` for what is no article, `UsageError` for an unknown voice, `StorageError`
    for a folder that cannot be had.
    """
    chosen = (settings or Settings()).with_voice(voice) if voice else settings or Settings()
    pages = read_pages(str(source), root=Path.cwd())
    if len(pages) != 1:
        raise SourceError(f"{source}: holds {len(pages)} articles, not one")
    folder = Path(out)
    with naming(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with open_workshop() as workshop:
        return make_episode(
            segment(pages[0], chosen.read), Order(chosen, shelf.Shelf(folder)), workshop
        ).episode


def plan(article: Article | Script, settings: Settings) -> Script:
    """What will be said of an article that is worth an episode."""
    if isinstance(article, Article):
        prove_worth(article)
    return script_of(article, settings.voices, settings.pacing)


def make_episode(
    article: Article | Script, order: Order, workshop: Workshop, progress: Progress | None = None
) -> Made:
    """Say, master, tag and put in place: the MP3 and its sidecars appear whole or not at all."""
    return fulfil(commission(article, order), workshop, progress)


def commission(article: Article | Script, order: Order) -> Commission:
    """The article planned, and its place taken: who comes first has the name of day and headline alone."""
    script = plan(article, order.settings)
    inserts = read_inserts(order.settings.sound, RATE_HZ)
    with room_in(order.out.folder), ExitStack() as held:
        place, day = held.enter_context(order.out.place_of(script, order.settings.show, order.published))
        return Commission(script, inserts, order, place, day, held.pop_all())


def fulfil(ordered: Commission, workshop: Workshop, progress: Progress | None = None) -> Made:
    """The episode made, in any thread.

    What is there already and would come out the same is left as it is, unless the order forces it.
    """
    script, order, place = ordered.script, ordered.order, ordered.place
    with ordered.held, room_in(order.out.folder):
        recipe = recipe_of(script, order.settings, ordered.inserts, ordered.published)
        finished = None if order.force else shelf.finished(place, recipe)
        heard = _heard_again(place, order.listen) if finished else None
        if finished and (heard is None or heard.proof.is_clean()):
            return Made(script.source, finished, place, finished.duration_ms, heard=heard)
        with open_spool() as spool, atomic.replacing(place.audio) as audio:
            return _made(_session(ordered, workshop, spool, audio, progress), recipe, order)


def _session(
    ordered: Commission, workshop: Workshop, spool: Path, audio: Path, progress: Progress | None
) -> Session:
    return Session(
        ordered.script,
        ordered.order.settings,
        ordered.inserts,
        workshop,
        spool,
        audio,
        ordered.place.audio,
        ordered.published,
        progress,
    )


def _made(session: Session, recipe: str, order: Order) -> Made:
    """The session's episode, tagged, and everything beside it in its place."""
    script, show = session.script, session.settings.show
    drawn = session.workshop.executor.submit(_cover, script, show)
    recorded, heard = session.record_for(order.listen)
    own, cover = replace(recorded.episode, recipe=recipe), drawn.result()
    carried = carry_over(own, session.place)
    write_tags(session.audio, carried.episode, cover.small, session.settings.publish.transcript, own)
    place = shelf.Place(session.place)
    write_sidecars(place, carried.episode, script, cover.large)
    notes = tuple(_notes(script, cover))
    return Made(
        script.source, carried.episode, place, recorded.reused_ms, notes, carried.gave_way, heard=heard
    )


def _cover(script: Script, show: Show) -> Cover:
    """Drawn, and what it is drawn with loaded, while the first sentences are said."""
    from narrator.cover import draw_cover

    return draw_cover(script.title, show.title, shelf.guid_of(script.identity))


def _heard_again(place: shelf.Place, listen: Listen | None) -> Heard | None:
    if listen is None:
        return None
    from narrator.proof import prove
    from narrator.second_take import Heard

    return Heard(prove(place.audio, place.script, listen))


def _notes(script: Script, cover: Cover) -> Iterator[str]:
    yield from notes_on(script)
    if cover.note:
        yield cover.note
