"""What speaks for a line as what a picture shows and what against it, each with a visible weight.

The weights add up. `python -m tests.weigh_lines captions` prints beside them what the articles of the corpus teach.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from narrator.patterns import compiled
from narrator.segment.bylines import is_name
from narrator.segment.cues import Cues
from narrator.segment.interviews import is_answered
from narrator.segment.picture_credit import (
    CREDITED,
    DATED_FIRST,
    above_credit,
    above_label_of_credit,
    above_name,
    between_furniture_and_credit,
    described,
    joined_to_credit,
    joined_to_credit_above,
    labelled_in_capitals,
)
from narrator.segment.picture_line import Line
from narrator.segment.picture_place import (
    DATELINE,
    LONGEST,
    NEAR,
    above_button,
    above_caption,
    above_dateline,
    above_names_in_brackets,
    above_signature,
    among_points,
    at_end,
    at_top,
    below_furniture,
    below_headline,
    below_label,
    beside_caption,
    doubled,
    in_summary,
    names_again,
    right_above_article,
    short_below_signature,
)
from narrator.segment.shape import MARKS, Shape
from narrator.segment.view import View

_SOMETHING = compiled(
    r"(?:An?|Two|Three|Four|Some|Several|One of the) (?:[\w’',.-]+ ){1,9}?[a-z]{2,}s "
    r"(?:[\"“]|(?:an?|the|his|her|its|their|across|beside|over|through|past|at|on|in|into|near|behind|under|along|outside"
    r"|inside|during|with|from|around|against|towards?|up|down|by)\b)"
)
"""`A deflated blimp lies across a scoreboard.`"""
_POSES = ("lies", "sits", "stands", "hangs", "rests")
_LIFE = compiled(
    r"\b(?:was born|died (?:on|of|at|in|from)|ist geboren|wurde .{2,40} geboren|est (?:né|morte?)|nació|murió|nacque"
    r"|morì|nasceu|morreu|werd geboren|overleed)\b"
)
"""What obituaries close with."""
_SMALL_WORD, _TITLE_WORDS = 3, 2
"""Letters of a word that titles write small, and words of a title that they do not, at least."""
_DATED = compiled(
    r"(?:\b\w+\.?\s\d{1,2},?|\b\d{1,2}(?:\.|er|º)?\s(?:de\s)?\w+(?:\sdel?)?)\s(?:19|20)\d\d\.?$"
)
"""The day with its year, as captions end: `August 22, 2023.`, `22 de agosto de 2023`"""
_ON_DAY = compiled(r"\bon [A-Z]\w+\.? \d{1,2}, (?:19|20)\d\d\b")
"""`on March 2, 2023`, as agencies say when a picture was taken."""
_DAY_FIRST = compiled(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [A-Z][a-zäé]{2,8}\.?(?: \d{4})?): [A-ZÀ-Þ]"
)
"""The day before what the picture shows: `Aug. 22: The mayor opens the bridge.` So do chronicles, in many lines."""
_BROKEN_WORDS = 12
TWO_SENTENCES = 25
"""Words of two sentences about a picture, at most."""
_QUOTES = compiled(r"[\"“”«»„]")


# --- what it says -------------------------------------------------------------------------------------


def says_picture(line: Line) -> float:
    """Words that captions alone have: `(left)`, `is seen`."""
    found = [match[0][0] for match in line.view.cues.caption_cue.finditer(line.shape.text)]
    return min(len(found) + any(first in "([" for first in found), 2)


def in_present(line: Line) -> float:
    return line.present


def seems_present(line: Line) -> float:
    """Somebody, then what may be any verb in the present: `sands the rim`."""
    return not line.earlier and not line.present and line.may_be_present


def somebody(line: Line) -> float:
    """Whoever happened to stand there does something."""
    return line.of_somebody and (line.present or line.may_be_present)


def somebody_somewhere(line: Line) -> float:
    """Whoever happened to be in a place: `Fishermen on the quay of Ostend`."""
    return line.verbless * (line.inside and line.somewhere)


def something(line: Line) -> float:
    """Something indefinite does something, as what describes a picture to the blind has it; nothing is done to it."""
    text, cues = line.shape.text, line.view.cues
    described = _SOMETHING.match(text) if cues.language == "en" and line.single else None
    return described is not None and all(found[0] in _POSES for found in cues.finite.finditer(text))


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
    return bool(DATELINE.match(line.shape.text)) and not labelled_in_capitals(line)


def weekday_at_end(line: Line) -> float:
    cues = line.view.cues
    return bool(cues.language and _day_at_end(cues).search(line.shape.text))


@cache
def _day_at_end(cues: Cues) -> re.Pattern[str]:
    """The day, as captions end: `on Saturday afternoon.`"""
    return compiled(
        rf"\b(?=\w{{4}})(?:{cues.weekdays.pattern})(?:,? \w+){{0,3}}(?: \(\d{{1,2}}\))?\.?$", re.IGNORECASE
    )


def on_day(line: Line) -> float:
    """The day with its year; reports seldom give that of what happens in them, but some sentences do."""
    return not line.tells and bool(_ON_DAY.search(line.shape.text))


def day_at_end(line: Line) -> float:
    dated = _DATED.search(line.shape.tail) or (line.present and DATED_FIRST.match(line.shape.text))
    return bool(dated)


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
    """Speaks of us or to you, who are in no picture; the US are a country, and `Our Tampines Hub` is a name."""
    text, cues = line.shape.text, line.view.cues
    said = (text[slice(*found.span())] for found in cues.address.finditer(text))
    named = str.istitle if cues.language == "en" and not cues.address.match(text) else str.isupper
    return line.index > line.view.body.start + 1 and not all(word.isupper() or named(word) for word in said)


def attributes(line: Line) -> float:
    """Tells what somebody said, and not in the line above who took the picture."""
    credited = joined_to_credit(line) or above_label_of_credit(line)
    return bool(line.view.cues.said.search(line.shape.text)) and not credited


def takes_up(line: Line) -> float:
    """Begins as what goes on from the sentence before, or small, as its second half does, or below its first half."""
    begun = line.shape.text[0].islower() or bool(line.view.cues.pronoun.match(line.shape.plain))
    return begun or _ends_what_breaks_off_above(line)


def _ends_what_breaks_off_above(line: Line) -> bool:
    """A sentence below a long line that ends amid one."""
    above = line.view.shapes[line.index - 1] if line.index else None
    if above is None or line.view.role(line.index - 1) != "body" or not line.shape.closed:
        return False
    return above.words >= _BROKEN_WORDS and above.text[-1].islower()


def answers(line: Line) -> float:
    """Stands right below a question of the article, or of an interview."""
    view, above = line.view, line.index - 1
    asked = line.inside and view.shapes[above].text.endswith("?")
    return asked and (view.role(above) in (None, "body") or is_answered(view, above))


def adds(line: Line) -> float:
    """`Also`, `however`: to what was said before it."""
    return bool(line.view.cues.adds.search(line.shape.text))


def quotation(line: Line) -> float:
    return bool(_QUOTES.search(line.shape.text))


def had_been(line: Line) -> float:
    return line.earlier


def tells_of_a_life(line: Line) -> float:
    return bool(_LIFE.search(line.shape.text))


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


def alone_amid_furniture(line: Line) -> float:
    return not (line.view.bare or line.view.clean) and alone(line)


def several_sentences(line: Line) -> float:
    return not line.single


def many_sentences(line: Line) -> float:
    return line.shape.sentences > 2


def many_words(line: Line) -> float:
    return line.shape.words > 40


def amid_prose(line: Line) -> float:
    """A sentence with its verb, and nothing around it: who copies just an article hardly copies what pictures show."""
    return line.view.bare and not (line.verbless or doubled(line))


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
    somebody_somewhere: 1.2,
    something: 1.2,
    without_verb: 1.0,
    short_without_verb: 0.8,
    verbless_then_sentence: 3.5,
    dateline: -2.0,
    weekday_at_end: 0.4,
    on_day: 2.0,
    day_at_end: 1.0,
    opens_with_day: 2.0,
    credited: 3.0,
    asks: -1.0,
    addresses: -1.0,
    attributes: -2.0,
    takes_up: -2.0,
    adds: -1.0,
    answers: -1.5,
    quotation: -1.5,
    had_been: -2.5,
    tells_of_a_life: -3.0,
    at_top: 0.5,
    at_end: -0.5,
    below_headline: -1.5,
    above_signature: -1.5,
    in_summary: -2.0,
    among_points: -2.0,
    above_dateline: 1.5,
    beside_caption: 1.5,
    above_caption: 2.0,
    right_above_article: 1.5,
    above_credit: 1.0,
    between_furniture_and_credit: 2.0,
    joined_to_credit: 4.0,
    joined_to_credit_above: 2.0,
    above_label_of_credit: 4.0,
    described: 4.0,
    above_name: 1.5,
    above_names_in_brackets: 3.0,
    above_button: 3.0,
    short_below_signature: 0.5,
    below_furniture: 0.7,
    below_label: 1.0,
    labelled_in_capitals: 3.0,
    doubled: 3.0,
    names_again: 2.0,
    open_and_long: 0.7,
    one_sentence: 0.5,
    shorter_than_usual: 0.5,
    alone: 0.5,
    alone_amid_furniture: 0.7,
    several_sentences: -1.0,
    many_sentences: -1.0,
    many_words: -1.0,
    amid_prose: -0.6,
    capitals: -2.5,
    titled: -1.5,
}


def is_candidate(shape: Shape) -> bool:
    """A line that can be what a picture shows at all; what markup makes a heading or a point of a list is none.

    >>> from narrator.model import Block
    >>> from narrator.segment.shape import shape_of
    >>> lines = "A crane falls.", "Twelve cranes fell, which are these:", "十二台起重机倒下了，分别是——"
    >>> [is_candidate(shape_of(Block(line))) for line in lines]
    [True, False, False]
    """
    marked = shape.block.kind in ("heading", "list_item")
    asks = shape.sentences > 1 and shape.text.endswith("?")
    leads_on = asks or shape.text.endswith((":", "：", ";", "；", "——"))
    return 1 < shape.words <= LONGEST and not marked and not leads_on


def is_listed(view: View, index: int) -> bool:
    """The line above or below begins with the same bullet."""
    text = view.shapes[index].text
    beside = (view.shapes[i].text for i in (index - 1, index + 1) if 0 <= i < len(view.shapes))
    return text[0] in MARKS and any(other.startswith(text[:2]) for other in beside)


def worth(line: Line) -> float:
    """Sum of the weights; `ENOUGH` makes a caption."""
    return sum(weight * seen(line) for seen, weight in WEIGHTS.items())
