"""Rules for what an article numbers or lists: points, headings with a number, lines of its summary, notes."""

from __future__ import annotations

import re

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.layout import is_among_long_points, summed_up_above
from narrator.segment.picture_credit import CREDITED
from narrator.segment.shape import BULLETS, MARKS, Shape
from narrator.segment.subheads import is_subhead
from narrator.segment.view import View

_CLOSING = 4
"""Blocks at the end of the body that may be notes."""
_FOOTNOTE = compiled(r"\*{1,3}(?=\w)|\(\d{1,2}\)(?=\s)|\[\d{1,2}\](?=\s)")
_ANNOUNCING = 6
"""Words of a sentence that announces a list, at least: fewer are a label."""
_VERBAL = 3
_ITEM_WORDS = 25
_ROUND = MARKS.translate(dict.fromkeys(map(ord, "-–—")))
"""Bullets that are no dash: what somebody says has one too."""
_COUNT = compiled(
    rf"^(?:[{re.escape(BULLETS.rstrip('0123456789'))}]\s)?(?:(?:\d{{1,2}}(?:[.,]\d)?|\d{{3,4}}(?= [gm]l? )) )?"
)
"""`2 eggs`, `- 500 g flour`"""
_FIRST_POINT, _SECOND_POINT = (compiled(rf"(?:\w+ )?{number}[.):] ") for number in (1, 2))
"""`1. Mix`, `Step 1: Mix`"""
_LONG_LIST = 40
_POINTS = 8
_POINT_WORDS = range(4, 26)
_LABEL_LETTERS, _LINE_UP_WORDS = 40, 90
_CHRONICLE = 3
"""Lines of one near another, at least."""
_GROUPS, _NAMES, _NAME_WORDS = 3, 6, 3
"""Semicolons or commas of a line-up, at least, and words to a name."""
_IN_A_YEAR = compiled(
    r"(?:[^\W\d_]{3,12}\.? |\d{1,2}\.? (?:de )?[^\W\d_]{3,12}\.? (?:de )?|[^\W\d_]{3,12}\.? \d{1,2}, )?"
    r"(?:19|20)\d\d ?[:–—] \S"
)
"""`March 2018: A port …`, `2018 – A port …`"""
_GIVEN = r"(?:10|\d)(?:[.,]\d)?(?:/10)?"
_MARK = compiled(
    r"(?:[A-ZÀ-Þ][\w.’'-]{0,30} ){0,3}[A-ZÀ-Þ][\w.’'-]{0,30}"
    rf"(?:\s?[:–—-]\s?{_GIVEN}[:.,–—-]?|\s\({_GIVEN}\)[:.,–—-]?|\s{_GIVEN}\s?[:–—-]|\s\d/10)"
    r"\s(?=[A-ZÀ-Þ“\"«])"
)
"""`Jane Doe: 6,5 Two goals`, `Jane Doe - 7: Two goals`, `Jane Doe (2): Two goals`, `Jane Doe 8/10 Two goals`"""
_MARK_WORDS = range(8, 91)
_SPOKEN = compiled(r"[\"“”«»„]|\. [A-ZÀ-Þ]\w+ \w+ \w+")


def point_of_summary(view: View, index: int) -> Role | None:
    """One of the lines below `Highlights`, before the article goes on."""
    shape = view.shapes[index]
    unfit = shape.prose or shape.words not in _POINT_WORDS or CREDITED.search(shape.text)
    if view.told_apart or unfit or index >= view.body.stop:
        return None
    above = summed_up_above(view, index, _POINTS)
    if above is None or any(view.role(i) != "standfirst" for i in above):
        return None
    return "standfirst" if shape.stems & view.told_by(view.body) else None


def label_of_summary(view: View, index: int) -> Role | None:
    """`Highlights`, between the headline and the article, and `What's next?` a few lines below that."""
    head, plain = view.headline, view.shapes[index].plain
    if head is None or index <= head:
        return None
    if index <= view.body.start:
        return "boilerplate" if view.cues.summary.fullmatch(plain) else None
    begun = any(view.rule(i) == "label of summary" for i in range(index - _POINTS, index))
    return "boilerplate" if begun and view.cues.outlook.fullmatch(plain) else None


def footnote(view: View, index: int) -> Role | None:
    """The last blocks may be notes, each with a mark that a paragraph carries."""
    mark = _FOOTNOTE.match(view.shapes[index].text)
    if mark is None or index < view.body.stop - _CLOSING:
        return None
    if view.rule(index - 1) == "footnote":
        return "boilerplate"
    marked = (view.shapes[i].text[1:] for i in view.body if i < index and view.shapes[i].prose)
    return "boilerplate" if any(mark[0] in text for text in marked) else None


def list_item(view: View, index: int) -> Role | None:
    """What markup shows to be a point of a list, a quotation, or a row that is to be read."""
    return "body" if view.shapes[index].block.kind in ("list_item", "quote", "table") else None


def line_of_contents(view: View, index: int) -> Role | None:
    """A point below a label of the page, `In this article:`, that heads a part of the article further down."""
    shape, top = view.shapes[index], index
    while top > max(0, index - _LONG_LIST) and view.shapes[top].text[0] in BULLETS:
        top -= 1
    if top == index or view.rule(top) != "known line":
        return None
    again = (other for other in view.shapes[index + 1 :] if other.key == shape.key)
    return "boilerplate" if any(other.text[0] not in BULLETS for other in again) else None


def bulleted_item(view: View, index: int) -> Role | None:
    """A point of a list that a line with a colon announces, that goes on below a point which is a sentence, or that is
    of long points.
    """
    if view.shapes[index].text[0] not in BULLETS:
        return None
    above = index - 1
    if view.shapes[index].text[0] in _ROUND and _is_told_point(view, above):
        return "body"
    if is_among_long_points(view, index):
        return "body"
    while above >= max(0, index - _LONG_LIST) and view.shapes[above].text[0] in BULLETS:
        above -= 1
    announced = above >= 0 and view.shapes[above].text.endswith(":") and view.shapes[above].words > 2
    return "body" if announced and view.role(above) in ("body", "context") else None


def _is_told_point(view: View, index: int) -> bool:
    """A point of the same list that the article tells: a sentence, what somebody said, or below one."""
    if index not in view.body or view.role(index) != "body" or view.shapes[index].text[0] not in _ROUND:
        return False
    text = view.shapes[index].text
    return view.rule(index) == "bulleted item" or text.endswith(".") or bool(view.cues.said.search(text))


def item_below_colon(view: View, index: int) -> Role | None:
    """One of several short lines that a sentence of the article announces."""
    shape = view.shapes[index]
    top = index
    while top > view.body.start and _is_item(view.shapes[top]) and index - top < _LONG_LIST:
        if view.cues.end.fullmatch(view.shapes[top].plain) or _ends_points(view, top):
            return None
        top -= 1
    if top == index or not announces_points(view, top) or view.role(top) != "body":
        return None
    several = _is_item(view.shapes[top + 1]) and top + 2 < view.body.stop and _is_item(view.shapes[top + 2])
    return "body" if several and shape.block.kind != "heading" else None


def _ends_points(view: View, index: int) -> bool:
    """A paragraph below points with bullets, or a question that heads a section where they could have been."""
    shape, above, below = view.shapes[index], view.shapes[index - 1], index + 1
    if above.text[0] in MARKS and shape.text[0] not in MARKS:
        return shape.prose
    if not shape.text.endswith("?"):
        return False
    if view.role(index) is not None:
        return view.role(index) == "subhead"
    parted = above.prose or above.text.endswith(":")
    return parted and below in view.body and view.shapes[below].prose and is_subhead(view, index)


def small_item(view: View, index: int) -> Role | None:
    """One of several points that begin small, as no link does, and say something of what the article tells."""
    if view.told_apart or index not in view.body or not _begins_small(view, index):
        return None
    if not view.shapes[index].stems & view.told.keys():
        return None
    return "body" if any(_begins_small(view, i) for i in (index - 1, index + 1)) else None


def label_of_items(view: View, index: int) -> Role | None:
    """A word or two with a colon above points that begin small, or that a page's markup shows: `Materials:`"""
    shape, below = view.shapes[index], index + 1
    if index not in view.body or shape.words >= _ANNOUNCING or not shape.text.endswith(":"):
        return None
    if view.told_apart and below in view.body and view.shapes[below].block.kind == "list_item":
        return "body" if view.open(below) and not is_subhead(view, index) else None
    return "body" if _is_above_small(view, index) else None


def heading_of_items(view: View, index: int) -> Role | None:
    """A few words without a sign above points that begin small, or are numbered from one: `What you need`"""
    shape = view.shapes[index]
    if (
        view.told_apart
        or index not in view.body
        or shape.words >= _ANNOUNCING
        or _begins_small(view, index)
        or not shape.text[-1].isalpha()
    ):
        return None
    listed = _begins_small(view, index + 1) and _is_above_small(view, index)
    return "subhead" if listed or _is_first_point(view, index + 1) else None


def _is_above_small(view: View, index: int) -> bool:
    """The first or the second point below begins small and is of the article."""
    return any(small_item(view, i) for i in (index + 1, index + 2))


def _is_first_point(view: View, index: int) -> bool:
    below = view.shapes[index : index + 2]
    return (
        index in view.body
        and len(below) == 2
        and bool(_FIRST_POINT.match(below[0].text) and _SECOND_POINT.match(below[1].text))
    )


def item_amid_items(view: View, index: int) -> Role | None:
    """A point with nothing of the article's words, beside another; or with a capital, and points on both sides."""
    shape, small = view.shapes[index], _begins_small(view, index)
    above = view.rule(index - 1) in ("label of items", "small item", "item amid items")
    if shape.prose or shape.words > _ITEM_WORDS or not (above or small):
        return None
    return "body" if (above and small) or small_item(view, index + 1) else None


def _begins_small(view: View, index: int) -> bool:
    """With a small letter, or with a number and a small letter, and no sign at its end."""
    if not 0 <= index < len(view.shapes):
        return False
    text = view.shapes[index].text
    return _COUNT.sub("", text)[:1].islower() and text[-1].isalpha()


def announces_points(view: View, index: int) -> bool:
    """Ends in a colon, and is no label: of some words, or of a few with a verb."""
    shape = view.shapes[index]
    if not shape.text.endswith(":"):
        return False
    return shape.words >= _ANNOUNCING or (
        shape.words >= _VERBAL and bool(view.cues.finite.search(shape.text))
    )


def line_of_chronicle(view: View, index: int) -> Role | None:
    """One of several lines in a row that say what happened when."""
    if index not in view.body or not is_of_chronicle(view.shapes[index]):
        return None
    near = view.shapes[max(0, index - _CHRONICLE) : index + _CHRONICLE + 1]
    return "body" if sum(map(is_of_chronicle, near)) > _CHRONICLE else None


def is_of_chronicle(shape: Shape) -> bool:
    """
    >>> from narrator.model import Block
    >>> from narrator.segment.shape import shape_of
    >>> lines = "March 2018: A port is built", "2018 – A port is built", "4 de marzo de 2018: Un puerto"
    >>> [is_of_chronicle(shape_of(Block(line))) for line in (*lines, "In 2018 a port was built")]
    [True, True, True, False]
    """
    return bool(_IN_A_YEAR.match(shape.text))


def _is_item(shape: Shape) -> bool:
    return shape.words <= _ITEM_WORDS and not shape.text.endswith(":")


def line_up(view: View, index: int) -> Role | None:
    """Who played, who sailed, who scored: names behind a colon, between semicolons, or commas up to a full stop; and
    the mark that each was given.
    """
    shape = view.shapes[index]
    return "body" if index in view.body and (is_line_up(shape) or is_mark(shape)) else None


def is_mark(shape: Shape) -> bool:
    """What mark a player was given, and why.

    >>> from narrator.model import Block
    >>> from narrator.segment.shape import shape_of
    >>> lines = "Doe: 6,5 Three saves in the first half, none in the other", "Jane Doe: 7 goals"
    >>> [is_mark(shape_of(Block(line))) for line in lines]
    [True, False]
    """
    return shape.words in _MARK_WORDS and bool(_MARK.match(shape.text))


def is_line_up(shape: Shape) -> bool:
    """
    >>> from narrator.model import Block
    >>> from narrator.segment.shape import shape_of
    >>> lines = "Crew: A. Doe; B. Roe; C. Poe; D. Loe", "Ostend: Doe, Roe (c), Poe, Loe, Moe, Noe, Soe."
    >>> [is_line_up(shape_of(Block(line))) for line in (*lines, "Crew: A. Doe, B. Roe")]
    [True, True, False]
    """
    if ":" not in shape.text[:_LABEL_LETTERS] or shape.words >= _LINE_UP_WORDS:
        return False
    parts = shape.text.split(":", 1)[1].split(",")
    named = len(parts) > _NAMES and len(shape.text.split()) <= _NAME_WORDS * len(parts)
    listed = shape.text.count(";") >= _GROUPS or (named and shape.closed)
    return listed and not _SPOKEN.search(shape.text)
