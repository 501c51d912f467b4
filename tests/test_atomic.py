"""Files put in place in one step."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from narrator import atomic


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(("durable", "synced"), [(True, 2), (False, 0)])
def test_a_power_cut_can_take_neither_what_is_written_nor_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, durable: bool, synced: int
) -> None:
    """The bytes are on the disk before the name is, and the name when the writing ends."""
    told: list[tuple[str, bool]] = []
    file, sync = tmp_path / "a.mp3", os.fsync

    def telling(handle: int) -> None:
        told.append((str(Path(f"/proc/self/fd/{handle}").readlink()), file.exists()))
        sync(handle)

    monkeypatch.setattr(os, "fsync", telling)
    with atomic.replacing(file, durable=durable) as fresh:
        fresh.write_bytes(b"sound")
    assert told == [(str(fresh), False), (str(tmp_path), True)][:synced]
