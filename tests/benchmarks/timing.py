"""How exact the times of a transcript are: `pip install pocketsphinx; python -m tests.benchmarks.timing [VOICE ...]`.

Articles are made, decoded and laid beside their text by a recognizer of others, which finds each word in steps of
10 ms. A sentence is looked for from the middle of the pause before it to the middle of the one after; one with a word
that is not in the recognizer's dictionary is left out, and one that it cannot follow is counted as such. The constant
difference is taken off, as its median.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from tests.benchmarks.long_text import ROOT

ARTICLES = (
    *sorted((ROOT / "seeds").glob("*.txt")),
    *(
        ROOT / "tests" / "articles" / f"{name}.txt"
        for name in ("embassy_attack", "local_paper", "no_headline")
    ),
)
_HEARD_AT_HZ = 16_000
_FRAME_MS = 10
_STAMP = re.compile(r"<([\d:.]+)>")


@dataclass(frozen=True, slots=True)
class Cue:
    """A sentence of a transcript: its words as the recognizer spells them, and when each is said to start."""

    start_ms: int
    end_ms: int
    words: tuple[str, ...]
    starts_ms: tuple[int | None, ...]
    """None for words without a time of their own."""


def main(voices: Sequence[str]) -> None:
    print(
        f"{'voice':<10} {'sentences':>9} {'words':>6}  {'starts, 95th':>12} {'ends, 95th':>11} {'words, median':>14}"
    )
    for voice in voices:
        every = list(_differences(voice))
        differences = [difference for difference in every if difference]
        starts, ends, words = (np.concatenate(column) for column in zip(*differences, strict=True))
        print(
            f"{voice:<8} {len(starts):>3} of {len(every):<3}{len(words):>6} {_percentile(starts, 95):>10.0f} ms "
            f"{_percentile(ends, 95):>8.0f} ms {_percentile(words, 50):>11.0f} ms"
        )


def _percentile(differences: NDArray[np.int64], percent: int) -> float:
    """Of the distances from their median, which is the recognizer's own."""
    return float(np.percentile(np.abs(differences - np.median(differences)), percent))


def _differences(voice: str) -> Iterator[tuple[list[int], list[int], list[int]] | None]:
    """Of each sentence: heard minus told, of its start, its end, and its words; None where it was not followed."""
    for article in ARTICLES:
        with tempfile.TemporaryDirectory() as folder:
            mp3 = _made(article, voice, Path(folder))
            samples, rate_hz = soundfile.read(mp3, dtype="float32", always_2d=True)
            sound = soxr.resample(samples[:, 0], rate_hz, _HEARD_AT_HZ)
            cues = list(_cues(mp3.with_suffix(".vtt").read_text("utf-8")))
        for cue, (begin_ms, stop_ms) in zip(cues, _windows(cues), strict=True):
            if cue.words and all(map(_decoder().lookup_word, cue.words)):
                heard = _heard(sound, cue.words, begin_ms, stop_ms)
                yield _difference(cue, heard) if heard else None


def _difference(cue: Cue, heard: Sequence[tuple[int, int]]) -> tuple[list[int], list[int], list[int]]:
    words = [
        start_ms - told_ms
        for (start_ms, _), told_ms in zip(heard, cue.starts_ms, strict=True)
        if told_ms is not None
    ]
    return [heard[0][0] - cue.start_ms], [heard[-1][1] - cue.end_ms], words


def _made(article: Path, voice: str, folder: Path) -> Path:
    command = [
        sys.executable,
        "-m",
        "narrator",
        "make",
        article,
        "--voice",
        voice,
        "--out",
        folder,
        "--quiet",
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.mp3"))


def _cues(vtt: str) -> Iterator[Cue]:
    for block in vtt.split("\n\n"):
        times, _, text = block.partition("\n")
        if "-->" in times:
            start_ms, end_ms = (_ms(time.strip()) for time in times.split("-->"))
            yield Cue(start_ms, end_ms, *_words(" ".join(text.split()), start_ms))


def _words(text: str, start_ms: int) -> tuple[tuple[str, ...], tuple[int | None, ...]]:
    """The first word starts with its sentence, a later one where a stamp stands before it."""
    words, starts = list[str](), list[int | None]()
    stamp: int | None = start_ms
    for part in re.split(r"(<[^>]*>|\s)", text):
        if stamped := _STAMP.fullmatch(part):
            stamp = _ms(stamped[1])
        elif not part.startswith("<") and (word := _spelled(part)):
            words.append(word)
            starts.append(stamp)
            stamp = None
    return tuple(words), tuple(starts)


def _spelled(word: str) -> str:
    """As the recognizer spells it; what is no word of letters stays what it will not know.

    >>> _spelled("“Iran’s"), _spelled("–"), _spelled("2023,")
    ("iran's", '', '2023')
    """
    return re.sub(r"[^\w']", "", word.lower().replace("’", "'")).strip("'_")


def _ms(time: str) -> int:
    hours, minutes, seconds = time.split(":")
    return round(1000 * (int(hours) * 3600 + int(minutes) * 60 + float(seconds)))


def _windows(cues: Sequence[Cue]) -> Iterator[tuple[int, int]]:
    for index, cue in enumerate(cues):
        before = cues[index - 1].end_ms if index else 0
        after = cues[index + 1].start_ms if index + 1 < len(cues) else cue.end_ms + 500
        yield (before + cue.start_ms) // 2, (cue.end_ms + after) // 2


def _heard(
    sound: NDArray[np.float32], words: Sequence[str], begin_ms: int, stop_ms: int
) -> list[tuple[int, int]]:
    """When each word starts and ends in a part of the sound; nothing where the recognizer does not get through."""
    decoder = _decoder()
    begin, stop = (ms * _HEARD_AT_HZ // 1000 for ms in (begin_ms, stop_ms))
    decoder.set_align_text(" ".join(words))
    decoder.start_utt()
    decoder.process_raw((sound[begin:stop] * 32767).astype("<i2").tobytes(), full_utt=True)
    decoder.end_utt()
    found = [segment for segment in decoder.seg() or () if segment.word[0] not in "<["]
    times = [
        (begin_ms + _FRAME_MS * segment.start_frame, begin_ms + _FRAME_MS * (segment.end_frame + 1))
        for segment in found
    ]
    return times if len(times) == len(words) else []


@cache
def _decoder() -> Any:
    import pocketsphinx

    return pocketsphinx.Decoder(lm=None, loglevel="FATAL")


if __name__ == "__main__":
    main(sys.argv[1:] or ["heart", "system"])
