"""Which of the lines above an article is its headline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from narrator.segment.bylines import is_name
from narrator.segment.dates import names_moment
from narrator.segment.evidence import ENOUGH, is_title, reasons
from narrator.segment.field import Field, field_of, is_among_points, is_of_picture, stands_first
from narrator.segment.form import is_barred, is_glued
from narrator.segment.interviews import is_answered
from narrator.segment.layout import stands_under_label
from narrator.segment.lengths import rather_headline
from narrator.segment.shape import OPENING_QUOTES, Shape
from narrator.segment.view import View

_DOUBTFUL = ("prompt", "opening of caption", "telltale", "trail", "known line", "credit line")
"""Rules that a headline may fall under: `Watch: …`, `Más de cien …`."""
_REACH = 200
"""Lines above the article that are looked at: long menus stand there."""
_LATEST = 80
"""Lines behind its beginning."""
_LONGEST = 40
"""Words."""
_TOP = 4
_HEADING_WORDS = range(4, 20)
_FEWEST_WORDS = 2
_BELOW_KICKER = 3
_BETWEEN = 2
_SPEECH = OPENING_QUOTES + "-–—»”"
"""What begins that which somebody said."""
_CUT_LETTERS = 16
"""Of a headline, by which it is known in one that breaks off."""
_REASONS = 6
"""That are told, the strongest."""


def find_headline(view: View) -> int | None:
    """The line that says in few words what the article tells; None where no line does."""
    if view.told_apart and (declared := _declared(view)) is not None:
        return declared
    for seen in (view, _from_first_paragraph(view)):
        field = headlines(seen)
        if (found := _find(field)) is not None:
            view.evidence = _told(reasons(field, found))
            return found
    return None if view.told_apart else _top_line(view)


def _top_line(view: View) -> int | None:
    """Where no line is known by what it says: the first of those at the top that is a heading by its form.

    Where none is, the line right above the article, which may be shorter; no paragraph stands above either. And else
    the only heading at the top, whatever words it has, or the first where there is no furniture.
    """
    lines = list(filter(view.open, range(view.body.start)))
    top = list(takewhile(lambda i: i < _TOP and not view.shapes[i].prose, lines))
    found = next((i for i in top if _could_head(view, i) and _is_told(view, i)), None)
    if found is None and lines and not any(view.shapes[i].prose for i in lines):
        last = lines[-1]
        found = last if _could_head(view, last, _FEWEST_WORDS) and _is_told(view, last) else None
    if found is None:
        found = _best_alone(view, [i for i in top if _could_head(view, i, _fewest(i))])
    if found is None and view.clean and _first_heads(view):
        found = 0
    view.evidence = "" if found is None else "top of the text"
    return found


def _could_head(view: View, index: int, fewest: int = _HEADING_WORDS[0]) -> bool:
    """Of some words without a full stop, and neither a picture's, a name, an hour, parts of a menu nor a prompt."""
    shape, cues = view.shapes[index], view.cues
    lengths = range(fewest, _HEADING_WORDS.stop)
    if not view.open(index) or shape.words not in lengths or shape.closed or shape.truncated:
        return False
    if is_of_picture(view, index) or _is_labelled(view, index) or is_among_points(view, index):
        return False
    if stands_under_label(view, index):
        return False
    if ":" in shape.text and shape.words < _HEADING_WORDS[0]:
        return False
    if is_name(shape, cues) or names_moment(shape.text, cues):
        return False
    if shape.in_capitals or is_barred(shape.text) or is_glued(shape.text) or is_answered(view, index):
        return False
    return shape.text[0] in _SPEECH or not cues.address.search(shape.text)


def _is_told(view: View, index: int) -> bool:
    """It has a word of the article."""
    return not view.shapes[index].stems.isdisjoint(view.told_by(filter(view.open, view.body)))


def _first_heads(view: View) -> bool:
    """The first line is no paragraph, announces no other articles, and does not say who wrote this one, or when; its
    words may be any else.
    """
    first = view.shapes[0]
    known = view.signs(0) or view.cues.end.fullmatch(first.plain)
    plain = not (known or first.prose or first.in_capitals or is_among_points(view, 0))
    return view.body.start > 0 and plain and first.words >= _FEWEST_WORDS


def _fewest(index: int) -> int:
    """Words of a line that heads an article by its place and form: what stands first of all may have few."""
    return _HEADING_WORDS[0] if index else _FEWEST_WORDS


def _best_alone(view: View, lines: list[int]) -> int | None:
    """The only one of some lines, or that of two which is rather the headline than the kicker or the summary."""
    found = next((i for i in lines if _heads_alone(view, i)), None)
    below = next((i for i in lines if found is not None and i > found), None)
    if found is None or below is None:
        return found
    return below if rather_headline(view.shapes[found].words, view.shapes[below].words) > 0 else found


def _heads_alone(view: View, index: int) -> bool:
    """No line of its length is above it, and hardly one between it and the article; captions may begin small."""
    rivals = [i for i in range(view.body.start) if view.open(i) and view.shapes[i].words in _HEADING_WORDS]
    small = view.shapes[index].text[0].islower()
    return (
        not small
        and len([i for i in rivals if i != index]) < _BETWEEN
        and min(rivals, default=index) >= index
    )


def _find(field: Field) -> int | None:
    worth = {i: sum(reasons(field, i).values()) for i in field.lines}
    best = max((i for i in worth if worth[i] >= ENOUGH), key=lambda i: (worth[i], -i), default=None)
    return None if best is None else _cleanest(field, _whole(field, _opened(field, best)))


def _opened(field: Field, best: int) -> int:
    """The headline a few lines below, where the line has no more than its first words: a kicker says what it is of."""
    kicker = field.shape(best)
    below = (i for i in field.lines if best < i <= best + _BELOW_KICKER and not field.shape(i).closed)
    opened = (i for i in below if field.shape(i).key.startswith(f"{kicker.key} "))
    return next(opened, best) if kicker.words < _HEADING_WORDS[0] else best


def _told(reasons: dict[str, float]) -> str:
    """
    >>> _told({"signed": 1.4, "few words": -1.0, "told often": 1.3})
    'signed +1.4, told often +1.3, few words -1.0'
    """
    strongest = sorted(reasons.items(), key=lambda reason: -abs(reason[1]))[:_REASONS]
    return ", ".join(f"{name} {counts:+.1f}" for name, counts in strongest)


def _from_first_paragraph(view: View) -> View:
    """The same, as if the article began with the first paragraph of the text: lists may stand between."""
    first = next(filter(view.prose, range(len(view.shapes))), view.body.start)
    return replace(view, body=range(min(first, view.body.start), view.body.stop))


def headlines(view: View) -> Field:
    """All lines that could be the headline, with what is known of them."""
    return field_of(view, list(_candidates(view)))


def _declared(view: View) -> int | None:
    """The heading that the reader of a page found to be its title."""
    blocks = (shape.block for shape in view.shapes)
    heads = (
        i for i, block in enumerate(blocks) if block.main and block.kind == "heading" and block.level < 4
    )
    return next((i for i in heads if view.title and view.shapes[i].key == view.title), None)


def _candidates(view: View) -> Iterator[int]:
    """Lines before the fourth paragraph of the body that are not furniture, nor all in brackets."""
    end = min(_fourth_paragraph(view), view.body.start + _LATEST)
    for index in range(max(0, view.body.start - _REACH), end):
        shape = view.shapes[index]
        open_ = view.open(index) or view.rule(index) in _DOUBTFUL
        if not open_ or not 2 <= shape.words <= _LONGEST or shape.sentences > 3:
            continue
        if names_moment(shape.text, view.cues) or (shape.text[0] in "([" and shape.text[-1] in ")]"):
            continue
        if is_title(view, index) or not _is_labelled(view, index):
            yield index


def _fourth_paragraph(view: View) -> int:
    prose = [i for i in view.body[:30] if view.prose(i)]
    return prose[3] if len(prose) > 3 else view.body.stop


def _is_labelled(view: View, index: int) -> bool:
    """The line above says that it is a caption, or the caption below repeats it, as it may a headline that is first."""
    shape, below = view.shapes[index], index + 1
    label = view.shapes[index - 1] if index else None
    if label and label.words > 1 and view.cues.caption_label.fullmatch(label.plain):
        return True
    if view.role(below) != "caption" or shape.key not in view.shapes[below].key:
        return False
    return shape.closed or not stands_first(view, index)


def _goes_on_as(longer: str, key: str) -> bool:
    """
    >>> _goes_on_as("storm tears cranes from rails", "home news storm tears cranes from")
    True
    """
    cut = key.find(longer[:_CUT_LETTERS])
    return cut >= 0 and longer.startswith(key[cut:]) and (len(key) - cut) * 10 >= len(key) * 6


def _cleanest(field: Field, best: int) -> int:
    """Of lines that say the same, the one without the site's name, a bullet or a trail; the last above the article."""
    same = [i for i in field.lines if says_the_same(field.shape(i), field.shape(best))]
    start = max(best, field.view.body.start)
    return min(same, key=lambda i: (len(field.shape(i).text), i > start, -i))


def says_the_same(shape: Shape, best: Shape) -> bool:
    """Its words are those of the best line, or stand in it as they are and are most of it."""
    if shape.key == best.key:
        return True
    before, within, _ = best.text.casefold().partition(shape.plain.casefold())
    goes_on = before.rstrip().endswith(",") or shape.truncated
    return bool(within) and not goes_on and len(shape.key) * 10 >= len(best.key) * 6


def _whole(field: Field, best: int) -> int:
    """Where the line breaks off, the longest that begins with it, or with what it has behind the parts of a menu."""
    if not field.shape(best).truncated:
        return best
    key = field.shape(best).key
    longer = [i for i in field.lines if _goes_on_as(field.shape(i).key, key)]
    return max(longer, key=lambda i: (len(field.shape(i).key), -i), default=best)
