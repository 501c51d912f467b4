"""Web pages: what is the article's, what is not, and what they declare about themselves."""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.errors import SourceError
from narrator.model import Page
from narrator.reading.html import read_html
from narrator.segment import segment

PAGES = Path(__file__).parent / "pages"
PARAGRAPH = (
    "The council met on Tuesday and voted, after a long debate, to mend the bridge before winter comes."
)


LINKED = '<script type="application/ld+json">'
SITE = "<meta property='og:site_name' content='Daily Planet'>"
NEWS = '{"@type":["Article","X"],"headline":"x","datePublished":"2024-02-09T23:00:00Z"}'


def read(markup: str | bytes, identity: str | None = None) -> Page:
    return read_html(markup.encode() if isinstance(markup, str) else markup, "page.html", identity)


def read_file(name: str) -> Page:
    return read_html((PAGES / name).read_bytes(), name, None)


def article_of(page: Page) -> list[str]:
    return [block.text for block in page.blocks if block.main]


def kinds_of(page: Page) -> dict[str, str]:
    return {block.text: block.kind for block in page.blocks}


def test_a_page_gives_its_article_in_order_and_keeps_the_furniture_apart() -> None:
    assert article_of(read_file("graph.html")) == [
        "Harbour ferry returns after eleven years",
        "The first crossing carried forty passengers, two dogs and a cello.",
        "The harbour ferry sailed again on Friday, eleven years after the last one was sold for scrap to a "
        "yard in the next county.",
        "It ran four minutes late, which the skipper, Dan Orr, put down to the cello. Its hold is 40 m².",
        "A long argument",
        "The county had refused to pay for the pier jetty until a court told it to, in a ruling of forty "
        "pages last March.",
        "“I have waited for this since I was nine,” said Iris Bell, who is twenty.",
        "Adults pay three pounds each way",
        "Dogs and cellos travel free",
        "Day · Sailings",
        "Friday · 6",
        "The boat will run until October, and then the board will look at the books again.",
    ]


def test_furniture_is_kept_for_the_report_of_what_was_left_out() -> None:
    left_out = {block.text for block in read_file("graph.html").blocks if not block.main}
    assert {
        "READ MORE: The pier that took a decade",
        "Get the tide tables and the news every morning.",
    } <= left_out


def test_blocks_carry_what_their_markup_says() -> None:
    kinds = kinds_of(read_file("graph.html"))
    assert kinds["The Lady Ann at the new pier. Photo: T. Brook"] == "caption"
    assert kinds["Orr at the wheel on Friday"] == "caption"
    assert kinds["The ferry is back! pic"] == "embed"
    assert kinds["Friday · 6"] == "table"
    assert kinds["Dogs and cellos travel free"] == "list_item"
    assert kinds["A long argument"] == "heading"


def test_a_page_declares_its_metadata() -> None:
    page = read_file("graph.html")
    assert page.title == "Harbour ferry returns after eleven years"
    assert page.identity == page.metadata.url == "https://tidewater.example/2024/05/harbour-ferry/"
    assert page.metadata.authors == ("Mara Quill",)
    assert page.metadata.date == dt.date(2024, 5, 3)
    assert page.metadata.language == "en-gb"
    assert page.metadata.site == "The Tidewater Post"


def test_a_page_of_tables_and_line_breaks_is_read_by_lines() -> None:
    page = read_file("old_tables.html")
    assert page.title == "Clock tower strikes thirteen"
    assert article_of(page)[-3:] == [
        "The town clock struck thirteen at noon on Saturday and again on Sunday, and the mayor said café "
        "owners had counted.",
        "The clockmaker, who is ninety, blamed a pigeon. The pigeon was removed by the fire brigade and "
        "struck nobody since.",
        "On Monday the clock struck twelve, and a crowd of some sixty people that had come to count went "
        "home a little sad.",
    ]


@pytest.mark.parametrize(
    "head",
    [
        f"{LINKED}{NEWS}</script>",
        f'{LINKED}[{{"@graph":[{NEWS}]}}]</script>',
        '<meta property="article:published_time" content="2024-02-09 07:00">',
        '<meta name="pubdate" content="Fri, 09 Feb 2024 07:00:00 GMT">',
        '<meta itemprop="datePublished" content="20240209">',
        '<meta value="2024-02-09T07:00:00Z" name="article:published_time">',
        '<meta name="date" content="1707462000">',
        '<meta name="displaydate" content="Feb 9, 2024">',
        '<meta name="article:published_time" content="Fri Feb 09 07:00:00 EST 2024">',
        '<link rel="canonical" href="https://news.example/2024/02/09/bridge">',
        '<link rel="canonical" href="https://news.example/2024/feb/09/bridge">',
        '<link rel="canonical" href="https://news.example/2024/12/bridge"><time datetime="2024-02-09">now</time>',
        '<time datetime="2024-02-09T10:00">yesterday</time>',
        "<time>February 9, 2024 07:00 AM</time>",
        '<div class="timestamp updated" title="2024-02-09T0700Z">Feb 9, 7:00 AM EST</div>',
    ],
)
def test_the_date_is_found_however_it_is_declared(head: str) -> None:
    page = read(f"<head>{head}</head><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p>")
    assert page.metadata.date == dt.date(2024, 2, 9)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('"Jane Doe"', ("Jane Doe",)),
        ('["Jane Doe", "Ali Öz"]', ("Jane Doe", "Ali Öz")),
        ('{"@type":"Person","name":"By Jane Doe and Ali Öz"}', ("Jane Doe", "Ali Öz")),
        ('{"@type":"Person","givenName":"Jane","familyName":"Doe"}', ("Jane Doe",)),
        ('{"@type":"Person","name":"JANE DOE, Associated Press"}', ("Jane Doe",)),
        (
            '[{"@type":"Person","name":"https://x.example/jane"},{"@type":"Person","name":"Jane Doe"}]',
            ("Jane Doe",),
        ),
        ('{"@type":"Organization","name":"Daily Planet"}', ()),
        ('["Jane Doe", "Internal Communications Partner"]', ("Jane Doe",)),
        ('"민서하 기자"', ("민서하",)),
    ],
)
def test_authors_are_names_of_persons(author: str, names: tuple[str, ...]) -> None:
    data = f'{{"@type":"NewsArticle","headline":"x","author":{author},"publisher":{{"name":"Daily Planet"}}}}'
    page = read(f'<script type="application/ld+json">{data}</script><h1>Bridge</h1><p>{PARAGRAPH}</p>')
    assert page.metadata.authors == names


@pytest.mark.parametrize(
    "head",
    [
        "<title>Bridge to be mended | Daily Planet</title>",
        f"<title>Daily Planet - Bridge to be mended</title>{SITE}",
        f"<title>Bridge to be mended - News - Daily Planet</title>{SITE}",
        "<meta property='og:title' content='Bridge to be mended'>",
    ],
)
def test_the_title_is_freed_from_the_name_of_the_site(head: str) -> None:
    assert read(f"<head>{head}</head><h1>Daily Planet</h1><p>{PARAGRAPH}</p>").title == "Bridge to be mended"


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ("<meta name=twitter:site content='@dailyplanet'>", "dailyplanet"),
        ("<meta property=og:site_name content='https://www.planet.example/'>", "planet.example"),
        ("<meta property=og:site_name content='www.planet.example'>", "planet.example"),
        ("<meta property=og:site_name content='Planet.example'>", "Planet.example"),
    ],
)
def test_a_site_that_is_named_by_its_address_is_called_by_its_name(head: str, site: str) -> None:
    assert read(f"<head>{head}</head><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p>").metadata.site == site


def test_a_headline_that_only_a_kicker_hides_stands_alone() -> None:
    page = read(
        "<head><meta property='og:title' content='Bridge to be mended'></head>"
        f"<h1><span>Town hall</span> Bridge to be mended</h1><p>{PARAGRAPH}</p>"
    )
    assert article_of(page) == ["Bridge to be mended", PARAGRAPH]


def test_what_somebody_said_before_a_colon_is_a_part_of_the_headline() -> None:
    headline = "“We saw it coming”: Bridge to be mended after ten years"
    page = read(
        "<head><meta property='og:title' content='Bridge to be mended after ten years | Planet'></head>"
        f"<h1>{headline}</h1><p>{PARAGRAPH}</p>"
    )
    assert article_of(page) == [headline, PARAGRAPH]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "https://news.example/", "ftp://x.example/a", "//[", ""]
)
def test_a_canonical_address_that_names_no_page_is_not_believed(link: str) -> None:
    page = read(f"<link rel=canonical href='{link}'><h1>Bridge</h1><p>{PARAGRAPH}</p>", "page.html")
    assert page.metadata.url is None
    assert page.identity == "page.html"


@pytest.mark.parametrize(
    "data",
    [
        f'<meta charset="windows-1251"><p>Мост. {PARAGRAPH}'.encode("cp1251"),
        f"<p>Мост. {PARAGRAPH}".encode("utf-8-sig"),
        f"<p>Мост. {PARAGRAPH}".encode("utf-16"),
    ],
)
def test_a_page_is_read_in_its_encoding(data: bytes) -> None:
    assert article_of(read(data)) == [f"Мост. {PARAGRAPH}"]


def test_the_server_knows_the_encoding_better_than_the_page() -> None:
    page = read_html(
        f'<meta charset="utf-8"><p>Café. {PARAGRAPH}'.encode("cp1252"), "x", None, charset="cp1252"
    )
    assert article_of(page) == [f"Café. {PARAGRAPH}"]


BODY = f"<html><body><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p>"
ATTRIBUTES = " ".join(f"a{i}=1" for i in range(250_000))


@pytest.mark.parametrize(
    "markup",
    [
        f"{BODY}<p {ATTRIBUTES}>end</p>",
        f"{BODY}<script {ATTRIBUTES}></script>",
        f'{BODY}<!x <a b="><p {ATTRIBUTES}>end</p>',
        f"{BODY}<!-- {'x' * 3_000_000}",
        f"{BODY}{'<!-- ' * 300_000}",
        f"{BODY}{'<div>' * 1_500}",
        f"{BODY}{'<b>x<p>' * 5_000}",
        f"{BODY}{'<a b=' * 300_000}",
        f"{BODY}{'<div class=related>' * 800}{'<time datetime=2020-01-01>x</time>' * 20_000}",
        f"{BODY}{'<div class=comments>' * 800}{'<span class=author>By Jane Doe</span>' * 20_000}",
        f"{BODY}{'<div>' * 800}{'<h2>Bridge to be mended</h2>' * 5_000}",
        f'{BODY}<script type="application/ld+json">{"[" * 100_000}</script>',
        f'{BODY}<script type="application/ld+json">{{"a":{" " * 1_000_000}1}}</script>',
        f'{BODY}<script type="application/ld+json">[{"0," * 1_000_000}0]</script>',
        f'<!DOCTYPE html [<!ENTITY a "{"lol" * 1000}"><!ENTITY b "&a;&a;&a;">]>{BODY}<p>{"&b;" * 10_000}',
        f'<?xml version="1.0"?>{"<title/>" * 1000}{BODY}',
        f'<html lang="en{"_a" * 40}!">{BODY}',
        BODY.replace("Tuesday", "Tues\0day"),
    ],
    ids=lambda markup: markup[len(BODY) : len(BODY) + 30],
)
def test_hostile_markup_does_not_hide_the_article(markup: str) -> None:
    assert "Bridge to be mended" in article_of(read(markup))


def test_markup_nested_without_end_is_one_line() -> None:
    with pytest.raises(SourceError, match="nested too deeply"):
        read("<html><body>" + "<div>" * 100_000 + "text")


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + header
        + chunk(b"IDAT", zlib.compress(bytes(range(193)) * 64))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("data", [b"", b"  \n", png(), b"<!-- nothing else"])
def test_what_is_no_page_is_one_line(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read(data)
    assert "\n" not in caught.value.message


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<ul><li>", "<b>", "</b>", "<br>", "word. "]),
        max_size=60,
    )
)
def test_no_word_is_lost_or_doubled_by_any_nesting(parts: list[str]) -> None:
    markup = "".join(part if part != "word. " else f"w{i}x " for i, part in enumerate(parts))
    words = [
        word for block in read(f"<html><body><p>first</p>{markup}").blocks for word in block.text.split()
    ]
    assert words == ["first", *(f"w{i}x" for i, part in enumerate(parts) if part == "word. ")]


def test_a_headline_that_is_only_declared_is_read() -> None:
    page = read(f"<head><meta property='og:title' content='Bridge to be mended'></head><p>{PARAGRAPH}</p>")
    assert article_of(page) == ["Bridge to be mended", PARAGRAPH]
    assert article_of(read(f"<title>Town news 9</title><p>{PARAGRAPH}</p>")) == [PARAGRAPH]


def test_a_page_that_scripts_would_fill_is_read_from_its_data() -> None:
    text = f"{PARAGRAPH}\\n\\n<p>{PARAGRAPH} &amp; after</p>"
    data = f'{{"@type":"Article","headline":"Bridge to be mended","articleBody":"{text}"}}'
    page = read(f"{LINKED}{data}</script><div id=root>Please enable JavaScript</div>")
    assert article_of(page) == ["Bridge to be mended", PARAGRAPH, f"{PARAGRAPH} & after"]


def test_scripts_without_spaces_are_weighed_as_others_are() -> None:
    paragraph = (
        "東京都は八日、老朽化した橋を来春までに架け替えると発表した。住民からは歓迎の声が上がっている。"
    )
    links = "".join("<li><a href=/x>関連記事の見出しはこちらです</a></li>" for _ in range(9))
    page = read(f"<h1>橋を架け替えへ</h1><div><p>{paragraph}</p><p>{paragraph}</p></div><ul>{links}</ul>")
    assert article_of(page) == ["橋を架け替えへ", paragraph, paragraph]


@pytest.mark.parametrize(
    "mark",
    [
        '<sup><a href="#n1">1</a></sup>',
        '<a href="#n1" role="doc-noteref">1</a>',
        '<a href="#n1" role="doc-noteref"><sup>1</sup></a>',
        '<a href="#n1" epub:type="noteref">1</a>',
    ],
)
def test_marks_of_footnotes_are_not_read(mark: str) -> None:
    page = read(f"<article><p>It cost 4.5 million euros{mark}, and it is cracked. {PARAGRAPH}</p></article>")
    assert article_of(page)[0].startswith("It cost 4.5 million euros, and it is cracked.")


@pytest.mark.parametrize("said", ['role="doc-endnotes"', 'epub:type="footnotes"', 'class="footnotes"'])
def test_notes_at_the_end_are_not_the_article(said: str) -> None:
    note = "According to the council's own figures of the last year."
    page = read(
        f"<article><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p><section {said}><p>{note}</p></section></article>"
    )
    assert note not in article_of(page)
    assert note in kinds_of(page)


def test_cells_of_a_row_stand_apart_and_nothing_before_the_first() -> None:
    page = read(
        f"<article><p>{PARAGRAPH}</p><table>\n <tr>\n  <th>Year</th>\n  <th>Height</th>\n </tr>\n"
        f" <tr>\n  <td>2014</td>\n  <td>2 m</td>\n </tr>\n</table><p>{PARAGRAPH}</p></article>"
    )
    assert [text for text, kind in kinds_of(page).items() if kind == "table"] == [
        "Year · Height",
        "2014 · 2 m",
    ]


BETWEEN = {
    "list": "<ul><li>Bridge<li>Mill<li>Trees<li>Quay<li>Crane<li>Lock</ul>",
    "table": "<table><tr><td>Labour<td>12<tr><td>Greens<td>3</table>",
    "quotation": "<blockquote><p>Too long.</p></blockquote>",
    "code": "<pre>make harbour</pre>",
    "picture": "<figure><img src=a><figcaption>The bridge</figcaption></figure>",
}


@pytest.mark.parametrize(
    "frame", ["{}", "<nav><a href=/>Home</a></nav><article>{}</article><footer>© X</footer>"]
)
@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN.keys())
def test_a_short_section_below_what_is_no_paragraph_is_read(between: str, frame: str) -> None:
    body = f"<h1>Bridge to be mended</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH[:-1]} too.</p>{between}<h2>What now</h2>"
    article = segment(read(frame.format(f"{body}<p>Nobody complained about it.</p>")))
    assert (article.sections[-1].title, article.sections[-1].paragraphs) == (
        "What now",
        ("Nobody complained about it.",),
    )
    assert not any(
        one.text.startswith(("Mill", "Labour")) and one.reason != "table" for one in article.omitted
    )


def spoken(markup: str) -> list[str]:
    """What a listener hears of a page."""
    sections = segment(read(markup)).sections
    return [text for section in sections for text in (section.title, *section.paragraphs) if text]


STORY = (
    "The work begins in March and takes a year, with one lane open to cars at night.",
    "Until then nothing heavier than a milk cart may cross, which the dairy has called a hardship.",
    "Its owner, Ann Ag, said she had looked for a smaller cart and not found one.",
)
OTHER = (
    "Nobody on the council spoke against it, and the mayor thanked the two divers who had found the crack."
)


@pytest.mark.parametrize(
    "classes",
    [
        "post hentry tag-twitter",
        "post status-publish category-newsletter",
        "post hentry tag-podcast tag-comments",
    ],
)
def test_subjects_told_in_an_articles_classes_do_not_make_it_a_post_or_a_prompt(classes: str) -> None:
    page = (
        f"<h1>Bridge to be mended</h1><article class='{classes}'><p>{PARAGRAPH}</p><p>{OTHER}</p></article>"
    )
    assert spoken(page) == ["Bridge to be mended", PARAGRAPH, OTHER]


def test_paragraphs_that_are_paid_for_are_read() -> None:
    page = f"<h1>Bridge to be mended</h1><article><p>{PARAGRAPH}</p><p class=paywall>{OTHER}</p></article>"
    assert spoken(page) == ["Bridge to be mended", PARAGRAPH, OTHER]


COMMENT = "I have said for years that this bridge would fall one day, and nobody at the town hall ever listened to me."


@pytest.mark.parametrize("name", ["comments", "forum", "respond", "kommentare"])
def test_comments_longer_than_the_article_are_not_read(name: str) -> None:
    comments = "".join(f"<li><p>{COMMENT} ({i})</p></li>" for i in range(9))
    page = f"<h1>Bridge to be mended</h1><div class=text><p>{PARAGRAPH}</p></div><ul class={name}>{comments}</ul>"
    assert spoken(page) == ["Bridge to be mended", PARAGRAPH]


@pytest.mark.parametrize(
    "around",
    [
        "<main><article><h1>{0}</h1>{1}</article></main>{2}",
        "<h1>{0}</h1><div class='entry-content'>{1}</div>{2}",
        "<div class='post hentry'><h2>{0}</h2><div>{1}</div></div>{2}",
        "<div itemtype='https://schema.org/NewsArticle'><h1>{0}</h1><div itemprop=articleBody>{1}</div></div>{2}",
    ],
)
def test_an_article_shorter_than_the_teasers_beside_it_is_found_by_its_markup(around: str) -> None:
    teasers = "".join(f"<div><b>Story {i}</b><p>{OTHER} ({i})</p></div>" for i in range(4))
    head = "<title>Bridge to be mended</title>"
    page = head + around.format("Bridge to be mended", f"<p>{PARAGRAPH}</p><p>It is old.</p>", teasers)
    assert spoken(page) == ["Bridge to be mended", PARAGRAPH, "It is old."]


def test_paragraphs_beside_the_element_that_holds_most_are_read() -> None:
    more = f"<p>{OTHER}</p>" * 2
    page = f"<h1>Bridge to be mended</h1><div><p>{PARAGRAPH}</p><ol><li>{OTHER}</li>{more}</ol><p>It is old.</p></div>"
    assert spoken(page)[1] == PARAGRAPH
    assert spoken(page)[-1] == "It is old."


def test_a_heading_whose_id_repeats_its_words_is_read() -> None:
    heading = "<h2 id='call-prompts-an-answer'>Call prompts an answer</h2>"
    page = f"<article><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p>{heading}<p>{OTHER}</p></article>"
    assert "Call prompts an answer" in spoken(page)


def test_a_paragraph_without_a_full_stop_and_the_points_of_a_last_list_are_read() -> None:
    broken = "The mayor, who had asked for the repairs three times since last winter, was not at the meeting"
    points = "<p>What will be closed:</p><ul><li>the bridge from Monday on<li>the old quay below it</ul>"
    body = f"<p>{PARAGRAPH}</p><p>{broken}</p><p>{OTHER}</p>{points}"
    assert spoken(f"<article><h1>Bridge to be mended</h1>{body}</article>")[2:] == [
        broken,
        OTHER,
        "What will be closed:",
        "• the bridge from Monday on",
        "• the old quay below it",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "So, dear neighbours, what do you suggest that we do about it?",
        "Fowler talks to divers and masons about the year they have ahead of them.",
        "The JavaScript of the town's website shows the crack, the divers said on Tuesday.",
        "The repairs were asked for by the harbour master, the ferry and the school. Nobody said no (Reuters).",
    ],
)
def test_a_sentence_of_the_articles_own_markup_is_not_taken_for_a_caption_or_a_prompt(sentence: str) -> None:
    page = f"<article><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p><p>{sentence}</p><p>{OTHER}</p></article>"
    assert spoken(page) == ["Bridge to be mended", PARAGRAPH, sentence, OTHER]


@pytest.mark.parametrize(
    ("head", "heading", "headline"),
    [
        ("<title>Herons | The Harbour Trust for Nature and Science</title>", "<h1>Herons</h1>", "Herons"),
        ("<title>Daily Planet</title>", "<h2>Bridge to be mended</h2>", "Bridge to be mended"),
        (
            "<title>Daily Planet</title>",
            "<p><span class=headline>Bridge to be mended</span></p>",
            "Bridge to be mended",
        ),
        (
            "<meta property=og:title content='Bridge to be mended'>",
            "<h1>Bridge to be mended <i>Subscribers</i></h1>",
            "Bridge to be mended",
        ),
        (
            "<title>x</title>",
            "<h1>Bridge to be mended.<br><br>The mayor looks on.</h1>",
            "Bridge to be mended. The mayor looks on.",
        ),
        (
            "<title>x</title>",
            "<h1><span>Harbour</span><b>: </b><span>Bridge to be mended</span></h1>",
            "Harbour: Bridge to be mended",
        ),
        (
            "<title>x</title>",
            "<h1><span>Harbour</span><span>Bridge to be mended</span></h1>",
            "Harbour Bridge to be mended",
        ),
        (
            "<title>How a bridge is mended - planet.example</title>",
            "<h1><span>GUIDE</span> <span itemprop=headline>How a bridge is mended</span><span>.</span></h1>",
            "How a bridge is mended",
        ),
        (
            "<meta property=og:title content='Bridge to be mended'>"
            "<meta name=twitter:title content='Bridge to be mended now'>",
            "<h1>Bridge to be mended now</h1>",
            "Bridge to be mended now",
        ),
        (
            "<meta property=og:title content='Five ways to mend a bridge'><title>Bridge tips | Planet</title>",
            "<h1>Bridge tips</h1><h2>Five ways to mend a bridge</h2>",
            "Five ways to mend a bridge",
        ),
        (
            "<meta property=og:title content='Bridge to be mended'><meta property=og:site_name content='Planet'>",
            "<h1 itemprop=headline>Planet</h1><h1>Bridge to be mended</h1>",
            "Bridge to be mended",
        ),
        (
            "<title>Bridge to be mended by spring - The Coast's Best Site</title>"
            "<meta property=og:title content='Planet - News of the Coast'>",
            "<h1>My Planet</h1></div><div>Bridge to be mended by spring",
            "Bridge to be mended by spring",
        ),
        (
            "<title>Bridge to be mended - Press releases - Planet</title>"
            "<meta property=og:title content='Press releases'>",
            "<h1>Press releases</h1><h2>Bridge to be mended</h2>",
            "Bridge to be mended",
        ),
    ],
)
def test_the_headline_is_found_in_whatever_heads_the_article(head: str, heading: str, headline: str) -> None:
    article = segment(
        read(f"<head>{head}</head><div>{heading}</div><div><p>{PARAGRAPH}</p><p>{OTHER}</p></div>")
    )
    assert article.headline == headline
    assert len(article.sections[-1].paragraphs) == 2


TIME = "<time datetime='{0}'>then</time>"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>By Jane Doe 9 February 2024 in Town, Harbour 17 comments</p>{0}",
        "{0}<p>Last update: 09.02.2024</p>",
        f"<blockquote class=twitter-tweet>{TIME.format('2020-01-01')}</blockquote><p>February 9, 2024 | X</p>{{0}}",
        f"<div>9.2.2024</div>{{0}}<ol class=comments><li>{TIME.format('2024-03-01')}</ol>",
        f"<div>{TIME.format('2024-02-09')}</div>{{0}}<div class=related>{TIME.format('2019-01-01')}</div>",
    ],
)
def test_the_date_is_the_one_the_article_prints_not_that_of_a_post_a_comment_or_a_list(markup: str) -> None:
    article = segment(
        read("<h1>Bridge to be mended</h1>" + markup.format(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>"))
    )
    assert article.metadata.date == dt.date(2024, 2, 9)


@pytest.mark.parametrize(
    "markup",
    [
        "{0}<p class=postmetadata>This entry was posted on Friday, February 9th, 2024 at 6:12 pm and is filed under "
        "Bridges.</p><ol class=comments><li>Bo Ek <small>February 11, 2024 at 8:15 am</small></ol>",
        "<p>DOVER, February 9, 2024 — The council of the port will mend its bridge after all, at a cost of two "
        "million.</p>{0}",
        "<p>Feb. 9, 2024 -- The council of the port will mend its bridge after all, at a cost of two million.</p>{0}",
    ],
)
def test_a_day_that_only_a_sentence_tells_is_found(markup: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in (PARAGRAPH, OTHER, *STORY))
    page = read(f"<article><h1>Bridge to be mended</h1>{markup.format(body)}</article>")
    assert segment(page).metadata.date == dt.date(2024, 2, 9)


FOOT = "<div class=nav>Elsewhere</div>" * 12


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=photo><h1>Bridge to be mended</h1><p>2024-02-09 10:56:28 Planet</p></div>{0}",
        "<div class=nav>Background 09.02.2024</div><div class=nav>10 minutes</div><div class=nav>Print</div>"
        "<div class=nav>Share</div><h1>Bridge to be mended</h1>{0}",
        "<h1>Bridge to be mended</h1>{0}" + FOOT + "<div>Published on 09.02.2024</div>",
    ],
)
def test_a_day_far_from_the_headline_or_beside_the_picture_is_found(markup: str) -> None:
    page = markup.format(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>")
    assert segment(read(page)).metadata.date == dt.date(2024, 2, 9)


def test_days_of_publication_of_several_pages_are_not_of_this_one() -> None:
    links = "".join(
        f"<div class=card><a href=/{i}>Ferry {i}</a> <i>Published on {i}.02.2024</i></div>" for i in (8, 9)
    )
    page = f"<h1>Bridge to be mended</h1><p>{PARAGRAPH}</p><p>{OTHER}</p>{FOOT}{links}"
    assert segment(read(page)).metadata.date is None


def test_the_printed_day_counts_where_the_server_was_a_day_ahead() -> None:
    head = "<meta property='article:published_time' content='2024-02-10T02:30:00Z'>"
    page = (
        f"<head>{head}</head><h1>Bridge to be mended</h1><p>9 February 2024, 21:30 EST</p><p>{PARAGRAPH}</p>"
    )
    assert segment(read(page)).metadata.date == dt.date(2024, 2, 9)


def test_the_printed_day_of_first_publication_counts_where_the_markup_tells_of_an_update() -> None:
    page = (
        "<h1>Bridge to be mended</h1><time datetime='2024-02-14T10:18:46Z'>Published 9 February 2024</time>"
    )
    assert segment(read(f"{page}<p>{PARAGRAPH}</p><p>{OTHER}</p>")).metadata.date == dt.date(2024, 2, 9)


def test_a_printed_day_that_is_not_of_the_publication_leaves_the_declared_one() -> None:
    head = "<meta property='article:published_time' content='2024-02-09T12:00:00Z'>"
    page = f"<head>{head}</head><h1>Bridge to be mended</h1><p>Council meeting, 5 January 2024</p><p>{PARAGRAPH}</p>"
    assert segment(read(f"{page}<p>{OTHER}</p>")).metadata.date == dt.date(2024, 2, 9)


@pytest.mark.parametrize(
    ("around", "names"),
    [
        ("<p>By Jane Doe March 18 at 3:57 PM Follow @janedoe</p>{0}", ("Jane Doe",)),
        ("<p>By Jane Doe</p>{0}<form class=author><label>Name *</label></form>", ("Jane Doe",)),
        ("{0}<a rel=author href=/jane>View all posts by Jane Doe</a>", ("Jane Doe",)),
        ("{0}<ol class=comments><li class=author>Carl Crow</li></ol>", ()),
        ("<meta name=author content='planet.example'><p>By Jane Doe</p>{0}", ("Jane Doe",)),
        ("<meta name=author content='admin'>{0}", ()),
        (
            "<meta name=author content='Big Fish'><meta name=publisher content='Big Fish'><p>By Bo Ek</p>{0}",
            ("Bo Ek",),
        ),
        ("<meta name=author content='Planet GmbH, Metropolis'><p>By Jane Doe</p>{0}", ("Jane Doe",)),
        (
            "<meta name=author content='Ann S. Ag, Jane Doe, and Bo Ek'>{0}",
            ("Ann S. Ag", "Jane Doe", "Bo Ek"),
        ),
        ("<a rel=author href=/j>Jane (J.D.) Doe</a>{0}", ("Jane (J.D.) Doe",)),
        (
            "<span itemprop=author><a href=/j>Jane Doe</a> (avec Bo Ek et Ann Ag)</span>{0}",
            ("Jane Doe", "Bo Ek", "Ann Ag"),
        ),
        ("<meta name=author content='JosÃ© Doe'>{0}", ("José Doe",)),
        ("<meta name=author value='Jane Doe'><p>By Bo Ek</p>{0}", ("Jane Doe",)),
        (
            "<div><a href=/about/editors/jane-doe/>Jane Doe</a><span>9 hours ago</span></div>{0}",
            ("Jane Doe",),
        ),
        (
            "<div itemscope itemtype=//schema.org/VideoObject><meta itemprop=author content='Bo Ek'></div>{0}",
            (),
        ),
        ("<p class=byline>By Jane Doe <a>Add a comment</a> <a>Get author RSS feed</a></p>{0}", ("Jane Doe",)),
        ("<p class=byline>Jane Doe | Illustrations by Bo Ek</p>{0}", ("Jane Doe",)),
        ("<p class=byline>By Jane Doe - Metropolis Business Journal</p>{0}", ("Jane Doe",)),
        (
            "<meta name=twitter:label1 content='Verfasst von'><meta name=twitter:data1 content='Jane Doe'>{0}",
            ("Jane Doe",),
        ),
        (
            "<meta name=twitter:label1 content='Reading time'><meta name=twitter:data1 content='Four minutes'>{0}",
            (),
        ),
        ("<div itemprop=author itemscope><meta itemprop=name content='Jane Doe'></div>{0}", ("Jane Doe",)),
        ("<meta name=article_author content='Jane Doe'>{0}", ("Jane Doe",)),
        (
            "<p>By Jane Doe / February 9, 2024</p>{0}<div><div><a href=/ferry>Ferry to sail again</a></div>"
            "<div><a href=/author/bo-ek>Bo Ek</a> / March 2, 2020</div></div>",
            ("Jane Doe",),
        ),
        (
            "<title>The bridge is to be mended</title><h2><a href=/x>The bridge is to be mended</a></h2>"
            "<div><a href=/author/jane-doe>Jane Doe</a> / February 9, 2024</div>{0}",
            ("Jane Doe",),
        ),
        ("<div><p>【ベルン＝岡本梓】議会は橋の修理を決めた。</p>{0}</div>", ("岡本梓",)),
        (
            "<p>By <a rel=author href=/jane>Jane Doe</a></p><p>Illustration by <a rel=author href=/bo>Bo Ek</a></p>{0}",
            ("Jane Doe",),
        ),
        (
            "<div><span>9/2/2024</span> <span class=authorname-txt>Jane Doe</span> / Planet</div>{0}",
            ("Jane Doe",),
        ),
        (
            "<p>By <a href=/author/jane-doe>Jane Doe</a></p>{0}<ul>"
            + "<li><h2><a href=/ferry>Ferry to sail</a></h2><span class=byline>Bo Ek</span></li>" * 3
            + "</ul>",
            ("Jane Doe",),
        ),
        (
            "<p>By <a href=/author/jane-doe>Jane Doe</a></p>{0}<section>"
            + "<article><a href=/ferry><h1>Ferry to sail</h1></a><span class=byline>Bo Ek</span></article>"
            * 3
            + "</section>",
            ("Jane Doe",),
        ),
        ("<meta name=dcterms.creator content='Doe, Jane'>{0}", ("Jane Doe",)),
        ("<meta name=author content='Wodny Planeta Sp. z o.o.'>{0}", ()),
        ("<div class=author><i></i> <b>岡本梓</b> <i>2024-02-09 14:27</i> <i>74</i></div>{0}", ("岡本梓",)),
        ("<p class=byline>岡本梓 <span>関連語：</span> <a>新製品</a></p>{0}", ("岡本梓",)),
        (
            "<main itemscope itemtype=https://schema.org/NewsArticle><nav><span itemprop=author itemscope "
            "itemtype=https://schema.org/Person><b itemprop=name>Jane Doe</b></span></nav>{0}</main>",
            ("Jane Doe",),
        ),
        ("{0}<div class=pull-quote__author><span class=author>Bo Ek</span></div>", ()),
        ("<p class=author>当前位置 : <a>海滨</a> <b>&gt;</b> <a>港口</a> <b>&gt;</b> 大桥将 修缮</p>{0}", ()),
        ("<p class=author>责任编辑：李明</p>{0}", ()),
        ("<p class=author>作者：王小明 责任编辑：李明</p>{0}", ("王小明",)),
        ("<p class=author>作者：未知</p>{0}", ()),
        ("<p class=author><b>王小明</b> <a>关注</a></p>{0}", ("王小明",)),
        ("<p class=author>강하늘 바다 칼럼니스트</p>{0}", ("강하늘",)),
        ("<p class=author>Gespeichert von <a>hafenmaus</a> am 9. Februar 2024</p>{0}", ()),
        ("<p class=author>Gespeichert von <a>Jane Doe</a> am 9. Februar 2024</p>{0}", ("Jane Doe",)),
        ("<p class=byline>Submitted on Fri, 2024-02-09 13:49</p>{0}", ()),
        ("<p itemprop=author>Autor/in: Jane Doe</p>{0}", ("Jane Doe",)),
        ("<p class=author>Publié par Zoé Durand</p>{0}", ("Zoé Durand",)),
        (
            "<div class=author>Account <p>You're logged in as <b>Account</b></p> <a>Edit Profile</a></div>{0}",
            (),
        ),
        ("<a href=/about-us/profile/planet>ABOUT US</a>{0}", ()),
        ("{0}<p><img></p><p class=caption>The bridge. / <span class=firma>BO EK</span></p>", ()),
        ("<p>February 9, 2024</p><div class=share>View Comments</div>{0}", ()),
        ("<p>Planet February 9, 2024</p>{0}<figure><img><figcaption>Bo Ek</figcaption></figure>", ()),
        ("<p>Planet February 9, 2024</p><figure><img><figcaption>Bo Ek</figcaption></figure>{0}", ()),
        ("<div class=nav>Launching PlanetHub Desktop...</div>{0}", ()),
        (
            "<ul class=meta><li>Jane Doe</li><li>February 9, 2024</li><li>3 comments</li></ul>{0}",
            ("Jane Doe",),
        ),
        ("<ul class=meta><li>News</li><li>Jane Doe</li><li>February 9, 2024</li></ul>{0}", ("Jane Doe",)),
        (
            "<p>February 9, 2024</p><ul class=nav><li>Bay Tides</li><li>Boat Tests</li><li>Harbour</li></ul>{0}",
            (),
        ),
        ("<meta name=author content='Planet Wire'>{0}", ()),
        ("<meta name=author content='Redação'>{0}", ()),
        ("<meta name=author content='Contributors to the Planet'>{0}", ()),
        (
            "<p>The <a href=/staff/bo-ek>Bo Ek</a> prize is, as all the town knows, named after a diver who drowned at "
            "the bridge in the winter of the great flood, and whose daughter gave the money for it last year.</p>{0}",
            (),
        ),
    ],
)
def test_authors_are_not_taken_from_forms_comments_and_addresses(around: str, names: tuple[str, ...]) -> None:
    page = "<h1>Bridge to be mended</h1>" + around.format(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>")
    assert segment(read(page)).metadata.authors == names


def test_a_name_that_begins_the_sites_is_no_authors_where_another_signs() -> None:
    head = "<meta property=og:site_name content='Jot Down Magazine'><meta name=author content='Jot Down'>"
    signed = "<p>By <a rel=author href=/jane>Jane Doe</a></p>"
    assert read(f"<head>{head}</head><h1>Bridge</h1>{signed}<p>{PARAGRAPH}</p>").metadata.authors == (
        "Jane Doe",
    )


@pytest.mark.parametrize(
    "line",
    [
        "The bridge on Tuesday. Nobody worked on it when we came. Photo: Jane Doe",
        "Ferries by eight on Tuesday. Source: Port of Ostend",
        "Jane Doe Port of Ostend Quay 1 Phone +32 59 34 07 11 press[at]port[dot]example",
    ],
)
def test_a_paragraph_of_a_picture_a_table_or_an_office_is_not_read(line: str) -> None:
    assert line not in spoken(f"<h1>Bridge to be mended</h1><p>{PARAGRAPH}</p><p>{line}</p><p>{OTHER}</p>")


def test_a_page_that_only_asks_for_consent_has_no_article() -> None:
    request = "We and our 800 partners store cookies on your device, to show you what we think you want."
    asked = f"<div class=consent><h1>Before you read</h1><p>{request}</p></div>"
    assert spoken(f"<title>Before you read</title>{asked}") in ([], ["Before you read"])


LONG = f"{PARAGRAPH} {OTHER} {PARAGRAPH} {OTHER}"
TEASER = "<div class=card><a href=/x><h3>Ferry to sail again</h3></a><p>The ferry is back after eleven years.</p></div>"


@pytest.mark.parametrize(
    "markup",
    [
        "<main><h1>{title}</h1><div class=text><div class=grid>{first}{first}</div></div><div class=ad>Advert</div>"
        "<div class=text><div class=grid>{last}</div></div></main>",
        "<article><h1>{title}</h1><section class='part part--ads'>{first}{first}</section>"
        "<section class='part part--ads'>{first}</section><section class='part part--ads'>{last}</section></article>",
        "<article><h1>{title}</h1><div><div class=pages data-role=pagination_page>{first}{first}{first}</div>"
        "<div class=pages data-role=pagination_page>{first}{last}</div></div></article>",
        "<article><h1>{title}</h1><div>{first}{first}<button>Read more</button>"
        "<div class='Ov(h) Trs($transition-readmore)'><p><span>{words}</span></p>{last}</div></div></article>",
        "<article><h1>{title}</h1><div class=entry-content><div><div>{words}</div><div>{words}</div><div>{words}</div>"
        "<div>{words}</div></div><div>{words}</div><div>{end}</div></div></article>",
        "<article><h1>{title}</h1><div>{first}{first}{first}<p id=story-continues-3>{words}</p>{last}</div></article>",
        "<article><h1>{title}</h1><div>{first}<figure class=slide><img><figcaption>{first}</figcaption></figure>"
        "<figure class=slide><img><figcaption>{first}{last}</figcaption></figure></div></article>",
        "<div class=page><h1>{title}</h1><div itemprop=articleBody>{first}</div>"
        "<div class=more>{first}{first}{first}{last}</div></div>",
        "<div class=page><article class=head><h1>{title}</h1>{first}</article>"
        "<div class=text>{first}{first}{first}{last}</div></div>",
        "<article><h1>{title}</h1><div><p class=promo>{words}</p><p class=promo>{words}</p>"
        "<p class=promo>{end}</p></div></article>",
        "<article><h1>{title}</h1><div>{first}<p style=display:none>{words}</p><p style=display:none>{end}</p>"
        "</div></article>",
    ],
    ids="parts ads pages folded divs counted slides lead header named hidden".split(),
)
def test_no_part_of_an_article_is_left_out(markup: str) -> None:
    page = markup.format(
        title="Bridge to be mended", first=f"<p>{LONG}</p>", words=LONG, last=f"<p>{OTHER}</p>", end=OTHER
    )
    article = article_of(read(f"{page}<div class=teasers>{TEASER * 3}</div>"))
    assert article == ["Bridge to be mended", *[LONG] * page.count(LONG), OTHER]


@pytest.mark.parametrize(
    "item",
    [
        "<div class=card><img><h2>{0}</h2><p>{1}</p><a href=/shop>Buy it</a></div>",
        "<figure class=slide><img><figcaption><h3>{0}</h3><p>{1}</p></figcaption></figure>",
        "<div class=part><div class=top><div class=title>{0}</div></div><img><p>{1}</p></div>",
        f"<div class=body>{f'<p>{LONG}</p>' * 4}</div><div class=portrait><img><h3>{{0}}</h3><p>{{1}}</p></div>",
    ],
)
def test_the_items_of_an_illustrated_list_are_read(item: str) -> None:
    names = ["The old quay", "The ferry", "The clock tower", "The market hall"]
    items = "".join(item.format(name, OTHER) for name in names)
    page = f"<main><h1>Bridge to be mended</h1><div class=intro><p>{PARAGRAPH}</p></div>{items}</main>{TEASER * 3}"
    read_out = [text for text in article_of(read(page))[2:] if text != LONG]
    assert read_out == [text for name in names for text in (name, OTHER)]


def test_a_title_in_a_script_without_spaces_is_known_by_most_of_its_characters() -> None:
    text = "市議会は火曜日、長い議論のすえ、冬が来るまえに旧市街の石橋を直すことを全会一致で決めた。"
    other = "港の渡し船が十一年ぶりに運航を再開し、金曜日には町の人たちが四十人ほど乗りこんで岸を離れた。"
    teasers = "".join(f"<div><b>第{i}話</b><p>{other}</p></div>" for i in range(4))
    head = "<meta property=og:title content='市議会が古い橋の修理を決定へ'>"
    page = f"{head}<main><article><h1>市議会が古い橋の修理を決定</h1><p>{text}</p></article></main>{teasers}"
    assert spoken(page) == ["市議会が古い橋の修理を決定", text]


def test_the_next_article_of_an_endless_page_is_not_read() -> None:
    def one(title: str, text: str) -> str:
        return f"<article class=minute><h1>{title}</h1>{f'<p>{text}</p>' * 3}</article>"

    following = "".join(one(f"Ferry to sail {word}", LONG) for word in ("again", "on Sunday", "in May"))
    head = "<meta property=og:title content='Bridge to be mended'>"
    page = f"{head}<div>{one('Bridge to be mended', OTHER)}{following}</div>"
    assert article_of(read(page)) == ["Bridge to be mended", OTHER, OTHER, OTHER]


@pytest.mark.parametrize(
    "around", ["<footer>{0}</footer>", "<div class=promo>{0}</div>", "<div><aside>{0}</aside></div>"]
)
def test_a_short_article_is_not_lost_among_longer_words_about_the_site(around: str) -> None:
    pitch = f"<p><span>{LONG}</span></p>"
    page = f"<div><h1>Bridge to be mended</h1><div><p>{PARAGRAPH}</p><p>{OTHER}</p></div></div>"
    assert article_of(read(page + around.format(pitch))) == ["Bridge to be mended", PARAGRAPH, OTHER]


def test_a_headline_that_stands_below_its_article_is_read_first() -> None:
    head = "<meta property=og:title content='Bridge to be mended'>"
    page = f"{head}<article><div><p>{PARAGRAPH}</p><p>{OTHER}</p></div><h1>Bridge to be mended</h1></article>"
    assert spoken(page) == ["Bridge to be mended", PARAGRAPH, OTHER]


@pytest.mark.parametrize(
    "part",
    [
        "<div class=group><h4>A long argument</h4><img><div class=body><p>{0}</p></div></div>",
        "<span class=article-subtitle><p>A long argument</p></span><div class=body><p>{0}</p></div>",
    ],
)
def test_a_sub_heading_in_a_wrapper_is_read(part: str) -> None:
    page = f"<h1>Bridge to be mended</h1><div><div class=body>{f'<p>{OTHER}</p>' * 3}</div>{part.format(LONG)}</div>"
    assert kinds_of(read(page))["A long argument"] == "heading"
    assert "A long argument" in article_of(read(page))


def test_a_credit_that_stands_below_every_picture_is_not_read() -> None:
    part = f"<p>{LONG}</p><p><img></p><p>Ann Ag/Daily Planet</p><p>Was it safe?</p>"
    assert article_of(
        read(f"<article><h1>Bridge to be mended</h1><div>{part * 3}<p>{OTHER}</p></div></article>")
    ) == ["Bridge to be mended", *[LONG, "Was it safe?"] * 3, OTHER]


def test_a_summary_in_one_header_with_a_picture_is_read() -> None:
    header = f"<header><h1>Bridge to be mended</h1><img><p class=post-intro>{PARAGRAPH}</p></header>"
    page = f"<article>{header}{f'<div class=body><p>{LONG}</p></div>' * 3}</article>"
    assert article_of(read(page)) == ["Bridge to be mended", PARAGRAPH, LONG, LONG, LONG]


def test_a_date_set_as_a_heading_is_no_summary() -> None:
    head = "<meta property='article:published_time' content='2024-02-09T12:00:00Z'>"
    page = f"{head}<h1>Bridge to be mended</h1><h5>02/09/2024 11:00 AM by Planet staff</h5>"
    assert spoken(f"{page}<div><p>{PARAGRAPH}</p><p>{OTHER}</p></div>") == [
        "Bridge to be mended",
        PARAGRAPH,
        OTHER,
    ]


def test_what_a_page_tells_its_scripts_is_not_read() -> None:
    data = f"<div style='display:none'><span>20240209</span><span>{LONG}</span><span>{LONG}</span></div>"
    page = f"<article><h1>Bridge to be mended</h1><div class=text><p>{PARAGRAPH}</p></div>{data}</article>"
    assert article_of(read(page)) == ["Bridge to be mended", PARAGRAPH]


def test_paragraphs_are_followed_out_of_elements_that_are_closed_too_early() -> None:
    column = f"<p>{LONG}</p>" * 3 + "<div><a href=/ferry>The ferry sails again</a></div>"
    page = (
        f"<main><h1>Bridge to be mended</h1><div class=body>{column}</div></div></main>{column}</div>{column}"
    )
    assert article_of(read(f"<body><div class=page><div class=left>{page}<p>{OTHER}</p>")) == [
        "Bridge to be mended",
        *[LONG] * 9,
        OTHER,
    ]


@pytest.mark.parametrize(("article", "notice"), [(1, f"<p>{OTHER}</p>"), (9, f"<p>{OTHER}</p>" * 3)])
def test_lines_about_the_site_below_an_article_are_not_of_its_column(article: int, notice: str) -> None:
    page = f"<div><h1>Bridge to be mended</h1><div class=body>{f'<p>{LONG}</p>' * article}</div></div>"
    assert OTHER not in article_of(read(page + notice))


def test_a_heading_that_links_may_lead_to_is_read() -> None:
    part = f"<p>{LONG}</p><h4><a name=argument>A long argument</a></h4><p>{OTHER}</p>"
    assert "A long argument" in article_of(read(f"<article><h1>Bridge to be mended</h1>{part}</article>"))


def test_the_count_of_pages_is_no_part_of_a_headline() -> None:
    head = "<title>橋を直す工事が始まる (1/2) - 日日新聞</title>"
    page = f"{head}<article><h1>橋を直す工事が始まる (1/2)</h1><p>{PARAGRAPH}</p><p>{OTHER}</p></article>"
    assert spoken(page) == ["橋を直す工事が始まる", PARAGRAPH, OTHER]


def test_a_long_caption_in_no_element_of_its_own_is_not_read() -> None:
    picture = f"<div id=wide><a href=/large.jpg><img></a> <small>{PARAGRAPH}</small></div>"
    body = f"<div class=inner>{f'<p>{LONG}</p>{picture}' * 3}<p>{OTHER}</p></div>"
    assert article_of(read(f"<article><h1>Bridge to be mended</h1>{body}</article>")) == [
        "Bridge to be mended",
        *[LONG] * 3,
        OTHER,
    ]


@pytest.mark.parametrize("name", ["follow-appeal", "c-Follow__box"])
def test_a_request_to_follow_the_paper_is_not_read(name: str) -> None:
    request = f"<div class='{name}'><div class=words>Do not miss a story. Follow the Planet!</div></div>"
    page = f"<article><h1>Bridge to be mended</h1>{request}<p>{PARAGRAPH}</p><p>{OTHER}</p></article>"
    assert article_of(read(page)) == ["Bridge to be mended", PARAGRAPH, OTHER]


def test_a_caption_above_the_article_in_one_box_with_its_picture_is_no_summary() -> None:
    picture = f"<div class=inline-photo><img><br>{PARAGRAPH}</div>"
    page = f"<h1>Bridge to be mended</h1><div class=body>{picture}<article>{f'<p>{LONG}</p>' * 3}</article></div>"
    assert article_of(read(page)) == ["Bridge to be mended", LONG, LONG, LONG]


def test_a_heading_beside_the_day_names_no_author() -> None:
    menu = "<div><h2>Jane Bay Harbour</h2></div><p>February 9, 2024</p>"
    page = f"{menu}<h1>Bridge to be mended</h1><p>{PARAGRAPH}</p><p>{OTHER}</p>"
    assert segment(read(page)).metadata.authors == ()


def test_an_empty_box_before_the_byline_hides_no_author() -> None:
    boxes = (
        "<div><div><div class=author> <i> </i> <i> </i> <i> </i> </div></div></div>"
        "<div><div><div class=byline>By <a>Jane Doe</a></div></div></div>"
    )
    page = f"<h1>Bridge to be mended</h1>{boxes}<p>{PARAGRAPH}</p><p>{OTHER}</p>"
    assert read(page).metadata.authors == ("Jane Doe",)


CAPTION = "The bridge seen from the upper deck of the ferry"


@pytest.mark.parametrize(
    "picture",
    [
        f"<p><img></p><p style='text-align: center'>{CAPTION}.</p>",
        f"<p><img></p><p><em>{CAPTION}.</em></p>",
        f"<p><img><br><em>{CAPTION}.</em></p>",
        f"<p><img><br>{CAPTION}</p>",
        f"<p><img></p><p><small>{CAPTION}.</small></p>",
        f"<p><a href=large.jpg><img></a><noscript><img></noscript></p><h6>{CAPTION}.</h6>",
        f"<p><img></p><p><span style='color:#999;font-size:12px'>{CAPTION}.</span></p>",
        f"<p><img></p><p class=foto-tekst>{CAPTION}.</p>",
    ],
)
def test_a_few_words_under_a_picture_set_unlike_the_paragraphs_are_not_read(picture: str) -> None:
    page = f"<div class=body><p>{LONG}</p>{picture}<p>{OTHER}</p><p>{LONG}</p></div>"
    assert article_of(read(f"<article><h1>Bridge to be mended</h1>{page}</article>")) == [
        "Bridge to be mended",
        LONG,
        OTHER,
        LONG,
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        f"<p><img></p><p>{OTHER}</p>",
        f"<p><img>{OTHER}</p>",
        f"<p><img width=16></p><p><em>{OTHER}</em></p>",
        f"<p><em>{OTHER}</em></p><p><img></p><p><em>{PARAGRAPH}</em></p>",
        f"<p>{PARAGRAPH}<img></p><p><em>{OTHER}</em></p>",
    ],
)
def test_a_paragraph_under_a_picture_is_read(paragraphs: str) -> None:
    page = read(f"<article><h1>Bridge to be mended</h1><p>{LONG}</p>{paragraphs}<p>{LONG}</p></article>")
    assert OTHER in article_of(page)


def test_pictures_with_a_credit_each_make_no_gallery_of_the_paragraphs_between() -> None:
    picture = "<figure><img><figcaption>Picture by Ann Ag</figcaption></figure>"
    paragraphs = [
        PARAGRAPH,
        OTHER,
        "The work begins in March and takes a year, with one lane open to cars at night.",
    ]
    body = "".join(f"{picture * 2}<p>{text}</p>" for text in paragraphs)
    page = f"<article><h1>Bridge to be mended</h1><p>It is cracked in two places.</p>{body}</article>"
    assert spoken(page)[2:] == paragraphs


def test_a_long_quotation_that_the_paragraph_above_has_too_is_said_once() -> None:
    long = f"{LONG} {OTHER}"
    page = f"<p>{PARAGRAPH}</p><p>“{long}” said Bo Ek.</p><blockquote>{long}</blockquote><p>{PARAGRAPH[:-1]}!</p>"
    said = spoken(f"<article><h1>Bridge to be mended</h1>{page}</article>")
    assert sum(long in text for text in said) == 1


def test_notes_to_editors_are_not_read() -> None:
    notes = "<h2>Notes to editors</h2><ul><li>Pictures of the bridge can be had from the council.</li></ul>"
    page = f"<article><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p><p>{OTHER}</p>{notes}</article>"
    assert spoken(page)[-1] == OTHER


def test_a_summary_set_as_a_heading_with_most_of_the_titles_words_is_not_the_headline() -> None:
    head = "<meta property='og:title' content='Council votes to mend the bridge'>"
    summary = "<h2>The council votes to mend the old bridge</h2>"
    top = "<div><h1>Council votes to mend the bridge</h1></div>"
    page = f"{head}{top}<div>{summary}<p>{PARAGRAPH}</p><p>{OTHER}</p></div>"
    assert segment(read(page)).headline == "Council votes to mend the bridge"


RULES = "<ul><li>Walk in the middle.</li><li>Keep dogs on a lead.</li><li>Leave your horse at home.</li></ul>"
TITLES = "<ul><li>Ferry to sail in May again</li><li>Mill sold to a young baker</li></ul>"


@pytest.mark.parametrize(
    ("box", "last"),
    [
        (f"<div><h3>The rules</h3>{RULES}</div>", "• Leave your horse at home."),
        (
            f"<section><h2>The rules</h2><p>They are short.</p>{RULES}</section>",
            "• Leave your horse at home.",
        ),
        (f"<div><p>The rules:</p>{RULES}</div>", "• Leave your horse at home."),
        (
            "<details><summary>Who pays?</summary><p>The county and the two towns at its ends.</p></details>",
            "The county and the two towns at its ends.",
        ),
    ],
)
def test_a_short_list_with_a_heading_in_a_wrapper_is_read(box: str, last: str) -> None:
    page = f"<article><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p>{box}<p>{OTHER}</p></article>"
    said = spoken(page)
    assert said[-2:] == [last, OTHER]
    assert "The rules:" in said or "The rules:" not in box


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h3>Also in the Planet</h3>{TITLES}</div>",
        f"<div><h3>Become a member</h3>{RULES}<button>Join</button></div>",
        f"<div><h3>Become a member</h3>{RULES}<a href=/join>Join now.</a></div>",
        "<div><h3>Our morning letter</h3><p>What the town talks about, each day at seven.</p></div>",
        "<details><summary>Share</summary><p>Copy the address</p></details>",
    ],
)
def test_a_box_that_offers_something_else_is_not_read(box: str) -> None:
    page = f"<article><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p>{box}<p>{OTHER}</p></article>"
    assert spoken(page) == ["Bridge to be mended", PARAGRAPH, OTHER]


@pytest.mark.parametrize(
    "below",
    [
        f"<div id=c><h3>2 comments</h3><p><b>Bo</b> said: {LONG}</p><p>Lovely!</p></div>",
        f"<div><div><h3>Kommentare (2)</h3></div><div><p>{LONG}</p></div></div>",
        f"<h4>2 comments</h4><p>{LONG}</p><p>Lovely to hear this!</p>",
    ],
)
def test_what_stands_below_a_count_of_comments_is_not_read(below: str) -> None:
    told = [PARAGRAPH, OTHER, f"{PARAGRAPH[:-1]}, as it had in May."]
    page = "".join(f"<p>{text}</p>" for text in told)
    assert spoken(f"<article><h1>Bridge to be mended</h1>{page}{below}</article>") == [
        "Bridge to be mended",
        *told,
    ]


def test_a_count_of_comments_above_the_first_paragraph_ends_nothing() -> None:
    top = "<h1>Bridge to be mended</h1><h4>2 comments</h4>"
    page = f"<article>{top}<p>{PARAGRAPH}</p><p>{OTHER}</p><p>{LONG}</p></article>"
    assert spoken(page)[-1] == LONG


@pytest.mark.parametrize("end", ["</html>", "</body></html>", "</div></body>"])
def test_what_follows_an_early_end_of_the_page_is_read(end: str) -> None:
    page = f"<html><body><div><ul><li>Home</li></ul>{end}<div><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p>"
    assert spoken(f"{page}<p>{OTHER}</p></div></body></html>") == ["Bridge to be mended", PARAGRAPH, OTHER]


def test_what_is_linked_is_not_counted_with_the_indents_of_the_source() -> None:
    wide = " " * 30
    link = (
        f"<a href=/plan>a plan\n{wide}to mend the old\n{wide}bridge and two\n{wide}others before winter.</a>"
    )
    last = f"A week earlier, the council had published\n{wide}{link}"
    page = f"<h1>Bridge to be mended</h1><div><p>{PARAGRAPH}</p><p>{OTHER}</p><p>{last}</p></div>"
    assert (
        spoken(page)[-1]
        == "A week earlier, the council had published a plan to mend the old bridge and two others before winter."
    )


def test_a_headline_over_several_lines_that_only_the_window_says_in_one_is_found() -> None:
    text = "市议会星期二经过长时间辩论，决定在冬天到来之前修复旧城的石桥，并请人检查另外三座桥。"
    head = "<p><b>海滨市议会<br>关于旧桥在冬天之前<br>修复的决议</b><br>（2月9日第三次会议通过）</p>"
    page = (
        f"<title>海滨市议会关于旧桥在冬天之前修复的决议__公报_海滨市</title>{head}<p>{text}</p><p>{text}</p>"
    )
    assert read(page).title == "海滨市议会 关于旧桥在冬天之前 修复的决议"


@pytest.mark.parametrize(
    "mark",
    [
        '<a class=anchor href="#footnote-1">1</a>',
        '<a href="#_ftn1" name="_ftnref1">[1]</a>',
        '<a class=x href="#fn:a">*</a>',
        '<a href="https://planet.example/p/bridge#footnote-1-1897">1</a>',
        '<a href="#f7">*7</a>',
        "<sup>7</sup>",
        "<span class='icon icon-white'>S</span>",
        "<i class=material-icons>arrow_forward</i>",
    ],
)
def test_marks_of_notes_and_signs_for_the_eye_are_not_read(mark: str) -> None:
    page = f"<h1>Bridge to be mended</h1><div><p>{PARAGRAPH}{mark}</p><p>{OTHER}</p></div>"
    assert spoken(page) == ["Bridge to be mended", PARAGRAPH, OTHER]


@pytest.mark.parametrize("link", ["<a href='#rules'>1</a>", "<a href=/notes>Note</a>", "<span>S</span>"])
def test_links_that_are_words_of_the_text_are_read(link: str) -> None:
    page = f"<h1>Bridge to be mended</h1><div><p>{PARAGRAPH}</p><p>{OTHER[:-1]}, see {link}.</p></div>"
    assert spoken(page)[-1][-2] in "1eS"


@pytest.mark.parametrize("sign", "#¶§")
def test_the_sign_behind_a_heading_that_links_to_it_is_not_read(sign: str) -> None:
    part = f"<h3>A long argument <a href='/bridge#argument'>{sign}</a></h3><p>{LONG}</p>"
    page = read(f"<article><h1>Bridge to be mended</h1><p>{LONG}</p>{part}</article>")
    assert "A long argument" in article_of(page)


@pytest.mark.parametrize(
    "name", ["the <x-company id=7>Planet Works</x-company> of", "<x-sum>12</x-sum> million to"]
)
def test_an_element_of_the_systems_own_amid_a_sentence_breaks_no_paragraph(name: str) -> None:
    page = (
        f"<h1>Bridge to be mended</h1><div><p>{PARAGRAPH}</p><p>The county gave {name} the bridge.</p></div>"
    )
    assert spoken(page)[-1].startswith("The county gave ")
    assert spoken(page)[-1].endswith(" the bridge.")


def test_an_item_that_holds_the_whole_article_is_none_of_a_list() -> None:
    item = f"<li class=main><h3>Bridge to be mended</h3><div><p>{LONG}</p><p>{LONG}</p></div></li>"
    page = read(f"<title>Bridge to be mended</title><ul><li>Home</li>{item}</ul>")
    assert kinds_of(page)[LONG] == "text"


def test_a_line_in_bold_is_a_heading_in_a_script_without_spaces_too() -> None:
    text = "市议会星期二经过长时间辩论，决定在冬天到来之前修复旧城的石桥，并请人检查另外三座桥。"
    page = f"<h1>旧桥将修复</h1><div><p>{text}</p><p><b>长时间的辩论</b></p><p>{text}</p></div>"
    assert kinds_of(read(page))["长时间的辩论"] == "heading"


def test_the_heading_of_a_box_of_links_is_not_read() -> None:
    links = "<ul><li><a href=#comments>Write a comment</a></li><li><a href=/mail>Send it to a friend</a></li></ul>"
    box = f"<div class=module><h2>What to do with it</h2>{links}</div>"
    body = f"<div><p>{PARAGRAPH}</p>{box}<p>{OTHER}</p><div><h2>A long argument</h2></div><p>{LONG}</p></div>"
    article = article_of(read(f"<h1>Bridge to be mended</h1>{body}"))
    assert article == ["Bridge to be mended", PARAGRAPH, OTHER, "A long argument", LONG]


def test_a_small_heading_is_the_headline_where_there_is_no_larger_one() -> None:
    head = "<title>News - Planet</title><div><h5>The old bridge is mended before winter comes</h5></div>"
    page = f"{head}<div><p>{PARAGRAPH}</p><p>{OTHER}</p><p>{LONG}</p></div>"
    assert segment(read(page)).headline == "The old bridge is mended before winter comes"


def test_a_chinese_site_that_only_the_window_names_is_no_author() -> None:
    head = "<title>旧桥将于春天修复_星城财经</title><meta name=author content=星城>"
    assert read(f"{head}<h1>旧桥将于春天修复</h1><p>{PARAGRAPH}</p>").metadata.authors == ()


def test_a_few_words_under_every_picture_set_as_the_paragraphs_are_are_not_read() -> None:
    captions = ["The bridge.", "The crack, seen from a boat.", "The mayor's house.", "A diver at work."]
    body = "".join(f"<p>{LONG}</p><p><img></p><p>{caption}</p><p>{PARAGRAPH}</p>" for caption in captions)
    page = f"<article><h1>Bridge to be mended</h1>{body}<p>It was a hard year.</p><p>{OTHER}</p></article>"
    article = article_of(read(page))
    assert article[-2:] == ["It was a hard year.", OTHER]
    assert not {*article} & {*captions}


def test_short_answers_amid_pictures_are_read() -> None:
    answers = ["Nobody knows.", "That is not so.", "It was the ice.", "We looked, and saw none."]
    body = "".join(f"<p>{LONG}</p><p><img></p><p>{answer}</p><p>Why not?</p>" for answer in answers)
    page = f"<article><h1>Bridge to be mended</h1>{body}<p>{OTHER}</p></article>"
    assert {*answers} < {*article_of(read(page))}


@pytest.mark.parametrize("name", ["footnote", "tooltip-text", "sidenote"])
def test_a_note_that_pops_up_amid_a_sentence_is_not_read(name: str) -> None:
    note = f"<span class={name}>The old bridge fell in the storm of 1981.</span>"
    page = f"<p>The new bridge, <span class=footnoteLink>like the old{note}</span>, is of stone and has two arches.</p>"
    said = spoken(f"<h1>Bridge to be mended</h1><div><p>{PARAGRAPH}</p>{page}</div>")
    assert said[-1] == "The new bridge, like the old, is of stone and has two arches."


def test_what_announces_a_quotation_is_no_heading() -> None:
    quoted = "<p>The historian writes:</p><blockquote><p>Bridges were never about money, but lights.</p></blockquote>"
    article = segment(
        read_html(f"<h1>Bridge to be mended</h1><p>{PARAGRAPH}</p>{quoted}<p>{OTHER}</p>".encode(), "x", None)
    )
    assert [section.title for section in article.sections] == [None, None]
    assert "The historian writes:" in article.sections[1].paragraphs


def test_the_sources_of_a_digest_make_no_captions_of_its_lines() -> None:
    told = (
        "The port opens again on Sunday",
        "The ferry is late",
        "The mill is sold",
        "The quay is wet",
        "It rains",
    )
    outlets = ("Reuters", "AP", "AFP", "Daily Planet", "Getty Images")
    lines = [f"{line}. ({outlet})" for line, outlet in zip(told, outlets, strict=True)]
    body = "".join(f"<p>{line}</p>" for line in lines)
    assert (
        spoken(f"<h1>Bridge to be mended</h1><div><p>{PARAGRAPH}</p>{body}<p>{OTHER}</p></div>")[2:-1]
        == lines
    )


LAST = "The ferry will sail again when the works are done, in May, unless there is ice on the river, the town says."


def test_what_all_may_read_before_they_pay_is_read() -> None:
    """Some papers call it the teaser of the rest."""
    free = f"{_body(LONG)}{_body(LAST.replace('The ferry', '<a href=/ferry>The ferry</a>'))}"
    told = "The old bridge has been shut since the storm of 1981, when two arches of it fell into the river at night."
    rest = [4 * f"{told} ".replace("bridge", word) for word in ("bridge", "quay", "mill", "road", "tower")]
    page = (
        f"<main><h1>Bridge to be mended</h1><article><div><div class=teaser-content>{free}</div>"
        f"<div class=remainder-content>{''.join(map(_body, rest))}</div></div></article></main>"
    )
    assert spoken(page) == ["Bridge to be mended", LONG, LAST, *map(str.strip, rest)]


def _body(text: str) -> str:
    return f"<div class=article-body><p>{text}</p></div>"


def test_a_paragraph_above_a_post_that_markup_holds_is_not_its_text() -> None:
    told = "At 10.14 the moose was out on the grass."
    post = "<blockquote class=instagram-media><p><a href=x>A post shared by The Mill (@themill)</a></p></blockquote>"
    page = f"<article><h1>Bridge to be mended</h1><p>{LONG}</p><p>{told}</p>{post}<p>{LAST}</p></article>"
    assert spoken(page) == ["Bridge to be mended", LONG, told, LAST]


def test_neither_the_label_of_a_summary_nor_the_title_of_a_video_is_read() -> None:
    points = "<ul><li>The bridge will be mended.</li><li>The council voted for it on Tuesday night.</li></ul>"
    video = "<div><p>See the crane lift the bridge</p><p>1:04</p></div>"
    page = (
        "<article><h1>Bridge to be mended</h1><h2>What you need to know:</h2>"
        f"{points}{video}<p>{LONG}</p><p>{LAST}</p></article>"
    )
    said = spoken(page)
    assert "• The bridge will be mended." in said
    assert not {"What you need to know:", "See the crane lift the bridge", "1:04"} & {*said}


def test_who_says_what_stands_in_large_type_is_not_read() -> None:
    said = "It is a beautiful bridge. Nobody wants to pay for it."
    pulled = f"<blockquote><p>{said}</p></blockquote><p>Council diplomat</p>"
    quoted = f"“{said}” So it goes."
    page = f"<article><h1>Bridge to be mended</h1><p>{LONG}</p><p>{quoted}</p>{pulled}<p>{LAST}</p></article>"
    assert spoken(page) == ["Bridge to be mended", LONG, quoted, LAST]


def test_a_site_that_is_called_by_its_address_wrote_nothing() -> None:
    meta = "<meta property=og:site_name content=Planet-Coast.fr><meta name=author content=Planet-Coast>"
    signed = (
        "<span itemprop=author>Planet-Coast <a href=/redaction/jane-doe/>Jane Doe</a>, Studio Ostend</span>"
    )
    page = read(
        f"{meta}<article><h1>Bridge to be mended</h1>{signed}<p>{PARAGRAPH}</p><p>{LAST}</p></article>"
    )
    assert page.metadata.authors == ("Jane Doe",)


def test_a_colon_of_its_own_between_kicker_and_headline_stands_behind_the_kicker() -> None:
    kicked = "<h2>\n<span>Rail in Ostend</span>\n<span class=hidden>:</span>\n<span>Trains stand still</span>\n</h2>"
    said = spoken(f"<article>{kicked}<p>{LONG}</p><p>{LAST}</p></article>")
    assert said[0] == "Rail in Ostend: Trains stand still"


def test_who_writes_for_a_site_is_named_beside_the_article_and_did_not_write_it() -> None:
    signed = '<div class="meta"><a href="/muhabir/jane-doe">Jane Doe</a></div>'
    aside = '<aside><a href="/x"><span class="author-name">Bo Ek</span></a></aside>'
    told = "<p>The port of Ostend was shut on Friday after a storm tore two cranes from their rails.</p>" * 3
    page = "<html><body><h1>Storm shuts port</h1>{}{}{}</body></html>"
    for shown, author in ((signed, "Jane Doe"), ("", "Bo Ek")):
        html = page.format(shown, told, aside)
        assert read_html(html.encode(), "page.html", None).metadata.authors == (author,)
