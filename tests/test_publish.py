import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from lxml import etree
from mutagen import id3
from PIL import Image

from narrator.errors import PublishError, SettingsError, UsageError
from narrator.feed.chapters import from_json, to_json
from narrator.feed.check import check
from narrator.feed.findings import errors_among
from narrator.feed.rss import NAMESPACES
from narrator.mp3.episode import read_episode
from narrator.mp3.tags import write_tags
from narrator.podcast import render_folder
from narrator.publish import publish
from narrator.settings import Publish, Settings, read_settings
from tests.feed_samples import SHOW, TONE, write_episode

CONFIG = """\
# The Planet's podcast.
[show]   # what listeners see
title = 'The Daily Planet'
author = "The Daily Planet"
email = "audio@planet.example"
description = "Every article of the day."
cover = "cover.png"

[publish]
base_url = "https://planet.example/audio/"  # ours
"""


@pytest.fixture
def home(tmp_path):
    return write_home(tmp_path)


def write_home(folder: Path, episodes: int = 3) -> Path:
    """A folder with a narrator.toml, a cover and some episodes."""
    (folder / "narrator.toml").write_text(CONFIG)
    Image.new("RGB", (1400, 1400), "navy").save(folder / "cover.png")
    (folder / "audio").mkdir()
    for nth in range(episodes):
        write_episode(folder / "audio", nth)
    return folder


def settings_of(home: Path) -> Settings:
    return read_settings(home / "narrator.toml")


def published_to(home: Path, dest: Path, **options):
    file = home / "narrator.toml"
    return publish(read_settings(file), home / "audio", str(dest), settings_file=file, **options)


def is_whole(folder: Path) -> bool:
    """Whether all that the feed names below its own address is there, as long as announced."""
    channel = etree.parse(folder / "feed.xml").find("channel")
    for enclosure in channel.iterfind("item/enclosure"):
        name = enclosure.get("url").rpartition("/")[2]
        data = (folder / name.partition("?")[0]).read_bytes()
        if len(data) != int(enclosure.get("length")):
            return False
        if not hashlib.sha256(data).hexdigest().startswith(name.partition("?v=")[2]):
            return False
    linked = channel.iterfind("item/podcast:transcript", NAMESPACES)
    return all((folder / each.get("url").rpartition("/")[2]).is_file() for each in linked)


def test_a_folder_becomes_a_podcast_in_place(home):
    podcast = render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert podcast.feed_url == "https://planet.example/audio/feed.xml"
    assert is_whole(home / "audio")
    assert all((home / "audio" / name).is_file() for name in podcast.files)
    assert {"index.html", "cover.jpg"} <= set(podcast.files)


def test_rendering_again_changes_nothing(home):
    for _ in range(2):
        render_folder(settings_of(home), home / "audio", home / "narrator.toml")
        state = {path: path.stat().st_mtime_ns for path in (home / "audio").rglob("*") if path.is_file()}
    render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert state == {path: path.stat().st_mtime_ns for path in (home / "audio").rglob("*") if path.is_file()}


def test_the_guid_is_kept_and_every_other_line_stays(home):
    render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    guid = settings_of(home).show.guid
    kept = (home / "narrator.toml").read_text()
    assert kept.replace(f'guid = "{guid}"\n', "") == CONFIG
    (home / "narrator.toml").write_text(kept.replace("planet.example", "moved.example"))
    assert (
        f">{guid}<".encode() in render_folder(settings_of(home), home / "audio", home / "narrator.toml").feed
    )


def test_a_configuration_that_nobody_else_may_read_stays_so_when_the_guid_is_added(home):
    (home / "narrator.toml").chmod(0o600)
    render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert settings_of(home).show.guid
    assert stat.S_IMODE((home / "narrator.toml").stat().st_mode) == 0o600


def test_who_waited_for_the_first_publisher_takes_its_guid(home):
    text = (home / "narrator.toml").read_text().replace("[publish]", "private = true\n[publish]")
    (home / "narrator.toml").write_text(text)
    settings = settings_of(home)
    first, second = (
        render_folder(settings, home / "audio", home / "narrator.toml").settings.show.guid for _ in range(2)
    )
    assert first == second == settings_of(home).show.guid


def test_a_guid_that_cannot_be_kept_is_told(home):
    with pytest.raises(SettingsError, match="guid") as refused:
        render_folder(settings_of(home), home / "audio")
    assert 'guid = "' in refused.value.tip


def test_everything_that_is_missing_is_named_at_once(tmp_path):
    settings = Settings(show=msgspec.structs.replace(SHOW, email="", description="", category="Newz"))
    with pytest.raises(UsageError) as refused:
        render_folder(settings, tmp_path)
    for key in ("[show] email", "[show] description", "[publish] base_url", "[show] category"):
        assert key in refused.value.message
    assert not (tmp_path / "feed.xml").exists()


def test_a_feed_of_another_origin_is_not_overwritten(home):
    feed = home / "audio/feed.xml"
    feed.write_text("<rss><channel><generator>WordPress</generator></channel></rss>")
    with pytest.raises(PublishError, match="did not write"):
        render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert "WordPress" in feed.read_text()
    render_folder(settings_of(home), home / "audio", home / "narrator.toml", force=True)
    assert is_whole(home / "audio")


def test_a_feed_of_another_origin_at_the_destination_is_not_overwritten(home, tmp_path):
    dest = tmp_path / "dest"
    dest.mkdir()
    (dest / "feed.xml").write_text("<rss/>")
    with pytest.raises(PublishError, match="did not write"):
        published_to(home, dest)
    assert [path.name for path in dest.iterdir()] == ["feed.xml"]
    published_to(home, dest, force=True)
    assert is_whole(dest)


def test_what_is_published_once_is_not_published_again(home, tmp_path):
    first = published_to(home, tmp_path / "dest")
    assert "feed.xml" in first.uploaded
    assert is_whole(tmp_path / "dest")
    again = published_to(home, tmp_path / "dest")
    assert again.uploaded == ()
    assert again.unchanged == len(first.uploaded) - 1


def test_a_corrected_tag_corrects_page_and_feed(home, tmp_path):
    published_to(home, tmp_path / "dest")
    audio = next((home / "audio").glob("*.mp3"))
    write_tags(audio, replace(read_episode(audio), title="Corrected & <better>"))
    report = published_to(home, tmp_path / "dest")
    assert {audio.name, f"{audio.stem}.html", "index.html", "feed.xml"} <= set(report.uploaded)
    assert is_whole(tmp_path / "dest")
    titles = [each.text for each in etree.parse(tmp_path / "dest/feed.xml").iterfind("channel/item/title")]
    assert "Corrected & <better>" in titles


def test_a_dry_run_tells_and_changes_nothing(home, tmp_path):
    before = sorted(home.rglob("*"))
    report = published_to(home, tmp_path / "dest", dry_run=True)
    assert "feed.xml" in report.uploaded
    assert len([name for name in report.uploaded if name.endswith(".mp3")]) == 3
    assert [path for path in sorted(home.rglob("*")) if path.name != ".narrator.lock"] == before
    assert settings_of(home).show.guid == ""


def test_what_the_feed_no_longer_names_goes_only_if_asked(home, tmp_path):
    dest = tmp_path / "dest"
    published_to(home, dest)
    (dest / "robots.txt").write_text("not ours")
    gone = next((home / "audio").glob("*.mp3"))
    for path in (home / "audio").glob(f"{gone.stem}.*"):
        path.unlink()
    report = published_to(home, dest)
    assert gone.name in report.stale
    assert (dest / gone.name).exists()
    assert published_to(home, dest, prune=True).stale == report.stale
    assert not list(dest.glob(f"{gone.stem}.*"))
    assert (dest / "robots.txt").exists()
    assert published_to(home, dest).stale == ()


def test_a_private_show_hides_in_a_folder_of_its_own(home, tmp_path):
    with (home / "narrator.toml").open("a") as file:
        file.write("transcript = false\n")
    text = (home / "narrator.toml").read_text().replace("[publish]", "private = true\n[publish]")
    (home / "narrator.toml").write_text(text)
    with pytest.raises(PublishError, match=r"article-0\.mp3 and 2 more: the tags hold the full text"):
        published_to(home, tmp_path / "dest")
    for nth in range(3):
        path = write_episode(home / "audio", nth, lyrics=False)
        path.with_suffix(".script.json").write_text("{}")
    report = published_to(home, tmp_path / "dest")
    (secret,) = (tmp_path / "dest").iterdir()
    assert report.feed_url == f"https://planet.example/audio/{secret.name}/feed.xml"
    assert len(secret.name) == 32
    assert b"<itunes:block>Yes" in (secret / "feed.xml").read_bytes()
    assert not [
        path for path in secret.rglob("*") if path.suffix in (".vtt", ".srt") or "script" in path.name
    ]
    assert not [
        page for page in secret.glob("*.html") if "Gunman enters Azerbaijan embassy." in page.read_text()
    ]
    assert b"podcast:transcript" not in (secret / "feed.xml").read_bytes()
    assert published_to(home, tmp_path / "dest").uploaded == ()


def every_address(feed: Path) -> set[str]:
    """All that a feed links to, but for the article."""
    named = {"enclosure": "url", "image": "href", "transcript": "url", "chapters": "url", "link": "href"}
    found = {each.get(named.get(etree.QName(each).localname, "-")) for each in etree.parse(feed).iter()}
    return {address.partition("?")[0] for address in found if address}


def test_all_that_a_listener_of_a_private_show_gets_lies_in_its_secret_folder(home, tmp_path):
    text = (home / "narrator.toml").read_text().replace("[publish]", "private = true\n[publish]")
    (home / "narrator.toml").write_text(text)
    report = published_to(home, tmp_path / "dest")
    (secret,) = (tmp_path / "dest").iterdir()
    base_url = report.feed_url.removesuffix("/feed.xml")
    assert base_url == f"https://planet.example/audio/{secret.name}"
    addresses = every_address(secret / "feed.xml")
    assert len(addresses) == 11
    assert all((secret / address.removeprefix(f"{base_url}/")).is_file() for address in addresses)
    pages = [path.read_text("utf-8") for path in secret.glob("*.html")]
    assert all('<meta name="robots" content="noindex' in page for page in pages)
    in_place = render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert in_place.feed_url == report.feed_url
    assert in_place.feed == (secret / "feed.xml").read_bytes()


def test_a_private_show_needs_a_guid_nobody_can_guess(home):
    render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    text = (home / "narrator.toml").read_text().replace("[publish]", "private = true\n[publish]")
    (home / "narrator.toml").write_text(text)
    with pytest.raises(SettingsError, match="can be guessed"):
        render_folder(settings_of(home), home / "audio", home / "narrator.toml")


def test_the_folder_itself_is_no_destination(home):
    with pytest.raises(UsageError, match="itself"):
        published_to(home, home / "audio/.")


def test_settings_can_name_everything_without_a_file(tmp_path, home):
    guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    show = msgspec.structs.replace(SHOW, guid=guid, cover=str(home / "cover.png"))
    settings = Settings(show=show, publish=Publish(base_url="https://planet.example"))
    assert guid.encode() in render_folder(settings, home / "audio").feed


def test_the_feed_is_the_same_without_what_was_kept_of_it(home, monkeypatch):
    feed = render_folder(settings_of(home), home / "audio", home / "narrator.toml").feed
    write_episode(home / "audio", 9)
    grown = render_folder(settings_of(home), home / "audio", home / "narrator.toml").feed
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "another-cache"))
    assert grown == render_folder(settings_of(home), home / "audio", home / "narrator.toml").feed
    assert feed != grown


def test_an_episode_that_directories_would_refuse_is_refused_every_time(home):
    audio = next((home / "audio").glob("*.mp3"))
    write_tags(audio, replace(read_episode(audio), title=" "))
    for _ in range(2):
        with pytest.raises(PublishError, match=rf"{audio.name}.*: no title"):
            render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert not (home / "audio/feed.xml").exists()


def test_chapters_whose_table_an_editor_dropped_are_published(home):
    audio = next((home / "audio").glob("*.mp3"))
    tags = id3.ID3(audio)
    tags.delall("CTOC")
    tags.save(audio, v2_version=3)
    render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert id3.ID3(audio)["CTOC:toc"].child_element_ids == ["chp00000", "chp00001"]


def test_chapters_that_an_editor_dropped_are_gone_from_the_podcast_too(home):
    audio = next((home / "audio").glob("*.mp3"))
    beside = audio.with_suffix(".chapters.json")
    beside.write_text(to_json(read_episode(audio).chapters))
    os.utime(beside, (0, 0))
    tags = id3.ID3(audio)
    tags.delall("CHAP")
    tags.delall("CTOC")
    tags.save(audio, v2_version=3)
    render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert from_json(beside.read_bytes()) == ()
    assert errors_among(check(home / "audio")) == ()


@pytest.mark.parametrize("version", [3, 4])
def test_what_any_tag_editor_saved_is_published_in_the_form_that_players_read(home, version):
    audio = next((home / "audio").glob("*.mp3"))
    audio.with_suffix(".chapters.json").write_text(to_json(read_episode(audio).chapters))
    tags = id3.ID3(audio)
    tags.add(id3.TIT2(encoding=3, text="Corrected 😀"))
    tags["CHAP:chp00000"].sub_frames["TIT2"].text = ["A much longer title of the first chapter"]
    tags.add(id3.TCOP(encoding=3, text="2023 The Daily Planet"))
    tags.save(audio, v2_version=version)
    told = read_episode(audio)
    render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert read_episode(audio) == told
    assert id3.ID3(audio)["TCOP"] == "2023 The Daily Planet"
    assert from_json(audio.with_suffix(".chapters.json").read_bytes()) == told.chapters
    assert "Corrected 😀" in (home / "audio/feed.xml").read_text()
    assert errors_among(check(home / "audio")) == ()
    before = audio.read_bytes()
    render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert audio.read_bytes() == before


def test_a_cover_that_will_not_do_is_told_before_an_episode_is_touched(home):
    audio = next((home / "audio").glob("*.mp3"))
    tags = id3.ID3(audio)
    tags.save(audio, v2_version=4)
    before = audio.read_bytes()
    (home / "cover.png").unlink()
    with pytest.raises(UsageError, match=r"\[show\] cover"):
        render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    assert audio.read_bytes() == before


def test_a_copy_of_an_episode_is_named(home):
    audio = next((home / "audio").glob("*.mp3"))
    (home / "audio/copy.mp3").write_bytes(audio.read_bytes())
    with pytest.raises(PublishError, match=r"copy\.mp3 are the same episode|copy\.mp3 and"):
        render_folder(settings_of(home), home / "audio", home / "narrator.toml")


def test_an_mp3_with_broken_chapters_is_not_published(home):
    audio = next((home / "audio").glob("*.mp3"))
    chapters = read_episode(audio).chapters
    write_tags(audio, replace(read_episode(audio), chapters=chapters[1:]))
    tags = id3.ID3(audio)
    tags["CHAP:chp00000"].end_time = 99_000
    tags.save(audio, v2_version=3)
    with pytest.raises(PublishError, match="the last chapter ends at 99000 ms"):
        render_folder(settings_of(home), home / "audio", home / "narrator.toml")


def test_an_mp3_without_its_end_or_without_sound_is_not_published(home):
    audio = next((home / "audio").glob("*.mp3"))
    whole = audio.read_bytes()
    audio.write_bytes(whole[: -len(whole) // 4])
    with pytest.raises(PublishError, match="its header says 1985"):
        render_folder(settings_of(home), home / "audio", home / "narrator.toml")
    write_episode(home / "audio", 0, sound=TONE * 0)
    with pytest.raises(PublishError, match="nothing is heard"):
        render_folder(settings_of(home), home / "audio", home / "narrator.toml")
