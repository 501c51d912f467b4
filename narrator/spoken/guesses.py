"""Words that a voice will have to guess, for an editor to teach it before anything is made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from narrator.engines.vocabulary import is_known, vocabulary
from narrator.spoken.lexicon import SEED, Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


def guessed_words(sentences: Iterable[str], language: str, lexicon: Lexicon = SEED) -> Counter[str]:
    """Words of spoken sentences that neither the voice's lexicon nor ours has, with how often they come.

    Where the voice's own lexicon is not to be read, the names: words with a capital inside a sentence.
    """
    words = vocabulary(language)
    found = _unknown if words else _names
    guesses = (word for sentence in sentences for word in found(sentence, words))
    said = lexicon.alias_words(language)
    return Counter(word for word in guesses if word not in said and not lexicon.knows(word, language))


def _unknown(sentence: str, words: frozenset[str]) -> Iterator[str]:
    for found in _WORD.finditer(sentence):
        word = _POSSESSIVE.sub("", found[0])
        if len(word) > 1 and not (word.isupper() and len(word) < 6) and not is_known(word, words):
            yield word


def _names(sentence: str, _: frozenset[str]) -> Iterator[str]:
    for found in list(_WORD.finditer(sentence))[1:]:
        if found[0].istitle() and sentence[: found.start()].rstrip()[-1:] not in '.!?:“„«"':
            yield _POSSESSIVE.sub("", found[0])
