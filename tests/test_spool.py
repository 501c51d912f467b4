"""What a killed run leaves, in the temporary folder or among episodes, goes with a later run; nothing else does."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from narrator.shelf import sweep
from narrator.spool import open_spool

OPENS = "from narrator.spool import open_spool\nwith open_spool() as s: print(s, flush=True); input()"
LONG_AGO = 1_000_000_000


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def _other_run() -> tuple[subprocess.Popen[str], Path]:
    """A run of narrator under way, and its spool, which looks as if it had been there for years."""
    run = subprocess.Popen(
        [sys.executable, "-c", OPENS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    spool = Path(run.stdout.readline().strip())
    (spool / "00000.pcm").write_bytes(bytes(1000))
    os.utime(spool, (LONG_AGO, LONG_AGO))
    return run, spool


def test_a_spool_goes_with_its_block(temporary: Path) -> None:
    with open_spool() as spool:
        (spool / "00000.pcm").write_bytes(b"sound")
        assert spool.parent == temporary
    assert not list(temporary.iterdir())


def test_what_a_killed_run_left_goes_and_what_is_in_use_stays(temporary: Path) -> None:
    killed, left = _other_run()
    working, used = _other_run()
    killed.kill()
    killed.wait()
    with open_spool():
        assert not left.exists()
        assert (used / "00000.pcm").exists()
    working.communicate("\n")
    assert not used.exists()


def test_folders_of_others_are_not_touched(temporary: Path) -> None:
    (temporary / "narrator-notes").mkdir()
    (temporary / "narrator-notes" / "draft.txt").write_text("mine")
    (temporary / "elsewhere").mkdir()
    (temporary / "elsewhere" / ".lock").touch()
    os.utime(temporary / "elsewhere", (LONG_AGO, LONG_AGO))
    (temporary / "narrator-link").symlink_to(temporary / "elsewhere")
    with open_spool():
        pass
    assert sorted(path.name for path in temporary.iterdir()) == [
        "elsewhere",
        "narrator-link",
        "narrator-notes",
    ]


def test_what_was_left_half_made_among_episodes_goes_a_day_later(tmp_path: Path) -> None:
    old = [".2023-01-27-gunman.mp3.0123456789ab.new", ".2023-01-27-gunman.claim"]
    kept = [".2024-01-01-news.mp3.ba9876543210.new", ".2024-01-01-news.claim", "2023-01-27-gunman.mp3"]
    for name in (*old, *kept):
        (tmp_path / name).write_text("x")
    for name in (*old, kept[-1]):
        os.utime(tmp_path / name, (LONG_AGO, LONG_AGO))
    sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(kept)
