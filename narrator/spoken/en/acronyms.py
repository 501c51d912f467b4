"""Words in capitals: said as words, or letter by letter as `F.B.I.`, which every engine reads as letters.

Bare capitals leave the choice to the engine, and engines differ: one reads ICC as "ike", another spells
AIPAC. Dots and no spaces make both espeak and hibari say letters, with the stress on the last.
"""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.spoken.tables import read_table

_KINDS = {kind: set[str]() for kind in ("word", "letters", "plain")}
for _kind, _listed in read_table("en", "capitals"):
    _KINDS[_kind].update(_listed.split())
_WORDS, _LETTERS, _PLAIN_WORDS = (frozenset(listed) for listed in _KINDS.values())

_ONSET = (
    "[BCDFGHJKLMNPQRSTVWXYZ]?|[BCDFGKPST][LR]|[CGKPSTW]H|S[CKMNPQTW]|[DT]W|KN|GN|PS|WR|QU|"
    "S(?:CH|CR|HR|PL|PR|TR)|(?:CH|TH)R"
)
_CODA = (
    "[BCDFGKLMNPRSTVXWYZ]?|[CST]H|CK|[BCDFGKPTVX]S|[FLMNPRSTXC]T|[CLNRS]K|L[DFKLMPSTVC]|M[BPS]|"
    "N[CDGKSTX]|R[BCDFGKLMNPSTV]|GH|SM|SP|SS|ZZ|FF|"
    "GHT|GN|[LNR]?TZ|TCH|[LNR](?:CH|TH|SH)|(?:LT|MP|NC|NG|NK|NT|ND|RD|RK|RL|RM|RN|RS|RT|SH|SK|ST)[STH]|WN|WS|WL|RLD"
)
_SYLLABLES = compiled(f"(?:{_ONSET})[AEIOUY]{{1,3}}(?:(?:{_CODA})(?:{_ONSET})[AEIOUY]{{1,3}})*(?:{_CODA})S?")
"""What English can say as a word: openings and closings of its syllables, with vowels between."""

_DATELINE = compiled(
    r"^([A-Z]{5,24})(?=, (?:[A-Z][a-z]{2,8}\.? \d{1,2}\b|[A-Z][a-z]+ (?:\(|[–—-] ))"
    r"|\s\([A-Z][\w ]{1,20}\)|\s?[–—] | - |: [A-Z])"
)
"""The place where a report was written, before its day, its agency or a dash."""
_SAYABLE = compiled(r"(?!.*[^AEIOUY]{4})(?:.*[AEIOUY]){2}")
_ROMAN = compiled(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$")

_CAPITALS = compiled(r"(?<![\w.’'@#])([A-Z]{2,24})(s['’]?|['’]s)?(?![\w@]|['’]\w)")
_BETWEEN = compiled(r"(?<=[A-Z]{2})/(?=[A-Z]{2})")
_NAMED_BEFORE = {
    "WHO": compiled(
        r"\W+(?:CHIEF|SAYS|WARNS|DECLARES|DIRECTOR|OFFICIALS?|URGES|EXPERTS?|APPROVES|TEAM|REPORT)\b"
    ),
    "IT": compiled(
        r"\W+(?:SYSTEMS?|OUTAGE|FIRMS?|SECTOR|MINISTER|WORKERS|FAILURE|GIANT|GLITCH|STAFF|JOBS)\b"
    ),
    "US": compiled(r"(?!\W+(?:ALL|BOTH)\b)"),
}
"""Pronouns in capitals are acronyms where these words follow."""

_TO_US = compiled(
    r"\b(?:TRUST|GIVES?|GAVE|HELPS?|TELLS?|TOLD|LETS?|JOIN|FOLLOW|SHOWS?|SENDS?|CONTACT|ASKS?|MAKES?|TEACH(?:ES)?)\s$",
    re.IGNORECASE,
)
_LONGEST_SPELLED = 6
_WORD_BEFORE = compiled(r"\b([A-Z]{4,})\W{1,2}$")
_WORD_AFTER = compiled(r"\W{1,2}([A-Z]{4,})\b")
_AMPERSAND = compiled(r"(?<![\w&])([A-Z]{1,3})\s?&(?:amp;)?\s?([A-Z]{1,3})(s?)\b")
_DOTTED = compiled(r"\b((?:[A-Z]\.){2,6})['’]s\b")
_HIATUS = compiled("A[AEO]|II|(?<!Q)U[OU]|IU|EEO|IOE|AYE$")
"""Vowels side by side that no short English word has: an unlisted EEOC or USMAO is spelled."""
_LOOSELY_SAYABLE = compiled(f"(?:{_ONSET})[AEIOUY](?!.*[^AEIOUY]{{3}}$)")
_AFTER_INITIAL = compiled(r"\b([A-Z]['’])([A-Z]{3,})\b")
_WITH_ACCENTS = compiled(r"(?<![^\W_])(?=[A-Z]*[^\W\d_A-Za-z])[^\W\d_]{5,}(?![^\W_])")
_PRONOUN_IT = compiled(
    r"(?:(?<=^)|(?<=[.!?”\"] )|(?<=[A-Z]{4} ))IT(?:(['’])S\b|(?=\s(?:is|was|has|had|will|would|took|takes)\b))"
)
_SHOUTED = compiled(r"\b[A-Z]{2,}\b\W+\b[A-Z]{2,}\b\W+\b[A-Z]{3,}\b")


def joined_letters(text: str) -> str:
    """Letters joined by an ampersand or a slash.

    >>> joined_letters("AT&T and H&M, R&D, HIV/AIDS")
    'A.T. and T and H and M, R and D, HIV AIDS'
    """
    apart = _BETWEEN.sub(" ", text)
    return _AMPERSAND.sub(lambda found: f"{_letters(found[1])} and {_letters(found[2], found[3])}", apart)


def capitals(text: str) -> str:
    """
    >>> capitals("NATO and IAEA chiefs, MPs, the FBI's man")
    "Nato and I.A.E.A. chiefs, MPs, the F.B.I's man"
    >>> capitals("I said NO. He did NOT WIN THE WAR.")
    'I said NO. He did NOT WIN THE WAR.'
    >>> capitals("GUNMAN ENTERS EMBASSY, KILLS FBI CHIEF COHN")
    'Gunman Enters Embassy, Kills F.B.I. Chief Cohn'
    """
    say = _say_shouted if _SHOUTED.search(text) and not re.search(r"\b[a-z]{3}", text) else _say
    said = _CAPITALS.sub(say, text)
    return re.sub(r"\b((?:[A-Z]\.){2,})\.(?!\.)", r"\1", said)


def names_in_capitals(text: str) -> str:
    """Names that are surely no acronyms, and the pronoun that opens a story.

    >>> names_in_capitals("SUSIE O’BRIEN met CHRISTOPH MÖLLERS")
    'SUSIE O’Brien met CHRISTOPH Möllers'
    >>> names_in_capitals("IT was late in IT"), names_in_capitals("IT’S so")
    ('It was late in IT', 'It’s so')
    """
    text = _DATELINE.sub(_place, text)
    text = _AFTER_INITIAL.sub(lambda found: f"{found[1]}{found[2].capitalize()}", text)
    named = _WITH_ACCENTS.sub(
        lambda found: found.group().title() if found.group().isupper() else found.group(), text
    )
    return _PRONOUN_IT.sub(lambda found: f"It{found[1]}s" if found[1] else "It", named)


def _place(found: re.Match[str]) -> str:
    """
    >>> names_in_capitals("XHAKA, Jan 3 - A bus fell."), names_in_capitals("NDRRMC – a")
    ('Xhaka, Jan 3 - A bus fell.', 'NDRRMC – a')
    """
    name = found[1]
    return name.capitalize() if _SAYABLE.match(name) and name not in _LETTERS | _WORDS else name


def dotted_endings(text: str) -> str:
    """
    >>> dotted_endings("the U.S.'s role, the F.B.I.'s man")
    "the US's role, the F.B.I's man"
    """
    return _DOTTED.sub(lambda found: _letters(found[1].replace(".", ""), "'s"), text)


def is_word(letters: str) -> bool:
    """Can the letters be said as an English word?

    >>> is_word("example"), is_word("bbc"), is_word("unesco"), is_word("iaea"), is_word("eeoc")
    (True, False, True, False, False)
    """
    upper = letters.upper()
    if upper in _WORDS or upper in _PLAIN_WORDS:
        return True
    if upper in _LETTERS or len(upper) < 3 or (len(upper) < _LONGEST_SPELLED and _HIATUS.search(upper)):
        return False
    return _pronounceable(upper) or (len(upper) > _LONGEST_SPELLED and bool(re.search("[AEIOUY]", upper)))


def _say(found: re.Match[str]) -> str:
    letters, ending = found[1], found[2] or ""
    if _ROMAN.match(letters):
        return found.group()
    if _is_shouted(found):
        return found.group().capitalize()
    if letters in _PLAIN_WORDS:
        return found.group()
    if letters in _WORDS or (len(letters) > 3 and is_word(letters)):
        return letters.capitalize() + ending
    return _letters(letters, ending)


def _is_shouted(found: re.Match[str]) -> bool:
    """Is it a word beside words in capitals, as CUP in WORLD CUP?"""
    if found[1] in _WORDS | _LETTERS or not _LOOSELY_SAYABLE.match(found[1]):
        return False
    beside = (
        _WORD_BEFORE.search(found.string, max(0, found.start() - 20), found.start()),
        _WORD_AFTER.match(found.string, found.end()),
    )
    return any(word and word[1] not in _WORDS | _LETTERS and is_word(word[1]) for word in beside)


def _say_shouted(found: re.Match[str]) -> str:
    """Amid words that are all in capitals only what is surely an acronym is one; the rest would be spelled by some."""
    letters = found[1]
    if letters in _NAMED_BEFORE:
        return _say_pronoun(found)
    if _ROMAN.match(letters):
        return found.group()
    return (
        _letters(letters, found[2] or "")
        if letters in _LETTERS or not (is_word(letters) or (len(letters) > 3 and _is_shouted(found)))
        else found.group().capitalize()
    )


def _say_pronoun(found: re.Match[str]) -> str:
    """
    >>> capitals("THE MAN WHO GAVE US THE WORLD"), capitals("WHO CHIEF TELLS US TO CHANGE")
    ('The Man Who Gave Us The World', 'W.H.O. Chief Tells Us To Change')
    """
    letters = found[1]
    named = _NAMED_BEFORE[letters].match(found.string, found.end())
    if not named or (letters == "US" and _TO_US.search(found.string[: found.start()])):
        return letters.capitalize()
    return _letters(letters, found[2] or "")


def _letters(letters: str, ending: str = "") -> str:
    """
    With an ending the last dot goes, or engines say it; with two letters the other one as well.

    >>> _letters("FBI"), _letters("CEO", "s"), _letters("MP", "s"), _letters("T")
    ('F.B.I.', "C.E.O's", 'MPs', 'T')
    """
    if len(letters) == 1:
        return f"{letters}'s" if ending else letters
    if len(letters) == 2 and ending:
        return letters + ending
    dotted = ".".join(letters)
    if not ending:
        return f"{dotted}."
    return f"{dotted}'s"


def _pronounceable(upper: str) -> bool:
    """
    >>> [word for word in ("STRIKE", "WATCH", "LIVE", "IRGC", "UNHCR", "OPCW", "LAUSD") if _pronounceable(word)]
    ['STRIKE', 'WATCH', 'LIVE']
    """
    if len(upper) == 3:
        return bool(re.fullmatch("[^AEIOU][AEIOU][^AEIOUHJQVWY]", upper))
    return bool(_SYLLABLES.fullmatch(upper))


RULES = (joined_letters, dotted_endings, names_in_capitals, capitals)
