import io
import json
import re
import socket
import threading
from dataclasses import replace
from pathlib import Path

import lameenc
import numpy as np
import pytest
import uvicorn
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen import id3
from PIL import Image
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from narrator.errors import FetchError, SourceError
from narrator.feed.chapters import to_json
from narrator.feed.check import check
from narrator.feed.check_feed import check_feed
from narrator.feed.rss import render
from narrator.mp3.episode import read_episode
from narrator.mp3.settle import settle
from tests.feed_samples import BASE_URL, PUBLISHED, SHOW, TONE, published, write_episode

FEED = render(SHOW, BASE_URL, [PUBLISHED]).decode()


def found(text: str) -> list[str]:
    return [str(finding) for finding in check_feed(text.encode())]


def test_a_feed_of_narrators_has_nothing_to_find():
    assert check_feed(FEED.encode(), f"{BASE_URL}/feed.xml") == ()


@pytest.mark.parametrize(
    ("pattern", "replacement", "expected"),
    [
        ("<title>The Daily.*</title>", "<title> </title>", "error: channel: no title"),
        ("<description>Every.*?</description>", "", "error: channel: no description"),
        ("Every article", "x" * 4000, "error: channel: description has 4012 bytes"),
        ("<language>en", "<language>english please", "error: channel: language 'english please'"),
        ('<itunes:category text="News">', '<itunes:category text="Newz">', "perhaps 'News > Politics'"),
        ('text="Politics"', 'text="politics"', "perhaps 'News > Politics'"),
        ("<itunes:explicit>false", "<itunes:explicit>no", "itunes:explicit is 'no'"),
        ("<itunes:image.*cover.jpg", '<itunes:image href="cover.jpg', "itunes:image href 'cover.jpg'"),
        ('rel="self"', 'rel="next"', "no atom:link with rel self [PSP-1]"),
        (
            'href="[^"]*/feed.xml"',
            'href="feed.xml"',
            "error: channel: atom:link 'feed.xml' is no web address",
        ),
        ("<podcast:locked.*</podcast:locked>", "", "warning: channel: no podcast:locked"),
        ("<podcast:guid>.*<", "<podcast:guid>mine<", "podcast:guid 'mine' is no UUID"),
        ("<lastBuildDate>.*<", "<lastBuildDate>yesterday<", "lastBuildDate 'yesterday' is no date"),
        ("<itunes:email>.*<", "<itunes:email>nobody<", "itunes:email 'nobody' is no address [W3C"),
        ("<itunes:type>episodic", "<itunes:type>daily", "itunes:type 'daily' is neither episodic nor"),
        ("<podcast:medium>podcast", "<podcast:medium>radio", "podcast:medium 'radio' is no medium"),
        ("(<podcast:person[^>]*>).*<", "<podcast:person><", "podcast:person '' is no name"),
        (
            "namespace/1.0",
            "namespace/2.0",
            "prefix podcast stands for 'https://podcastindex.org/namespace/2.0'",
        ),
        ("podcast-1.0.dtd", "Podcast-1.0.dtd", "prefix itunes stands for"),
        ("<itunes:episodeType>full", "<itunes:episodeType>whole", "itunes:episodeType 'whole' is none of"),
        ("<itunes:episodeType>", "<itunes:season>0</itunes:season><itunes:episodeType>", "itunes:season '0'"),
        (
            "<itunes:episodeType>",
            "<itunes:episode>I</itunes:episode><itunes:episodeType>",
            "itunes:episode 'I'",
        ),
        ("<itunes:episodeType>", "<itunes:block>so</itunes:block><itunes:episodeType>", "itunes:block 'so'"),
        ("<guid.*</guid>", "", "no guid"),
        (
            "<link>https://planet.example/gunman",
            "<link>https://planet.example/a|b",
            "link 'https://planet.ex",
        ),
        ("<itunes:author>Lois Lane", f"<itunes:author>{'Lois ' * 60}", "itunes:author has"),
        ("<enclosure.*/>", "", "has 0 enclosures"),
        ('length="1505000"', 'length="0"', "enclosure length '0'"),
        ('length="1505000"', f'length="{"9" * 5000}"', "enclosure length '999"),
        ('type="audio/mpeg"', 'type="audio/ogg"', "enclosure type 'audio/ogg'"),
        ('url="https://planet.example/audio/20', 'url="http://planet.example/audio/20', "is not https"),
        ('url="https://planet.example/audio/20', 'url="audio/20', "is no web address"),
        ("<pubDate>Fri, 27 Jan 2023", "<pubDate>2023-01-27", "is no date of RFC 2822"),
        ("<pubDate>Fri, 27 Jan 2023", "<pubDate>Fri, 31 Feb 2023", "is no date of RFC 2822"),
        ("<pubDate>Fri, 27 Jan 2023", "<pubDate>Mon, 27 Jan 2023", "was not a Mon"),
        ("<itunes:duration>125", "<itunes:duration>two minutes", "itunes:duration 'two minutes'"),
        ("<itunes:duration>125", "<itunes:duration>1:65", "itunes:duration '1:65'"),
        ("<itunes:duration>125", "<itunes:duration>1:60:05", "itunes:duration '1:60:05'"),
        ('type="text/vtt"', 'type="text/plane"', "podcast:transcript type 'text/plane'"),
        ('type="application/json.chapters"', 'type="text/html"', "podcast:chapters type 'text/html'"),
        ("<item>.*</item>", "", "has no episode"),
        ("</channel>", "", "not well-formed"),
        ('version="2.0"', 'version="1.0"', "is no RSS 2.0"),
    ],
)
def test_each_fault_of_a_feed_is_named(pattern, replacement, expected):
    broken = re.sub(
        pattern, lambda _: replacement, FEED, count=2, flags=re.DOTALL if "item" in pattern else 0
    )
    assert broken != FEED
    assert any(expected in finding for finding in found(broken)), found(broken)


@pytest.mark.parametrize("duration", ["2:05", "02:05", "0:02:05", "100:00:00", "59:59"])
def test_a_duration_in_minutes_or_hours_is_no_fault(duration):
    assert found(FEED.replace("<itunes:duration>125", f"<itunes:duration>{duration}")) == found(FEED)


def test_episodes_that_share_a_guid_or_a_file_are_named():
    twice = render(SHOW, BASE_URL, [PUBLISHED, PUBLISHED]).decode()
    doubles = [finding.split(" '")[0] for finding in found(twice) if "stands in 2 items" in finding]
    assert doubles == ["error: feed: guid", "error: feed: enclosure url"]


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_a_feed_with_a_doctype_is_refused_and_nothing_opened(attack):
    hostile = FEED.replace("<rss", f"{attack}<rss", 1).replace("The Daily", "&x;&b;", 1)
    (finding,) = found(hostile)
    assert "DOCTYPE" in finding or "not well-formed" in finding
    assert "root:" not in finding


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 100, b"<rss", b"<rss version='2.0'/>", b"<html/>", b"<" * 10**6]
)
def test_what_is_no_feed_is_one_finding(data):
    (finding,) = check_feed(data)
    assert finding.severity == "error"


@settings(deadline=None)
@given(st.integers(0, len(FEED) - 1), st.integers(0, 60), st.text(max_size=40))
def test_whatever_is_in_a_feed_it_is_judged(at, length, text):
    broken = FEED[:at] + text + FEED[at + length :]
    assert all(finding.message for finding in check_feed(broken.encode("utf-8", "replace")))


@pytest.fixture
def audio(tmp_path):
    """A clean episode: its MP3."""
    return write_episode(tmp_path, 0)


def faults(target: Path) -> list[str]:
    return [str(finding) for finding in check(target)]


def retag(path: Path, change, version: int = 3) -> None:
    tags = id3.ID3(path)
    change(tags)
    tags.save(path, v2_version=version)


def test_an_episode_of_narrators_has_nothing_to_find(audio):
    assert faults(audio) == []


def test_tags_of_version_2_4_are_named(audio):
    retag(audio, lambda tags: None, version=4)
    assert any("ID3v2.4" in fault for fault in faults(audio))


def test_chapters_out_of_order_are_named(audio):
    def longer_first(tags):
        tags["CHAP:chp00000"].element_id = "a" * 40
        tags["CHAP:chp00000"].sub_frames["TIT2"].text = ["One that is much longer than the other"]

    retag(audio, longer_first)
    assert any("do not stand in order of time" in fault for fault in faults(audio))


def test_chapters_with_a_gap_or_an_overlap_are_named(audio):
    def gap(tags):
        tags["CHAP:chp00000"].end_time = 700

    retag(audio, gap)
    assert any("'One' and 'Two' have a gap" in fault for fault in faults(audio))


def test_chapters_that_end_elsewhere_than_the_sound_are_named(audio):
    def later(tags):
        tags["CHAP:chp00001"].end_time = 9_000

    retag(audio, later)
    assert any("ends at 9000 ms, the sound at 1985" in fault for fault in faults(audio))


def test_chapters_without_a_table_of_contents_are_named(audio):
    retag(audio, lambda tags: tags.delall("CTOC"))
    assert any("no table of contents" in fault for fault in faults(audio))


def test_a_chapters_file_says_titles_as_far_as_files_can_carry_them(audio):
    title = id3.TIT2(encoding=3, text="A  title\x01 with\x1b[31m all sorts")
    retag(audio, lambda tags: tags.getall("CHAP")[0].sub_frames.add(title))
    settle(audio)
    audio.with_suffix(".chapters.json").write_text(to_json(read_episode(audio).chapters))
    assert faults(audio) == []


def test_a_chapters_file_that_says_something_else_is_named(audio):
    entries = [{"startTime": 0, "title": "One", "endTime": 0.9}, {"startTime": 0.901, "title": "Two"}]
    audio.with_suffix(".chapters.json").write_text(json.dumps({"version": "1.2.0", "chapters": entries}))
    assert any("not the chapters that are in the MP3" in fault for fault in faults(audio))
    for other in ("[]", json.dumps({"version": "9", "chapters": entries})):
        audio.with_suffix(".chapters.json").write_text(other)
        assert any("not a chapters file" in fault for fault in faults(audio))


@pytest.mark.parametrize(
    ("picture", "kind", "expected"),
    [
        (Image.new("RGB", (1400, 1400)), "JPEG", ""),
        (Image.new("RGB", (600, 600)), "JPEG", "600 × 600"),
        (Image.new("RGB", (1400, 1500)), "JPEG", "1400 × 1500"),
        (Image.new("CMYK", (1400, 1400)), "JPEG", "CMYK, not RGB"),
        (Image.new("RGB", (1400, 1400)), "GIF", "a GIF"),
        (Image.new("RGB", (1400, 1400)), "PNG", "a PNG that is named .jpg"),
    ],
)
def test_a_cover_is_square_large_and_rgb(audio, picture, kind, expected):
    picture.save(audio.with_suffix(".jpg"), kind)
    assert [expected in fault for fault in faults(audio)[:1]] == [True] * bool(expected)


def test_a_cover_that_is_no_picture_is_named(audio):
    audio.with_suffix(".jpg").write_text("<svg/>")
    assert any("picture that cannot be read" in fault for fault in faults(audio))


def encoded(samples: np.ndarray, rate_hz: int = 44_100, channels: int = 1, vbr: bool = False) -> bytes:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(rate_hz)
    encoder.set_channels(channels)
    encoder.set_bit_rate(96)
    return bytes(encoder.encode(samples.astype("<i2").tobytes()) + encoder.flush())


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        (TONE // 8, "LUFS, not -19 ± 1"),
        (np.clip(TONE * 6.0, -32767, 32767), "true peak"),
        (TONE * 0, "nothing is heard"),
        (np.concatenate([TONE, np.zeros(6 * 44_100), TONE]), "s of silence at 2 s"),
    ],
)
def test_what_is_heard_is_measured(tmp_path, samples, expected):
    path = tmp_path / "a.mp3"
    path.write_bytes(encoded(samples))
    assert any(expected in fault for fault in faults(path)), faults(path)


@pytest.mark.parametrize("damage", [b"\0" * 1500, b"\x5a" * 1500, bytes(range(256)) * 6])
def test_a_damaged_mp3_is_one_line_and_its_decoder_keeps_silent(tmp_path, capfd, damage):
    audio = write_episode(tmp_path, 0)
    data = audio.read_bytes()
    audio.write_bytes(data[:-12_000] + damage + data[len(damage) - 12_000 :])
    assert [finding.severity for finding in check(audio)] == ["error"]
    assert capfd.readouterr() == ("", "")


def test_a_low_sample_rate_is_named(tmp_path):
    path = tmp_path / "a.mp3"
    path.write_bytes(encoded(TONE, 22_050))
    assert any("22050 samples a second" in fault for fault in faults(path))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ID3" + b"\xff" * 50,
        b"no sound" * 100,
        b"ID3\x03\x00\x00\x7f\x7f\x7f\x7f",
        b"ID3\x03\0\0\0\0\x7f\x7f" + b"TIT2",
    ],
)
def test_what_is_no_mp3_is_named_with_a_reason(tmp_path, data):
    path = tmp_path / "a.mp3"
    path.write_bytes(data)
    (fault,) = faults(path)
    assert re.fullmatch(rf"error: {path}: not an MP3 that can be read: \S.* \[MPEG-1 Audio\]", fault)


def test_a_folder_is_checked_with_its_feed(tmp_path, audio):
    (tmp_path / "feed.xml").write_bytes(render(SHOW, BASE_URL, [published(0)]))
    told = faults(tmp_path)
    assert any("the feed says 1505000" in fault for fault in told)
    assert any("cover.jpg: named by the feed, but not there" in fault for fault in told)


def test_a_feed_is_held_against_what_its_files_say(tmp_path, audio):
    each = replace(published(0), beside=frozenset({".vtt", ".srt"}))
    (tmp_path / "feed.xml").write_bytes(render(SHOW, BASE_URL, [each]))
    audio.with_suffix(".srt").write_text("1\n00:00:00,300 --> 00:00:03,000\nGunman enters.\n")
    told = faults(tmp_path)
    assert any("lasts 2 s, the feed says 125 [Apple" in fault for fault in told)
    assert not any("no transcript" in fault for fault in told)
    for suffix in each.beside:
        audio.with_suffix(suffix).write_text("<html>Not found</html>")
    told = faults(tmp_path)
    assert any("named as text/vtt [W3C WebVTT]" in fault for fault in told)
    assert any("named as application/x-subrip [SubRip]" in fault for fault in told)


def test_a_feed_that_says_it_is_at_no_address_names_no_file_of_its_folder(tmp_path):
    (tmp_path / "feed.xml").write_text(FEED.replace("https://planet.example/audio/", "http://[/"))
    assert any("enclosure url 'http://[/" in fault for fault in faults(tmp_path))


def test_a_target_that_is_nothing_is_refused(tmp_path):
    with pytest.raises(SourceError, match="no such file"):
        check(tmp_path / "absent")
    with pytest.raises(SourceError, match="neither an MP3 nor"):
        check(tmp_path)


def test_a_picture_in_the_tags_must_be_one(audio):
    out = io.BytesIO()
    Image.new("RGB", (300, 200)).save(out, "PNG")
    retag(audio, lambda tags: tags.add(id3.APIC(mime="image/png", type=3, data=out.getvalue())))
    assert any("no square JPEG or PNG" in fault for fault in faults(audio))


@pytest.fixture
def web(tmp_path):
    """A server that knows byte ranges, and its folder."""
    sockets = [socket.create_server(("127.0.0.1", 0))]
    app = Starlette(routes=[Mount("/", StaticFiles(directory=tmp_path))])
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    worker = threading.Thread(target=server.run, kwargs={"sockets": sockets}, daemon=True)
    worker.start()
    yield f"http://127.0.0.1:{sockets[0].getsockname()[1]}", tmp_path
    server.should_exit = True
    worker.join()


def test_online_every_file_is_asked_for_at_its_address(web):
    url, folder = web
    each = replace(PUBLISHED, size=11, beside=frozenset({".vtt"}))
    (folder / each.name).write_bytes(b"eleven byte")
    (folder / "feed.xml").write_bytes(render(SHOW, url, [each]))
    told = [str(finding) for finding in check(f"{url}/feed.xml", online=True, allow_private=True)]
    unreachable = [finding for finding in told if "answered 404" in finding]
    assert [finding.split(": ")[1].rpartition("/")[2] for finding in unreachable] == [
        "cover.jpg",
        each.name_of(".vtt"),
    ]
    assert not any(each.name in finding and finding.startswith("error") for finding in told)
    (folder / each.name).write_bytes(b"twelve bytes")
    told = [str(finding) for finding in check(folder / "feed.xml", online=True, allow_private=True)]
    assert any("has 12 bytes, the feed says 11" in finding for finding in told)


def test_online_no_address_of_this_machine_is_opened_unasked(web):
    url, folder = web
    (folder / "feed.xml").write_bytes(render(SHOW, url, [PUBLISHED]))
    told = [str(finding) for finding in check(folder / "feed.xml", online=True)]
    assert any("127.0.0.1 is not a public address" in finding for finding in told)
    with pytest.raises(FetchError, match="not a public address"):
        check(f"{url}/feed.xml")
