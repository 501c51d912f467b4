"""Which line of a text is taken for its headline, among menus, teasers, kickers, summaries and repeats."""

from __future__ import annotations

import numpy as np
import pytest

from narrator.model import Judgement
from narrator.reading.text import read_text
from narrator.segment import segment
from narrator.segment.evidence import ENOUGH, WEIGHTS, reasons
from narrator.segment.headline import headlines
from narrator.segment.judge import laid_out
from tests.gold import read_cases
from tests.weigh_headlines import choices, found, learn

NEWS = """The ferry company of Ostend will cut its night crossings from March, its director said on Monday.

"We sail half empty after ten," said the director, Bart Claes, on the quay of the company.

The union of the sailors called the cuts a scandal. It wants night crossings to go on until summer.

Ostend has had night crossings since 1936, except in the years of the war."""
MELDUNG = """Die Reederei aus Husum streicht ab März ihre Fähren bei Nacht, sagte der Direktor am Montag.

„Nach zehn fahren wir halb leer“, sagte der Direktor Jens Petersen auf dem Kai der Reederei.

Die Gewerkschaft der Matrosen nannte das einen Skandal. Sie will, dass die Fähren bis zum Sommer weiter fahren.

Seit 1936 fahren die Fähren aus Husum auch bei Nacht, außer in den Jahren des Krieges."""
NOTICIA = """La naviera de Vigo suprimirá en marzo sus barcos nocturnos, dijo el lunes su director.

"Después de las diez navegamos medio vacíos", dijo el director, Xoán Castro, en el muelle de la naviera.

El sindicato de los marineros habló de escándalo. Quiere que los barcos nocturnos sigan hasta el verano.

Vigo tiene barcos nocturnos desde 1936, salvo en los años de la guerra."""
ENGLISH = "Ferry company of Ostend cuts night crossings"
CLIPPED = "Finance minister Jane Doe [L] and the director at the opening of the new night quay of"
GERMAN = "Reederei aus Husum streicht Fähren bei Nacht"
SPANISH = "La naviera de Vigo suprime los barcos nocturnos"
MENU = "\n".join(("Home", "News", "Harbour", "Weather", "Tides", "Fish", "Jobs", "Contact"))
TEASERS = "\n".join(
    (
        "Mayor of Bruges opens a school for clowns",
        "Herring is dear again this year",
        "Dunes to be closed to dogs",
    )
)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (ENGLISH, f"{MENU}\n{TEASERS}\n> \nBy Jane Doe\n\n{NEWS}"),
        (
            ENGLISH,
            f"{TEASERS}\n{MENU}\n> \nDirector says boats are half empty after ten\nBy Jane Doe\n{NEWS}",
        ),
        (ENGLISH, f"> \n{MENU}\nHarbour news\n> \nMarch 3, 2025\n\n{NEWS}"),
        (ENGLISH, f"{MENU}\n> \nPhotograph: the quay\nJane Doe, @janedoe\n3h ago\n{TEASERS}\n\n{NEWS}"),
        (ENGLISH, f"> \nJane DoeThe Daily Planet\n\n{NEWS}"),
        (
            ENGLISH,
            "Ferry company: why the director of Ostend had to speak\n"
            "Herring of the North Sea is dear again this y...\nMore\n> \n"
            "The ferry company says that few people cross at night.\nPhoto: Bo Ek\nBy Jane Doe\nMarch 3, 2025\n\n"
            f"{NEWS}",
        ),
        (
            GERMAN,
            f"{MENU}\nBürgermeister eröffnet Schule für Clowns\n> \n03.03.2025 11:45 | von Jana Doe\n\n{MELDUNG}",
        ),
        (GERMAN, f"Hafen\n> \nDirektor: Nach zehn sind die Schiffe halb leer\nVon Jana Doe\n\n{MELDUNG}"),
        (SPANISH, f"{MENU}\nEl alcalde abre una escuela de payasos\n> \nPor Juana Pérez\n\n{NOTICIA}"),
    ],
)
def test_headline_is_found_among_what_surrounds_it(headline: str, text: str) -> None:
    assert _headline(text.replace("> ", headline)) == headline


def test_what_an_author_does_counts_against_a_line_below_the_name() -> None:
    line = "Writer on the director and the union of Ostend"
    page = read_text(
        f"{MENU}\n{ENGLISH}\nBy Jane Doe\nJane Doe\n{line}\nMarch\n\n{NEWS}".encode(), "x.txt", None
    )
    view = laid_out(page, "en")
    (index,) = (i for i, shape in enumerate(view.shapes) if shape.text == line)
    assert reasons(headlines(view), index)["below name"] < 0


def test_the_job_of_an_author_below_the_name_is_no_headline() -> None:
    title = "Enough of the night: Name names"
    picture = "The quay of the ferry company on Sunday. (Jane Roe/AFP/Getty Images)"
    job = "Opinion writer reporting on the ferry company of Ostend"
    text = f"{title}\n\n{picture}\n\nBy Jane Doe\nJane Doe\n{job}\nEmail Bio Follow\nOpinion writer\nMarch 3, 2025"
    assert _headline(f"{text}\n\n{NEWS}") == title


def test_a_headline_with_a_full_stop_is_known_by_the_day_below_it() -> None:
    headline = "Fête d'adieu de Yann Kermarec : Les marins qui feront le voyage."
    told = (
        "Yann Kermarec, doyen des marins élu au conseil du 10 mars 2019, mènera les barques le 14 avril à Kerlouan, "
        "à la Grande Cale. Le maire a promis que le port serait fermé aux bateaux de pêche pendant trois "
        "jours que durera la fête.\n"
        "D'après le journal du port de ce mois, une vingtaine de lettres sont parties. Cinq marins ont dit oui, "
        "et le doyen espère que les autres suivront, car la dernière fête de ce genre date du temps de son père."
    )
    text = f"{headline}\n25 - Mars - 2019\n{told}\nAutres nouvelles\n29 - Mars - 2024"
    assert _headline(text) == headline


def test_a_line_in_capitals_is_no_sentence_of_the_article() -> None:
    headline = "THE FERRY COMPANY OF OSTEND CUTS ITS NIGHT CROSSINGS."
    view = laid_out(read_text(f"{headline}\n\n{NEWS}".encode(), "x.txt", None), "en")
    assert "sentence" not in reasons(headlines(view), 0)


def test_a_sentence_under_a_picture_above_a_link_heads_no_text() -> None:
    caption = "A cow found astray near Wendham on Monday."
    told = (
        "The body of a cow, perhaps a calf, was seen by the fields of a village near Wendham by two walkers.\n"
        "Farmers came upon it among the reeds on Monday evening.\n"
        "They told the mayor, and she told the vets.\n"
        "It is the third cow to be found astray near Wendham this year."
    )
    article = segment(read_text(f"{caption}\nGeese trample beets near Hove\n{told}".encode(), "x.txt", None))
    assert not [one for one in article.judgements if one.role == "headline"]


def test_a_sentence_above_who_took_the_picture_heads_no_text() -> None:
    shown = "The town hall of Ostend on Monday night. The council met until one."
    assert (
        _headline(
            f"Jane Doe\nAnn Ek\n\nPublished on March 3, 2025\nShare\nSave\n\n{shown}\nFoto Bo Ek\n\n{NEWS}"
        )
        != shown
    )


def test_paragraphs_above_a_headline_that_stands_below_the_article_are_read() -> None:
    first, second, *_ = NEWS.split("\n\n")
    summary = "The ferries that leave the port of Ostend after ten are to stay in it, the company says."
    text = f"{first}\n\n{second}\n\nHarbour\n{ENGLISH}\n{summary}\nMarch 3, 2025"
    article = segment(read_text(text.encode(), "a.txt", None))
    assert article.headline == ENGLISH
    assert {first, second} <= {text for section in article.sections for text in section.paragraphs}


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("Ostend on the first day without boats\nFollow this story", "Ostend on the first day without boats"),
        ("What is left of the night\nFollow this story", "What is left of the night"),
        (
            "Who sings here?\nOstend on the first day without boats\nFollow this story",
            "Ostend on the first day without boats",
        ),
        ("March 3, 2025\nShare\nWater nights", "Water nights"),
        ("Jump straight to content\nFollow this story", NEWS.split("\n\n")[0]),
        ("THE HARBOUR NIGHT BULLETIN\nFollow this story", NEWS.split("\n\n")[0]),
        (f"{CLIPPED}\n{CLIPPED} Ostend on Monday. (Photo: Bo Ek)\nFollow this story", NEWS.split("\n\n")[0]),
    ],
)
def test_a_line_at_the_top_heads_a_text_where_none_tells_more(top: str, headline: str) -> None:
    assert segment(read_text(f"{top}\n{NEWS}".encode(), "a.txt", None)).headline == headline


def test_a_request_at_the_top_heads_no_article_below_it() -> None:
    asked = "Subscribe to our bulletin of the night crossings of Ostend"
    joined = f"{asked}\nThousands of people have the tides of Ostend in their mailbox each night."
    assert _headline(f"{joined}\n{ENGLISH}\nBy Jane Doe\n\n{NEWS}") == ENGLISH


def test_a_caption_that_stands_again_with_its_photographer_is_no_headline() -> None:
    caption = "At the night quay of Ostend: the director and a sailor of the ferry company, Bart Claes."
    lines = ("Coast", "", "Ostend keeps its boats in when dark", "", caption, f"{caption}Bo Ek", "• Print")
    signed = "Nobody will sail to Ramsgate at night. The union of those who work on board is against it.\n\nby Jane Doe"
    assert _headline("\n".join((*lines, "", signed, "", NEWS))) == "Ostend keeps its boats in when dark"


def test_what_an_agency_added_in_brackets_is_no_headline() -> None:
    top = "Ferry Company To Stay In After Ten\nShare\nSave\nOpen Image Modal"
    added = "(Adds night crossings of Ostend cut, union, director)\nBy Jane Doe"
    assert _headline(f"{top}\n\n{added}\n\n{NEWS}") == "Ferry Company To Stay In After Ten"


def test_an_abbreviation_at_its_end_is_no_full_stop() -> None:
    headline = "Ferry company of Ostend takes its night crossings to the E.U."
    assert _headline(f"{MENU}\n{headline}\nVideo\nBy Jane Doe\n\n{NEWS}") == headline


def test_a_headline_between_initials_and_names_is_no_credit() -> None:
    headline = "Judge Finds Ferry Company Guilty In S.C. Night Crossings"
    assert _headline(f"{MENU}\n{headline}\nBy Jane Doe\n\n{NEWS}") == headline


def test_the_end_of_a_sentence_is_not_its_cleaner_form() -> None:
    headline = f"In March, when it snows, {ENGLISH[0].lower()}{ENGLISH[1:]}"
    assert _headline(f"{MENU}\n{headline}\nBy Jane Doe\n\n{ENGLISH}\n\n{NEWS}") == headline


def test_a_short_line_above_nothing_but_paragraphs_is_the_headline() -> None:
    told = "The report says that the council met again on the matter of the boats. Nobody said why."
    assert _headline(f"The Council Meets Again\n\n{told}\n\n{told[:70]}\n") == "The Council Meets Again"


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Kuh auf der Autobahn",
            "Kuh auf der Autobahn\nDas entlaufene Tier hat am Freitag die Autobahn bei Wendhagen gesperrt. Ein "
            "Landwirt lockte es mit Hafer von der Fahrbahn.",
        ),
        (
            "Kuh auf der A39: Fahrbahn war eine Stunde gesperrt",
            "Verkehr\nKuh auf der A39: Fahrbahn war eine Stunde gesperrt\n21.02.2025\nEin entlaufenes Tier hat am "
            "Freitag bei Wendhagen den Verkehr lahmgelegt. Ein Landwirt lockte es mit Hafer weg.",
        ),
        (
            "Cow on the motorway: road closed for an hour",
            "Police\nCow on the motorway: road closed for an hour\nA runaway animal brought the A39 near Wendham to a "
            "halt on Friday. A farmer lured it away with a bucket of oats.\nUpdated 21 February 2025, 10:40",
        ),
        (
            "Parking: who pays?",
            "Parking: who pays?\n\nJane Q. Public\n\nColumnist\n\nNov. 28, 2024\n\nThere is no such thing as free "
            "parking in a city. Every place costs the city a month of rent.\n\nThe mayor says drivers deserve a break.",
        ),
    ],
)
def test_the_first_line_of_a_short_text_is_its_headline_whatever_words_it_has(
    headline: str, text: str
) -> None:
    assert segment(read_text(text.encode(), "story.txt", None)).headline == headline


@pytest.mark.parametrize(
    "text",
    [
        "> \n\nA cow on the quay. Photo: Bo Ek/AP\n\n{news}",
        "March 3, 2025 10:40\n\n1207\n\n> \n\n{news}",
        "March 3, 2025\n\n> \n\n> File photo: Bo Ek / AP\n\n{news}",
        "Share\n> \nCow at sea, and what all of those who live on our planet think of it this week\n\n{news}",
        "Facebook Twitter Print More sharing options\n> \nCow at sea (c) PLANET (BO EK)\n\n{news}",
        "All posts by Jane Doe\n\n> \n\n{news}",
        "Skip navigation\nReview of the press\n\n> \n\nPublished:\n\n{news}",
        "Your web browser is no longer supported. To improve your experience update it here\n> \n{news}",
    ],
)
def test_the_only_heading_above_an_article_is_its_headline_whatever_words_it_has(text: str) -> None:
    headline = "Runaway animal found swimming past lighthouse"
    assert _headline(text.format(news=NEWS).replace("> ", headline)) == headline


@pytest.mark.parametrize(
    "above",
    [
        "A sailor on the quay at night\nThe sailor stood on the quay in March. Bo Ek/AP\n\nMarch 3, 2025, 14:26",
        "A ferry of the company leaves the quay\nPlanet Images\nA ferry of the company leaves the quay",
        "Jane Maes (1931–2022)",
    ],
)
def test_what_pictures_show_and_whose_life_is_told_heads_no_text(above: str) -> None:
    headline = "Ferry may cut its crossings, company tells union"
    assert _headline(f"Planet\nNews\nSport\n\n{above}\n\n{headline}\n\nShare\n\n{NEWS}") == headline


def test_what_somebody_says_in_a_headline_speaks_for_it() -> None:
    headline = (
        "'We sailed half our lives': Tears of a couple in Ostend as the last night ferry leaves the quay"
    )
    summary = "The director says the company sails half empty"
    assert _headline(f"News\nSport\nTravel\n\n{headline}\n{summary}\n\nShare\n\n{NEWS}") == headline


def test_a_quotation_below_a_first_paragraph_heads_no_text() -> None:
    first, *rest = NEWS.strip().split("\n\n")
    text = "\n\n".join((first, "'Nobody asked us, and yet we sail half empty after ten'", *rest))
    assert first in [one.text for one in _judged(text) if one.role in ("headline", "body")]


@pytest.mark.parametrize("headline", ["– We have never seen it", "“Nobody asks us, and yet we sail”"])
def test_what_somebody_says_to_us_heads_a_text(headline: str) -> None:
    assert _headline(f"{headline}\n{NEWS}") == headline


@pytest.mark.parametrize(
    "line",
    [
        "THE GREAT SEA BULLETIN\nView this email in your browser\n\nMarch 3, 2025",
        "How did you hear of us, and who told you?",
        "Director: Jane Doe",
        "feux sur le quai dans le port",
        "Skip to main content Skip to navigation",
        "Copy LinkCopy LinkShare on MessengerShare on Messenger",
        "The union of the sailors called the cuts a scandal.”",
    ],
)
def test_mastheads_questions_captions_and_buttons_head_no_text(line: str) -> None:
    assert all(one.role != "headline" for one in _judged(f"{line}\n\n{NEWS}"))


def test_a_heading_below_the_first_paragraph_of_all_is_no_headline() -> None:
    first = (
        "We come back to the matter of the night crossings of Ostend, which the ferry company wants to cut from March, "
        "and to what those say who work on board of its boats."
    )
    heading = "NIGHT CROSSINGS OF OSTEND: WHAT THE SAILORS SAY"
    judged = {
        one.text: one.role for one in _judged(f"{first}\n\n{heading}\n\n{NEWS}\n\nWHO PAYS?\n\n{NEWS[:96]}")
    }
    assert judged[first] == "body"
    assert "headline" not in judged.values()


def test_whom_a_picture_shows_with_an_office_is_no_headline() -> None:
    told = NEWS.replace(
        "The union of the sailors called", "The head of the union, Sister Paula Minott, called"
    )
    shown = "Night crossings union head Sister Paula Minott"
    assert _headline(
        f"Advertisement\n\nSailors of Ostend call off night strike\n\n00:00\n00:00\n{shown}\n\n{told}"
    ) == ("Sailors of Ostend call off night strike")


def test_a_kicker_that_leads_on_is_not_the_headline() -> None:
    assert _headline(f"- The director of the ferry company of Ostend:\n\n{ENGLISH}\n\n{NEWS}") == ENGLISH


def test_a_sentence_that_has_the_words_of_the_headline_and_more_is_read() -> None:
    article = segment(
        read_text(f"Night crossings\n\nThe night crossings end.\n\n{NEWS}".encode(), "x.txt", None)
    )
    assert {one.text: one.role for one in article.judgements}["The night crossings end."] in (
        "body",
        "standfirst",
    )


POINTS = """{bullet}City shut the hall in 2019 because of its roof
{bullet}Traders have spent five years in a tent
{bullet}Work must begin within six months
Mara Lindqvist
28 October 2023
The market hall of Ostend will open its doors again. The high court has sided with the forty traders who appealed \
against its closure, ordered by the city in 2019.
The ruling, made public on Saturday, gives the city six months to begin work on the roof, whose state was the reason \
for the closure.
The traders have spent the five years in a tent on the car park. "We have lost half our customers," said their \
spokeswoman, Rosa Lem.
The city is considering an appeal, a spokesman said."""


@pytest.mark.parametrize("bullet", ["", "- "])
@pytest.mark.parametrize("kicker", ["", "Ostend, by the harbour\n"])
def test_points_that_sum_an_article_up_are_told_below_its_headline(kicker: str, bullet: str) -> None:
    headline = "Court orders market to reopen and sides with traders"
    text = f"{kicker}{headline}\n{POINTS.format(bullet=bullet)}"
    article = segment(read_text(text.encode(), "x.txt", None))
    assert article.headline == headline
    assert sum(judged.role == "standfirst" for judged in article.judgements) == 3


def test_of_two_lines_of_one_length_above_the_signature_the_first_is_the_headline() -> None:
    text = (
        "World\nFerry company to cut night crossings from March\n"
        "Director blames price of fuel and shortage of sailors\n\n"
        "Mara Lindqvist · Planet News · Posted: Feb 03, 2024 10:15 AM EST\n\n"
        "The ferry company of Ostend will cut its night crossings from March, its director said on Monday, blaming the "
        "price of fuel and a shortage of sailors.\n\nThe night crossings carried 4,000 people last year, it said."
    )
    assert _headline(text) == "Ferry company to cut night crossings from March"


def test_a_text_that_begins_below_a_menu_has_no_headline() -> None:
    assert segment(read_text(f"{MENU}\n\n{NEWS}".encode(), "x.txt", None)).headline.startswith(
        "The ferry company"
    )


def test_the_opening_sentence_of_a_text_without_headline_does_not_end_at_an_abbreviation_of_a_number() -> (
    None
):
    opening = "The committee of the port will pay approx. $5 million for cranes."
    text = f"{opening} It said so on Monday.\n\n{NEWS}"
    assert segment(read_text(text.encode(), "x.txt", None)).headline == opening


def test_explanation_names_what_counted() -> None:
    article = segment(read_text(f"{MENU}\n{ENGLISH}\nBy Jane Doe\n\n{NEWS}".encode(), "x.txt", None))
    (judged,) = (one for one in article.judgements if one.role == "headline")
    assert "signed +" in judged.evidence


def test_weights_find_as_many_headlines_of_the_corpus_as_those_it_teaches() -> None:
    chosen = choices(read_cases("dev"))
    ours = np.array([*WEIGHTS.values(), ENOUGH])
    assert found(chosen, ours) >= 0.98 * found(chosen, learn(chosen)) > 0.9 * len(chosen)


def _headline(text: str) -> str:
    return segment(read_text(text.encode(), "x.txt", None)).headline


def _judged(text: str) -> tuple[Judgement, ...]:
    return segment(read_text(text.encode(), "x.txt", None)).judgements


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("logo_harbour Print biggersmallText sizePage of the ferry company of Ostend", ENGLISH),
        ("NIGHT CROSSINGS OF OSTEND TO END IN MARCH", ENGLISH),
    ],
)
def test_words_run_into_each_other_and_a_kicker_in_capitals_are_not_the_headline(
    above: str, headline: str
) -> None:
    judged = _judged(f"{above}\n\n{headline}\n\nBy Jane Doe\n\n{NEWS}")
    assert [one.text for one in judged if one.role == "headline"] == [headline]


def test_a_long_first_paragraph_above_others_heads_no_text() -> None:
    judged = _judged(
        NEWS.replace("its director said on Monday.", "its director said on Monday to those who wait.")
    )
    assert all(one.role != "headline" for one in judged)


def test_what_a_picture_shows_and_again_with_who_took_it_in_brackets_is_not_the_headline() -> None:
    lines = (
        ENGLISH,
        "Night crossings of Ostend",
        "Night crossings of Ostend(Planet viewer)",
        "By Planet Staff",
        NEWS,
    )
    judged = _judged("\n\n".join(lines))
    assert [one.text for one in judged if one.role == "headline"] == [ENGLISH]


DECK = (
    "Retired sailor, 81, who spent 19 years building night ferry of full size in his garden is told by the company to "
    "tear down the crossings",
    "Director said on Monday that price of fuel is to blame",
    "The union of the sailors asked for talks with the ministry",
    "Figures of the ministry show what the crossings cost",
)


def test_the_first_of_several_lines_that_sum_up_the_article_above_its_signature_heads_it() -> None:
    lines = ("Home", "News", "Sport", "Ferry company to cut night crossings from next year on", *DECK[1:])
    text = "\n".join((*lines, "By Jane Doe", "3 February 2024"))
    assert _headline(f"{text}\n\n{NEWS}") == lines[3]


def test_a_kicker_that_has_the_first_words_of_the_headline_is_none() -> None:
    headline = "Ostend Night Lines stumbles into insolvency yet again"
    menu = "Skip to content\nHome\nSubscribe\nLog in\nMenu\nNews\nSport\nEconomy\nCompanies"
    top = f"{menu}\nOstend Night Lines\nAfter the sale of its boats"
    summary = "For the third time in four years the last of the ferry companies has no money left"
    told = (
        "The ferry company Ostend Night Lines cannot pay its sailors. The company told a court so on Tuesday.",
        "Ostend Night Lines has three boats and 400 sailors, who will be paid until March, the court said.",
        "It is the third time that Ostend Night Lines goes to court; in 2020 and 2022 its owners sold boats.",
    )
    text = "\n\n".join((top, headline, summary, "9 January 2024, 14.36\nSave\nShare", *told))
    assert _headline(text) == headline


def test_a_headline_of_close_to_thirty_words_stands_above_its_points() -> None:
    long = (
        "Night ferry is no more: Three hundred sailors to go as company cuts the oldest of its crossings, sells four "
        "boats and leaves Ostend without a single light"
    )
    points = (
        "Ferry of 1951 is the oldest at the quay of the whole country",
        "Woman in her 30s was the last to buy a ticket for the moonlit sea",
        "Roof of the hall shredded and lamps of iron sold for scrap",
    )
    text = "\n".join(("Home", "News", "Sport", "", long, "", *points, "By Jane Doe", "3 February 2024"))
    assert _headline(f"{text}\n\n{NEWS}") == long


def test_a_line_above_a_labelled_credit_is_no_headline_and_a_source_is_no_credit() -> None:
    shown = "The night boat of the ferry company at the quay of Ostend, where the sailors wait"
    begun = f"28 February 2026\nShare\nSave\n{shown}\n"
    assert _headline(f"{begun}Credit: Jane Doe for the Planet\n\n{NEWS}") != shown
    sourced = f"{ENGLISH}\nSource: DPX\nEditor: lan\n2023-10-26 12:22\n\n{NEWS}"
    assert _headline(sourced) == ENGLISH


def test_what_a_page_is_called_in_the_path_to_it_is_not_the_headline_below() -> None:
    path = "Home\nEconomy\nCompanies\nFerries: Director of Ostend company on night crossings"
    assert _headline(f"{path}\n\nBy the harbour\n{ENGLISH}\n\nBy Jane Doe\n\n{NEWS}") == ENGLISH


def test_of_two_lines_the_one_above_a_credit_is_of_the_picture() -> None:
    shown = "Night crossings in sight: The ferry director shows the union what is on the quay of Ostend"
    lines = ("Regional", "Latest", ENGLISH, "Share", "Listen", shown, "Photo: Ostend Fire Brigade")
    text = "\n".join((*lines, "By: JANE DOE", "24.05.2026 - 13:52", NEWS))
    assert _headline(text) == ENGLISH


def test_what_stands_in_the_line_below_a_credit_under_the_headline_is_of_the_picture() -> None:
    shown = "The quay of Ostend, where the night ferry of the company was to land on Monday"
    picture = f"PHOTO JOSÉE-ANNE PRONOVOST, LA PRESSE\n{shown}"
    told = f"{ENGLISH}\n\nPhoto: Bo Ek / AP\n{shown}"
    assert _headline(f"Traversier d’Ostende\n\n{told}\n\nBy Jane Doe\n\n{NEWS}") == ENGLISH
    french = (
        "La compagnie des traversiers met fin à ses traversées de nuit, a dit lundi la directrice de la compagnie.",
        "Le syndicat des marins a dénoncé lundi la décision et demandé à voir la ministre, qui n’a pas répondu.",
        "Les traversées de nuit ont transporté 4000 personnes l’an dernier, selon la ministre des Transports.",
        "La compagnie a 30 marins de moins que l’an dernier, et la directrice dit qu’elle n’en trouve pas.",
    )
    headline = "La compagnie met fin aux traversées de nuit"
    assert _headline("\n\n".join((headline, picture, "Par Jane Doe", *french))) == headline


def test_a_line_above_whose_photograph_it_is_heads_no_text() -> None:
    shown = "Jane Brandvold on the frozen quay of Ostend, in January"
    text = f"Corinne Vasquez-Hale\n\nMarch 3, 2026\n\n{shown}\nPhotograph by Jared Whitcombe for the Planet\n\n{NEWS}"
    assert _headline(text) != shown


@pytest.mark.parametrize(
    "shown", ["", "Bart Claes on the quay. ‘I know them by their horns.’ Beeld Jan Doe\n"]
)
def test_the_first_question_of_an_interview_and_its_picture_head_no_text(shown: str) -> None:
    lead = "After 38 years the ferry director Bart Claes leaves the quay of Ostend today, and with him the night line."
    answers = (
        "It was. The night ferry was full of lorries, and the quay of Ostend was as loud at two as it was at noon.",
        "They do. The night line had lost money for ten years, and the ministry did not want to pay for it again.",
        "Sleep. The director says that he has not slept through a night since the first ferry left the quay.",
    )
    questions = (
        "Was the quay so loud on the first night of the ferry?",
        "Do others see it so?",
        "What comes next?",
    )
    asked = "\n\n".join(f"{one}\n\n{other}" for one, other in zip(questions, answers, strict=True))
    article = segment(
        read_text(f"{shown}\nJane Doe\n\n3 March 2026\n\n{lead}\n\n{asked}\n".encode(), "a.txt", None)
    )
    assert article.headline not in (*questions, shown.strip())
    told = [text for section in article.sections for text in (section.title, *section.paragraphs)]
    assert lead in told
    assert questions[0] in told


def test_the_description_of_a_picture_above_the_same_with_its_credit_heads_no_text() -> None:
    shown = "The director and the union of the ferry company on the night quay of Ostend"
    headline = "Twenty sailors stand on a quay and nobody will say until when, or who it was that sent them there first"
    top = f"Home\nNews\nEconomy\n\n{headline}\n\n{shown}\n{shown} PLANET PROJECT\n\n3 March 2026\nBy Jane Doe"
    assert _headline(f"{top}\n\n{NEWS}") == headline


def test_of_two_lines_that_belong_together_the_upper_is_the_kicker() -> None:
    kicker = "Night ferry alone on the quay"
    said = "“Then we began to sing with the director”"
    top = f"News\nEconomy\nOstend\n\n{kicker}\n{said}"
    assert (
        _headline(
            f"{top}\n\nThe ferry stops at ten, and nobody is glad.\n\n3 March 2026\nBy Jane Doe\n\n{NEWS}"
        )
        == said
    )


def test_what_somebody_said_is_rather_told_below_a_headline() -> None:
    headline = "Twenty sailors stand on a quay of Ostend at night after the ferry company cuts crossings until summer"
    told = "The director said the crossings of the company were “half empty after ten”"
    top = f"HALF EMPTY\n\n{headline}\n\n{told}\n\nJane Doe, Reporter\n3 March 2026"
    assert _headline(f"{top}\n\n{NEWS}") == headline


def test_a_line_below_the_label_of_a_summary_heads_no_text() -> None:
    headline = (
        "Ostend Strikes Its Crossings From the Quay After Losing Its Sailors in Public: 'I Sailed and There Was "
        "Nothing There at All' (Exclusive)"
    )
    points = (
        "Need to know",
        "The ferry company of Ostend cuts its night crossings from March",
        "The director of the company says that it sails half empty after ten",
        "The union of the sailors called the cuts a scandal",
    )
    top = f"Home\nEconomy\n\n{headline}\n\nBy\nJane Doe\n3 March 2026\nShare\nComments"
    assert _headline("\n\n".join((top, *points, NEWS))) == headline


def test_a_picture_with_its_credit_above_the_headline_heads_no_text() -> None:
    shown = "A ferry of the company in the harbour of Ostend"
    headline = "Sailors of Ostend ashore after company cuts crossings: 'We can forget the night'"
    top = f"Home\nNews\nEconomy\n\nReuters\n{shown}\n\nPlanet News•today, 11:48•edited today"
    more = NEWS.replace("ferry", "boat").replace("Ostend", "Ramsgate")
    assert _headline(f"{top}\n\n{headline}\n\nJane Doe\neditor\n\n{NEWS}\n\n{more}") == headline


def test_a_list_below_the_label_of_subjects_heads_no_text() -> None:
    subjects = "Museums, Heritage, Ostend, Norfolk"
    top = f"Jane Doe\nHarbour Correspondent\nRelated Topics\n{subjects}\nPublished 3 March 2026 6:05pm\n214\nSave"
    assert _headline(f"{top}\n\n{NEWS}") != subjects


def test_the_label_of_a_credit_at_the_end_of_a_wrapped_line_belongs_to_the_name_below() -> None:
    lines = (
        "Sailors of the ferry company show their cabins on the quay of Ostend to",
        "those who had never been on board of a ferry, on Monday at noon. Photo",
        "Elpidio Doe",
        "Jane Doe",
        "3 March 2026",
        "",
        "The ferry company of Ostend will cut its night crossings from March, as",
        "its director said on Monday, and the sailors of the company, who are to",
        "stay on the quay at night, called the cuts a scandal and asked for a vote",
        "of the whole company on the night crossings, which they do not expect to",
        "lose, as nobody in Ostend has ever lost a vote on the ferries of the",
        "company, its director said, and laughed.",
    )
    article = segment(read_text("\n".join(lines).encode(), "ferry.txt", None))
    assert "Sailors" not in article.headline
