import re
from pathlib import Path

import pytest

from tests.conftest import SEED
from tests.feed_samples import write_episode
from tests.test_publish import is_whole, write_home


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return write_home(tmp_path, episodes=1)


def test_publish_in_place_prints_the_feeds_address(home, narrator):
    answer = narrator("publish")
    assert (answer.code, answer.out) == (0, "https://planet.example/audio/feed.xml\n")
    assert is_whole(home / "audio")


def test_publish_to_a_folder_and_again(home, narrator):
    answer = narrator("publish", "dest")
    assert (answer.code, answer.out) == (0, "https://planet.example/audio/feed.xml\n")
    assert is_whole(home / "dest")
    assert "0 uploaded" in narrator("publish", "dest").err
    assert narrator("publish", "dest", "--dry-run").out == ""
    (again,) = narrator("publish", "dest", "--json").objects
    assert again["uploaded"] == []
    assert again["dry_run"] is False


def test_a_dry_run_lists_what_would_be_uploaded(home, narrator):
    answer = narrator("publish", "dest", "--dry-run")
    assert "upload 2023-01-27-article-0.mp3" in answer.out.splitlines()
    assert "upload feed.xml" in answer.out.splitlines()
    assert not (home / "dest").exists()


def test_the_destination_can_stand_in_the_settings(home, narrator, monkeypatch):
    with (home / "narrator.toml").open("a") as file:
        file.write('dest = "elsewhere"\n')
    (home / "below").mkdir()
    monkeypatch.chdir(home / "below")
    assert narrator("publish", "--out", "../audio").code == 0
    assert is_whole(home / "elsewhere")


def test_in_place_one_is_told_what_must_not_be_served(home, narrator):
    text = (
        (home / "narrator.toml")
        .read_text()
        .replace("[publish]", "private = true\n[publish]\ntranscript = false")
    )
    (home / "narrator.toml").write_text(text)
    write_episode(home / "audio", 0, lyrics=False).with_suffix(".script.json").write_text("{}")
    answer = narrator("publish")
    secret = answer.out.removesuffix("/feed.xml\n")
    assert f"private: serve audio as {secret}/ and under no other name" in answer.err
    assert "2 files in audio hold full texts" in answer.err
    assert narrator("publish", "--quiet").err == ""


def test_what_is_missing_is_one_line_and_exit_2(home, narrator):
    (home / "narrator.toml").write_text("")
    answer = narrator("publish")
    assert answer.code == 2
    assert "[show] author, [show] email, [show] description, [publish] base_url" in answer.err
    assert answer.err.count("narrator:") == 1


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "https://planet.example:99999/audio",
            "'https://planet.example:99999/audio' is no http or https address",
        ),
        (
            "https://planet.example:http/audio",
            "'https://planet.example:http/audio' is no http or https address",
        ),
        ("https://lois:geheim@planet.example/audio", "'planet.example' stands behind a name or password"),
        ("https://lois@planet.example/audio", "'planet.example' stands behind a name or password"),
    ],
)
def test_an_address_no_listener_could_or_should_use_is_one_line(home, narrator, address, told):
    settings = (home / "narrator.toml").read_text()
    (home / "narrator.toml").write_text(re.sub("base_url = .*", f'base_url = "{address}"', settings))
    answer = narrator("publish")
    assert answer.code == 2
    assert f"[publish] base_url: {told}" in answer.err
    assert "geheim" not in answer.err
    assert not Path("audio/feed.xml").exists()


def test_a_folder_that_is_not_there_is_exit_2(home, narrator):
    assert narrator("publish", "--out", "absent").code == 2


def test_an_mp3_of_another_origin_is_named_and_the_rest_published(home, narrator):
    Path("audio/jingle.mp3").write_bytes(b"no sound")
    answer = narrator("publish")
    assert answer.code == 0
    assert "audio/jingle.mp3" in answer.err


def test_prune_removes_what_the_feed_no_longer_names(home, narrator):
    write_episode(home / "audio", 1)
    narrator("publish", "dest")
    for path in (home / "audio").glob("*article-0*"):
        path.unlink()
    assert "--prune" in narrator("publish", "dest").err
    assert "removed" in narrator("publish", "dest", "--prune").err
    assert not list((home / "dest").glob("*article-0*"))


def test_check_finds_nothing_in_what_was_published(home, narrator):
    narrator("publish")
    answer = narrator("check", "audio")
    assert (answer.code, answer.out) == (0, "")


def test_check_names_errors_line_by_line_and_exits_1(home, narrator):
    narrator("publish")
    Path("audio/cover.jpg").write_text("no picture")
    answer = narrator("check", "audio")
    assert answer.code == 1
    assert answer.out.startswith("error: audio/cover.jpg: a picture that cannot be read [Apple")
    (finding,) = narrator("check", "audio", "--json").objects
    assert finding["severity"] == "error"


@pytest.mark.parametrize("address", ["https://planet.example:99999/feed.xml", "http://[::1"])
def test_check_of_an_address_with_a_slip_takes_it_for_no_file(home, narrator, address):
    answer = narrator("check", address)
    assert (answer.code, answer.err) == (1, f"narrator: {address}: not an address\n")


def test_check_of_nothing_ends_as_a_missing_source_does(home, narrator):
    assert narrator("check", "absent").code == 1


def test_a_folder_is_read_without_the_player_pages_that_lie_in_it(home, narrator):
    (home / "article.txt").write_text(SEED.read_text())
    make = ("make", ".", "--voice", "tone", "--quiet")
    first, published, again = narrator(*make), narrator("publish", "--quiet"), narrator(*make)
    assert (published.code, again.code, again.err) == (0, 0, "")
    assert again.out == first.out
    assert [article["source"] for article in narrator("segment", ".", "--json").objects] == ["article.txt"]
    assert "audio/index.html" in narrator("segment", "audio", "--json").out


def test_pages_of_a_podcast_amid_articles_are_none_wherever_it_lies(home, narrator):
    (home / "articles").mkdir()
    (home / "articles/a.txt").write_text(SEED.read_text())
    (home / "articles/site.html").write_text(f"<h1>News</h1><p>{'The mill is open again. ' * 9}</p>")
    assert narrator("publish", "articles/elsewhere").code == 0
    sources = [article["source"] for article in narrator("segment", "articles", "--json").objects]
    assert sources == ["articles/a.txt", "articles/site.html"]


@pytest.mark.parametrize("dest", ["gopher://x/y", "s3://", "ssh://host", "narrator.toml", "~nobody-here/x"])
def test_what_is_no_destination_is_exit_2_before_anything_is_begun(home, narrator, dest):
    before = sorted(path.name for path in (home / "audio").iterdir())
    answer = narrator("publish", dest)
    assert (answer.code, answer.out) == (2, "")
    first, tip = answer.err.splitlines()
    assert first.startswith("narrator: ")
    assert tip == "tip: give a folder, s3://bucket/prefix or ssh://host/path"
    assert sorted(path.name for path in (home / "audio").iterdir()) == before


@pytest.mark.parametrize(
    ("place", "setting", "says"),
    [
        ("audio/", "audio?key=1", "is no folder's address"),
        ("audio/", "audio#all", "is no folder's address"),
        ("[publish]", 'guid = "{917393e3-1b1e-5cef-ace4-edaa54e1f810}"\n[publish]', "is no UUID"),
        ("[publish]", 'guid = "urn:uuid:917393e3-1b1e-5cef-ace4-edaa54e1f810"\n[publish]', "is no UUID"),
    ],
)
def test_a_setting_that_a_feed_cannot_carry_is_exit_2(home, narrator, place, setting, says):
    settings = home / "narrator.toml"
    settings.write_text(settings.read_text().replace(place, setting, 1))
    answer = narrator("publish")
    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err
