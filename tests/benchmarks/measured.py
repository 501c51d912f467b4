"""What a command costs: wall time, CPU time and peak memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil

_EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a command and everything it started; memory is the sum of resident sets at its highest."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    out: str


def run(command: Sequence[str] | str, environment: dict[str, str]) -> Cost:
    """Run a command, or a line of shell, to its end; raises `CalledProcessError` where it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, shell=isinstance(command, str), stdout=subprocess.PIPE, text=True, env=environment
    )
    peak = _Peak(process.pid)
    assert process.stdout
    out = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(wall_s, used.ru_utime + used.ru_stime, peak.stop(), out)


class _Peak:
    """Watches a tree of processes."""

    def __init__(self, pid: int) -> None:
        self._root, self._highest, self._over = psutil.Process(pid), 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        self._over.set()
        self._thread.join()
        return self._highest / 1e6

    def _watch(self) -> None:
        while not self._over.wait(_EVERY_S):
            self._highest = max(self._highest, _resident(self._root))


def _resident(root: psutil.Process) -> int:
    total = 0
    try:
        for process in (root, *root.children(recursive=True)):
            total += _of_one(process)
    except psutil.Error:
        pass
    return total


def _of_one(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
