"""Words that a voice will have to guess, for an editor to teach it before anything is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from narrator.engines.vocabulary import is_known, vocabulary
from narrator.patterns import compiled
from narrator.spoken.lexicon import SEED, Lexicon

_WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = compiled(r"['’]s?$")
_REACH = 30
"""Characters before a word that tell what it is."""
_GERMAN_NOUN = compiled(
    r"(?:ung|heit|keit|schaft|tion|tät|ismus|nis|chen|tag|abend)(?:en|s|e)?$|"
    r"^(?:Euro|Prozent|Komma|Uhr|Million(?:en)?|Milliarden?|(?:Kilo|Zenti|Quadrat)?[Mm]eter|Grad|U|S)$"
)
_BEFORE_A_NOUN = compiled(
    r"(?<!\w)(?:[Dd](?:er|ie|as|en|em|es)|(?:[kmsd]|unser|ihr|euer)?[Ee]in|[Ii]m|[Ii]ns|[Aa]m|ans|zu[mr]|vom|beim|aufs|"
    r"(?<![,“\"]\s)[a-zäöüß]+e[nrsm]?|\w*(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zig|hundert|tausend))\s$"
)
"""An article, an adjective or a number; German names mostly stand without. After a quotation comes a verb."""


def guessed_words(sentences: Iterable[str], language: str, lexicon: Lexicon = SEED) -> Counter[str]:
    """Words of spoken sentences that neither the voice's lexicon nor ours has, with how often they come.

    Where the voice's own lexicon is not to be read, the names: words with a capital inside a sentence.
    """
    words = vocabulary(language)
    guesses = _unknown(sentences, words) if words else _names(sentences, language)
    said = lexicon.alias_words(language)
    return Counter(word for word in guesses if word not in said and not lexicon.knows(word, language))


def _unknown(sentences: Iterable[str], words: frozenset[str]) -> Iterator[str]:
    for found in chain.from_iterable(map(_WORD.finditer, sentences)):
        word = _POSSESSIVE.sub("", found[0])
        if len(word) > 1 and not (word.isupper() and len(word) < 6) and not is_known(word, words):
            yield word


def _names(sentences: Iterable[str], language: str) -> Iterator[str]:
    """In German, where every noun has a capital, those that stand like a name once at least."""
    found = [one for sentence in sentences for one in _capitalized(sentence)]
    german = language.partition("-")[0] == "de"
    names = {word for word, before in found if not (german and _is_german_noun(word, before))}
    return (word for word, _ in found if word in names)


def _capitalized(sentence: str) -> Iterator[tuple[str, str]]:
    """Words with a capital inside a sentence, and what stands before them."""
    for found in list(_WORD.finditer(sentence))[1:]:
        before = sentence[max(found.start() - _REACH, 0) : found.start()]
        if found[0].istitle() and before.rstrip()[-1:] not in '.!?:“„«"':
            yield _POSSESSIVE.sub("", found[0]), before


def _is_german_noun(word: str, before: str) -> bool:
    """
    >>> _is_german_noun("Lindenau", "von "), _is_german_noun("Schaden", "Der "), _is_german_noun("Schulung", "zur ")
    (False, True, True)
    """
    return bool(_GERMAN_NOUN.search(word) or _BEFORE_A_NOUN.search(before))
