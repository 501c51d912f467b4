"""A small podcast of tones for the tests of pages and server: every sentence sounds when its line says so."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from narrator.feed import transcript
from narrator.feed.published import BESIDE, Published
from narrator.model import Chapter, Episode, Line, Milliseconds, Word
from narrator.mp3.frames import FRAME_SAMPLES, RATE_HZ, encode_piece, write_mp3
from narrator.mp3.tags import write_tags

EMBASSY = """\
# Gunman enters Azerbaijan embassy in Tehran, kills security chief
Gunman enters Azerbaijan embassy in Tehran, kills security chief
# The attack
The security chief at Azerbaijan's Iran embassy was killed in an attack on Friday morning. Two were injured.
The assailant attacked a staffer in front of the embassy's entrance before entering the premises.
"Terror against diplomatic missions is unacceptable!" he tweeted. 😀 It cited footage.
# Iran-Azerbaijan relations
Iran-Azerbaijan relations
Azerbaijan and Iran share a border. Azerbaijan is a close ally of Turkey, Iran's main challenger.
On its part, Iran is a close friend of Armenia, with whom Azerbaijan has had tense relations."""

ARABIC = """\
# المدينة القديمة تستقبل زوارها من جديد
المدينة القديمة تستقبل زوارها من جديد
أعادت المدينة القديمة فتح أبوابها صباح اليوم. حضر المئات من السكان الاحتفال.
# تاريخ طويل
تأسست المدينة قبل ألف عام. وكانت مركزا للتجارة بين الشرق والغرب."""


def make_episode(folder: Path, stem: str, text: str = EMBASSY, **facts: object) -> Published:
    """An episode with its MP3, captions and cover, read at fifteen characters a second."""
    lines, chapters = _timed(text)
    audio = folder / f"{stem}.mp3"
    samples = write_mp3(audio, [_encoded(lines)], 96)
    (folder / f"{stem}.vtt").write_text(transcript.to_vtt(lines), encoding="utf-8")
    Image.new("RGB", (300, 300), _colour(stem)).save(folder / f"{stem}.jpg")
    episode = Episode(
        audio=audio,
        guid=str(uuid5(NAMESPACE_URL, stem)),
        source=f"https://news.example/{stem}",
        title=chapters[0].title,
        published=dt.datetime(2023, 1, 27, tzinfo=dt.UTC),
        duration_ms=Milliseconds(round(samples * 1000 / RATE_HZ)),
        chapters=chapters,
        lines=lines,
        description=f"{lines[min(1, len(lines) - 1)].text}\n\nRead by a synthetic voice (heart). Article: news.example",
        language="en",
        voice="heart",
        show_title="The Daily Ear",
        show_author="News Example",
        authors=("Ana Reporter",),
        site="news.example",
        url=f"https://news.example/{stem}",
    )
    told = replace(episode, **facts)  # type: ignore[arg-type]
    write_tags(audio, told)
    return published(told)


def published(episode: Episode) -> Published:
    """The episode with its transcript left where it lies, as the folder's index tells it."""
    beside = frozenset(suffix for suffix in BESIDE if episode.audio.with_suffix(suffix).is_file())
    data = episode.audio.read_bytes()
    return Published(replace(episode, lines=()), len(data), hashlib.sha256(data).hexdigest(), beside)


def _timed(text: str) -> tuple[tuple[Line, ...], tuple[Chapter, ...]]:
    at, lines, starts = 300, [], []
    for row in text.splitlines():
        if row.startswith("# "):
            starts.append((row[2:], at))
            continue
        for sentence in row.replace(". ", ".\n").replace("! ", "!\n").splitlines():
            lines.append(_line(sentence, at))
            at = lines[-1].end_ms + 500
        at += 350
    ends = [start for _, start in starts[1:]] + [at]
    begins = [0, *(start for _, start in starts[1:])]
    titles = [title for title, _ in starts]
    chapters = map(Chapter, titles, map(Milliseconds, begins), map(Milliseconds, ends))
    return tuple(lines), tuple(chapters)


def _line(sentence: str, at: int) -> Line:
    words, start = [], at
    for word in re.finditer(r"\S+", sentence):
        end = at + 66 * len(word[0])
        words.append(Word(word.start(), word.end(), Milliseconds(at), Milliseconds(end)))
        at = end + 40
    return Line(sentence, Milliseconds(start), Milliseconds(at), "hibari:heart", tuple(words))


@cache
def _encoded(lines: tuple[Line, ...]) -> bytes:
    return encode_piece(_tones(lines), 96)


def _tones(lines: tuple[Line, ...]) -> NDArray[np.int16]:
    seconds = np.arange((lines[-1].end_ms * RATE_HZ // 1000 // FRAME_SAMPLES + 30) * FRAME_SAMPLES) / RATE_HZ
    sound = np.zeros(len(seconds))
    for number, line in enumerate(lines):
        inside = (seconds >= line.start_ms / 1000) & (seconds < line.end_ms / 1000)
        sound[inside] = np.sin(seconds[inside] * 2 * np.pi * (180 + 20 * (number % 5)))
    sound *= 0.08 + 0.2 * np.abs(np.sin(seconds * 1.7) * np.sin(seconds * 0.4))
    return (sound * 32_000).astype(np.int16)


def _colour(stem: str) -> tuple[int, int, int]:
    red, green, blue, *_ = uuid5(NAMESPACE_URL, stem).bytes
    return red // 2 + 40, green // 2 + 40, blue // 2 + 60
