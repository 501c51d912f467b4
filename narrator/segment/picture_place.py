"""Evidence for captions that lies around a line: where it stands, and what is said elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from narrator.patterns import compiled
from narrator.segment.cues import Cues
from narrator.segment.layout import summed_up_above
from narrator.segment.names import PAPER
from narrator.segment.picture_credit import CREDIT_WORDS, CREDITS, SHORT, is_above_credit, is_above_names
from narrator.segment.picture_line import Line
from narrator.segment.shape import CAPITAL, CAPITALIZED, Shape, key_of
from narrator.segment.view import View

NEAR = 8
"""Blocks around a portrait in which the person is told of."""
LONGEST = 70
"""Words of a caption."""
_LINE_WORDS = 16
_POINTS, _MOST_POINTS = 3, 8
_POINT_WORDS = range(3, 17)
_SUMMARY = 8
"""Blocks below a headline in which its summary stands, and below that its signature, at most."""
_BUTTON_WORDS = 5
_BUTTONS = 4
"""Blocks of furniture between a picture's description and its caption, and one."""
_KNOWN = compiled(
    rf"(?P<name>(?!(?:Mrs|Herr|Frau)\s)[{CAPITAL}][\w’'-]{{2,}}"
    rf"(?:\s(?:van|von|de|del|da|di|bin|al|el)\b)?\s{CAPITALIZED})(?=[\s,])"
)
_KNOWN_WORDS = 18
_TITLES = 3
"""Words before a name, at most."""
ARTICLES = frozenset("the an il lo gli le les la el los las un una der die das het een os as".split())
"""What stands before the name of a body, and seldom before who took a picture."""
DATELINE = compiled(r"[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{2,}(?:,\s[\w .]{2,30})?\s?(?:\([\w /]{2,20}\)\s?)?[:—–-]")
"""Where a report was written, before its first sentence."""
_PLACE_FIRST = compiled(rf"{DATELINE.pattern}|[A-ZÀ-Þ]{{4,}}\s[A-ZÀ-Þ][a-zà-ÿ]+\s")
_INDEFINITE = compiled(
    r"(?:An?|Two|Three|Several|Ein|Eine|Zwei|Un|Una|Une|Uno|Deux|Dos|Een|Twee|Um|Uma|Dois|Bir|İki)\s[a-zà-ÿ]"
)
_TO_BUTTON = 2
_CAPTION_WORDS = 8
_LEDE_WORDS = 20
"""Of a first paragraph, at least."""
_PICTURE_BUTTON = compiled(r"(?:hide|toggle) caption|enlarge(?: this)?(?: image| photo)?", re.IGNORECASE)
_MARKS = "\"“”‘'«»„"
"""What begins a heading that quotes the paragraph below it."""


def at_top(line: Line) -> float:
    return line.index <= line.view.body.start + 1


def at_end(line: Line) -> float:
    return line.index == line.view.body.stop - 1


def below_headline(line: Line) -> float:
    """Right below the headline: a summary, unless it is a sentence above who took a picture."""
    pictured = line.present or (line.shape.closed and is_above_credit(line))
    return line.index - 1 == line.view.headline and not pictured


def above_signature(line: Line) -> float:
    """Between the headline and who wrote it or when, and not above who took a picture: a summary. Where no headline
    was found, the first line right above them is rather that.
    """
    view, head = line.view, line.view.headline
    if head is None:
        return line.index == view.body.start and view.signs(line.index + 1)
    bare = line.verbless and line.shape.closed and line.index - 1 != head
    shown = bare or is_above_credit(line) or view.cues.caption_cue.search(line.shape.text)
    if shown or not head < line.index <= head + _SUMMARY:
        return False
    if any(map(view.signs, range(head + 1, line.index))):
        return False
    below = next(view.after(line.index, _SUMMARY), line.index + _SUMMARY)
    return any(map(view.signs, range(line.index + 1, below)))


def beside_caption(line: Line) -> float:
    """Without a full stop, beside a caption: paragraphs stand there too.

    A few words are none below one that ends, with a full stop, its credit or as the second line of a picture.
    """
    above, below = line.index - 1, line.index + 1
    second = line.view.role(above - 1) == "caption"
    ended = line.view.rule(above) in ("credited caption", *CREDITS) or line.view.shapes[above].closed
    apart = second or ended
    long = line.shape.words > CREDIT_WORDS or not apart
    beside = line.view.role(below) == "caption" or (line.view.role(above) == "caption" and long)
    signed = line.tells and line.view.signs(below)
    return not line.shape.closed and beside and not (signed or _sums_up(line))


def _sums_up(line: Line) -> bool:
    """Right below the headline and above a whole caption of some length."""
    below = line.index + 1
    captioned = line.view.rule(below) == "credited caption" and line.view.shapes[below].words > _CAPTION_WORDS
    return captioned and line.index - 1 == line.view.headline


def among_points(line: Line) -> float:
    """One of several lines right above the article, each told of there, and none with a full stop: they sum it up."""
    view, start = line.view, line.view.body.start
    above = range(start - 1, max(-1, start - 1 - _MOST_POINTS), -1)
    points = list(takewhile(partial(_may_be_point, view), above))
    return len(points) >= _POINTS and line.index in points


def _may_be_point(view: View, index: int) -> bool:
    shape = view.shapes[index]
    brief = not shape.closed and shape.words in _POINT_WORDS
    return brief and not view.signs(index) and bool(shape.stems & view.told.keys())


def above_dateline(line: Line) -> float:
    """A single sentence above that with which the report begins; a button may be between."""
    view, below = line.view, line.index + 1
    while view.role(below) == "boilerplate":
        below += 1
    single = line.single and line.shape.closed and at_top(line)
    begun = any(view.shapes[i].prose for i in range(view.body.start, line.index))
    if begun or not (single and view.prose(below)):
        return False
    return bool(_PLACE_FIRST.match(view.shapes[below].text)) and not _PLACE_FIRST.match(line.shape.text)


def right_above_article(line: Line) -> float:
    """A line without a full stop right above the first paragraph, with bylines or buttons between it and the headline,
    right below which summaries stand.
    """
    view, below = line.view, line.index + 1
    if view.headline is None or not view.headline + 1 < line.index or line.shape.closed:
        return False
    return below == view.body.start and view.shapes[below].prose and line.shape.words <= _LINE_WORDS


def in_summary(line: Line) -> float:
    """One of a few lines below a label, as `Highlights`."""
    view = line.view
    above = summed_up_above(view, line.index)
    return above is not None and all(view.role(i) not in ("body", "boilerplate") for i in above)


def above_caption(line: Line) -> float:
    """Right above a caption with its credit, in the present or without a verb, of something that nobody knows: the
    description of the picture.
    """
    view, below = line.view, line.index + 1
    while view.rule(below) == "known line":
        below += 1
    described = line.present or line.may_be_present or line.verbless
    if not (described and line.single and _INDEFINITE.match(line.shape.text)):
        return False
    return view.rule(below) == "credited caption" and view.shapes[below].words > CREDIT_WORDS


def above_button(line: Line) -> float:
    """A button that hides or enlarges the picture is among the few lines below, with who took it between."""
    shapes = line.view.shapes[line.index + 1 : line.index + 1 + _TO_BUTTON]
    near = takewhile(lambda shape: not shape.prose, shapes)
    return any(_PICTURE_BUTTON.fullmatch(shape.plain) for shape in near)


def above_names_in_brackets(line: Line) -> float:
    """Those who wrote the article sign its end so."""
    return is_above_names(line) and not at_end(line)


def short_below_signature(line: Line) -> float:
    """The first sentence under who wrote it and when, much shorter than paragraphs are."""
    view, head = line.view, line.view.headline
    if head is None or not head < line.index <= view.body.start or not (line.single and line.shape.closed):
        return False
    signed = any(map(view.signs, range(head + 1, line.index)))
    return signed and line.shape.words < SHORT * view.usual


def below_furniture(line: Line) -> float:
    """A button or a counter stands above it, as above a picture."""
    view, above = line.view, line.index - 1
    return line.inside and view.role(above) == "boilerplate" and view.shapes[above].words < _BUTTON_WORDS


def below_label(line: Line) -> float:
    """Above it a line says that a picture follows, or in more words its caption."""
    label = line.view.shapes[line.index - 1] if line.index else None
    if label is None or not line.view.cues.caption_label.fullmatch(label.plain):
        return 0.0
    return 4.0 if label.words > 1 else 2.5


# --- what is said elsewhere ---------------------------------------------------------------------------


def doubled(line: Line) -> float:
    """Its neighbour begins with the same words, as a caption under its picture's description does; less surely where
    they are no more than a name.
    """
    view, shape = line.view, line.shape
    if shape.text[0] in _MARKS or _opens_twice(line):
        return 0.0
    beside = (view.shapes[i] for i in _neighbours(view, line.index) if i != view.headline)
    brief = (other for other in beside if other.words <= LONGEST)
    shared = max((_words_shared(shape, other, view.cues) for other in brief), default=0)
    return 1.2 if shared > CREDIT_WORDS else float(shared > 1)


def _opens_twice(line: Line) -> bool:
    """A first paragraph that stands twice: as long as one, and a sentence that tells something."""
    view, shape = line.view, line.shape
    if shape.words < _LEDE_WORDS or not (shape.closed and line.tells) or line.index > view.body.start + 2:
        return False
    others = range(line.index - 1, line.index + 2)
    return sum(0 <= i < len(view.shapes) and view.shapes[i].key == shape.key for i in others) > 1


def _with_and_without_label(shape: Shape, cues: Cues) -> Iterator[str]:
    """`Image: A crane falls.` as it is and as `A crane falls.`"""
    yield shape.key
    label, _, told = shape.text.partition(": ")
    if told and cues.photo.fullmatch(label):
        yield key_of(told)


def _words_shared(shape: Shape, other: Shape, cues: Cues) -> int:
    """All words of one, where the other begins with them."""
    keys = _with_and_without_label(other, cues)
    begins = any(key.startswith(shape.key) or shape.key.startswith(key) for key in keys)
    return min(shape.words, other.words) if begins else 0


def _neighbours(view: View, index: int) -> Iterator[int]:
    """The nearest block on either side; the buttons of a picture are skipped."""
    for step in (-1, 1):
        place = index + step
        while abs(place - index) < _BUTTONS and view.role(place) == "boilerplate":
            place += step
        if 0 <= place < len(view.shapes):
            yield place


def names_again(line: Line) -> float:
    """It begins with somebody's full name, which a paragraph near it has too; an article says that once."""
    view, shape = line.view, line.shape
    if shape.words > _KNOWN_WORDS or not line.single:
        return False
    found = [match["name"] for match in map(_KNOWN.match, _ends_of(shape.text)) if match]
    names = [name for name in found if not PAPER.match(name)]
    near = range(max(0, line.index - NEAR), min(len(view.shapes), line.index + NEAR))
    told = (view.shapes[i].text for i in near if i != line.index and view.shapes[i].prose)
    return any(_introduces(text, name, view.cues) for text in told for name in names)


def _ends_of(text: str) -> list[str]:
    """The text, and without its first words, which may say who somebody is: `Nurse Jane Doe`; `the Press Council` is
    nobody.
    """
    words = text.split(maxsplit=_TITLES)
    starts = [i for i in range(len(words)) if not i or words[i - 1].casefold() not in ARTICLES]
    return [" ".join(words[start:]) for start in starts]


def _introduces(text: str, name: str, cues: Cues) -> bool:
    """It says who that is, or what they said."""
    before, found, after = text.partition(name)
    if not found:
        return False
    return after.startswith(",") or bool(cues.said.search(before[-40:]) or cues.said.search(after[:12]))
