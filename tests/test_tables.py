"""Tables in an article: what a listener hears of them, and what an editor reads about them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from narrator.json_forms import article_from_json, article_to_json
from narrator.model import Article, Pause, Utterance
from narrator.reading import read_pages
from narrator.reading.html import read_html
from narrator.reading.markdown import read_markdown
from narrator.script import write_script
from narrator.segment import segment
from narrator.settings import Pacing, Read, Settings

VOICES = Settings().with_voice("tone").voices
BEFORE = "The ferry board set new fares on Friday after a long debate in the town hall, its chairwoman said."
AFTER = "The board will look at the books again in October, when the summer visitors have gone home."
FARES = ("Ticket", "Fare", "Since"), ("Adult", "£3.50", "2019"), ("Dog", "free", "2021")
LEFT_OUT = "A table is left out here."


def markdown(*rows: tuple[str, ...], language: str = "en", before: str = BEFORE, after: str = AFTER) -> str:
    head, *others = rows
    lines = ["| " + " | ".join(row) + " |" for row in (head, ("---",) * len(head), *others)]
    table = "\n".join(lines)
    return f"---\nlang: {language}\n---\n\n# Ferry fares rise\n\n{before}\n\n{table}\n\n{after}\n"


def article_of(text: str, read: Read = Read()) -> Article:  # noqa: B008 - settings are frozen
    return segment(read_markdown(text.encode(), "fares.md", None), read)


def page_of(table: str, before: str = "", after: str = f"<p>{AFTER}</p>") -> Article:
    paragraphs = f"<p>{BEFORE}</p><p>{BEFORE[:-1]} on Monday.</p>"
    page = f"<html lang=en><article><h1>Ferry fares rise</h1>{before}{paragraphs}{table}{after}</article>"
    return segment(read_html(page.encode(), "fares.html", None))


def html(*rows: tuple[str, ...], head: str = "th", caption: str = "", attributes: str = "") -> str:
    first, *others = rows
    cells = "".join(f"<{head}>{cell}</{head}>" for cell in first)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in others)
    return f"<table {attributes}>{caption}<tr>{cells}</tr>{body}</table>"


def told(article: Article) -> list[str]:
    """What is said of a table, between the paragraphs around it."""
    paragraphs = [text for section in article.sections[1:] for text in section.paragraphs]
    return [text for text in paragraphs if text != AFTER and not text.startswith(BEFORE[:-1])]


READ = ["Ticket: Adult · Fare: £3.50 · Since: 2019", "Ticket: Dog · Fare: free · Since: 2021"]


def test_a_small_table_is_told_row_by_row_under_the_names_of_its_columns() -> None:
    assert told(article_of(markdown(*FARES))) == READ
    assert told(page_of(html(*FARES))) == READ


def test_its_rows_are_said_as_sentences_with_the_pauses_of_a_list() -> None:
    cues = write_script(article_of(markdown(*FARES)), VOICES, Pacing()).cues
    said = [cue.ms if isinstance(cue, Pause) else getattr(cue, "spoken", "") for cue in cues]
    start = said.index("Ticket: Adult, Fare: three pounds fifty pence, Since: twenty nineteen.")
    assert said[start - 1 : start + 4 : 2] == [850, 650, 850]
    assert "Ticket: Adult, Fare: £3.50, Since: 2019" in [c.text for c in cues if isinstance(c, Utterance)]


def test_every_line_of_it_is_in_one_place() -> None:
    article = article_of(markdown(*FARES))
    assert article.sections[1].lines == (7, 9, 10, 11, 12, 14)
    assert not any(set(one.lines) & {9, 10, 11, 12} for one in article.omitted)


MANY = FARES + tuple((f"Group {n}", f"£{n}", "2020") for n in range(9))
WIDE = tuple((*row, *row) for row in FARES)


@pytest.mark.parametrize("rows", [MANY, WIDE], ids=["many rows", "many columns"])
def test_a_large_one_is_left_out_with_a_word_and_its_rows_are_reported(
    rows: tuple[tuple[str, ...], ...],
) -> None:
    for article in (article_of(markdown(*rows)), page_of(html(*rows))):
        assert told(article) == [LEFT_OUT]
        reported = [one.text for one in article.omitted if one.reason == "table"]
        assert reported == [" · ".join(row) for row in rows]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "Hier ist eine Tabelle ausgelassen."),
        ("fr", "Un tableau n’est pas lu ici."),
        ("es", "Aquí se omite una tabla."),
        ("it", "Qui è omessa una tabella."),
        ("pt-br", "Aqui foi omitida uma tabela."),
        ("nl", "Hier is een tabel weggelaten."),
        ("tr", "Burada bir tablo atlandı."),
        ("sw", LEFT_OUT),
    ],
)
def test_the_word_is_in_the_language_of_the_article(language: str, word: str) -> None:
    before, after = "Zorp blik flon mert quas.", "Drin vost kelp."
    assert (
        word
        in article_of(markdown(*MANY, language=language, before=before, after=after)).sections[1].paragraphs
    )


@pytest.mark.parametrize(
    "table",
    [
        html(*MANY, caption="<caption>Fares from May</caption>"),
        html(*MANY, caption="<tr><th colspan=3>Fares from May</th></tr>"),
        f"<figure class=wp-block-table>{html(*MANY)}<figcaption>Fares from May.</figcaption></figure>",
    ],
    ids=["caption", "spanning cell", "caption of its figure"],
)
def test_a_title_is_said_with_the_word(table: str) -> None:
    assert told(page_of(table)) == ["A table is left out here: Fares from May."]


@pytest.mark.parametrize(
    "table",
    [
        html(*FARES, caption="<caption>Fares from May</caption>"),
        f"<figure>{html(*FARES)}<figcaption>Fares from May</figcaption></figure>",
    ],
    ids=["above", "below"],
)
def test_a_title_is_said_before_the_rows(table: str) -> None:
    assert told(page_of(table)) == ["Fares from May", *READ]


def test_a_row_without_values_is_not_said() -> None:
    article = article_of(markdown(*FARES, ("–", "–", "–")))
    assert told(article) == READ
    assert [one.text for one in article.omitted if one.reason == "table"] == ["– · – · –"]


def test_a_first_column_without_a_name_names_its_rows() -> None:
    rows = ("", "Fare", "Since"), ("Adult", "£3.50", "2019"), ("Dog", "–", "2021")
    assert told(page_of(html(*rows))) == ["Adult · Fare: £3.50 · Since: 2019", "Dog · Since: 2021"]


def test_cells_that_hold_paragraphs_are_cells_still() -> None:
    rows = tuple(tuple(f"<p>{cell}</p>" for cell in row) for row in FARES)
    assert told(page_of(html(*rows))) == READ


def test_cells_over_several_rows_are_for_the_eye() -> None:
    table = "<table><tr><th>Ticket<th>Fare<tr><td rowspan=2>Adult<td>£3<tr><td>£4</table>"
    assert told(page_of(table)) == [LEFT_OUT]


def test_figures_without_names_are_left_out_with_a_word() -> None:
    assert told(page_of(html(*FARES[1:], ("Cello", "£1", "2022"), head="td"))) == [LEFT_OUT]


def test_two_tables_in_a_row_are_two() -> None:
    assert told(page_of(html(*FARES) + html(*MANY))) == [*READ, LEFT_OUT]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Harbour office<td>Pier road</tr><tr><td>Opening hours<td>By request</table>",
        "<table><tr><td><img src=a.jpg><tr><td>The ferry on Friday, 12 May 2023</table>",
        html(*FARES, attributes="align=right"),
        html(*FARES, attributes='style="float: right"'),
        html(*FARES, attributes="class=infobox"),
        f"<aside>{html(*FARES)}</aside>",
        "<table><tr><td><a href=/a>Ferry sinks in 2011</a><td><a href=/b>Pier 3 burns</a>"
        "<tr><td><a href=/c>Boat 4 found</a><td><a href=/d>Fares of 2012</a></table>",
    ],
    ids=["layout", "picture", "aligned", "floating", "infobox", "aside", "links"],
)
def test_nothing_is_said_of_layout_and_boxes(table: str) -> None:
    assert told(page_of(table)) == []


def test_a_box_of_facts_above_the_first_paragraph_is_no_part_of_a_page() -> None:
    assert told(page_of("", before=html(*FARES))) == []


def test_a_table_may_end_a_page() -> None:
    assert told(page_of(html(*FARES), after="")) == READ


def test_it_stays_in_its_section() -> None:
    past = "The ferry was sold in 1978 and came back in 2011, after the pier had been built again."
    text = markdown(*FARES, after=past).replace(BEFORE, f"{BEFORE}\n\n## Background\n\n{past}")
    assert [section.kind for section in article_of(text).sections] == ["headline", "body", "context"]


def test_an_editor_may_correct_what_is_told() -> None:
    form = json.dumps(article_to_json(article_of(markdown(*MANY)))).replace(
        LEFT_OUT, "Fares rise by a tenth."
    )
    said = write_script(article_from_json(json.loads(form)), VOICES, Pacing()).cues
    assert "Fares rise by a tenth." in [cue.spoken for cue in said if isinstance(cue, Utterance)]


def test_tables_are_passed_over_where_the_settings_say_so() -> None:
    article = article_of(markdown(*FARES), Read(tables=False))
    assert told(article) == []
    assert [one.reason for one in article.omitted if "Adult" in one.text] == ["table"]


def test_a_text_with_such_a_table_is_markdown(tmp_path: Path) -> None:
    text = markdown(*FARES).partition("# ")[2]
    (tmp_path / "fares.txt").write_text(text, encoding="utf-8")
    [page] = read_pages(str(tmp_path / "fares.txt"), root=tmp_path)
    article = segment(page)
    assert (article.headline, told(article)) == ("Ferry fares rise", READ)
