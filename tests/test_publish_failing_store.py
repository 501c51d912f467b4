"""A store that fails on purpose: now and then, always, from some moment on, or by losing its answer."""

import http.client
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
import pytest
import stamina
from lxml import etree
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer

from narrator.errors import PublishError
from narrator.publish import publish
from narrator.settings import read_settings
from tests.feed_samples import write_episode
from tests.test_publish import write_home

Fault = Callable[[str, str, int], str]
"""Of method, path and number of a request: what befalls it, or nothing."""


def sound(method: str, path: str, number: int) -> str:
    return ""


class Proxy(ThreadingHTTPServer):
    """Hands requests on to a good store, except for those that a fault befalls."""

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behind, self.fault, self.count, self.unconditional = behind, sound, 0, False
        self.lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_any(self) -> None:
        with self.server.lock:
            self.server.count += 1
            befalls = self.server.fault(self.command, self.path, self.server.count)
            if self.server.unconditional and {"If-Match", "If-None-Match"} & set(self.headers):
                befalls = "501"
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if befalls == "503":
            return self._answer(503, {}, b"<Error><Code>SlowDown</Code></Error>")
        if befalls == "501":
            return self._answer(501, {}, b"<Error><Code>NotImplemented</Code></Error>")
        if befalls == "drop":
            return self._hang_up()
        status, headers, data = self._ask(body)
        return self._hang_up() if befalls == "lose the answer" else self._answer(status, headers, data)

    do_GET = do_PUT = do_HEAD = do_DELETE = handle_any  # noqa: N815 - the names http.server calls

    def _ask(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection(self.server.behind)
        connection.request(self.command, self.path, body, dict(self.headers))
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()

    def _answer(self, status: int, headers: dict[str, str], data: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in ("content-length", "transfer-encoding", "connection", "server", "date"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _hang_up(self) -> None:
        self.close_connection = True

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def good():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield "{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def store(good, monkeypatch):
    """The failing store; its bucket is empty."""
    s3_backends.reset()
    proxy = Proxy(good)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", f"http://127.0.0.1:{proxy.server_port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "very-secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    boto3.client("s3").create_bucket(Bucket="planet")
    with stamina.set_testing(True, attempts=4):
        yield proxy
    proxy.shutdown()
    proxy.server_close()


@pytest.fixture
def home(tmp_path):
    return write_home(tmp_path, episodes=2)


def published(home):
    file = home / "narrator.toml"
    return publish(read_settings(file), home / "audio", "s3://planet/show", settings_file=file)


def titles_if_whole(good: str) -> list[str] | None:
    """The titles of the published feed, once all that it names proved to be there in full; None without one."""
    client = boto3.client("s3", endpoint_url=f"http://{good}")
    listed = client.list_objects_v2(Bucket="planet", Prefix="show/").get("Contents", [])
    sizes = {entry["Key"].removeprefix("show/"): entry["Size"] for entry in listed}
    if "feed.xml" not in sizes:
        return None
    feed = client.get_object(Bucket="planet", Key="show/feed.xml")["Body"].read()
    items = etree.fromstring(feed).findall("channel/item")
    for enclosure in (item.find("enclosure") for item in items):
        name = enclosure.get("url").rpartition("/")[2].partition("?")[0]
        assert sizes[name] == int(enclosure.get("length"))
        assert name.replace(".mp3", ".html") in sizes
    return [item.findtext("title") for item in items]


def test_a_store_that_fails_now_and_then_is_asked_again(store, good, home):
    asked: set[tuple[str, str]] = set()

    def fails_at_first(method: str, path: str, number: int) -> str:
        if (method, path) in asked:
            return ""
        asked.add((method, path))
        return "503" if number % 2 else "drop"

    store.fault = fails_at_first
    published(home)
    assert titles_if_whole(good) == ["Article 1", "Article 0"]


def test_a_store_that_only_fails_is_one_line_without_secrets(store, good, home):
    store.fault = lambda *_: "503"
    with pytest.raises(PublishError) as failed:
        published(home)
    assert "s3://planet/show/" in failed.value.message
    assert "\n" not in failed.value.message
    assert "secret" not in failed.value.message
    store.fault = sound
    assert titles_if_whole(good) is None


@pytest.mark.parametrize("after", range(1, 11, 3))
def test_whenever_a_store_begins_to_fail_the_feed_is_whole_and_the_next_run_finishes(
    store, good, home, after
):
    published(home)
    write_episode(home / "audio", 2)
    store.count, store.fault = 0, lambda method, path, number: "503" if number > after else ""
    with pytest.raises(PublishError):
        published(home)
    assert titles_if_whole(good) == ["Article 1", "Article 0"]
    store.fault = sound
    published(home)
    assert titles_if_whole(good) == ["Article 2", "Article 1", "Article 0"]
    assert published(home).uploaded == ()


def test_an_answer_that_is_lost_does_not_look_like_somebody_else(store, good, home):
    lost = iter(["lose the answer"])
    store.fault = lambda method, path, _: (
        next(lost, "") if (method, path.endswith("feed.xml")) == ("PUT", True) else ""
    )
    published(home)
    assert titles_if_whole(good) == ["Article 1", "Article 0"]


def test_a_feed_that_somebody_else_replaced_meanwhile_is_not_overwritten(store, good, home):
    published(home)
    write_episode(home / "audio", 2)
    other = boto3.client("s3", endpoint_url=f"http://{good}")
    theirs = b"<rss><channel><generator>narrator</generator><item/></channel></rss>"

    def replaced_before_audio(method: str, path: str, number: int) -> str:
        if method == "PUT" and path.endswith("article-2.mp3"):
            other.put_object(Bucket="planet", Key="show/feed.xml", Body=theirs)
        return ""

    store.fault = replaced_before_audio
    with pytest.raises(PublishError, match=r"feed\.xml: changed by somebody else meanwhile"):
        published(home)
    assert other.get_object(Bucket="planet", Key="show/feed.xml")["Body"].read() == theirs


def test_what_was_uploaded_before_a_failure_is_not_uploaded_again(store, good, home):
    store.fault = lambda method, path, _: "503" if path.endswith("index.html") and method == "PUT" else ""
    with pytest.raises(PublishError):
        published(home)
    store.fault = sound
    assert set(published(home).uploaded) == {"index.html", "feed.xml"}


def test_one_file_that_cannot_be_uploaded_keeps_back_only_what_follows(store, good, home):
    store.fault = lambda method, path, _: "503" if path.endswith("article-1.mp3") and method == "PUT" else ""
    with pytest.raises(PublishError, match=r"article-1\.mp3"):
        published(home)
    assert titles_if_whole(good) is None
    store.fault = sound
    again = published(home).uploaded
    assert "2023-01-28-article-1.mp3" in again
    assert "2023-01-27-article-0.mp3" not in again


def test_a_store_without_conditional_writes_will_do(store, good, home):
    store.unconditional = True
    published(home)
    write_episode(home / "audio", 2)
    published(home)
    assert titles_if_whole(good) == ["Article 2", "Article 1", "Article 0"]
