"""The picture of an episode: its headline over a drawn sound wave, in colours that go together."""

from __future__ import annotations

import hashlib
import io
import unicodedata
from dataclasses import dataclass

from PIL import Image, ImageDraw

from narrator.lettering import LINE_HEIGHT, find_lettering, fitted

SIZE = 3000
SMALL_SIZE = 600
"""For the tag: large enough for a phone, small enough for every file."""
MOST_BYTES = 500_000
"""What directories ask a cover to stay under."""

_MARGIN = 240
"""This and the measures below are pixels of a cover of 3000."""
_WIDTH = 3000 - 2 * _MARGIN
_WAVE_MIDDLE = 2440
_WAVE_HEIGHT = 640
_QUALITIES = (86, 74, 60)


@dataclass(frozen=True, slots=True)
class Cover:
    """JPEGs of a cover, for the feed and for the tag."""

    large: bytes
    small: bytes
    note: str | None = None
    """What could not be drawn, where something could not."""


@dataclass(frozen=True, slots=True)
class Palette:
    ground: str
    ink: str
    accent: str


PALETTES = (
    Palette("#12233d", "#f7f2e8", "#f2a541"),
    Palette("#16352b", "#f4f0e3", "#7fd08a"),
    Palette("#4a1526", "#fbeee6", "#f58f7c"),
    Palette("#2e1a47", "#f5effc", "#c39bff"),
    Palette("#202427", "#f6f6f1", "#ffd23f"),
    Palette("#0b3c49", "#eff8f6", "#56d8cd"),
    Palette("#f5eddf", "#1d1d1f", "#c8341f"),
    Palette("#efe7d5", "#1d2d47", "#2c6484"),
    Palette("#dceaf2", "#14213d", "#b83a14"),
    Palette("#6e290d", "#fef2e4", "#ffb36b"),
    Palette("#343e1e", "#f7f4e6", "#d3dc62"),
    Palette("#1a2a6c", "#f5f7ff", "#ffb09c"),
)
"""Grounds, dark and light, on which ink and accent read well."""


def draw_cover(title: str, show: str, seed: str, size: int = SIZE) -> Cover:
    """A square cover; the same title, show and seed give the same picture.

    Words in a script that no font at hand can write are left out, and the cover's note says so.
    """
    digest = hashlib.sha256(seed.encode("utf-8", "replace")).digest()
    palette = PALETTES[digest[0] % len(PALETTES)]
    image = Image.new("RGB", (size, size), palette.ground)
    page = _Page(ImageDraw.Draw(image), size / 3000)
    page.draw_wave(digest, palette.accent)
    missing = [
        *page.write(show, _SHOW, palette.accent),
        *page.write(title, _TITLE, palette.ink),
    ]
    note = f"cover without {missing[-1]!r}: no font at hand has its letters" if missing else None
    return _as_cover(image, note)


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a text may stand, its font, and the sizes it may have, the largest first."""

    font: str
    top: int
    bottom: int
    sizes: tuple[int, ...]
    at_bottom: bool = False


_SHOW = _Box("Inter-Medium.otf", 220, 360, tuple(range(120, 60, -6)))
_TITLE_SIZES = tuple(round(460 * 0.95**step) for step in range(32))
_TITLE = _Box("InterDisplay-Bold.otf", 500, 1990, _TITLE_SIZES, at_bottom=True)


@dataclass(frozen=True, slots=True)
class _Page:
    """A drawing that takes the measures of a cover of 3000 pixels."""

    canvas: ImageDraw.ImageDraw
    scale: float

    def draw_wave(self, heights: bytes, colour: str) -> None:
        """A bar for each byte, highest towards the middle, as a voice swells and falls."""
        pitch = _WIDTH / (len(heights) - 0.5)
        for index, byte in enumerate(heights):
            swell = 1 - abs(2 * index / (len(heights) - 1) - 1) ** 2.2
            half = _WAVE_HEIGHT / 2 * (0.07 + 0.93 * (0.2 + 0.8 * swell) * byte / 255)
            left = _MARGIN + index * pitch
            bar = (left, _WAVE_MIDDLE - half, left + pitch / 2, _WAVE_MIDDLE + half)
            self.canvas.rounded_rectangle([self.scale * x for x in bar], self.scale * pitch / 4, colour)

    def write(self, text: str, box: _Box, colour: str) -> list[str]:
        """Write the text as large as it fits; the text again if it could not be written."""
        composed = " ".join(unicodedata.normalize("NFC", text).split())
        lettering = find_lettering(composed, box.font)
        if lettering is None:
            return [text]
        size, lines = fitted(composed, lettering, _WIDTH, box.bottom - box.top, box.sizes)
        font = lettering.at(self.scale * size)
        top = box.bottom - len(lines) * size * LINE_HEIGHT if box.at_bottom else box.top
        for line in lines:
            x = 3000 - _MARGIN if lettering.from_right else _MARGIN
            at = (self.scale * x, self.scale * (top + line.baseline))
            self.canvas.text(at, line.text, colour, font, "rs" if lettering.from_right else "ls")
        return []


def _as_cover(image: Image.Image, note: str | None) -> Cover:
    small = image.resize((SMALL_SIZE, SMALL_SIZE), Image.Resampling.BOX, reducing_gap=1.0)
    return Cover(_jpeg(image), _jpeg(small), note)


def _jpeg(image: Image.Image) -> bytes:
    """In the best quality that stays under what directories ask."""
    for quality in _QUALITIES:
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality)
        if file.tell() < MOST_BYTES:
            break
    return file.getvalue()
