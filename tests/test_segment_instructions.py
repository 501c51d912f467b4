"""Articles that tell their readers what to do: no sentence of theirs is taken for a prompt of the page."""

from __future__ import annotations

import pytest

from narrator.model import Article
from narrator.reading.html import read_html
from narrator.reading.text import read_text
from narrator.segment import segment

MOVES = {
    "de": """\
So zieht man mit seinen E-Mails um, ohne eine einzige zu verlieren

Ein Umzug der E-Mails klingt nach einem verlorenen Wochenende. Mit einem freien Nachmittag geht es aber.

Schreiben Sie zuerst alle Adressen auf, die Sie benutzen. Öffnen Sie dazu Ihren Passwortmanager.

Melden Sie sich beim neuen Anbieter an, bevor Sie das alte Konto anfassen.

Klicken Sie auf Einstellungen und dann auf Importieren. Geben Sie Ihre alte E-Mail-Adresse ein.

Laden Sie das Archiv herunter, das Ihr alter Anbieter bereitstellt. Meist steckt der Link unter Datenschutz.

Bitte beachten Sie, dass manche Anbieter das alte Konto nach dreißig Tagen löschen.

Abonnieren Sie die Newsletter neu, die Sie wirklich lesen. Alle anderen können Sie abbestellen.
""",
    "en": """\
How to move your mail to a new provider without losing a message

Moving mail sounds like a weekend of misery. It need not be: all it takes is a free afternoon and a pot of tea.

First, make a list of every address you use. Open your password manager and search for your old provider's name.

Sign up for the new account before you touch the old one. Choose a strong password and write it down on paper.

Click on Settings and then on Import. Enter your old email address and the password when the page asks for them.

Download the archive that your old provider offers. Most of them hide the link under Privacy.

Don't forget newsletters. Unsubscribe from those you never read, and subscribe again with the new address to the rest.

Please note that some providers delete the old account after thirty days.
""",
    "es": """\
Cómo mudar el correo a otro proveedor sin perder un mensaje

Mudar el correo suena a fin de semana perdido. Con una tarde libre y una tetera, sin embargo, se puede.

Haz primero una lista de las direcciones que usas. Abre tu gestor de contraseñas y busca el nombre del proveedor.

Regístrate en la cuenta nueva antes de tocar la vieja. Elige una contraseña larga y apúntala en papel.

Haz clic en Ajustes y después en Importar. Introduce tu correo viejo y la contraseña cuando la página los pida.

Descarga el archivo que ofrece el proveedor viejo. Casi todos esconden el enlace en el apartado de privacidad.

Suscríbete de nuevo a los boletines que de verdad lees. Del resto puedes darte de baja.

Comparte la dirección nueva con todos los que te escriben.
""",
    "fr": """\
Comment déménager ses courriels sans en perdre un seul

Un déménagement de courriels fait penser à un week-end perdu. Avec un après-midi libre, on y arrive pourtant.

Faites d’abord la liste des adresses que vous utilisez. Ouvrez votre gestionnaire de mots de passe.

Inscrivez-vous chez le nouveau fournisseur avant de toucher à l’ancien compte.

Cliquez sur Paramètres, puis sur Importer. Saisissez votre ancienne adresse et le mot de passe.

Téléchargez l’archive que propose votre ancien fournisseur. Le lien se cache souvent sous Confidentialité.

Abonnez-vous de nouveau aux lettres que vous lisez vraiment. Vous pouvez laisser les autres.

Partagez la nouvelle adresse avec vos amis.
""",
}
NEWSLETTER = "Sign up for our newsletter and get the best of The Quay in your inbox."


@pytest.mark.parametrize("language", sorted(MOVES))
def test_every_step_is_told(language: str) -> None:
    _, *steps = MOVES[language].strip().split("\n\n")
    assert _paragraphs(segment(read_text(MOVES[language].encode(), "mail.txt", None))) == steps


@pytest.mark.parametrize("language", sorted(MOVES))
def test_every_step_of_a_page_is_told(language: str) -> None:
    title, *steps = MOVES[language].strip().split("\n\n")
    told = "".join(f"<p>{step}</p>" for step in steps)
    page = f"<title>{title}</title><nav><a href='/'>Quay</a></nav><article><h1>{title}</h1>{told}</article>"
    assert _paragraphs(segment(read_html(page.encode(), "mail.html", None))) == steps


def test_what_the_page_wants_amid_the_steps_is_not_read() -> None:
    title, *steps = MOVES["en"].strip().split("\n\n")
    text = "\n\n".join(
        ("The Quay", "Sign in", title, *steps[:4], NEWSLETTER, *steps[4:], "Share", "Most read")
    )
    assert _paragraphs(segment(read_text(text.encode(), "mail.txt", None))) == steps


def test_rules_for_comments_are_no_instructions() -> None:
    report = (
        "Storm shuts port of Ostend",
        "The port of Ostend was shut on Friday after a storm tore two cranes from their rails, its master said.",
        "Nobody was hurt, but the ferry to Ramsgate will not sail before Monday, according to the company.",
        "How to report a crane that moves",
    )
    rules = (
        "Keep it clean. Please avoid obscene language.",
        "Be nice. No insults of any sort to other people.",
    )
    article = segment(read_text("\n\n".join((*report, *rules)).encode(), "storm.txt", None))
    assert not set(rules) & set(_paragraphs(article))


def _paragraphs(article: Article) -> list[str]:
    return [text for section in article.sections[1:] for text in section.paragraphs]


def test_prompts_around_a_link_to_advice_make_no_instructions_of_a_report() -> None:
    prompts = (
        "Sign up for the newsletter of the port and get it each morning.",
        "Subscribe now to read what the port has to say.",
        "Read more of the port and of its cranes on Sunday.",
        "Follow us on any network that you like for more of the port.",
    )
    report = (
        "Storm tears cranes from rails and shuts port of Ostend",
        "The port of Ostend was shut on Friday after a storm tore two cranes from their rails, the master said.",
        prompts[0],
        "Nobody was hurt, but the ferry to Ramsgate will not sail before Monday, according to the company.",
        *prompts[1:],
        "How to tie down a crane",
        "The wind had reached 140 kilometres an hour at midnight, the weather service said on Friday.",
    )
    article = segment(read_text("\n\n".join(report).encode(), "port.txt", None))
    said = {text for section in article.sections for text in section.paragraphs}
    assert not said & set(prompts)
