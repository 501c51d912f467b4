"""A headless Chromium that watches over every page: no error on its console, no request to another server."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.served import served
from tests.site_podcast import ARABIC, EMBASSY, make_episode

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]

SHORT = "# Colours\nColours\n# List\nRed bird. Blue sea. Green tree. Grey stone. Pink rose. Gold ring."
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> </script> \" onclick=alert(3) x=' &amp;"

Opened = Callable[..., "Page"]


@pytest.fixture(scope="session")
def podcast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a podcast that is served: news, Arabic, short sentences, hostile texts, and many more."""
    folder = tmp_path_factory.mktemp("audio")
    make_episode(folder, "news", EMBASSY, published=dt.datetime(2024, 2, 1, tzinfo=dt.UTC))
    make_episode(folder, "arabic", ARABIC, language="ar")
    make_episode(folder, "short", SHORT, url=None, language="de")
    make_episode(folder, "hostile", f"# A\n{HOSTILE}", title=HOSTILE, description=f"{HOSTILE}\n\n{HOSTILE}")
    for number in range(12):
        make_episode(folder, f"more-{number}", "# A\nOne.", title=f"Étude number {number}")
    settings = folder / "narrator.toml"
    settings.write_text('[show]\ntitle = "The Daily Ear"\ndescription = "Every article, read aloud."\n')
    with served(folder, "--quiet", "--config", str(settings)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, podcast: str) -> Iterator[Opened]:
    """Opens a page of the podcast; what went wrong on it fails the test in the end."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def opened(path: str, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: faults.extend(_elsewhere(request.url, podcast)))
        page.goto(path if "://" in path else f"{podcast}/{path}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults


def _elsewhere(url: str, podcast: str) -> list[str]:
    parts = urlsplit(url)
    own = parts.netloc == urlsplit(podcast).netloc or parts.scheme in ("file", "data", "blob")
    return [] if own else [url]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
