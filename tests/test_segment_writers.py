"""What an article says of who wrote it is not the article's."""

import pytest

from narrator.reading.text import read_text
from narrator.segment import segment

HEAD = "Storm tears cranes from rails and shuts port of Ostend"
NEWS = (
    "The port of Ostend was shut on Friday after a storm tore two cranes from their rails, the harbour master said.",
    "Nobody was hurt, but the ferry to Ramsgate will not sail before Monday, according to the company.",
    '"We have never seen wind like this," said Bart Claes, who has run the port for eleven years.',
    "A firm from Ghent is to build new cranes by June, which are higher than the old ones and will be bolted down.",
)


def _spoken(*blocks: str) -> str:
    article = segment(read_text("\n\n".join(blocks).encode(), "port.txt", None))
    return "\n".join(text for s in article.sections for text in (s.title or "", *s.paragraphs))


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Jane Doe",
            "Born in Ghent, writes for the Planet since 2014. Has published two books and found one.",
        ),
        ("Jane Doe", "writes in the Planet every other week of what the coast is up to."),
        (
            "Photo of Jane Doe",
            "Jane Doe",
            "Science Reporter",
            "Jane is a science reporter at the Planet. She has a boat.",
        ),
        ("Jane Doe is a diver and a mother of three and lives in Ramsgate.",),
    ],
)
def test_a_life_below_the_article_is_its_authors(lines: tuple[str, ...]) -> None:
    said = _spoken(HEAD, *NEWS, *lines)
    assert not any(line in said for line in lines)
    assert all(told in said for told in NEWS)


@pytest.mark.parametrize(
    "between",
    [
        ("Share", "Copy link"),
        ("A parking ticket under a wiper, on a day without wind. Photo: Bo Ek", "Getty Images"),
        ("Share", "Copy link", "Save", "Email", "Print", "Comments"),
    ],
)
def test_a_life_above_the_article_is_its_authors_whatever_stands_between(between: tuple[str, ...]) -> None:
    life = "Jane Doe is a senior reporter at the Planet covering cities, ports, and who has to run them."
    said = _spoken(HEAD, "By Jane Doe", "27 January 2023", *between[:2], life, *between[2:], *NEWS)
    assert life not in said
    assert NEWS[0] in said


def test_the_post_of_an_author_below_the_name_is_no_summary() -> None:
    post = "Senior Lecturer in Marine Engineering, University of Ostend"
    assert post not in _spoken(HEAD, "27 January 2023", "Jane Doe", post, *NEWS)


@pytest.mark.parametrize(
    "last",
    [
        "Ann Maes has told the court that she met the director of the firm and the editor of the Planet.",
        "Bart Claes is a diver and lives in Ramsgate.",
    ],
)
def test_who_says_something_or_is_told_of_is_no_author(last: str) -> None:
    assert last in _spoken(HEAD, *NEWS, last)


def test_who_signs_from_somewhere_heads_nothing() -> None:
    article = segment(read_text("\n\n".join(("From Ada Doe, Lagos", *NEWS)).encode(), "port.txt", None))
    assert article.metadata.authors == ("Ada Doe",)
    assert article.headline == NEWS[0]
