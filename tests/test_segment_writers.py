"""What an article says of who wrote it is not the article's."""

import pytest

from narrator.reading.text import read_text
from narrator.segment import segment

LIMAN = (
    "Fırtına cuma günü limanda iki vinci devirdi ve liman kapatıldı, dedi liman başkanı gazetecilere rıhtımda.",
    "Kimse yaralanmadı, ancak feribot pazartesiden önce kalkmayacak, dedi feribotun sahibi olan şirket.",
)
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


@pytest.mark.parametrize(
    "signed",
    [
        "Jane Doe\nHarbour Reporter\nBo Ekman\nStaff Writer\n12 Mar 2026",
        "Jane Doe\nStaff Writer\nand\nBo Ekman\nEditor",
        "Jane Doe\nBo Ekman\n12 Mar 2026 12:00PM",
        "Jane Doe\nand\nBo Ekman\n12 Mar 2026",
        "By Jane Doe, Harbour Reporter\nand Bo Ekman, Staff Writer",
        "Jane Doe\nBo Ekman, Harbour Editor\nPublished: 11:14, 12 Mar 2026",
        "Jane Doe and Bo Ekman (The Daily Planet)\n12 Mar 2026",
        "JANE DOE - BO EKMAN\n12 Mar 2026",
        "By Jane Doe and Bo Ekman — Ostend and Ghent",
    ],
)
def test_several_authors_stand_in_lines_of_their_own_or_in_a_row(signed: str) -> None:
    text = "\n\n".join((HEAD, signed, *NEWS))
    assert segment(read_text(text.encode(), "port.txt", None)).metadata.authors == ("Jane Doe", "Bo Ekman")


@pytest.mark.parametrize(
    "signed", ["Jane Doe\n12 Mar 2026", "Jane Doe\nHarbour Reporter\nBo Ekman\nStaff Writer"]
)
def test_a_text_without_a_headline_has_authors_too(signed: str) -> None:
    authors = segment(read_text("\n\n".join((signed, *NEWS)).encode(), "port.txt", None)).metadata.authors
    assert authors == (("Jane Doe", "Bo Ekman") if "Bo" in signed else ("Jane Doe",))


@pytest.mark.parametrize("below", ["APN Western Plains", "Ostend", "Save for later", "Social Sharing"])
def test_what_stands_below_an_author_is_no_second_one(below: str) -> None:
    text = "\n\n".join((HEAD, f"Jane Doe\n{below}\n12 Mar 2026", *NEWS))
    assert segment(read_text(text.encode(), "port.txt", None)).metadata.authors == ("Jane Doe",)


def test_who_took_the_last_picture_did_not_write_the_article() -> None:
    text = "\n\n".join((HEAD, *NEWS, f"{NEWS[-1]} (Photo Planet SA)"))
    assert segment(read_text(text.encode(), "port.txt", None)).metadata.authors == ()


def test_a_job_before_a_name_is_no_part_of_it() -> None:
    text = "\n\n".join((HEAD, "By Planet News Harbour Correspondent Jane Doe", *NEWS))
    assert segment(read_text(text.encode(), "port.txt", None)).metadata.authors == ("Jane Doe",)


def test_a_text_of_nothing_but_names_is_read_to_its_end() -> None:
    first, last = ("Ada", "Bo", "Cid", "Dora", "Eve"), ("Ames", "Berg", "Hart", "Lund")
    names = "\n".join(f"{first[n % 5]} {last[n % 4]}{'abcdefgh'[n % 8]}" for n in range(3000))
    text = "\n\n".join((f"{HEAD}\n12 Mar 2026\n{names}", *NEWS))
    authors = segment(read_text(text.encode(), "port.txt", None)).metadata.authors
    assert authors[:2] == ("Ada Amesa", "Bo Bergb")


@pytest.mark.parametrize(
    "signed", ["JANE DOE, Planet staff writer", "By Jane Doe\nReporting from Ostend, Flanders"]
)
def test_who_wrote_it_and_from_where_heads_no_text(signed: str) -> None:
    article = segment(
        read_text("\n\n".join((f"{signed}\n12 Mar 2026\nShare", *NEWS)).encode(), "port.txt", None)
    )
    assert (article.headline in signed, article.metadata.authors) == (False, ("Jane Doe",))


def test_the_button_for_larger_type_is_nobody() -> None:
    text = "\n\n".join(
        ("Fırtına limanı kapattı, iki vinç devrildi", "Linki Kopyala\nYazı Tipi\n12 Mart 2026", *LIMAN)
    )
    assert segment(read_text(text.encode(), "port.txt", None)).metadata.authors == ()
