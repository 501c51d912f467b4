"""What a voice must guess is told before anything is made."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from narrator.cli.main import main
from narrator.spoken.guesses import guessed_words
from narrator.spoken.lexicon import Entry, Lexicon

NONE = Lexicon()


def test_the_most_frequent_guesses_come_first() -> None:
    pytest.importorskip("hibari")
    sentences = [
        "President Zelenskyy's embassies were closed, said Zelenskyy.",
        "Qarabagli met the soldiers, the F B I and NATO.",
    ]
    guesses = guessed_words(sentences, "en", NONE)
    assert guesses.most_common() == [("Zelenskyy", 2), ("Qarabagli", 1)]


def test_what_the_lexicon_says_is_no_guess() -> None:
    pytest.importorskip("hibari")
    known = Lexicon((Entry("Zelenskyy", ipa="zəˈlɛnski"),))
    assert "Zelenskyy" not in guessed_words(["Zelenskyy’s visit to Qarabagli"], "en", known)


def test_an_alias_is_no_guess() -> None:
    pytest.importorskip("hibari")
    known = Lexicon((Entry("Qarabagli", "karabaly"),))
    spoken, _ = known.apply("Qarabagli spoke", "en")
    assert guessed_words([spoken], "en", known) == Counter()


def test_script_names_lists_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("hibari")
    (tmp_path / "names.txt").write_text("Xhemajli = jemily\n")
    (tmp_path / "narrator.toml").write_text('[voices]\nlexicon = "names.txt"\n')
    article = tmp_path / "a.txt"
    article.write_text(
        "Minister speaks\n\nQarabagli told reporters in the old town that Xhemajli had left the country by train, "
        "and that Qarabagli himself would stay until the end of the long winter.\n"
    )
    call = [
        "script",
        str(article),
        "--names",
        "--voice",
        "system",
        "--config",
        str(tmp_path / "narrator.toml"),
    ]
    assert main(call) == 0
    assert capsys.readouterr().out.split() == ["2", "Qarabagli"]
    assert main([*call, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["names"] == [{"word": "Qarabagli", "count": 2}]


def test_without_a_vocabulary_names_are_told() -> None:
    sentences = ["Le président Alijew parle.", "Avec Alijew? Non. Oui, dit Qarabagli."]
    assert guessed_words(sentences, "fr", NONE) == Counter({"Alijew": 2, "Qarabagli": 1})


def test_german_nouns_are_no_names() -> None:
    sentences = [
        "Gestern brannte der alte Speicher in Quarzenau, sagte Jelinek.",
        "Danach lobte der junge Jelinek die vierzehn Helfer aus der Siedlung für ihren Mut im Dunkeln.",
    ]
    assert guessed_words(sentences, "de", NONE) == Counter({"Jelinek": 2, "Quarzenau": 1})


def test_an_article_without_guesses_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "a.md"
    article.write_text(
        "# Rain\n\nThe rain fell all day and all night, and nobody in the town went out to see it.\n"
    )
    assert main(["script", str(article), "--names", "--voice", "tone"]) == 0
    assert capsys.readouterr().out == ""
