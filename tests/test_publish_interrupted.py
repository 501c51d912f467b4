"""Killed, out of room, two at once: what is published stays whole, and the next run finishes the work."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import textwrap
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from narrator.errors import StorageError
from narrator.podcast import render_folder
from narrator.settings import read_settings
from tests.feed_samples import write_episode
from tests.test_publish import is_whole, published_to, settings_of, write_home

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

CHANGES = {"os.rename", "os.remove", "os.mkdir", "shutil.copyfile"}
KILLED = 9


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Three episodes, published to `dest`, and a fourth that is not yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "home").mkdir()
    home = write_home(tmp_path / "home")
    published_to(home, home / "dest")
    write_episode(home / "audio", 7)
    return home


def episodes_in(folder: Path) -> int:
    return len(etree.parse(folder / "feed.xml").findall("channel/item"))


def killed(do: Callable[[], object], at: int) -> bool:
    """Whether a process that does it was ended, without a chance to tidy up, before its change number `at`."""
    child = os.fork()
    if not child:
        _end_at(at)
        try:
            do()
            os._exit(0)
        except BaseException:  # noqa: BLE001 - a forked process must end here
            traceback.print_exc()
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, KILLED)
    return code == KILLED


def _end_at(at: int) -> None:
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
        seen += event in CHANGES or bool(writes)
        if seen == at:
            os._exit(KILLED)

    sys.addaudithook(hook)


def test_killed_before_any_change_of_a_file_the_feeds_are_whole(home, tmp_path):
    at, was_killed, seen = 1, True, set()
    while was_killed:
        shutil.rmtree(tmp_path / "again", ignore_errors=True)
        again = Path(shutil.copytree(home, tmp_path / "again"))
        was_killed = killed(lambda again=again: published_to(again, again / "dest"), at)
        assert is_whole(again / "audio")
        assert is_whole(again / "dest")
        seen.add((episodes_in(again / "audio"), episodes_in(again / "dest")))
        at += 2
    assert seen == {(3, 3), (4, 3), (4, 4)}
    again = Path(shutil.copytree(home, tmp_path / "last"))
    assert killed(lambda: published_to(again, again / "dest"), at // 2)
    published_to(again, again / "dest")
    assert is_whole(again / "dest")
    assert episodes_in(again / "dest") == 4


def test_what_killed_runs_left_is_swept_away_a_day_later(home):
    published_to(home, home / "dest")
    leftovers = [home / folder / ".x.html.0123456789ab.new" for folder in ("audio", "audio/assets", "dest")]
    for path in (*leftovers, home / "audio/.mine.new"):
        path.write_bytes(b"half")
        os.utime(path, (0, 0))
    young = home / "audio/.y.html.0123456789ab.new"
    young.write_bytes(b"half")
    published_to(home, home / "dest")
    assert not [path for path in leftovers if path.exists()]
    assert young.exists()
    assert (home / "audio/.mine.new").exists()


def full(do: Callable[[], object], largest: int) -> str:
    """What a process says that may write no file of more bytes than this, as if the disk were full by then."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        try:
            do()
        except StorageError as error:
            os.write(writing, str(error).encode())
        except BaseException:  # noqa: BLE001 - a forked process must end here
            os.write(writing, traceback.format_exc().encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with open(reading, "rb") as said:  # noqa: PTH123 - a descriptor, not a path
        return said.read().decode()


@pytest.mark.parametrize("largest", [0, 1_000, 10_000])
def test_without_room_one_line_says_so_and_the_feeds_stay(home, largest):
    for folder, do in {
        "audio": lambda: render_folder(settings_of(home), home / "audio", home / "narrator.toml"),
        "dest": lambda: published_to(home, home / "dest"),
    }.items():
        before = (home / folder / "feed.xml").read_bytes()
        said = full(do, largest)
        assert "File too large" in said
        assert "\n" not in said
        assert (home / folder / "feed.xml").read_bytes() == before
        assert is_whole(home / folder)
        render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    published_to(home, home / "dest")
    assert is_whole(home / "dest")
    assert episodes_in(home / "dest") == 4


def script_of(home: Path, dest: Path) -> list[str]:
    """A script without a guard for `__main__`, that publishes."""
    text = f"""
        from pathlib import Path
        import narrator.feed.index, narrator.site.folder
        from narrator.publish import publish
        from narrator.settings import read_settings
        narrator.feed.index._WORTH_A_POOL = narrator.site.folder._WORTH_PROCESSES = 1
        file = Path({str(home / "narrator.toml")!r})
        publish(read_settings(file), file.parent / "audio", {str(dest)!r}, settings_file=file)
    """
    script = home / "script.py"
    script.write_text(textwrap.dedent(text))
    return [sys.executable, str(script)]


def test_two_at_once_publish_everything_once(home):
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    both = [subprocess.Popen(script_of(home, home / "dest"), env=environment) for _ in range(2)]
    assert [child.wait() for child in both] == [0, 0]
    assert is_whole(home / "dest")
    assert episodes_in(home / "dest") == 4
    assert published_to(home, home / "dest").uploaded == ()


def test_two_machines_with_one_destination_leave_one_of_their_feeds(home, tmp_path):
    other = Path(shutil.copytree(home, tmp_path / "other"))
    write_episode(other / "audio", 8)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    scripts = [script_of(where, home / "dest") for where in (home, other)]
    for child in [subprocess.Popen(script, env=environment, stderr=subprocess.DEVNULL) for script in scripts]:
        child.wait()
    assert is_whole(home / "dest")
    published_to(other, home / "dest")
    assert is_whole(home / "dest")
    assert episodes_in(home / "dest") == 5
    assert read_settings(other / "narrator.toml").show.guid == settings_of(home).show.guid
