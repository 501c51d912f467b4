"""Evidence for captions that lies around a line: where it stands, and what is said elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from narrator.patterns import compiled
from narrator.segment.bylines import is_name
from narrator.segment.cues import Cues
from narrator.segment.layout import summed_up_above
from narrator.segment.names import PAPER
from narrator.segment.picture_line import Line
from narrator.segment.shape import CAPITAL, Shape
from narrator.segment.view import View

NEAR = 8
"""Blocks around a portrait in which the person is told of."""
LONGEST = 70
"""Words of a caption."""
CAPITALIZED = rf"[{CAPITAL}][\w.’'-]+"
SHORT = 0.6
"""Share of a paragraph's usual length under which a sentence above a bare credit is rather a caption."""
_LINE_WORDS = 16
_CREDIT_WORDS = 6
_TOLD_OF_PICTURE = 3
"""Sentences of a caption, at most."""
_BRIEFLY_TOLD = 2
_CREDITS = ("credit line", "credit below caption")
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
_BRACKETED_NAMES = compiled(
    rf"\[{CAPITALIZED}(?:\s{CAPITALIZED}){{1,2}}, {CAPITALIZED}(?:\s{CAPITALIZED}){{0,2}}\]"
    rf"|\((?:{CAPITALIZED}(?:\s?/\s?|\s(?:(?:for|of|the|de|del|da|van|von)\s)*)){{1,5}}{CAPITALIZED}\)"
)
"""`(Jane Doe / The Daily Planet)`, `(Ostend Harbour Authority)`, `[Jane Doe, Planet]`"""
_TAKEN_BY = compiled(
    rf"\(?{CAPITALIZED}(?:\s{CAPITALIZED}){{1,3}}(?:\s?/\s?|\s(?:for|FOR|für|voor|pour|POUR|para|PARA|per|till|via)\s)[^.!?]{{2,40}}\)?"
)
"""`Jane Doe/The Daily Planet`, `Jane Doe for the Planet`"""
_OWNED = compiled(r"©.{2,40}")
_TWO_LABELS = compiled(r"[A-ZÀ-Þ]\w{2,12}: .{8,}\b(?:Pic|Picture|Photo|Foto|Credit)s?: ")
"""`Image: The director on the quay. Pic: Planet` says what is seen too."""
_LABELLED_CREDIT = compiled(r"[^\W\d_][^,،:]{2,24}[,،:]")
"""`Image source, Planet`, `Photo: Jane Doe`"""
_TAKER_WORDS = 9
_FAR = 60
"""Blocks on either side in which an article tells of somebody whom a line names, at most."""
_INDEFINITE = compiled(
    r"(?:An?|Two|Three|Several|Ein|Eine|Zwei|Un|Una|Une|Uno|Deux|Dos|Een|Twee|Um|Uma|Dois|Bir|İki)\s[a-zà-ÿ]"
)
_LABELLED = compiled(r"[A-ZÀ-Þ][A-ZÀ-Þ’' -]{3,40}[.:] [A-ZÀ-Þ]")
_TO_BUTTON = 2
_CAPTION_WORDS = 8
_LEDE_WORDS = 20
"""Of a first paragraph, at least."""
_PICTURE_BUTTON = compiled(r"(?:hide|toggle) caption|enlarge(?: this)?(?: image| photo)?", re.IGNORECASE)
_DASHES = "-–—"
"""What stands before the name of who wrote the report above."""
_MARKS = "\"“”‘'«»„"
"""What begins a heading that quotes the paragraph below it."""


def at_top(line: Line) -> float:
    return line.index <= line.view.body.start + 1


def at_end(line: Line) -> float:
    return line.index == line.view.body.stop - 1


def below_headline(line: Line) -> float:
    """Right below the headline: a summary, unless it is a sentence above who took a picture."""
    pictured = line.present or (line.shape.closed and _is_above_credit(line))
    return line.index - 1 == line.view.headline and not pictured


def above_signature(line: Line) -> float:
    """Between the headline and who wrote it or when, and not above who took a picture: a summary. Where no headline
    was found, the first line right above them is rather that.
    """
    view, head = line.view, line.view.headline
    if head is None:
        return line.index == view.body.start and view.signs(line.index + 1)
    bare = line.verbless and line.shape.closed and line.index - 1 != head
    shown = bare or _is_above_credit(line) or view.cues.caption_cue.search(line.shape.text)
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
    ended = line.view.rule(above) in ("credited caption", *_CREDITS) or line.view.shapes[above].closed
    apart = second or ended
    long = line.shape.words > _CREDIT_WORDS or not apart
    beside = line.view.role(below) == "caption" or (line.view.role(above) == "caption" and long)
    signed = line.tells and line.view.signs(below)
    return not line.shape.closed and beside and not (signed or _sums_up(line))


def _sums_up(line: Line) -> bool:
    """Right below the headline and above a whole caption of some length."""
    below = line.index + 1
    captioned = line.view.rule(below) == "credited caption" and line.view.shapes[below].words > _CAPTION_WORDS
    return captioned and line.index - 1 == line.view.headline


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


def above_credit(line: Line) -> float:
    """A sentence above who took the picture; a much shorter one than paragraphs are is rather a caption, most of all
    where no blank line is between.
    """
    shape, view = line.shape, line.view
    if not shape.closed or shape.sentences != 1 or not is_bare_credit(view, line.index + 1):
        return 0.0
    short, joined = shape.words < SHORT * view.usual, view.follow(line.index)
    if short and joined and _is_below_headline(line):
        return 2.0
    if short and line.inside:
        return 1.2
    return 1.5 if view.shapes[line.index + 1].text[0] in "([" else 0.8


def between_furniture_and_credit(line: Line) -> float:
    """A sentence or two, amid the article, below furniture and above who took the picture."""
    view, index = line.view, line.index
    parted = line.inside and view.role(index - 1) == "boilerplate" and line.shape.sentences <= _BRIEFLY_TOLD
    return parted and is_bare_credit(view, index + 1)


def above_label_of_credit(line: Line) -> float:
    """A few sentences, and in the line below them nothing but `Credit:`."""
    view, below = line.view, line.index + 1
    if below >= len(view.shapes) or line.shape.sentences > _TOLD_OF_PICTURE or not line.inside:
        return False
    label = view.shapes[below]
    return label.text.endswith((":", "：")) and bool(view.cues.photo.fullmatch(label.plain))


def right_above_article(line: Line) -> float:
    """A line without a full stop right above the first paragraph, with bylines or buttons between it and the headline,
    right below which summaries stand.
    """
    view, below = line.view, line.index + 1
    if view.headline is None or not view.headline + 1 < line.index or line.shape.closed:
        return False
    return below == view.body.start and view.shapes[below].prose and line.shape.words <= _LINE_WORDS


def described(line: Line) -> float:
    """What a picture shows, for who cannot see it: who took it is in the line below, and then `Image caption, …`."""
    view, below = line.view, line.index + 1
    if line.shape.closed or below + 1 >= len(view.shapes) or not is_bare_credit(view, below):
        return False
    caption = view.shapes[below + 1].text
    label = view.cues.caption_label.match(caption)
    return label is not None and caption[label.end() :].startswith((",", ":"))


def in_summary(line: Line) -> float:
    """One of a few lines below a label, as `Highlights`."""
    view = line.view
    above = summed_up_above(view, line.index)
    return above is not None and all(view.role(i) not in ("body", "boilerplate") for i in above)


def joined_to_credit(line: Line) -> float:
    """In the line below it stands who took the picture, or a caption with that, where blank lines part the paragraphs;
    most surely amid the article.
    """
    view, below = line.view, line.index + 1
    if not (view.parted and view.follow(line.index)) or line.shape.sentences > _TOLD_OF_PICTURE:
        return 0.0
    credit = is_bare_credit(view, below) or _names_taker(view, below)
    if credit and line.inside:
        return 1.0
    apart = is_bare_credit(view, below) and line.index - 1 != view.headline and not view.follow(below)
    if apart or _is_credit_by_form(view, below):
        return 0.8
    return 0.6 * (line.single and (credit or view.rule(below) == "credited caption"))


def _is_credit_by_form(view: View, index: int) -> bool:
    """`Image source, Planet`, `Photo: Jane Doe`, `Jane Doe/The Planet`: stands below what the picture shows, also where
    that is told in several sentences above the article.
    """
    shape = view.shapes[index]
    labelled = view.rule(index) == "credit line" and _LABELLED_CREDIT.match(shape.text)
    return bool(labelled) or (not view.signs(index) and is_taker(shape))


def is_taker(shape: Shape) -> bool:
    """`Jane Doe for the Planet` and nothing else."""
    return bool(_TAKEN_BY.fullmatch(shape.text))


def joined_to_credit_above(line: Line) -> float:
    """A single sentence in the line below who took the picture, where blank lines part the paragraphs."""
    return line.single and is_joined_below_credit(line.view, line.index)


def is_joined_below_credit(view: View, index: int) -> bool:
    """Who took the picture is in the line above, and blank lines part the paragraphs."""
    joined = view.parted and view.follow(index - 1) and not view.follow(index)
    return joined and view.rule(index - 1) == "credit line"


def _names_taker(view: View, index: int) -> bool:
    """A line of nothing but whom the article does not know, with no job below, or a name with an outlet."""
    shape = view.shapes[index]
    if view.signs(index) or shape.closed or not 1 < shape.words <= _TAKER_WORDS:
        return False
    if index + 1 < len(view.shapes) and view.cues.jobs.fullmatch(view.shapes[index + 1].plain):
        return False
    if is_taker(shape) or _BRACKETED_NAMES.fullmatch(shape.text) or _OWNED.fullmatch(shape.text):
        return True
    around = view.shapes[max(view.body.start, index - _FAR) : min(view.body.stop, index + _FAR)]
    told = (other.key for other in around if other.prose)
    return is_name(shape, view.cues) and not any(shape.key in key for key in told)


def _is_below_headline(line: Line) -> bool:
    """Not right below, where a summary stands; or amid the article."""
    head = line.view.headline
    return line.inside or (head is not None and line.index > head + 1)


def is_bare_credit(view: View, index: int) -> bool:
    """Who took the picture, and nothing of what it shows."""
    shape = view.shapes[index] if index < len(view.shapes) else None
    if shape is None or _TWO_LABELS.match(shape.text):
        return False
    if view.rule(index) == "credited caption":
        return shape.words <= _CREDIT_WORDS and not shape.closed
    return view.rule(index) in _CREDITS


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
    return view.rule(below) == "credited caption" and view.shapes[below].words > _CREDIT_WORDS


def above_button(line: Line) -> float:
    """A button that hides or enlarges the picture is among the few lines below, with who took it between."""
    shapes = line.view.shapes[line.index + 1 : line.index + 1 + _TO_BUTTON]
    near = takewhile(lambda shape: not shape.prose, shapes)
    return any(_PICTURE_BUTTON.fullmatch(shape.plain) for shape in near)


def labelled_in_capitals(line: Line) -> float:
    """`NIGHT BOAT. The boat lies at the quay.` above who took the picture."""
    return bool(_LABELLED.match(line.shape.text)) and _is_above_credit(line)


def above_names_in_brackets(line: Line) -> float:
    """Those who wrote the article sign its end so."""
    return _is_above_names(line) and not at_end(line)


def _is_above_credit(line: Line) -> bool:
    return is_bare_credit(line.view, line.index + 1) or _is_above_names(line) or bool(joined_to_credit(line))


def _is_above_names(line: Line) -> bool:
    """Below it stand names in brackets and nothing else."""
    view, below = line.view, line.index + 1
    return view.rule(below) == "bracketed" and bool(_BRACKETED_NAMES.fullmatch(view.shapes[below].text))


def above_name(line: Line) -> float:
    """A sentence above a name of which the article says nothing: who took the picture."""
    view, below = line.view, line.index + 1
    if not view.open(below) or not line.single or line.index - 1 == view.headline:
        return False
    name = view.shapes[below]
    slashed = "/" in name.text
    placed = slashed or line.index >= view.body.start
    if name.closed or name.text[0] in _DASHES or not 1 < name.words <= _CREDIT_WORDS or not placed:
        return False
    named = slashed or (is_name(name, view.cues) and not view.cues.section.fullmatch(name.plain))
    return named and not name.stems & view.told.keys()


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
    shared = max((_words_shared(shape, other) for other in beside if other.words <= LONGEST), default=0)
    return 1.2 if shared > _CREDIT_WORDS else float(shared > 1)


def _opens_twice(line: Line) -> bool:
    """A first paragraph that stands twice: as long as one, and a sentence that tells something."""
    view, shape = line.view, line.shape
    if shape.words < _LEDE_WORDS or not (shape.closed and line.tells) or line.index > view.body.start + 2:
        return False
    others = range(line.index - 1, line.index + 2)
    return sum(0 <= i < len(view.shapes) and view.shapes[i].key == shape.key for i in others) > 1


def _words_shared(shape: Shape, other: Shape) -> int:
    """All words of one, where the other begins with them."""
    begins = other.key.startswith(shape.key) or shape.key.startswith(other.key)
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
