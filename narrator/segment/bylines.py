"""Who wrote it: lines that name authors, and the names in them."""

from __future__ import annotations

import re
from functools import cache

from narrator.segment.cues import Cues
from narrator.segment.dates import without_date
from narrator.segment.shape import Shape

_LONGEST = 30
"""Words of a byline that lists several authors with their places and papers."""
_PARTICLE = (
    r"(?:(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|zur|y|e|af|abu)\s+"
    r"|d[’'])"
)
_NAME = r"(?:[A-ZÀ-ÞŠŽČĆĞİŞŁŚŻ][\w.’'-]*|[A-ZÀ-Þ]\.)"
_FULL_NAME = re.compile(rf"{_NAME}(?:\s+{_PARTICLE}*{_NAME}){{1,4}}")
_AND = re.compile(r"\s*(?:,|;|&|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bve\b|\bwith\b)\s*")
_PARTS = re.compile(r"\s*[|•·/–—@(]\s*|\s+-\s+|\s+(?:in|for|at|of|from)\s+")


def is_byline(shape: Shape, cues: Cues) -> bool:
    """A line that begins as a byline does and goes on with a name or an agency.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "By Ana de Souza | AP", "By then it was late"
    >>> [is_byline(shape_of(Block(line)), cues_of("en")) for line in lines]
    [True, False]
    """
    if shape.words > _LONGEST or shape.sentences > 2:
        return False
    rest = _after_opening(shape.plain, cues)
    if not rest:
        return False
    return bool(_FULL_NAME.match(rest) or cues.agencies.match(rest)) and not _is_sentence(shape)


def is_name(shape: Shape, cues: Cues) -> bool:
    """A line of nothing but names, their jobs and agencies, as it stands under a headline.

    >>> from narrator.model import Block
    >>> from narrator.segment.cues import cues_of
    >>> from narrator.segment.shape import shape_of
    >>> lines = "Jane Q. Doe", "Jane Doe, Political Editor", "Storm hits the coast"
    >>> [is_name(shape_of(Block(line)), cues_of("en")) for line in lines]
    [True, True, False]
    """
    if shape.words > 14 or shape.closed:
        return False
    parts = [part for part in _AND.split(without_date(_PARTS.sub(", ", shape.plain), cues)) if part]
    named = [part for part in parts if _is_person_or_paper(part, cues)]
    return bool(parts) and len(named) == len(parts) and bool(named)


def authors_of(text: str, cues: Cues) -> tuple[str, ...]:
    """The people a byline names.

    >>> from narrator.segment.cues import cues_of
    >>> authors_of("By JANE DOE and John van Roe, Associated Press | Jan. 27, 2023", cues_of("en"))
    ('Jane Doe', 'John van Roe')
    """
    rest = _after_opening(text.strip(), cues) or text
    names = []
    for part in _AND.split(_PARTS.sub(",", rest)):
        match = _FULL_NAME.fullmatch(part.strip(" .,:"))
        if match and not _is_paper(match.group(), cues) and not _has_month(match.group(), cues):
            names.append(_cased(match.group()))
    return tuple(dict.fromkeys(names))


def _after_opening(text: str, cues: Cues) -> str:
    match = _opening(cues).match(text)
    return text[match.end() :] if match else ""


@cache
def _opening(cues: Cues) -> re.Pattern[str]:
    return re.compile(rf"(?:{cues.byline.pattern})(?:\s*[:|]\s*|\s+)", re.IGNORECASE)


def _is_sentence(shape: Shape) -> bool:
    return shape.closed and shape.words > 9 and shape.text.endswith(".")


def _is_person_or_paper(part: str, cues: Cues) -> bool:
    return bool(_is_paper(part, cues) or (_FULL_NAME.fullmatch(part) and _reads_as_name(part)))


def _is_paper(part: str, cues: Cues) -> bool:
    return bool(cues.agencies.fullmatch(part) or cues.jobs.fullmatch(part))


def _has_month(name: str, cues: Cues) -> bool:
    return any(month.fullmatch(word.strip(".")) for month in cues.months for word in name.split())


def _reads_as_name(part: str) -> bool:
    return 2 <= len(part.split()) <= 4 and not part.isupper()


def _cased(name: str) -> str:
    return name if not name.isupper() else " ".join(word.capitalize() for word in name.split())
