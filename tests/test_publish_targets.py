"""One contract, every place to publish to: a folder, a bucket, a machine behind ssh."""

import hashlib
import os
import shutil
import stat
from pathlib import Path

import boto3
import pytest
import stamina
from moto.core import DEFAULT_ACCOUNT_ID
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer

from narrator.errors import PublishError, UsageError
from narrator.feed.states import state_of
from narrator.targets.address import open_target
from narrator.targets.base import File
from tests.test_publish import published_to, write_home

LOCAL_SHELL = """#!/bin/sh
# Stands for ssh: takes the options and the host away and runs the rest here.
while [ "${1#-}" != "$1" ]; do case "$1" in -[opl]) shift 2 ;; *) shift ;; esac; done
shift
exec sh -c "$*"
"""


@pytest.fixture(scope="module")
def store():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(store, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", store)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "very-secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    s3_backends.reset()
    client = boto3.client("s3")
    client.create_bucket(Bucket="planet")
    return client


@pytest.fixture
def reachable(tmp_path, monkeypatch):
    """A machine behind ssh that is this one."""
    if shutil.which("rsync") is None:
        pytest.skip("rsync is not installed")
    shell = tmp_path / "local-shell"
    shell.write_text(LOCAL_SHELL)
    shell.chmod(shell.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("RSYNC_RSH", str(shell))


@pytest.fixture(params=["folder", "s3", "ssh"])
def dest(request, tmp_path):
    match request.param:
        case "folder":
            return str(tmp_path / "dest")
        case "s3":
            request.getfixturevalue("bucket")
            return "s3://planet/pod cast"
        case _:
            request.getfixturevalue("reachable")
            return f"ssh://planet.example{tmp_path}/far%20away"


@pytest.fixture(autouse=True)
def impatient():
    with stamina.set_testing(True, attempts=3):
        yield


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "source"
    (folder / "assets").mkdir(parents=True)
    return folder


def file(folder: Path, name: str, data: bytes) -> File:
    (folder / name).write_bytes(data)
    return File(name, folder, hashlib.sha256(data).hexdigest(), state_of((folder / name).stat()))


NAMES = ("a b.mp3", "ünï#?.vtt", "assets/player.js", "[1]*.jpg")


def test_what_is_put_is_there(dest, source):
    target = open_target(dest)
    assert dict(target.stamps()) == {}
    assert target.read("a b.mp3") is None
    files = [file(source, name, name.encode()) for name in NAMES]
    put = {each.name: stamp for each, stamp in target.put(files)}
    assert dict(open_target(dest).stamps()) == put
    assert put.keys() == set(NAMES)
    assert [target.read(name) for name in NAMES] == [name.encode() for name in NAMES]


def test_a_stamp_follows_the_bytes(dest, source):
    target = open_target(dest)
    ((_, before),) = target.put([file(source, "a.mp3", b"one")])
    changed = file(source, "a.mp3", b"two")
    os.utime(changed.path, (2_000_000_000, 2_000_000_000))
    ((_, after),) = target.put([changed])
    assert before != after
    assert target.stamps()["a.mp3"] == after
    assert target.read("a.mp3") == b"two"


def test_only_what_is_named_is_removed(dest, source):
    target = open_target(dest)
    list(target.put([file(source, name, b"x") for name in NAMES]))
    target.remove(["[1]*.jpg", "assets/player.js", "never there"])
    assert set(target.stamps()) == {"a b.mp3", "ünï#?.vtt"}


def test_a_feed_is_replaced_only_if_it_is_still_the_one_that_was_found(dest):
    target = open_target(dest)
    first = target.replace("feed.xml", b"one", None)
    with pytest.raises(PublishError, match="meanwhile"):
        target.replace("feed.xml", b"two", None)
    second = target.replace("feed.xml", b"three", first)
    assert target.stamps()["feed.xml"] == second
    with pytest.raises(PublishError, match="meanwhile"):
        target.replace("feed.xml", b"four", first + "0")
    assert target.read("feed.xml") == b"three"


def test_a_bucket_is_told_how_to_serve(bucket, source):
    target = open_target("s3://planet/show")
    names = ("a.mp3", "a.chapters.json", "a.vtt", "a.html")
    list(target.put([file(source, name, b"x") for name in names]))
    target.replace("feed.xml", b"x", None)
    kinds = {name: bucket.head_object(Bucket="planet", Key=f"show/{name}") for name in (*names, "feed.xml")}
    assert {name: kind["ContentType"] for name, kind in kinds.items()} == {
        "a.mp3": "audio/mpeg",
        "a.chapters.json": "application/json+chapters",
        "a.vtt": "text/vtt; charset=utf-8",
        "a.html": "text/html; charset=utf-8",
        "feed.xml": "application/rss+xml; charset=utf-8",
    }
    assert all("max-age" in kind["CacheControl"] for kind in kinds.values())


def test_a_bucket_lists_more_than_one_page(bucket):
    for number in range(1005):
        s3_backends[DEFAULT_ACCOUNT_ID]["aws"].put_object("planet", f"many/{number}", b"")
    assert len(open_target("s3://planet/many").stamps()) == 1005


def test_a_file_that_changed_since_it_was_read_is_not_put(bucket, source):
    announced = file(source, "a.mp3", b"announced")
    announced.path.write_bytes(b"something else")
    with pytest.raises(PublishError, match="changed while"):
        list(open_target("s3://planet").put([announced]))


def test_a_bucket_that_is_not_there_is_one_line(bucket):
    with pytest.raises(PublishError, match=r"s3://nowhere/.*NoSuchBucket"):
        open_target("s3://nowhere").stamps()


@pytest.mark.parametrize(
    "dest",
    [
        "ftp://host/x",
        "s3://AKIA:hunter2@bucket/x",
        "s3://AKIA:hunter2/x",
        "s3:///x",
        "ssh://user:hunter2@host/x",
        "ssh://-oProxyCommand=x/y",
        "ssh://host",
        "ssh://[::1/x",
    ],
)
def test_what_is_no_destination_is_refused_without_telling_a_password(dest):
    with pytest.raises(UsageError) as refused:
        open_target(dest)
    assert "hunter2" not in f"{refused.value.message} {refused.value.tip}"


@pytest.mark.parametrize("dest", ["s3://b/p", "s3://ab", f"s3://{'a' * 64}/p", "s3://a+b/p"])
def test_a_bucket_that_cannot_be_is_told_what_names_they_have(dest):
    with pytest.raises(UsageError, match=r"3 to 63 letters") as refused:
        open_target(dest)
    assert dest.split("/")[2] in refused.value.message


def test_a_machine_out_of_reach_is_one_line(tmp_path, monkeypatch, reachable):
    (tmp_path / "local-shell").write_text("#!/bin/sh\necho 'ssh: connect to host x: refused' >&2; exit 255\n")
    with pytest.raises(PublishError, match=r"ssh: connect to host x: refused$"):
        open_target("ssh://x/y").stamps()


def test_a_folder_that_is_missing_on_a_machine_of_another_language_is_empty(tmp_path, reachable):
    missing = "rsync: [sender] change_dir failed: Datei oder Verzeichnis nicht gefunden (2)"
    (tmp_path / "local-shell").write_text(f"#!/bin/sh\necho '{missing}' >&2; exit 23\n")
    assert open_target("ssh://x/y").stamps() == {}


def test_a_podcast_is_published_whole_corrected_and_pruned(dest, tmp_path):
    write_home(tmp_path)
    first = published_to(tmp_path, dest).uploaded
    there = open_target(dest).stamps()
    assert set(first) | {".narrator.json"} == set(there)
    assert published_to(tmp_path, dest).uploaded == ()
    for path in (tmp_path / "audio").glob("*article-0*"):
        path.unlink()
    report = published_to(tmp_path, dest, prune=True)
    assert "2023-01-27-article-0.mp3" in report.stale
    assert not [name for name in open_target(dest).stamps() if "article-0" in name]
    feed = open_target(dest).read("feed.xml")
    assert feed == (tmp_path / "audio/feed.xml").read_bytes()
    assert b"Article 0" not in feed
