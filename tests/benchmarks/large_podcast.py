"""What publishing a large podcast costs: `python -m tests.benchmarks.large_podcast [EPISODES]`.

Its episodes are copies of one short MP3 with titles and guids of their own, each with cover, chapters and
transcript. Printed are wall time, CPU time and peak memory of `narrator publish` the first time, again with
nothing new, with one episode more, in place, to a folder and to an S3 store (moto's, on this machine and not
counted in), and with all pages and the feed to be drawn anew from a warm index.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
from botocore.config import Config
from PIL import Image

from narrator.feed.chapters import to_json
from narrator.feed.published import CHAPTERS, COVER, VTT
from narrator.mp3.episode import read_episode
from tests.benchmarks.measured import run
from tests.feed_samples import EPISODE, write_episode

_ROOT = Path(__file__).parents[2]
_NUMBER = 77_777
"""Stands in the sample for the number of each copy."""
_SETTINGS = """\
[show]
title = "The Daily Planet"
author = "The Daily Planet"
email = "audio@planet.example"
description = "Every article of the year."

[publish]
base_url = "https://planet.example/{}"
"""


def main(episodes: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        copies = _copies(folder)
        for _ in range(episodes):
            next(copies)
        print(f"{episodes} episodes{'':16} wall    CPU   peak")
        _measure("the first time", folder)
        _measure("again", folder)
        next(copies)
        _measure("with one more", folder)
        _measure("to a folder", folder, "dest")
        next(copies)
        _measure("to a folder, with one more", folder, "dest")
        with _store():
            _measure("to a store", folder, "s3://planet/audio")
            next(copies)
            _measure("to a store, with one more", folder, "s3://planet/audio")
        _measure("at another address", folder, address="elsewhere")


@contextmanager
def _store() -> Iterator[None]:
    """An S3 store in a process of its own, with a bucket; commands find it in the environment."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    os.environ |= {
        "AWS_ENDPOINT_URL_S3": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "planet",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            boto3.client("s3", config=Config(retries={"total_max_attempts": 20})).create_bucket(
                Bucket="planet"
            )
            yield
        finally:
            server.terminate()


def _copies(home: Path) -> Iterator[Path]:
    """Ever more episodes in a folder `audio`."""
    audio, drafts = home / "audio", home / "drafts"
    audio.mkdir()
    drafts.mkdir()
    sample = write_episode(drafts, _NUMBER, published=EPISODE.published)
    read = read_episode(sample)
    sound = sample.read_bytes()
    beside = {VTT: sample.with_suffix(VTT).read_bytes(), CHAPTERS: to_json(read.chapters).encode()}
    Image.new("RGB", (1400, 1400), "navy").save(home / "cover.jpg")
    for number in range(100_000):
        path = audio / f"article-{number:05}.mp3"
        path.write_bytes(sound.replace(b"%d" % _NUMBER, b"%05d" % number))
        for suffix, data in beside.items():
            path.with_suffix(suffix).write_bytes(data)
        shutil.copyfile(home / "cover.jpg", path.with_suffix(COVER))
        yield path


def _measure(what: str, home: Path, *dest: str, address: str = "audio") -> None:
    settings = home / "narrator.toml"
    if not settings.exists() or address not in settings.read_text():
        settings.write_text(_SETTINGS.format(address))
    command = [sys.executable, "-m", "narrator", "publish", *dest, "--out", "audio", "--quiet"]
    environment = os.environ | {"PYTHONPATH": str(_ROOT), "XDG_CACHE_HOME": str(home / "cache")}
    cost = run(["env", "-C", str(home), *command], environment)
    print(f"{what:28} {cost.wall_s:6.1f} s {cost.cpu_s:6.1f} s {cost.peak_mb:5.0f} MB", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
