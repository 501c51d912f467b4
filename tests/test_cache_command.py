"""`narrator cache`: what is kept, and how to be rid of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from narrator.cache import Cache
from narrator.model import Clip
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


def test_what_cannot_be_removed_is_passed_over_and_not_counted(narrator: Call, tmp_path: Path) -> None:
    takes = tmp_path / "cache" / "narrator" / "takes"
    (takes / "aa" / "folder").mkdir(parents=True)
    (takes / "bb").mkdir()
    (takes / "bb" / "take").write_bytes(b"sound")
    assert narrator("cache", "clear").out == f"{takes}\nremoved 1 file, 5 bytes\n"


def test_over_its_bound_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most_bytes=1000)
    for nth, key in enumerate(("aaold", "bbused", "ccnew")):
        cache.keep(key, Clip(bytes(400), 8000))
        os.utime(tmp_path / key[:2] / key[2:], (nth, nth))
    assert cache.find("aaold", Clip)
    cache.tidy()
    assert [key for key in ("aaold", "bbused", "ccnew") if cache.find(key, Clip)] == ["aaold"]


def test_an_action_that_does_not_exist_is_a_wrong_call(narrator: Call) -> None:
    answer = narrator("cache", "burn")
    assert (answer.code, "burn" in answer.err) == (2, True)
