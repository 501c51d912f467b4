"""What the README and the docstrings show is what happens."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import narrator
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text()
SHOWN = [
    tuple(block.split("\n", 1))
    for fenced in re.findall(r"```console\n(.*?)```", README, re.S)
    for block in re.split(r"^\$ ", fenced, flags=re.M)[1:]
]


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_is_shown(command: str, output: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    narrator = f"{shlex.quote(sys.executable)} -m narrator"
    done = subprocess.run(
        command.replace("narrator", narrator, 1),
        shell=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    checker = doctest.OutputChecker()
    assert checker.check_output(output, done.stdout, doctest.ELLIPSIS), done.stdout + done.stderr


@pytest.mark.parametrize(
    "name",
    [module.name for module in walk_packages(narrator.__path__, "narrator.") if "__" not in module.name],
)
def test_examples_in_docstrings_hold(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_every_command_is_named() -> None:
    from narrator.cli.main import COMMANDS

    for command in COMMANDS:
        assert f"narrator {command}" in README


def test_python_example_runs(tmp_path: Path) -> None:
    code = re.search(r"```python\n(.*?)```", README, re.S)[1].replace(
        '"article.txt"', repr(str(next((ROOT / "seeds").glob("*.txt"))))
    )
    out = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert out.splitlines()[0].startswith("0 Gunman Enters")
