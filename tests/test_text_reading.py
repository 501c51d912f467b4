"""Plain text in whatever shape it comes: encodings, wrapped lines, invisible characters."""

from __future__ import annotations

import textwrap

import pytest

from narrator.errors import SourceError
from narrator.reading.text import read_text
from narrator.segment import segment

STORY = "Orages à Besançon\n\n« Ça a été très bref », a dit une élève – née à l’été 2010.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_give_the_same_paragraphs(encoding: str, ending: str) -> None:
    page = read_text(STORY.replace("\n", ending).encode(encoding), "a.txt", None)
    assert [(block.text, block.lines) for block in page.blocks] == [
        ("Orages à Besançon", (1,)),
        ("« Ça a été très bref », a dit une élève – née à l’été 2010.", (3,)),
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Зажмите поручень, двери закрываются. Следующая станция — Площадь Революции.", "cp1251"),
        ("Zażółć gęślą jaźń. Prezydent Łodzi mówił w środę o moście.", "iso8859-2"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "cp1250"),
        ("Árvíztűrő tükörfúrógép a híd alatt.", "iso8859-2"),
        ("“El Niño” is the Spanish name; São Paulo was warm. • El Niño, again: what is El Niño?", "cp1252"),
        ("Größere Übung: „Das müssen wir aushalten“, sagte sie.", "mac_roman"),
        ("El alcalde dijo el miércoles: «¿Quién lo pagará?»", "mac_roman"),
        ("Öğretmenler bugün İstanbul'da toplandı ve şarkı söyledi; çağrı yapıldı.", "cp1254"),
    ],
)
def test_encodings_of_other_scripts_are_recognised(text: str, encoding: str) -> None:
    assert read_text(text.encode(encoding), "a.txt", None).blocks[0].text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "empty"), (b" \n\t\r\n ", "blank"), (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text")],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as refused:
        read_text(data, "photo.txt", None)
    assert refused.value.message.startswith("photo.txt: ")
    assert "\n" not in refused.value.message


def test_text_is_cleaned_and_no_word_changes() -> None:
    page = read_text(
        "The\u00adatre  \u200bclosed,\tcafÃ© open &amp; “busy”\u2028again".encode(), "a.txt", None
    )
    assert page.blocks[0].text == "Theatre closed, café open & “busy” again"


WRAPPED = """\
    The port of Ostend was shut on Friday after a
storm tore two cranes from their rails, the
harbour master said in the morning.

    Nobody was hurt, but the ferry to Ramsgate
will not sail before Monday, according to the
company, which has cut its timetable twice.
"""


@pytest.mark.parametrize("day", [" date 2022-04-10 ", "date 2020-09 "])
def test_the_day_on_which_an_archive_fetched_a_page_is_no_part_of_its_first_line(day: str) -> None:
    first, second = read_text(
        f"{day}Port shut\n\nThe date 2022-04-10 was set.".encode(), "x.txt", None
    ).blocks
    assert (first.text, second.text) == ("Port shut", "The date 2022-04-10 was set.")


def test_hard_wrapped_lines_become_paragraphs() -> None:
    page = read_text(WRAPPED.encode(), "a.txt", None)
    assert [block.lines for block in page.blocks] == [(1, 2, 3), (5, 6, 7)]
    assert page.blocks[1].text.endswith("the ferry to Ramsgate will not sail before Monday, according to the "
                                        "company, which has cut its timetable twice.")  # fmt: skip


def test_hard_wrapped_lines_with_a_blank_line_behind_each_become_paragraphs() -> None:
    paragraphs = [" ".join(text.split()) for text in WRAPPED.split("\n\n")]
    lines = [line for text in paragraphs for line in textwrap.wrap(text, 46)]
    page = read_text("\n\n".join(lines).encode(), "a.txt", None)
    assert [block.text for block in page.blocks] == paragraphs
    labels = [
        "Port of Ostend",
        "Follow this story",
        "Share",
        "Save",
        "Read also",
        "All on the sea",
        "Ferries",
    ]
    labelled = read_text("\n\n".join((*labels, *lines)).encode(), "a.txt", None)
    assert [block.text for block in labelled.blocks] == [*labels, *paragraphs]


def test_short_paragraphs_with_a_blank_line_behind_each_stay_apart() -> None:
    told = [
        "The port of Ostend was shut on Friday.",
        "Two cranes were torn from their rails.",
        "nobody was hurt",
    ]
    page = read_text("\n\n".join(4 * told).encode(), "a.txt", None)
    assert [block.text for block in page.blocks] == 4 * told


def test_a_run_of_blank_lines_is_as_one_where_lines_are_rejoined() -> None:
    lines = textwrap.wrap(" ".join(2 * WRAPPED.split()), 56)[:8]
    longer = 2 * ["The harbour board of Ostend voted on Monday to look again at the timetable of the ferries"]
    one, three = (
        read_text("\n".join((*lines, *([""] * blanks), *longer)).encode(), "a.txt", None) for blanks in (1, 3)
    )
    assert [block.text for block in one.blocks] == [block.text for block in three.blocks]


def test_a_line_somewhat_longer_than_the_width_does_not_hide_it() -> None:
    told = " ".join(WRAPPED.split()).replace(" Nobody", "\n\nNobody").split("\n\n")
    paragraphs = [text.strip() for text in 2 * told]
    teaser = "The harbour board of Ostend voted on Monday to look again at the timetable of the ferries"
    wrapped = [textwrap.fill(text, len(teaser) - 6) for text in paragraphs]
    page = read_text("\n\n".join((*wrapped, teaser)).encode(), "a.txt", None)
    assert [block.text for block in page.blocks] == [*paragraphs, teaser]


def test_hard_wrapped_lines_of_a_script_without_capitals_become_paragraphs() -> None:
    sentence = "قال وزير النقل للصحافيين إن الخط ليس حنينا إلى الماضي بل طريق إلى السوق وإلى المستشفى كل يوم."
    wrapped = "\n".join(textwrap.wrap(sentence, 40))
    page = read_text("\n\n".join(3 * [wrapped]).encode(), "a.txt", None)
    assert [block.text for block in page.blocks] == 3 * [sentence]


JAPANESE = (
    "港の長によると、嵐で二基のクレーンが倒れ、港は金曜日に閉鎖された。船は月曜まで出ないが、けが人はない。"
)


def test_links_of_a_script_without_spaces_stay_apart() -> None:
    links = [f"{JAPANESE[n : n + 14]} {JAPANESE[n + 14 : n + 30 + n % 7]}" for n in range(20)]
    page = read_text("\n".join((*links, "", JAPANESE)).encode(), "a.txt", None)
    assert [block.text for block in page.blocks] == [*links, JAPANESE]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    page = read_text(b"Share\nSave\nA storm shut the port on Friday.\nNobody was hurt.", "a.txt", None)
    assert len(page.blocks) == 4


def test_lines_are_rejoined_under_a_menu_and_beside_a_few_longer_ones() -> None:
    told = (
        "The port of Ostend was shut on Friday after a storm tore two cranes from their rails and a wall from "
        "the market where fish has been sold since the war, the harbour master said in a letter to the mayor."
    )
    menu = [
        "Home",
        "News",
        "Coast",
        "Ferries",
        "Weather",
        "Sport",
        "Letters",
        "A line of the menu that is longer than",
    ]
    lines = [*menu * 8, *textwrap.wrap(told, 60), *textwrap.wrap(told.replace("Friday", "Monday"), 60)]
    texts = [block.text for block in read_text("\n".join(lines).encode(), "a.txt", None).blocks]
    assert texts[-2:] == [told, told.replace("Friday", "Monday")]


SCRAPED = """\
Harbour gets its crane back
by
Ada Finch
The crane that fell into the harbour in March stands again, according to
the harbour board
, which showed it to reporters (
the
Tern Gazette
was there) on Monday.
“It leans,” said
Olaf Berg
’s deputy. The board denies it.
A second crane will be
ordered
in May."""


def test_paragraphs_that_a_scraper_broke_at_links_are_put_together() -> None:
    page = read_text(SCRAPED.encode(), "a.txt", None)
    assert [block.text for block in page.blocks] == [
        "Harbour gets its crane back",
        "by",
        "Ada Finch",
        "The crane that fell into the harbour in March stands again, according to the harbour board, which showed it "
        "to reporters (the Tern Gazette was there) on Monday.",
        "“It leans,” said Olaf Berg’s deputy. The board denies it.",
        "A second crane will be ordered in May.",
    ]
    assert page.blocks[3].lines == (4, 5, 6, 7, 8, 9)


@pytest.mark.parametrize(
    "parts",
    [
        ["A full crane weighs about", "450 tonnes", ", so it should never stand on sand."],
        ["The steel was ordered in January from", "Berg & Sons", ", a foundry in Ostend that casts bells."],
        ["The plan was criticised by", "Dockers North", "which said nobody had asked the dockers."],
        ["In a", "report", "published in May, engineers had warned of the danger."],
        ["The", "Gazette", "of Ostend first told of the plan in October."],
        ["The warden in charge,", "Olaf Berg", ", said the money had been found in the harbour’s budget."],
        ["A spokesman told", "the Gazette", "that nobody was hurt."],
        ["The money comes from", "the port", "."],
    ],
    ids=lambda parts: parts[1],
)
def test_a_sentence_that_is_the_only_one_broken_at_a_link_is_put_together(parts: list[str]) -> None:
    lines = [
        "Crane gets a new coat",
        "By",
        "Ada Finch",
        "The crane is blue.",
        *parts,
        "It leans.",
        "min read",
    ]
    whole = " ".join(parts).replace(" ,", ",").replace(" .", ".")
    texts = [block.text for block in read_text("\n".join(lines).encode(), "a.txt", None).blocks]
    assert texts == [
        "Crane gets a new coat",
        "By",
        "Ada Finch",
        "The crane is blue.",
        whole,
        "It leans.",
        "min read",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Crane gets a new coat", "Ada Finch", ", Editor"],
        ["Photograph by", "Ada Finch", "min read"],
        ["Do not go near it;", "keep dogs away;", "call the harbour and wait."],
        ["Crane gets a new coat", "Ada Finch", "went to see it on the quay."],
    ],
    ids=lambda lines: lines[1],
)
def test_lines_that_were_no_sentence_stay_apart(lines: list[str]) -> None:
    texts = [block.text for block in read_text("\n".join(lines).encode(), "a.txt", None).blocks]
    assert texts[0] == lines[0]


def test_a_few_small_letters_break_no_text() -> None:
    """Labels begin small too: what is whole stays so."""
    lines = [
        "Crane gets a new coat",
        "share on social media",
        "by Ada Finch",
        "The crane is blue.",
        "min read",
    ]
    assert [block.text for block in read_text("\n".join(lines).encode(), "a.txt", None).blocks] == lines


def test_the_lines_of_a_post_whose_signature_and_day_stand_apart_do_not_end_the_article() -> None:
    from narrator.segment import segment

    told = [
        f"The crane was seen {n} times by {n} people who had come to the harbour for it." for n in range(2, 9)
    ]
    post = ["I saw the crane", "pic.twitter.com/AbCdEf", "— Ada Finch (@adafinch)", "May 3, 2021"]
    text = "\n".join(("Harbour gets its crane back", *told[:3], *post, *told[3:]))
    article = segment(read_text(text.encode(), "a.txt", None))
    assert [text for section in article.sections[1:] for text in section.paragraphs] == told


DUMPED = """\
   #[1]Tern Gazette

     * [2]Home
     * [3]Sport

Harbour gets its crane back

   The crane that fell into the harbour in March stands again,
   according to [4]the harbour board, which showed it to reporters on
   Monday and said that no other [5]crane had been
   hurt in the storm that blew it over at the end of a long winter.

   The board will order a second one in May and pay for it out of
   what visitors leave.

References

   1. https://tern.example/feeds/all-the-news-of-the-harbour-and-more.xml
   2. https://tern.example/
   3. https://tern.example/sport/rowing/and/other/pages/that/go/on/and/on
   4. https://tern.example/topics/harbour-board/members-and-minutes?page=1
   5. https://tern.example/topics/cranes/what-we-know-so-far-of-all-cranes
"""


def test_a_text_browsers_dump_is_put_together_without_its_link_numbers() -> None:
    blocks = {block.lines[0]: block.text for block in read_text(DUMPED.encode(), "a.txt", None).blocks}
    assert blocks[8] == (
        "The crane that fell into the harbour in March stands again, according to the harbour board, which showed it "
        "to reporters on Monday and said that no other crane had been hurt in the storm that blew it over at the end "
        "of a long winter."
    )
    assert blocks[3] == "* Home"


def test_numbers_in_brackets_stay_where_no_links_are_listed() -> None:
    text = "The crane [4] stands again, the board said on Monday."
    assert read_text(text.encode(), "a.txt", None).blocks[0].text == text


def test_a_framed_heading_is_no_part_of_what_follows() -> None:
    long = "Harbour gets its crane back after the storm that blew it over"
    text = f"****** {long} ******\nAda Finch\n\n{textwrap.fill(JAPANESE + ' ' + STORY * 9, 76)}"
    assert read_text(text.encode(), "a.txt", None).blocks[0].text == long


@pytest.mark.parametrize(
    "below",
    [
        "by Ada Finch, harbour reporter",
        "May 3, 2021",
        "Published: 3 May 2021 at 9 am",
        "OSTEND",
        "The board says it is safe.",
    ],
)
def test_a_headline_as_long_as_the_lines_are_wide_stays_by_itself(below: str) -> None:
    """Nothing but what it says parts it from the line below, where no blank lines are."""
    head = "Harbour gets its crane back after the storm of the last winter but one"
    told = [
        f"The crane was seen {n} times by people who had come to the harbour for it, a {n}th man said."
        for n in range(4, 9)
    ]
    wrapped = "\n".join(textwrap.fill(text, 72) for text in told)
    blocks = read_text("\n".join((head, below, wrapped)).encode(), "a.txt", None).blocks
    assert [block.text for block in blocks] == [head, below, *told]


def test_a_headline_of_two_lines_stays_whole() -> None:
    head = "Scavano per la rotonda e trovano una zanna di mammut: cantiere fermo a San Felice"
    wrapped = textwrap.fill(f"{head}\n\n{STORY}", 72).split("\n")[0]
    told = textwrap.fill(
        "La scoperta è di un operaio della ditta che lavora sulla provinciale da un mese. " * 4, 72
    )
    text = "\n".join((wrapped, head.removeprefix(wrapped).strip(), "", told))
    assert read_text(text.encode(), "a.txt", None).blocks[0].text == head


def test_the_short_lines_of_a_text_in_easy_language_are_put_together() -> None:
    stanzas = (
        "The storm has broken\ntwo cranes\nin the port of Ostend.",
        "Nobody can take\nthe ferry to England\nbefore Monday.",
        "The head of the port\nBart Claes says\nthat he never saw\nsuch a wind.",
        "– The cranes were old,\nsays Bart Claes.",
        "But the company says\nthat the port did not\nlook after the cranes.",
    )
    page = read_text(
        ("Port is shut\n\n" + "\n\n".join(stanzas) + "\n\nShare\nPrint\n").encode(), "a.txt", None
    )
    told = [stanza.replace("\n", " ") for stanza in stanzas]
    assert [block.text for block in page.blocks] == ["Port is shut", *told, "Share", "Print"]


def test_a_paragraph_broken_amid_its_only_long_sentence_is_put_together() -> None:
    broken = (
        "The company that owns the ferry to Ramsgate, which has not sailed since Friday, wants",
        "money from the port. It will go to court on Monday.",
    )
    text = f"The port is shut.\n\n{broken[0]}\n{broken[1]}\n\nThe cranes will be lifted by then.\n"
    assert [block.lines for block in read_text(text.encode(), "a.txt", None).blocks] == [(1,), (3, 4), (6,)]


@pytest.mark.parametrize("marks", [("[1]", "[2][3]", "[4]"), ("1", "2", "3"), ("¹", "²", "³")])
def test_marks_of_notes_that_a_copy_has_glued_to_sentences_lose_none_of_them(marks: tuple[str, ...]) -> None:
    told = (
        "The council met on Tuesday and voted to mend the bridge before winter comes to the valley.",
        "Nobody on the council spoke against it, and the mayor thanked the two divers who found the crack.",
        "They had seen it in May of last year, the council said, and it is two metres long.",
    )
    lines = ("Council votes to mend the bridge", *map(str.__add__, told, marks))
    article = segment(read_text("\n\n".join(lines).encode(), "a.txt", None))
    assert article.sections[1].paragraphs == told


@pytest.mark.parametrize(
    "text", ["They won 6.1", "Vol.1 The quay", "The driver[s] saw [2] cranes", "40 m² fell."]
)
def test_numbers_of_a_sentence_are_no_marks_of_notes(text: str) -> None:
    assert read_text(text.encode(), "a.txt", None).blocks[0].text == text


def test_words_with_wide_gaps_between_them_are_a_menu_or_a_row_and_not_read() -> None:
    told = "The port of Ostend was shut on Friday after a storm tore two cranes from their rails.\n\nNobody was hurt."
    menu, row = "Ports   Cranes   Ferries of Ostend   Become a member", "1\tPort of Ostend\t24\t51"
    article = segment(
        read_text(f"{menu}\nStorm shuts port of Ostend\n\n{told}\n\n{row}".encode(), "x.txt", None)
    )
    assert article.headline == "Storm shuts port of Ostend"
    assert [judged.text for judged in article.judgements if judged.role == "table"] == [
        "Ports Cranes Ferries of Ostend Become a member",
        "1 Port of Ostend 24 51",
    ]


RELEASE = """\
Port of Ostend shut after storm
Harbour Master of Ostend
The port of Ostend was shut
on Friday after a storm tore two cranes from their rails and the
ferry to Ramsgate
will not sail before Monday.
A firm from Ghent
is to build new cranes by June, which are higher than
the old ones and will be bolted down.
The ministry pays
for them, and nobody in Ostend has to pay a euro
more for fish or fuel.
The wind had reached 140 kilometres an hour
at midnight, and was still rising
at one.
The harbour master and his wife
would like to thank those who came to the quay
that night.
"""
PARAGRAPHS = [
    "The port of Ostend was shut on Friday after a storm tore two cranes from their rails and the ferry to Ramsgate "
    "will not sail before Monday.",
    "A firm from Ghent is to build new cranes by June, which are higher than the old ones and will be bolted down.",
    "The ministry pays for them, and nobody in Ostend has to pay a euro more for fish or fuel.",
    "The wind had reached 140 kilometres an hour at midnight, and was still rising at one.",
    "The harbour master and his wife would like to thank those who came to the quay that night.",
]


def test_a_release_that_is_broken_at_links_and_at_no_width_is_put_together() -> None:
    page = read_text(RELEASE.encode(), "release.txt", None)
    assert [block.text for block in page.blocks][2:] == PARAGRAPHS


def test_a_turkish_text_broken_at_names_in_bold_is_put_together() -> None:
    """Their endings stand behind an apostrophe, which begins the next line."""
    broken = """\
Yusufeli ilçesine bağlı küçük
Kavakyurdu
köyünde salı günü öğle saatlerinde düşen çığın altında kalan çoban
Rıza Doe
(74), jandarmanın çalışmasıyla 31 saat sonra kurtarıldı.
Akşama kadar haber alamayan yakınları
112 Acil Çağrı Merkezi
'ni aradı.
Timde görevli kıdemli Astsubay
Serkan Doe,
o anları
Gazete
'ye anlattı:
Kar motoruyla indirilen yaşlı çoban hemen
Artvin Devlet Hastanesi
'ne götürüldü.
Hastanenin Başhekimi Prof. Dr.
Kenan Doe
hastanın iki parmağında donma tespit edildiğini söyledi.
"""
    page = read_text(broken.encode(), "haber.txt", None)
    assert [block.text for block in page.blocks] == [
        "Yusufeli ilçesine bağlı küçük Kavakyurdu köyünde salı günü öğle saatlerinde düşen çığın altında kalan çoban "
        "Rıza Doe (74), jandarmanın çalışmasıyla 31 saat sonra kurtarıldı.",
        "Akşama kadar haber alamayan yakınları 112 Acil Çağrı Merkezi'ni aradı.",
        "Timde görevli kıdemli Astsubay Serkan Doe, o anları Gazete'ye anlattı:",
        "Kar motoruyla indirilen yaşlı çoban hemen Artvin Devlet Hastanesi'ne götürüldü.",
        "Hastanenin Başhekimi Prof. Dr. Kenan Doe hastanın iki parmağında donma tespit edildiğini söyledi.",
    ]


def test_what_is_said_of_a_list_to_those_who_hear_a_page_is_no_part_of_a_sentence() -> None:
    listed = "Recommended Stories\nlist of 2 items\nlist 1 of 2Who ate the fish of Ostend?\nlist 2 of 2Cranes and gulls"
    paragraphs = "The port is shut, said the mayor.", "It will open on Sunday, she said, if the wind lets it."
    text = "\n\n".join(("Storm shuts port of Ostend", paragraphs[0], f"{listed}\nend of list", paragraphs[1]))
    article = segment(read_text(text.encode(), "port.txt", None))
    assert article.sections[1].paragraphs == paragraphs


def test_a_law_whose_name_was_a_link_is_no_line_of_its_own() -> None:
    lines = (
        "Storm shuts port",
        "Under the",
        "Right of Ports to Cranes Act, 2009, a port has to have two cranes, the mayor",
        "of Ostend",
        ", Jane Doe, said to",
        "the Planet",
        ".",
    )
    texts = [block.text for block in read_text("\n".join(lines).encode(), "port.txt", None).blocks]
    assert texts[1].startswith("Under the Right of Ports to Cranes Act")
