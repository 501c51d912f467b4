"""Evidence for captions: who took the picture stands in a line above or below."""

from __future__ import annotations

from narrator.patterns import compiled
from narrator.segment.bylines import JOINS_NAMES, is_name
from narrator.segment.picture_line import Line
from narrator.segment.shape import CAPITALIZED, Shape
from narrator.segment.view import View

SHORT = 0.6
"""Share of a paragraph's usual length under which a sentence above a bare credit is rather a caption."""
CREDIT_WORDS = 6
"""Of a line that says no more than who took a picture, at most."""
_TOLD_OF_PICTURE = 3
"""Sentences of a caption, at most."""
_BRIEFLY_TOLD = 2
CREDITS = ("credit line", "credit below caption")
"""Rules for such lines."""
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
CREDITED = compiled(
    r"(?<=[a-zà-ÿ]\s)[A-ZÀ-Þ]{3,}(?:\s[A-ZÀ-Þ]{3,}){1,3}$"
    r"|\.\s(?:[A-Z][\w’'-]+(?:[,/]\s?|\s)(?:and |of |for |the )?){1,6}[A-Z][\w’'-]+$"
    r"|\.\s[A-Z][\w’'-]+?[A-Z][\w’'-]+$"
)
"""A sentence, then names without a full stop: who took the picture."""
DATED_FIRST = compiled(r"[^.!?]+(?:, [A-Z][a-z]{1,5}\.)?, [A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\. [A-Z]")
"""The day at the end of the first of two sentences: `at the quay in Ostend, Fla., March 2, 2023. The crane …`"""
_TAKER_WORDS = 9
_FAR = 60
"""Blocks on either side in which an article tells of somebody whom a line names, at most."""
_LABELLED = compiled(r"[A-ZÀ-Þ][A-ZÀ-Þ’' -]{3,40}[.:] [A-ZÀ-Þ]")
_DASHES = "-–—"
"""What stands before the name of who wrote the report above."""


def is_bare_credit(view: View, index: int) -> bool:
    """Who took the picture, and nothing of what it shows."""
    shape = view.shapes[index] if index < len(view.shapes) else None
    if shape is None or _TWO_LABELS.match(shape.text):
        return False
    if view.rule(index) == "credited caption":
        return shape.words <= CREDIT_WORDS and not shape.closed
    return view.rule(index) in CREDITS


def is_taker(shape: Shape) -> bool:
    """`Jane Doe for the Planet` and nothing else."""
    return bool(_TAKEN_BY.fullmatch(shape.text))


def is_joined_below_credit(view: View, index: int) -> bool:
    """Who took the picture is in the line above, and blank lines part the paragraphs."""
    joined = view.parted and view.follow(index - 1) and not view.follow(index)
    return joined and view.rule(index - 1) == "credit line"


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


def _is_below_headline(line: Line) -> bool:
    """Not right below, where a summary stands; or amid the article."""
    head = line.view.headline
    return line.inside or (head is not None and line.index > head + 1)


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


def described(line: Line) -> float:
    """What a picture shows, for who cannot see it: who took it is in the line below, and then `Image caption, …`."""
    view, below = line.view, line.index + 1
    if line.shape.closed or below + 1 >= len(view.shapes) or not is_bare_credit(view, below):
        return False
    caption = view.shapes[below + 1].text
    label = view.cues.caption_label.match(caption)
    return label is not None and caption[label.end() :].startswith((",", ":"))


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
    captioned = view.rule(below) == "credited caption" and line.index - 1 != view.headline
    return 0.6 * (line.single and (credit or captioned))


def _is_credit_by_form(view: View, index: int) -> bool:
    """`Image source, Planet`, `Photo: Jane Doe`, `Jane Doe/The Planet`: stands below what the picture shows, also where
    that is told in several sentences above the article.
    """
    shape = view.shapes[index]
    labelled = view.rule(index) == "credit line" and _LABELLED_CREDIT.match(shape.text)
    return bool(labelled) or (not view.signs(index) and is_taker(shape))


def _names_taker(view: View, index: int) -> bool:
    """A line of nothing but whom the article does not know, with no job and no other name below, or a name with an
    outlet.
    """
    shape, below = view.shapes[index], view.shapes[index + 1 : index + 2]
    if view.signs(index) or shape.closed or not 1 < shape.words <= _TAKER_WORDS:
        return False
    if any(view.cues.jobs.fullmatch(other.plain) or JOINS_NAMES.match(other.text) for other in below):
        return False
    if is_taker(shape) or _BRACKETED_NAMES.fullmatch(shape.text) or _OWNED.fullmatch(shape.text):
        return True
    around = view.shapes[max(view.body.start, index - _FAR) : min(view.body.stop, index + _FAR)]
    told = {word for other in around if other.prose for word in other.key.split()}
    return is_name(shape, view.cues) and shape.key.split()[-1] not in told


def joined_to_credit_above(line: Line) -> float:
    """A single sentence in the line below who took the picture, where blank lines part the paragraphs; or one that ends
    with the day, and another.
    """
    told = line.single or bool(DATED_FIRST.match(line.shape.text))
    return told and is_joined_below_credit(line.view, line.index)


def labelled_in_capitals(line: Line) -> float:
    """`NIGHT BOAT. The boat lies at the quay.` above who took the picture."""
    return bool(_LABELLED.match(line.shape.text)) and is_above_credit(line)


def is_above_credit(line: Line) -> bool:
    return is_bare_credit(line.view, line.index + 1) or is_above_names(line) or bool(joined_to_credit(line))


def is_above_names(line: Line) -> bool:
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
    if name.closed or name.text[0] in _DASHES or not 1 < name.words <= CREDIT_WORDS or not placed:
        return False
    named = slashed or (is_name(name, view.cues) and not view.cues.section.fullmatch(name.plain))
    return named and not name.stems & view.told.keys()
