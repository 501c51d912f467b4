"""What stands below a line and above it, as far as that speaks for a headline or against one."""

from __future__ import annotations

from itertools import takewhile

from narrator.segment.bylines import is_name
from narrator.segment.field import Field, stands_first
from narrator.segment.form import sentence
from narrator.segment.layout import OPENING_WORDS, stands_under_label, summed_up_above
from narrator.segment.lengths import SIGNED_SUMMARY, SUMMARY, rather_headline
from narrator.segment.view import View

_SEVERAL, _HARDLY = 3, 2
_FEW = 4
"""Words; fewer are a label as a rule."""
_FAR = 25
"""Blocks between a headline and its byline, at most: pictures and buttons."""
_BETWEEN = 2
"""Lines of those that could be headlines too: a summary and a caption."""
_POINTS = 6
"""Of a summary, at most."""
_BESIDE = 4
"""Blocks between a headline and its byline, mostly."""
_CLOSE = 8
"""Blocks between a headline and the lines that go with it, at most."""
_MENU = 6
"""Blocks above in which a menu shows."""
_HEAD_WORDS = 14
_KICKER_WORDS = 9
_SUMMARY_LENGTH = range(12, 46)
_HEADLINE_WORDS = range(4, 17)
_SUMMARY_WORDS = 50
"""Of a summary above its headline, at most."""
_PARAGRAPHS = 3
_MOST = 3.0


# --- what stands below --------------------------------------------------------------------------------


def signed(field: Field, index: int) -> float:
    """A byline or a day below, and hardly another line between that could be the headline but points of a summary."""
    view, between = field.view, 0
    for i in range(_behind_points(field, index), min(index + _FAR, len(view.shapes))):
        if view.signs(i):
            return True
        rival = i in field.shared and i not in field.pictures
        between += rival
        if between > _BETWEEN or (view.prose(i) and not rival):
            break
    return False


def _behind_points(field: Field, index: int) -> int:
    """The block behind several lines right below that tell what the opening does: points that sum the article up."""
    below = range(index + 1, min(index + 1 + _POINTS, len(field.view.shapes)))
    points = sum(1 for _ in takewhile(lambda i: _is_point(field, i), below))
    return index + 1 + (points if points > _BETWEEN else 0)


def _is_point(field: Field, index: int) -> bool:
    """A line that tells what the opening does, and of no picture."""
    shape = field.shape(index)
    told = field.shared.get(index, 0) > 0 and field.view.open(index) and index not in field.pictures
    return told and not shape.truncated


def signed_close(field: Field, index: int) -> float:
    """A byline or a day among the few blocks below."""
    return any(map(field.view.signs, range(index + 1, index + 1 + _BESIDE)))


def name_below(field: Field, index: int) -> float:
    """A byline or a name right below; an agency alone may stand under a picture."""
    view, below = field.view, index + 1
    if below >= len(view.shapes):
        return False
    shape = view.shapes[below]
    return view.role(below) == "byline" or (
        view.open(below) and shape.words > 1 and is_name(shape, view.cues)
    )


def above_signed_summary(field: Field, index: int) -> float:
    """Right below it a line as long as summaries are, and the signature below that."""
    view, below = field.view, index + 1
    if not view.open(below) or field.shape(index).words > _HEAD_WORDS:
        return False
    return field.shape(below).words in _SUMMARY_LENGTH and view.signs(below + 1)


def opens_article(field: Field, index: int) -> float:
    """A paragraph of some length right above another, and nothing above it."""
    view, shape = field.view, field.shape(index)
    leads = shape.prose and shape.closed and shape.words > _HEAD_WORDS and view.prose(index + 1)
    return leads and not any(map(view.open, range(index)))


def above_prose(field: Field, index: int) -> float:
    """What comes next and is no furniture is a paragraph: a kicker has the headline below it."""
    following = next(field.view.after(index, 10), None)
    return following is not None and field.shape(following).prose and not field.shape(following).truncated


def tops_text(field: Field, index: int) -> float:
    """The first line of some length of all, and no sentence; in capitals it may be the paper's name."""
    shape = field.shape(index)
    short = shape.words < _FEW
    return not (short or shape.prose or shape.in_capitals) and stands_first(field.view, index)


def capitals_above_headline(field: Field, index: int) -> float:
    """In capitals, and the next line of what the article tells is not: a kicker."""
    below = next((i for i in field.lines if i > index), None)
    if below is None or below - index > _HARDLY or not field.shape(index).in_capitals:
        return False
    shape = field.shape(below)
    return (
        field.told[below] > 0 and shape.words in _HEADLINE_WORDS and not (shape.in_capitals or shape.closed)
    )


# --- what stands above --------------------------------------------------------------------------------


def told_above(field: Field, index: int) -> float:
    """Another line above tells of the article."""
    return _nearest_above(field, index) is not None


def kicker_above(field: Field, index: int) -> float:
    """How much likelier by their lengths the two are a kicker and a headline than a headline and its summary.

    A logarithm, from how many words each of them has as a rule.
    """
    above = _nearest_above(field, index)
    if above is None:
        return 0.0
    beside = above == index - 1 and field.view.signs(index + 1)
    words = field.shape(above).words, field.shape(index).words
    return max(-_MOST, min(rather_headline(*words, SIGNED_SUMMARY if beside else SUMMARY), _MOST))


def sums_up(field: Field, index: int) -> float:
    """One of a few lines below a label, as `Need to know`."""
    above = summed_up_above(field.view, index)
    return above is not None and all(i in field.lines for i in above)


def below_label(field: Field, index: int) -> float:
    """Right below a label of other articles or subjects, `Related topics`; most surely a row of subjects."""
    labelled = stands_under_label(field.view, index)
    return labelled * (2.0 if field.shape(index).text.count(",") > 1 else 1.0)


def joined_to_kicker(field: Field, index: int) -> float:
    """In the line below a few words, and blank lines around the two."""
    view, above = field.view, index - 1
    if above < 0 or not view.open(above) or not view.follow(above) or view.follow(index):
        return False
    kicker, shape = view.shapes[above], view.shapes[index]
    apart = above == 0 or not view.follow(above - 1)
    return apart and kicker.words <= _KICKER_WORDS and not (kicker.closed or shape.closed)


def _nearest_above(field: Field, index: int) -> int | None:
    """The nearest line of some length not far above that tells as much of the article, or half; a teaser does not."""
    shape = field.shape(index)
    near = (i for i in field.above(index) if i >= index - _CLOSE)
    long = (i for i in near if field.shape(i).words >= (_FEW if i < index - 1 else _SEVERAL))
    rivals = (
        i
        for i in long
        if field.shared[i] > 0 and (i == index - 1 or field.shared[i] * 2 >= field.shared[index])
    )
    return max((i for i in rivals if shape.key not in field.shape(i).key), default=None)


def below_day(field: Field, index: int) -> float:
    """Right below the day, no sentence, and not signed below itself."""
    if field.view.role(index - 1) != "date" or sentence(field, index):
        return False
    return not signed_close(field, index)


def below_points(field: Field, index: int) -> float:
    """Two lines of some length right above tell what the opening does."""
    above = (index - 1, index - 2)
    return all(_is_point(field, i) and field.shape(i).words >= _FEW for i in above)


def heads_points(field: Field, index: int) -> float:
    """Several lines right below tell what the opening does, and a signature is below them."""
    below = _behind_points(field, index)
    signed_below = any(map(field.view.signs, range(below, below + _HARDLY)))
    return below > index + _BETWEEN and signed_below and not below_points(field, index)


def signature_above(field: Field, index: int) -> float:
    """A byline stands above it and none below."""
    above = any(field.view.role(i) == "byline" for i in range(max(0, index - _FAR + 1), index))
    return above and not any(field.view.role(i) == "byline" for i in range(index + 1, index + 4))


def below_name(field: Field, index: int) -> float:
    """Right below a byline and not signed itself: it says what they do, most surely where it begins with a job; below
    a name alone that is less sure.
    """
    view, above = field.view, index - 1
    named = index > 0 and view.open(above) and is_name(view.shapes[above], view.cues)
    signed = index > 0 and view.role(above - named) == "byline"
    if (named or signed) and view.cues.jobs.match(view.shapes[index].plain):
        return 2.5
    if view.signs(index + 1):
        return 0.0
    return 1.0 if signed else 0.7 * named


def paragraphs_above(field: Field, index: int) -> float:
    """How many paragraphs of the article stand above it."""
    view = field.view
    above = range(view.body.start, min(index, view.body.stop))
    return min(sum(view.prose(i) for i in above), _PARAGRAPHS)


def below_opening(field: Field, index: int) -> float:
    """The text begins with a paragraph of some length: it has no headline, and this is one of its headings."""
    view = field.view
    first = next((i for i in range(index) if view.open(i) and i not in field.pictures), index)
    if not view.prose(first) or view.shapes[first].words < OPENING_WORDS:
        return False
    return first < index and not _is_summed_up_above(view, first, index)


def _is_summed_up_above(view: View, summary: int, index: int) -> bool:
    """Of all above it only the summary is a paragraph, and no long one; parts of an article may head in capitals."""
    brief = view.shapes[summary].words <= _SUMMARY_WORDS and index - summary <= _HARDLY
    brief = brief and not view.shapes[index].in_capitals
    return brief and not any(view.prose(i) for i in range(index) if i != summary)


def below_menu(field: Field, index: int) -> float:
    """The share of short lines among those above a line of what the article tells."""
    above = field.view.shapes[max(0, index - _MENU) : index]
    return (field.told[index] > 0) * sum(shape.words < _FEW for shape in above) / _MENU


def first_told(field: Field, index: int) -> float:
    """No line above has several words of the opening."""
    return field.shared[index] > 1 and not any(field.shared[i] > 1 for i in field.above(index))


def ends_path(field: Field, index: int) -> float:
    """In the line below several short ones, and parted by a blank line from another that tells of the article: what a
    page is called in the path to it.
    """
    view, above = field.view, range(max(index - _HARDLY, 0), index)
    joined = len(above) == _HARDLY and all(map(view.follow, above)) and not view.follow(index)
    short = all(view.shapes[i].words < _FEW and not view.shapes[i].closed for i in above)
    rivals = range(index + 1, min(index + _FEW, view.body.start))
    return joined and short and any(map(field.shared.get, rivals))


def among_titles(field: Field, index: int) -> float:
    """The lines above and below could be headlines as well, and of other articles."""
    return field.shared.get(index - 1) == 0 and field.shared.get(index + 1) == 0
