import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from narrator import atomic
from narrator.errors import StorageError
from narrator.feed.index import index_folder
from narrator.feed.states import states_in
from narrator.mp3.episode import read_episode
from narrator.mp3.tags import write_tags
from narrator.shelf import Place, Shelf, free_place
from tests.feed_samples import EPISODE, write_episode


@pytest.fixture(autouse=True)
def cache(tmp_path_factory, monkeypatch):
    """A cache of the test's own, where platformdirs looks for the user's."""
    folder = tmp_path_factory.mktemp("cache")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def folder(tmp_path):
    audio = tmp_path / "audio"
    audio.mkdir()
    for nth in range(3):
        write_episode(audio, nth)
    return audio


def files_of(cache):
    return [path for path in cache.rglob("*.msgpack") if path.is_file()]


def test_an_index_says_what_the_tags_say(folder):
    index = index_folder(folder)
    assert [each.name for each in index.episodes] == sorted(path.name for path in folder.glob("*.mp3"))
    for each in index.episodes:
        path = each.episode.audio
        assert each.episode == replace(read_episode(path), lines=())
        assert each.size == path.stat().st_size
        assert each.beside == {".vtt"}


def test_a_warm_index_reads_no_file_again(folder):
    cold = index_folder(folder)
    told = []
    assert index_folder(folder, lambda *counted: told.append(counted)) == cold
    assert told == []


def test_progress_counts_the_files_that_are_read(folder):
    told = []
    index_folder(folder, lambda *counted: told.append(counted))
    assert told == [("reading tags", done, 3) for done in (1, 2, 3)]


def test_a_tag_edited_behind_its_back_is_seen(folder):
    path = index_folder(folder).episodes[0].episode.audio
    before = path.stat()
    write_tags(path, replace(read_episode(path), title="Artikel 0"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert index_folder(folder).episodes[0].episode.title == "Artikel 0"


def test_an_episode_that_is_gone_is_forgotten(folder):
    gone = index_folder(folder).episodes[0]
    gone.episode.audio.unlink()
    assert gone not in index_folder(folder).episodes
    write_episode(folder, 0)
    assert len(index_folder(folder).episodes) == 3


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"\x92\x01\x80"])
def test_a_damaged_index_is_made_again(folder, cache, damage):
    whole = index_folder(folder)
    (file,) = files_of(cache)
    file.write_bytes(damage)
    assert index_folder(folder) == whole


def test_a_cache_that_cannot_be_written_stops_nothing(folder, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert len(index_folder(folder).episodes) == 3


def test_an_mp3_of_another_origin_is_named(folder):
    (folder / "jingle.mp3").write_bytes(b"no sound")
    index = index_folder(folder)
    assert len(index.episodes) == 3
    assert "jingle.mp3" in str(index.unreadable[0])


def test_an_episode_whose_name_no_address_can_hold_is_named(folder):
    (audio, *_) = (each.episode.audio for each in index_folder(folder).episodes)
    audio.rename(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.mp3"))
    index = index_folder(folder)
    assert len(index.episodes) == 2
    assert "not UTF-8" in str(index.unreadable[0])


def test_many_files_are_read_in_parallel_to_the_same_end(folder, monkeypatch):
    alone = index_folder(folder)
    monkeypatch.setattr("narrator.feed.index._WORTH_A_POOL", 1)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / ".other"))
    assert index_folder(folder) == alone


def test_an_episode_is_found_by_its_guid(folder):
    wanted = index_folder(folder).episodes[1].episode
    assert Shelf(folder).find(wanted.guid) == Place(wanted.audio)
    assert Shelf(folder).find(EPISODE.guid[::-1]) is None
    assert Shelf(folder / "absent").find(wanted.guid) is None


def test_what_another_run_does_to_a_shelf_meanwhile_is_seen(folder, tmp_path):
    shelf = Shelf(folder)
    first, second, third = (each.episode for each in index_folder(folder).episodes)
    assert shelf.find(first.guid) == Place(first.audio)
    first.audio.rename(folder / "renamed.mp3")
    second.audio.unlink()
    newest = write_episode(folder, 3)
    other = shutil.copy(third.audio, tmp_path / "other.mp3")
    write_tags(other, replace(third, guid="6d1f2d1c"))
    other.replace(third.audio)
    assert shelf.find(first.guid) == Place(folder / "renamed.mp3")
    assert shelf.find(second.guid) is None
    assert shelf.find(read_episode(newest).guid) == Place(newest)
    assert shelf.find("6d1f2d1c") == Place(third.audio)
    assert shelf.find(third.guid) is None


def test_an_episode_that_another_run_finished_meanwhile_takes_no_second_name(folder):
    audio = folder / "2023-01-27-the-mill.mp3"
    index_folder(folder).episodes[0].episode.audio.rename(audio)
    with free_place(folder, "2023-01-27", "The mill", read_episode(audio).guid) as place:
        assert place == Place(audio)
    with free_place(folder, "2023-01-27", "The mill", EPISODE.guid[::-1]) as place:
        assert place == Place(folder / "2023-01-27-the-mill-2.mp3")


def test_a_shelf_reads_no_tags_twice_however_many_episodes_are_looked_for(folder):
    shelf, opened = Shelf(folder), []
    guids = [each.episode.guid for each in index_folder(folder).episodes]
    assert all(map(shelf.find, guids))
    files = {str(path) for path in folder.iterdir()}
    sys.addaudithook(lambda event, told: event == "open" and told[0] in files and opened.append(told[0]))
    assert not any(shelf.find(f"another {nth}") for nth in range(20))
    assert opened == []
    files.clear()


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(StorageError, match="absent"):
        index_folder(tmp_path / "absent")


def test_a_script_that_cannot_start_processes_still_reads_everything(folder, tmp_path):
    """Without a guard for `__main__`, every process that is started would run the script again, and fails."""
    script = tmp_path / "script.py"
    script.write_text(f"""
import narrator.feed.index
from pathlib import Path
narrator.feed.index._WORTH_A_POOL = 1
print(len(narrator.feed.index.index_folder(Path({str(folder)!r})).episodes))
""")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1:] == ["3"], done.stderr


def test_a_file_that_goes_while_the_folder_is_looked_at_is_passed_over(tmp_path: Path) -> None:
    """Another run puts its new files in place and takes its claims away."""
    stopped = threading.Event()

    def come_and_go() -> None:
        while not stopped.is_set():
            for number in range(50):
                (tmp_path / f".x.{number:012x}.new").touch()
            for number in range(50):
                (tmp_path / f".x.{number:012x}.new").unlink()

    rival = threading.Thread(target=come_and_go)
    (tmp_path / "stays.mp3").touch()
    rival.start()
    try:
        assert all("stays.mp3" in states_in(tmp_path) for _ in range(1000))
        for _ in range(200):
            atomic.sweep(tmp_path)
    finally:
        stopped.set()
        rival.join()
