"""The player as a listener uses it: with the mouse, with keys, on a phone, without scripts, on paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from narrator.settings import Publish, Show
from narrator.site import render
from tests.browser.conftest import Opened
from tests.served import served_plainly
from tests.site_podcast import make_episode

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = ["index.html", "news.html", "arabic.html", "news.embed.html"]

LAG = """() => new Promise((done) => {
  const audio = document.getElementById("audio"), lags = [];
  new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target.classList.contains("said")) lags.push(audio.currentTime * 1000 - target.dataset.start);
  }).observe(document.body, { subtree: true, attributeFilter: ["class"] });
  audio.addEventListener("ended", () => done(lags));
  audio.play();
})"""


def time_of(page: Page) -> float:
    return float(page.evaluate("document.getElementById('audio').currentTime"))


def is_paused(page: Page) -> bool:
    return bool(page.evaluate("document.getElementById('audio').paused"))


def ready(page: Page) -> Page:
    page.wait_for_function("() => document.getElementById('audio').readyState > 0")
    return page


def said(page: Page) -> str:
    return page.locator(".line.said").inner_text()


def test_play_and_pause(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => document.getElementById('audio').currentTime > 0.3")
    page.get_by_role("button", name="Pause").click()
    assert is_paused(page)
    page.get_by_role("button", name="Play").wait_for()


def test_a_chapter_is_a_click_away(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    link = page.locator(".chapters a").nth(2)
    link.click()
    assert 0 <= time_of(page) - int(link.get_attribute("data-start") or "") / 1000 < 1
    assert not is_paused(page)
    assert link.get_attribute("aria-current") == "true"
    assert page.locator("#part").inner_text() == "Iran-Azerbaijan relations"


def test_a_sentence_is_a_click_away(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    line = page.get_by_text("Two were injured.")
    line.click()
    assert 0 <= time_of(page) - int(line.get_attribute("data-start") or "") / 1000 < 1
    assert said(page) == "Two were injured."


def test_who_cannot_see_the_strip_is_told_the_time(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    strip = page.get_by_role("slider", name="Position")
    assert (strip.get_attribute("aria-valuetext") or "").startswith("0 seconds of")
    page.keyboard.press("l")
    assert (strip.get_attribute("aria-valuetext") or "").startswith("30 seconds of")


def test_a_click_into_the_strip_goes_there(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    box = page.locator(".strip").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + 10)
    total = float(page.locator("#position").get_attribute("max") or "") / 1000
    assert time_of(page) == pytest.approx(total * 0.75, rel=0.02)


def test_the_highlight_follows_within_150_ms(open_page: Opened) -> None:
    lags = ready(open_page("short.html")).evaluate(LAG)
    assert len(lags) == 7
    assert all(0 <= lag <= 150 for lag in lags), lags


def test_words_are_highlighted_where_their_times_are_known(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    heard = page.evaluate(
        """() => {
          const line = [...document.querySelectorAll(".line")].find((one) => one.textContent.includes("😀"));
          const [from, to, start] = line.dataset.words.split(",")[1].split(" ").map(Number);
          const audio = document.getElementById("audio");
          return new Promise((done) => {
            audio.addEventListener("seeked", () => done([...CSS.highlights.get("word")].map(String)));
            audio.currentTime = (start + 30) / 1000;
          });
        }"""
    )
    assert heard == ["It"]


def test_everything_can_be_done_with_keys_alone(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    starts = [
        int(at) / 1000
        for at in page.locator(".chapters a").evaluate_all("all => all.map(a => a.dataset.start)")
    ]
    for key, expected in [
        ("n", starts[1]), ("n", starts[2]), ("p", starts[1]), ("l", starts[1] + 30), ("j", starts[1] + 15),
        ("ArrowRight", starts[1] + 20), ("ArrowLeft", starts[1] + 15),
    ]:  # fmt: skip
        page.keyboard.press(key)
        assert time_of(page) == pytest.approx(expected, abs=0.1), key
    page.keyboard.press(">")
    assert page.locator("#speed").input_value() == "1.25"
    page.keyboard.press(" ")
    assert not is_paused(page)
    page.keyboard.press("k")
    assert is_paused(page)


def test_sentences_are_reached_with_keys(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    page.keyboard.press(".")
    first = said(page)
    page.keyboard.press(".")
    assert said(page) != first
    page.keyboard.press(",")
    assert said(page) == first
    page.locator(".line[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    wanted = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert said(page) == wanted


def test_the_tab_key_reaches_every_control_once(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"position", "speed", "back", "play", "forward", "captions-button", "help-button"} <= set(seen)
    assert len([name for name in seen[: seen.index("help-button")] if name.startswith("line")]) == 1


def test_single_keys_can_be_turned_off(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    page.keyboard.press("?")
    page.get_by_label("Listen to these keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    assert time_of(page) == 0
    page.reload()
    page.keyboard.press("l")
    assert time_of(page) == 0


def test_the_place_and_the_speed_are_remembered(open_page: Opened) -> None:
    page = ready(open_page("news.html"))
    page.locator("#speed").select_option("1.5")
    page.keyboard.press("l")
    ready(page).reload()
    assert time_of(ready(page)) == pytest.approx(30, abs=0.1)
    assert page.evaluate("document.getElementById('audio').playbackRate") == 1.5


def test_what_was_heard_to_its_end_begins_anew(open_page: Opened) -> None:
    page = ready(open_page("short.html"))
    page.evaluate("document.getElementById('audio').currentTime = 9999")
    page.reload()
    assert time_of(ready(page)) == 0


def test_an_address_can_lead_to_a_moment(open_page: Opened) -> None:
    assert time_of(ready(open_page("news.html#t=12.5"))) == pytest.approx(12.5, abs=0.05)


def test_captions_show_what_is_said(open_page: Opened) -> None:
    for path in ("news.html", "news.embed.html"):
        page = ready(open_page(path))
        page.get_by_role("button", name="Captions").click()
        page.evaluate("document.getElementById('audio').currentTime = 7")
        page.wait_for_function("() => document.getElementById('caption').textContent.startsWith('The sec')")
        page.keyboard.press("c")
        assert not page.locator("#caption").is_visible()


def test_reading_elsewhere_is_not_disturbed(open_page: Opened) -> None:
    page = ready(open_page("news.html", viewport={"width": 400, "height": 500}))
    page.keyboard.press(" ")
    page.mouse.move(200, 200)
    page.mouse.wheel(0, 900)
    follow = page.get_by_role("button", name="Follow along")
    follow.wait_for()
    follow.click()
    page.wait_for_function("() => document.querySelector('.line.said')?.getBoundingClientRect().top >= 0")
    assert not follow.is_visible()


def test_the_player_works_in_a_frame_of_another_site(browser: Browser, podcast: str, folder: Path) -> None:
    frame = f'<iframe src="{podcast}/news.embed.html" width="600" height="230"></iframe>'
    (folder / "article.html").write_text(frame)
    with browser.new_context() as context, served_plainly(folder) as address:
        page = context.new_page()
        page.goto(f"{address}/article.html")
        inside = page.frame_locator("iframe")
        inside.get_by_role("button", name="Play").click()
        inside.get_by_role("button", name="Pause").wait_for()


def test_captions_leave_the_controls_of_a_narrow_frame_in_reach(open_page: Opened) -> None:
    page = ready(open_page("news.embed.html", viewport={"width": 320, "height": 230}))
    page.keyboard.press("c")
    page.evaluate("document.getElementById('audio').currentTime = 7")
    page.wait_for_function("() => document.getElementById('caption').textContent.startsWith('The sec')")
    assert page.evaluate("document.documentElement.scrollHeight") <= 230


def test_controls_speak_the_language_of_the_article(open_page: Opened) -> None:
    page = ready(open_page("short.html"))
    page.get_by_role("button", name="Abspielen").click()
    page.get_by_role("button", name="Anhalten").click()
    told = page.get_by_role("slider", name="Stelle").get_attribute("aria-valuetext") or ""
    assert re.fullmatch(r"\d Sekunden? von 8 Sekunden", told)


def test_keys_look_as_on_the_keyboard_where_texts_run_to_the_left(open_page: Opened) -> None:
    page = open_page("arabic.html")
    page.keyboard.press("?")
    assert page.locator("dialog").evaluate("it => getComputedStyle(it).direction") == "rtl"
    slower = page.locator("kbd", has_text="<")
    assert slower.evaluate("it => getComputedStyle(it).direction") == "ltr"  # else it would be mirrored
    assert page.locator("dialog input").evaluate("it => getComputedStyle(it).marginLeft") != "0px"


def test_search_finds_regardless_of_accents(open_page: Opened) -> None:
    page = open_page("index.html")
    page.get_by_label("Search the episodes").fill("etude 11")
    assert page.locator("#rows > li:visible").count() == 1
    assert page.locator("#found").inner_text() == "1 episode found"
    page.get_by_label("Search the episodes").fill("")
    assert page.locator("#rows > li:visible").count() == 16


def test_hostile_texts_stay_texts(open_page: Opened) -> None:
    for path in ("hostile.html", "hostile.embed.html", "index.html"):
        page = open_page(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.querySelectorAll('main img[onerror], [onclick]').length") == 0


@pytest.mark.parametrize(
    "path", ["index.html", "news.html", "short.html", "arabic.html", "hostile.html", "news.embed.html"]
)
def test_nothing_is_wider_than_a_small_phone(open_page: Opened, path: str) -> None:
    page = open_page(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_inaccessible(open_page: Opened, path: str, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(
        path, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    if path != "index.html":
        ready(page).keyboard.press("l")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags})
    assert found.violations_count == 0, found.generate_report()


def test_without_scripts_the_text_and_a_player_remain(open_page: Opened) -> None:
    page = open_page("news.html", java_script_enabled=False)
    assert page.get_by_text("Two were injured.").is_visible()
    assert page.locator("audio").is_visible()
    assert not page.locator(".controls").is_visible()


def test_on_paper_there_is_the_text_and_no_player(open_page: Opened) -> None:
    page = open_page("news.html")
    page.emulate_media(media="print")
    assert page.get_by_text("Two were injured.").is_visible()
    assert not page.locator("#player").is_visible()
    marked = "getComputedStyle(document.body, '::highlight(word)').backgroundColor"
    assert page.evaluate(marked) == "rgba(0, 0, 0, 0)"
    top, text = page.locator(".top a").bounding_box(), page.get_by_role("heading", level=1).bounding_box()
    assert top
    assert text
    assert top["x"] == text["x"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_read_by_the_standard(open_page: Opened, path: str) -> None:
    assert open_page(path).evaluate("document.compatMode") == "CSS1Compat"


def test_a_folder_of_files_is_enough(open_page: Opened, folder: Path) -> None:
    render(folder, Show(), Publish(), [make_episode(folder, "one")])
    page = open_page(f"{folder.as_uri()}/index.html")
    page.get_by_role("link", name="Gunman").click()
    assert page.evaluate("document.compatMode") == "CSS1Compat"
    ready(page).get_by_role("button", name="Play").click()
    page.wait_for_function("() => document.getElementById('audio').currentTime > 0.2")
