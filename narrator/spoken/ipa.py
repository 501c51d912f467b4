"""A pronunciation in IPA, rendered for the engine that will say it.

The engines' English voices know English sounds only; foreign ones become the English sound that a newsreader
uses for them. What no table knows is refused: engines drop unknown symbols without a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from narrator.errors import PronunciationError
from narrator.model import Pronunciation
from narrator.patterns import compiled

_SOUNDS: dict[str, tuple[str, str, str]] = {
    # IPA: misaki (hibari), espeak-ng mnemonics (phsource/ph_english_us), espeak-ng IPA (piper)
    "iː": ("i", "i:", "iː"), "i": ("i", "i", "i"), "ɪ": ("ɪ", "I", "ɪ"), "ɨ": ("ɪ", "I", "ɪ"),
    "eɪ": ("A", "eI", "eɪ"), "ei": ("A", "eI", "eɪ"), "eː": ("A", "eI", "eɪ"), "e": ("ɛ", "E", "ɛ"),
    "ɛː": ("ɛ", "E", "ɛ"), "ɛ": ("ɛ", "E", "ɛ"), "æ": ("æ", "a", "æ"), "a": ("ɑ", "A:", "ɑː"),
    "aː": ("ɑ", "A:", "ɑː"), "ɑː": ("ɑ", "A:", "ɑː"), "ɑ": ("ɑ", "A:", "ɑː"), "ɐ": ("ə", "@", "ə"),
    "aɪ": ("I", "aI", "aɪ"), "ai": ("I", "aI", "aɪ"), "aʊ": ("W", "aU", "aʊ"), "au": ("W", "aU", "aʊ"),
    "ɔɪ": ("Y", "OI", "ɔɪ"), "ɔi": ("Y", "OI", "ɔɪ"), "oi": ("Y", "OI", "ɔɪ"), "oʊ": ("O", "oU", "oʊ"),
    "əʊ": ("O", "oU", "oʊ"), "ou": ("O", "oU", "oʊ"), "oː": ("O", "oU", "oʊ"), "o": ("O", "oU", "oʊ"),
    "ɔː": ("ɔ", "O:", "ɔː"), "ɔ": ("ɔ", "O:", "ɔː"), "ɒ": ("ɑ", "0", "ɑː"), "ʊ": ("ʊ", "U", "ʊ"),
    "uː": ("u", "u:", "uː"), "u": ("u", "u:", "uː"), "ɯ": ("u", "u:", "uː"), "ʉ": ("u", "u:", "uː"),
    "ʌ": ("ʌ", "V", "ʌ"), "ə": ("ə", "@", "ə"), "ɚ": ("əɹ", "3", "ɚ"), "ɝ": ("ɜɹ", "3:", "ɜː"),
    "ɜːr": ("ɜɹ", "3:", "ɜː"), "ɜːɹ": ("ɜɹ", "3:", "ɜː"), "ɜː": ("ɜɹ", "3:", "ɜː"),
    "ɜ": ("ɜɹ", "3:", "ɜː"), "y": ("u", "u:", "uː"), "yː": ("u", "u:", "uː"), "ʏ": ("ʊ", "U", "ʊ"),
    "ø": ("ɜɹ", "3:", "ɜː"), "øː": ("ɜɹ", "3:", "ɜː"), "œ": ("ɜɹ", "3:", "ɜː"), "ɤ": ("ʌ", "V", "ʌ"),
    "ɵ": ("ʊ", "U", "ʊ"), "ɑ̃": ("ɑn", "A:n", "ɑːn"), "ɔ̃": ("ɔn", "O:n", "ɔːn"),
    "ɛ̃": ("æn", "an", "æn"), "œ̃": ("ʌn", "Vn", "ʌn"), "ã": ("ɑn", "A:n", "ɑːn"),
    "õ": ("On", "oUn", "oʊn"), "ũ": ("un", "u:n", "uːn"), "ẽ": ("An", "eIn", "eɪn"),
    "n̩": ("ᵊn", "@n", "ən"), "l̩": ("ᵊl", "@l", "əl"), "m̩": ("ᵊm", "@m", "əm"), "r̩": ("əɹ", "3", "ɚ"),
    "p": ("p", "p", "p"), "b": ("b", "b", "b"), "t": ("t", "t", "t"), "d": ("d", "d", "d"),
    "k": ("k", "k", "k"), "ɡ": ("ɡ", "g", "ɡ"), "m": ("m", "m", "m"), "n": ("n", "n", "n"),
    "ŋ": ("ŋ", "N", "ŋ"), "f": ("f", "f", "f"), "v": ("v", "v", "v"), "θ": ("θ", "T", "θ"),
    "ð": ("ð", "D", "ð"), "s": ("s", "s", "s"), "z": ("z", "z", "z"), "ʃ": ("ʃ", "S", "ʃ"),
    "ʒ": ("ʒ", "Z", "ʒ"), "h": ("h", "h", "h"), "tʃ": ("ʧ", "tS", "tʃ"), "dʒ": ("ʤ", "dZ", "dʒ"),
    "ʧ": ("ʧ", "tS", "tʃ"), "ʤ": ("ʤ", "dZ", "dʒ"), "tɕ": ("ʧ", "tS", "tʃ"), "dʑ": ("ʤ", "dZ", "dʒ"),
    "tʂ": ("ʧ", "tS", "tʃ"), "dʐ": ("ʤ", "dZ", "dʒ"), "l": ("l", "l", "l"), "ɫ": ("l", "l", "l"),
    "ɬ": ("l", "l", "l"), "r": ("ɹ", "r", "ɹ"), "ɹ": ("ɹ", "r", "ɹ"), "ʁ": ("ɹ", "r", "ɹ"),
    "ʀ": ("ɹ", "r", "ɹ"), "ɾ": ("ɹ", "r", "ɹ"), "ɻ": ("ɹ", "r", "ɹ"), "j": ("j", "j", "j"),
    "w": ("w", "w", "w"), "ʍ": ("w", "w", "w"), "ɥ": ("w", "w", "w"), "x": ("h", "h", "h"),
    "χ": ("h", "h", "h"), "ħ": ("h", "h", "h"), "ɦ": ("h", "h", "h"), "ç": ("ʃ", "S", "ʃ"),
    "ɕ": ("ʃ", "S", "ʃ"), "ʂ": ("ʃ", "S", "ʃ"), "ʑ": ("ʒ", "Z", "ʒ"), "ʐ": ("ʒ", "Z", "ʒ"),
    "ɲ": ("nj", "nj", "nj"), "ʎ": ("lj", "lj", "lj"), "ɣ": ("ɡ", "g", "ɡ"), "β": ("v", "v", "v"),
    "ʋ": ("v", "v", "v"), "ɸ": ("f", "f", "f"), "ʈ": ("t", "t", "t"), "ɖ": ("d", "d", "d"),
    "ɳ": ("n", "n", "n"), "ɱ": ("m", "m", "m"), "q": ("k", "k", "k"), "c": ("k", "k", "k"),
    "ɟ": ("ʤ", "dZ", "dʒ"), "ʔ": ("", "", ""), "ʕ": ("", "", ""), "ˈ": ("ˈ", "'", "ˈ"),
    "ˌ": ("ˌ", ",", "ˌ"), " ": (" ", " ", " "), "ː": ("", "", ""), ".": ("", "", ""), "ʰ": ("", "", ""),
    "ʲ": ("", "", ""), "ˠ": ("", "", ""),
}  # fmt: skip

_NOTATIONS = ("misaki", "espeak", "piper")
_CODA_X = compiled(r"[xχ](?=$|[^aeiouyɑɐæəɛɜɪɨɔɒøœʊʌɯʉˈˌ])")
_SILENT_MARKS = dict.fromkeys(
    map(ord, "\u0361\u035c\u032f\u031e\u031d\u031f\u0320\u032a\u033a\u033b\u0306\u02de‿|‖")
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as one engine takes it, and the entries that it could not be told."""

    text: str
    pronunciations: tuple[Pronunciation, ...]
    """In the engine's notation."""
    refused: tuple[Pronunciation, ...] = ()
    """Said by the alias where there is one, else as the voice guesses."""


def render(
    text: str, pronunciations: tuple[Pronunciation, ...], notation: str, language: str = "en"
) -> Rendered:
    """The pronunciations in an engine's notation: `misaki`, `espeak`, `piper`, or `none`."""
    told, refused = list[Pronunciation](), list[Pronunciation]()
    for said in pronunciations:
        try:
            told.append(Pronunciation(said.word, in_notation(said.ipa, notation, language)))
        except PronunciationError:
            text = _by_alias(text, said)
            refused.append(said)
    return Rendered(text, tuple(told), tuple(refused))


def _by_alias(text: str, said: Pronunciation) -> str:
    if not said.alias:
        return text
    return re.sub(rf"(?<!\w){re.escape(said.word)}(?!\w)", lambda _: said.alias, text)


def in_notation(ipa: str, notation: str, language: str = "en") -> str:
    """One word's IPA for an engine; raises `PronunciationError` where the engine cannot be told.

    >>> in_notation("əˈliːjɛv", "misaki"), in_notation("əˈliːjɛv", "espeak")
    ('əlˈijɛv', "@l'i:jEv")
    """
    if notation not in _NOTATIONS:
        raise PronunciationError(f"/{ipa}/: this voice takes no pronunciations", "give the word an alias")
    if language.partition("-")[0] == "en":
        return _english(ipa, _NOTATIONS.index(notation))
    if notation == "piper":
        return unicodedata.normalize("NFD", ipa).translate(_SILENT_MARKS)
    raise PronunciationError(
        f"/{ipa}/: IPA is for English voices only, not {language!r}", "give the word an alias"
    )


def _english(ipa: str, column: int) -> str:
    said = [(mark, _SOUNDS[mark][column]) for mark in _marks(ipa)]
    return "".join(_stress_at_vowels(said))


def _marks(ipa: str) -> list[str]:
    plain = _CODA_X.sub("k", unicodedata.normalize("NFD", ipa).translate(_SILENT_MARKS).replace("g", "ɡ"))
    marks, position = list[str](), 0
    for found in _any_sound().finditer(plain):
        if found.start() > position:
            break
        marks.append(found[0])
        position = found.end()
    if position < len(plain):
        raise PronunciationError(f"/{ipa}/: {plain[position]!r} is no sound of IPA that a voice can be told")
    return [
        unicodedata.normalize("NFC", mark) if unicodedata.normalize("NFC", mark) in _SOUNDS else mark
        for mark in marks
    ]


@cache
def _any_sound() -> re.Pattern[str]:
    """The longest that fits, with all marks above and below its last letter: before /oũ/ ends there is no /ou/."""
    known = sorted({unicodedata.normalize("NFD", sound) for sound in _SOUNDS}, key=len, reverse=True)
    return compiled(rf"(?:{'|'.join(map(re.escape, known))})(?![\u0300-\u036f])")


def _stress_at_vowels(said: list[tuple[str, str]]) -> list[str]:
    """The engines want the stress before the vowel, dictionaries set it before the syllable."""
    out, waiting = list[str](), ""
    for mark, sound in said:
        if mark in "ˈˌ":
            waiting = sound
            continue
        if waiting and mark[0] in _VOWELS:
            out.append(waiting)
            waiting = ""
        out.append(sound)
    return out


_VOWELS = frozenset("iɪɨeɛæaɑɐɔɒoʊuɯʉʌəɚɝɜyʏøœɤɵ")
