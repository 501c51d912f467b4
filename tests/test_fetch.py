"""Fetching from a real server on this machine, and what may not be fetched."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from narrator.errors import FetchError
from narrator.reading import read_pages
from narrator.reading.fetch import fetch
from narrator.reading.public_address import may_connect

PARAGRAPH = (
    "The council met on Tuesday and voted, after a long debate, to mend the bridge before winter comes."
)
PAGE = f"<html lang=en><title>Bridge</title><h1>Bridge to be mended</h1><p>Café. {PARAGRAPH}</p>"


class Site(BaseHTTPRequestHandler):
    """One answer a path."""

    def do_GET(self) -> None:
        name = self.path.strip("/").partition("?")[0].replace("-", "_")
        with contextlib.suppress(ConnectionError):
            getattr(self, f"give_{name}", self.give_nothing)()

    def give_page(self) -> None:
        self.answer(PAGE.encode("cp1252"), "text/html; charset=windows-1252")

    def give_agent(self) -> None:
        self.answer(self.headers["User-Agent"].encode(), "text/plain")

    def give_moved(self) -> None:
        self.move("/page?utm_source=x")

    def give_loop(self) -> None:
        self.move("/loop")

    def give_to_file(self) -> None:
        self.move("file:///etc/passwd")

    def give_bomb(self) -> None:
        self.answer(gzip.compress(bytes(30_000_000)), "text/html", {"Content-Encoding": "gzip"})

    def give_gzip(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), "text/html", {"Content-Encoding": "gzip"})

    def give_damaged(self) -> None:
        self.answer(b"no gzip at all", "text/html", {"Content-Encoding": "gzip"})

    def give_short(self) -> None:
        self.answer(b"<p>half", "text/html", {"Content-Length": "5000"})

    def give_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(400):
            self.wfile.write(bytes(100_000))

    def give_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.drip(b"<p>")

    def give_slow_headers(self) -> None:
        self.drip(b"HTTP/1.1 200 OK\r\nX-A: ")

    def give_pdf(self) -> None:
        self.answer(b"%PDF-1.7", "application/pdf")

    def give_nothing(self) -> None:
        self.answer(b"gone", "text/html", status=404)

    def answer(
        self, body: bytes, kind: str, headers: dict[str, str] | None = None, status: int = 200
    ) -> None:
        self.send_response(status)
        for name, value in (
            {"Content-Type": kind, "Content-Length": str(len(body))} | (headers or {})
        ).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def move(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def drip(self, head: bytes) -> None:
        self.wfile.write(head)
        for _ in range(100):
            time.sleep(0.05)
            self.wfile.write(b"x")
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched_and_read_in_the_encoding_the_server_names(site: str, tmp_path: Path) -> None:
    (page,) = read_pages(f"{site}/moved", root=tmp_path, allow_private=True)
    assert f"Café. {PARAGRAPH}" in [block.text for block in page.blocks]
    assert page.identity == page.metadata.url == f"{site}/page"


def test_narrator_says_who_asks(site: str) -> None:
    assert b"narrator" in fetch(f"{site}/agent", allow_private=True).data


def test_a_compressed_page_is_unpacked(site: str) -> None:
    assert fetch(f"{site}/gzip", allow_private=True).data == PAGE.encode()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("missing", "404 Not Found"),
        ("pdf", "application/pdf"),
        ("loop", "more than 5 redirects"),
        ("to-file", "only http and https"),
        ("bomb", "larger than 20 MB"),
        ("endless", "larger than 20 MB"),
        ("damaged", "damaged"),
        ("short", "connection failed"),
    ],
)
def test_what_cannot_be_had_is_one_line(site: str, path: str, why: str) -> None:
    with pytest.raises(FetchError, match=why) as caught:
        fetch(f"{site}/{path}", allow_private=True)
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("path", ["drip", "slow-headers"])
def test_a_server_that_drips_is_left(site: str, path: str) -> None:
    with pytest.raises(FetchError, match="in time"):
        fetch(f"{site}/{path}", allow_private=True, deadline_s=0.5)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "①②⑦.0.0.1",
    ],
)
def test_private_hosts_are_not_opened_in_any_spelling(site: str, host: str) -> None:
    with pytest.raises(FetchError):
        fetch(f"http://{host}:{site.rpartition(':')[2]}/page")


def test_a_refusal_names_the_way_in(site: str) -> None:
    with pytest.raises(FetchError, match="not a public address") as caught:
        fetch(f"{site}/page")
    assert "--allow-private" in (caught.value.tip or "")


def test_a_host_in_any_script_is_asked_for_in_ascii(site: str) -> None:
    port = site.rpartition(":")[2]
    assert fetch(f"http://①②⑦.0.0.1:{port}/agent", allow_private=True).data


def test_proxies_of_the_environment_are_not_used(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert fetch(f"{site}/page", allow_private=True).data


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://x.example/a", "http://", "http://[", "http://a:99999/", "gopher://x"]
)
def test_only_web_addresses_are_opened(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url, allow_private=True)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.8.9.1",
        "169.254.169.254",
        "172.31.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "nonsense",
    ],
)
def test_special_addresses_are_not_public(address: str) -> None:
    assert not may_connect(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_are_public(address: str) -> None:
    assert may_connect(address)


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "fe80::1", "224.0.0.1", "0.0.0.0", "255.255.255.255", "::"]
)
def test_no_setting_opens_what_is_no_intranet(address: str) -> None:
    assert not may_connect(address, allow_private=True)
