"""The order of the stages, and nothing else."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from narrator import atomic, shelf
from narrator.cache import Takes
from narrator.cover import Cover, draw_cover
from narrator.engines import find_voice, short_name
from narrator.engines.studio import Studio
from narrator.episode import describe
from narrator.errors import SourceError
from narrator.feed import chapters, transcript
from narrator.inserts import Inserts, insert, read_inserts
from narrator.json_forms import as_line, script_to_json
from narrator.master import write_mastered
from narrator.model import Article, Episode, Milliseconds, Pause, Progress, Recording, Script, Utterance
from narrator.mp3.frames import write_wav
from narrator.mp3.tags import write_tags
from narrator.perform import RATE_HZ, Booth, perform
from narrator.proof import prove, prove_sound
from narrator.reading import read_pages
from narrator.recipe import recipe_of
from narrator.recognizer import Listen
from narrator.script import lexicon_of, prove_worth, write_script
from narrator.second_take import Heard, record_heard
from narrator.segment import segment
from narrator.settings import Settings
from narrator.spoken import speak

_Recorded = tuple[Episode, Milliseconds]
"""An episode whose sound is written, and how much of it had been kept."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What work is done with: engines at the ready, and the one executor of all parallel work."""

    studio: Studio
    takes: Takes
    executor: Executor


@contextmanager
def open_workshop(jobs: int | None = None, engines: Studio | None = None) -> Iterator[Workshop]:
    """A workshop for `jobs` pieces at once, as many as there are cores where not given."""
    with engines or Studio() as studio, ThreadPoolExecutor(jobs or os.cpu_count() or 1) as executor:
        try:
            takes = Takes()
            yield Workshop(studio, takes, executor)
            takes.tidy()
        except BaseException:
            studio.close()
            executor.shutdown(wait=False, cancel_futures=True)
            raise


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
    if isinstance(article, Script):
        return article
    prove_worth(article)
    return write_script(article, settings.voices, settings.pacing, lexicon_of(settings.voices))


def make_episode(
    article: Article | Script, order: Order, workshop: Workshop, progress: Progress | None = None
) -> Made:
    """Say, master, tag and put in place: the MP3 and its sidecars appear whole or not at all.

    What is there already and would come out the same is left as it is, unless the order forces it.
    """
    script = plan(article, order.settings)
    inserts = read_inserts(order.settings.sound, RATE_HZ)
    with shelf.place_of(script, order.out, order.settings.show, order.published) as (place, day):
        recipe = recipe_of(script, order.settings, inserts, day)
        if finished := None if order.force else shelf.finished(place, recipe):
            heard = _heard_again(place, order.listen)
            if heard is None or heard.proof.is_clean():
                return Made(script.source, finished, place, finished.duration_ms, heard=heard)
        return _made(script, inserts, order, _Slot(place, day, recipe), workshop, progress)


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where an episode goes, of which day, and by which recipe."""

    place: shelf.Place
    day: dt.datetime
    recipe: str


def _made(
    script: Script,
    inserts: Inserts,
    order: Order,
    slot: _Slot,
    workshop: Workshop,
    progress: Progress | None,
) -> Made:
    settings, place = order.settings, slot.place
    with tempfile.TemporaryDirectory(prefix="narrator-") as spool, atomic.replacing(place.audio) as audio:
        drawn = workshop.executor.submit(
            draw_cover, script.title, settings.show.title, shelf.guid_of(script.identity)
        )
        booth = Booth(workshop.studio, workshop.takes, settings.voices.rate)

        def record(again: frozenset[Utterance] = frozenset()) -> _Recorded:
            speech = perform(script, replace(booth, again=again), workshop.executor, Path(spool), progress)
            recording = insert(speech, inserts, Path(spool))
            mastered = write_mastered(recording, settings.sound, workshop.executor, audio)
            episode = replace(
                describe(script, recording, settings.show, place.audio, slot.day),
                loudness_lufs=mastered.loudness_lufs,
                true_peak_dbtp=mastered.true_peak_dbtp,
                recipe=slot.recipe,
            )
            return episode, _reused(recording)

        (episode, reused), heard = _recorded(script, record, audio, order.listen)
        cover = drawn.result()
        write_tags(audio, episode, cover.small, settings.publish.transcript)
        _put_beside(place, episode, script, cover.large)
    return Made(script.source, episode, place, reused, tuple(_notes(script, cover)), heard)


def _recorded(
    script: Script, record: Callable[..., _Recorded], audio: Path, listen: Listen | None
) -> tuple[_Recorded, Heard | None]:
    """The recording, proofread where there is a listener."""
    if listen is None:
        return record(), None
    return record_heard(script, record, lambda recorded: prove_sound(audio, script, recorded[0], listen))


def _heard_again(place: shelf.Place, listen: Listen | None) -> Heard | None:
    return Heard(prove(place.audio, place.script, "", listen)) if listen else None


def _reused(recording: Recording) -> Milliseconds:
    samples = sum(take.end - take.start for take in recording.takes if take.reused)
    return Milliseconds(round(samples * 1000 / recording.rate_hz))


def _notes(script: Script, cover: Cover) -> Iterator[str]:
    if script.untold:
        yield f"the voice cannot be told how to say {', '.join(script.untold)}: give an alias in the lexicon"
    if cover.note:
        yield cover.note


def _put_beside(place: shelf.Place, episode: Episode, script: Script, cover: bytes) -> None:
    atomic.write(place.chapters, chapters.to_json(episode.chapters, title=episode.title).encode())
    atomic.write(place.transcript, transcript.to_vtt(episode.lines).encode())
    atomic.write(place.script, as_line(script_to_json(script, episode.lines)).encode())
    atomic.write(place.cover, cover)


def say(text: str, language: str, settings: Settings, out: Path) -> None:
    """One utterance, mastered like an episode, as a WAV or an MP3."""
    voice = short_name(find_voice(settings.voices.default, language))
    cues = (Utterance(text, speak(text, language), voice, 0), Pause(Milliseconds(settings.pacing.end)))
    script = Script("-", text, text, language, cues)
    with open_workshop() as workshop, tempfile.TemporaryDirectory(prefix="narrator-") as spool:
        booth = Booth(workshop.studio, workshop.takes, settings.voices.rate)
        recording = perform(script, booth, workshop.executor, Path(spool))
        mp3 = out if out.suffix == ".mp3" else Path(spool) / "say.mp3"
        write_mastered(recording, settings.sound, workshop.executor, mp3)
        if mp3 != out:
            write_wav(mp3, out)
