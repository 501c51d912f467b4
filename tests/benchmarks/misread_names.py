"""Which names do the default voices misread, and does telling them the IPA help?

    python tests/benchmarks/misread_names.py --model FOLDER [--write] > tests/benchmarks/names_measured.tsv

Each candidate of names.tsv is judged twice. By phonemes: what the voice would say unaided against what the
IPA says. By ear: a sentence with the name, said by hibari unaided and told, is transcribed with Whisper, and
the letters heard are compared with the name's. An entry is kept where a voice's unaided phonemes are far off
and telling it does not make the name harder to recognize. `--write` puts those into narrator/spoken/names.txt.

Needs hibari-tts, piper-tts (for espeak-ng's phonemes) and faster-whisper with a model.
"""

from __future__ import annotations

import argparse
import csv
import difflib
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import soxr

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from narrator.engines import engine_named  # noqa: E402
from narrator.model import Pronunciation, Speech  # noqa: E402
from narrator.spoken.ipa import in_notation  # noqa: E402

CANDIDATES = Path(__file__).with_name("names.tsv")
SHIPPED = ROOT / "narrator" / "spoken" / "names.txt"
FAR = 0.3
"""Share of phonemes that differ, from which on a reading is wrong and not merely another accent."""
PLAINLY_WRONG = 0.66
"""Share from which on a reading is wrong whatever a recognizer makes of it."""
WORSE = 0.08
"""How much less alike the heard letters may be: noise of the recognizer."""
RECOGNIZED = 0.5
"""Likeness that is enough for names read plainly wrong: of silent letters no recognizer knows."""
CARRIERS = (
    "Reporters met {} at the airport.",
    "The committee wrote to {} on Monday.",
    "A long statement from {} came late last night.",
    "People in the market talked about {} all morning.",
    "The film begins with {} in the rain.",
    "Nobody had expected {} to matter so much.",
    "Her brother once lived near {} for a year.",
    "We will hear more about {} this afternoon.",
    "The second chapter describes {} at length.",
    "It was the name of {} that everybody knew.",
)
"""Sentences in one transcription: different, since repetition makes Whisper repeat itself."""
VOICE = ("hibari", "heart")
SAMPLE_RATE = 16_000


@dataclass(frozen=True)
class Name:
    word: str
    ipa: str
    far: tuple[float, float] = (0.0, 0.0)
    """By phonemes, for hibari and for espeak-ng."""
    unaided: float = 0.0
    """How alike the letters heard from hibari are to the name's, 1 is equal."""
    told: float = 0.0
    """The same, told the IPA."""

    @property
    def is_misread(self) -> bool:
        return max(self.far) >= FAR

    @property
    def is_helped(self) -> bool:
        if max(self.far) >= PLAINLY_WRONG and self.told >= RECOGNIZED:
            return True
        return self.is_misread and self.told >= self.unaided - WORSE

    @property
    def is_for_the_ear(self) -> bool:
        """Whether hibari misreads it; telling espeak-ng mnemonics needs no listener."""
        return self.far[0] >= FAR


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True, help="folder of a faster-whisper model")
    parser.add_argument("--write", action="store_true", help="write the entries that help into names.txt")
    options = parser.parse_args()
    names = [replace(name, far=_distances(name)) for name in _candidates()]
    misread = [name for name in names if name.is_misread]
    print(f"# {len(names)} candidates, {len(misread)} misread by phonemes; - is not listened to")
    print("# name\tfar hibari\tfar espeak\theard unaided\theard told\tkept", flush=True)
    kept = []
    told_espeak_only = [name for name in misread if not name.is_for_the_ear]
    for_the_ear = [name for name in misread if name.is_for_the_ear]
    for name in chain(told_espeak_only, _heard_all(for_the_ear, _listener(options.model))):
        kept += [name] if name.is_helped else []
        print(_row(name), flush=True)
    print(f"# {len(kept)} kept")
    if options.write:
        _write(kept)


def _row(name: Name) -> str:
    ear = (f"{name.unaided:.2f}", f"{name.told:.2f}") if name.is_for_the_ear else ("-", "-")
    return "\t".join((name.word, *map("{:.2f}".format, name.far), *ear, "yes" if name.is_helped else "no"))


def _candidates() -> Iterator[Name]:
    with CANDIDATES.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            yield Name(*row)


def _write(kept: Sequence[Name]) -> None:
    head = (
        "# Names that the default voices misread unaided, found by tests/benchmarks/misread_names.py.\n[en]\n"
    )
    lines = sorted(f"{name.word} = /{name.ipa}/\n" for name in kept)
    SHIPPED.write_text(head + "".join(lines), encoding="utf-8")


# --- by phonemes ------------------------------------------------------------------------------------------


def _distances(name: Name) -> tuple[float, float]:
    return (
        _distance(_hibari_phonemes(name.word), in_notation(name.ipa, "misaki")),
        _distance(_espeak_phonemes(name.word), in_notation(name.ipa, "piper")),
    )


def _hibari_phonemes(word: str) -> str:
    return str(_hibari()(word, normalize_text=False))


@cache
def _hibari() -> Any:
    from hibari import Hibari

    return Hibari().g2p


def _espeak_phonemes(word: str) -> str:
    return "".join("".join(part) for part in _espeak().phonemize("en-us", word))


@cache
def _espeak() -> Any:
    from piper.phonemize_espeak import EspeakPhonemizer

    return EspeakPhonemizer()


_ALIKE = str.maketrans(
    {"ɪ": "ə", "ᵊ": "ə", "ᵻ": "ə", "ɐ": "ə", "ʌ": "ə", "ɔ": "ɑ", "ɒ": "ɑ", "T": "t", "ɾ": "t", "ɚ": "ə"}
)


def _distance(said: str, right: str) -> float:
    """Share of the right phonemes that differ; stress, length and weak vowels apart."""
    first, second = (re.sub(r"[^\w]|[ˈˌːɹr]", "", text.translate(_ALIKE)) for text in (said, right))
    return _edits(first, second) / max(len(second), 1)


def _edits(first: str, second: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(second) + 1))
    for number, one in enumerate(first, 1):
        last, row = row, [number]
        for index, other in enumerate(second):
            row.append(min(last[index] + (one != other), last[index + 1] + 1, row[index] + 1))
    return row[-1]


# --- by ear -----------------------------------------------------------------------------------------------


def _listener(model: str) -> Any:
    from faster_whisper import WhisperModel

    return WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)


def _heard_all(names: Sequence[Name], listener: Any) -> Iterator[Name]:
    for start in range(0, len(names), len(CARRIERS)):
        batch = names[start : start + len(CARRIERS)]
        unaided, told = (_heard(batch, aided, listener) for aided in (False, True))
        for name, before, after in zip(batch, unaided, told, strict=True):
            yield replace(name, unaided=before, told=after)


def _heard(names: Sequence[Name], told: bool, listener: Any) -> list[float]:
    """How alike what is heard is to each name: the best of all one to four words heard."""
    pieces = [_said(name, carrier, told) for name, carrier in zip(names, CARRIERS, strict=False)]
    segments, _ = listener.transcribe(
        np.concatenate(pieces), language="en", beam_size=1, temperature=0, condition_on_previous_text=False
    )
    words = " ".join(segment.text for segment in segments).split()
    groups = [" ".join(words[i : i + size]) for size in (1, 2, 3, 4) for i in range(len(words))]
    return [max((_likeness(name.word, group) for group in groups), default=0.0) for name in names]


def _said(name: Name, carrier: str, told: bool) -> np.ndarray:
    engine, voice = VOICE
    speaker = engine_named(engine)
    hint = (Pronunciation(name.word, in_notation(name.ipa, speaker.notation)),) if told else ()
    clip = speaker.say(Speech(carrier.format(name.word), voice, hint))
    samples = np.frombuffer(clip.pcm, np.int16).astype(np.float32) / 32768
    silence = np.zeros(SAMPLE_RATE // 3, np.float32)
    return np.concatenate([soxr.resample(samples, clip.rate_hz, SAMPLE_RATE), silence])


def _likeness(word: str, heard: str) -> float:
    return difflib.SequenceMatcher(None, _letters(word), _letters(heard), autojunk=False).ratio()


def _letters(text: str) -> str:
    return re.sub(
        r"[^a-z]", "", unicodedata.normalize("NFKD", text.lower().replace("ł", "l").replace("ı", "i"))
    )


if __name__ == "__main__":
    main()
