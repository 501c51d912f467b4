"""The order of the stages, and nothing else."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from narrator import atomic, shelf
from narrator.disk import naming
from narrator.errors import SourceError
from narrator.feed import chapters, transcript
from narrator.inserts import Inserts, read_inserts
from narrator.json_forms import as_line, script_to_json
from narrator.model import Article, Episode, Progress, Script
from narrator.mp3.frames import RATE_HZ, write_wav
from narrator.mp3.tags import write_tags
from narrator.proof import prove
from narrator.reading import read_pages
from narrator.recipe import recipe_of
from narrator.recognizer import Listen
from narrator.script import lexicon_of, prove_worth, script_of, write_line
from narrator.second_take import Heard
from narrator.segment import segment
from narrator.session import Session
from narrator.settings import Settings, Show
from narrator.spool import open_spool
from narrator.workshop import Workshop, open_workshop

if TYPE_CHECKING:
    from narrator.cover import Cover


@dataclass(frozen=True, slots=True)
class Order:
    """How an episode is wanted, and where."""

    settings: Settings
    out: Path
    published: dt.date | None = None
    force: bool = False
    listen: Listen | None = None
    """A recognizer that hears the finished episode, so that what is misheard is said once more."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished episode and the files beside it."""

    source: str
    episode: Episode
    place: shelf.Place
    reused_ms: int = 0
    notes: tuple[str, ...] = ()
    """What a user should know of it, such as a cover that could not be lettered."""
    heard: Heard | None = None
    """What the order's listener says of it."""


def narrate(
    source: str | Path, out: str | Path = "audio", voice: str = "", settings: Settings | None = None
) -> Episode:
    """Make the episode of one article, a file or an address, in the folder `out`.

    Raises a `NarratorError`: `SourceError` for what is no article, `UsageError` for an unknown voice.
    """
    chosen = (settings or Settings()).with_voice(voice) if voice else settings or Settings()
    pages = read_pages(str(source), root=Path.cwd(), stdin=None)
    if len(pages) != 1:
        raise SourceError(f"{source}: holds {len(pages)} articles, not one")
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    with open_workshop() as workshop:
        return make_episode(segment(pages[0], chosen.read), Order(chosen, folder), workshop).episode


def plan(article: Article | Script, settings: Settings) -> Script:
    """What will be said of an article that is worth an episode."""
    if isinstance(article, Article):
        prove_worth(article)
    return script_of(article, settings.voices, settings.pacing)


def make_episode(
    article: Article | Script, order: Order, workshop: Workshop, progress: Progress | None = None
) -> Made:
    """Say, master, tag and put in place: the MP3 and its sidecars appear whole or not at all.

    What is there already and would come out the same is left as it is, unless the order forces it.
    """
    script = plan(article, order.settings)
    inserts = read_inserts(order.settings.sound, RATE_HZ)
    with (
        _room(order.out),
        shelf.place_of(script, order.out, order.settings.show, order.published) as (place, day),
    ):
        recipe = recipe_of(script, order.settings, inserts, day)
        finished = None if order.force else shelf.finished(place, recipe)
        heard = _heard_again(place, order.listen) if finished else None
        if finished and (heard is None or heard.proof.is_clean()):
            return Made(script.source, finished, place, finished.duration_ms, heard=heard)
        with open_spool() as spool, atomic.replacing(place.audio) as audio:
            session = Session(
                script, order.settings, inserts, workshop, spool, audio, place.audio, day, progress
            )
            return _made(session, recipe, order)


def _made(session: Session, recipe: str, order: Order) -> Made:
    """The session's episode, tagged, and everything beside it in its place."""
    script, show = session.script, session.settings.show
    drawn = session.workshop.executor.submit(_cover, script, show)
    recorded, heard = session.record_for(order.listen)
    episode, cover = replace(recorded.episode, recipe=recipe), drawn.result()
    write_tags(session.audio, episode, cover.small, session.settings.publish.transcript)
    place = shelf.Place(session.place)
    _put_beside(place, episode, script, cover.large)
    return Made(script.source, episode, place, recorded.reused_ms, tuple(_notes(script, cover)), heard)


def _cover(script: Script, show: Show) -> Cover:
    """Drawn, and what it is drawn with loaded, while the first sentences are said."""
    from narrator.cover import draw_cover

    return draw_cover(script.title, show.title, shelf.guid_of(script.identity))


def _room(folder: Path) -> AbstractContextManager[None]:
    """Names the folder where it, or the one for what is temporary, takes nothing more."""
    return naming(folder, f"episodes need room there, and while they are made in {tempfile.gettempdir()}")


def _heard_again(place: shelf.Place, listen: Listen | None) -> Heard | None:
    return Heard(prove(place.audio, place.script, "", listen)) if listen else None


def _notes(script: Script, cover: Cover) -> Iterator[str]:
    yield from notes_on(script)
    if cover.note:
        yield cover.note


def notes_on(script: Script) -> Iterator[str]:
    """What an editor should know of how it is said."""
    if script.untold:
        yield f"the voice cannot be told how to say {', '.join(script.untold)}: give an alias in the lexicon"


def _put_beside(place: shelf.Place, episode: Episode, script: Script, cover: bytes) -> None:
    files = {
        place.cover: cover,
        place.chapters: chapters.to_json(episode.chapters, title=episode.title).encode(),
        place.transcript: transcript.to_vtt(episode.lines).encode(),
        place.script: as_line(script_to_json(script, episode.lines)).encode(),
    }
    for path, data in files.items():
        with naming(path):
            atomic.write(path, data)


def say(text: str, language: str, settings: Settings, out: Path) -> Script:
    """One utterance, mastered like an episode, as a WAV or an MP3; how it was said."""
    script = write_line(text, language, settings.voices, settings.pacing, lexicon_of(settings.voices))
    with open_workshop() as workshop, _room(out.parent), open_spool() as spool:
        mp3, now = spool / "say.mp3", dt.datetime.now(dt.UTC)
        Session(script, settings, Inserts(), workshop, spool, mp3, out, now).record()
        with atomic.replacing(out) as fresh:
            shutil.copyfile(mp3, fresh) if out.suffix == ".mp3" else write_wav(mp3, fresh)
    return script
