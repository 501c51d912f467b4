"""What engines hear in prepared text, in a process of its own because espeak is one engine a process."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


def test_engines_hear_the_right_reading() -> None:
    pytest.importorskip("espeakng_loader")
    pytest.importorskip("hibari")
    script = ROOT / "tests" / "benchmarks" / "spoken_phonemes.py"
    heard = subprocess.run([sys.executable, script, "en"], capture_output=True, text=True, cwd=ROOT)
    assert heard.returncode == 0, heard.stdout + heard.stderr
