"""Newton's method, for weights that are learned."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

_STEPS = 60
_STILL = 1e-4


def highest(start: np.ndarray, curve: Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """Where what bends down everywhere is highest; `curve` gives its slope at a place, and how much it bends down."""
    place = start
    for _ in range(_STEPS):
        slope, bend = curve(place)
        step = np.linalg.solve(bend, slope)
        place = place + step
        if np.abs(step).max() < _STILL:
            break
    return place
