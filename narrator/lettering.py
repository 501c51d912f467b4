"""Fonts that can write a text, and the text set in lines as large as it fits.

Letters are of Inter, which has Latin, Greek and Cyrillic (in the folder `fonts`, SIL Open Font License 1.1).
For other scripts a font is looked for among those that systems are known to have.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from PIL import ImageFont, features

from narrator.patterns import compiled

LINE_HEIGHT = 1.16

_MEASURED_AT = 100
_BASELINE = 0.84
_WIDE = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_WORD = compiled(r"\S+\s*")

_LONGEST_PART = 24

_SYSTEM_FONTS = (
    "NotoSansCJK-Bold.ttc",
    "NotoSansCJK-Regular.ttc",
    "msyhbd.ttc",
    "meiryob.ttc",
    "malgunbd.ttf",
    "PingFang.ttc",
    "Hiragino Sans GB.ttc",
    "AppleSDGothicNeo.ttc",
    "wqy-zenhei.ttc",
    "DroidSansFallbackFull.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansHebrew-Bold.ttf",
    "NotoSansDevanagari-Bold.ttf",
    "NotoSansBengali-Bold.ttf",
    "NotoSansTamil-Bold.ttf",
    "NotoSansThai-Bold.ttf",
    "NotoSansGeorgian-Bold.ttf",
    "NotoSansArmenian-Bold.ttf",
    "Nirmala.ttf",
    "Arial Unicode.ttf",
    "arialbd.ttf",
    "DejaVuSans-Bold.ttf",
    "FreeSansBold.ttf",
)
_SHAPED = (
    "ARABIC", "SYRIAC", "HEBREW", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU",
    "KANNADA", "MALAYALAM", "SINHALA", "THAI", "LAO", "TIBETAN", "MYANMAR", "KHMER", "MONGOLIAN",
)  # fmt: skip
"""Scripts whose letters change with their neighbours, or run from the right."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A typeface that has all letters of a text."""

    file: bytes | str
    from_right: bool = False

    def at(self, size: float) -> ImageFont.FreeTypeFont:
        return _font(self.file, size)


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    baseline: float
    """Below the top of the first line."""


def find_lettering(text: str, own_font: str) -> Lettering | None:
    """The bundled font, else one of the system, that has all letters of the text; None if there is none."""
    letters = {letter for letter in text if letter.isalnum()}
    own = _own(own_font)
    if not _missing(own, letters):
        return own
    if any(map(_needs_shaping, letters)) and not features.check("raqm"):
        return None
    others = (Lettering(name, _runs_from_right(text)) for name in _SYSTEM_FONTS)
    return next((other for other in others if not _missing(other, letters)), None)


@cache
def _own(name: str) -> Lettering:
    return Lettering((files("narrator") / "fonts" / name).read_bytes())


def fitted(
    text: str, lettering: Lettering, width: float, height: float, sizes: tuple[int, ...]
) -> tuple[int, list[Line]]:
    """The largest of `sizes` at which the text fits, and its lines, evenly long; at the smallest, what fits.

    Signs that the font does not have are left out.
    """
    parts = list(_parts("".join(sign for sign in text if not _missing(lettering, {sign}))))
    for size in sizes:
        measure = _Measure(lettering, size)
        lines = measure.wrapped(parts, width)
        room = int(height / (size * LINE_HEIGHT))
        if len(lines) <= room and all(measure.length(part) <= width for part in parts):
            return size, _set(measure.balanced(parts, width, len(lines)), size)
    lines = measure.wrapped("".join(parts), width)
    return size, _set([*lines[: room - 1], measure.shortened("".join(lines[room - 1 :]), width)], size)


def _parts(text: str) -> Iterator[str]:
    """What lines may not break; a very long word is hyphenated, in parts of even length."""
    unbroken = _WORD if max(text, default="") < _WIDE[0] else _word_or_wide_letter()
    for part in unbroken.findall(text):
        pieces = -(-len(part) // _LONGEST_PART)
        step = -(-len(part) // pieces)
        for start in range(0, len(part), step):
            end = start + step
            yield part[start:end] + ("-" if end < len(part) else "")


@cache
def _word_or_wide_letter() -> re.Pattern[str]:
    """A word with the space behind it, or one letter of writings that have no spaces."""
    return compiled(rf"[{_WIDE}]|[^\s{_WIDE}]+\s*")


@dataclass(frozen=True, slots=True)
class _Measure:
    """Lengths of texts in a size, scaled from one in which they are measured once."""

    lettering: Lettering
    size: int

    def length(self, text: str) -> float:
        return _length(self.lettering, text.rstrip()) * self.size

    def wrapped(self, parts: list[str] | str, width: float) -> list[str]:
        lines = [""]
        for part in parts:
            if lines[-1] and self.length(lines[-1] + part) > width:
                lines.append("")
            lines[-1] += part
        return [line.rstrip() for line in lines]

    def balanced(self, parts: list[str], width: float, count: int) -> list[str]:
        """As many lines, broken at the narrowest width that gives no more of them."""
        narrower = (self.wrapped(parts, width * percent / 100) for percent in range(60, 100, 4))
        fitting = (lines for lines in narrower if len(lines) == count and self._all_within(lines, width))
        return next(fitting, self.wrapped(parts, width))

    def shortened(self, text: str, width: float) -> str:
        if self.length(text) <= width:
            return text
        cut = bisect_right(range(len(text)), width, key=lambda end: self.length(text[:end] + "…")) - 1
        return text[: max(cut, 0)].rstrip() + "…"

    def _all_within(self, lines: list[str], width: float) -> bool:
        return all(self.length(line) <= width for line in lines)


def _set(lines: list[str], size: int) -> list[Line]:
    return [Line(line, (number + _BASELINE) * size * LINE_HEIGHT) for number, line in enumerate(lines)]


def _missing(lettering: Lettering, signs: set[str]) -> set[str]:
    """Which of the signs the font lacks; all, if there is no such font."""
    try:
        return {sign for sign in signs if not sign.isspace() and not _has(lettering, sign)}
    except OSError:
        return signs or {""}


@lru_cache(maxsize=4096)
def _has(lettering: Lettering, sign: str) -> bool:
    """What a font has not it draws as it draws a code point that is never assigned."""
    font = lettering.at(20)
    return bytes(font.getmask(sign)) != bytes(font.getmask("\U0010ffff"))


@lru_cache(maxsize=4096)
def _length(lettering: Lettering, text: str) -> float:
    return lettering.at(_MEASURED_AT).getlength(text) / _MEASURED_AT


@lru_cache(maxsize=64)
def _font(file: bytes | str, size: float) -> ImageFont.FreeTypeFont:
    """Own fonts in the simple layout, which is the same on every machine."""
    if isinstance(file, bytes):
        return ImageFont.truetype(BytesIO(file), size, layout_engine=ImageFont.Layout.BASIC)
    return ImageFont.truetype(file, size)


def _needs_shaping(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(_SHAPED)


def _runs_from_right(text: str) -> bool:
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"
