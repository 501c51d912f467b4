"""What a user may name as a source, and what comes of it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from narrator.errors import SourceError
from narrator.model import Page
from narrator.reading import find_sources, read_pages
from tests.conftest import Call
from tests.permissions import binding

PARAGRAPH = (
    "The council met on Tuesday and voted, after a long debate, to mend the bridge before winter comes."
)
PAGE = f"<!doctype html><html lang=en><title>Bridge</title><h1>Bridge to be mended</h1><p>{PARAGRAPH}</p>"


def read(source: Path | str, root: Path, stdin: bytes | None = None) -> tuple[Page, ...]:
    return read_pages(str(source), root=root, data=stdin)


def test_reading_loads_nothing_heavy_before_it_must() -> None:
    heavy = "{'lxml', 'urllib3', 'markdown_it', 'yaml'}"
    code = f"import sys, narrator.reading; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_folder_becomes_its_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.HTML", ".hidden.txt", ".git/x.txt", "picture.png", "deep/d.epub"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    found = [Path(source).relative_to(tmp_path).as_posix() for source in find_sources(str(tmp_path))]
    assert found == ["a.md", "b.txt", "deep/c.HTML", "deep/d.epub"]


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_text("x")
    with pytest.raises(SourceError, match="no articles") as caught:
        find_sources(str(tmp_path))
    assert str(tmp_path) in caught.value.message


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "a.txt").write_text("x")
    assert find_sources(str(tmp_path)) == (str(tmp_path / "a.txt"),)
    with pytest.raises(SourceError) as caught:
        find_sources(str(tmp_path / "self"))
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("source", ["-", "https://news.example/a", "http://news.example"])
def test_addresses_and_standard_input_are_themselves(source: str) -> None:
    assert find_sources(source) == (source,)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    for action in (find_sources, lambda source: read(source, tmp_path)):
        with pytest.raises(SourceError, match=r"gone\.txt: no such file"):
            action(str(tmp_path / "gone.txt"))


def test_no_source_is_not_the_folder_one_stands_in() -> None:
    with pytest.raises(SourceError, match="empty"):
        find_sources("")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_read_once(narrator: Call, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    told = b"The mill opens\n\n" + b"The town opens its old mill. " * 9
    with ThreadPoolExecutor(1) as writer:
        writer.submit((tmp_path / "pipe").write_bytes, told)
        (answer,) = narrator("segment", tmp_path / "pipe", "--json").objects
    assert answer["headline"] == "The mill opens"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("x")
    assert find_sources(str(tmp_path)) == (str(tmp_path / "a.txt"),)


def test_a_file_that_may_not_be_read_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    file.chmod(0)
    with binding(), pytest.raises(SourceError, match="permission denied"):
        read(file, tmp_path)


@pytest.mark.parametrize("mode", [0, 0o444])
def test_a_folder_that_may_not_be_read_stops_no_other(narrator: Call, tmp_path: Path, mode: int) -> None:
    for name in ("a.txt", "locked/b.txt", "open/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The mill opens\n\n" + "The town opens its old mill. " * 9)
    (tmp_path / "locked").chmod(mode)
    with binding():
        answer = narrator("segment", tmp_path, "--json")
    (tmp_path / "locked").chmod(0o755)
    assert answer.code == 1
    assert [Path(each["source"]).name for each in answer.objects if "error" not in each] == ["a.txt", "c.txt"]
    assert answer.err.startswith(f"narrator: {tmp_path}/locked")
    assert answer.err.endswith(": permission denied\n")


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.epub", "a"])
def test_what_holds_no_text_is_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read(tmp_path / name, tmp_path)
    assert name in caught.value.message
    assert "\n" not in caught.value.message


def test_a_web_page_is_known_by_its_content_whatever_it_is_called(tmp_path: Path) -> None:
    for name in ("saved.txt", "saved", "saved.html"):
        (tmp_path / name).write_text(PAGE)
        (page,) = read(tmp_path / name, tmp_path)
        assert page.title == "Bridge to be mended"
    (page,) = read("-", tmp_path, PAGE.encode())
    assert page.title == "Bridge to be mended"
    assert page.identity is None


def test_a_file_is_known_by_its_path_from_the_root(tmp_path: Path) -> None:
    file = tmp_path / "in" / "a.txt"
    file.parent.mkdir()
    file.write_text(PARAGRAPH)
    assert read(file, tmp_path)[0].identity == "in/a.txt"
    assert read(file, tmp_path / "elsewhere")[0].identity == file.as_posix()


MARKDOWN = f"""---
title: Bridge to be mended
author: [Jane Doe, Ali Öz]
date: 2024-02-09
lang: en-GB
canonical_url: https://news.example/bridge?utm_source=x
---

# Bridge to be mended

{PARAGRAPH} See [the plan](http://plan.example) and `bridge.dwg`.[^1]

![The bridge](bridge.jpg)
*The bridge on Friday*

> Mend it, or close it.

- Oak
- Larch

| Wood | Price |
|------|-------|
| Oak  | 9     |

```
rm -rf bridge
```

[^1]: So the minutes say.
"""


def test_markdown_gives_its_blocks_with_their_lines(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(MARKDOWN)
    (page,) = read(tmp_path / "a.md", tmp_path)
    front, rest = page.blocks[:7], page.blocks[7:]
    assert [block.lines for block in front if not block.main] == [(number,) for number in range(1, 8)]
    assert [(block.kind, block.text, block.lines, block.main) for block in rest] == [
        ("heading", "Bridge to be mended", (9,), True),
        ("text", f"{PARAGRAPH} See the plan and bridge.dwg.", (11,), True),
        ("caption", "The bridge", (), True),
        ("caption", "The bridge on Friday", (13, 14), True),
        ("quote", "Mend it, or close it.", (16,), True),
        ("list_item", "Oak", (18,), True),
        ("list_item", "Larch", (19,), True),
        ("table", "Wood · Price", (21, 22), True),
        ("table", "Oak · 9", (23,), True),
        ("embed", "rm -rf bridge", (25, 26, 27), False),
        ("text", "So the minutes say.", (29,), False),
    ]


def test_front_matter_is_metadata(tmp_path: Path) -> None:
    (tmp_path / "yaml.md").write_text(MARKDOWN)
    toml = (
        f'+++\ntitle = "Bridge to be mended"\ndate = 2024-02-09\nauthors = ["Jane Doe"]\n+++\n\n{PARAGRAPH}\n'
    )
    (tmp_path / "toml.md").write_text(toml)
    (yaml,), (toml_page,) = read(tmp_path / "yaml.md", tmp_path), read(tmp_path / "toml.md", tmp_path)
    assert yaml.title == toml_page.title == "Bridge to be mended"
    assert yaml.metadata.date == toml_page.metadata.date
    assert yaml.metadata.authors == ("Jane Doe", "Ali Öz")
    assert yaml.identity == "https://news.example/bridge"
    assert toml_page.blocks[-1].lines == (7,)


def test_the_title_of_front_matter_is_the_heading_of_a_text_without_one(tmp_path: Path) -> None:
    (tmp_path / "bare.md").write_text(f"---\ntitle: Bridge to be mended\n---\n\n## The plan\n\n{PARAGRAPH}\n")
    (tmp_path / "own.md").write_text(f"---\ntitle: Bridges\n---\n\n# The bridge\n\n{PARAGRAPH}\n")
    (bare,), (own,) = read(tmp_path / "bare.md", tmp_path), read(tmp_path / "own.md", tmp_path)
    assert [(block.text, block.level) for block in bare.blocks if block.main][:2] == [
        ("Bridge to be mended", 1),
        ("The plan", 2),
    ]
    assert next(block.text for block in own.blocks if block.main) == "The bridge"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_numbers_hold_for_all_line_ends(tmp_path: Path, end: str) -> None:
    (tmp_path / "a.md").write_bytes(
        end.join(["---", "title: T", "---", "", "# One", "", "two", "", "three"]).encode()
    )
    (page,) = read(tmp_path / "a.md", tmp_path)
    assert [block.lines for block in page.blocks if block.main] == [(5,), (7,), (9,)]


def test_rules_at_the_head_are_no_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\n\n{PARAGRAPH}\n\n---\n\nEnd.\n")
    (page,) = read(tmp_path / "a.md", tmp_path)
    assert [block.text for block in page.blocks if block.main] == [PARAGRAPH, "End."]


NAMES = "---\na0: &a0 [x, y]\n" + "".join(f"a{i + 1}: &a{i + 1} [*a{i}, *a{i}]\n" for i in range(40))


@pytest.mark.parametrize(
    "text",
    [
        "---\na: [\n---\nx",
        "+++\na = \n+++\nx",
        f"+++\ntitle = {'1' * 5000}\n+++\nx",
        f"---\ntitle: 0x{'f' * 5000}\n---\nx",
        f"{NAMES}authors: *a40\n---\nx",
        ">" * 50_000 + "x",
        "[" * 50_000,
        "*a " * 50_000,
    ],
    ids=lambda text: text[:20],
)
def test_hostile_markdown_is_read_or_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text)
    with suppress(SourceError):
        assert read(tmp_path / "a.md", tmp_path)[0].blocks


CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>Bridges</dc:title><dc:creator>Jane Doe</dc:creator><dc:language>en</dc:language>
<dc:date>2024-02-09</dc:date>
</metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/ch%201.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/ch2.xhtml" media-type="application/xhtml+xml"/>
<item id="out" href="../../../etc/passwd" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="cover"/><itemref idref="nav"/>
<itemref idref="two"/><itemref idref="one"/><itemref idref="out"/></spine></package>"""


def chapter(title: str) -> str:
    return (
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>{title}</h1>'
        f"<p>{PARAGRAPH}</p><p><a id='x'/>{PARAGRAPH}</p></body></html>"
    )


def book(path: Path, **changes: str | bytes) -> Path:
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE,
        "OEBPS/nav.xhtml": chapter("Contents"),
        "OEBPS/cover.xhtml": chapter("Cover"),
        "OEBPS/text/ch 1.xhtml": chapter("One"),
        "OEBPS/text/ch2.xhtml": chapter("Two"),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (files | changes).items():
            archive.writestr(name, data)
    return path


def test_a_book_gives_its_chapters_in_reading_order(tmp_path: Path) -> None:
    pages = read(book(tmp_path / "b.epub"), tmp_path)
    assert [page.title for page in pages] == ["Two", "One"]
    assert [page.identity for page in pages] == [
        "b.epub#OEBPS/text/ch2.xhtml",
        "b.epub#OEBPS/text/ch 1.xhtml",
    ]
    assert [block.text for block in pages[0].blocks] == ["Two", PARAGRAPH, PARAGRAPH]
    assert pages[0].metadata.authors == ("Jane Doe",)
    assert pages[0].metadata.site == "Bridges"


@pytest.mark.parametrize(
    "changes",
    [
        {"META-INF/container.xml": "<x"},
        {"META-INF/container.xml": CONTAINER.replace("OEBPS/book.opf", "../../etc/passwd")},
        {"OEBPS/book.opf": "<package/>"},
        {"OEBPS/text/ch2.xhtml": b"<p>" + b"a" * 30_000_000},
    ],
)
def test_a_hostile_book_is_one_line(tmp_path: Path, changes: dict[str, str | bytes]) -> None:
    with pytest.raises(SourceError) as caught:
        read(book(tmp_path / "b.epub", **changes), tmp_path)
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_book_is_one_line(tmp_path: Path, method: int) -> None:
    with zipfile.ZipFile(tmp_path / "b.epub", "w", method) as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
    data = bytearray((tmp_path / "b.epub").read_bytes())
    data[60:75] = bytes(15)
    (tmp_path / "b.epub").write_bytes(data)
    with pytest.raises(SourceError, match="damaged"):
        read(tmp_path / "b.epub", tmp_path)


def test_entities_of_a_book_are_not_opened(tmp_path: Path) -> None:
    trick = '<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + PACKAGE.replace("Bridges", "&e;")
    pages = read(book(tmp_path / "b.epub", **{"OEBPS/book.opf": trick}), tmp_path)
    assert "root" not in (pages[0].metadata.site or "")


@pytest.mark.parametrize(
    "feed",
    [
        b'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title></channel></rss>',
        b'\xef\xbb\xbf<!-- made by hand -->\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title></feed>',
    ],
)
def test_a_feed_is_no_article(feed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "news.xml"
    file.write_bytes(feed)
    with pytest.raises(SourceError, match="a feed, not an article"):
        read(file, tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
def test_a_file_whose_name_is_not_utf_8_is_an_article_as_any_other(narrator: Call, tmp_path: Path) -> None:
    article = tmp_path / os.fsdecode(b"caf\xe9.txt")
    article.write_text("The café opens\n\n" + "The owners of the café open its doors on Friday. " * 4)
    answer = narrator("make", article, "--out", tmp_path / "o", "--voice", "tone", "--json", "--quiet")
    assert (answer.code, answer.err) == (0, "")
    assert answer.objects[0]["source"].endswith("caf\\xe9.txt")
