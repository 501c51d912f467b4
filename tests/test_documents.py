"""Documents an author wrote, in Markdown or as a book: no page surrounds them, so nothing of theirs is left out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.model import Article
from narrator.reading import read_pages
from narrator.segment import segment

HEAD = "Council agrees plan for the old harbour"
OPENING = "The council agreed a plan for the old harbour on Monday night after three hours, the mayor said."
LAST = "Nobody voted against the plan."
STANDING_BETWEEN = {
    "list": "- Build a new bridge\n- Close the old mill\n- Plant 200 trees",
    "tight list": "1. Bridge\n2. Mill\n3. Trees\n4. Quay\n5. Crane\n6. Lock\n7. Dyke",
    "table": "| Party | Seats |\n|---|---|\n| Labour | 12 |\n| Greens | 3 |",
    "quote": "> We have waited.\n\n> Too long.",
    "code": "```\nmake harbour\n```",
    "picture": "![The harbour](harbour.jpg)",
    "rule": "***",
}


@pytest.mark.parametrize("between", STANDING_BETWEEN.values(), ids=STANDING_BETWEEN.keys())
def test_a_short_section_below_what_is_no_paragraph_is_read(between: str) -> None:
    article = read(f"# {HEAD}\n\n{OPENING}\n\n{between}\n\n## What now\n\n{LAST}\n")
    assert (article.sections[-1].title, article.sections[-1].paragraphs) == ("What now", (LAST,))


MARKS = """---
title: Council agrees plan for the old harbour
description: A plan that nobody voted against was agreed on Monday night, after three long hours of talk.
---

<!-- to be checked: is it three hours? -->

The council agreed a plan for the old harbour on Monday night after three hours, the mayor said.

> We have waited.
>
> Too long.

| Party | Seats |
|-------|-------|
| Labour | 12 |

***

<div><p>Nobody voted against the plan.</p><p>It will be built.</p></div>

What now
--------

![The harbour](harbour.jpg)
"""


def test_every_line_of_markdown_is_in_exactly_one_place() -> None:
    article = read(MARKS)
    placed = [line for part in (*article.sections, *article.omitted) for line in part.lines]
    assert sorted(placed) == [n for n, line in enumerate(MARKS.splitlines(), 1) if line.strip()]
    assert article.headline == HEAD
    assert said(article)[:2] == [HEAD, OPENING]


def test_a_short_paragraph_above_a_long_list_is_read() -> None:
    items = "\n".join(f"- Point {n}" for n in range(12))
    article = read(f"# {HEAD}\n\nThree points.\n\n{items}\n\n{OPENING}\n")
    assert "Three points." in said(article)
    assert sum(text.startswith("• Point") for text in said(article)) == 12


@pytest.mark.parametrize(
    "text",
    [
        "Follow the river upstream for two miles and you come to the mill that the plan would close.",
        "In this picture of the harbour nobody is at work, and the crane stands still.",
        "A worker walks past a crane on the quay on Friday.",
        "It was a no…",
        "Why?",
        "Three things:",
        "Jane Doe is a writer who lived here for years, and her books tell of the harbour.",
    ],
)
def test_what_would_be_furniture_on_a_page_is_the_authors_own_here(text: str) -> None:
    assert text in said(read(f"# {HEAD}\n\n{OPENING}\n\n{text}\n\n{OPENING[:-1]} again.\n\n{text} So.\n"))


def test_key_points_are_a_heading_like_any_other() -> None:
    article = read(f"# {HEAD}\n\n## Key points\n\n- One bridge\n- No mill\n\n## Related\n\n{OPENING}\n")
    assert [section.title for section in article.sections] == [None, "Key points", "Related"]


def test_author_and_date_below_the_headline_are_not_read() -> None:
    article = read(f"# {HEAD}\n\nBy Jane Doe\n\nJanuary 27, 2023\n\n{OPENING}\n\nMay 1, 2024\n\n{LAST}\n")
    assert said(article) == [HEAD, OPENING, "May 1, 2024", LAST]
    assert article.metadata.authors == ("Jane Doe",)


def test_many_headings_of_the_first_level_are_sections_under_the_title() -> None:
    article = read(f"---\ntitle: {HEAD}\n---\n\n# The plan\n\n{OPENING}\n\n# The cost\n\n{LAST}\n")
    assert article.headline == HEAD
    assert [section.title for section in article.sections] == [None, "The plan", "The cost"]


def test_boxes_of_a_list_of_tasks_are_not_said() -> None:
    article = read(f"# {HEAD}\n\n{OPENING}\n\n- [ ] Build a bridge\n- [x] Close the mill\n")
    assert said(article)[-2:] == ["• Build a bridge", "• Close the mill"]


_PARAGRAPHS = st.sampled_from(
    [OPENING, LAST, "So it goes.", "Why not?", "Two words", "More:", "Share the road."]
)
_BLOCKS = st.lists(
    _PARAGRAPHS
    | st.sampled_from(list(STANDING_BETWEEN.values()))
    | st.sampled_from(["## Background", "## What now", "### Photo credits", "## Read more"]),
    max_size=14,
)


@settings(deadline=None, max_examples=80)
@given(_BLOCKS)
def test_only_pictures_code_and_tables_are_left_out(blocks: list[str]) -> None:
    numbered = [
        f"{text} {n}" if text[-1].isalpha() and "\n" not in text else text for n, text in enumerate(blocks)
    ]
    article = read("\n\n".join([f"# {HEAD}", *numbered, OPENING]))
    left_out = {one.text for one in article.omitted if one.reason not in ("caption", "table")}
    assert {text for text in left_out if any(map(str.isalnum, text))} <= {"make harbour"}


def test_a_chapter_of_a_book_is_read_to_its_last_line(tmp_path: Path) -> None:
    container = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
    package = (
        '<package><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    items = "".join(f"<li>Point {n}</li>" for n in range(9))
    chapter = f"<html><body><h1>{HEAD}</h1><p>{OPENING}</p><p>{OPENING[:-1]} twice.</p><ul>{items}</ul><p>{LAST}</p>"
    with zipfile.ZipFile(tmp_path / "b.epub", "w") as archive:
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("b.opf", package)
        archive.writestr("a.xhtml", chapter + "</body></html>")
    (page,) = read_pages(str(tmp_path / "b.epub"), root=tmp_path)
    assert said(segment(page))[-1] == LAST


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: {HEAD}\n---\n\n{OPENING}\n",
        f"# {HEAD}\n\n{OPENING}\n",
        f"\n{OPENING}\n\n## What now\n\n{LAST}\n\n## And then\n\n{LAST} Really.\n",
    ],
    ids=["front matter", "heading", "headings"],
)
@pytest.mark.parametrize("name", ["-", "a.txt", "a"])
def test_markdown_is_known_by_its_content(tmp_path: Path, name: str, text: str) -> None:
    source = name if name == "-" else str(tmp_path / name)
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "a").write_text(text)
    (page,) = read_pages(source, root=tmp_path, data=text.encode())
    assert not any(mark in line for line in said(segment(page)) for mark in ("#", "---", "title:"))


@pytest.mark.parametrize(
    "text",
    [f"#1 in the charts\n\n{OPENING}", f"#harbour #plan\n{OPENING}", f"---\n\n{OPENING}\n\n---\n\n{LAST}"],
    ids=["number", "hash tags", "rules"],
)
def test_other_text_is_not_taken_for_markdown(tmp_path: Path, text: str) -> None:
    (page,) = read_pages("-", root=tmp_path, data=text.encode())
    assert page.origin == "text"


@pytest.mark.parametrize(
    "front", ["---\ntitle: A\ndate: {}\n---\n", '+++\ntitle = "A"\ndate = {}\n+++\n'], ids=["yaml", "toml"]
)
@pytest.mark.parametrize("date", ["2024-02-30", "2024-13-01T10:00:00Z"])
def test_a_date_that_never_was_is_no_date(tmp_path: Path, front: str, date: str) -> None:
    (page,) = read_pages("-", root=tmp_path, data=(front.format(date) + OPENING).encode())
    assert (page.title, page.metadata.date) == ("A", None)


def read(text: str) -> Article:
    from narrator.reading.markdown import read_markdown

    return segment(read_markdown(text.encode(), "a.md", "a.md"))


def said(article: Article) -> list[str]:
    return [text for section in article.sections for text in (section.title, *section.paragraphs) if text]


def test_a_numbered_list_keeps_its_numbers() -> None:
    article = read(f"# {HEAD}\n\n{OPENING}\n\n3. Bridge\n\n   It will be red.\n1. Mill\n\n{LAST}\n")
    assert article.sections[1].paragraphs == (OPENING, "3. Bridge", "• It will be red.", "4. Mill", LAST)


COPIED = (
    "[Skip to content](#main)\n\n[![Tern Gazette](/logo.png)](/)\n\n"
    + "".join(
        f"* [{name}](/{name.lower()})\n" for name in ("Harbour", "Sport", "Weather", "Tides", "Letters")
    )
    + "\n# Harbour gets its crane back\n\nBy [Ada Finch](/by/ada)\n\nMay 3, 2021\n\n"
    "The crane that fell into the [harbour](/harbour) in March stands again, the harbour board said on Monday.\n\n"
    "It will be used from June, and ships of the ferry company can be unloaded in half the time, the board said.\n\n"
    "Nobody was hurt when it fell. A second crane will be ordered in May, according to the board's chairman.\n\n"
    + "".join(
        f"* [{title}](/news)\n" for title in ("Herring is dear again", "Mole to be painted", "Ferry late")
    )
    + "\n[Privacy](/privacy) | [Imprint](/imprint)\n"
)


def test_a_whole_page_in_markdown_is_read_like_one_that_was_copied() -> None:
    article = read(COPIED)
    assert article.headline == "Harbour gets its crane back"
    assert [len(section.paragraphs) for section in article.sections[1:]] == [3]
    assert article.metadata.authors == ("Ada Finch",)


def test_links_that_end_an_article_in_markdown_are_its_authors() -> None:
    own = "# Cranes\n\nWe looked at cranes for a week, and liked these.\n\n" + "".join(
        f"* [The crane of {town}](https://{town}.example/)\n" for town in ("ostend", "gent", "delft", "tielt")
    )
    article = read(own)
    assert "• The crane of delft" in article.sections[1].paragraphs


CLIPPED = """---
title: "Harbour gets its crane back"
source: "https://tern.example/news/crane"
author:
  - "[[Ada Finch]]"
published: 2024-05-01
---
The crane that fell into the harbour in March stands again, the harbour board said on Monday.

It will be used from June, and ships can be unloaded in half the time, the board said.

Sign up for our newsletter

Nobody was hurt when it fell. A second crane will be ordered in May, according to the board's chairman.

Read more: Herring is dear again
"""


def test_a_clipped_page_is_read_like_the_page_it_was_clipped_from() -> None:
    article = read(CLIPPED)
    assert [len(section.paragraphs) for section in article.sections] == [1, 3]
    assert article.metadata.authors == ("Ada Finch",)
    assert article.metadata.url == "https://tern.example/news/crane"


def test_the_same_words_are_the_authors_where_no_page_is_named() -> None:
    article = read(CLIPPED.replace("source:", "stand:"))
    assert [len(section.paragraphs) for section in article.sections] == [1, 5]


@pytest.mark.parametrize(
    "points",
    [
        ["Books renew themselves up to six times.", "Lost ones must be paid for.", "It starts on 1 October."],
        ["Ada Finch, harbour master", "Olaf Berg, engineer of the harbour board"],
    ],
    ids=lambda points: points[0],
)
def test_points_of_a_clipped_list_are_no_captions(points: list[str]) -> None:
    told, last = CLIPPED.split("Sign up for our newsletter")
    quoted = '> "It leans, and Olaf Berg and Ada Finch know it," said the mayor, who runs the 19 harbours.'
    listed = "".join(f"- {point}\n" for point in points)
    article = read(f"{told}{quoted}\n\n{listed}{last}")
    assert [line for line in said(article) if line.startswith("•")] == [f"• {point}" for point in points]
