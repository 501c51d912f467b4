"""The samples of an MP3, block by block, and what its decoder complains of."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO

import numpy as np
import soundfile
from numpy.typing import NDArray

_STANDARD_ERROR = 2
_STUMBLE = re.compile(rb"^Note: Illegal Audio-MPEG-Header|^\[src/libmpg123\S* error:", re.MULTILINE)
_one_at_a_time = threading.Lock()


def blocks_of(sound: soundfile.SoundFile, frames: int) -> Iterator[NDArray[np.float32]]:
    """All there is to read, `frames` at once: `SoundFile.blocks` trusts a header that promises too much."""
    while len(block := sound.read(frames, "float32", always_2d=True)):
        yield block


@contextmanager
def stumbles() -> Iterator[list[str]]:
    """Filled, when the block ends, with what the decoder could not read of the MP3s that were decoded in it.

    libmpg123 tells that to standard error only, and cannot be told to keep silent.
    """
    found: list[str] = []
    if sys.__stderr__ is None:  # then the descriptor may be any file's
        yield found
        return
    with _one_at_a_time, _scratch() as told:
        usual = os.dup(_STANDARD_ERROR)
        os.dup2(told.fileno(), _STANDARD_ERROR)
        try:
            yield found
        finally:
            os.dup2(usual, _STANDARD_ERROR)
            os.close(usual)
            told.seek(0)
            found += [stumble.decode() for stumble in _STUMBLE.findall(told.read())]


def _scratch() -> IO[bytes]:
    """A file without a name; in memory where that can be, since no other folder may be writable."""
    return os.fdopen(os.memfd_create("stumbles"), "w+b") if sys.platform == "linux" else TemporaryFile()
