"""What a voice must guess is told before anything is made."""

from __future__ import annotations

from collections import Counter

import pytest

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


def test_without_a_vocabulary_names_are_told() -> None:
    sentences = ["Le président Alijew parle.", "Avec Alijew? Non. Oui, dit Qarabagli."]
    assert guessed_words(sentences, "fr", NONE) == Counter({"Alijew": 2, "Qarabagli": 1})
