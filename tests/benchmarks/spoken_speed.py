"""Sentences a second of the spoken form, on one core: `python tests/benchmarks/spoken_speed.py`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.spoken_cases import read_cases  # noqa: E402

SECONDS = 2.0


def main() -> None:
    began = time.perf_counter()
    from narrator.spoken import speak

    speak("It rose 5% on Jan. 27.", "en")
    print(f"first sentence after    {time.perf_counter() - began:6.2f} s")
    seed = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    _measure("article", tuple(_sentences(seed)))
    _measure("every sentence a case", tuple(case.written for case in read_cases("en")))


def _sentences(text: str) -> list[str]:
    from narrator.spoken import split_sentences

    return [sentence for line in text.splitlines() for sentence in split_sentences(line, "en")]


def _measure(name: str, sentences: tuple[str, ...]) -> None:
    from narrator.spoken import speak

    began, said = time.process_time(), 0
    while time.process_time() - began < SECONDS:
        for sentence in sentences:
            speak(sentence, "en")
        said += len(sentences)
    print(f"{name:<22} {said / (time.process_time() - began):8.0f} sentences/s")


if __name__ == "__main__":
    main()
