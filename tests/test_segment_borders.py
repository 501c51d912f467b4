"""Where an article of plain text begins and ends, among what looks like paragraphs."""

from __future__ import annotations

import pytest

from narrator.model import Article, Block
from narrator.reading.text import read_text
from narrator.segment import segment
from narrator.segment.cues import cues_of
from narrator.segment.layout import marks
from narrator.segment.shape import shape_of
from narrator.segment.view import View
from tests.test_segment_rules import HEAD, NEWS, STORY

MORE = """
The wind had reached 140 kilometres an hour at midnight, the weather service said, and was still rising at one.

The harbour master sent the night shift home at half past twelve, an hour before the first of the cranes fell.

"I heard it in my bed, and I live in the next village," said Anna Peeters, who sells fish on the quay.
"""
STILL = """
Two harbour pilots who had gone out at midnight came back at six with the ferry in tow, the harbour master said.

The port of Ostend has lost its cranes to a storm before, in 1953, when the sea stood in the streets for a week.

The weather service said on Friday that the wind would reach the port again on Sunday, but with half the force.

The harbour master said the port would open on Monday, if no crane moves before then and the ferry company agrees.
"""
LAST = "the first of the cranes fell."
TEASERS = (
    "Bakers want to sleep longer\nFlour, salt and an oven fill a night. A mayor would like to change that.\n"
    "Weekend\nTen ways to salt a road\nSnow is forecast for the hills, and nobody has sand.\n"
    "Weekend\nThe cat that came back by train\nA tom boarded in Ghent. He knew where to get off.\n"
)
COMMENTS = {
    "signed above": (
        "seagull on Jan 27, 2023 3:29 PM said:\nThey should have moved the cranes years ago. Nobody ever listens.\n"
        "Reply\n"
        "fishwife on Jan 27, 2023 4:02 PM said:\nMy whole shop is wet and the port of Ostend sends me a form.\nReply\n"
        "deckhand on Jan 28, 2023 8:15 AM said:\nCranes fall. That is what cranes do when there is wind.\nReply\n"
    ),
    "signed below": (
        "They should have moved the cranes years ago. Nobody ever listens to us on the quay.\n"
        "Posted by: seagull, 27 Jan 2023 | 15:29\n"
        "My whole shop is wet and the port of Ostend sends me a form to fill in.\n"
        "Posted by: fishwife, 27 Jan 2023 | 16:02\n"
        "Cranes fall. That is what cranes do when there is wind and nobody ties them down.\n"
        "Posted by: deckhand, 28 Jan 2023 | 08:15\n"
    ),
    "signed in two lines": (
        "seagull says:\n27 January 2023 at 3:29 pm\nThey should have moved the cranes years ago. Nobody listens.\n"
        "Reply\n"
        "fishwife\n27 January 2023 @ 16:02\nMy whole shop is wet and the port of Ostend sends me a form to fill in.\n"
        "Reply\n"
        "deckhand says:\n28 January 2023 at 8:15 am\nCranes fall. That is what cranes do when there is wind.\nReply\n"
    ),
    "signed as such": (
        "They should have moved the cranes years ago. Nobody ever listens to us on the quay.\n"
        "Comment by seagull — 27.01, 2023 @ 15:29\n"
        "My whole shop is wet and the port of Ostend sends me a form to fill in.\n"
        "Comment by fishwife — 27.01, 2023 @ 16:02\n"
        "Cranes fall. That is what cranes do when there is wind and nobody ties them down.\n"
        "Comment by deckhand — 28.01, 2023 @ 08:15\n"
    ),
}
LATEST = "".join(
    f"{title}\n{text} That is what the three of them told the Planet in a bar, and they did not laugh. More to come.\n"
    for title, text in (
        ("Bakers want to sleep longer", "Flour, salt and an oven fill a night."),
        ("Ten ways to salt a road", "Snow is forecast for the hills. Nobody has sand."),
        ("The cat that came back by train", "A tom boarded in Ghent. He knew where to get off."),
        ("Who pays for the new organ?", "The pipes are of tin. The parish has none left."),
        ("A summer without wasps", "Jam stands open on every table. Plums rot in peace."),
    )
)
BRIEFS = "".join(
    f"14:{minute} {line}\n14:{minute + 1} {line} again\n14:{minute + 2}\n{title}.\n{text} {2 * text}\n"
    for minute, line, title, text in (
        (
            10,
            "Oil falls in London",
            "Tennis",
            "Two sisters meet in the last round at Melbourne, as they did once.",
        ),
        (
            20,
            "A bank has a new name",
            "Cinema",
            "A comedy about beekeepers takes most prizes of the night in Lyon.",
        ),
        (30, "Snow closes a pass", "Health", "Hospitals look for nurses abroad, and offer them a flat too."),
    )
)
LIST = """\
Before a ship may sail again, the company has to do three things, all of which need calm weather and rested people:
tie the third crane down with cables, since it has moved by a hand's breadth and nobody knows what holds it still
clear the rails of what lies on them, which is forty tons of steel and a bicycle
test the lock twice.

Order of work

What comes first depends on the wind of the next three days:
if it is weak, the third crane
if it is strong, the rails
the lock.

"""
GERMAN = """\
Sturm reißt Kräne um und schließt Hafen von Ostende

Der Hafen von Ostende ist seit Freitag geschlossen, nachdem ein Sturm zwei Kräne umgerissen hat, so der Hafenmeister.

Verletzt wurde niemand, doch die Fähre nach Ramsgate fährt nach Angaben der Reederei nicht vor Montag aus dem Hafen.

Auf der Mole hatten am Freitag noch vierzig Leute gestanden, die den Sturm sehen wollten, und vier von ihnen fielen ins
Wasser, wurden aber von den Fischern noch am selben Abend mit Leinen und Netzen lebend an Land gezogen.

„So einen Sturm haben wir noch nie gesehen“, sagte der Hafenmeister, der seit elf Jahren für die Kräne zuständig ist.

Der Wind hatte um Mitternacht 140 Kilometer in der Stunde erreicht, teilte der Wetterdienst mit, und nahm weiter zu.

Um halb eins schickte der Hafenmeister die Schicht nach Hause, eine Stunde bevor der erste der Kräne fiel. In dieser
Nacht lagen vier Schiffe an der Mole, und eines davon riss sich los und trieb mit dem Wind bis vor den Strand.

Der Hafenmeister ließ die Mole für alle Schiffe sperren, bis der Wind in dieser Nacht wieder nachließ.

Die Reederei teilte mit, die Fähre werde fahren, wenn der Hafen wieder geöffnet ist und der Wind nachlässt.
"""
PLACES = "Coast", "Sea", "Land", "Sky", "Town", "Rail", "Wind"
MENUS = {
    "ja": "新しい図書館が大阪に開く、本は十万冊\n京都の祭りに人が集まる、三年ぶり",
    "th": "ราคาข้าวในตลาดโลกลดลงต่อเนื่อง\nทีมฟุตบอลไทยเตรียมลงสนามวันเสาร์",
}
HEADS = {"ja": "大きな地震で電車が止まる、東京", "th": "น้ำท่วมใหญ่ปิดถนนหลายสายในเชียงใหม่"}
BELOW = {"ja": "この記事を友だちに送る、また保存する", "th": "ส่งข่าวนี้ให้เพื่อนของคุณทางอีเมลวันนี้"}
TOLD = {
    "ja": (
        "三日の朝に東京で大きな地震があり、多くの電車が止まった。",
        "地震は六時に起き、東京の電車は夜まで動かなかった。",
    ),
    "th": ("เกิดน้ำท่วมใหญ่ในเชียงใหม่ ทำให้ถนนหลายสายถูกปิด.", "ผู้ว่าราชการเชียงใหม่กล่าวว่าน้ำท่วมจะลดลงในวันอาทิตย์."),
}


READERS = (
    ("en", "[ 85 comments ]"),
    ("en", "Top Rated Comments"),
    ("en", "JOIN THE DISCUSSION (7 REPLIES)"),
    ("de", "Beliebteste Kommentare"),
    ("fr", "Commentaires les plus aimés"),
    ("es", "Mejores comentarios"),
    ("it", "Commenti più votati"),
    ("nl", "Beste reacties"),
    ("pt", "Comentários mais curtidos"),
    ("ru", "Лучшие комментарии"),
    ("tr", "En beğenilen yorumlar"),
)


@pytest.mark.parametrize(("language", "line"), READERS)
def test_what_readers_say_begins_below_its_label(language: str, line: str) -> None:
    assert marks(View([shape_of(Block(line))], cues_of(language)), "stop", 0)


@pytest.mark.parametrize("where", COMMENTS)
def test_what_readers_wrote_is_not_read(where: str) -> None:
    article = _read(f"{STORY}{MORE}\nShare\n{COMMENTS[where]}")
    assert _last(article) == _last(_read(STORY + MORE))
    assert "fishwife" not in _spoken(article)


def test_comments_longer_than_their_article_are_not_taken_for_it() -> None:
    cranes = "Whoever has stood on that quay knows that a crane needs four anchors, and that the port has two of them. "
    comments = "".join(
        f"{cranes * 3}\n{cranes * 2}\nComment by {name} — 27 January 2023 @ 15:29\n"
        for name in ("seagull", "fishwife", "deckhand", "harpoon", "lantern", "anchor", "cormorant", "winch")
    )
    article = _read(f"{STORY}{MORE}\n8 comments\n{comments}")
    assert article.headline == HEAD
    assert _last(article) == _last(_read(STORY + MORE))


def test_teasers_under_an_article_are_not_read() -> None:
    article = _read(f"{STORY}{MORE}{TEASERS}")
    assert _last(article) == _last(_read(STORY + MORE))


def test_teasers_that_break_off_right_under_an_article_are_not_read() -> None:
    teasers = (
        "A tom that boarded a train in Ghent knew where to get off, and now he lives with the...\n"
        "Flour, salt and an oven fill a night of the bakers, which a mayor would...\n"
        "Snow: forty lorries stand on the hills and nobody has any...\n"
    )
    assert _last(_read(f"{STORY}{MORE}{teasers}")) == _last(_read(STORY + MORE))


ELSEWHERE = (
    ("en", "Published originally on Quay Watch"),
    ("de", "Ursprünglich veröffentlicht auf Kaiblick"),
    ("fr", "Publié à l'origine sur Le Quai"),
    ("es", "Publicado originalmente en El Muelle"),
    ("it", "Originariamente pubblicato su Il Molo"),
    ("nl", "Oorspronkelijk verschenen in De Kade"),
    ("pt", "Originalmente publicado no Cais"),
)


@pytest.mark.parametrize(("language", "line"), ELSEWHERE)
def test_where_an_article_was_published_before_is_known_by_how_that_begins(language: str, line: str) -> None:
    assert cues_of(language).opening.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "Win a crane this week by subscribing to our yearly plan! T&C applies.",
        "The Planet can send these lists to your letterbox. Sign up over here!",
    ],
)
def test_an_offer_to_subscribe_below_an_article_is_not_read(line: str) -> None:
    assert _last(_read(f"{STORY}{MORE}\n{line}\n")) == _last(_read(STORY + MORE))


BARS = (
    ("de", "weiterlesen 7 Minuten"),
    ("de", "auf Twitter folgen"),
    ("de", "eine E-Mail senden"),
    ("de", "Weitersagen abbrechen"),
    ("en", "Search for this author in:"),
    ("es", "Seguir en Facebook"),
    ("fr", "Suivre sur LinkedIn"),
    ("it", "Segui su X"),
    ("nl", "Volg op Instagram"),
    ("pt", "Seguir no Facebook"),
)


@pytest.mark.parametrize(("language", "line"), BARS)
def test_a_button_to_follow_or_to_read_on_is_known(language: str, line: str) -> None:
    assert cues_of(language).whole.fullmatch(shape_of(Block(line)).plain)


APPEAL = """\
The Planet has sent people to courts and beaches for thirty years, and paper is dear. Nobody owns us but those who read.

You come here often, so we ask you for a gift: five euros pay a journalist for an hour, and an hour is long.

Every euro counts.
"""
RECIPE = """\
Everybody has an aunt who can do this better, but your aunt has never let you read the page of her book.

Pea soup is no dish for a hurry, so stay at your stove and give the peas a night in cold water beforehand.

Skim the pot and let the whole simmer for two hours, and stir now and then, because you taste it when peas burn.

Lift the meat from the bone, slice the sausage, and when the spoon stands your soup is done and you may call us.
"""
COLUMN = """\
For thirty years, dear readers, you have written to me of cranes, and I have kept each of your letters in a drawer.

There are four hundred of them, and the oldest was typed by a girl who wanted to know how cranes sleep.
"""


def test_an_appeal_to_readers_above_an_article_is_not_read() -> None:
    article = _read(f"{HEAD}\n\nJan Maes\n\n{APPEAL}\n{NEWS}{MORE}{STILL}")
    assert article.sections[1].paragraphs[0] == NEWS.split("\n\n")[0]
    assert {role.text: role.rule for role in article.judgements}["Every euro counts."] == "opening appeal"


def test_a_column_that_speaks_to_its_readers_is_read() -> None:
    article = _read(f"What readers write to the Planet of cranes\n\nJan Maes\n\n{COLUMN}{MORE}{STILL}")
    assert article.sections[1].paragraphs[0] == COLUMN.split("\n")[0]


@pytest.mark.parametrize(
    "label",
    ["A Message from The Daily Planet:", "… we have a small favor to ask.", "Subscription Benefits Include"],
)
def test_an_appeal_to_readers_below_an_article_is_not_read(label: str) -> None:
    asked = (
        "We have sailed with our readers for forty years, and the port would like us gone.\n\nHelp us stay."
    )
    assert "forty years" not in _spoken(_read(f"{HEAD}\n\n{NEWS}{MORE}{STILL}\n{label}\n\n{asked}"))


@pytest.mark.parametrize("above", ["", "A crane lies on the quay of Ostend. Photo: Jane Doe/DPX\n\n"])
def test_what_stands_alone_below_a_label_whose_links_are_gone_is_read(above: str) -> None:
    last = (
        "The harbour master has asked everyone to a table. Whether the bakers may come, he does not know yet."
    )
    assert last in _spoken(_read(f"{HEAD}\n\n{NEWS}{MORE}\n{above}Read also\n\n{last}"))


def test_a_letter_from_somewhere_ends_no_article() -> None:
    told = "Bart has been in the north for a year now and writes each month.\n\nHe likes the snow, and the quiet of it."
    assert "likes the snow" in _spoken(
        _read(f"{HEAD}\n\n{NEWS}{MORE}{STILL}\nA letter from the north\n\n{told}")
    )


def test_a_recipe_that_tells_its_readers_what_to_do_is_no_appeal() -> None:
    article = _read(f"How you make soup that a spoon stands in\n\nJan Maes\n\n{RECIPE}")
    assert article.sections[1].paragraphs == tuple(RECIPE.strip().split("\n\n"))


def test_teasers_above_an_article_are_neither_it_nor_its_headline() -> None:
    article = _read(f"{LATEST}Coast\n{HEAD}\nBy Jane Doe\n{NEWS}{MORE}")
    assert article.headline == HEAD
    assert "Bakers" not in _spoken(article)
    assert "Flour" not in _spoken(article)


def test_other_articles_in_brief_are_not_read() -> None:
    article = _read(f"{STORY}{MORE}\n{BRIEFS}")
    assert _last(article) == _last(_read(STORY + MORE))


def test_an_article_ends_at_its_signature() -> None:
    about = "The Planet is written by forty people on the coast, and printed on a machine of 1961."
    assert _last(_read(f"{STORY}{MORE}\nBy Jane Doe\n\n{about}")) == _last(_read(STORY + MORE))


def test_an_article_goes_on_behind_a_list_that_a_sentence_announces() -> None:
    after = "That will take until Monday, the engineers of the company told the harbour master."
    article = _read(f"{HEAD}\n\n{NEWS.split(chr(10))[0]}\n\n{LIST}{after}")
    assert _last(article) == after
    assert "a bicycle" in _spoken(article)


def test_links_between_headline_and_body_are_no_summary_but_its_own_lines_are() -> None:
    links = "By Jane Doe\n01:16\nHarbour of Bruges shuts after storm too\n01:22\nMaster of Ostend port on the storm"
    summary = "Storm of Friday stops all ferries of the port\nNobody hurt as cranes fall on Ostend's quay"
    article = _read(f"{HEAD}\n{summary}\n{links}\n{NEWS}")
    assert article.sections[1].paragraphs[:2] == tuple(summary.split("\n"))
    assert "Bruges" not in _spoken(article)


@pytest.mark.parametrize(
    ("story", "form"),
    [
        (f"{STORY}{MORE}{STILL}", "The week in Ostend\nNot you?\nPrivacy Policy"),
        (GERMAN, "Die Woche in Ostende\nNicht Sie?\nImpressum"),
    ],
    ids=("en", "de"),
)
def test_an_article_goes_on_behind_a_form_in_its_midst(story: str, form: str) -> None:
    *above, before, last = story.strip().split("\n\n")
    article = _read("\n\n".join((*above, form, before, last)))
    assert article.sections[-1].paragraphs[-2:] == (before, last)


def test_an_article_goes_on_behind_whom_a_picture_belongs_to() -> None:
    above, below = f"{STORY}{MORE}".strip(), STILL.strip().split("\n\n")
    heading = "What the port says of the cranes and of the lock"
    article = _read("\n\n".join((above, "© Planet Pictures", below[0], heading, *below[1:])))
    assert _last(article) == below[-1]
    assert "Planet" not in _spoken(article)


POSTED = (
    (
        "View this post on Instagram",
        "A post shared by Ostend Port (@ostend.port) on Jan 27, 2023 at 12:30 PDT",
    ),
    (
        "Sieh dir diesen Beitrag auf Instagram an",
        "Ein Beitrag geteilt von Hafen (@ostend.port) am 27. Jan 2023",
    ),
    ("Ver esta publicación en Instagram", "Una publicación compartida por Puerto (@ostend.port)"),
    ("Voir cette publication sur Instagram", "Une publication partagée par Port (@ostend.port)"),
    ("Visualizza questo post su Instagram", "Un post condiviso da Porto (@ostend.port)"),
    ("Dit bericht op Instagram bekijken", "Een bericht gedeeld door Haven (@ostend.port)"),
)


@pytest.mark.parametrize(("label", "signature"), POSTED)
def test_the_label_and_the_signature_of_an_embedded_post_are_not_read(label: str, signature: str) -> None:
    article = _read(f"{STORY}{MORE}\n{label}\n\nNew cranes for all of us, and soon\n\n{signature}\n\n{STILL}")
    assert not [part for part in (label, "New cranes", signature) if part in _spoken(article)]
    assert _last(article) == _last(_read(STORY + MORE + STILL))


def test_an_article_goes_on_behind_embedded_posts() -> None:
    posts = [
        f"View this post on Instagram\n\nA post shared by Ostend Port (@ostendport) on Jan {day}, 2023 at 12:30 PDT"
        for day in (27, 28, 29)
    ]
    *above, one, two, last = f"{STORY}{MORE}{STILL}".strip().split("\n\n")
    article = _read("\n\n".join((*above, posts[0], one, posts[1], two, posts[2], last)))
    assert _last(article) == last
    assert "shared by" not in _spoken(article)


def test_a_short_article_goes_on_behind_an_embedded_post() -> None:
    post = "View this post on Instagram\n\nA post shared by Ostend Port (@ostend.port) on Jan 27, 2023 at 3:56 PDT"
    last = (
        "The town had bought the port two years ago, so that nobody abroad could. It paid 20 million euros."
    )
    article = _read(f"{STORY}\n\n{post}\n\n{last}\n\nShare\nMore on this\nHow the port of Bruges grows")
    assert _last(article) == last


def test_the_foot_of_a_page_is_not_read() -> None:
    links = "\n".join(
        f"{name}\nAll of {name}" for name in ("Coast", "Sea", "Land", "Sky", "Town", "Rail", "Wind")
    )
    foot = "Quotes are delayed by a quarter of an hour, and no warranty is given. " * 4
    assert _last(_read(f"{STORY}{MORE}\n{links}\n\n{foot}")) == _last(_read(STORY + MORE))


def test_all_posts_of_a_live_blog_are_told_under_their_titles_and_a_ticker_below_a_report_is_not() -> None:
    posts = (("17:45", "Power is back", "The company says that 12,000 homes have light again."),
             ("17:10", "Road closed", "A lorry lies across both lanes near Penrith, the police say."),
             ("16:32", "A gust of 95 miles", "The weather office measured it at noon."))  # fmt: skip
    ticker = "\n\n".join("\n\n".join(post) for post in posts)
    live = _read(
        f"Storm over Ostend live: port shut\n\nBy Jane Doe\n\n9 January 2025\n\n{NEWS}\n\n{ticker}\n"
    )
    assert [(s.title, s.paragraphs) for s in live.sections[-3:]] == [
        (title, (told,)) for _, title, told in posts
    ]
    assert "Power is back" not in _spoken(_read(f"{STORY}\n{STILL}\nNewest\n\n{ticker}\n"))
    paragraphs = [
        f"On day {day} of the storm the ferry stayed in port, the harbour master said." for day in range(30)
    ]
    report = "\n\n".join(("How Saturday Night Live came to Ostend", *paragraphs))
    assert "Power is back" not in _spoken(_read(f"{report}\n\n{ticker}\n"))


BRIEF = """Seal found in pool of an Ostend hotel

By Jane Doe
23 February 2025

A seal was found on Sunday morning in the pool of a hotel on the sea front of Ostend.

"I thought it was the boys from room four," said the caretaker, Anna Peeters.

READ ALSO:
Rain leaves 300 families without a roof
Goats stop a match in Bruges
{parted}It took the keepers two hours to carry it out. The animal was unhurt and swims in the sea again.

Contact
Privacy policy
"""


def test_a_last_paragraph_apart_from_the_links_above_it_is_told_and_a_teaser_is_not() -> None:
    last = "It took the keepers two hours to carry it out. The animal was unhurt and swims in the sea again."
    told, teased = (_read(BRIEF.format(parted=parted)) for parted in ("\n", ""))
    assert [section.paragraphs[-1] for section in (told.sections[-1], teased.sections[-1])] == [
        last,
        '"I thought it was the boys from room four," said the caretaker, Anna Peeters.',
    ]


def test_a_paragraph_between_a_headline_and_the_same_headline_again_is_told_once() -> None:
    first, *rest = f"{NEWS}{MORE}".split("\n\n")
    below = "\n\n".join(rest)
    parted, twice = (
        _read(f"{HEAD}\n\n{first}\n\nJan 27, 2023\n{HEAD}\n{text}") for text in (below, NEWS + MORE)
    )
    for article in (parted, twice):
        assert article.headline == HEAD
        assert [text for section in article.sections[1:] for text in section.paragraphs].count(first) == 1


BOX = "Subscribe\nTo read more, subscribe to the Planet.\nPlanetSUBSCRIBE\nIn your inbox every morning\n"


def test_a_first_paragraph_above_a_request_to_subscribe_is_told_and_a_teaser_is_not() -> None:
    lede = NEWS.split("\n\n")[0]
    teaser = "A cat that had boarded a train in Ghent knew well in which of the towns it had to get off."
    told, teased = (_read(f"{line}\n{BOX}{STILL}") for line in (lede, teaser))
    assert told.sections[0].paragraphs == (lede,)
    assert teased.sections[0].paragraphs == (STILL.strip().split("\n\n")[0],)


def test_a_first_paragraph_above_a_label_whose_links_are_gone_is_told() -> None:
    lede = (
        "Police boats went out at dawn to look for whatever of a great deal of steel may lie under the water."
    )
    article = _read(f"{lede}\nRead also\n{NEWS}{MORE}")
    assert lede in (article.headline, *article.sections[1].paragraphs)


def test_a_last_paragraph_that_has_no_full_stop_is_told_and_a_link_is_not() -> None:
    last = "The last of the lorries left at two in the morning, and the quay has been empty since then but for gulls"
    link = "Ten ways to salt a road before the snow comes"
    told, linked = (_read(f"{STORY}{MORE}\n{line}\n\nMore on this\n\n{link}") for line in (last, link))
    assert told.sections[-1].paragraphs[-1] == last
    assert _last(linked) == _last(_read(STORY + MORE))


def test_sentences_alone_among_the_links_below_an_article_are_not_read() -> None:
    links = "".join(f"{title}\nMore of this town\n" for title in PLACES[:5])
    said = "".join(
        f'The {title}\n{title} today!\n"We saw {title} in the wind of Friday," the master said.\n'
        for title in PLACES
    )
    article = _read(f"{STORY}{MORE}\n{links}{said}")
    assert _last(article) == _last(_read(STORY + MORE))


def test_what_a_site_says_of_its_author_at_length_is_not_read() -> None:
    about = "Anna Maes founded this site in 2004 with a wish to see more of boats. " * 4
    article = _read(f"{STORY}{MORE}\nShare\nAbout the author\n{about}")
    assert _last(article) == _last(_read(STORY + MORE))


def test_a_last_paragraph_about_somebody_of_whom_the_article_tells_is_no_biography() -> None:
    warned = "The engineer, Anna Gibbons, had warned of both cranes years ago, as papers of the port show."
    last = "Ms Gibbons has told the court of that meeting with the director. She noted that in her book."
    assert last in _spoken(_read(f"{STORY}\n{warned}\n\n{MORE}\n\n{last}"))
    blurb = "Ms Gibbons has written of cranes for years. She is a staff writer of this paper and has a boat."
    assert blurb not in _spoken(_read(f"{STORY}\n{MORE}\n\n{blurb}"))


def test_articles_of_others_below_are_not_read() -> None:
    other = "".join(
        f"{name}\n3 hours ago\n{title}\n\n"
        + "\n\n".join(text.replace("a", vowel) for vowel in "aeiou")
        + "\n\n"
        for name, title, text in (
            (
                "Jan Maes",
                "Flour by night",
                "Bakers ask for longer nights, since bread is eaten cold in the evening.",
            ),
            (
                "Ann Peeters",
                "Tin pipes",
                "Nobody wants to pay for a new organ, so children sing in churches alone.",
            ),
        )
    )
    article = _read(f"{STORY}{MORE}\n{other}")
    assert _last(article) == _last(_read(STORY + MORE))


def test_what_stands_twice_beside_itself_is_a_pictures_and_its_title_no_heading() -> None:
    shown = "A ferry drifts off the port of Ostend, and a crane lies on the quay. The wind was at force ten."
    article = _read(f"{STORY}\nFerries of Ostend\n\n{shown}\n\n{shown}\n{MORE}")
    assert "drifts" not in _spoken(article)
    assert "Ferries of Ostend" not in _spoken(article)


@pytest.mark.parametrize("language", HEADS)
def test_a_headline_without_spaces_is_known_by_what_the_article_says(language: str) -> None:
    page = "\n\n".join((MENUS[language], HEADS[language], BELOW[language], *TOLD[language]))
    assert _read(page).headline == HEADS[language]


def test_a_first_paragraph_above_points_that_a_line_announces_is_told() -> None:
    page = """
Meanwhile in Ostend...

Photo: Bo Ek on Seawall

While all eyes were on the ferry, the port goes on counting what it has to pay for the storm of Friday.

The harbour board agreed on a round of cuts on Sunday. The details come to us from Planet Media:

Pilots of more than sixty years will be paid by the week
Crews that had left before the storm will lose a month

Thirty crane drivers go into a reserve, which means that they are paid for half of the hours they had before, he said.

The board also promised to keep the old quay, which was to be sold next year, until the ferry has a new one.
"""
    spoken = _spoken(_read(page))
    assert "all eyes were on the ferry" in spoken
    assert "paid by the week" in spoken


def test_a_long_list_of_points_is_no_gap_behind_which_other_articles_stand() -> None:
    points = "\n".join(f"– Crane {number} of the port" for number in range(1, 12))
    last = "If you own a boat in the marina, come and see for yourself. There is coffee."
    article = _read(f"{STORY}{MORE}\nThis is what fell:\n\n{points}\n\n{last}\n")
    assert _last(article) == last
    assert "Crane 11" in _spoken(article)


def test_points_whose_bullets_a_copy_has_lost_are_told_and_links_are_not() -> None:
    points = (
        "No plan for a storm on a Sunday",
        "Not a single spare rail for the cranes of the port",
        "Too few pilots. Half of them had gone home, and nobody knew their numbers.",
        "Very little rope",
    )
    asked = "The harbour master asked forty pilots about the night, and they named a few troubles."
    article = _read(f"{STORY}\n{asked}\n\n" + "\n".join(points) + f"\n{MORE}")
    assert all(point in _spoken(article) for point in points)
    links = "\n".join(
        ("Ten ways to salt a road", "The cat that came back by train", "Who pays for sand", "Weekend")
    )
    assert "Ten ways" not in _spoken(_read(f"{STORY}\n{asked}\n\n{links}\n{MORE}"))


def _read(text: str) -> Article:
    return segment(read_text(text.encode(), "page.txt", None))


def _last(article: Article) -> str:
    return article.sections[-1].paragraphs[-1]


def _spoken(article: Article) -> str:
    parts = [text for section in article.sections for text in (section.title or "", *section.paragraphs)]
    return "\n".join(parts)


@pytest.mark.parametrize("numbers", [range(1, 9), range(8, 0, -1)])
def test_all_that_an_article_counts_is_told(numbers: range) -> None:
    """Names above a few words, some without a full stop; links that count too are none of them."""
    people = {
        f"{number}. {name}": f"{job}. She has seen more storms on this coast than all of her guests. Post: @{name[:3]}"
        for number, name, job in zip(
            numbers,
            ("Ann Maes", "Bea Claes", "Cas Ek", "Dora Roe", "Eva Doe", "Fien Bos", "Gia Wit", "Hanne Smet"),
            ("Cook", "Head of kites", "Baker", "Harpist", "Diver", "Painter of boats", "Judge", "Weaver"),
            strict=True,
        )
    }
    title = "Eight women of the quay whom you should meet"
    opening = "The quay of Ostend is said to be a place of men. It is not, as whoever walks along it on a Monday sees."
    links = "\n\n".join(
        ("Most read", "1. Mayor opens school for clowns", "2. Herring is dear again this year")
    )
    listed = "\n\n".join(f"{heading}\n\n{told}" for heading, told in people.items())
    article = segment(read_text(f"{title}\n\n{opening}\n\n{listed}\n\n{links}".encode(), "quay.txt", None))
    roles = {judged.text: judged.role for judged in article.judgements}
    assert [roles[told] for told in people.values()] == ["body"] * 8
    assert [roles[heading] for heading in people] == ["subhead"] * 8
    assert {roles[line] for line in links.split("\n\n")} == {"boilerplate"}


def test_steps_that_are_counted_are_headings() -> None:
    """Also above a few words; what is counted below pictures is none."""
    steps = (
        "Measure the crane and cut a piece of foam that is a little smaller. Put it on the quay.",
        "Turn the crane into the wind before you lift it from its rails.",
        "Simply pull down the hook with pliers, or put more rope into the empty places.",
        "Dry the crane and keep it cool",
        "You can take any rope you wish. In this case, a thin one was used for the hook.",
    )
    title = "How to build a crane of the port of Ostend"
    opening = "A crane of wood is pleasant to look at, and it holds a piece of the port of Ostend in your home as well."
    shot = "(Jane Doe/Getty Images)"
    told = "".join(
        f"Step {number}\n{step}\n" + f"Crane with {number} hooks. {shot}\n" * (number != 4)
        for number, step in enumerate(steps, 1)
    )
    shown = "Figure 1: A crane of wood\nFigure 2: A crane of foam\n"
    article = segment(read_text(f"{title}\n\n{opening}\n{shown}{told}\n".encode(), "crane.txt", None))
    assert [judged.text for judged in article.judgements if judged.role == "subhead"] == [
        f"Step {number}" for number in range(1, 6)
    ]
    told = [judged.text for judged in article.judgements if judged.role == "body"]
    assert told == [opening, *steps]


def test_teasers_above_an_article_whose_rubrics_are_glued_to_what_leads_on() -> None:
    """Three would be taken for the article, whose headline is far below; a town is no link for its last letters."""
    rubrics = ("Townread more", "Fish and Marketsread more", "Weatherread more", "Sportsread more")
    top = "\n".join(
        f"Mayor number {number} opens a school for clowns at the old mill\nThe mayor of a town in the hills has opened "
        f"a school where clowns learn to fall, and {number} others want one as well, the mayor says.\n{rubric}"
        for number, rubric in enumerate(rubrics)
    )
    rest = "\n".join(NEWS.split("\n\n"))
    text = f"{top}\nPreviousNext\nHarbours\n{HEAD}\nFebruary 9, 2024\nJane Doe\n{rest}\nBaltimore\n{MORE}"
    article = segment(read_text(text.encode(), "port.txt", None))
    assert article.headline == HEAD
    assert {judged.rule for judged in article.judgements if judged.text in rubrics} == {"glued link"}
    assert not any("clowns" in paragraph for section in article.sections for paragraph in section.paragraphs)
    assert not any(judged.rule == "glued link" for judged in article.judgements if judged.text == "Baltimore")


def test_comments_that_are_counted_are_none_of_the_article() -> None:
    comments = "\n\n".join(
        f"{number}. {name}\n\nThey should have moved the cranes of the port of Ostend years ago. Nobody listens."
        for number, name in enumerate(("Seagull", "Bo Ek", "Herring77", "Ann"), 1)
    )
    article = segment(
        read_text(f"{HEAD}\n\n{NEWS}\n{MORE}\n\n4 comments\n\n{comments}".encode(), "x.txt", None)
    )
    told = [paragraph for section in article.sections for paragraph in section.paragraphs]
    assert told
    assert not any("Nobody listens" in paragraph for paragraph in told)


def test_teasers_whose_titles_run_into_their_sentences_end_an_article_and_names_do_not() -> None:
    teasers = (
        "Bakers of Ghent want to sleep longer, and a mayor is readyFlour, salt and an oven fill a night in most towns.",
        "Snow is forecast for the hills and nobody has any sandA firm from Bruges says it will sell some on Monday.",
    )
    names = (
        "The film of the fall of the first crane was on YouTube before the harbour master was out of his bed."
    )
    article = segment(
        read_text("\n\n".join((STORY.strip(), MORE.strip(), names, *teasers)).encode(), "port.txt", None)
    )
    assert article.sections[-1].paragraphs[-1] == names


def test_a_blank_line_parts_a_heading_from_links_in_lines_above_it() -> None:
    links = "Related\nPorts of the coast say they want fewer cranes, and that others should go first\nWhat a storm is"
    heading = "‘They had to learn to wait again’"
    told = "“They had to learn to wait again,” the harbour master said of the ferries, and of the cranes of Ostend."
    article = segment(
        read_text("\n\n".join((STORY.strip(), links, heading, told, MORE.strip())).encode(), "port.txt", None)
    )
    assert heading in [section.title for section in article.sections]


def test_a_sentence_of_a_few_words_may_open_an_article() -> None:
    opening = "Here comes the sea."
    top = f"{HEAD}\n\nBy Jane Doe\n\nShare\nPrint\n\nA crane on the quay. (AP Photo/Jane Doe)\n\n{opening}"
    article = segment(read_text(f"{top}\n\n{NEWS}\n{MORE}".encode(), "port.txt", None))
    assert article.sections[1].paragraphs[0] == opening
