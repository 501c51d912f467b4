"""Sound in stretches of one length."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_Sample = TypeVar("_Sample", bound=np.generic)


def in_stretches(samples: NDArray[_Sample], length: int) -> NDArray[_Sample]:
    """A row a stretch, the last filled up with silence; a view where the samples make whole stretches.

    >>> in_stretches(np.arange(3), 2).tolist()
    [[0, 1], [2, 0]]
    """
    missing = -len(samples) % length
    return (np.pad(samples, (0, missing)) if missing else samples).reshape(-1, length)
