"""`narrator cache`: what is kept, and how to be rid of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from narrator.cache import Cache
from narrator.feed.digests import digests_of
from narrator.feed.index import index_folder
from narrator.feed.remembered import memory_of, recall, remember
from narrator.model import Clip
from narrator.site.strip import measure_levels
from tests.conftest import SEED, Call
from tests.feed_samples import write_episode


@pytest.fixture(autouse=True)
def _empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_an_empty_cache_is_nothing_special(narrator: Call, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "narrator"
    assert narrator("cache").out == f"{folder}\n0 files, 0 bytes, at most 2 GB\n"
    assert narrator("cache", "clear").out == f"{folder}\nremoved 0 files, 0 bytes\n"


def test_files_are_shown_then_cleared_and_nothing_is_reused(narrator: Call, tmp_path: Path) -> None:
    make = ("make", SEED, "--out", tmp_path / "audio", "--voice", "tone", "--json", "--quiet", "--force")
    narrator(*make)
    assert narrator(*make).objects[0]["reused_ms"] > 0
    (held,) = narrator("cache", "--json").objects
    assert (held["files"] > 5, held["bytes"] > 100_000) == (True, True)
    (gone,) = narrator("cache", "clear", "--json").objects
    assert (gone["removed"], gone["bytes"]) == (held["files"], held["bytes"])
    assert narrator("cache", "--json").objects[0]["files"] == 0
    assert narrator(*make).objects[0]["reused_ms"] == 0


def test_what_cannot_be_removed_is_passed_over_and_not_counted(narrator: Call, tmp_path: Path) -> None:
    takes = tmp_path / "cache" / "narrator" / "takes"
    (takes / "aa" / "folder").mkdir(parents=True)
    (takes / "bb").mkdir()
    (takes / "bb" / "take").write_bytes(b"sound")
    assert narrator("cache", "clear").out == f"{takes.parent}\nremoved 1 file, 5 bytes\n"


def test_a_single_byte_is_one_byte(narrator: Call, tmp_path: Path) -> None:
    take = tmp_path / "cache" / "narrator" / "takes" / "aa" / "take"
    take.parent.mkdir(parents=True)
    take.write_bytes(b"s")
    assert narrator("cache").out.endswith("\n1 file, 1 byte, at most 2 GB\n")


def test_what_is_known_of_folders_is_shown_and_cleared_too(narrator: Call, tmp_path: Path) -> None:
    write_episode(tmp_path, 0)
    episode = index_folder(tmp_path).episodes[0]
    digests_of(tmp_path, [episode.name])
    measure_levels(episode.episode.audio, episode.digest)
    (held,) = narrator("cache", "--json").objects
    assert held["files"] == 3
    (gone,) = narrator("cache", "clear", "--json").objects
    assert (gone["removed"], gone["bytes"]) == (3, held["bytes"])
    assert index_folder(tmp_path).episodes == (episode,)


def test_over_its_bound_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most_bytes=1000)
    for nth, key in enumerate(("aaold", "bbused", "ccnew")):
        cache.keep(key, Clip(bytes(400), 8000))
        os.utime(tmp_path / "takes" / key[:2] / key[2:], (nth, nth))
    assert cache.find("aaold", Clip)
    cache.tidy()
    assert [key for key in ("aaold", "bbused", "ccnew") if cache.find(key, Clip)] == ["aaold"]


def test_what_is_known_of_folders_is_bounded_with_the_takes(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("old", "used", "new")]
    for nth, folder in enumerate(folders):
        remember(memory_of(folder, "digests"), "x" * 400)
        os.utime(memory_of(folder, "digests"), (nth, nth))
    assert recall(memory_of(folders[0], "digests"), str)
    Cache(most_bytes=1000).tidy()
    assert [bool(recall(memory_of(folder, "digests"), str)) for folder in folders] == [True, False, False]


def test_an_action_that_does_not_exist_is_a_wrong_call(narrator: Call) -> None:
    answer = narrator("cache", "burn")
    assert (answer.code, "burn" in answer.err) == (2, True)
