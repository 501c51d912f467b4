"""Which names do the default voices misread, and does telling them the IPA help?

    python tests/benchmarks/misread_names.py --model FOLDER [--write] > tests/benchmarks/names_measured.tsv
    python tests/benchmarks/misread_names.py --model FOLDER --sentences 10 NAME...

Each candidate of names.tsv is judged twice. By phonemes: what the voice would say unaided against what the
IPA says. By ear: a sentence with the name, said by hibari unaided and told, is transcribed with Whisper, and
the letters heard are compared with the name's. An entry is kept where a voice's unaided phonemes are far off
and telling it does not make the name harder to recognize. A name that espeak-ng reads about right is listened to
as well, since its weak vowels can make it unintelligible: it is kept where telling makes it much clearer, and
hibari no worse. What `narrator proof` found in an article stands in a third column of names.tsv.
`--write` puts those that are kept into narrator/spoken/names.txt.

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
UNCLEAR = 0.7
"""Likeness under which a name that espeak-ng reads about right is listened to in several sentences."""
CLEARER = 0.15
"""How much more alike the letters heard in them must be to be told."""
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
HIBARI, SYSTEM = ("hibari", "heart"), ("system", "en-us")
SAMPLE_RATE = 16_000


@dataclass(frozen=True)
class Name:
    word: str
    ipa: str
    proof: str = ""
    """The article in which `narrator proof` heard it wrong from a default voice, and right with this IPA."""
    far: tuple[float, float] = (0.0, 0.0)
    """By phonemes, for hibari and for espeak-ng."""
    unaided: float = 0.0
    """How alike the letters heard from hibari are to the name's, 1 is equal."""
    told: float = 0.0
    """The same, told the IPA."""
    unclear: float = 0.0
    """How alike the letters heard from espeak-ng are, unaided."""
    clear: float = 0.0
    """The same, told the IPA."""

    @property
    def is_misread(self) -> bool:
        return max(self.far) >= FAR

    @property
    def is_helped(self) -> bool:
        if self.proof:
            return True
        if max(self.far) >= PLAINLY_WRONG and self.told >= RECOGNIZED:
            return True
        return (self.is_misread or self.is_cleared) and self.told >= self.unaided - WORSE

    @property
    def is_cleared(self) -> bool:
        return self.clear >= self.unclear + CLEARER

    @property
    def is_for_the_ear(self) -> bool:
        """Whether hibari is listened to; telling espeak-ng what it misreads needs no listener."""
        return self.far[0] >= FAR or self.is_cleared


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True, help="folder of a faster-whisper model")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these of the candidates")
    parser.add_argument(
        "--sentences", type=int, default=4, help="in which an unclear name is listened to (4)"
    )
    parser.add_argument("--write", action="store_true", help="write the entries that help into names.txt")
    options = parser.parse_args()
    listener = _listener(options.model)
    wanted = (name for name in _candidates() if not options.names or name.word in options.names)
    names = [replace(name, far=_distances(name)) for name in wanted]
    near = [name for name in names if not name.is_misread and not name.proof]
    cleared = list(_cleared(near, options.sentences, listener))
    misread = [name for name in names if name.is_misread and not name.proof]
    print(f"# {len(names)} candidates, {len(misread)} misread by phonemes, {len(cleared)} unclear by ear")
    print("# - is not listened to")
    print("# name\tfar hibari\tfar espeak\thibari unaided\ttold\tespeak unaided\ttold\tkept", flush=True)
    kept = []
    told_espeak_only = [name for name in misread if not name.is_for_the_ear]
    for_the_ear = [name for name in misread + cleared if name.is_for_the_ear]
    proved = [name for name in names if name.proof]
    for name in chain(proved, told_espeak_only, _heard_from_hibari(for_the_ear, listener)):
        kept += [name] if name.is_helped else []
        print(_row(name), flush=True)
    print(f"# {len(kept)} kept")
    if options.write:
        _write(kept)


def _row(name: Name) -> str:
    hibari = (f"{name.unaided:.2f}", f"{name.told:.2f}") if name.is_for_the_ear else ("-", "-")
    espeak = (f"{name.unclear:.2f}", f"{name.clear:.2f}") if name.is_cleared else ("-", "-")
    far = map("{:.2f}".format, name.far)
    return "\t".join((name.word, *far, *hibari, *espeak, "yes" if name.is_helped else "no"))


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


def _heard_from_hibari(names: Sequence[Name], listener: Any) -> Iterator[Name]:
    for batch in _batches(names):
        unaided, told = (_heard(batch, HIBARI, aided, listener) for aided in (False, True))
        for name, before, after in zip(batch, unaided, told, strict=True):
            yield replace(name, unaided=before, told=after)


def _cleared(names: Sequence[Name], sentences: int, listener: Any) -> Iterator[Name]:
    """Those that are understood much better from espeak-ng when it is told."""
    unclear = []
    for batch in _batches(names):
        heard = _heard(batch, SYSTEM, False, listener)
        unclear += [name for name, likeness in zip(batch, heard, strict=True) if likeness < UNCLEAR]
    for batch in _batches(unclear):
        unaided, told = (
            np.mean([_heard(batch, SYSTEM, aided, listener, first) for first in range(sentences)], axis=0)
            for aided in (False, True)
        )
        for name, before, after in zip(batch, unaided, told, strict=True):
            listened = replace(name, unclear=before, clear=after)
            if listened.is_cleared:
                yield listened


def _batches(names: Sequence[Name]) -> Iterator[Sequence[Name]]:
    for start in range(0, len(names), len(CARRIERS)):
        yield names[start : start + len(CARRIERS)]


def _heard(
    names: Sequence[Name], voice: tuple[str, str], told: bool, listener: Any, first: int = 0
) -> list[float]:
    """How alike what is heard is to each name, in sentences from the `first` on: the best of one to four words."""
    carriers = (*CARRIERS[first:], *CARRIERS[:first])
    pieces = [_said(name, carrier, voice, told) for name, carrier in zip(names, carriers, strict=False)]
    segments, _ = listener.transcribe(
        np.concatenate(pieces), language="en", beam_size=1, temperature=0, condition_on_previous_text=False
    )
    words = " ".join(segment.text for segment in segments).split()
    groups = [" ".join(words[i : i + size]) for size in (1, 2, 3, 4) for i in range(len(words))]
    return [max((_likeness(name.word, group) for group in groups), default=0.0) for name in names]


def _said(name: Name, carrier: str, voice: tuple[str, str], told: bool) -> np.ndarray:
    engine, speaking = voice
    speaker = engine_named(engine)
    hint = (Pronunciation(name.word, in_notation(name.ipa, speaker.notation)),) if told else ()
    clip = speaker.say(Speech(carrier.format(name.word), speaking, hint))
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
