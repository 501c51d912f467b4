"""Which language a text is in, by either of the libraries that tell it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from narrator.reading.html import read_html
from narrator.reading.text import read_text
from narrator.segment import segment
from narrator.segment.language import by_eld, language_of
from tests.gold import Case, read_cases


def _by_eld(text: str) -> str | None:
    found, _ = by_eld(text)
    return found


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return read_cases()


@pytest.mark.parametrize("detect", [language_of, _by_eld])
def test_every_article_of_the_corpus_is_in_its_own(
    cases: list[Case], detect: Callable[[str], str | None]
) -> None:
    wrong = {case.path.name: detect(" ".join(case.spoken)[:4000]) for case in cases}
    assert {name: found for name, found in wrong.items() if not name.startswith(f"{found}-")} == {}


def test_what_is_declared_stands_unless_the_text_clearly_speaks_another() -> None:
    german = "Der Minister sagte am Freitag, dass die Regierung das Gesetz ändern wolle."
    assert language_of(german, "en-us") == "de"
    assert language_of(german, "de-at") == "de-at"
    assert language_of("Yes.", "pt-br") == "pt-br"


ARTICLES = {
    "de": (
        "Der Hafen von Ostende bleibt nach dem Sturm vom Freitag gesperrt, weil zwei Kräne auf die Gleise "
        "gestürzt sind, wie die Verwaltung mitteilte. Verletzt wurde niemand. Der Schaden geht in die Millionen.",
        "Die Fähren nach Ramsgate sollen frühestens am Montag wieder ablegen, sagte Hafenmeister Bart Claes. "
        "Bis dahin müssen die Taucher prüfen, ob Trümmer in der Einfahrt liegen. Das Wetter spielt dabei mit.",
    ),
    "fr": (
        "Le port d’Ostende restera fermé après la tempête de vendredi, qui a jeté deux grues sur les rails, a "
        "indiqué la direction. Personne n’a été blessé. Les dégâts se chiffrent en millions d’euros.",
        "Les ferries pour Ramsgate ne devraient pas repartir avant lundi, a déclaré le capitaine Bart Claes. "
        "D’ici là, des plongeurs doivent vérifier le chenal. La météo leur est enfin favorable.",
    ),
    "es": (
        "El puerto de Ostende seguirá cerrado tras el temporal del viernes, que derribó dos grúas sobre las "
        "vías, informó la dirección. Nadie resultó herido. Los daños superan los dos millones de euros.",
        "Los barcos a Ramsgate no zarparán antes del lunes, dijo el capitán Bart Claes. Hasta entonces los "
        "buzos deben comprobar que no haya restos en el canal. El tiempo acompaña por fin.",
    ),
    "it": (
        "Il porto di Ostenda resterà chiuso dopo la tempesta di venerdì, che ha abbattuto due gru sui binari, "
        "ha detto la direzione. Nessuno è rimasto ferito. I danni superano i due milioni di euro.",
        "I traghetti per Ramsgate non partiranno prima di lunedì, ha spiegato il comandante Bart Claes. Fino "
        "ad allora i sommozzatori devono controllare il canale. Il tempo finalmente aiuta.",
    ),
    "pt": (
        "O porto de Ostende vai continuar fechado depois da tempestade de sexta-feira, que derrubou dois "
        "guindastes sobre os trilhos, informou a direção. Ninguém ficou ferido. Os danos passam de dois milhões.",
        "Os barcos para Ramsgate não devem partir antes de segunda-feira, disse o comandante Bart Claes. Até lá, "
        "os mergulhadores precisam verificar o canal. O tempo enfim ajuda.",
    ),
    "nl": (
        "De haven van Oostende blijft dicht na de storm van vrijdag, die twee kranen op de rails wierp, meldt de "
        "directie. Niemand raakte gewond. De schade loopt volgens de haven in de miljoenen.",
        "De veerboten naar Ramsgate vertrekken niet voor maandag, zegt havenmeester Bart Claes. Tot die tijd "
        "moeten duikers nagaan of er wrakstukken in de vaargeul liggen. Het weer zit eindelijk mee.",
    ),
    "tr": (
        "Ostende limanı, cuma günkü fırtınanın iki vinci rayların üzerine devirmesinin ardından kapalı kalacak, "
        "dedi yönetim. Yaralanan olmadı. Zararın iki milyon avroyu geçtiği belirtildi.",
        "Ramsgate feribotları pazartesiden önce kalkmayacak, diye konuştu liman başkanı Bart Claes. O zamana "
        "kadar dalgıçlar kanalı denetleyecek. Hava koşulları sonunda elverişli hale geldi.",
    ),
    "pl": (
        "Port w Ostendzie pozostanie zamknięty po piątkowej burzy, która zrzuciła dwa dźwigi na tory, "
        "poinformowała dyrekcja. Nikt nie został ranny. Straty przekraczają dwa miliony euro.",
        "Promy do Ramsgate nie wypłyną przed poniedziałkiem, powiedział kapitan portu Bart Claes. Do tego czasu "
        "nurkowie muszą sprawdzić tor wodny. Pogoda wreszcie im sprzyja.",
    ),
    "sv": (
        "Hamnen i Ostende förblir stängd efter fredagens storm, som kastade två kranar över spåren, uppger "
        "ledningen. Ingen människa skadades. Skadorna beräknas uppgå till flera miljoner euro.",
        "Färjorna till Ramsgate avgår inte före måndag, säger hamnkaptenen Bart Claes. Fram till dess måste "
        "dykare undersöka om det ligger vrakdelar i farleden. Vädret är äntligen på deras sida.",
    ),
    "da": (
        "Havnen i Oostende forbliver lukket efter fredagens uvejr, som væltede to kraner ned over skinnerne, "
        "oplyser ledelsen. Ingen mennesker kom til skade. Skaderne løber op i flere millioner euro.",
        "Færgerne til Ramsgate sejler ikke før mandag, siger havnechef Bart Claes. Indtil da må dykkere "
        "undersøge, om der ligger vragdele i sejlrenden. Vejret er endelig på deres side.",
    ),
    "no": (
        "Havnen i Oostende forblir stengt etter fredagens uvær, som kastet to kraner over skinnene, opplyser "
        "ledelsen. Ingen mennesker ble skadet. Skadene beløper seg til flere millioner euro.",
        "Fergene til Ramsgate går ikke før mandag, sier havnesjef Bart Claes. Fram til da må dykkere undersøke "
        "om det ligger vrakdeler i leia. Været er endelig på deres side.",
    ),
}

CAPTIONS = [
    ("de", "Feuerwehrleute sichern Spuren am Kai."),
    ("de", "Die umgestürzten Kräne am Morgen nach dem Sturm."),
    ("fr", "Des habitants balaient l’eau devant leurs maisons du quai."),
    ("fr", "Les deux grues renversées sur les rails du port, samedi."),
    ("es", "Vecinos del puerto barren el agua de sus casas."),
    ("es", "Trabajadores retiran restos de las grúas. Una de ellas cayó al agua."),
    ("es", "Las dos grúas, tumbadas sobre las vías del puerto."),
    ("it", "I volontari portano i sacchi di sabbia davanti alle case."),
    ("it", "Le due gru, rovesciate sui binari del porto."),
    ("pt", "As crianças brincam na água que cobriu o cais."),
    ("pt", "Moradores do bairro varrem a água em frente às casas do cais."),
    ("nl", "Bewoners vegen het water uit hun huizen aan de kade."),
    ("nl", "De twee omgewaaide kranen op de kade, met daarachter het strand."),
    ("tr", "Vatandaşlar evlerinin önündeki suyu süpürüyor."),
    ("pl", "Strażacy usuwają wodę z piwnic przy nabrzeżu."),
    ("sv", "Två män skottar undan sand vid kajen."),
    ("da", "To mænd skovler sand væk ved kajen."),
    ("no", "To menn måker unna sand ved kaia."),
]


def _read(*paragraphs: str) -> list[tuple[str, str]]:
    page = read_text("\n\n".join(paragraphs).encode(), "article.txt", "article")
    return [(judged.text, judged.role) for judged in segment(page).judgements]


@pytest.mark.parametrize(("language", "caption"), CAPTIONS)
def test_a_caption_is_known_by_the_verbs_of_its_language(language: str, caption: str) -> None:
    first, second = ARTICLES[language]
    judged = _read(first, caption, second, first.upper().capitalize(), "Facebook")
    assert judged[:3] == [(first, "body"), (caption, "caption"), (second, "body")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Zwei Männer wurden am Abend vermisst."),
        ("es", "Dura cuatro minutos el viaje en barco."),
        ("fr", "Depuis vendredi, le ferry ne navigue plus."),
        ("it", "I residenti, per ora, si divertono."),
        ("nl", "De wachtlijst van de haven telt veertig schepen."),
        ("pt", "Nasceu em Ostende, filha de um pescador."),
    ],
)
def test_a_short_sentence_of_the_article_is_spoken(language: str, sentence: str) -> None:
    first, second = ARTICLES[language]
    assert (sentence, "body") in _read(first, sentence, second, first.upper().capitalize())


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("pl", "Czytaj także: Dźwigi pod lupą"),
        ("pl", "Dalsza część artykułu pod materiałem wideo"),
        ("sv", "Läs också: Kranarna under luppen"),
        ("sv", "Artikeln fortsätter efter annonsen"),
        ("da", "Artiklen fortsætter efter annoncen"),
        ("no", "Saken fortsetter under annonsen"),
    ],
)
def test_what_papers_print_around_articles_is_left_out(language: str, line: str) -> None:
    first, second = ARTICLES[language]
    assert (line, "boilerplate") in _read(first, line, second)


def test_a_short_line_amid_long_paragraphs_is_rather_a_caption_where_it_is_the_only_one() -> None:
    first = " ".join(ARTICLES["de"])
    second, third = first.replace("Ostende", "Ostende am Meer"), first.replace("Bart Claes", "Bart Maes")
    line = (
        "Ein Blick vom Dach der alten Lotsenstation über beide Becken, mit den Trümmern der Kräne auf den Gleisen "
        "und dem leeren Anleger dahinter."
    )
    assert (line, "caption") in _read(first, second, line, third)
    assert (line, "body") in _read(first, second, line, "Ein Ende der Sperre ist offen.", third)


def test_a_long_line_in_another_writing_does_not_tell_the_language_of_a_page() -> None:
    """Chinese has no spaces by which its lines would be long."""
    told = "<p>港务局局长表示，周五的风暴刮倒了两台起重机，港口因此关闭，渡轮在周一之前不会出航。</p>" * 3
    link = "<p>https harbour example tide and wind and wave and rain and fog and snow and ice and sun and moon</p>"
    page = f"<h1>风暴刮倒起重机，港口关闭</h1>{told}{link}"
    assert segment(read_html(page.encode(), "page.html", None)).metadata.language == "zh"
