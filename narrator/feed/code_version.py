"""What code made a cached value, so that another version does not take it for its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import narrator

_PACKAGE = Path(narrator.__file__).parent


@cache
def code_version(*parts: str) -> str:
    """A digest of the source of some modules and packages, named by their paths in narrator."""
    digest = hashlib.sha256()
    for source in _sources(parts):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _sources(parts: Iterable[str]) -> Iterable[Path]:
    for part in parts:
        path = _PACKAGE / part
        yield from sorted(path.glob("*.py")) if path.is_dir() else [path]
