"""`narrator cache`: what is kept, and how to be rid of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SEED, Call


@pytest.fixture(autouse=True)
def _empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_an_empty_cache_is_nothing_special(narrator: Call, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "narrator" / "takes"
    assert narrator("cache").out == f"{folder}\n0 files, 0 bytes, at most 2 GB\n"
    assert narrator("cache", "clear").out == f"{folder}\nremoved 0 files, 0 bytes\n"


def test_files_are_shown_then_cleared_and_nothing_is_reused(narrator: Call, tmp_path: Path) -> None:
    make = ("make", SEED, "--out", tmp_path / "audio", "--voice", "tone", "--json", "--quiet", "--force")
    narrator(*make)
    (held,) = narrator("cache", "--json").objects
    assert (held["files"] > 5, held["bytes"] > 100_000) == (True, True)
    assert narrator(*make).objects[0]["reused_ms"] > 0
    (gone,) = narrator("cache", "clear", "--json").objects
    assert (gone["removed"], gone["bytes"]) == (held["files"], held["bytes"])
    assert narrator("cache", "--json").objects[0]["files"] == 0
    assert narrator(*make).objects[0]["reused_ms"] == 0


def test_an_action_that_does_not_exist_is_a_wrong_call(narrator: Call) -> None:
    answer = narrator("cache", "burn")
    assert (answer.code, "burn" in answer.err) == (2, True)
