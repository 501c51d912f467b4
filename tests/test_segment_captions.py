"""Captions in plain sentences, without a credit."""

from __future__ import annotations

import pytest

from narrator.reading.text import read_text
from narrator.segment import segment
from tests.gold import read_cases
from tests.weigh_captions import cross_validated, lines, ours

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
    seen, caption, article = lines(read_cases("dev"))
    taught = cross_validated(seen, caption, article) >= 0
    found = seen @ ours() >= 0
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
