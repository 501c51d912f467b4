"""The pages of a podcast's folder: what stands on them, what is rewritten, what never reaches them."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html
from PIL import Image

from narrator.errors import PublishError
from narrator.feed.published import Published
from narrator.mp3.episode import read_episode
from narrator.mp3.tags import write_tags
from narrator.settings import Publish, Show
from narrator.site import render
from narrator.site.look import Look
from tests.conftest import ROOT
from tests.site_podcast import ARABIC, make_episode, published

LABELS = ROOT / "narrator/site/labels"

SHOW = Show(title="The Daily Ear", author="News Example", description="Every article, read aloud.")
ONLINE = Publish(base_url="https://cdn.example/audio/")
HOSTILE = '</script><script>alert(1)</script> "quoted" & <b>bold</b> \' \u2028 😀'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    audio = tmp_path / "audio"
    audio.mkdir()
    return audio


def page_of(folder: Path, name: str) -> lxml_html.HtmlElement:
    return lxml_html.fromstring((folder / name).read_text("utf-8"))


def texts(page: lxml_html.HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in page.xpath(path)]


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    pages = [*folder.glob("*.html"), *folder.glob("assets/*")]
    return {path.name: (path.stat().st_ino, path.read_bytes()) for path in pages}


def test_every_episode_has_a_page_and_a_player_for_frames(folder: Path) -> None:
    files = render(folder, SHOW, ONLINE, [make_episode(folder, "one")])
    names = set(files)
    assert names == {
        "index.html", "one.html", "one.embed.html", "assets/site.css", "assets/site.js", "assets/icon.svg",
        "assets/one.cover.jpg",
    }  # fmt: skip
    assert all((folder / name).is_file() for name in files)


def test_the_list_is_newest_first(folder: Path) -> None:
    days = [dt.datetime(2023, 1, day, tzinfo=dt.UTC) for day in (5, 9, 7)]
    episodes = [make_episode(folder, f"day-{day.day}", published=day, title=f"Day {day.day}") for day in days]
    render(folder, SHOW, ONLINE, episodes)
    assert texts(page_of(folder, "index.html"), "//ol[@id='rows']//h3") == ["Day 9", "Day 7", "Day 5"]


def test_the_list_offers_the_feed_to_apps_and_as_a_code(folder: Path) -> None:
    render(folder, SHOW, ONLINE, [make_episode(folder, "one")])
    page = page_of(folder, "index.html")
    assert page.xpath("//input[@id='feed']/@value") == ["https://cdn.example/audio/feed.xml"]
    assert "podcast://cdn.example/audio/feed.xml" in page.xpath("//a/@href")
    assert page.xpath("//*[local-name()='svg']/*[local-name()='path']")


def test_search_appears_once_there_is_much_to_search(folder: Path) -> None:
    one = make_episode(folder, "one")
    render(folder, SHOW, ONLINE, [one])
    assert not page_of(folder, "index.html").xpath("//input[@type='search']")
    many = [replace(one, episode=replace(one.episode, guid=str(n))) for n in range(30)]
    render(folder, SHOW, ONLINE, many)
    assert page_of(folder, "index.html").xpath("//input[@type='search']")


def test_the_transcript_stands_under_its_chapters(folder: Path) -> None:
    render(folder, SHOW, ONLINE, [make_episode(folder, "one")])
    page = page_of(folder, "one.html")
    assert texts(page, "//h1") == ["Gunman enters Azerbaijan embassy in Tehran, kills security chief"]
    assert texts(page, "//section[@id='transcript']//h3") == ["The attack", "Iran-Azerbaijan relations"]
    first = page.xpath("//section[@id='transcript']//p")[0]
    assert " ".join(first.text_content().split()) == (
        "The security chief at Azerbaijan's Iran embassy was killed in an attack on Friday morning. "
        "Two were injured."
    )


def test_sentences_and_words_carry_their_times(folder: Path) -> None:
    episode = make_episode(folder, "one")
    render(folder, SHOW, ONLINE, [episode])
    lines = read_episode(episode.episode.audio).lines
    links = page_of(folder, "one.html").xpath("//a[@data-words]")
    assert [int(link.get("data-start")) for link in links] == [line.start_ms for line in lines]
    heard = next(link for link in links if "😀" in link.text_content())
    begin, end, _ = map(int, heard.get("data-words").split(",")[1].split())
    units = heard.text_content().encode("utf-16-le")
    assert units[begin * 2 : end * 2].decode("utf-16-le") == "It"


def test_a_correction_of_the_captions_reaches_the_page(folder: Path) -> None:
    episode = make_episode(folder, "one")
    render(folder, SHOW, ONLINE, [episode])
    captions = folder / "one.vtt"
    captions.write_text(captions.read_text("utf-8").replace("injured", "hurt"), encoding="utf-8")
    render(folder, SHOW, ONLINE, [episode])
    assert "Two were hurt." in texts(page_of(folder, "one.html"), "//a")


def test_captions_of_another_kind_are_named(folder: Path) -> None:
    episode = make_episode(folder, "one")
    (folder / "one.vtt").write_bytes(b"\xff\xfe not captions")
    with pytest.raises(PublishError, match=r"one\.vtt: not a WebVTT file"):
        render(folder, SHOW, ONLINE, [episode])


def test_without_captions_the_sentences_come_from_the_tags(folder: Path) -> None:
    audio = make_episode(folder, "one").episode.audio
    (folder / "one.vtt").unlink()
    render(folder, SHOW, ONLINE, [published(read_episode(audio))])
    page = page_of(folder, "one.html")
    assert "Two were injured." in texts(page, "//a")
    assert not page.xpath("//track")


def test_the_full_text_is_kept_back_where_it_may_not_be_published(folder: Path) -> None:
    render(folder, SHOW, Publish(transcript=False), [make_episode(folder, "one")])
    for name in ("one.html", "one.embed.html"):
        assert "Two were injured" not in (folder / name).read_text("utf-8")
        assert not page_of(folder, name).xpath("//track")


def test_right_to_left_articles_are_laid_out_so(folder: Path) -> None:
    render(folder, SHOW, ONLINE, [make_episode(folder, "one", ARABIC, language="ar")])
    page = page_of(folder, "one.html")
    assert (page.get("dir"), page.get("lang")) == ("rtl", "ar")
    assert page_of(folder, "index.html").get("dir") == "ltr"


@pytest.mark.parametrize("private", [True, False])
def test_a_private_show_asks_not_to_be_found(folder: Path, private: bool) -> None:
    show = Show(title="Mine", private=private)
    render(folder, show, ONLINE, [make_episode(folder, "one")])
    for name in ("index.html", "one.html"):
        assert bool(page_of(folder, name).xpath("//meta[@name='robots']")) == private


def test_pages_show_small_covers(folder: Path) -> None:
    episode = make_episode(folder, "one")
    for name in ("one.jpg", "cover.jpg"):
        Image.new("RGB", (1500, 1500), "teal").save(folder / name)
    render(folder, SHOW, ONLINE, [episode])
    shown = page_of(folder, "index.html").xpath("//img/@src")
    assert shown == ["assets/cover.jpg", "assets/one.cover.jpg"]
    assert [Image.open(folder / path).size for path in shown] == [(640, 640), (640, 640)]


def test_another_cover_is_shown_however_old_its_file_is(folder: Path) -> None:
    episode = make_episode(folder, "one")
    render(folder, SHOW, ONLINE, [episode])
    Image.new("RGB", (700, 700), "red").save(folder / "one.jpg")
    os.utime(folder / "one.jpg", (0, 0))
    render(folder, SHOW, ONLINE, [episode])
    red, green, blue = Image.open(folder / "assets/one.cover.jpg").getpixel((9, 9))
    assert (red > 200, green < 50, blue < 50) == (True, True, True)


def test_a_cover_that_is_no_picture_is_named(folder: Path) -> None:
    episode = make_episode(folder, "one")
    (folder / "one.jpg").write_bytes(b"not a picture")
    with pytest.raises(PublishError, match=r"one\.jpg: not a picture"):
        render(folder, SHOW, ONLINE, [episode])


def test_markup_in_texts_stays_text(folder: Path) -> None:
    facts = {
        "title": HOSTILE,
        "site": HOSTILE,
        "authors": (HOSTILE,),
        "description": f"{HOSTILE}\n\n{HOSTILE}",
    }
    show = Show(title=HOSTILE, author=HOSTILE, description=HOSTILE)
    render(folder, show, ONLINE, [make_episode(folder, "one", "# A\n" + HOSTILE, **facts)])
    for name in ("index.html", "one.html", "one.embed.html"):
        page = page_of(folder, name)
        assert {script.get("src", "data")[:6] for script in page.xpath("//script")} <= {"assets", "data"}
        assert not page.xpath("//b")
        assert not page.xpath("//@style | //style | //@onclick")
    assert texts(page_of(folder, "index.html"), "//h3") == [" ".join(HOSTILE.split())]


def test_addresses_that_run_scripts_are_not_linked(folder: Path) -> None:
    show = Show(title="S", link="javascript:alert(1)")
    episode = make_episode(folder, "one", url=None, image="https://elsewhere.example/x.jpg")
    render(folder, show, ONLINE, [episode, hostile_link(episode)])
    for path in folder.glob("*.html"):
        assert "javascript:" not in path.read_text("utf-8")
        assert "elsewhere.example" not in path.read_text("utf-8")


def hostile_link(each: Published) -> Published:
    return replace(each, episode=replace(each.episode, url="javascript:alert(1)", guid="other"))


def test_nothing_is_asked_of_other_servers(folder: Path) -> None:
    render(folder, SHOW, Publish(), [make_episode(folder, "one")])
    for path in folder.glob("*.html"):
        page = page_of(folder, path.name)
        loaded = page.xpath("//@src | //link[not(@rel='canonical')]/@href | //*[local-name()='use']/@href")
        assert loaded
        assert not [address for address in loaded if "//" in address]
        assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


def test_names_of_files_are_quoted(folder: Path) -> None:
    render(folder, SHOW, ONLINE, [make_episode(folder, "50% of #1? yes")])
    source = page_of(folder, "50% of #1? yes.html").xpath("//audio/@src")[0]
    assert source.startswith("50%25%20of%20%231%3F%20yes.mp3?v=")


def test_machines_are_told_what_the_page_is_about(folder: Path) -> None:
    episode = make_episode(folder, "one", title=HOSTILE)
    render(folder, SHOW, ONLINE, [episode])
    page = page_of(folder, "one.html")
    facts = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    assert facts["@type"] == "PodcastEpisode"
    assert facts["name"] == HOSTILE
    assert facts["associatedMedia"]["contentUrl"].startswith("https://cdn.example/audio/one.mp3")
    assert page.xpath("//meta[@property='og:image']/@content") == ["https://cdn.example/audio/one.jpg"]


def test_the_code_for_other_pages_frames_the_player_alone(folder: Path) -> None:
    render(folder, SHOW, ONLINE, [make_episode(folder, "one", title=HOSTILE)])
    code = page_of(folder, "one.html").xpath("//textarea")[0].text
    frame = lxml_html.fromstring(code)
    assert frame.get("src") == "https://cdn.example/audio/one.embed.html"
    assert frame.get("title") == HOSTILE
    assert page_of(folder, "one.embed.html").xpath("//audio")


def test_nothing_is_rewritten_that_is_right(folder: Path) -> None:
    episodes = [make_episode(folder, "one"), make_episode(folder, "two", title="Two")]
    render(folder, SHOW, ONLINE, episodes)
    before = snapshot(folder)
    render(folder, SHOW, ONLINE, episodes)
    assert snapshot(folder) == before
    changed = replace(episodes[0], episode=replace(episodes[0].episode, title="Corrected"))
    render(folder, SHOW, ONLINE, [changed, episodes[1]])
    after = snapshot(folder)
    changes = {name for name in after if after[name] != before[name]}
    assert changes == {
        "index.html",
        "one.html",
        "one.embed.html",
    }


def test_what_is_right_is_seen_without_what_was_kept_of_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    episodes = [make_episode(folder, "one")]
    render(folder, SHOW, ONLINE, episodes)
    before = snapshot(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another cache"))
    render(folder, SHOW, ONLINE, episodes)
    assert snapshot(folder) == before
    captions = (folder / "one.vtt").read_text("utf-8")
    (folder / "one.vtt").write_text(captions.replace("injured", "maimed!"), encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a third cache"))
    render(folder, SHOW, ONLINE, episodes)
    assert "Two were maimed!." in texts(page_of(folder, "one.html"), "//a")


def test_a_page_that_was_removed_is_drawn_again(folder: Path) -> None:
    episodes = [make_episode(folder, "one")]
    render(folder, SHOW, ONLINE, episodes)
    before = snapshot(folder)
    for name in ("one.html", "one.embed.html", "assets/one.cover.jpg"):
        (folder / name).unlink()
        render(folder, SHOW, ONLINE, episodes)
        assert {name: data for name, (_, data) in snapshot(folder).items()} == {
            name: data for name, (_, data) in before.items()
        }


def test_the_same_podcast_gives_the_same_bytes_anywhere(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    for place in (folder, other):
        render(place, SHOW, ONLINE, [make_episode(place, "one")])
        os.environ["XDG_CACHE_HOME"] = str(tmp_path / "second cache")
    assert {name: data for name, (_, data) in snapshot(folder).items()} == {
        name: data for name, (_, data) in snapshot(other).items()
    }


def test_many_episodes_are_drawn_at_once_and_alike(folder: Path) -> None:
    first = make_episode(folder, "0", "# A\nOne.")
    many = [copy_of(first, str(number)) for number in range(201)]
    told: list[tuple[str, int, int]] = []
    render(folder, SHOW, ONLINE, many, progress=lambda *counted: told.append(counted))
    assert told[-1] == ("drawing pages", 201, 201)
    together = (folder / "7.html").read_bytes()
    (folder / "7.html").unlink()
    render(folder, SHOW, ONLINE, many)
    assert (folder / "7.html").read_bytes() == together


def copy_of(each: Published, stem: str) -> Published:
    audio = each.episode.audio.with_stem(stem)
    for suffix in (".mp3", ".vtt", ".jpg"):
        if not audio.with_suffix(suffix).exists():
            audio.with_suffix(suffix).hardlink_to(each.episode.audio.with_suffix(suffix))
    return replace(each, episode=replace(each.episode, audio=audio, guid=stem))


def test_a_page_spoilt_by_a_power_cut_is_drawn_again(folder: Path) -> None:
    episode = make_episode(folder, "one")
    render(folder, SHOW, ONLINE, [episode])
    (folder / "one.html").write_bytes(b"")
    render(folder, SHOW, ONLINE, [episode])
    assert texts(page_of(folder, "one.html"), "//h1")


def test_pages_of_deleted_episodes_go_and_other_files_stay(folder: Path) -> None:
    one, two = make_episode(folder, "one"), make_episode(folder, "two")
    (folder / "imprint.html").write_text("<p>mine</p>")
    render(folder, SHOW, ONLINE, [one, two])
    render(folder, SHOW, ONLINE, [one])
    assert not (folder / "assets/two.cover.jpg").exists()
    assert sorted(path.name for path in folder.glob("*.html")) == [
        "imprint.html", "index.html", "one.embed.html", "one.html"
    ]  # fmt: skip


def test_a_page_of_another_origin_is_not_overwritten(folder: Path) -> None:
    (folder / "index.html").write_text("<h1>My home page</h1>")
    with pytest.raises(PublishError, match="did not write"):
        render(folder, SHOW, ONLINE, [make_episode(folder, "one")])
    assert (folder / "index.html").read_text() == "<h1>My home page</h1>"


def test_templates_and_style_can_be_replaced(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "assets").mkdir(parents=True)
    (own / "embed.html").write_text("<p>{{ view.row.title }} & more</p>")
    (own / "assets" / "site.css").write_text("body { color: teal }")
    publish = Publish(templates=str(own))
    for _ in range(2):
        render(folder, SHOW, publish, [make_episode(folder, "one", title="A < B")])
    assert (folder / "one.embed.html").read_text("utf-8").endswith("<p>A &lt; B & more</p>")
    assert (folder / "assets" / "site.css").read_text() == "body { color: teal }"
    assert page_of(folder, "one.html").xpath("//audio")


@pytest.mark.parametrize(
    ("language", "chapters", "date"),
    [
        ("de", "Kapitel", "27. Januar 2023"),
        ("en-gb", "Chapters", "27 January 2023"),
        ("es", "Capítulos", "27 de enero de 2023"),
        ("fr", "Chapitres", "27 janvier 2023"),
        ("it", "Capitoli", "27 gennaio 2023"),
        ("nl", "Hoofdstukken", "27 januari 2023"),
        ("pt-BR", "Capítulos", "27 de janeiro de 2023"),
        ("tr", "Başlıklar", "27 Ocak 2023"),
        ("ar", "الفصول", "27 يناير 2023"),
        ("cs", "Kapitoly", "27. ledna 2023"),
        ("hu", "Fejezetek", "2023. január 27."),
        ("ja", "チャプター", "2023年1月27日"),
        ("ru-RU", "Главы", "27 января 2023 г."),
    ],
)
def test_pages_speak_the_language_of_their_article(
    folder: Path, language: str, chapters: str, date: str
) -> None:
    render(folder, SHOW, ONLINE, [make_episode(folder, "one", language=language)])
    page = page_of(folder, "one.html")
    assert texts(page, "//nav/h2") == [chapters]
    assert texts(page, "//time") == [date]
    assert page.xpath("//nav/h2/@lang") == [language[:2]]
    assert texts(page_of(folder, "index.html"), "//time") == ["27 January 2023"]


def test_what_is_not_translated_is_english_and_says_so(folder: Path) -> None:
    render(folder, Show(language="sw"), ONLINE, [make_episode(folder, "one", language="sw")])
    page = page_of(folder, "one.html")
    assert page.get("lang") == "sw"
    assert (texts(page, "//nav/h2"), page.xpath("//nav/h2/@lang")) == (["Chapters"], ["en"])
    assert texts(page_of(folder, "index.html"), "//h2") == ["Subscribe", "Episodes"]


@pytest.mark.parametrize("language", ["no", "nn-NO", "nb"])
def test_norwegian_goes_by_three_names(folder: Path, language: str) -> None:
    render(folder, SHOW, ONLINE, [make_episode(folder, "one", language=language)])
    page = page_of(folder, "one.html")
    assert (texts(page, "//nav/h2"), page.xpath("//nav/h2/@lang")) == (["Kapitler"], ["nb"])


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he", "rtl"), ("ur", "ltr"), ("de", "ltr")]
)
def test_the_keys_are_explained_in_the_direction_of_their_words(
    folder: Path, language: str, direction: str
) -> None:
    render(folder, SHOW, ONLINE, [make_episode(folder, "one", language=language)])
    assert page_of(folder, "one.html").xpath("//dialog/@dir") == [direction]


def test_the_script_has_its_words_from_the_page(folder: Path) -> None:
    render(folder, SHOW, ONLINE, [make_episode(folder, "one", language="de")])
    words = json.loads(page_of(folder, "one.html").get("data-labels"))
    assert (words["pause"], words["language"]) == ("Anhalten", "de")
    script = (folder / "assets/site.js").read_text("utf-8")
    assert set(re.findall(r"labels\.(\w+)", script)) <= words.keys()


def test_every_translation_says_all_that_english_says() -> None:
    tables = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in LABELS.glob("*.toml")}
    assert len(tables) > 20
    for name, table in tables.items():
        assert table.keys() | {"first_of_month"} == tables["en"].keys(), name
        assert table["script"].keys() == tables["en"]["script"].keys(), name
        for key, text in (table | table["script"]).items():
            english = str((tables["en"] | tables["en"]["script"])[key])
            assert fields(str(text)) == fields(english), (name, key)


def fields(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize(("language", "rest"), [("en", "Transcript"), ("de", "Text")])
def test_a_label_of_ones_own_leaves_the_others_as_they_are(tmp_path: Path, language: str, rest: str) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / f"{language}.toml").write_text('chapters = "Parts"')
    labels = Look(tmp_path).labels(language)
    assert (labels.chapters, labels.transcript) == ("Parts", rest)
    assert labels.play == Look().labels(language).play


@pytest.mark.parametrize("wrong", ["script = 5", "months = ['Jan']", "chapters = 5", "[script]\nplay = []"])
def test_a_label_that_cannot_be_shown_is_named(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "de.toml").write_text(wrong)
    with pytest.raises(PublishError, match=r"labels de\.toml: \w+: "):
        Look(tmp_path).labels("de")


@pytest.mark.parametrize("mistake", ["{{ 1/0 }}", '{% extends "index.html" %}', "{{ [][1].x }}"])
def test_a_template_that_fails_is_named_whatever_its_mistake_is(tmp_path: Path, mistake: str) -> None:
    (tmp_path / "index.html").write_text(mistake)
    with pytest.raises(PublishError, match=r"template index\.html"):
        Look(tmp_path).draw("index.html")


def test_labels_of_ones_own_come_first(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "sw.toml").write_text('chapters = "Sura"')
    render(folder, SHOW, Publish(templates=str(tmp_path)), [make_episode(folder, "one", language="sw")])
    page = page_of(folder, "one.html")
    assert (texts(page, "//nav/h2"), page.xpath("//nav/h2/@lang")) == (["Sura"], ["sw"])
    (tmp_path / "labels" / "sw.toml").write_text("chapters =")
    with pytest.raises(PublishError, match=r"sw\.toml"):
        render(folder, SHOW, Publish(templates=str(tmp_path)), [make_episode(folder, "one", language="sw")])


@pytest.mark.parametrize(
    "label",
    ['minutes = "{minuts} min"', 'date = "{day"', 'months = ["January"]', 'read_article_at = "{site.x}"'],
)
def test_a_label_that_cannot_be_filled_is_named(folder: Path, tmp_path: Path, label: str) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "sw.toml").write_text(label)
    with pytest.raises(PublishError, match=rf"labels sw\.toml: {label.split()[0]}"):
        render(folder, SHOW, Publish(templates=str(tmp_path)), [make_episode(folder, "one", language="sw")])


def test_a_broken_template_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "episode.html").write_text("{{ view.titel }}")
    with pytest.raises(PublishError, match=r"episode\.html.*titel"):
        render(folder, SHOW, Publish(templates=str(tmp_path)), [make_episode(folder, "one")])


def test_chapters_are_drawn_into_the_strip(folder: Path) -> None:
    episode = make_episode(folder, "one")
    render(folder, SHOW, ONLINE, [episode])
    page = page_of(folder, "one.html")
    marks = [float(at) for at in page.xpath("//*[local-name()='line'][@class='border']/@x1")]
    shares = [chapter.start_ms / episode.episode.duration_ms for chapter in episode.episode.chapters[1:]]
    assert marks == pytest.approx([share * 180 for share in shares], abs=0.01)


def test_an_edited_tag_reaches_the_page(folder: Path) -> None:
    episode = make_episode(folder, "one").episode
    write_tags(episode.audio, replace(read_episode(episode.audio), title="Renamed by hand"))
    render(folder, SHOW, ONLINE, [published(read_episode(episode.audio))])
    assert re.search(r"<title>Renamed by hand", (folder / "one.html").read_text("utf-8"))
