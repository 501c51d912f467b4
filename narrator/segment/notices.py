"""Sentences amid an article or at its end that are not its own: teasers, and notices of the paper to its readers."""

from __future__ import annotations

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.columns import is_of_column
from narrator.segment.context import reports
from narrator.segment.instructions import instructs
from narrator.segment.layout import marks
from narrator.segment.shape import MARKS, Shape, stems
from narrator.segment.subheads import follows_label, is_subhead
from narrator.segment.view import View

_ENOUGH = 2.4
_LONGEST = 40
"""Words."""
_OF_ARTICLE = 3
"""Words that a paragraph shares with others of the article, at least, if it is its own."""
_SUBJECT = 5
"""Paragraphs in which a word of the trade stands that the article is about, at least."""
_BLURB_WORDS = 80
_TEASER_WORDS = 30
_RELATED = 0.3
"""Share of its words that a teaser may have in common with the article."""
_FOREIGN = 0.4
"""Share of its words that a closing notice may have in common with the article."""
_OWN = 0.5
"""Share of its words that a sentence of the article has in common with the rest, at least, whatever it opens with."""
_SENTENCE_WORDS = 5
_SEVERAL, _OWN_WORDS, _KIN = 2, 25, 0.15
"""Sentences and words of an article's own paragraph on a page, and their share that the rest has too, at least."""
_STOPS = ".。"
_BY_WORDS = ("prompt", "known line", "telltale", "credit line")
_FURNITURE = {"boilerplate", "caption", "byline", "date"}
_SENTENCES = 2
"""Of a paragraph of a box that does not speak to the reader, at most."""
_NOTICES = 3
"""Notices beside each other, and one."""
_CLOSING_WORDS = 45
_SPOKEN = ("body", "context", "subhead")
_QUESTION_WORDS = 16
_LEDE_WORDS = 20
_NEXT_TEASER = 8
"""Blocks between two teasers with what leads on below them, at most."""
_SECTIONS = 40
"""Blocks above a question among which others may head sections."""
_OPTION_WORDS = 16
_SHARE = compiled(r"\(?\d{1,3}(?:[.,]\d{1,2})?\s?%\)?")
"""Of the votes."""


def notice(view: View, index: int) -> Role | None:
    """Speaks to readers about the paper, its site or its newsletters."""
    shape = view.shapes[index]
    if not shape.closed or shape.words > _LONGEST or index < view.body.start:
        return None
    if instructs(view, index):
        return None
    return "boilerplate" if notice_score(view, index) >= _ENOUGH else None


def notice_score(view: View, index: int) -> float:
    """Sum of visible weights; `_ENOUGH` makes a notice."""
    shape, cues = view.shapes[index], view.cues
    trade = [
        word for word in _of_trade(view, shape) if all(view.told[stem] < _SUBJECT for stem in stems(word))
    ]
    return (
        0.8 * min(len(trade), 4)
        + (-0.8 if is_of_column(view, index) else 1.0 * bool(cues.address.search(shape.head)))
        + 0.7 * _by_furniture(view, index)
        - 0.7 * view.told_apart
        - 1.5 * reports(view, index)
        - 2.0 * _relation(view, index)
        - 1.0 * (shape.sentences > 3)
    )


def teaser(view: View, index: int) -> Role | None:
    """A sentence under a link, or under a line that announces links, of which the article knows little."""
    shape = view.shapes[index]
    if view.told_apart or index <= view.body.start or not follows_label(view, index):
        return None
    if shape.words > _TEASER_WORDS or shape.sentences > 1 or _goes_on_below_link(view, index):
        return None
    if is_subhead(view, index):
        return None
    return None if reports(view, index) or _relation(view, index) >= _RELATED else "boilerplate"


def above_more(view: View, index: int) -> Role | None:
    """A paragraph with a title above it and what leads to more of it below, one of several: other articles."""
    if view.told_apart or not _is_cut(view, index):
        return None
    near = range(max(index - _NEXT_TEASER, view.body.start), min(index + _NEXT_TEASER + 1, view.body.stop))
    return "boilerplate" if any(i != index and _is_cut(view, i) for i in near) else None


def _is_cut(view: View, index: int) -> bool:
    below = index + 1
    if index <= view.body.start or below >= len(view.shapes) or not view.shapes[index].prose:
        return False
    return bool(view.cues.more.fullmatch(view.shapes[below].plain)) and not view.shapes[index - 1].complete


def _goes_on_below_link(view: View, index: int) -> bool:
    """A paragraph of the article below a box with a link: a blank line parts it from that and none is between the link
    and its label, as a teaser stands by its link; or it has no word of the only link, and a paragraph as far below; or
    the links have bullets.
    """
    link, label = index - 1, index - 2
    if view.rule(link) != "link under label":
        return _is_told_below_empty_label(view, index)
    if view.shapes[link].text[0] in MARKS and view.shapes[index].text[0] not in MARKS:
        return True
    if view.follow(label) and not view.follow(link):
        return True
    foreign = not view.shapes[link].stems & view.shapes[index].stems
    alike = view.prose(index + 1) and view.follow(index) == view.follow(link)
    return foreign and alike and marks(view, "end", label)


def _is_told_below_empty_label(view: View, index: int) -> bool:
    """A paragraph of some length right below a label whose links are gone, and another below it."""
    long = view.shapes[index].prose and view.shapes[index].words >= _LEDE_WORDS
    return long and marks(view, "end", index - 1) and view.prose(index + 1)


def between_prompts(view: View, index: int) -> Role | None:
    """A paragraph of a box, which speaks to the reader or in few sentences of what the article does not tell: what
    stands above it asks readers for something, and so does what stands below.
    """
    shape = view.shapes[index]
    if view.told_apart or index <= view.body.start or shape.words > _LONGEST or reports(view, index):
        return None
    related = sum(view.told[stem] > 1 for stem in shape.stems) >= _OF_ARTICLE
    if (related or shape.sentences > _SENTENCES) and not view.cues.address.search(shape.text):
        return None
    around = {view.rule(index - 1), view.rule(index + 1)}
    return "boilerplate" if around <= {"prompt", "telltale", "pointing"} else None


def closing_notices(view: View) -> list[int]:
    """The last sentences, where furniture stands between them and the article and they have little to do with it.

    An advertisement stands amid articles too.
    """
    spoken = (i for i in reversed(range(len(view.shapes))) if view.role(i) in _SPOKEN)
    last = next(spoken, -1)
    first = last
    while last - first < _NOTICES and view.role(first - 1) in _SPOKEN:
        first -= 1
    if (
        view.told_apart
        or first <= view.body.start
        or view.role(first - 1) not in ("boilerplate", "duplicate")
        or view.cues.advert.fullmatch(view.shapes[first - 1].plain)
    ):
        return []
    run = range(first, last + 1)
    return list(run) if all(_is_foreign(view, i) for i in run) else []


def _is_foreign(view: View, index: int) -> bool:
    """Of little that the article tells, and of the paper."""
    shape = view.shapes[index]
    signed = view.rule(index - 1) in ("about the author", "known line")
    if (
        reports(view, index)
        or shape.words > (_BLURB_WORDS if signed else _CLOSING_WORDS)
        or _relation(view, index) >= _FOREIGN
    ):
        return False
    return len(_of_trade(view, shape)) >= (2 if view.personal else 1)


def _of_trade(view: View, shape: Shape) -> set[str]:
    """The words in which it speaks of papers and their pages."""
    return {found[0] for found in view.cues.trade.finditer(shape.head)}


def option_of_poll(view: View, index: int) -> Role | None:
    """What readers may vote for, above its share of the votes; and the question above the first."""
    if view.told_apart or view.shapes[index].words > _OPTION_WORDS:
        return None
    asked = view.shapes[index].text.endswith(("?", "？")) and _is_voted_on(view, index + 1)
    return "boilerplate" if asked or _is_voted_on(view, index) else None


def _is_voted_on(view: View, index: int) -> bool:
    below = index + 1
    return below < len(view.shapes) and bool(_SHARE.fullmatch(view.shapes[below].text.strip()))


def told_after_all(view: View) -> list[int]:
    """Sentences amid the article that open like a prompt or have words of one, speak to nobody, and share as many words
    with the article's paragraphs as those do with each other.
    """
    own = _is_own_paragraph if view.told_apart else _is_own
    return [i for i in view.body if own(view, i)]


def _is_own_paragraph(view: View, index: int) -> bool:
    """Of several sentences, longer than prompts are, and amid the paragraphs of a page's article."""
    shape = view.shapes[index]
    if view.rule(index) not in ("prompt", "telltale") or not shape.block.main or not shape.prose:
        return False
    if not shape.closed or shape.sentences < _SEVERAL or shape.words < _OWN_WORDS:
        return False
    return {view.role(index - 1), view.role(index + 1)} <= set(_SPOKEN) and _relation(view, index) >= _KIN


def _is_own(view: View, index: int) -> bool:
    shape = view.shapes[index]
    if view.rule(index) not in _BY_WORDS or shape.text[-1] not in _STOPS or shape.words < _SENTENCE_WORDS:
        return False
    if view.cues.address.search(shape.head) or {view.role(index - 1), view.role(index + 1)} & _FURNITURE:
        return False
    meant = [stem for stem in shape.stems if not view.cues.small.fullmatch(stem)]
    shared = sum(view.told[stem] > shape.prose for stem in meant)
    least = _RELATED if reports(view, index) else _OWN
    return shared >= _OF_ARTICLE and shared >= least * len(meant)


def linked_question(view: View, index: int) -> Role | None:
    """A question that heads nothing, beside furniture or another such."""
    shape = view.shapes[index]
    if (
        view.told_apart
        or shape.words > _QUESTION_WORDS
        or shape.sentences > 1
        or not shape.text.endswith("?")
    ):
        return None
    above = range(max(0, index - _SECTIONS), index)
    asked = any(view.role(i) == "subhead" and view.shapes[i].text[-1] == "?" for i in above)
    return "boilerplate" if shape.in_capitals or (_by_furniture(view, index) and not asked) else None


def _by_furniture(view: View, index: int) -> bool:
    return "boilerplate" in (view.role(index - 1), view.role(index + 1))


def _relation(view: View, index: int) -> float:
    """Share of its words that the other paragraphs have too."""
    own = view.shapes[index].stems
    counted = index in view.body and view.shapes[index].prose
    return sum(view.told[stem] > counted for stem in own) / max(len(own), 1)
