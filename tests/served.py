"""`narrator serve` as a user runs it, on a free port."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


@contextmanager
def served(folder: Path, *options: str) -> Iterator[str]:
    """The address of the podcast in `folder`, until the block ends."""
    command = [sys.executable, "-m", "narrator", "serve", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield process.stdout.readline().strip().removesuffix("/feed.xml")
        finally:
            process.terminate()
