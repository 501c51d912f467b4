"""`narrator serve` as a user runs it, on a free port; and another site beside it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
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


@contextmanager
def served_plainly(folder: Path) -> Iterator[str]:
    """The address of a site of its own, another than the podcast's, with the files of `folder`."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
