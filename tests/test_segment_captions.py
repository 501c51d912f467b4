"""Captions in plain sentences, without a credit."""

from __future__ import annotations

import pytest

from narrator.reading.text import read_text
from narrator.segment import segment
from tests.gold import read_cases
from tests.weigh_lines import CAPTIONS, cross_validated, lines

PORTS = {
    "pt": (
        "O porto de Aveiro foi encerrado na sexta-feira depois de uma tempestade ter derrubado duas gruas, disse o "
        "capitão. Ninguém ficou ferido, mas os barcos de pesca não sairão antes de segunda-feira, segundo a empresa.",
        "Uma das gruas do porto com as velas dos barcos ao fundo, no sábado.",
        "Os pescadores pediram ao governo que pague os dias perdidos. A ministra respondeu que vai estudar o pedido "
        "e que o porto terá gruas novas até ao verão, mais altas e mais pesadas do que as que caíram.",
    ),
    "nl": (
        "De haven van Harlingen is vrijdag gesloten nadat een storm twee kranen van hun rails had gerukt, zei de "
        "havenmeester. Niemand raakte gewond, maar de veerboot vaart volgens het bedrijf niet voor maandag.",
        "Het puin van een kraan met de zeilen van een klipper op zaterdag.",
        "De vissers vroegen de regering om de verloren dagen te betalen. De minister zei dat ze het verzoek zou "
        "bekijken en dat de haven voor de zomer nieuwe kranen krijgt, hoger en zwaarder dan de oude.",
    ),
}


@pytest.mark.parametrize("blocks", PORTS.values(), ids=PORTS)
def test_verbs_of_another_language_make_no_sentence_of_a_caption(blocks: tuple[str, str, str]) -> None:
    """English `do` and `met` are small words there."""
    article = segment(read_text("\n\n".join((blocks[2], *blocks)).encode(), "port.txt", None))
    assert (blocks[1], "caption") in [(omitted.text, omitted.reason) for omitted in article.omitted]


@pytest.mark.parametrize(
    "caption",
    [
        "Women sing on the quay.",
        "The quay at dawn. Foto: CC-BY-NC 2.0 Jane Doe",
        "Gulls sat on what was left of the crane on Monday morning.CreditCreditBo Ek/Planet Media for planet.example",
    ],
)
def test_a_caption_is_seen_whoever_is_in_it_and_whoever_took_it(caption: str) -> None:
    paragraphs = [
        f"The port of Ostend was shut on {day} after a storm tore {cranes} cranes from their rails, the harbour "
        f"master said. He has not seen wind like that of {day} in the years he has spent on the quay."
        for day, cranes in (("Friday", "two"), ("Saturday", "three"), ("Sunday", "four"))
    ]
    text = "\n\n".join(("Storm shuts port of Ostend", *paragraphs[:2], caption, paragraphs[2]))
    omitted = segment(read_text(text.encode(), "port.txt", None)).omitted
    assert [(one.text, one.reason) for one in omitted] == [(caption, "caption")]


def test_weights_do_no_worse_than_those_that_other_articles_teach() -> None:
    """But for one caption of more than a hundred, which falls with how the articles are parted."""
    seen, caption, article = lines(CAPTIONS, read_cases("dev"))
    taught = cross_validated(CAPTIONS.ours(), seen, caption, article) >= 0
    found = seen @ CAPTIONS.ours() >= 0
    assert (found * caption).sum() >= (taught * caption).sum() - 1
    assert (found * (1 - caption)).sum() <= (taught * (1 - caption)).sum()


QUAY = (
    "The port of Ostend was shut on Friday after a storm tore two cranes from their rails, the harbour master said. "
    "Nobody was hurt.",
    "The ferry to Ramsgate will not sail before Monday, according to the company. It has told passengers to go home "
    "and to wait for a letter with their money.",
    "The ministry will pay for new cranes, the minister said. They will be higher than the old ones and heavier, and "
    "they will be bolted to the quay.",
    "Fishermen asked for the lost days to be paid as well. The minister answered that she would look at it before the "
    "summer.",
    "The mayor thanked those who had come to the quay at night to help. She said that the town would not forget it.",
    "Two of the four cranes of the port still stand. They will be looked at by engineers in the week that begins now.",
    "The wind fell to force two in the night, the weather office said. No other storm is on its way to the coast yet.",
)


@pytest.mark.parametrize("caption", ["", "A crane lies on the quay on Saturday.\n\n"])
def test_the_paragraph_right_below_who_took_the_picture_is_told(caption: str) -> None:
    """Browsers copy no blank line there, where a picture has no margin below it."""
    third = "\n".join((f"{caption}Jane Doe/Reuters", QUAY[2]))
    text = "\n\n".join(("Storm tears cranes from rails", "By John Roe", *QUAY[:2], third, *QUAY[3:]))
    article = segment(read_text(text.encode(), "port.txt", None))
    assert article.sections[1].paragraphs == QUAY


STORM = (
    "The port of Ostend was shut on Friday after a storm tore two cranes from their rails, the harbour master said. "
    "Nobody was hurt, but the ferry to Ramsgate will not sail before Monday, according to the company.",
    "The ministry will pay for new cranes, the minister said. They will be higher than the old ones and heavier, and "
    "they will be bolted to the quay, as engineers had asked for years before the storm.",
    "Fishermen asked for the lost days to be paid as well. The minister answered that she would look at it before the "
    "summer, and that the town should not hope for much.",
)


def _captions(*paragraphs: str) -> list[str]:
    article = segment(read_text("\n\n".join(paragraphs).encode(), "port.txt", None))
    return [omitted.text for omitted in article.omitted if omitted.reason == "caption"]


def test_a_caption_of_two_sentences_stands_below_its_double() -> None:
    """A page keeps it for who cannot see the picture too."""
    caption = "The cranes of the port were torn from their rails. Ferries are able to moor at another quay."
    assert _captions("Storm shuts port", *STORM[:2], caption, caption, STORM[2]) == [caption, caption]


def test_a_caption_in_a_script_without_spaces_stands_below_its_double() -> None:
    told = (
        "港务局局长周一表示，周五的风暴刮倒了两台起重机，港口因此关闭，渡轮在周一之前不会出航。工会要求会谈。"
    )
    other = (
        "水手工会称这一决定是错误的，并要求与交通部会谈。交通部表示将首先查看数据，然后再回答工会提出的问题。"
    )
    caption = "起重机倒在码头的铁轨上，渡轮停在岸边"
    assert _captions("风暴刮倒起重机，港口关闭", told, other, caption, caption, told + other) == [
        caption,
        caption,
    ]


def test_a_caption_stands_again_behind_its_credit() -> None:
    shown = "Bart Claes and Anna Maes went down the stairs that lead from the quay to the harbour office of Ostend."
    credited = f"Photo: Jane Doe - The Planet {shown}"
    assert _captions("Storm shuts port", *STORM[:2], shown, credited, STORM[2]) == [shown, credited]


@pytest.mark.parametrize("dateline", ["OSTEND The port", "OSTEND, Belgium — The port"])
def test_a_sentence_above_where_the_report_was_written_is_a_caption(dateline: str) -> None:
    shown = "Bart Claes of the harbour office and Anna Maes got an idea of the work on the quay."
    first = STORM[0].replace("The port", dateline)
    assert _captions(shown, "Advertisement", first, *STORM[1:]) == [shown]


@pytest.mark.parametrize("names", ["(Jane Doe / The Daily Planet)", "(Ostend Harbour Authority)"])
def test_what_stands_above_names_in_brackets_is_a_caption(names: str) -> None:
    """Below the headline too, also in two sentences; at the end of an article its writers are named so."""
    shown = (
        "A drawing of the new quay of Ostend. The port wants to hire a firm that will run it for the town."
    )
    assert _captions("Storm shuts port", shown, names, *STORM, names) == [shown]


def test_the_last_sentence_above_a_signature_behind_a_dash_is_told() -> None:
    last = "The crane hangs for all to see from Saturday in a much-admired hall of the harbour museum."
    assert _captions("Storm shuts port", *STORM, last, "- The Lowland Press") == []


@pytest.mark.parametrize(
    "credit",
    ["(Lowland News via DPX)", "(27/01/2023/J.DOE/The Planet)", "Bo Ek / DPX"],
)
def test_a_long_caption_is_known_by_the_form_of_a_credit_of_an_unknown_agency(credit: str) -> None:
    shown = (
        "Harbour master Bart Claes answers questions after he toured the quay of the port of Ostend in Flanders, "
        "Belgium, on Friday, January 27, 2023. Mr Claes looked at how far the work on the cranes has come after the "
        "storm, he said to the Planet."
    )
    caption = f"{shown}{'' if credit[0] == 'B' else ' '}{credit}"
    assert _captions("Storm shuts port", caption, *STORM) == [caption]


def test_a_subheading_that_names_a_doing_with_a_capital_is_no_caption() -> None:
    heading = "Beim Sammeln von Pilzen abgerutscht"
    text = (
        "Mit einem Spiegel hat am Samstag eine verletzte Frau am Hochkogel die Retter zu sich geholt. Geborgen wurden "
        "auch zwei Männer, die sich im Nebel am Rauchnock verirrt hatten und nicht mehr weiterkamen.",
        heading,
        "Beim Sammeln von Beeren ist am Samstag ein Mann gestolpert und in einen Graben gerutscht. Er war mit seinem "
        "Bruder unterwegs, der Hilfe holte. Retter trugen ihn zur Straße, wo ein Wagen auf ihn wartete.",
        "Der Mann erlitt dabei einen Bruch am Bein. Er wurde in das Krankenhaus der Stadt gebracht, wie die Polizei am "
        "Abend mitteilte. Sein Bruder blieb unverletzt und konnte nach Hause gehen.",
    )
    assert _captions("Viele Einsätze am Berg", *text) == []


def test_a_short_sentence_with_an_irregular_verb_is_no_caption() -> None:
    text = (
        "El capitán del puerto dirigió durante muchos años las obras del muelle, donde dos grúas cayeron el viernes. "
        "La tormenta dañó también tres barcos y dejó sin luz a los vecinos del barrio viejo.",
        "Por sus planos del muelle nuevo, obtuvo en 2014 el premio Ancla de Plata.",
        "El gobierno pagará las grúas nuevas, dijo la ministra. Serán más altas que las viejas y estarán sujetas al "
        "muelle, como habían pedido los ingenieros muchos años antes de la tormenta.",
        "Los pescadores pidieron que se paguen también los días perdidos. La ministra respondió que lo estudiará "
        "antes del verano y que nadie debe esperar demasiado.",
    )
    assert _captions(*text) == []


_KAI = (
    "Der Hafen von Wismar bleibt nach Angaben der Stadt bis Montag gesperrt, weil der Sturm zwei Kräne aus ihren "
    "Schienen gerissen hat. Der Hafenmeister sagte, er habe in vierzig Jahren keinen solchen Wind gesehen.",
    "Die Ministerin versprach am Abend neue Kräne bis zum Sommer, höher und schwerer als die alten, und die Fischer "
    "sollen für die verlorenen Tage bezahlt werden. Das Geld kommt nach ihren Worten aus dem Topf des Landes.",
    "Im Rathaus saßen bis tief in die Nacht die Leute der Reederei mit dem Bürgermeister zusammen. Er sagte, man habe "
    "sich auf nichts geeinigt und werde am Dienstag noch einmal reden, wenn der Wind nachgelassen hat.",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Große Pfützen und Kabel dominieren das Bild am Kai.",
        "Die meisten Fischer reagieren verärgert auf die Sperrung.",
        "Reeder wie Holm & Sohn fürchten durch die Sperrung große Verluste.",
        "Die Kapitäne schweigen – nicht ratlos, eher müde.",
    ],
)
def test_a_short_german_sentence_with_a_verb_of_many_is_no_caption(sentence: str) -> None:
    assert _captions("Sturm sperrt Hafen", *_KAI[:2], sentence, _KAI[2]) == []


def test_the_second_half_of_a_sentence_that_a_picture_parts_is_no_caption() -> None:
    paragraphs = [
        f"The port of Ostend was shut on {day} after a storm tore {cranes} cranes from their rails, the harbour "
        f"master said. He has not seen wind like that of {day} in the years he has spent on the quay."
        for day, cranes in (("Friday", "two"), ("Saturday", "three"), ("Sunday", "four"))
    ]
    text = (
        "Storm shuts port",
        *paragraphs[:2],
        "sailed home that evening, hours before it closed.",
        paragraphs[2],
    )
    assert _captions(*text) == []


@pytest.mark.parametrize(("gap", "captions"), [("\n\n", 0), ("\n", 1)], ids=["apart", "joined"])
def test_a_sentence_that_a_blank_line_parts_from_a_credit_is_rather_the_articles(
    gap: str, captions: int
) -> None:
    sentence = "Ob ein Kran noch sicher steht, sieht man auf den ersten Blick am gelben Pfeil."
    second = "Holm & Sohn warten auf Bescheid, sagte ein Sprecher."
    text = ("Sturm sperrt Hafen", *_KAI[:2], second, f"{sentence}{gap}Foto: Bo Ek", _KAI[2])
    assert len([line for line in _captions(*text) if line == sentence]) == captions


def test_a_centre_in_french_is_not_the_middle_of_a_picture() -> None:
    chronicle = (
        "À 2 h 10, la chute est annoncée au Centre de secours du port (CSP 12), à 2 h 15 au Centre de veille des "
        "côtes flamandes (CVCF) et à 2 h 30 au bureau du maître du port d'Ostende, qui dort encore."
    )
    text = (
        "Une tempête ferme le port d'Ostende",
        "Le port d'Ostende restera fermé jusqu'à lundi, selon la ville, après la chute de deux grues vendredi. Le "
        "maître du port dit n'avoir jamais vu pareil vent en quarante ans de quai.",
        chronicle,
        "La ministre a promis des grues neuves avant l'été, plus hautes et plus lourdes que les anciennes. Les "
        "pêcheurs seront payés pour les jours perdus, a-t-elle ajouté devant le conseil.",
    )
    assert _captions(*text) == []


def test_the_first_line_right_above_the_day_is_no_caption() -> None:
    """It names who is told of below, as headlines do, and has a full stop."""
    line = "Fête du maître Bart Claes : les capitaines qui feront le déplacement."
    text = (
        "Bart Claes, nouveau maître du port d'Ostende au terme du conseil du 10 mars 2019, sera installé le 14 avril "
        "prochain sur le quai. À cette occasion, la ville mettra ses plus beaux habits pour une fête grandiose.",
        "Les capitaines de trois ports voisins ont confirmé leur présence, selon le comité qui prépare la fête. Les "
        "grues du quai seront éclairées toute la nuit et le bac de Ramsgate partira plus tard.",
        "Les habitants sont invités à venir à pied, a dit la police. Le quai sera fermé aux voitures dès midi.",
    )
    assert _captions(f"{line}\n25 - Mars - 2019\n{text[0]}", *text[1:]) == []


@pytest.mark.parametrize("line", ["港口主管站在起重机前（视频截图）", "海滨晚报关于港口关闭的报道截图。"])
def test_a_chinese_line_that_says_it_is_cut_from_a_screen_is_a_caption(line: str) -> None:
    text = (
        "星期五夜里，一场风暴在奥斯坦德刮倒了两台起重机，港口因此关闭到下星期一，港口主管对记者说。",
        "没有人受伤，但是公司说渡轮在星期一以前不会出航，大约两百名乘客住在附近的小镇上。",
        "起重机建于一百年前，此前已经因为风暴倒下过两次，最近一次是在二十年前的冬天。",
    )
    assert _captions("风暴刮倒起重机，港口关闭", text[0], line, *text[1:]) == [line]


def test_what_stands_below_the_description_of_a_picture_is_its_caption_and_no_heading_below_is() -> None:
    """The site's own pages say the photographer before and behind, and part their articles by what was said."""
    described = "Harbour Images A white ferry with its lights on leaves the quay at duskHarbour Images"
    told = "The night boat has linked the two ports since 1961"
    text = (
        "Ferry company to cut night crossings from March\n\n3 hours ago\n\nMara Lindqvist",
        f"{described}\n\n{told}",
        "The ferry company of Ostend will cut its night crossings from March, its director said on Monday.",
        "The union of sailors called the decision a mistake and asked for talks with the ministry of transport.",
        f"{described}\n\nBo Ek has run the company since 2015\n\n'Empty seats'",
        "The night boats carried more empty seats than passengers, said the director, who blamed the price of fuel.",
        f"{described}\n\n{told}\n\n'A mistake'",
        "The sailors said the figures were a mistake and that the company had never asked them for theirs.",
    )
    assert _captions(*text) == [
        described,
        told,
        described,
        "Bo Ek has run the company since 2015",
        described,
        told,
    ]


FERRY = (
    "The ferry company of Ostend will cut its night crossings from March, its director said on Monday, blaming the "
    "price of fuel and a shortage of sailors.",
    "The union of sailors called the decision a mistake and asked for talks with the ministry of transport, which said "
    "that it would look at the figures first.",
)


@pytest.mark.parametrize(
    "described",
    [
        "A white ferry with its lights on leaves a quay at dusk.",
        "A white ferry with its lights on at a quay.",
    ],
)
def test_the_description_of_a_picture_above_its_credited_caption_is_not_spoken(described: str) -> None:
    caption = "The night boat leaves the quay of Ostend on Jan. 12. (Jon Doe/Reuters)"
    head = "Ferry company to cut night crossings from March\n\nBy Mara Lindqvist\n\nFeb. 3, 2024"
    assert _captions(head, described, caption, *FERRY) == [described, caption]


def test_a_man_of_whom_a_report_tells_first_stands_in_no_picture() -> None:
    told = "A sailor of forty years was found dead on the quay of Ostend on Monday, the police said."
    caption = "The night boat leaves the quay of Ostend on Jan. 12. (Jon Doe/Reuters)"
    assert _captions("Sailor found dead on quay\n\nFeb. 3, 2024", told, caption, *FERRY) == [caption]


def test_a_short_sentence_joined_to_who_took_the_picture_below_the_day_is_its_caption() -> None:
    caption = "The night boat lay at the quay of Ostend."
    credit = "Jon Doe/AFP via Getty Images"
    text = f"Ferry company to cut night crossings\nFeb. 3, 2024\nMara Lindqvist\n{caption}\n{credit}"
    assert _captions("\n".join((text, *FERRY))) == [caption, credit]


def test_words_in_capitals_before_a_sentence_above_who_took_it_label_a_caption() -> None:
    caption = "NIGHT BOAT. The night boat lies at the quay of Ostend, January 12, 2024."
    head = "Ferry company to cut night crossings\n\nFeb 3, 2024\n\nMara Lindqvist"
    assert _captions(head, caption, "Jon Doe/Reuters", *FERRY) == [caption, "Jon Doe/Reuters"]


def test_a_paragraph_above_one_that_begins_in_capitals_is_no_caption_where_the_article_has_begun() -> None:
    told = "The first boat will leave at six in the morning, and the last will come in before midnight."
    later = (
        "PLANET Online reports that the night boats have linked the two ports since they were built in 1961."
    )
    assert (
        _captions("Ferry company to cut night crossings\n\nFeb 3, 2024", FERRY[0], told, later, FERRY[1])
        == []
    )


def test_a_heading_of_a_few_words_below_a_caption_with_its_credit_is_no_caption() -> None:
    caption, heading = "The night boat at the quay in March. Photo: Bo Ek/AP", "The wrong figures"
    told = (
        "The figures are wrong, said the head of the union, who has sailed the night boats for thirty years."
    )
    assert _captions("Ferry company to cut night crossings from March", *FERRY, caption, heading, told) == [
        caption
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "A ferry leaves the quay in the first storm of March. It took two hours to the open sea.",
            "Bo Ek/Planet",
            "hide caption",
        ),
        (
            "A man in a red cap points at a paper map on the quay.",
            "Open image viewer",
            "Bo Ek with his map. Photo: AP",
        ),
        ("READY TO SAIL: The director took his scissors home again.", "Photo: Bo Ek / AP"),
        ("The night boat, which has not sailed since 2011.", "Bo Ek / Planet / Harbour Archive"),
        ("NIGHT BOAT. This photo shows the boat that has not sailed since 2011.",),
        ("Photo 1 of 3 The night boat, which according to the union has had no use since 2011.",),
    ],
)
def test_what_a_picture_shows_is_known_by_its_button_its_label_and_who_keeps_it(
    lines: tuple[str, ...],
) -> None:
    title = "Ferry company to cut night crossings from March"
    told = (
        "The figures are wrong, said the head of the union, who has sailed the night boats for thirty years."
    )
    text = "\n\n".join((title, *FERRY, *lines, told))
    article = segment(read_text(text.encode(), "story.txt", None))
    assert [text for section in article.sections for text in section.paragraphs] == [title, *FERRY, told]


def test_a_text_of_nothing_but_paragraphs_has_no_captions() -> None:
    brief = "Four of those boats carry the old flag."
    told = (
        "The figures are wrong, said the head of the union, who has sailed the night boats for thirty years."
    )
    title = "Ferry company to cut night crossings from March"
    assert _captions(title, *FERRY, brief, told) == []
    assert _captions(title, *FERRY, brief, "Photo gallery", told) == [brief]


def test_a_heading_in_capitals_that_begins_with_an_article_below_a_caption_is_none() -> None:
    lines = ("Two sailors stand on the quay.", "THE PERMIT")
    assert _captions("Ferry company to cut night crossings", *FERRY, *lines, f"Permit: {FERRY[0]}") == [
        lines[0]
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "Kelsey March/The Planet and Mail",
        "(Carla Rey / Planet Times)",
        "Reto Schlump für NZP",
        "Óscar Corredoira",
        "© Harbour Board",
    ],
)
@pytest.mark.parametrize(
    "shown",
    [
        "The trestle over the creek will need about 400 new timbers, according to a report. It was built in 1911.",
        "A white ferry with its lights on leaves a quay at dusk.",
    ],
)
def test_what_stands_in_the_line_above_who_took_the_picture_is_its_caption(shown: str, credit: str) -> None:
    head = "Ferry company to cut night crossings from March\n\nBy Mara Lindqvist\n\nFeb. 3, 2024"
    text = "\n\n".join((head, *FERRY, *MINISTER, f"{shown}\n{credit}", UNION))
    article = segment(read_text(text.encode(), "x.txt", None))
    assert (shown, "caption") in [(one.text, one.reason) for one in article.omitted]
    assert UNION in article.sections[-1].paragraphs


@pytest.mark.parametrize(
    "shown", ["Ferry Director Jane Doe", "Ferry director Jane Doe.", "Liman Başkanı Ayşe Şahin"]
)
def test_an_office_and_a_name_of_whom_the_article_tells_are_a_caption(shown: str) -> None:
    told = "The ferry director Jane Doe said so, and the liman başkanı Ayşe Şahin, 47, said that she knew of nothing."
    assert _captions("Ferry company to cut night crossings from March", *FERRY, told, shown, FERRY[1]) == [
        shown
    ]


@pytest.mark.parametrize("ends", ["Insolvenzverwalterin Carola Winz dpa", "The auditor Jane Heredia.E. M."])
def test_an_agency_in_small_letters_and_initials_at_the_end_are_credits(ends: str) -> None:
    assert _captions("Ferry company to cut night crossings from March", *FERRY, ends, FERRY[0]) == [ends]


UNION = "The figures are wrong, said the head of the union, who has sailed the night boats for thirty years."
MINISTER = (
    "The minister said that the ferry would sail.",
    "The director said on Friday that it would not sail.",
)


def test_what_stands_in_the_line_below_who_took_the_picture_is_its_caption() -> None:
    credit, shown = "Foto: Harbour Archive", "Sacks that the customs have put in a shed of the ferry company"
    text = ("Ferry company to cut night crossings from March", *FERRY, *MINISTER, f"{credit}\n{shown}", UNION)
    assert _captions(*text) == [credit, shown]


def test_somebody_with_an_office_whom_the_article_tells_of_stands_in_a_picture() -> None:
    told = "Malee Pintasaen, a nurse on one of the ferries, said that she kept only two vials because of the cost."
    shown = "Nurse Malee Pintasaen collects a parcel during a test on the quay of Ostend."
    board = "The Ferry Council is concerned that the cuts would end the crossings."
    others = "The Ferry Council, which nobody had asked, said on Monday that the figures are wrong."
    head = "Ferry company to cut night crossings from March"
    assert _captions(head, *FERRY, UNION, shown, told) == [shown]
    assert _captions(head, *FERRY, UNION, board, others) == []


def test_what_heads_a_part_above_its_picture_is_a_heading_and_the_description_of_a_picture_is_none() -> None:
    heading, described = "A petition and a mayor who is angry", "A row of accordions on wooden shelves"
    shown = "The mayor of Ostend with the petition against the end of the night ferry. (Jon Doe/Reuters)"
    told = "The petition has been signed by four thousand people, and the mayor of Ostend is angry, she said."
    head = "Ferry company to cut night crossings from March"
    assert _captions(head, *FERRY, *MINISTER, heading, shown, told, UNION) == [shown]
    assert _captions(head, *FERRY, *MINISTER, described, shown, told, UNION) == [described, shown]


def test_a_sentence_above_the_heading_of_a_part_is_no_caption() -> None:
    asked = "The Planet contacted the ferry company of Ostend for comment."
    text = ("Ferry company to cut night crossings from March", *FERRY, asked, "Why It Matters", UNION)
    assert _captions(*text) == []


def test_a_summary_in_the_line_above_who_took_the_picture_is_no_caption() -> None:
    summary = "Night crossings end. Nobody asked the sailors. Union of the ferry company calls it a mistake"
    text = (
        f"Ferry company to cut night crossings\n{summary}\n© Fire Brigade\nBoats at the quay, Ostend\n3 February 2024",
        *FERRY,
        *MINISTER,
        UNION,
    )
    assert summary not in _captions(*text)


def test_what_a_board_or_a_march_does_is_no_caption() -> None:
    told = (
        "The board of the ferry company, which has its seat in Ostend, has rejected a bid from a Dutch rival."
    )
    head = "Ferry company to cut night crossings from March"
    assert _captions(f"{head}\n\nFeb. 3, 2024\nShare\nSave", told, *FERRY, *MINISTER, UNION) == []


@pytest.mark.parametrize("credit", ["RICHARD POHLE FOR THE PLANET", "Rhiannon Osei Daily Planet"])
def test_the_name_of_a_photographer_with_a_paper_stands_below_a_caption(credit: str) -> None:
    shown = "The ferry company makes more than 30 million biscuits a week at its factory."
    text = (
        "Ferry company to cut night crossings from March",
        *FERRY,
        *MINISTER,
        f"{shown}\n{credit}",
        UNION,
    )
    assert shown in _captions(*text)


@pytest.mark.parametrize("credit", ["Image source, Planet Media", "Fuente de la imagen, Planet"])
def test_what_a_picture_under_the_headline_shows_is_described_in_several_sentences(credit: str) -> None:
    described = (
        "A white ferry with its bow door raised is tied up at a pier. Two men stand beside a coiled rope."
    )
    head = f"Ferry company to cut night crossings from March\n\n{described}\n{credit}\n\nMara Lindqvist\nCorrespondent"
    assert described in _captions(head, *FERRY, *MINISTER, UNION)


def test_names_in_square_brackets_and_photo_by_somebody_are_credits() -> None:
    first, second = (
        "Mary Awuor with her son, Baraka, at the quay.",
        "Sailors sort coffee. (AN photo by Talal Shari)",
    )
    text = (
        "Ferry company to cut night crossings from March",
        *FERRY,
        *MINISTER,
        f"{first}\n[Peter Oyugi, Standard]",
        UNION,
        second,
        FERRY[0].replace("Ostend", "Ghent"),
    )
    assert {first, second} <= set(_captions(*text))


@pytest.mark.parametrize("button", ["Advertisement", "Image 2 of 2"])
def test_a_sentence_between_furniture_and_a_credit_is_of_a_picture(button: str) -> None:
    shown = "A ferry of the night line turned in the harbour in an undated photograph."
    credit = "Photo courtesy of Ostend Harbour University"
    text = (
        "Ferry company to cut night crossings from March",
        *FERRY,
        *MINISTER,
        button,
        shown,
        credit,
        UNION,
    )
    assert shown in _captions(*text)


@pytest.mark.parametrize(
    "caption",
    [
        "The director said the year had brought ‘a decade of unpaid risk’ © Owen Doe/AN",
        "Villagers sat across the road to the quay yesterday. Pix by Sunil Doe",
        "Bart Claes on the quay. ‘I know them all by their horns.’ Beeld Jan Doe",
        "The ferry calls at ten quays between Ostend and Ramsgate. - Dominique Doe.",
        "Captain Bart Claes says his crew now sails for two days to fill a boat [Ann Ould Doe/Planet News]",
        "The sheet that the company says has the consent of the union. | Special arrangement",
        "Jane Doe at the pump that never gave a drop of water. — © Wim Doe",
        "The company had barred phones from the first quay to the last. | Marit Doe, Planet News",
        "Jane Doe pours her first glass on Tuesday. 'It tastes. It's fine,' she said. (Mireille Doe/APN)",
    ],
)
def test_more_forms_of_credits_behind_a_caption(caption: str) -> None:
    text = ("Ferry company to cut night crossings from March", *FERRY, caption, *MINISTER, UNION)
    assert caption in _captions(*text)


def test_what_is_joined_to_a_credit_above_the_article_is_of_a_picture() -> None:
    shown = "A ferry has turned in the harbour of Ostend. Each of its lamps is the size of a door."
    text = (
        "Ferry company to cut night crossings from March",
        "By Jane Doe\nShare\nFollow",
        f"{shown}\nCourtesy Ostend Ocean Institute",
        *FERRY,
        *MINISTER,
        UNION,
    )
    assert shown in _captions(*text)


def test_the_name_of_who_owns_the_page_is_a_credit() -> None:
    shown = "Bart Claes (52) has sailed the night boats for 17 years. He had never had such a morning."
    text = (
        "Ferry company to cut night crossings from March",
        "By Jane Doe",
        *FERRY,
        f"{shown}\nPlanet",
        *MINISTER,
        UNION,
        "© 2026 Planet Television, LLC. All rights reserved.",
    )
    assert {shown, "Planet"} <= set(_captions(*text))


@pytest.mark.parametrize("credit", ["GWENDAL DOE POUR LA PLANETE", "APX"])
def test_a_paper_or_an_agency_alone_below_a_caption_took_the_picture(credit: str) -> None:
    shown = "A sailor is seen on the deck of the ferry."
    text = ("Ferry company to cut night crossings", "Share\nSave", *FERRY, *MINISTER, shown, credit, UNION)
    assert {shown, credit} <= set(_captions(*text))


def test_a_summary_below_a_caption_and_above_the_day_is_none() -> None:
    summary = "The union has counted piece by piece what the night crossings of the company have cost in twelve winters"
    picture = "Bart Claes, yesterday, at the helm of the ferry (PLANET / ANA DOE)"
    top = f"Ferry company to cut night crossings\nJane Doe\nOSTEND / PLANET\n{picture}\n{summary}\n3 Mar 2026\nShare"
    assert summary not in _captions("\n".join((top, *FERRY, *MINISTER, UNION)))


def test_a_spanish_picture_of_a_place_where_something_was_done_has_no_verb() -> None:
    told = (
        "La naviera de Vigo suprimirá en marzo sus barcos nocturnos, dijo el lunes su director, que culpó al precio "
        "del combustible y a la falta de marineros.",
        "El sindicato de marineros llamó error a la decisión y pidió hablar con la ministra de Transporte, que dijo "
        "que miraría antes las cifras de la empresa.",
        "Los vecinos de la ría quieren que los barcos nocturnos sigan hasta el verano, según su portavoz, que el "
        "martes entregó en la capitanía del puerto dos mil firmas.",
    )
    shown = "Con los alumnos, en el patio del club donde grabó el disco."
    assert _captions("La naviera suprime barcos", "Compartir\nGuardar", *told[:2], shown, told[2]) == [shown]


@pytest.mark.parametrize(
    "told",
    [
        "The firm, having heard of it through a man who works at its call centre, has waived the fee for the bag.",
        "The cheques expire on April 11. The director has decided what she will do with hers.",
    ],
)
def test_a_call_centre_and_what_expires_make_no_caption(told: str) -> None:
    text = ("Ferry company to cut night crossings", "Share\nSave", *FERRY, *MINISTER, told, UNION)
    assert _captions(*text) == []


def test_what_stands_above_the_label_of_a_credit_is_of_a_picture() -> None:
    shown = (
        "The director, Bart Claes, at the meeting of the company. Claes said a rule could bankrupt the ferry."
    )
    text = "\n".join((FERRY[0], FERRY[1], shown, "Credit:", "Ines Doe for The Planet", *MINISTER, UNION))
    assert shown in _captions(f"Ferry company to cut night crossings from March\nBy Jane Doe\nShare\n{text}")


def test_a_line_of_a_summary_is_no_caption() -> None:
    point = "The ferry company hopes to pair sixty sailors with others by the end of the year in Ostend."
    text = (
        "Ferry company to cut night crossings",
        f"Summary\n{point}\nAI generated",
        "By Jane Doe\nShare",
        *FERRY,
        *MINISTER,
        UNION,
    )
    assert point not in _captions(*text)


def test_who_wrote_it_with_a_job_below_took_no_picture() -> None:
    summary = "The director told each of the sailors that they were ‘the only crew’ who deserved the night, union says"
    top = (
        f"Ferry company to cut night crossings\n{summary}\nRhiannon Doe\nCrime Correspondent\n3 March 2026\n5"
    )
    assert summary not in _captions(top, *FERRY, *MINISTER, UNION)


def test_a_whole_caption_below_a_sentence_is_no_credit_of_it() -> None:
    told = "The company has put in no new money since then."
    shown = "Image: Bart Claes, director of the company. Pic: Ostend Ferries"
    more = (paragraph.replace("ferry", "boat").replace("union", "crew") for paragraph in FERRY)
    top = ("Ferry company to cut night crossings from March", "Share", *FERRY)
    assert _captions("\n".join((*top, told, shown, *more, UNION))) == [shown]


def test_a_paper_is_nobody_in_a_picture() -> None:
    told = "Planet News understands that the company has hired the firm Brodick & Doe to look for a buyer."
    said = "The director told Planet News, which had asked him, that the ferry would sail."
    text = ("Ferry company to cut night crossings", "Share\nSave", *FERRY, told, said, *MINISTER, UNION)
    assert _captions(*text) == []


def test_what_a_picture_shows_those_who_cannot_see_it_is_a_caption_above_its_credit_and_its_label() -> None:
    shown = "A woman in a headscarf walking among the ropes"
    labelled = ("Image source, Planet Images", "Image caption, Sailors say that there are 40 cabins")
    text = (
        "Ferry company to cut night crossings",
        shown,
        *labelled,
        "Published 3 March 2026",
        *FERRY,
        *MINISTER,
    )
    assert _captions(*text, UNION) == [shown, *labelled]


def test_an_initial_and_a_surname_in_capitals_are_a_credit() -> None:
    text = ("Ferry company to cut night crossings", *FERRY, "A ferry at the quay", "J. DOE", *MINISTER, UNION)
    assert "J. DOE" in _captions("\n".join(text))


def test_what_a_video_shows_is_not_told_below_how_long_it_lasts() -> None:
    shown = "About 60 sailors left their cabins after the company cut the night crossings of the ferry."
    video = f"Sailors leave the ferry\n1 day ago\nDuration 2:04\n{shown}"
    text = "\n\n".join(("Ferry company to cut night crossings", *FERRY, video, *MINISTER, UNION))
    assert shown not in str(segment(read_text(text.encode(), "ferry.txt", None)).sections)


@pytest.mark.parametrize(
    "shown",
    [
        "Ines and Bart Claes, owners of the ferry",
        "Ostend Ferry Group CEO Bart Claes",
        "Bart Claes with one of the sailors of the ferry",
    ],
)
def test_somebody_whom_the_paragraphs_tell_of_is_shown_with_others_or_behind_a_post(shown: str) -> None:
    told = (
        "Bart Claes told the sailors of the ferry that he would see each of them before the end of the year."
    )
    assert shown in _captions("Ferry company to cut night crossings", *FERRY, shown, told, *MINISTER, UNION)


def test_somebody_whom_a_paragraph_calls_the_same_is_shown() -> None:
    said = (
        "“They have told us nothing since May,” said union president S. Doe, who has sailed for twenty years."
    )
    shown = "Union president S. Doe"
    assert shown in _captions("Ferry company to cut night crossings", *FERRY, shown, said, *MINISTER, UNION)
    other = "Union praises S. Doe"
    assert other not in _captions(
        "Ferry company to cut night crossings", *FERRY, other, said, *MINISTER, UNION
    )


def test_who_does_something_with_others_is_told() -> None:
    told = "Bart Claes with the sailors of the ferry left the quay."
    said = (
        "Bart Claes told the sailors of the ferry that he would see each of them before the end of the year."
    )
    assert told not in _captions("Ferry company to cut night crossings", *FERRY, told, said, *MINISTER, UNION)


def test_a_line_between_buttons_and_the_first_paragraph_is_of_the_picture_there() -> None:
    shown = "Gulls and a rusty ladder in Ostend"
    top = ("Ferry company to cut night crossings from March", "By Jane Doe\nShare\nSmall\nLarge")
    assert _captions(*top, shown, *FERRY, *MINISTER, UNION) == [shown]


def test_an_article_before_a_noun_is_no_pronoun_in_spanish() -> None:
    paragraph = (
        "El puerto de Ostende cerró el viernes después de que una tormenta derribara dos grúas, dijo el capitán del "
        "puerto, que no había visto un viento así en los once años que lleva en el muelle de la ciudad."
    )
    more = "La compañía del transbordador anunció que sus barcos no saldrán antes del lunes, y los pasajeros están en "
    shown = "La jefa de los prácticos, con las llaves de la torre."
    text = (
        "Una tormenta cierra el puerto",
        paragraph,
        f"{more} un colegio.",
        shown,
        "J. DOE",
        f"{more} el casino.",
    )
    assert shown in _captions("\n".join((*text, paragraph.replace("viernes", "sábado"))))


@pytest.mark.parametrize(
    "shown",
    [
        "Anna Maes, 61, captain of the night boat, with the flag",
        "Captain Anna Maes and her nephew Bo Ek",
        "Still from a video filmed on the quay of Ostend in May, with the brightness increased",
        "CCTV footage tendered in court shows a sailor at the counter.",
    ],
)
def test_a_picture_is_known_by_who_is_in_it_or_by_what_it_was_taken_from(shown: str) -> None:
    told = "Captain Anna Maes has sailed the night boats of Ostend for thirty years, and her nephew Bo Ek for three."
    assert _captions("Ferry company to cut crossings", *FERRY, shown, told, FERRY[0]) == [shown]


def test_who_is_named_with_an_age_is_in_no_picture_where_the_article_does_not_know_them() -> None:
    victim = "Anna Maes, 61, captain of the night boat, with the flag"
    assert _captions("Ferry company to cut crossings", *FERRY, victim, FERRY[0]) == []


def test_a_description_stands_again_behind_the_word_for_a_picture() -> None:
    shown = "Bo Ek outside the court of Ostend on Thursday"
    labelled = f"Image: {shown}"
    assert _captions("Ferry company to cut crossings", *FERRY, shown, labelled, FERRY[0]) == [shown, labelled]


def test_two_sentences_in_the_line_below_a_credit_are_of_the_picture_where_the_first_ends_with_the_day() -> (
    None
):
    shown = "Bo Ek stands guard at the boat in Ostend, Fla., March 2, 2023. The boat is run by those who live in it."
    text = ("Ferry company to cut crossings", *FERRY, f"Jane Doe/Staff\n{shown}", FERRY[0])
    assert _captions(*text) == ["Jane Doe/Staff", shown]


def test_a_line_with_who_took_the_picture_behind_it_is_no_point_of_a_summary() -> None:
    shown = "A sailor looks at the night boat that will be sold in summer. Jane Doe"
    text = ("Ferry company to cut crossings\n\nBy Bo Ek\n\nShare\nSummary", shown, *FERRY, *STORM)
    assert shown in _captions(*text)


WAS = {
    "es": (
        "Una tormenta cierra el puerto",
        "Compartir\nGuardar",
        "El puerto de Vigo se cerró el viernes después de que una tormenta derribara dos grúas, dijo el capitán, que "
        "no ha visto un viento igual en los años que lleva en el muelle. Los barcos no saldrán antes del lunes.",
        "Los pescadores pidieron al Gobierno que pague los días perdidos y la ministra respondió que estudiará la "
        "petición, según un portavoz del ministerio. El puerto tendrá grúas nuevas antes del verano.",
        "Las grúas de la empresa eran las más altas de toda la costa.",
        "El sábado la empresa prometió que las grúas nuevas estarán antes de que lleguen los barcos del norte, y el "
        "alcalde pidió que sean más pesadas que las que cayeron. Los vecinos lo celebraron en la plaza.",
    ),
    "pt": (
        "Tempestade fecha porto",
        "Partilhar\nGuardar",
        "O porto de Aveiro foi encerrado na sexta-feira depois de uma tempestade ter derrubado duas gruas, disse o "
        "capitão, que não viu um vento assim nos anos que leva no cais. Os barcos não sairão antes de segunda.",
        "Os pescadores pediram ao governo que pague os dias perdidos e a ministra respondeu que vai estudar o pedido, "
        "segundo um porta-voz do ministério. O porto terá gruas novas antes do verão.",
        "As gruas da empresa eram as mais altas de toda a costa.",
        "No sábado a empresa prometeu que as gruas novas estarão prontas antes de chegarem os barcos do norte, e o "
        "presidente da câmara pediu que sejam mais pesadas do que as que caíram. Os vizinhos festejaram na praça.",
    ),
}


@pytest.mark.parametrize("text", WAS.values(), ids=WAS)
def test_what_something_was_is_a_sentence_of_the_article(text: tuple[str, ...]) -> None:
    assert text[4] not in _captions(*text)


def test_a_summary_above_two_authors_is_no_caption() -> None:
    summary = "Boats of the company and two trawlers stay in port after ticket sales fall by a fifth"
    signed = "Vivian Tso\nand\nMarcus Leong\nPublished: 11:02am, 29 Jan 2024"
    head = f"Ferry company to cut crossings\nDirector says ‘enough is enough’\n{summary}\n{signed}"
    article = segment(read_text("\n\n".join((head, *FERRY, *QUAY, *STORM)).encode(), "port.txt", None))
    assert summary in article.sections[1].paragraphs
    assert article.metadata.authors == ("Vivian Tso", "Marcus Leong")


def test_a_deed_with_its_day_is_told() -> None:
    told = (
        "Judge Anna Reed ordered two fines, to be paid one after the other, for the cranes, which fell from the rails "
        "on June 7, 2021."
    )
    text = "\n".join(
        ("You can now listen to the articles of the Planet!", FERRY[0], told, "Video", *FERRY[1:])
    )
    assert told in segment(read_text(text.encode(), "port.txt", None)).sections[-1].paragraphs


@pytest.mark.parametrize(
    "shown",
    [
        "Workers walk past the turbines of the dam",
        "Fishermen on the river in Cairo",
        "Two men in a boat off Ghent",
    ],
)
def test_who_is_somewhere_or_does_something_heads_nothing(shown: str) -> None:
    assert _captions("Ferry company to cut crossings", *FERRY, shown, *QUAY) == [shown]


def test_a_short_line_without_full_stop_above_a_heading_closes_no_part() -> None:
    shown = "The old boat of the company, cut into pieces, took with it one of the bridges to the quay"
    long = [" ".join(paragraphs) for paragraphs in (FERRY, QUAY, STORM)]
    text = "\n\n".join(("Ferry company to cut crossings", *long[:2], shown, "Bridges of the quay", long[2]))
    assert shown not in str(segment(read_text(text.encode(), "port.txt", None)).sections)


def test_a_summary_above_the_name_of_somebody_whom_the_article_tells_of_is_no_caption() -> None:
    summary = "Company says it will look at the figures in summer, which could lead to more crossings in the autumn."
    pictured = (
        "Director Bart Claes\nBart Claes announced the cuts late on Monday. | Jane Doe/DPX via Planet Images"
    )
    head = f"Ferry company to cut crossings\n{summary}\n{pictured}\nNovember 6, 2024 9:07 pm CET"
    told = "“We have too often sailed with nobody on board,” Claes told reporters. “I will not do it again.”"
    text = "\n\n".join((head, *FERRY, told, *QUAY, *STORM))
    assert segment(read_text(text.encode(), "port.txt", None)).sections[1].paragraphs[0] == summary


def test_three_lines_above_an_article_sum_it_up_also_below_its_picture() -> None:
    points = [
        "Cuts at night from March to cover crossings of all boats",
        "Union says that the director is to blame",
        "Ferry company sails half empty",
    ]
    shown = "[1/2] A sailor counts the ropes of the night boat in Ostend, December 1, 2022. DPX/Jane Doe/File Photo"
    text = "\n\n".join(
        ("Ferry company to cut crossings", "By Bo Ek\nDecember 19, 2022", shown, *points, *FERRY)
    )
    article = segment(read_text(text.encode(), "port.txt", None))
    assert article.sections[1].paragraphs[:3] == tuple(points)


def test_something_that_lies_somewhere_is_in_a_picture() -> None:
    shown = "A night boat lies in the mud off Ghent."
    assert _captions("Ferry company to cut crossings", "Share", *FERRY, shown, *QUAY) == [shown]
