"""Marks of footnotes in a plain text, which a copy has glued to its words: `It fell.[1]`, `It fell.1`, `It fell.¹`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from narrator.patterns import compiled

_BRACKETED = compiled(r"(?<=[^\s\[(])(?:\[(?:\d{1,3}|note \d{1,3}|edit|citation needed)\])+")
"""Encyclopedias have the last two as well."""
_NUMBER = compiled(r"\d+")
_GLUED = compiled(r"(?<=[a-zà-ÿ]{3}[.!?…])[\"”’»)]{0,2}(\d{1,2})(?=\s+[A-ZÀ-Þ“\"‘«(]|\s*$)", re.MULTILINE)
_RAISED = compiled(r"(?<=[^\W\d_][.!?…,;:])([\"”’»]?)[¹²³⁰⁴-⁹]+(?:[ ,–-]*[¹²³⁰⁴-⁹]+)*")
_COUNTED = compiled(r"\b(?:vol|nos?|art|fig|sec|par|chap|abs|ver|pts?|app)\.$", re.IGNORECASE)
"""Words that are shortened before a number."""
_LONGEST = 8
_ENOUGH = 2


def without_note_marks(text: str) -> str:
    """The text without marks that count its notes; a number that is of a sentence stays.

    >>> without_note_marks("It fell.[1] It was old.[2][3]"), without_note_marks("He was “sic[k]”, see page[1].")
    ('It fell. It was old.', 'He was “sic[k]”, see page[1].')
    >>> without_note_marks("The bridge fell.1 It was “old.”2"), without_note_marks("Vol.1 The bridge. Vol.2 The quay.")
    ('The bridge fell. It was “old.”', 'Vol.1 The bridge. Vol.2 The quay.')
    >>> without_note_marks("It fell,¹ all 40 m² of it.²")
    'It fell, all 40 m² of it.'
    """
    return _without_glued(_without_brackets(without_raised(text)))


def without_raised(text: str) -> str:
    """The text without raised numbers behind a full stop or a comma; those of units stay."""
    return _RAISED.sub(r"\1", text)


def _without_brackets(text: str) -> str:
    """Where several count upwards."""
    counted = [int(number) for mark in _BRACKETED.findall(text) for number in _NUMBER.findall(mark)]
    firsts = list(dict.fromkeys(counted))
    return _BRACKETED.sub("", text) if len(firsts) >= _ENOUGH and firsts == sorted(firsts) else text


def _without_glued(text: str) -> str:
    """Where several count from one on."""
    marks = list(_in_order(match for match in _GLUED.finditer(text) if not _is_counted(text, match)))
    if len(marks) < _ENOUGH:
        return text
    ends = [0, *(mark.end(1) for mark in marks)]
    return (
        "".join(text[end : mark.start(1)] for end, mark in zip(ends, marks, strict=False)) + text[ends[-1] :]
    )


def _is_counted(text: str, match: re.Match[str]) -> bool:
    return bool(_COUNTED.search(text[max(0, match.start() - _LONGEST) : match.start()]))


def _in_order(matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    following = 1
    for match in matches:
        if int(match[1]) == following:
            following += 1
            yield match
