"""What speaks for a line as the heading of what follows and what against it, each with a visible weight.

The weights add up. `python -m tests.weigh_lines subheads` prints beside them what the articles of the corpus teach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from narrator.patterns import compiled
from narrator.segment import picture_line
from narrator.segment.bylines import is_name
from narrator.segment.context import announces
from narrator.segment.layout import is_among_long_points
from narrator.segment.repeats import said_twice
from narrator.segment.shape import CLOSING_QUOTES, MARKS, OPENING_QUOTES, Shape
from narrator.segment.view import View

LOOK_AHEAD = 4
"""Blocks below a heading that it may speak of."""
_NEAR_ABOVE, _FAR_ABOVE = 12, 200
"""Blocks, of an article of many lines."""
_LONG_WORDS = 60
SECTION_WORDS = 6
"""Words of a short heading, at most; a part of a word below may say it: `footbridge` below `Bridge closed`."""
_PART = 5
"""Letters of a word that is known in a longer one."""
_FEW, _MANY = 4, 12
"""Words of a heading, as most are, and as hardly any are."""
_BLANK_LINES = 2
"""More tell no more."""
_PROMPTS = ("prompt", "telltale", "pointing")
_WORD = compiled(r"[^\W\d_]+")
_NAME_WORDS = 3
_COUNTED = compiled(r"(?<!\d{4})\b(?!(?:19|20)\d\d$)\d+$")
_SCORE = compiled(r"\d\s?[-–:]\s?\d|\d .*\b\d")
_HEADING_MARKS = "■◆"
_PARTED = compiled(r"[,|/·•–-]|\b(?:for|via|von|par|por) [A-ZÀ-Þ]")
"""`Jane Doe, Harbour Reporter`, `Jane Doe for the Planet`"""
_SAID_WORDS = 6
_QUOTED_LETTERS, _QUOTED_NEAR = 12, 40
"""Of a line whose words a paragraph has, and blocks to that, at least and at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may head what follows, with what is near it."""

    view: View
    index: int
    shape: Shape
    above: Shape
    """The block above; the line itself at the top."""
    below: Sequence[int]
    """The undecided blocks below, a few."""
    told_below: frozenset[str]
    """Words of the paragraphs among them."""
    told_above: frozenset[str]
    heads_paragraph: bool
    """A paragraph follows that is not said twice."""

    @property
    def share_below(self) -> float:
        """How many of its words the paragraphs below say, 0 to 1."""
        return len(self.shape.stems & self.told_below) / max(1, len(self.shape.stems))

    @property
    def blank_above(self) -> int:
        """Blank lines in the file, two at most; one on a page."""
        return self._blank(self.index - 1)

    @property
    def blank_below(self) -> int:
        return self._blank(self.index)

    def _blank(self, index: int) -> int:
        shapes = self.view.shapes
        if not 0 <= index < len(shapes) - 1:
            return 1
        lines, following = shapes[index].block.lines, shapes[index + 1].block.lines
        return min(following[0] - lines[-1] - 1, _BLANK_LINES) if lines and following else 1


def line_of(view: View, index: int) -> Line:
    below = list(view.after(index, LOOK_AHEAD))
    above = range(max(view.body.start, index - LOOK_AHEAD), index)
    told = (i for i in above if view.shapes[i].prose and view.role(i) in ("body", "standfirst"))
    return Line(
        view,
        index,
        view.shapes[index],
        view.shapes[max(0, index - 1)],
        below,
        frozenset(view.told_by(i for i in below if view.shapes[i].prose)),
        frozenset(view.told_by(told)),
        bool(below) and view.shapes[below[0]].prose and not said_twice(view, below[0]),
    )


# --- what it says -------------------------------------------------------------------------------------


def announces_background(line: Line) -> float:
    """Above a paragraph, and not above a signature, as the rubric `Analysis` is."""
    told = announces(line.view, line.index)
    return told and line.heads_paragraph and not line.view.signs(line.index + 1)


def names_a_section(line: Line) -> float:
    """As some papers head a part of each of their articles: `Why It Matters`."""
    return bool(line.view.cues.section.fullmatch(line.shape.plain))


def asks(line: Line) -> float:
    """And a paragraph answers."""
    return line.shape.text.endswith(("?", "？")) and line.heads_paragraph


def asks_above_no_paragraph(line: Line) -> float:
    """As interviewers do, of whom some are answered in a few words."""
    return line.shape.text.endswith(("?", "？")) and not line.heads_paragraph


def leads_to_points(line: Line) -> float:
    """Ends with a colon, and no paragraph follows."""
    return line.shape.text.endswith((":", "：")) and not line.heads_paragraph


def leads_to_quote(line: Line) -> float:
    """Says who said what stands below in quotation marks: `The minister said:`"""
    text, below = line.shape.text, line.view.shapes[line.index + 1 : line.index + 2]
    quoted = any(shape.text[0] in OPENING_QUOTES for shape in below)
    return quoted and text.endswith((":", "：")) and bool(line.view.cues.said.search(text))


def parted_by_colon(line: Line) -> float:
    return ":" in line.shape.text[3:-1]


def many_words(line: Line) -> float:
    """None up to four words, two at twelve."""
    return (min(line.shape.words, _MANY) - _FEW) / _FEW if line.shape.words > _FEW else 0.0


def says_what_follows(line: Line) -> float:
    return line.share_below


def says_what_follows_next(line: Line) -> float:
    """A word of the first paragraph below."""
    first = next((i for i in line.below if line.view.shapes[i].prose), None)
    return first is not None and bool(line.shape.stems & line.view.shapes[first].stems)


def says_what_was_told(line: Line) -> float:
    """How many of its words the paragraphs above say."""
    return len(line.shape.stems & line.told_above) / max(1, len(line.shape.stems))


def few_words_untold(line: Line) -> float:
    return line.shape.words < _FEW and not names_what_follows(line.view, line.index, line.below)


def in_capitals(line: Line) -> float:
    return line.shape.in_capitals


def in_sentence_case(line: Line) -> float:
    """Of several words one at most has a large letter."""
    words = _WORD.findall(line.shape.plain)
    return len(words) > 2 and sum(word[0].isupper() for word in words) <= 1


def names_somebody(line: Line) -> float:
    """A name alone, or with a job or a paper behind a sign; titles have their words in capitals too."""
    brief = line.shape.words <= _NAME_WORDS or bool(_PARTED.search(line.shape.text))
    return brief and is_name(line.shape, line.view.cues) and not names_a_section(line)


def bracketed(line: Line) -> float:
    return line.shape.text[0] in "[("


def begins_small(line: Line) -> float:
    return line.shape.text[0].islower()


def numbered(line: Line) -> float:
    """A few words and a number, as of what a site counts; a score has two."""
    counted = line.shape.words <= _FEW and _COUNTED.search(line.shape.plain)
    return bool(counted and not _SCORE.search(line.shape.text))


def bulleted(line: Line) -> float:
    return line.shape.text[0] in MARKS


def said_elsewhere(line: Line) -> float:
    """In a list of the page too, where no paragraph is right below it."""
    above = line.index + 1 < len(line.view.shapes) and line.view.shapes[line.index + 1].prose
    return line.view.listed[line.shape.key] > (not above)


def quotes_a_paragraph(line: Line) -> float:
    """A paragraph near it has its words in their order."""
    key, index = line.shape.key, line.index
    near = line.view.shapes[max(0, index - _QUOTED_NEAR) : index + _QUOTED_NEAR]
    return len(key) > _QUOTED_LETTERS and any(key in shape.key for shape in near if shape.prose)


def shows(line: Line) -> float:
    """Somebody does what people do in pictures, or is there: `Workers walk past a crane`, `Fishermen on the quay`."""
    shown = picture_line.line_of(line.view, line.index)
    return shown.present or shown.somewhere


def in_quotes(line: Line) -> float:
    """A few words that somebody said: `'Nothing left'`; more of them are of another article."""
    text = line.shape.text
    return line.shape.words <= _SAID_WORDS and text[0] in OPENING_QUOTES and text[-1] in CLOSING_QUOTES


# --- where it stands ----------------------------------------------------------------------------------


def above_paragraph(line: Line) -> float:
    return line.heads_paragraph


def above_paragraph_of_page(line: Line) -> float:
    """The same, where the page's reader has told the article from what surrounds it."""
    return line.view.told_apart and line.heads_paragraph


def above_long_points(line: Line) -> float:
    """What stands below it is a list of the article."""
    return is_among_long_points(line.view, line.index + 1)


def above_long_block(line: Line) -> float:
    """The words of the block below, up to one; none if it is said twice."""
    view, below = line.view, line.index + 1
    if below >= len(view.shapes) or said_twice(view, below):
        return 0.0
    return min(view.shapes[below].words, _LONG_WORDS) / _LONG_WORDS


def above_prompt(line: Line) -> float:
    return line.view.rule(line.index + 1) in _PROMPTS


def above_last_paragraph(line: Line) -> float:
    """At most one paragraph of the article follows."""
    rest = (i for i in range(line.index + 1, line.view.body.stop) if line.view.shapes[i].prose)
    return len(list(islice(rest, 2))) < 2


def below_paragraph(line: Line) -> float:
    return line.view.role(line.index - 1) == "body" and line.above.prose


def near_paragraph(line: Line) -> float:
    """One line is between it and the paragraph above."""
    top = line.index - 2
    return not line.above.prose and top >= line.view.body.start and line.view.shapes[top].prose


def below_button(line: Line) -> float:
    """Above a paragraph, and below the last line of a box that asks for something: the article goes on."""
    pressed = line.view.cues.button.fullmatch(line.above.plain)
    return bool(pressed) and line.index > 0 and line.heads_paragraph


def marked(line: Line) -> float:
    """As Japanese papers mark what heads a part."""
    return line.shape.text[0] in _HEADING_MARKS and line.heads_paragraph


def below_unfinished_line(line: Line) -> float:
    return line.view.rule(line.index - 1) == "unfinished line" and not below_button(line)


def after_first_paragraph(line: Line) -> float:
    """One paragraph is above it."""
    near = range(max(line.view.body.start, line.index - _NEAR_ABOVE), line.index)
    return sum(line.view.role(i) in ("body", "standfirst") for i in near) == 1


def first_of_all(line: Line) -> float:
    """No heading is above it, as far as is looked."""
    above = range(max(line.view.body.start, line.index - _FAR_ABOVE), line.index)
    return not any(line.view.role(i) == "subhead" for i in above)


def blank_lines_above(line: Line) -> float:
    return line.blank_above


def nearer_to_what_is_above(line: Line) -> float:
    """More blank lines are below it than above."""
    return line.blank_above < line.blank_below


def opens_paragraph(line: Line) -> float:
    """No blank line is below it, where one parts the article's paragraphs."""
    return line.view.parted and line.blank_below == 0


Evidence = Callable[[Line], float]

WEIGHTS: dict[Evidence, float] = {
    announces_background: 3.5,
    names_a_section: 2.5,
    asks: 1.6,
    asks_above_no_paragraph: -2.0,
    leads_to_points: -2.0,
    parted_by_colon: -0.6,
    many_words: -1.9,
    says_what_follows: 1.2,
    says_what_follows_next: 1.0,
    says_what_was_told: -1.0,
    few_words_untold: -0.6,
    in_capitals: 1.0,
    in_sentence_case: 0.8,
    names_somebody: -1.5,
    bracketed: -1.1,
    begins_small: -1.0,
    numbered: -1.5,
    bulleted: -2.0,
    said_elsewhere: -1.3,
    quotes_a_paragraph: 1.5,
    in_quotes: 1.2,
    shows: -1.2,
    leads_to_quote: -3.0,
    above_paragraph: 0.9,
    above_paragraph_of_page: 1.0,
    above_long_points: 3.0,
    above_long_block: 2.6,
    above_prompt: -3.0,
    above_last_paragraph: 0.8,
    below_paragraph: 1.1,
    near_paragraph: 1.0,
    below_button: 2.0,
    marked: 5.0,
    below_unfinished_line: -0.6,
    after_first_paragraph: -0.9,
    first_of_all: -0.9,
    blank_lines_above: 0.5,
    nearer_to_what_is_above: -1.6,
    opens_paragraph: -1.9,
}
ENOUGH = 1.85


def worth(line: Line) -> float:
    """Sum of the weights; `ENOUGH` makes a heading of what follows."""
    return sum(weight * seen(line) for seen, weight in WEIGHTS.items())


def names_what_follows(view: View, index: int, below: Iterable[int]) -> bool:
    """A word of the line stands in the paragraphs below; one of a short line as part of another too: `footbridge`."""
    paragraphs = [i for i in below if view.shapes[i].prose]
    said, short = view.shapes[index].stems, view.shapes[index].words <= SECTION_WORDS
    parts = [stem for stem in said if short and len(stem) >= _PART]
    return bool(said & view.told_by(paragraphs)) or any(
        part in view.shapes[i].key for part in parts for i in paragraphs
    )
