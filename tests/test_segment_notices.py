"""Sentences of a page to its readers, and sentences of an article that use the same words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from narrator import segment as segmenting
from narrator import unspaced
from narrator.model import Article
from narrator.reading.text import read_text
from narrator.segment import segment
from narrator.segment.shape import key_of

WORDS = Path(segmenting.__file__).parent / "words"
STORIES = {
    "de": """\
Sturm reißt Kräne um und sperrt den Hafen von Ostendorf

Der Hafen von Ostendorf ist am Freitag gesperrt worden, nachdem ein Sturm zwei Kräne umgerissen hatte.

Verletzt wurde niemand, aber die Fähre läuft erst am Montag wieder aus, teilte die Reederei mit.

{line}

Der Wind hatte um Mitternacht 140 Kilometer in der Stunde erreicht, sagte der Wetterdienst am Morgen.

Der Hafenmeister schickte die Nachtschicht um halb eins nach Hause, eine Stunde vor dem Sturz des ersten Krans.
""",
    "en": """\
Storm tears cranes from rails and shuts port of Ostend

The port of Ostend was shut on Friday after a storm tore two cranes from their rails, the harbour master said.

Nobody was hurt, but the ferry to Ramsgate will not sail before Monday, according to the company.

{line}

The wind had reached 140 kilometres an hour at midnight, the weather service said, and was still rising at one.

The harbour master sent the night shift home at half past twelve, an hour before the first of the cranes fell.
""",
    "es": """\
Una tormenta derriba dos grúas y cierra el puerto de Ostende

El puerto de Ostende quedó cerrado el viernes después de que una tormenta derribara dos grúas, dijo el capitán.

Nadie resultó herido, pero el ferri no zarpará antes del lunes, según informó la compañía en un comunicado.

{line}

El viento había alcanzado 140 kilómetros por hora a medianoche, indicó el servicio meteorológico por la mañana.

El capitán mandó a casa al turno de noche a las doce y media, una hora antes de que cayera la primera grúa.
""",
    "fr": """\
Une tempête renverse deux grues et ferme le port d’Ostende

Le port d’Ostende a été fermé vendredi après qu’une tempête a renversé deux grues, a indiqué le capitaine du port.

Personne n’a été blessé, mais le ferry ne partira pas avant lundi, selon la compagnie qui l’exploite.

{line}

Le vent avait atteint 140 kilomètres à l’heure à minuit, a précisé le service météorologique dans la matinée.

Le capitaine a renvoyé l’équipe de nuit à minuit et demi, une heure avant la chute de la première grue.
""",
    "it": """\
Una tempesta abbatte due gru e chiude il porto di Ostenda

Il porto di Ostenda è stato chiuso venerdì dopo che una tempesta ha abbattuto due gru, ha detto il comandante.

Nessuno è rimasto ferito, ma il traghetto non partirà prima di lunedì, secondo la compagnia che lo gestisce.

{line}

Il vento aveva raggiunto i 140 chilometri orari a mezzanotte, ha spiegato in mattinata il servizio meteorologico.

Il comandante ha mandato a casa il turno di notte a mezzanotte e mezza, un’ora prima che cadesse la prima gru.
""",
    "pt": """\
Tempestade derruba dois guindastes e fecha o porto de Ostende

O porto de Ostende foi fechado na sexta-feira depois de uma tempestade derrubar dois guindastes, disse o capitão.

Ninguém ficou ferido, mas o ferry não partirá antes de segunda-feira, segundo a companhia que o opera.

{line}

O vento tinha atingido 140 quilómetros por hora à meia-noite, informou de manhã o serviço de meteorologia.

O capitão mandou para casa o turno da noite à meia-noite e meia, uma hora antes da queda do primeiro guindaste.
""",
}

NOTICES = (
    ("fr", "À lire aussiUn autre port, une autre tempête et deux grues"),
    (
        "en",
        "We are working hard to show you the truth of the harbour, and we’re keeping it free for everyone.",
    ),
    ("en", "Our goal is 20,000 members, to prove that independent journalism can survive in Ostend."),
    ("en", "Jane Doe contributed research to this article."),
    (
        "en",
        "This article is the result of a collaboration with the harbour paper Ostend Tides. Read theirs too.",
    ),
    ("es", "Las noticias que acabas de leer son posibles gracias a nuestros socios del puerto."),
    ("fr", "Ostende (Flandre), envoyée spéciale."),
    (
        "de",
        "Die Redaktion hat diesen Artikel geschrieben und ein KI-Sprachmodell nach eigenem Ermessen eingesetzt.",
    ),
    ("de", "Für die Anzeige dieses Videos benötigen wir Ihre Einwilligung."),
    ("de", "Bitte überprüfen Sie Ihre E-Mail-Adresse."),
    ("de", "Der Beitrag wurde von der dpa automatisiert übernommen und nicht von der Redaktion geprüft."),
    ("de", "Diese Geschichte ist zuerst auf Hafenblog erschienen."),
    ("de", "Das Gespräch führte Jana Doe."),
    ("de", "Ihr Lesezeichen wurde gespeichert. Sie finden es auf der Liste."),
    ("de", "Für die Inhalte externer Seiten ist der Hafenbote nicht verantwortlich."),
    ("de", "Dieser Beitrag unterliegt der Creative-Commons-Lizenz."),
    ("de", "Aus dem Englischen von Jana Doe."),
    ("de", "Die Namen der Betroffenen wurden geändert."),
    ("de", "Wir berichten weiter."),
    ("en", "We put an invisible pixel in the article so that we can count traffic to republishers."),
    ("en", "The audio version of this article is generated by a machine. Mispronunciations can occur."),
    ("en", "A mix of advertising and gifts helps keep paywalls away from articles like this one."),
    ("en", "To display this content, you must enable advertisement tracking and audience measurement."),
    ("en", "To show you this content, we need your permission to use cookies."),
    ("en", "We may earn money from links on this page."),
    ("en", "Our reporting is made possible by our members. Join today from $1 a week."),
    ("en", "Readers can send letters of no more than 250 words to the editor."),
    ("en", "Names have been changed to protect identities."),
    ("en", "The interview was conducted by Jane Doe."),
    ("en", "Doe reported from Baltimore and Roe from Washington."),
    ("en", "Something went wrong. Please try again later."),
    ("en", "Copy and paste this URL into your site to embed it."),
    ("en", "For more on this story, tune in to Radio Ostend at six."),
    ("en", "Thanks for signing up! You will find your topics in a feed of your own while you are on the go."),
    ("en", "We are having trouble retrieving the text of this page."),
    ("en", "Summarized with AI. People can be wrong, and so can AI."),
    ("en", "The Daily Planet is a nonprofit, nonpartisan newsroom covering the coast."),
    ("en", "To continue, tick the box below to show that you are not a robot."),
    ("en", "The comments below have not been moderated."),
    ("en", "This article was published more than 3 years ago. Some information may no longer be current."),
    ("en", "We encourage you to republish this article, as long as you name its authors and change nothing."),
    ("en", "A crane icon An icon in the shape of a crane."),
    ("en", "Upgrade to Planet+ for articles that others do not get."),
    ("es", "Queremos saber tu opinión. Deja tu comentario."),
    ("es", "Para comentar nuestras notas, completá tus datos."),
    ("es", "La editora no se hace responsable del contenido de otros sitios."),
    ("es", "Noticia en desarrollo. Actualizaremos en breve."),
    ("es", "Esta columna es de exclusiva responsabilidad de su autor."),
    ("es", "Te quedan dos artículos gratis este mes."),
    ("es", "Esta entrevista ha sido editada por razones de extensión y claridad."),
    ("fr", "Le lien a été copié dans le presse-papiers."),
    ("fr", "Pour publier un commentaire, vous devez être connecté à votre compte."),
    ("fr", "Pour visualiser ce contenu, vous devez accepter les cookies."),
    ("fr", "La lecture audio de cet article est faite par une voix de synthèse."),
    ("fr", "Grâce à vos dons, notre rédaction reste indépendante."),
    ("fr", "Les prénoms ont été modifiés."),
    ("it", "Per vedere questo contenuto devi accettare i cookie."),
    ("it", "I nomi sono stati cambiati."),
    ("it", "Se acquisti qualcosa tramite i nostri link, il Pianeta potrebbe ricevere una commissione."),
    ("it", "I commenti saranno accettati dal lunedì al venerdì."),
    ("pt", "É permitida a reprodução do conteúdo desde que citada a fonte."),
    ("pt", "Os textos gerados por inteligência artificial são lidos por jornalistas."),
    ("pt", "Descarregue a nossa aplicação para receber alertas."),
    ("en", "Comments have not been enabled for this article."),
    ("en", "Posts from this author will be added to your daily email digest and your homepage feed."),
    ("en", "No responses yet"),
    ("en", "How do you feel about this story?"),
    ("en", "kAm%96 A@CE H2D D9FE 27E6C 2 DE@C> E@C6 EH@ 4C2?6D 7C@> E96 C2:=D]k^Am"),
    (
        "en",
        '<iframe src="https://planet.example/player/7" width="100%" height="290" title="Planet audio player">',
    ),
    ("de", "Nur angemeldete Benutzer können kommentieren und bewerten."),
    ("de", "Rechte am Artikel können Sie hier erwerben."),
    ("fr", "Les commentaires sont temporairement fermés en raison de l’actualité."),
    ("fr", "Vous souhaitez réagir à ce texte ? Écrivez-nous."),
    ("es", "Es necesario tener cuenta y acceder a ella para poder hacer envíos."),
    (
        "de",
        "Dieser Artikel gehört zum Angebot von Planet+. Sie können ihn lesen, weil er Ihnen geschenkt wurde.",
    ),
    ("de", "Hier finden Sie einen externen Inhalt von Planet Video, der den Artikel ergänzt."),
    ("de", "Für die Darstellung dieses Inhalts wird JavaScript benötigt."),
    ("de", "Die Kommentarfunktion ist werktags von 7 bis 20 Uhr geöffnet."),
    ("de", "Verwendete Quellen: Material der Agenturen und eigene Beobachtungen."),
    ("en", "As a subscriber, you have five gift articles to give each month."),
    ("en", "This audio was generated by a machine and may mispronounce names."),
    (
        "es",
        "El Planeta puede recibir una comisión por las compras hechas a través de los enlaces de este artículo.",
    ),
    ("es", "Esta funcionalidad es sólo para suscriptores del Planeta."),
    ("es", "Esta nota fue traducida del inglés con la ayuda de una máquina y revisada por un editor."),
    ("es", "Escribinos y sumate. Hacete socio del Planeta y leé sin límites."),
    ("es", "Tu suscripción se está usando en otro dispositivo"),
    ("fr", "La Planète peut toucher une commission lors d’un achat par les liens de cet article."),
    ("fr", "Une question ? Posez-la à nos journalistes, ils enquêtent et vous répondent."),
    ("fr", "Ce contenu externe est susceptible de déposer des cookies."),
    ("it", "Ascolta l’articolo, la lettura è affidata a una voce sintetica."),
    ("it", "Questa inchiesta è stata realizzata grazie ai lettori del Pianeta."),
    ("it", "I commenti sono chiusi per questo articolo."),
    ("pt", "Encontrou um erro neste texto? Diga-nos e corrigimos."),
    ("pt", "A reprodução do conteúdo da Agência Planeta é gratuita, desde que citada a fonte."),
    ("pt", "Por vontade da autora, este artigo não segue as regras do novo Acordo Ortográfico."),
)
TOLD = (
    ("en", "The pier is new, and the port will be keeping it free for everyone who fishes, the master said."),
    ("en", "This article of the law was the result of a collaboration with the unions, the minister said."),
    ("en", "The harbour school contributed research vessels for the search."),
    ("fr", "L’Europe a un nouveau visage au port, envoyée spéciale ou non, a dit le maire."),
    ("de", "Das Konto wurde wegen Verstößen gegen die Nutzungsbedingungen gesperrt."),
    ("de", "Das Museum am Kai bleibt kostenlos zugänglich."),
    ("de", "Das Gespräch führte zu nichts."),
    ("de", "Aus dem Dorf von Anna Maes kamen am Morgen drei Boote."),
    ("de", "Das Video wurde zuerst auf Telegram veröffentlicht."),
    ("de", "Quelle des Flusses ist ein Teich im Wald."),
    ("en", "A video of it was removed for violating the platform's community guidelines."),
    ("en", "The report on the cranes will not be published before the election in May."),
    ("en", "The oldest crane may not be used by men under twenty."),
    ("en", "The company changed its privacy policy in 2012 without telling its customers."),
    ("en", "The photos were shared under a Creative Commons licence in 2014."),
    ("en", "The regulator said the firm processed personal data without consent."),
    ("en", "Residents can sign up here for a place on the boat."),
    ("en", "Fresh floods were reported from two villages along the coast."),
    ("en", "Reuters reported from Ramsgate that a ship had lost its anchor."),
    ("en", "This translation was the first that people read aloud at sea."),
    ("en", "This week the port is still closed to ferries from England."),
    ("en", "This is not the picture that sailors had of the port."),
    ("en", "The email told people to unsubscribe from a list they had never joined."),
    ("en", "Translated from Flemish, the name of the crane means the old woman."),
    ("en", "“We have had to moderate comments on our website,” said the mayor."),
    ("en", "The newspaper lost a third of its subscribers in two years, and its newsletter with them."),
    ("en", "She told the court that she had signed up for the newsletter with a false email address."),
    ("en", "Anybody who wants to donate to the victims can do so at the town hall until Friday."),
    ("en", "He said that the copyright of the photograph belonged to his father."),
    ("en", "In our house nobody spoke at table, and the newsletter of the parish was read aloud."),
    ("en", "If you have ever queued for a ferry in July, you will know what I mean."),
    ("en", "The paper put the story behind its paywall, and the mayor shared a picture of it."),
    ("en", "The report, which was published more than two years ago, has not been updated."),
    ("en", "There was a problem with the brakes of both cranes, the investigators said."),
    ("en", "“I am not a robot,” the crane driver said after twelve hours of work."),
    ("en", "The experiment cannot be reproduced, two other groups found."),
    ("en", "The exhibition was made possible by a grant from the ministry of culture."),
    ("en", "The book, published more than 20 years ago, is read in every school of the coast."),
    ("en", "Cranes may earn money for the port again by June, he said."),
    ("en", "The town wants a sustainable future for local farmers."),
    ("en", "He tried to contact the author of the letter for a year."),
    ("en", "The student used generative AI to help with her thesis on cranes."),
    ("es", "Los usuarios deben aceptar las cookies antes de leer, dictó el tribunal."),
    ("es", "La encuesta no refleja necesariamente la opinión de todos los vecinos."),
    ("fr", "La lettre d’information de la commune existe depuis 1998."),
    ("fr", "Le maire a promis l’accès à tous au quai dès lundi."),
    ("fr", "Les armes transitent par une plateforme sécurisée, selon la police."),
    ("fr", "Voir la mer, il n’en avait jamais eu l’occasion."),
    ("it", "La legge è il frutto di un accordo commerciale tra due paesi."),
    ("it", "«Senza il mare non posso farne a meno di pensare», ha detto il capitano."),
    ("it", "Gli abbonati del teatro pagheranno di più."),
    ("it", "Il video non è più disponibile sui social, ma la procura ne ha una copia."),
    ("pt", "O suspeito enviou três mensagens pelo WhatsApp."),
    ("pt", "A polícia encontrou vídeos gerados por inteligência artificial."),
    ("pt", "O acordo ortográfico nunca foi aplicado no porto."),
    ("en", "For the price of a coffee, a sailor can ride the ferry of Ostend all day."),
    ("en", "In the end, nobody knew which of the cranes had fallen first."),
    ("en", "No responses yet have come from the company that built the cranes."),
    ("de", "Mit nur fünf Euro in der Tasche kam der Matrose am Hafen an."),
    ("fr", "La rédaction de la Planète a pu joindre ce mardi un responsable du port."),
    ("de", "Dieser Text stammt aus dem 9. Jahrhundert und liegt seit 1803 in der Bibliothek."),
    ("de", "Ihre Zustimmung gab die Ministerin am Montag, ohne die Akten zu kennen."),
    ("de", "Die Redaktion behielt den Artikel zurück, weil zwei Zeugen ihre Aussage änderten."),
    ("de", "Die Prüfer haben Fehler gefunden, die sie nicht erklären konnten."),
    ("de", "Die Hacker haben personenbezogene Daten an einen Händler übermittelt."),
    ("de", "Sie schaute auf ihr Handy, als der erste Kran fiel."),
    ("de", "Dabei haben sie einen Fehler gemacht, den niemand bemerkte."),
    ("de", "Sie brauchen ihre Zustimmung, um den Kran zu verkaufen."),
    ("en", "Help is available for families who lost their boats, the town said."),
    ("en", "The crew was unable to load it onto the ferry before the storm."),
    ("fr", "Une ligne d’écoute est joignable au 08 05 00 00 00, a précisé la préfecture."),
    ("fr", "Chaque don de sang compte après une telle nuit, a rappelé l’hôpital."),
    ("pt", "A polícia encontrou um erro nas contas do porto."),
    ("pt", "O navio não pôde ser carregado antes da tempestade."),
    ("en", "Anyone with information is asked to call the harbour police at 1-800-555-0147."),
    ("es", "El alcalde quería recibir una comisión por cada contrato del puerto."),
    ("es", "El ministro no estuvo disponible para comentar el informe."),
    ("es", "El usuario descarga la aplicación y enseña el código en la puerta."),
    ("fr", "Le maire est soupçonné d’avoir voulu toucher une commission sur la vente du port."),
    ("fr", "Le directeur n’était pas joignable au moment de la tempête."),
    ("fr", "L’album sort vendredi sur toutes les plateformes."),
    ("it", "Il ministro commenta la notizia da Parigi e chiede tempo."),
    ("it", "La nave non rappresenta necessariamente un rischio per il porto."),
    ("it", "Aumentano i prezzi per gli abbonati della metropolitana."),
    ("pt", "Espera-se que o presidente assine a lei na segunda-feira."),
    ("pt", "Sua assinatura foi encontrada em três contratos do porto."),
)


@pytest.mark.parametrize(("language", "line"), NOTICES)
def test_what_a_page_says_to_its_readers_amid_an_article_is_not_read(language: str, line: str) -> None:
    assert line not in _paragraphs(_story(language, line))


@pytest.mark.parametrize("path", sorted(WORDS.glob("*.toml")), ids=lambda path: path.stem)
def test_what_is_known_word_for_word_is_listed_once_and_is_no_single_small_word(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for kind in ("lines", "begins"):
        keys = list(map(key_of, table.get(kind, [])))
        assert len(keys) == len(set(keys))
        assert all(len(key) > 4 for key in keys)
    assert all(" " in key_of(phrase) or unspaced.count(phrase) for phrase in table.get("begins", []))


@pytest.mark.parametrize(("language", "line"), TOLD)
def test_a_sentence_of_an_article_is_read_whatever_notices_say_too(language: str, line: str) -> None:
    assert line in _paragraphs(_story(language, line))


@pytest.mark.parametrize(
    "line",
    [
        "This video of the cranes was seen a million times before the harbour master left his house.",
        "Advertisement and rent pay for the cranes of the port, the harbour master said.",
    ],
)
def test_a_sentence_that_opens_like_a_prompt_and_tells_what_the_article_tells_is_read(line: str) -> None:
    assert line in _paragraphs(_story("en", line))


def _story(language: str, line: str) -> Article:
    return segment(read_text(STORIES[language].format(line=line).encode(), "story.txt", None))


def _paragraphs(article: Article) -> list[str]:
    return [text for section in article.sections for text in section.paragraphs]


@pytest.mark.parametrize(
    ("begun", "ended"),
    [
        ("Skip Most read and continue reading", "End of Most read"),
        ("Saltar Recomendamos y continuar leyendo", "Final de Recomendamos"),
        ("Пропустить Самое популярное и продолжить чтение.", "Конец истории Самое популярное"),
        ("En çok okunanlar haberlerini atlayın ve okumaya devam edin", "Haberin sonu"),
        ("تخطى قصص مقترحة وواصل القراءة", "قصص مقترحة نهاية"),
    ],
)
def test_what_a_page_lets_those_who_listen_leave_out_is_not_read(begun: str, ended: str) -> None:
    """In whatever language it says so."""
    links = "Why is the ferry white?\n\nWho builds the cranes of tomorrow?"
    text = STORIES["en"].format(line=f"{begun}\n\n{links}\n\n{ended}")
    article = segment(read_text(text.encode(), "story.txt", None))
    told = [text for section in article.sections for text in (section.title, *section.paragraphs)]
    assert not {begun, ended, *links.split("\n\n")} & set(told)
    alone = STORIES["en"].format(line=f"{begun}\n\nThe ferry will not sail before Monday, the company said.")
    article = segment(read_text(alone.encode(), "story.txt", None))
    assert "The ferry will not sail before Monday, the company said." in str(article.sections)


def test_several_sentences_between_two_prompts_that_speak_to_nobody_are_read() -> None:
    told = (
        "The thieves did not take long. Traces of tyres show that they came with a lorry. The lock was opened "
        "with its own key. That had hung beside the door, under a hat. Nobody ever looks there."
    )
    box = f"Sign up for our newsletter every morning\n\n{told}\n\nSubscribe to our app and never miss a story"
    article = segment(read_text(STORIES["en"].format(line=box).encode(), "story.txt", None))
    assert told in [text for section in article.sections for text in section.paragraphs]


def test_a_lead_that_says_it_is_exclusive_is_read() -> None:
    lead = (
        "EXCLUSIVE: The storm that tore two cranes from their rails on Friday had been foreseen by the harbour master "
        "of Ostend, who was told to keep the port open until the ferry came in."
    )
    article = segment(read_text(STORIES["en"].format(line=lead).encode(), "story.txt", None))
    assert lead in [text for section in article.sections for text in section.paragraphs]
    link = "EXCLUSIVE: Minister to resign over cranes"
    article = segment(read_text(STORIES["en"].format(line=link).encode(), "story.txt", None))
    assert link not in [text for section in article.sections for text in (section.title, *section.paragraphs)]
