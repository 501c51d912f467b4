"""Do the engines hear the right reading in prepared text? `python tests/benchmarks/spoken_phonemes.py`

For every case the phonemes of what narrator prepares are compared with those of the accepted forms, for
espeak and for hibari. Stress, pauses and "and" are left aside: the accepted forms are in small letters
without marks, which get a melody of their own. Prints what differs, and the rates;
exit 1 below 95 %.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from narrator.spoken import speak  # noqa: E402
from tests.spoken_cases import Case, read_cases  # noqa: E402

Phonemizer = Callable[[str], str]
_PLAIN = re.compile(r"[ˈˌː\W]|ænd|ənd")
LEAST = 0.95
"""Of the cases, what must sound right; the rest are accepted forms that an engine itself misreads (`a p` for AP)."""

_UTF8, _IPA, _SYNCHRONOUS = 1, 2, 2


def espeak() -> Phonemizer:
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_Initialize(_SYNCHRONOUS, 0, os.fsencode(espeakng_loader.get_data_path()), 0)
    library.espeak_SetVoiceByName(b"en-us")
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p

    def phonemes(text: str) -> str:
        rest, clauses = ctypes.c_char_p(text.encode()), []
        while rest.value is not None:
            clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA) or b"")
        return b" ".join(clauses).decode()

    return phonemes


def hibari() -> Phonemizer:
    from hibari.g2p import G2P

    g2p = G2P(british=False)
    return lambda text: str(g2p(text, normalize_text=False))


def main() -> int:
    rates = [
        _compare(f"{name}, {engine.__name__}", engine(), read_cases(name))
        for name in sys.argv[1:] or ["en", "en_more"]
        for engine in (espeak, hibari)
    ]
    return 0 if min(rates) >= LEAST else 1


def _compare(name: str, phonemes: Phonemizer, cases: list[Case]) -> float:
    same = 0
    for case in cases:
        spoken = speak(case.written, "en")
        if _bare(phonemes(spoken)) in {_bare(phonemes(form)) for form in _as_written(case)}:
            same += 1
        else:
            print(f"  {spoken}  {phonemes(spoken)}  ≠  {phonemes(case.accepted[0])}")
    print(f"{name}: {same} of {len(cases)}, {same / len(cases):.1%}")
    return same / len(cases)


def _as_written(case: Case) -> list[str]:
    """The accepted forms, with the article told from the letter A, which both engines take for the article."""
    return [form.replace(" a m", " A.M.") for form in case.accepted]


def _bare(phonemes: str) -> str:
    return _PLAIN.sub("", phonemes)


if __name__ == "__main__":
    sys.exit(main())
