"""The samples of an MP3, block by block."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import soundfile
from numpy.typing import NDArray


def blocks_of(sound: soundfile.SoundFile, frames: int) -> Iterator[NDArray[np.float32]]:
    """All there is to read, `frames` at once: `SoundFile.blocks` trusts a header that promises too much."""
    while len(block := sound.read(frames, "float32", always_2d=True)):
        yield block
