"""Paragraphs cut into sentences, sentences into clauses, and quotations found."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.spoken import split_clauses, split_sentences
from narrator.spoken.en.titles import BEFORE_NAMES

PARAGRAPHS = (
    ("It happened on Jan. 27. Police came.", 2),
    ("The U.S. Senate voted. It passed.", 2),
    ("No. 10 said so. The PM agreed.", 2),
    ("“I will go.” She left.", 2),
    ("He waited... and then he left.", 1),
    ("“Wait … what?” he asked.", 1),
    ("Dr. Smith met Gen. Milley at 5 p.m. Friday.", 1),
    ("He arrived at 5 p.m. She left.", 2),
    ("It cost $2.5bn. That is 3.5% more.", 2),
    ("He works for Apple Inc. in California.", 1),
    ("John F. Kennedy Jr. died in 1999.", 1),
    ("Visit example.com. It is free.", 2),
    ("“Stop!” he cried. “Now!”", 2),
    ("The vs. case, e.g. Roe v. Wade, i.e. this.", 1),
    ("He said (see p. 5) no.", 1),
    ("Is it? Yes! Good.", 3),
    ("They live in St. Louis, Mo. They like it.", 2),
    ("Mr. and Mrs. Jones of Washington, D.C., came.", 1),
    ("At 9 a.m. ET the market opened.", 1),
    ("Sept. 11 changed it. So did Oct. 7.", 2),
    ("My business hurried me. I forgot it. He is a man of art. That is all.", 4),
    ("Aggression, no. That’s the sad thing. Vitamins, minerals, etc. A doctor knows.", 4),
)


@pytest.mark.parametrize(("paragraph", "count"), PARAGRAPHS)
def test_a_paragraph_is_cut_between_its_sentences_only(paragraph: str, count: int) -> None:
    assert len(split_sentences(paragraph, "en")) == count


FOREIGN = (
    (
        "en",
        "“The house has been in the family since 1912, and never let. | I see it as a sign, at 5 p.m. or at dawn. | "
        "We keep it,” she said of the roof that leaks. | “No.” | He left.",
    ),
    (
        "en",
        '"Why would a bank, or even the town, be offended by this? | Nobody at the meeting of Jan. 27 could say why! | '
        'I asked Mr. Smith three times." | He laughed.',
    ),
    ("en", "“Stop! Go! Now,” he cried."),
    ("en", "It cost approx. $5 million and took approx. six months."),
    ("en", "A 10-yr. loan, est. 1890, vol. 3, ch. 2; was at Apt. 4B."),
    ("en", "They fell 3 pts. on Sat. morning, max. 7 in. deep, and 2 pts."),
    ("en", "He told The Sun. | 12 people saw the sun. | 5 more did not."),
    ("en", "The 6-ft. 4-in. wall by Sect. 4 was hit at 5 deg. below in Ft. Worth."),
    ("en", "The tide came in. | Nobody won 5 pts. | No one lost."),
    ("en", "He met the ex-Gov. of Texas and the then-Sen. from Ohio."),
    ("en", "He came on Mon. Jan. 6 and Tue. 7 Jan. in vol. II. | She left."),
    ("en", "It is open Mon.-Fri. 9-5. | He left in Sept. | I stayed."),
    ("en", "It opens at 5 p.m. | I’ll go to the U.S. | I hope on 9-11 May. | Mon-Fri is fine."),
    ("en", "“We won,” said Mr. J. P. Morgan Jr. | “We lost.” | I met Ken Griffey Jr."),
    ("en", "I left on Oct. 7 by U.S. I-95, open Sept.-Oct. only."),
    (
        "de",
        "„Wir haben das lange geprüft. | Die Kosten steigen seit dem 3. Oktober immer weiter, sagt die Stadt. | "
        "Das war ein Fehler“, sagte der Minister.",
    ),
    (
        "fr",
        "« Nous avons tout vérifié ensemble. | Les coûts augmentent depuis des mois, et M. Dupont ne paie pas. | "
        "C’était une erreur », a déclaré la ministre.",
    ),
    ("fr", "M. Dussopt a parlé. | Mme. Hidalgo a répondu."),
    ("fr", "Le ministre, M. É. Borne, est arrivé. | MM. Macron et Scholz aussi."),
    ("fr", "C’était en 52 av. J.-C. en Gaule, voir l’art. 5 de la loi. | Vercingétorix perdit."),
    ("fr", "« C’est fini ! » a dit M. Mélenchon. | Il est parti."),
    ("fr", "je suis là. | puis non."),
    ("fr", "Il lit des livres, des revues, etc. | C’est ainsi."),
    ("nl", "Minister mevr. Jansen sprak. | Dhr. De Vries zweeg."),
    ("nl", "De wet, d.w.z. Artikel 5, bijv. Amsterdam en m.n. Utrecht, geldt."),
    ("de", "Viele Städte, z. B. Berlin und z.B. Köln, sparen. | Das hilft."),
    ("de", "Die Nr. 5 gewann. | Dr. med. Müller und der hl. Martin kamen."),
    ("de", "Der 1. FC Köln verlor gegen den 1. FC Nürnberg. | Er wurde 12. | Schade."),
    ("de", "Am Sonntag, 9. Dezember, fuhr er. | Sie kam am Freitag, 16. November, an."),
    ("de", "Vgl. S. 45 ff. | Die Nr. 1 gilt, § 5 ff. BGB."),
    ("de", "Er kam am 5. Sept. | Sie zahlt 5 Mio. | Das ist S. 5 f. | Er las."),
    ("de", "Am Mo., 3. Feb. 2025, beginnt die Messe. | Am Sa., 5. Okt., ist frei."),
    ("es", "«No basta», dijo D. Juan Ruiz, de 1.ª instancia. | EE. UU. creció un 2 %."),
    ("de", "Im 19. Jahrhundert war das so. | Heute nicht mehr."),
    ("de", "Das Treffen beginnt am 3. | Danach reist er ab, spätestens am 4. | Die Sitzung dauert an."),
    ("de", "Am 3. Oktober und am 1. Advent spielt der 1. FC Köln. | Er gilt vom 1. bis zum 3. | Es war kalt."),
    ("de", "Der Sprecher Hans-J. Meier kam. | Rund 5 Mio. Euro fehlen."),
    ("el", "Το έργο κοστίζει 5 δισ. ευρώ. | Ο κ. Μητσοτάκης συμφωνεί."),
    ("es", "El Sr. López llegó. | La Sra. Gómez y la Dra. Ruiz no."),
    ("es", "Los EE. UU. y la UE firmaron. | Mons. Romero y Fr. Luis también."),
    ("it", "Il sig. Rossi arrivò. | S. Francesco e l’on. Meloni, nel sec. XIX a. C. Roma."),
    ("it", "Non lo so. | Si fa. | Ecco il sig. Rossi."),
    ("it", "Vale il D.Lgs. 81/2008. | Il D.L. 18/2020 no."),
    ("nl", "Hij kent me. | Zij niet."),
    ("pt", "O dep. Souza e D. Pedro II na Av. Paulista, n.º 5. | A Sra. Costa não."),
    ("tr", "Dr. Ahmet ve Sn. Bakan geldi. | 2. Dünya Savaşı’nda Av. Mehmet öldü."),
    ("ru", "Он живёт в г. Москва. | Театр им. Пушкина закрыт, т. е. А. С. Пушкин молчит."),
    ("pl", "Św. Jan na ul. Długiej, dr hab. Kowalski. | Tak."),
    ("ro", "Ancheta DNA. | Apoi dl. Ionescu a plecat."),
    ("ja", "首相は訪米した。|大統領と会った！|本当か？|「行かない。」と彼は言った。"),
    ("zh", "总理访问了美国。|他会见了总统！|真的吗？|是的。"),
    ("ar", "وصل د. أحمد. | هل جاء؟ | نعم!"),
    ("ur", "وہ آیا۔ | کیا وہ گیا؟ | ہاں۔"),
    ("hi", "डॉ. सिंह ने कहा। | वह चले गए। | क्यों?"),
    ("th", "ดร. สมชาย กล่าวว่าประเทศจะเติบโต เขาเดินทางไปสหรัฐ"),
    ("km", "ខ្ញុំទៅ។ | គាត់មក។"),
    ("en", "It closes on Fri.; nobody minds."),
    ("de", "Rund 400 Tsd. Stimmen fehlten Dipl.-Ing. Weber, gem. Art. 3. | Am 5. Okt. 2023 war Schluss."),
    ("de", "Bgm. Huber kam mit US-Präs. Kern. | Abg. Lauf blieb fern. | Es fehlten 400 Tsd. | Der Rest kam."),
    ("fr", "Le 11 sept. 2001, selon le t. II de l’étude. | Ils étaient sept. | Il a 12 ans. | 2001 fut dur."),
    ("es", "La Cía. Ltda. de los Hnos. Soto, según el t. IV, quedó 33.ª de todas. | Nada más."),
    ("es", "El Pdte. Díaz y el Mtro. Soto, de los ss. XVI y XVII. | Nada más."),
    ("it", "Chiamare il cell. 333 1234567, come dice il d.lgs. 231. | Basta."),
    ("pt", "O Gal. Lima citou o inc. III da lei da Cia. Norte. | Nada mais."),
    ("es", "Viajó a EE.UU. | La familia se quedó en EE. UU. con Sol S.A. de Vigo."),
    ("it", "È della Alfa S.p.A. | Il processo alla Alfa S.p.A. inizia oggi."),
    ("pt", "Trabalha na Sol S.A. | A firma da Sol S.A. Lisboa fechou."),
    ("fr", "Il vit aux U.S.A. | La famille reste."),
    ("nl", "Hij woont in de V.S. | De zaak van Zon N.V. groeit."),
    ("nl", "Op 3 okt. 2023 kwam gen. Peters. | Dat was het."),
    ("tr", "2024 ülkenin 100. yılı oldu. | Herkes geldi."),
    ("tr", "10 km. uzakta bir köy var. | Herkes oraya gitti."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "cut"), FOREIGN)
def test_abbreviations_and_stops_of_every_language_are_known(language: str, cut: str) -> None:
    sentences = tuple(sentence.strip() for sentence in cut.split("|"))
    assert split_sentences(cut.replace("|", ""), language) == sentences


@pytest.mark.parametrize("title", BEFORE_NAMES)
def test_no_title_ends_an_english_sentence(title: str) -> None:
    sentence = f"They met {title}. Adams there."
    assert split_sentences(f"{sentence} He left.", "en") == (sentence, "He left.")


LONG = (
    "首相は訪米し、大統領と会談した後、記者会見で協定の内容を説明し、" * 8,
    "总理访问了美国，会见了总统，随后在记者会上说明了协议的内容，" * 8,
    "لم يعلق الرئيس على ذلك، لكنه قال إن البلاد ستنمو، وإن الاتفاق قريب، " * 8,
    "प्रधानमंत्री ने कहा कि देश आगे बढ़ेगा, और समझौता जल्द होगा, " * 8,
    "นายกรัฐมนตรีกล่าวว่าประเทศจะเติบโต เขาเดินทางไปสหรัฐ " * 8,
    "นายกรัฐมนตรีกล่าวว่าประเทศจะเติบโตเขาเดินทางไปสหรัฐ" * 8,
)


@pytest.mark.parametrize("sentence", LONG)
def test_a_long_sentence_of_any_script_is_cut_and_nothing_lost(sentence: str) -> None:
    clauses = split_clauses(sentence, 280)
    assert max(map(len, clauses)) <= 280
    assert "".join("".join(clauses).split()) == "".join(sentence.split())
    assert all(unicodedata.category(clause[0]) not in ("Mn", "Mc", "Po") for clause in clauses)


@given(st.text(max_size=200))
def test_no_letter_is_lost_between_sentences(paragraph: str) -> None:
    for language in ("en", "de", "ja"):
        assert "".join("".join(split_sentences(paragraph, language)).split()) == "".join(paragraph.split())


@given(st.text(alphabet="ab ,;:—.”\n", max_size=200), st.integers(min_value=1, max_value=60))
def test_clauses_put_together_are_the_sentence(sentence: str, limit: int) -> None:
    pieces = split_clauses(sentence, limit)
    assert " ".join(pieces) == " ".join(sentence.split())
    assert all(len(piece) <= limit or " " not in piece for piece in pieces)


def test_a_long_sentence_is_cut_where_a_reader_breathes() -> None:
    sentence = "The minister, who had been ill; and who was old, left the house before the others came."
    assert split_clauses(sentence, 50) == (
        "The minister, who had been ill;",
        "and who was old, left the house",
        "before the others came.",
    )


def test_a_short_sentence_stays_whole() -> None:
    assert split_clauses("He came, and he went.", 400) == ("He came, and he went.",)


def test_a_paragraph_of_a_language_without_rules_is_cut_as_well() -> None:
    assert split_sentences("Hän tuli. Hän lähti.", "fi") == ("Hän tuli.", "Hän lähti.")


def test_a_long_paragraph_takes_no_longer_a_letter() -> None:
    sentences = split_sentences(" ".join(["He said no."] * 5000), "en")
    assert len(sentences) == 5000
    assert all(re.fullmatch("He said no.", sentence) for sentence in sentences)


@pytest.mark.parametrize(("language", "part"), [("en", "He paid $5. "), ("it", "M. "), ("ja", "日本")])
def test_a_paragraph_of_any_length_keeps_its_letters(language: str, part: str) -> None:
    paragraph = part * 4000
    assert "".join("".join(split_sentences(paragraph, language)).split()) == "".join(paragraph.split())


@pytest.mark.parametrize("space", "\u00a0\u202f\u2009\u3000")
@pytest.mark.parametrize("language", ["en", "fr", "ja"])
def test_a_wide_space_behind_an_initial_stops_nothing(space: str, language: str) -> None:
    said = " ".join(split_sentences(f"Il s’appelle Malcolm X{space}. Voilà{space}!", language))
    assert said.split() == ["Il", "s’appelle", "Malcolm", "X", ".", "Voilà", "!"]
