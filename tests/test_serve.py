"""`narrator serve` over a real socket: what it answers, in whole and in part, and what it keeps to itself."""

from __future__ import annotations

import http.client
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import pytest

from tests.served import ROOT, served
from tests.site_podcast import make_episode


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Podcast:
    folder: Path
    address: str

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read())


@pytest.fixture(scope="module")
def podcast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Podcast]:
    folder = tmp_path_factory.mktemp("audio")
    make_episode(folder, "one")
    make_episode(folder, "50% #1")
    (folder / "one.script.json").write_text("{}")
    (folder / "notes.txt").write_text("private")
    (folder / ".hidden.mp3").write_bytes((folder / "one.mp3").read_bytes())
    (folder / "feed.xml").write_text("<rss>published</rss>")
    (folder.parent / "outside.vtt").write_text("secret")
    (folder / "50% #1.vtt").unlink()
    (folder / "50% #1.vtt").symlink_to(folder.parent / "outside.vtt")
    (folder / "sub").mkdir()
    with served(folder, "--quiet") as address:
        yield Podcast(folder, address)


def test_the_feed_leads_to_audio_with_equal_bytes(podcast: Podcast) -> None:
    feed = feedparser.parse(podcast.ask("/feed.xml").body)
    links = [urlsplit(entry.enclosures[0].href) for entry in feed.entries]
    heard = {unquote(link.path): podcast.ask(f"{link.path}?{link.query}").body for link in links}
    assert heard == {f"/{path.name}": path.read_bytes() for path in podcast.folder.glob("[!.]*.mp3")}
    assert {f"http://{link.netloc}" for link in links} == {podcast.address}


def test_the_published_feed_is_left_alone(podcast: Podcast) -> None:
    assert b"published" not in podcast.ask("/feed.xml").body
    assert (podcast.folder / "feed.xml").read_text() == "<rss>published</rss>"
    assert not list(podcast.folder.glob("*.html"))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/one.html", "text/html; charset=utf-8"),
        ("/one.embed.html", "text/html; charset=utf-8"),
        ("/feed.xml", "application/rss+xml; charset=utf-8"),
        ("/one.mp3", "audio/mpeg"),
        ("/one.vtt", "text/vtt; charset=utf-8"),
        ("/one.jpg", "image/jpeg"),
        ("/50%25%20%231.html", "text/html; charset=utf-8"),
        ("/cover.jpg", "image/jpeg"),
        ("/assets/cover.jpg", "image/jpeg"),
        ("/assets/one.cover.jpg", "image/jpeg"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
    ],
)
def test_every_file_has_its_type(podcast: Podcast, path: str, kind: str) -> None:
    answer = podcast.ask(path)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["x-content-type-options"] == "nosniff"
    head = podcast.ask(path, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert int(head.headers["content-length"]) == len(answer.body)


@pytest.mark.parametrize(
    "path",
    [
        "/notes.txt", "/one.script.json", "/.hidden.mp3", "/sub", "/sub/", "/assets/", "/assets",
        "/50%25%20%231.vtt", "/../outside.vtt", "/%2e%2e/outside.vtt", "/..%2foutside.vtt", "/one.mp3/",
        "/assets/../one.mp3", "/assets/..%2f..%2fpages.py", "//etc/passwd", "/one.mp3%00", "/missing.mp3",
        "/assets/x.cover.jpg", "/one", "/%ff.mp3",
    ],
)  # fmt: skip
def test_nothing_else_is_served(podcast: Podcast, path: str) -> None:
    assert podcast.ask(path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(podcast: Podcast, method: str) -> None:
    assert podcast.ask("/one.mp3", method).status == 405


@pytest.mark.parametrize(
    ("wanted", "first", "end"),
    [("bytes=0-0", 0, 1), ("bytes=100-199", 100, 200), ("bytes=-10", -10, None), ("bytes=500-", 500, None),
     ("bytes=0-999999999", 0, None), ("bytes=-999999999", 0, None)],
)  # fmt: skip
def test_a_range_is_answered_in_part(podcast: Podcast, wanted: str, first: int, end: int | None) -> None:
    data = (podcast.folder / "one.mp3").read_bytes()
    answer = podcast.ask("/one.mp3", Range=wanted)
    begin = first % len(data)
    part = data[begin:end]
    assert (answer.status, answer.body) == (206, part)
    assert answer.headers["content-range"] == f"bytes {begin}-{begin + len(part) - 1}/{len(data)}"


@pytest.mark.parametrize("wanted", ["bytes=999999999-", "bytes=-0"])
def test_a_range_behind_the_end_is_refused(podcast: Podcast, wanted: str) -> None:
    size = (podcast.folder / "one.mp3").stat().st_size
    answer = podcast.ask("/one.mp3", Range=wanted)
    assert (answer.status, answer.headers["content-range"]) == (416, f"bytes */{size}")


@pytest.mark.parametrize(
    "wanted",
    ["seconds=1-2", "bytes=5-2", "bytes=a-b", "bytes=-", "bytes=0-1,5-6", "bytes", "bytes=" + "9" * 5000],
)
def test_a_range_that_makes_no_sense_is_ignored(podcast: Podcast, wanted: str) -> None:
    answer = podcast.ask("/one.mp3", Range=wanted)
    assert (answer.status, answer.body) == (200, (podcast.folder / "one.mp3").read_bytes())


def test_a_resumed_download_of_a_changed_file_starts_anew(podcast: Podcast) -> None:
    tag = podcast.ask("/one.mp3").headers["etag"]
    assert podcast.ask("/one.mp3", Range="bytes=10-19", If_Range=tag).status == 206
    assert podcast.ask("/one.mp3", Range="bytes=10-19", If_Range='"another"').status == 200


@pytest.mark.parametrize("path", ["/one.mp3", "/feed.xml", "/one.html", "/assets/site.js"])
def test_what_the_client_has_is_not_sent_again(podcast: Podcast, path: str) -> None:
    tag = podcast.ask(path).headers["etag"]
    for known in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        again = podcast.ask(path, If_None_Match=known)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert podcast.ask(path, If_None_Match='"x"').status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "192.168.0.1"]
)
def test_other_names_for_this_machine_are_refused(podcast: Podcast, host: str) -> None:
    assert podcast.ask("/feed.xml", Host=host).status == 400


def test_the_feed_names_the_host_it_was_asked_at(podcast: Podcast) -> None:
    port = urlsplit(podcast.address).port
    feed = podcast.ask("/feed.xml", Host=f"localhost:{port}").body.decode()
    assert f"http://localhost:{port}/one.mp3" in feed
    assert "127.0.0.1" not in feed


def test_pages_may_load_nothing_from_elsewhere(podcast: Podcast) -> None:
    page = podcast.ask("/one.html").headers["content-security-policy"]
    assert "default-src 'none'" in page
    assert "frame-ancestors 'self'" in page
    assert "frame-ancestors *" in podcast.ask("/one.embed.html").headers["content-security-policy"]


def test_a_new_episode_appears(podcast: Podcast) -> None:
    make_episode(podcast.folder, "later")
    try:
        assert podcast.ask("/later.mp3").status == 200
    finally:
        for file in podcast.folder.glob("later.*"):
            file.unlink()


def test_texts_that_may_not_be_published_stay_here(tmp_path: Path) -> None:
    make_episode(tmp_path, "one")
    settings = tmp_path / "narrator.toml"
    settings.write_text("[publish]\ntranscript = false\n")
    with served(tmp_path, "--quiet", "--config", str(settings)) as address:
        podcast = Podcast(tmp_path, address)
        (tmp_path / "one.srt").write_text("1")
        (tmp_path / "one.script.json").write_text("{}")
        for name in ("one.vtt", "one.srt", "one.script.json", "narrator.toml"):
            assert podcast.ask(f"/{name}").status == 404
        assert b"Two were injured" not in podcast.ask("/one.html").body
        assert b"one.vtt" not in podcast.ask("/feed.xml").body


def test_phones_of_the_network_are_answered(tmp_path: Path) -> None:
    make_episode(tmp_path, "one")
    command = [sys.executable, "-m", "narrator", "serve", str(tmp_path), "--port", "0", "--lan"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        here, phone = (urlsplit(process.stdout.readline().strip()) for _ in range(2))
        if not here.netloc:
            assert process.wait() == 2, "refused only on a machine without a network"
            return
        try:
            feed = Podcast(tmp_path, f"http://{phone.netloc}").ask("/feed.xml").body.decode()
        finally:
            process.terminate()
    assert here.hostname == "127.0.0.1"
    assert f"http://{phone.netloc}/one.mp3" in feed


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "narrator", "serve", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    done = run(str(tmp_path / "nowhere"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere: no such folder" in done.stderr


def test_a_port_that_is_taken_is_named(podcast: Podcast) -> None:
    port = str(urlsplit(podcast.address).port)
    done = run(str(podcast.folder), "--port", port)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"port {port}" in done.stderr


def test_a_port_that_is_none_is_refused(tmp_path: Path) -> None:
    assert run(str(tmp_path), "--port", "70000").returncode == 2
