"""A show and episodes as they lie in a folder, for the tests of feed and publishing."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from narrator.feed.published import CHAPTERS, COVER, SRT, VTT, Published
from narrator.feed.transcript import to_vtt
from narrator.model import Chapter, Episode, Line, Milliseconds
from narrator.mp3.frames import encode_piece, write_mp3
from narrator.mp3.tags import write_tags
from narrator.settings import Show

BASE_URL = "https://planet.example/audio"

SHOW = Show(
    title="The Daily Planet, read aloud",
    author="The Daily Planet",
    email="audio@planet.example",
    description="Every article of the day.",
    category="News > Politics",
    link="https://planet.example/",
)


def chapter(title: str, start: int, end: int) -> Chapter:
    return Chapter(title, Milliseconds(start), Milliseconds(end))


EPISODE = Episode(
    audio=Path("2023-01-27-gunman-enters-azerbaijan-embassy.mp3"),
    guid="6d1f2d1c-44a7-5c8e-9d3a-0c8f1f0b7a11",
    source="https://planet.example/gunman",
    title="Gunman enters Azerbaijan embassy",
    published=dt.datetime(2023, 1, 27, tzinfo=dt.UTC),
    duration_ms=Milliseconds(125_400),
    chapters=(
        chapter("Gunman enters Azerbaijan embassy", 0, 4_123),
        chapter("What happened", 4_123, 65_900),
        chapter("The background", 65_900, 125_400),
    ),
    lines=(Line("Gunman enters Azerbaijan embassy.", Milliseconds(300), Milliseconds(3_000), "heart"),),
    description="A man was arrested in Tehran.\nRead by a synthetic voice (heart). Article: The Daily Planet",
    language="en",
    voice="hibari:heart",
    show_title=SHOW.title,
    show_author=SHOW.author,
    authors=("Lois Lane", "Clark Kent"),
    url="https://planet.example/gunman",
)

PUBLISHED = Published(EPISODE, 1_505_000, "0123456789abcdef" * 4, frozenset({VTT, SRT, CHAPTERS, COVER}))

TONE = np.concatenate(
    [6000 * np.sin(np.arange(74 * 1152) * (2 * np.pi * 330 / 44_100)), np.zeros(2 * 1152)]
).astype(np.int16)


def published(nth: int, **changes: object) -> Published:
    """The sample episode again, as the article of another day."""
    day = EPISODE.published + dt.timedelta(days=nth)
    audio = Path(f"{day:%Y-%m-%d}-article-{nth}.mp3")
    guid = f"6d1f2d1c-44a7-5c8e-9d3a-{nth:012}"
    episode = replace(EPISODE, audio=audio, guid=guid, title=f"Article {nth}", published=day)
    return replace(PUBLISHED, episode=replace(episode, **changes))  # type: ignore[arg-type]


def write_episode(
    folder: Path, nth: int, lyrics: bool = True, sound: NDArray[np.int16] = TONE, **changes: object
) -> Path:
    """A real MP3, two seconds long, with its transcript beside it."""
    audio = folder / published(nth).name
    samples = write_mp3(audio, [encode_piece(sound, 96)], 96)
    length = Milliseconds(round(samples / 44.1))
    chapters = (chapter("One", 0, 900), chapter("Two", 900, length))
    short = {"duration_ms": length, "chapters": chapters} | changes
    episode = published(nth, **short).episode
    write_tags(audio, episode, lyrics=lyrics)
    audio.with_suffix(VTT).write_text(to_vtt(episode.lines), encoding="utf-8")
    return audio
