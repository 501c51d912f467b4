"""A machine reached over ssh, by the system's rsync: keys, users and ports come from ~/.ssh/config."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import stamina

from narrator.errors import PublishError
from narrator.patterns import compiled
from narrator.targets.base import File

_SHELL = "ssh -o BatchMode=yes -o ConnectTimeout=15"
"""Nobody is there to type a password at five in the morning."""
_SILENCE_S, _ATTEMPTS, _PATIENCE_S = 60, 4, 120.0
_MAY_PASS = {10, 12, 30, 35, 255}
"""rsync(1), "EXIT VALUES": socket, protocol stream, timeouts; and ssh's own failure to connect."""
_ABSENT = compiled(r"failed: .+ \(2\)$", re.MULTILINE)
"""ENOENT, whatever that is called in the language of the machine."""
_BATCH = 200
_LISTED = compiled(r"-\S+\s+(\d+) (\d{4}/\d\d/\d\d \d\d:\d\d:\d\d) (.+)")


class SshTarget:
    """Files keep their time of modification there, which with the size makes their stamp."""

    def __init__(self, host: str, path: str, port: int | None = None) -> None:
        if shutil.which("rsync") is None:
            raise PublishError("ssh:// needs rsync, which is not installed", "install rsync here and there")
        self._there = f"{host}:{path.rstrip('/')}/"
        shell = os.environ.get("RSYNC_RSH", _SHELL) + (f" -p {port}" if port else "")
        self._command = ["rsync", "-8", "-s", f"--timeout={_SILENCE_S}", "-e", shell]

    def stamps(self) -> Mapping[str, str]:
        listed = self._rsync("-r", "--list-only", "--no-h", "--", self._there, absent="")
        found = filter(None, map(_LISTED.fullmatch, listed.splitlines()))
        return {line[3]: f"{line[1]} {line[2]}" for line in found}

    def read(self, name: str) -> bytes | None:
        with tempfile.TemporaryDirectory() as here:
            copy = Path(here) / "copy"
            self._rsync("--", self._there + name, str(copy), absent="")
            return copy.read_bytes() if copy.is_file() else None

    def put(self, files: Iterable[File]) -> Iterator[tuple[File, str]]:
        waiting = iter(files)
        while batch := list(islice(waiting, _BATCH)):
            self._put(batch[0], [file.name for file in batch])
            yield from ((file, _stamp(file.path)) for file in batch)

    def _put(self, one: File, names: Sequence[str]) -> None:
        """What broke off is continued the next time; times are ignored, as tag editors may keep them."""
        folder = str(one.path.absolute())[: -len(one.name)]  # a relative one may look like a host
        with _listing(names) as listing:
            keeping = ("--times", "--ignore-times", "--mkpath", "--partial-dir=.rsync-partial")
            self._rsync(*keeping, "--from0", f"--files-from={listing.name}", "--", folder, self._there)

    def replace(self, name: str, data: bytes, stamp: str | None) -> str:
        """As `Target.replace`, but looked at just before: rsync knows no conditional write."""
        if self.stamps().get(name) != stamp:
            raise PublishError(f"{self._there}{name}: changed by somebody else meanwhile", "publish again")
        with tempfile.TemporaryDirectory() as here:
            copy = Path(here) / name
            copy.write_bytes(data)
            self._rsync("--times", "--ignore-times", "--mkpath", "--", str(copy), self._there)
            return _stamp(copy)

    def remove(self, names: Iterable[str]) -> None:
        """An empty folder is copied there, with these names the only ones that may be deleted."""
        patterns = [pattern for name in names for pattern in _patterns(name)]
        if not patterns:
            return
        with tempfile.TemporaryDirectory() as empty, _listing(patterns) as listing:
            deleting = ("-r", "--delete", "--from0", f"--include-from={listing.name}", "--exclude=*")
            self._rsync(*deleting, "--", f"{empty}/", self._there)

    def _rsync(self, *arguments: str, absent: str | None = None) -> str:
        """What rsync says; `absent`, if given, where the source does not exist."""
        try:
            for attempt in stamina.retry_context(_may_pass, attempts=_ATTEMPTS, timeout=_PATIENCE_S):
                with attempt:
                    return _run([*self._command, *arguments])
        except subprocess.CalledProcessError as error:
            if absent is not None and _ABSENT.search(error.stderr):
                return absent
            raise PublishError(f"{self._there}: {_reason(error)}") from error
        raise AssertionError("an attempt either returns or raises")


def _run(command: Sequence[str]) -> str:
    environment = os.environ | {"TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, env=environment, capture_output=True, check=True, text=True, errors="surrogateescape"
    )
    return done.stdout


def _may_pass(error: Exception) -> bool:
    return isinstance(error, subprocess.CalledProcessError) and error.returncode in _MAY_PASS


def _reason(error: subprocess.CalledProcessError) -> str:
    """The first thing that rsync or ssh complained about."""
    lines = [line for line in str(error.stderr).splitlines() if line.strip()]
    return lines[0] if lines else f"rsync ended with {error.returncode}"


def _listing(names: Iterable[str]) -> tempfile._TemporaryFileWrapper[str]:
    """A file of names, each ended by NUL."""
    listing = tempfile.NamedTemporaryFile("w", encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
    listing.write("".join(f"{name}\0" for name in names))
    listing.flush()
    return listing


def _patterns(name: str) -> Iterator[str]:
    r"""What lets a file, and the folders above it, through a filter.

    >>> list(_patterns("assets/[1].js"))
    ['/assets/', '/assets/\\[1].js']
    """
    parts = list(map(_literal, name.split("/")))
    yield from (f"/{'/'.join(parts[:depth])}/" for depth in range(1, len(parts)))
    yield "/" + "/".join(parts)


def _literal(part: str) -> str:
    """A backslash counts in a pattern only if a wildcard does (rsync(1), "PATTERN MATCHING RULES")."""
    return re.sub(r"([*?\[\\])", r"\\\1", part) if re.search(r"[*?\[]", part) else part


def _stamp(path: Path) -> str:
    stat = path.stat()
    return f"{stat.st_size} {time.strftime('%Y/%m/%d %H:%M:%S', time.gmtime(stat.st_mtime_ns // 10**9))}"
