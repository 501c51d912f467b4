import datetime as dt
import io
import uuid
from dataclasses import replace
from pathlib import Path

import feedparser
import msgspec
import podcastparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from narrator.feed.legal import legal_line
from narrator.feed.rss import NAMESPACES, render
from narrator.settings import Show
from tests.feed_samples import BASE_URL, EPISODE, PUBLISHED, SHOW, published

PODCAST = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
WILD = "Say <b>“hi”</b> & ]]> don't \N{GRINNING FACE} <script>alert(1)</script> &amp; 1 < 2"


def tree(show=SHOW, *episodes):
    return etree.fromstring(render(show, BASE_URL, episodes or [PUBLISHED])).find("channel")


def value(element, path):
    return element.findtext(path, namespaces=NAMESPACES)


def attributes(element, path):
    return [dict(found.attrib) for found in element.iterfind(path, NAMESPACES)]


def test_the_channel_has_what_apple_and_psp_1_require():
    channel = tree()
    assert value(channel, "title") == SHOW.title
    assert value(channel, "description") == SHOW.description
    assert value(channel, "language") == "en"
    assert value(channel, "itunes:explicit") == "false"
    assert value(channel, "itunes:owner/itunes:email") == SHOW.email
    assert attributes(channel, "itunes:image") == [{"href": f"{BASE_URL}/cover.jpg"}]
    assert attributes(channel, "itunes:category") == [{"text": "News"}]
    assert attributes(channel, "itunes:category/itunes:category") == [{"text": "Politics"}]
    assert attributes(channel, "atom:link")[0]["href"] == f"{BASE_URL}/feed.xml"
    assert value(channel, "podcast:guid") == str(uuid.uuid5(PODCAST, "planet.example/audio/feed.xml"))
    assert value(channel, "podcast:locked") == "yes"
    assert attributes(channel, "podcast:locked") == [{"owner": SHOW.email}]
    assert value(channel, "podcast:medium") == "podcast"


def test_a_description_is_as_plain_as_readers_understand_it():
    told = "Every article of “Bread & Circuses”, read aloud."
    assert value(tree(msgspec.structs.replace(SHOW, description=told)), "description") == told


def test_an_item_points_to_its_files():
    item = tree().find("item")
    stem = f"{BASE_URL}/2023-01-27-gunman-enters-azerbaijan-embassy"
    assert attributes(item, "enclosure") == [
        {"url": f"{stem}.mp3?v=01234567", "length": "1505000", "type": "audio/mpeg"}
    ]
    assert [each["url"] for each in attributes(item, "podcast:transcript")] == [f"{stem}.vtt", f"{stem}.srt"]
    assert attributes(item, "podcast:chapters") == [
        {"url": f"{stem}.chapters.json", "type": "application/json+chapters"}
    ]
    assert attributes(item, "itunes:image") == [{"href": f"{stem}.jpg"}]
    assert value(item, "guid") == EPISODE.guid
    assert value(item, "pubDate") == "Fri, 27 Jan 2023 00:00:00 GMT"
    assert value(item, "itunes:duration") == "125"
    assert "synthetic" in value(item, "podcast:txt")


def test_what_is_not_there_is_not_named():
    item = tree(SHOW, replace(PUBLISHED, beside=frozenset())).find("item")
    assert not attributes(item, "podcast:transcript")
    assert not attributes(item, "podcast:chapters")
    assert not attributes(item, "itunes:image")


def test_show_notes_have_chapters_article_and_disclosure():
    notes = value(tree().find("item"), "content:encoded")
    assert "<li>(01:05) The background</li>" in notes
    assert '<a href="https://planet.example/gunman">' in notes
    assert "<p>Read by a synthetic voice (heart). Article: The Daily Planet</p>" in notes


def test_season_and_number_stand_where_they_are_set():
    numbered = tree(SHOW, published(1, season=2, number=7)).find("item")
    for name in ("itunes:season", "podcast:season"):
        assert value(numbered, name) == "2"
        assert value(tree().find("item"), name) is None
    assert (value(numbered, "itunes:episode"), value(numbered, "podcast:episode")) == ("7", "7")


def test_a_private_show_keeps_out_of_directories():
    channel = tree(msgspec.structs.replace(SHOW, private=True))
    assert value(channel, "itunes:block") == "Yes"
    assert value(channel.find("item"), "itunes:block") == "Yes"
    assert value(tree(), "itunes:block") is None


def test_same_episodes_same_bytes_newest_first():
    episodes = [published(n) for n in (2, 1, 3)]
    feed = render(SHOW, BASE_URL, episodes)
    assert feed == render(SHOW, BASE_URL, reversed(episodes))
    channel = etree.fromstring(feed).find("channel")
    assert [item.findtext("title") for item in channel.iterfind("item")] == [
        "Article 3",
        "Article 2",
        "Article 1",
    ]
    assert value(channel, "lastBuildDate") == "Mon, 30 Jan 2023 00:00:00 GMT"


def test_a_show_without_episodes_is_a_feed():
    channel = etree.fromstring(render(SHOW, BASE_URL, [])).find("channel")
    assert not channel.findall("item")
    assert value(channel, "title") == SHOW.title


def test_feedparser_reads_titles_and_texts_as_they_are():
    parsed = feedparser.parse(
        render(SHOW, BASE_URL, [published(0, title="A & B <3 “x” ]]>", description=WILD)])
    )
    assert not parsed.bozo
    (entry,) = parsed.entries
    assert entry.title == "A & B <3 “x” ]]>"
    assert "alert(1)" in entry.summary
    assert "<script" not in entry.summary
    assert entry.id == published(0).episode.guid
    assert entry.enclosures[0].length == "1505000"
    assert parsed.feed.image.href == f"{BASE_URL}/cover.jpg"


def test_podcastparser_reads_titles_and_texts_as_they_are():
    text = "R&D <3 “x” ]]> \N{GRINNING FACE} 1 < 2"
    feed = render(SHOW, BASE_URL, [published(0, title=WILD, description=text)])
    parsed = podcastparser.parse(f"{BASE_URL}/feed.xml", io.BytesIO(feed))
    (episode,) = parsed["episodes"]
    assert episode["title"] == legal_line(WILD)
    assert text in episode["description"]
    assert episode["total_time"] == 125
    assert episode["published"] == int(EPISODE.published.timestamp())


@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_any_text_comes_out_as_itself(title, description, author):
    show = msgspec.structs.replace(SHOW, title=title, description=description, author=author)
    each = published(0, title=title, description=description, authors=(author,))
    channel = etree.fromstring(render(show, BASE_URL, [each])).find("channel")
    assert (value(channel, "title") or "") == legal_line(title)
    assert (value(channel.find("item"), "title") or "") == legal_line(title)
    assert (value(channel, "itunes:author") or "") == legal_line(author)


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\ufffe", "\ud800", "\x1b[31m"])
def test_what_xml_forbids_is_left_out(bad):
    assert value(tree(SHOW, published(0, title=f"One{bad} two")).find("item"), "title").startswith("One")


def test_a_description_stays_under_four_thousand_bytes():
    long = published(0, description="Tehran – " * 2000, chapters=EPISODE.chapters * 40)
    item = tree(SHOW, long).find("item")
    assert len(value(item, "description").encode()) <= 4000
    assert len(value(item, "content:encoded").encode()) <= 4000
    assert value(item, "description").endswith("…")


def test_dates_carry_the_hour():
    at = dt.datetime(2024, 2, 29, 5, 6, 7, tzinfo=dt.UTC)
    assert (
        value(tree(SHOW, published(0, published=at)).find("item"), "pubDate")
        == "Thu, 29 Feb 2024 05:06:07 GMT"
    )


def test_what_is_not_set_leaves_no_empty_tag():
    feed = render(Show(title="Mine"), BASE_URL, [])
    assert b"itunes:owner" not in feed
    assert b'=""' not in feed
    assert b"></itunes:author>" not in feed


def test_addresses_are_ascii_and_never_a_script():
    each = published(0, url="https://bücher.example/straße")
    assert value(tree(SHOW, each).find("item"), "link") == "https://xn--bcher-kva.example/stra%C3%9Fe"
    evil = tree(SHOW, published(0, url="javascript:alert(1)")).find("item")
    assert value(evil, "link") == f"{BASE_URL}/{published(0).name_of('.html')}"
    assert "javascript" not in value(evil, "content:encoded")


def test_very_many_authors_are_named_as_far_as_they_fit():
    authors = tuple(f"Reporter Number {n}" for n in range(30))
    named = value(tree(SHOW, published(0, authors=authors)).find("item"), "itunes:author")
    assert named.startswith("Reporter Number 0, Reporter Number 1, ")
    assert named.split(", ")[-1] in authors
    assert len(named) <= 255
    assert len(value(tree(msgspec.structs.replace(SHOW, author="Press " * 99)), "itunes:author")) <= 255


def test_links_have_no_characters_that_validators_refuse():
    item = tree(SHOW, published(0, url="https://planet.example/a?list[]=x|y z")).find("item")
    assert value(item, "link") == f"{BASE_URL}/{published(0).name_of('.html')}"
    item = tree(SHOW, published(0, url="https://planet.example/a?list[]=x|y")).find("item")
    assert value(item, "link") == "https://planet.example/a?list%5B%5D=x%7Cy"


def test_a_whole_feed():
    second = published(1, season=2, number=7, title="Fish & <chips>", url=None, authors=())
    whole = Path(__file__).parent / "feed/two-episodes.xml"
    assert render(SHOW, BASE_URL, [PUBLISHED, second]).decode() == whole.read_text(encoding="utf-8")
