"""The show's cover, as directories take it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from narrator.errors import UsageError
from narrator.settings import Show

SMALLEST, LARGEST = 1400, 3000
"""Pixels a side; Apple, "Artwork requirements"."""
_QUALITY = 90


def show_cover(show: Show, root: Path) -> bytes:
    """A square JPEG in RGB, 1400 to 3000 pixels: [show] cover, a path from `root`, or one that is drawn.

    Raises `UsageError` for a picture that is none, not square or too small.
    """
    if not show.cover:
        from narrator.cover import draw_cover

        return draw_cover(show.title, show.author, show.guid).large
    path = root / show.cover
    try:
        with Image.open(path) as picture:
            return _fitting(picture, path)
    except UnidentifiedImageError as error:
        raise UsageError(f"[show] cover: {path} is no picture", "give a JPEG or PNG") from error
    except (OSError, Image.DecompressionBombError) as error:
        raise UsageError(f"[show] cover: {path}: {getattr(error, 'strerror', None) or error}") from error


def _fitting(picture: Image.Image, path: Path) -> bytes:
    width, height = picture.size
    if width != height or width < SMALLEST:
        raise UsageError(
            f"[show] cover: {path} has {width} × {height} pixels",
            f"it must be square, {SMALLEST} to {LARGEST}",
        )
    if picture.format == "JPEG" and picture.mode == "RGB" and width <= LARGEST:
        return path.read_bytes()
    return _as_jpeg(picture, min(width, LARGEST))


def _as_jpeg(picture: Image.Image, side: int) -> bytes:
    """On white, where the picture lets something through."""
    full = picture.convert("RGBA")
    flat = Image.alpha_composite(Image.new("RGBA", full.size, "white"), full).convert("RGB")
    out = io.BytesIO()
    flat.resize((side, side)).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
