"""A name is taught once, and every voice says it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.errors import PronunciationError, SettingsError
from narrator.model import Pronunciation
from narrator.spoken import ipa, speak
from narrator.spoken.lexicon import SEED, Entry, Lexicon, read_lexicon


def lexicon(tmp_path: Path, text: str, name: str = "names.txt") -> Lexicon:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_lexicon(path)


NAMES = """
# a comment
Nguyen = win
Aliyev = /əˈliːjɛv/     # both
Xi Jinping = shee jin-ping /ˌʃiː dʒɪnˈpɪŋ/
Xi = shee
gif = jif
C# = see sharp
Bush = /bʊʃ/
[de]
Zelenskyy = Selenskyj
[*]
Côte d'Ivoire = coat deevwar
"""

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-US">
  <lexeme><grapheme>Sepulveda</grapheme><phoneme>səˈpʌlvɪdə</phoneme></lexeme>
  <lexeme>
    <grapheme>W3C</grapheme><grapheme>w3c</grapheme><alias>World Wide Web Consortium</alias>
  </lexeme>
  <lexeme>
    <grapheme>Huawei</grapheme><phoneme>hjuːˈweɪ</phoneme><phoneme prefer="true">ˈwɑːweɪ</phoneme>
  </lexeme>
</lexicon>
"""


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Nguyen won.", "win won."),
        ("Nguyen's and the Nguyens’ house", "win's and the wins’ house"),
        ("NGUYEN WINS", "win WINS"),
        ("nguyen", "nguyen"),
        ("in C# too", "in see sharp too"),
        ("Chapter XI", "Chapter XI"),
        ("Nguyenova", "Nguyenova"),
        ("Nguyen-led", "win-led"),
        ("Xi met Xi Jinping", "shee met Xi Jinping"),
        ("Gif or gif", "jif or jif"),
        ("in Côte d’Ivoire", "in coat deevwar"),
        ("Zelenskyy", "Zelenskyy"),
    ],
)
def test_an_alias_takes_the_place_of_its_word(tmp_path: Path, written: str, spoken: str) -> None:
    assert lexicon(tmp_path, NAMES).apply(written, "en")[0] == spoken


def test_entries_of_a_language_hold_for_that_language_only(tmp_path: Path) -> None:
    assert lexicon(tmp_path, NAMES).apply("Zelenskyy und Nguyen", "de-at")[0] == "Selenskyj und win"


@pytest.mark.parametrize(
    ("written", "word", "said"),
    [
        ("Aliyev spoke", "Aliyev", "əˈliːjɛv"),
        ("Aliyev's wife", "Aliyev's", "əˈliːjɛvz"),
        ("the Bushes", None, None),
        ("Bush’s wife", "Bush’s", "bʊʃɪz"),
    ],
)
def test_ipa_is_told_for_the_word_as_it_stands(tmp_path: Path, written: str, word: str, said: str) -> None:
    spoken, told = lexicon(tmp_path, NAMES).apply(written, "en")
    assert spoken == written
    assert told == ((Pronunciation(word, said),) if word else ())


def test_a_later_lexicon_decides_over_an_earlier_one() -> None:
    ours = Lexicon((Entry("Kyiv", "keeve"),)) | Lexicon((Entry("Kyiv", "kiv"),))
    assert ours.apply("in Kyiv", "en")[0] == "in kiv"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Aliyev", "names.txt:2: 'Aliyev' is no entry"),
        ("Aliyev =", "names.txt:2"),
        ("= ali", "names.txt:2"),
        ("Aliyev = /ali5/", "'5' is no sound"),
        ("[Deutsch!]", "names.txt:2"),
        ("... = dots", "names.txt:2: '...' is no word"),
    ],
)
def test_a_wrong_line_is_named_by_file_and_line(tmp_path: Path, line: str, what: str) -> None:
    with pytest.raises(SettingsError) as raised:
        lexicon(tmp_path, f"Nguyen = win\n{line}\n")
    assert what in raised.value.message
    assert "names.txt" in raised.value.message


TOML = """
Nguyen = "win"
Aliyev = "/əˈliːjɛv/"
"Xi Jinping" = { alias = "shee jin-ping", ipa = "ˌʃiː dʒɪnˈpɪŋ" }
[de]
Zelenskyy = "Selenskyj"
"""


def test_toml_is_read(tmp_path: Path) -> None:
    assert lexicon(tmp_path, TOML, "names.toml").entries == (
        Entry("Nguyen", "win"),
        Entry("Aliyev", ipa="əˈliːjɛv"),
        Entry("Xi Jinping", "shee jin-ping", "ˌʃiː dʒɪnˈpɪŋ"),
        Entry("Zelenskyy", "Selenskyj", language="de"),
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Nguyen = win", "not TOML"),
        ("Nguyen = 5", "Nguyen: 5 is no pronunciation"),
        ('Nguyen = { alais = "win" }', "Nguyen: {'alais': 'win'} is no pronunciation"),
        ('Nguyen = ""', "is no pronunciation"),
        ('Nguyen = "/w☃n/"', "Nguyen: "),
    ],
)
def test_toml_that_cannot_be_used_is_refused(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(what)):
        lexicon(tmp_path, text, "names.toml")


@pytest.mark.parametrize(
    ("entry", "written", "spoken"),
    [
        ("NATO = nay-toe", "NATO's chief", "nay-toe's chief"),
        ("SQL = sequel", "in SQL", "in sequel"),
        ("GPT-5 = jee pee tee five", "GPT-5 wrote", "jee pee tee five wrote"),
        ("Dr. Oz = doctor ozz", "met Dr. Oz", "met doctor ozz"),
        ("50 Cent = fiddy", "50 Cent sang", "fiddy sang"),
    ],
)
def test_a_word_that_would_be_read_otherwise_is_found_as_written(
    tmp_path: Path, entry: str, written: str, spoken: str
) -> None:
    assert speak(lexicon(tmp_path, entry).prepare(written, "en"), "en") == spoken


def test_ipa_of_an_acronym_is_told_for_what_is_said(tmp_path: Path) -> None:
    names = lexicon(tmp_path, "UNESCO = /juːˈnɛskoʊ/")
    assert names.apply(speak(names.prepare("UNESCO", "en"), "en"), "en") == (
        "Unesco",
        (Pronunciation("Unesco", "juːˈnɛskoʊ"),),
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"names\.txt"):
        read_lexicon(tmp_path / "names.txt")


def test_pls_is_read(tmp_path: Path) -> None:
    spoken, told = lexicon(tmp_path, PLS, "names.pls").apply("The W3C on Sepulveda and Huawei", "en")
    assert spoken == "The World Wide Web Consortium on Sepulveda and Huawei"
    assert told == (Pronunciation("Sepulveda", "səˈpʌlvɪdə"), Pronunciation("Huawei", "ˈwɑːweɪ"))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("<lexicon ", '<!DOCTYPE lexicon SYSTEM "http://127.0.0.1/x.dtd"><lexicon '), "document type"),
        (("<lexicon ", '<!DOCTYPE lexicon [<!ENTITY a "aa">]><lexicon '), "document type"),
        (('alphabet="ipa"', 'alphabet="x-sampa"'), "names.pls:3: alphabet 'x-sampa'"),
        (("</lexicon>", ""), "not XML"),
        (("2005/01/", "2055/01/"), "no PLS lexicon"),
        (("<alias>World Wide Web Consortium</alias>", ""), "names.pls:4"),
        (("səˈpʌlvɪdə", "s@pUlvId@"), "'@' is no sound"),
    ],
)
def test_pls_that_cannot_be_used_is_refused(tmp_path: Path, change: tuple[str, str], what: str) -> None:
    with pytest.raises(SettingsError) as raised:
        lexicon(tmp_path, PLS.replace(*change), "names.pls")
    assert what in raised.value.message


@given(st.text(st.sampled_from("Xi Jinpg'’s-AaLl.="), max_size=40))
def test_only_words_of_the_lexicon_change(text: str) -> None:
    assert Lexicon((Entry("Zhou", "joe"),)).apply(text, "en") == (text, ())


# --- IPA for engines --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "misaki", "espeak"),
    [
        ("əˈliːjɛv", "əlˈijɛv", "@l'i:jEv"),
        ("ˈɛərdoʊɑːn", "ˈɛəɹdOɑn", "'E@rdoUA:n"),
        ("t͡ʃeɪn", "ʧAn", "tSeIn"),
        ("makˈʁɔ̃", "mɑkɹˈɔn", "mA:kr'O:n"),
        ("ˈmʏnçən", "mˈʊnʃən", "m'UnS@n"),
        ("gɔɪ", "ɡY", "gOI"),
        ("soũ", "sOun", "soUu:n"),
    ],
)
def test_ipa_is_rendered_for_each_engine(said: str, misaki: str, espeak: str) -> None:
    assert ipa.in_notation(said, "misaki") == misaki
    assert ipa.in_notation(said, "espeak") == espeak


@pytest.mark.parametrize("notation", ["misaki", "espeak", "piper"])
def test_a_symbol_that_is_no_sound_is_refused(notation: str) -> None:
    with pytest.raises(PronunciationError, match="'5'"):
        ipa.in_notation("ali5", notation)


def test_a_voice_without_pronunciations_says_the_alias() -> None:
    said = Pronunciation("Xi", "ʃiː", "shee")
    rendered = ipa.render("Xi met Xi", (said,), "none")
    assert rendered == ipa.Rendered("shee met shee", (), (said,))


def test_a_voice_that_takes_pronunciations_is_told_them() -> None:
    said = Pronunciation("Xi", "ʃiː", "shee")
    assert ipa.render("Xi", (said,), "misaki") == ipa.Rendered("Xi", (Pronunciation("Xi", "ʃi"),))


@given(st.lists(st.sampled_from(sorted(ipa._SOUNDS)), min_size=1, max_size=12))
def test_hibari_knows_every_symbol_it_is_told(sounds: list[str]) -> None:
    vocabulary = set(
        ';:,.!?—…"()“” ᵊAIOQSTWYabcdefhijklmnopqrstuvwxyzɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔˈˌː'
    )
    assert set(ipa.in_notation("".join(sounds), "misaki")) <= vocabulary


@pytest.mark.parametrize("entry", SEED.entries, ids=lambda entry: entry.word)
def test_every_shipped_entry_can_be_said_by_every_engine(entry: Entry) -> None:
    for notation in ("misaki", "espeak", "piper") if entry.ipa else ():
        assert ipa.in_notation(entry.ipa, notation)
