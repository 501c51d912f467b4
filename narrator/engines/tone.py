"""An engine without speech: a tone a word, silence between. Instant, to try a layout and for every test."""

from __future__ import annotations

import array
import functools
import math
import re
from collections.abc import Sequence

from narrator.engines.base import Notation
from narrator.model import Clip, Speech, Voice, WordTime

RATE_HZ = 24_000
_PITCH_HZ = {"tone": 220, "low": 150, "high": 330}
_LETTER_MS = 60
_GAP_MS = 40
_AMPLITUDE = 6000


class Tone:
    name = "tone"
    package = "narrator-podcast"
    notation: Notation = "none"
    in_process = True
    carries_over = False

    def version(self) -> str:
        return "1"

    def voices(self) -> Sequence[Voice]:
        return tuple(Voice(self.name, name, "mul") for name in _PITCH_HZ)

    def say(self, speech: Speech) -> Clip:
        samples = array.array("h")
        words = []
        gap = _samples(_GAP_MS / speech.rate)
        for match in re.finditer(r"\S*\w\S*", speech.text):
            samples.extend([0] * gap)
            tone = _tone(_PITCH_HZ[speech.voice], _samples(_LETTER_MS * len(match[0]) / speech.rate))
            words.append(WordTime(match.start(), match.end(), len(samples), len(samples) + len(tone)))
            samples.extend(tone)
        return Clip(samples.tobytes(), RATE_HZ, tuple(words))


def _samples(ms: float) -> int:
    return round(ms * RATE_HZ / 1000)


@functools.cache
def _tone(pitch_hz: int, samples: int) -> array.array[int]:
    step = 2 * math.pi * pitch_hz / RATE_HZ
    return array.array("h", (round(_AMPLITUDE * math.sin(step * i)) for i in range(samples)))
