"""What speaks for a line as what a picture shows and what against it, each with a visible weight.

The weights add up. `python -m tests.weigh_captions` prints beside them what the articles of the corpus teach.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from narrator.segment.bylines import is_name
from narrator.segment.cues import Cues
from narrator.segment.picture_line import Line
from narrator.segment.shape import CAPITAL, Shape
from narrator.segment.view import View

NEAR = 8
"""Blocks around a portrait in which the person is told of."""
LONGEST = 70
"""Words of a caption."""
CAPITALIZED = rf"[{CAPITAL}][\w.’'-]+"
_SOMEBODY = re.compile(
    r"(?:Two|Three|People|Residents|Men|Women|Children|Passengers)\s[a-z]"
    r"|An?\s(?:[a-z-]{1,20}\s){0,2}(?:man|woman|boy|girl|child|person|people|family|couple|crowd|group"
    r"|worker|resident|visitor|passenger|passer-by|farmer|soldier|officer|firefighter|protester|supporter|student)\b"
)
"""Whoever happened to stand there, whom reports introduce in the past."""
SHORT = 0.6
"""Share of a paragraph's usual length under which a sentence above a bare credit is rather a caption."""
_SMALL_WORD, _TITLE_WORDS = 3, 2
"""Letters of a word that titles write small, and words of a title that they do not, at least."""
_CREDIT_WORDS = 6
_SUMMARY = 8
"""Blocks below a headline in which its summary stands, and below that its signature, at most."""
_BUTTON_WORDS = 5
_BUTTONS = 4
"""Blocks of furniture between a picture's description and its caption, and one."""
_KNOWN = re.compile(
    rf"(?:[\w’'-]+\s){{0,3}}?(?P<name>(?!(?:Mrs|Herr|Frau)\s)[{CAPITAL}][\w’'-]{{2,}}"
    rf"(?:\s(?:van|von|de|del|da|di|bin|al|el)\b)?\s{CAPITALIZED})(?=[\s,])"
)
_KNOWN_WORDS = 18
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{2,}(?:,\s[\w .]{2,30})?\s?(?:\([\w /]{2,20}\)\s?)?[:—–-]")
_DATED = re.compile(
    r"(?:\b\w+\.?\s\d{1,2},?|\b\d{1,2}(?:\.|er|º)?\s(?:de\s)?\w+(?:\sdel?)?)\s(?:19|20)\d\d\.?$"
)
"""The day with its year, as captions end: `August 22, 2023.`, `22 de agosto de 2023`"""
_DAY_FIRST = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [A-Z][a-zäé]{2,8}\.?(?: \d{4})?): [A-ZÀ-Þ]"
)
"""The day before what the picture shows: `Aug. 22: The mayor opens the bridge.` So do chronicles, in many lines."""
TWO_SENTENCES = 25
"""Words of two sentences about a picture, at most."""
_QUOTES = re.compile(r"[\"“”«»„]")
_MARKS = "\"“”‘'«»„"
"""What begins a heading that quotes the paragraph below it."""
CREDITED = re.compile(
    r"(?<=[a-zà-ÿ]\s)[A-ZÀ-Þ]{3,}(?:\s[A-ZÀ-Þ]{3,}){1,3}$"
    r"|\.\s(?:[A-Z][\w’'-]+(?:[,/]\s?|\s)(?:and |of |for |the )?){1,6}[A-Z][\w’'-]+$"
    r"|\.\s[A-Z][\w’'-]+?[A-Z][\w’'-]+$"
)
"""A sentence, then names without a full stop: who took the picture."""
# --- what it says -------------------------------------------------------------------------------------


def says_picture(line: Line) -> float:
    """Words that captions alone have: `(left)`, `is seen`."""
    return min(len(line.view.cues.caption_cue.findall(line.shape.text)), 2)


def in_present(line: Line) -> float:
    return line.present


def seems_present(line: Line) -> float:
    """Somebody, then what may be any verb in the present: `sands the rim`."""
    return not line.earlier and not line.present and line.may_be_present


def somebody(line: Line) -> float:
    """Whoever happened to stand there does something."""
    named = _SOMEBODY.match(line.shape.text) or line.view.cues.somebody.match(line.shape.text)
    return bool((line.present or line.may_be_present) and named)


def somebody_then_sentence(line: Line) -> float:
    """What somebody does, then a sentence about it."""
    return line.shape.sentences == 2 and line.short and line.inside and somebody(line)


def without_verb(line: Line) -> float:
    """Less where no full stop shows that a sentence was meant."""
    told = line.shape.words > 5 and (line.single or line.short)
    return told * line.verbless * (1.0 if line.shape.closed else 0.4)


def short_without_verb(line: Line) -> float:
    return line.verbless * (line.shape.closed and line.single and line.short and 5 < line.shape.words <= 18)


def verbless_then_sentence(line: Line) -> float:
    """What the picture shows, then a sentence about it."""
    brief = line.short and line.shape.words <= TWO_SENTENCES
    told = line.shape.closed and line.shape.sentences == 2 and line.parted
    return line.verbless * (told and brief and line.inside)


def dateline(line: Line) -> float:
    return bool(_DATELINE.match(line.shape.text))


def weekday_at_end(line: Line) -> float:
    cues = line.view.cues
    return bool(cues.language and _day_at_end(cues).search(line.shape.text))


@cache
def _day_at_end(cues: Cues) -> re.Pattern[str]:
    """The day, as captions end: `on Saturday afternoon.`"""
    return re.compile(
        rf"\b(?=\w{{4}})(?:{cues.weekdays.pattern})(?:,? \w+){{0,3}}(?: \(\d{{1,2}}\))?\.?$", re.IGNORECASE
    )


def day_at_end(line: Line) -> float:
    return bool(_DATED.search(line.shape.tail))


def opens_with_day(line: Line) -> float:
    """And no line beside it does."""
    near = line.view.shapes[max(0, line.index - 1) : line.index + 2]
    return (
        bool(_DAY_FIRST.match(line.shape.text))
        and sum(bool(_DAY_FIRST.match(shape.text)) for shape in near) == 1
    )


def credited(line: Line) -> float:
    return bool(CREDITED.search(line.shape.text) and not line.shape.closed)


def asks(line: Line) -> float:
    """Or cries out."""
    return line.shape.text.endswith(("?", "!"))


def addresses(line: Line) -> float:
    """Speaks of us or to you, who are in no picture; the US are a country."""
    said = line.view.cues.address.finditer(line.shape.text)
    return line.index > line.view.body.start + 1 and any(not found[0].isupper() for found in said)


def attributes(line: Line) -> float:
    """Tells what somebody said."""
    return bool(line.view.cues.said.search(line.shape.text))


def takes_up(line: Line) -> float:
    """Begins as what goes on from the sentence before."""
    return bool(line.view.cues.pronoun.match(line.shape.plain))


def quotation(line: Line) -> float:
    return bool(_QUOTES.search(line.shape.text))


def had_been(line: Line) -> float:
    return line.earlier


# --- where it stands ----------------------------------------------------------------------------------


def at_top(line: Line) -> float:
    return line.index <= line.view.body.start + 1


def at_end(line: Line) -> float:
    return line.index == line.view.body.stop - 1


def below_headline(line: Line) -> float:
    """Right below the headline: a summary, unless it is a sentence above who took a picture."""
    pictured = line.present or (line.shape.closed and is_bare_credit(line.view, line.index + 1))
    return line.index - 1 == line.view.headline and not pictured


def above_signature(line: Line) -> float:
    """Between the headline and who wrote it or when, and not above who took a picture: a summary."""
    view, head = line.view, line.view.headline
    if head is None or not head < line.index <= head + _SUMMARY or is_bare_credit(view, line.index + 1):
        return False
    if any(map(view.signs, range(head + 1, line.index))):
        return False
    below = next(view.after(line.index, _SUMMARY), line.index + _SUMMARY)
    return any(map(view.signs, range(line.index + 1, below)))


def beside_caption(line: Line) -> float:
    """Without a full stop, beside a caption: paragraphs stand there too."""
    above, below = line.index - 1, line.index + 1
    apart = is_bare_credit(line.view, above) or line.view.shapes[above].closed
    long = line.shape.words > _CREDIT_WORDS or not apart
    beside = line.view.role(below) == "caption" or (line.view.role(above) == "caption" and long)
    return not line.shape.closed and beside


def above_credit(line: Line) -> float:
    """A sentence above who took the picture; a much shorter one than paragraphs are is rather a caption."""
    shape, view = line.shape, line.view
    if not shape.closed or shape.sentences != 1 or not is_bare_credit(view, line.index + 1):
        return 0.0
    if line.inside and shape.words < SHORT * view.usual:
        return 2.0
    return 1.5 if view.shapes[line.index + 1].text[0] in "([" else 0.8


def is_bare_credit(view: View, index: int) -> bool:
    """Who took the picture, and nothing of what it shows."""
    if view.rule(index) == "credited caption":
        return view.shapes[index].words <= _CREDIT_WORDS and not view.shapes[index].closed
    return view.rule(index) in ("credit line", "credit below caption")


def above_name(line: Line) -> float:
    """A sentence above a name of which the article says nothing: who took the picture."""
    view, below = line.view, line.index + 1
    if not view.open(below) or not line.single or line.index - 1 == view.headline:
        return False
    name = view.shapes[below]
    slashed = "/" in name.text
    if name.closed or not 1 < name.words <= _CREDIT_WORDS or not (slashed or line.index >= view.body.start):
        return False
    return (slashed or is_name(name, view.cues)) and not name.stems & view.told.keys()


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
    """Its neighbour begins with the same words, as a caption under its picture's description does."""
    view, shape = line.view, line.shape
    return shape.text[0] not in _MARKS and any(
        other.words <= LONGEST
        and min(shape.words, other.words) > 1
        and (other.key.startswith(shape.key) or shape.key.startswith(other.key))
        for other in (view.shapes[i] for i in _neighbours(view, line.index) if i != view.headline)
    )


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
    match = _KNOWN.match(shape.text) if shape.words <= _KNOWN_WORDS and line.single else None
    if match is None:
        return False
    near = range(max(0, line.index - NEAR), min(len(view.shapes), line.index + NEAR))
    told = (view.shapes[i].text for i in near if i != line.index and view.shapes[i].prose)
    return any(_introduces(text, match["name"], view.cues) for text in told)


def _introduces(text: str, name: str, cues: Cues) -> bool:
    """It says who that is, or what they said."""
    before, found, after = text.partition(name)
    if not found:
        return False
    return after.startswith(",") or bool(cues.said.search(before[-40:]) or cues.said.search(after[:12]))


# --- its form -----------------------------------------------------------------------------------------


def open_and_long(line: Line) -> float:
    """Without a full stop, and with too many words for a heading."""
    return not line.shape.closed and line.shape.words > 8


def one_sentence(line: Line) -> float:
    return line.single and line.shape.words <= 30


def shorter_than_usual(line: Line) -> float:
    return line.single and line.short and line.inside


def alone(line: Line) -> float:
    """A short sentence amid the article, none beside it for some paragraphs, of nothing that is still to come."""
    if not shorter_than_usual(line) or at_end(line) or line.view.cues.ahead.search(line.shape.text):
        return False
    near = line.view.shapes[max(0, line.index - NEAR) : line.index + NEAR + 1]
    short = (shape.closed and shape.sentences <= 1 and shape.words * 2 < line.view.usual for shape in near)
    return line.shape.closed and sum(short) == 1


def several_sentences(line: Line) -> float:
    return not line.single


def many_sentences(line: Line) -> float:
    return line.shape.sentences > 2


def many_words(line: Line) -> float:
    return line.shape.words > 40


def capitals(line: Line) -> float:
    return line.shape.in_capitals and not line.shape.closed


def titled(line: Line) -> float:
    """A heading of the paragraph below: every longer word with a capital."""
    view, shape, below = line.view, line.shape, line.index + 1
    long = [word for word in shape.plain.split() if len(word) > _SMALL_WORD]
    headed = not shape.closed and below in view.body and view.shapes[below].prose
    if not headed or not shape.plain.replace(" ", "").replace("-", "").isalpha() or is_name(shape, view.cues):
        return False
    return len(long) >= _TITLE_WORDS and all(word[0].isupper() for word in long)


# --- weights ------------------------------------------------------------------------------------------

Evidence = Callable[[Line], float]

ENOUGH = 2.5
"""What a caption is worth, at least."""

WEIGHTS: dict[Evidence, float] = {
    says_picture: 2.0,
    in_present: 1.5,
    seems_present: 0.7,
    somebody: 1.0,
    somebody_then_sentence: 1.0,
    without_verb: 1.0,
    short_without_verb: 0.8,
    verbless_then_sentence: 3.5,
    dateline: -2.0,
    weekday_at_end: 0.7,
    day_at_end: 1.0,
    opens_with_day: 2.0,
    credited: 2.0,
    asks: -1.0,
    addresses: -1.0,
    attributes: -2.0,
    takes_up: -2.0,
    quotation: -1.5,
    had_been: -2.5,
    at_top: 0.7,
    at_end: -0.5,
    below_headline: -1.5,
    above_signature: -1.5,
    beside_caption: 1.5,
    above_credit: 1.0,
    above_name: 1.5,
    short_below_signature: 0.5,
    below_furniture: 0.7,
    below_label: 1.0,
    doubled: 3.0,
    names_again: 2.0,
    open_and_long: 0.7,
    one_sentence: 0.5,
    shorter_than_usual: 0.5,
    alone: 0.5,
    several_sentences: -1.0,
    many_sentences: -1.0,
    many_words: -1.0,
    capitals: -2.5,
    titled: -1.5,
}


def is_candidate(shape: Shape) -> bool:
    """A line that can be what a picture shows at all."""
    return 1 < shape.words <= LONGEST and shape.block.kind != "heading" and not shape.text.endswith(":")


def worth(line: Line) -> float:
    """Sum of the weights; `ENOUGH` makes a caption."""
    return sum(weight * seen(line) for seen, weight in WEIGHTS.items())
