"""Lines of a text put together into the paragraphs they were before something broke them at a width or at links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from narrator.patterns import compiled
from narrator.reading.fragments import (
    are_fragments,
    are_glued,
    are_phrases,
    goes_on,
    goes_on_at_link,
    is_closed,
    is_cut_off,
    is_unfinished,
    phrase_goes_on,
)
from narrator.reading.korean import are_korean_phrases, korean_phrase_goes_on
from narrator.reading.length import words_in
from narrator.unspaced import SIGNS, begins

_WIDEST = 132
"""Columns; nobody breaks lines wider than a line printer."""
_NARROWEST = 28
_FEW = 6
"""One line in so many may be longer than those that were broken."""
_WIDE = 60
"""Columns from which lines without a full stop are seldom labels; where nouns are capitalized few begin small."""
_INDENT = 5
"""Columns that the first line of a paragraph may be set in."""
_RAGGED = 9
"""Columns that full lines differ in length, mostly."""
_OFTEN = 8
"""Lines broken before the width, at least."""
_PLACED = ("in", "à", "en", "a", "at", "de", "da", "van", "von", "di", "and", "und", "et", "y", "e")
_BARS = ("-", "–", "—", "/", "|")
_ADDRESS = compiled(r"(?:\d{1,4}\. )?\w+://\S+")
"""In a list of links."""
_FRAME_ENDS = ("***", "===", "~~~")
_SIGNED = compiled(
    r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]a|[Dd]oor|[Aa]v):? [A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ]"
    r"|(?:\w+,? )?(?:[A-Z]\w{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? |\d{1,2}\.? (?:de )?\w{3,10}\.? (?:de )?)(?:19|20)\d\d\b"
    r"|[\w ]{2,25}: .*\b(?:19|20)\d\d\b"
)
"""A name or a day below a headline."""
_SENTENCE = compiled(
    r"(?:L[’'](?=\w)|(?:The|An?|In|On|At|For|But|And|He|She|It|They|We|This|That|There|When|Before|After|As|If|Der|Die|Das|Ein|Eine|Im"
    r"|Am|Les?|La|Une?|Il|Elle|Ils|En|Au|El|Los|Las|Una?|Lo|Gli|Os?|As|Uma?|No|Na|Het|Een|De|Bir|Bu)\s)\w"
)
"""Amid a sentence these words begin with a small letter, but for names of papers and towns."""
_GLUED = compiled(r"\w-$")
_LABELLED = compiled(r"[.!?] (?:Foto|Photo|Picture|Pic|Bild|Credit)s?:?$")
"""A caption of which the line below says who took the picture."""


class Line(NamedTuple):
    """A line of a text, and its number from 1."""

    text: str
    number: int


_END = Line("", 0)


def rejoin(lines: Sequence[Line]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each paragraph with the numbers of its lines; a blank line always ends one.

    >>> list(rejoin([Line("One paragraph.", 1), Line("", 2), Line("Another.", 3)]))
    [('One paragraph.', (1,)), ('Another.', (3,))]
    """
    lines = _single_spaced(_with_single_gaps(lines))
    continues = _continuing(lines)
    paragraph: list[Line] = []
    words = 0
    for line, after in pairwise((*lines, _END)):
        if paragraph and not (line.text and continues(paragraph[-1].text, line.text, after.text, words)):
            yield _joined(paragraph)
            paragraph, words = [], 0
        if line.text:
            paragraph.append(line)
            words += words_in(line.text)
    if paragraph:
        yield _joined(paragraph)


def _with_single_gaps(lines: Sequence[Line]) -> Sequence[Line]:
    """Of blank lines that follow each other the first."""
    return [line for above, line in pairwise((_END, *lines)) if above.text or line.text]


def _single_spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """Without blank lines, where one stands behind each line of a text that was broken at a width."""
    if any(line.text and following.text for line, following in pairwise(lines)):
        return lines
    filled = [line for line in lines if line.text]
    width = wrap_width(filled)
    if width is None:
        return lines
    full = [b.text for a, b in pairwise(filled) if _is_full(a.text, b.text, width) and not is_closed(a.text)]
    broken = sum(map(_runs_on, full)) * 2 > len(full)
    return filled if broken else lines


def _continuing(lines: Sequence[Line]) -> Callable[[str, str, str, int], bool]:
    """How to tell in this text that a line belongs to the paragraph above it, as `goes_on` does."""
    width, texts = wrap_width(lines), [line.text for line in lines]
    if are_phrases(texts):
        return phrase_goes_on
    if are_korean_phrases(texts):
        return korean_phrase_goes_on
    if are_fragments(texts, wrapped=width is not None):
        return goes_on
    if width is None:
        return goes_on_at_link
    if sum(not line.text for line in lines) * 6 > len(lines):
        width -= _INDENT
    return partial(_continues_either if _is_broken_too(lines, width) else _continues, width)


def _is_broken_too(lines: Sequence[Line], width: int) -> bool:
    """Most lines that end amid a sentence before the width is reached go on in small letters: at links as well."""
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.text and b.text and not is_closed(a.text)]
    short = [following for text, following in pairs if not _is_full(text, following, width)]
    small = sum(map(_runs_on, short))
    return small >= _OFTEN and small * 2 >= len(short)


def _continues_either(width: int, text: str, following: str, after: str, words: int) -> bool:
    return _continues(width, text, following, after, words) or goes_on(text, following, after, words)


def _joined(paragraph: list[Line]) -> tuple[str, tuple[int, ...]]:
    parts = [paragraph[0].text]
    for line in paragraph[1:]:
        glue = "" if _is_glued(parts[-1], line.text) else " "
        parts.append(glue + line.text)
    return "".join(parts), tuple(line.number for line in paragraph)


def _is_glued(text: str, following: str) -> bool:
    """A word broken at its hyphen, or what a link was cut away from."""
    return (bool(_GLUED.search(text)) and following[0].islower()) or are_glued(text, following)


def _continues(width: int, text: str, following: str, _after: str, words: int) -> bool:
    if is_cut_off(following):
        return not is_closed(text)
    if text.endswith(_FRAME_ENDS):
        return False
    if words_in(text) == words and not is_unfinished(text) and _begins_anew(text, following):
        return False
    if _is_full(text, following, width):
        return is_unfinished(text) or not _is_headline_and_name(text, following)
    return len(text) > 0.7 * width and _runs_on(following) and not is_closed(text)


def _runs_on(text: str) -> bool:
    """Begins as no sentence does; scripts without capitals do not tell, those without spaces are not broken there."""
    return text[0].isalpha() and not begins(text, SIGNS) and not (text[0].isupper() or text[0].istitle())


def _is_full(text: str, following: str, width: int) -> bool:
    """The next word would not have fitted: broken greedily, every line but a paragraph's last is full."""
    filled = len(text) + 1 + len(following.split(maxsplit=1)[0]) > width
    return filled and len(text) <= width + _RAGGED


def _is_headline_and_name(text: str, following: str) -> bool:
    """Two lines without a full stop that happen to be long: a headline and who wrote it, and for whom.

    >>> _is_headline_and_name("A storm tears cranes from their rails", "Jane Doe - Planet / DPX")
    True
    """
    if _LABELLED.search(text):
        return False
    words = [word for word in following.split() if word not in _BARS]
    if text.startswith(following[:40]) and len(words) > 3:
        return True
    titled = sum(word[0].isupper() for word in text.split()) * 2 > len(text.split())
    if titled or not text[-1].isalpha() or not words[-1].isalpha() or len(text.split()) < 5:
        return False
    named = words[0][0].isupper() and all(word[0].isupper() or word in _PLACED for word in words)
    return named and 2 <= len(words) <= 6


def _begins_anew(text: str, following: str) -> bool:
    """The first line of all is a headline that happens to be long: below it stands who wrote it, when, or a sentence.

    >>> _begins_anew("Ash falls on the islands as a volcano wakes", "Schools are closed on three of them.")
    False
    >>> _begins_anew("Ash falls on the islands as a volcano wakes", "The schools are closed.")
    True
    >>> _begins_anew("Ash falls on the islands as a volcano wakes", "by: Jane Doe")
    True
    >>> _begins_anew("Ash on the islands in spring -", "ALL RIGHTS RESERVED")
    False
    """
    signed = following.isupper() or _SIGNED.match(following)
    if signed and not is_closed(following) and not text.split()[-1].isupper() and not text.endswith(_BARS):
        return True
    return not is_closed(text) and bool(_SENTENCE.match(following))


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Columns at which the text was broken, None where lines are whole paragraphs.

    >>> wrap_width([Line("A line that stands alone.", 1)])
    """
    return next((width for width in _common_widths(lines) if _is_wrapped(lines, width)), None)


def _is_wrapped(lines: Sequence[Line], width: int) -> bool:
    """Lines that end where the next word would not have fitted end amid a sentence, and few are longer."""
    told = [line for line in lines if not _ADDRESS.fullmatch(line.text)]
    pairs = [(a.text, b.text) for a, b in pairwise(told) if a.text and b.text]
    full = [(a, b) for a, b in pairs if _is_full(a, b, width)]
    open_ = [following for text, following in full if not is_closed(text)]
    running = sum(map(_runs_on, open_))
    nouns = width >= _WIDE and running >= 2 and len(open_) * 5 >= len(full) * 4
    lines_go_on = running * 3 >= len(full) or nouns
    often = len(full) * 8 >= len(pairs) or (running >= 4 and running * 2 > len(full))
    longer = sum(len(line.text) > width for line in told)
    return len(full) >= 3 and lines_go_on and often and longer * _FEW <= len(told)


def _common_widths(lines: Sequence[Line]) -> Iterator[int]:
    """The longest lengths that several lines come near to; a single longer line is an address or a table."""
    told = (line.text for line in lines if " " in line.text and not _ADDRESS.fullmatch(line.text))
    lengths = sorted(map(len, told), reverse=True)
    widest = _WIDEST + 1
    for longest, third in zip(lengths, lengths[2:], strict=False):
        if longest - third <= _RAGGED and _NARROWEST <= longest < widest:
            yield longest
            widest = longest
