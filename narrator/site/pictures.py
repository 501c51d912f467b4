"""A cover → a small one: directories want 3000 pixels, a page shows a few hundred."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from narrator.errors import PublishError

SMALL = ".cover.jpg"
"""Ends the names of the small covers of episodes, which lie among the assets."""
SHOW_SMALL = "cover.jpg"
_SIDE, _QUALITY = 640, 82


def small_cover(cover: Path) -> bytes:
    """A JPEG of at most 640 pixels a side; raises `PublishError` for what is no picture."""
    try:
        return shrink(cover.read_bytes())
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise PublishError(f"{cover}: not a picture that can be shown: {error}") from error


def shrink(cover: bytes) -> bytes:
    """A JPEG of at most 640 pixels a side; raises what Pillow raises for what is no picture."""
    with Image.open(io.BytesIO(cover)) as picture:
        picture.draft("RGB", (_SIDE, _SIDE))
        small = picture.convert("RGB")
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.HAMMING)
    drawn = io.BytesIO()
    small.save(drawn, "JPEG", quality=_QUALITY, optimize=True)
    return drawn.getvalue()
