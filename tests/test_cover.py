"""A cover that directories accept, whose headline can be read, whatever the headline is."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from narrator.cover import MOST_BYTES, PALETTES, Cover, Palette, draw_cover
from narrator.lettering import find_lettering, fitted

SHOW = "Narrated articles"


def opened(jpeg: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(jpeg))
    image.load()
    return image


def ink(cover: Cover, top: float, bottom: float) -> int:
    """Pixels of the small cover between two heights that are not its ground."""
    pixels = np.asarray(opened(cover.small)).astype(int)
    rows = pixels[int(top * len(pixels)) : int(bottom * len(pixels))]
    return int((np.abs(rows - pixels[2, 2]).sum(axis=2) > 120).sum())


@pytest.fixture(scope="module")
def cover() -> Cover:
    return draw_cover("Gunman Enters Azerbaijan Embassy in Tehran", SHOW, "guid")


def test_directories_accept_it(cover: Cover) -> None:
    large, small = opened(cover.large), opened(cover.small)
    assert (large.format, large.mode, large.size) == ("JPEG", "RGB", (3000, 3000))
    assert (small.format, small.mode, small.size) == ("JPEG", "RGB", (600, 600))
    assert len(cover.large) < MOST_BYTES
    assert len(cover.small) < 100_000


def test_the_same_episode_has_the_same_cover_and_another_another(cover: Cover) -> None:
    assert draw_cover("Gunman Enters Azerbaijan Embassy in Tehran", SHOW, "guid") == cover
    assert draw_cover("Gunman Enters Azerbaijan Embassy in Tehran", SHOW, "other").large != cover.large


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.ground)
def test_colours_can_be_told_apart(palette: Palette) -> None:
    """WCAG 2.2 asks a contrast of 4.5 for text, and 7 of the best."""
    assert contrast(palette.ground, palette.ink) >= 7
    assert contrast(palette.ground, palette.accent) >= 4.5


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [value / 255 for value in ImageColor.getrgb(colour)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


@pytest.mark.parametrize(
    "title",
    [
        "Why cats sleep",
        "Η Ευρώπη ψηφίζει: τι αλλάζει για τους πολίτες",
        "Президент назвал нападение на посольство актом террора",
        "Tiếng Việt: Quốc hội thông qua luật mới",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
        "A headline that will not end " * 30,
        "x" * 2000,
        "O",
    ],
)
def test_a_title_is_written(title: str) -> None:
    cover = draw_cover(title, SHOW, "guid")
    assert cover.note is None
    assert ink(cover, 0.15, 0.68) > 300
    assert ink(cover, 0, 0.07) == 0, "nothing in the margin"


def test_a_cover_without_words_says_so() -> None:
    cover = draw_cover("\U00013000\U00013001", SHOW, "guid")
    assert cover.note is not None
    assert "\U00013000\U00013001" in cover.note
    assert ink(cover, 0.15, 0.68) == 0


def test_a_sign_without_a_letter_form_is_left_out() -> None:
    assert draw_cover("Party \U0001f389 time", SHOW, "guid").note is None


@pytest.mark.parametrize("parted", ["Storm\x1e\ufe70", "Storm\x85\u0627", "Storm\u2029\u05d0"])
def test_a_sign_that_parts_paragraphs_parts_words(parted: str) -> None:
    assert opened(draw_cover(parted, parted, "guid", size=300).large).size == (300, 300)


@settings(max_examples=60, deadline=None)
@given(title=st.text(max_size=80), show=st.text(max_size=40))
def test_any_title_gives_a_cover(title: str, show: str) -> None:
    assert opened(draw_cover(title, show, title, size=300).large).size == (300, 300)


@given(words=st.lists(st.text("abcdefghijklmnop", min_size=1, max_size=12), min_size=1, max_size=14))
def test_every_word_stands_on_a_line(words: list[str]) -> None:
    lettering = find_lettering("a", "InterDisplay-Bold.otf")
    assert lettering is not None
    size, lines = fitted(" ".join(words), lettering, 2500, 1500, (300, 200, 100))
    assert " ".join(line.text for line in lines).split() == words
    assert all(lettering.at(size).getlength(line.text) <= 2520 for line in lines)
    assert max(line.baseline for line in lines) < 1500


def test_lines_are_about_as_long_as_each_other() -> None:
    lettering = find_lettering("a", "InterDisplay-Bold.otf")
    assert lettering is not None
    size, lines = fitted("Kills security chief in an attack on Friday", lettering, 2500, 600, (250,))
    lengths = [lettering.at(size).getlength(line.text) for line in lines]
    assert min(lengths) > 0.7 * max(lengths)
