"""Columns, advice and blogs: articles that speak to their readers, of what pages speak to their readers about too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from narrator.model import Article
from narrator.reading.html import read_html
from narrator.reading.text import read_text
from narrator.segment import segment
from tests.conftest import ROOT

COLUMNS = {
    path.stem: path.read_text("utf-8") for path in (ROOT / "tests" / "articles" / "columns").glob("*.txt")
}
PROMPTS = (
    "Sign up for our weekly newsletter and get the best stories of the Planet in your inbox every Friday, for free.",
    "Subscribe to the Planet today and support independent journalism: your first month costs just £1 a month.",
)


def of_text(text: str) -> Article:
    return segment(read_text(text.encode(), "a.txt", None))


def of_page(text: str) -> Article:
    headline, *lines = text.splitlines()
    blocks = "".join(f"<p>{line}</p>" for line in lines if line)
    page = f"<title>{headline}</title><article><h1>{headline}</h1>{blocks}</article>"
    return segment(read_html(page.encode(), "a.html", None))


def told(article: Article) -> str:
    return "\n".join(text for section in article.sections for text in section.paragraphs)


def paragraphs(column: str) -> list[str]:
    """Those below the headline; the names of who wrote it are shorter."""
    return [line for line in column.splitlines()[1:] if len(line) > 50]


@pytest.mark.parametrize("read", [of_text, of_page])
@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
def test_a_column_that_speaks_to_its_readers_loses_no_paragraph(
    column: str, read: Callable[[str], Article]
) -> None:
    said = told(read(column))
    assert len(paragraphs(column)) > 7
    assert [line for line in paragraphs(column) if line not in said] == []


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("place", [4, -2], ids=["amid", "before the last two"])
def test_what_the_page_says_between_its_paragraphs_is_left_out(prompt: str, place: int) -> None:
    lines = COLUMNS["inbox"].strip().split("\n\n")
    lines.insert(place, prompt)
    assert prompt not in told(of_text("\n\n".join(lines)))


def test_notices_do_not_make_a_report_a_column() -> None:
    report = [
        "Storm shuts the port of Ostend for a week",
        "The port of Ostend was shut on Friday after a storm tore two cranes from their rails, its master said.",
        "We use cookies on this page so that you can see what your neighbours have read before you this week.",
        "The ferry to Ramsgate will not sail before Monday, and the fish market stays closed until Wednesday noon.",
        "If you have a story that we should tell, call our reporters on any day of the week before five o'clock.",
        "Nobody was hurt, but the crane driver had to be brought down by the fire brigade at two in the morning.",
        "Your account lets you read five stories a month, and your newsletter comes to your inbox on a Sunday.",
    ]
    said = told(of_text("\n\n".join(report)))
    assert report[1] in said
    assert report[6] not in said
