"""Headings amid an article: known by what follows them, by their form, and by where the blank lines are."""

import numpy as np
import pytest

from narrator.model import Article
from narrator.reading.text import read_text
from narrator.segment import segment
from tests.gold import read_cases
from tests.weigh_lines import SUBHEADS, cross_validated, lines

HEAD = "Storm tears cranes from rails and shuts port of Ostend"
ABOVE = (
    "The port of Ostend was shut on Friday after a storm tore two cranes from their rails, the harbour master said.",
    "Nobody was hurt, but the ferry to Ramsgate will not sail before Monday, according to the company.",
    '"We have never seen wind like this," said Bart Claes, who has run the port for eleven years.',
)
BELOW = (
    "A firm from Ghent is to build new cranes by June, which are higher than the old ones and will be bolted down.",
    "The ministry pays for them, the mayor said, and nobody in Ostend has to pay a euro more for fish or fuel.",
)


def _read(*blocks: str, parted_by: str = "\n\n") -> Article:
    return segment(read_text(parted_by.join(blocks).encode(), "port.txt", None))


def _headings(article: Article) -> list[str]:
    return [section.title for section in article.sections if section.title]


@pytest.mark.parametrize("parted_by", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "heading", ["New cranes by June", "Who will pay?", "“Nobody has to pay”", "New cranes from Ghent"]
)
def test_what_the_next_paragraphs_say_is_their_heading(heading: str, parted_by: str) -> None:
    assert _headings(_read(HEAD, *ABOVE, heading, *BELOW, parted_by=parted_by)) == [heading]


@pytest.mark.parametrize(
    "link",
    [
        "Seal pup named after postman who found it",
        "Norfolk's favourite chip shop changes hands",
        "Council backlog of holes tops 60,000, again",
        "[Editorial] The price of dawn delivery",
    ],
)
def test_what_nobody_speaks_of_leads_elsewhere(link: str) -> None:
    assert link not in "\n".join(_headings(_read(HEAD, *ABOVE, link, *BELOW)))


def test_the_last_of_several_links_is_one_of_them() -> None:
    links = (
        "Storm names for the winter are out\nWhy ferries are painted white\nTen piers to see before they fall"
    )
    article = _read(HEAD, *ABOVE, links, *BELOW)
    assert _headings(article) == []
    assert article.sections[-1].paragraphs[-2:] == BELOW


def test_a_few_words_below_a_long_link_head_what_follows() -> None:
    link = "Hawker couple of the quay sell mussels for two euros because 'students also need to eat'"
    assert _headings(_read(HEAD, *ABOVE, "Read also", link, "Cranes of Ghent", *BELOW)) == ["Cranes of Ghent"]


def test_links_that_are_counted_head_nothing() -> None:
    titles = (
        "1. Sununu makes calls\n2. The county that counts by hand\n3. Judge frees ferry\n4. Ten piers to see"
    )
    assert _headings(_read(HEAD, *ABOVE, "MOST READ", *titles.split("\n"), *BELOW)) == []


def test_a_line_nearer_to_what_is_above_heads_nothing() -> None:
    assert _headings(_read(HEAD, *ABOVE[:2], f"{ABOVE[2]}\nThe port by night", *BELOW)) == []


def test_a_line_that_names_the_author_heads_nothing() -> None:
    article = _read(HEAD, *ABOVE, "Jane Doe", *BELOW)
    assert "Jane Doe" not in _headings(article)


def test_a_rubric_above_the_signature_announces_no_background() -> None:
    article = _read(HEAD, ABOVE[0], "Analysis", "By Jane Doe", *ABOVE[1:], *BELOW)
    assert not any(section.kind == "context" for section in article.sections)


def test_weights_agree_with_what_the_corpus_teaches() -> None:
    """In nineteen of twenty lines; the rest is what the corpus cannot know of other papers."""
    seen, right, article = lines(SUBHEADS, read_cases("dev"))
    ours = SUBHEADS.ours()
    taught = cross_validated(ours, seen, right, article) >= 0
    assert np.mean((seen @ ours >= 0) == taught) >= 0.95


@pytest.mark.parametrize("button", ["Subscribe", "Sign up now", "CLICK HERE", "Download"])
def test_what_heads_a_paragraph_below_the_button_of_a_box_is_a_heading(button: str) -> None:
    box = "Newsletter\n\nGet our stories in your inbox every morning\n\n" + button
    assert _headings(_read(HEAD, *ABOVE, box, "Analysts cut forecasts", *BELOW)) == ["Analysts cut forecasts"]


def test_japanese_papers_mark_their_headings() -> None:
    told = "港町の銭湯「かもめ湯」が29日、のれんを下ろした。女将の磯貝キヨさんが番台に座り続けて61年になる。"
    more = "キヨさんは県北部の農家に生まれ、27歳でかもめ湯の2代目と結婚した。翌日には番台に座らされた。"
    article = _read(
        "かもめ湯、61年の歴史に幕", told, told.replace("61年", "六十一年"), "■翌日から番台に", more
    )
    assert [title.lstrip("■") for title in _headings(article)] == ["翌日から番台に"]


def test_a_heading_that_says_it_is_background_follows_links() -> None:
    links = "READ ALSO\n\nWhy ferries are painted white\n\nTen piers to see before they fall"
    heading = "Background: how the port was built"
    assert _headings(_read(HEAD, *ABOVE, links, heading, *BELOW)) == [heading]
    assert _headings(_read(HEAD, *ABOVE, "Our podcast\n\nListen now", "What is a crane?", *BELOW)) == [
        "What is a crane?"
    ]


@pytest.mark.parametrize("said", ["'Nothing left'", "“Nothing left”", "‘Like a war’"])
def test_what_somebody_said_is_a_heading_below_a_link_too(said: str) -> None:
    link = "Read more\n\nFishermen of Dakar turn to the courts"
    assert _headings(_read(HEAD, *ABOVE, link, said, *BELOW)) == [said]


def test_the_parts_that_a_paper_has_in_each_article_are_no_names() -> None:
    headings = ["What People Are Saying", "What Happens Next"]
    last = "Divers of the navy are to begin their search of the channel on Saturday morning, the mayor said."
    assert _headings(_read(HEAD, *ABOVE, headings[0], *BELOW, headings[1], last)) == headings
