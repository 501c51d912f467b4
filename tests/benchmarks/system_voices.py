"""Which of espeak-ng's English voices, and at which pace, is understood best?

    python tests/benchmarks/system_voices.py --model FOLDER [--voices ...] [--paces ...] [--texts ...] [--write]

Each news text is made into an episode with each voice, and listened to as `narrator proof` does. A word error is a
word that was lost, added or misheard, names included. `--write` puts the table into system_voices.md beside this
script, merged with the rows that stand there: voices and paces can be measured in several runs. `--texts` takes
articles of your own, in any language, in place of these.

Needs pyttsx3, espeakng-loader and faster-whisper with a model.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec import structs

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from narrator.engines.espeak import WORDS_A_MINUTE  # noqa: E402
from narrator.pipeline import Order, make_episode  # noqa: E402
from narrator.proof import Proof, prove  # noqa: E402
from narrator.reading import read_pages  # noqa: E402
from narrator.recognizer import whisper  # noqa: E402
from narrator.segment import segment  # noqa: E402
from narrator.settings import Settings  # noqa: E402
from narrator.shelf import Place, Shelf  # noqa: E402
from narrator.workshop import Workshop, open_workshop  # noqa: E402

_DEV = ROOT / "tests" / "corpus" / "dev"
TEXTS = (
    next((ROOT / "seeds").glob("*.txt")),
    *(_DEV / f"en-{name}.txt" for name in ("dublin", "moon-landing", "hurricane")),
)
TABLE = Path(__file__).with_name("system_voices.md")
VOICES = (
    "en-us",
    "en-gb",
    "en-us+f3",
    "en-us+m3",
    "en-us+Andrea",
    "en-us+Michael",
    "en-us+Annie",
    "en-us+steph",
)
HEAD = (
    "# espeak-ng's English voices by ear\n\n"
    "Word errors in percent, Whisper base, over the news texts of system_voices.py; the best first.\n\n"
    "| voice | words a minute | words | errors | error rate |\n|---|---|---|---|---|\n"
)
_ROW = re.compile(r"^\| (\S+) \| (\d+) \| (\d+) \| (\d+) \|", re.M)


@dataclass(frozen=True, slots=True)
class Measured:
    voice: str
    pace: int
    """Words a minute that espeak-ng is asked for."""
    words: int
    errors: int

    @property
    def rate(self) -> float:
        return self.errors / self.words

    def row(self) -> str:
        return f"| {self.voice} | {self.pace} | {self.words} | {self.errors} | {self.rate:.1%} |\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True, help="folder of a faster-whisper model")
    parser.add_argument("--voices", nargs="+", default=VOICES)
    parser.add_argument("--paces", nargs="+", type=int, default=[WORDS_A_MINUTE], help="words a minute")
    parser.add_argument("--texts", nargs="+", type=Path, default=TEXTS, help="articles of one language")
    parser.add_argument("--write", action="store_true", help="merge the rows into system_voices.md")
    options = parser.parse_args()
    with open_workshop(1) as workshop:
        for voice in options.voices:
            for pace in options.paces:
                measured = _measure(voice, pace, options, workshop)
                print(measured.row(), end="", flush=True)
                if options.write and options.texts is TEXTS:
                    _write([*_standing(), measured])


def _measure(voice: str, pace: int, options: argparse.Namespace, workshop: Workshop) -> Measured:
    proofs = [_proof(text, voice, pace, options.model, workshop) for text in options.texts]
    return Measured(voice, pace, sum(one.words for one in proofs), sum(one.errors for one in proofs))


def _proof(text: Path, voice: str, pace: int, model: str, workshop: Workshop) -> Proof:
    settings = Settings().with_voice(f"system:{voice}")
    settings = structs.replace(settings, voices=structs.replace(settings.voices, rate=pace / WORDS_A_MINUTE))
    [page] = read_pages(str(text), root=ROOT)
    with tempfile.TemporaryDirectory() as folder:
        made = make_episode(segment(page), Order(settings, Shelf(Path(folder))), workshop)
        return prove(made.episode.audio, Place(made.episode.audio).script, whisper(model))


def _standing() -> list[Measured]:
    text = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
    rows: Iterable[Sequence[str]] = _ROW.findall(text)
    return [Measured(voice, int(pace), int(words), int(errors)) for voice, pace, words, errors in rows]


def _write(measured: Iterable[Measured]) -> None:
    latest = {(one.voice, one.pace): one for one in measured}
    rows = sorted(latest.values(), key=lambda one: (one.rate, one.voice, one.pace))
    TABLE.write_text(HEAD + "".join(one.row() for one in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
