"""Short lines between paragraphs: headings of what follows, or links to elsewhere."""

from __future__ import annotations

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.bylines import is_name
from narrator.segment.context import announces, closes_with_background
from narrator.segment.divisions import ENOUGH, LOOK_AHEAD, SECTION_WORDS, line_of, names_what_follows, worth
from narrator.segment.layout import goes_on, marks
from narrator.segment.shape import BULLETS, CLOSING_QUOTES, OPENING_QUOTES
from narrator.segment.view import View

_LONGEST = 16
"""Words."""
_TITLE_WORDS = 8
"""Words of a title that closes a list of links, at least; a shorter line heads what follows the list."""
_FEWER = 3
"""Words by which a heading is shorter than the link above it, at least."""
_ADDRESS = compiled(r"(?:\w+://)?[\w-]+(?:\.[\w-]+)+/\S*")
_BEYOND_DOUBT = 0.7
"""What makes one heading the only one of an article, in the weights of headings."""
_LABEL_WORDS = 6
_FEW = 5
"""Words of a heading that says none of those below it, at most."""
_HEADING_WORDS = 7
"""Of what heads a list with a colon, at most; more announce it."""
_LINKS = ("link under label", "prompt", "known line")
"""Between a heading and the paragraph above it."""
_SIGNS = compiled(r"[:|/()\[\]_.]")
"""What headings of a few words do not have."""
_CAPITALS = range(3, 15)
"""Words of a heading in capitals."""
_CAPITAL_LINK = range(6, 15)
"""Words of a headline in capitals, which leads to another article."""


def is_subhead(view: View, index: int) -> bool:
    """Whether a short line heads the prose that follows; `narrator.segment.divisions` says why."""
    return may_divide(view, index) and subhead_margin(view, index) >= 0


def subhead_margin(view: View, index: int) -> float:
    """What speaks for a heading beyond what is enough; below 0 where too little does."""
    return worth(line_of(view, index)) - ENOUGH


def may_divide(view: View, index: int) -> bool:
    """Whether a line can be a heading amid an article at all: short, no sentence, no link nor credit by its place."""
    shape = view.shapes[index]
    if shape.words > _LONGEST or index <= view.body.start or (shape.closed and not shape.text.endswith("?")):
        return False
    if shape.sentences > 1:
        return False
    if shape.text.endswith(("...", "…", ",", ";", "，", "；", "、")) or _ADDRESS.fullmatch(shape.text):
        return False
    if shape.text.endswith("：") and "，" in shape.text:
        return False
    if announces_what_follows(view, index) or is_announced_quotation(view, index):
        return False
    if _is_credit(view, index):
        return False
    return not follows_label(view, index) or _closes_links(view, index) or _is_labelled(view, index)


def _is_labelled(view: View, index: int) -> bool:
    """`Background: how it began`, right above a paragraph."""
    label, _, behind = view.shapes[index].plain.partition(": ")
    labelled = bool(behind) and bool(view.cues.background.fullmatch(label))
    return labelled and index + 1 < len(view.shapes) and view.shapes[index + 1].prose


def announces_what_follows(view: View, index: int) -> bool:
    """`She writes:` above what a page's markup shows to be a quotation, or more words above a list."""
    shape, below = view.shapes[index], index + 1
    if not shape.text.endswith((":", "：")) or below >= len(view.shapes):
        return False
    other = view.shapes[below]
    listed = other.block.kind == "list_item" or other.text[0] in BULLETS
    return other.block.kind == "quote" or (listed and shape.words > _HEADING_WORDS)


def is_announced_quotation(view: View, index: int) -> bool:
    """What stands between quotation marks below a line that leads to it: `She writes:`"""
    text, above = view.shapes[index].text, index - 1
    quoted = text[0] in OPENING_QUOTES and text[-1] in CLOSING_QUOTES
    return quoted and view.role(above) == "body" and view.shapes[above].text[-1] in ":;："


def lone_label(view: View) -> int | None:
    """The only heading of an article, where it announces nothing and is long, or what follows says none of its words.

    Articles that are divided are divided by more than one heading, or by one that says in few words what follows.
    """
    heads = [i for i, verdict in view.verdicts.items() if verdict.role == "subhead"]
    if view.told_apart or len(heads) != 1 or view.rule(heads[0]) != "sub heading":
        return None
    shape = view.shapes[heads[0]]
    if announces(view, heads[0]) or shape.text.endswith(":") or _is_beyond_doubt(view, heads[0]):
        return None
    if shape.words >= _TITLE_WORDS:
        return heads[0]
    asks = shape.text.endswith("?") and not shape.in_capitals
    if asks or _is_told(view, heads[0]) or _parts(view, heads[0]):
        return None
    follows_prose = view.role(heads[0] - 1) == "body"
    return None if follows_prose and closes_with_background(view, heads[0]) else heads[0]


def _is_beyond_doubt(view: View, index: int) -> bool:
    return worth(line_of(view, index)) >= ENOUGH + _BEYOND_DOUBT


def _parts(view: View, index: int) -> bool:
    """A few words below a paragraph or its picture, not in capitals, no name and no label of other articles."""
    if marks(view, "end", index) or is_name(view.shapes[index], view.cues):
        return False
    shape, above = view.shapes[index], index - 1
    while view.role(above) == "caption" or view.rule(above) in _LINKS:
        above -= 1
    follows = view.role(above) == "body" and view.shapes[above].prose
    plain = 1 < shape.words <= _FEW and not _SIGNS.search(shape.plain)
    return follows and plain and not shape.in_capitals


def _is_told(view: View, index: int) -> bool:
    """What follows says one of its words."""
    below = range(index + 1, min(index + 1 + LOOK_AHEAD, len(view.shapes)))
    return names_what_follows(view, index, below)


def follows_label(view: View, index: int) -> bool:
    """The line stands under one that announces links, no advertisement nor a day, or under such a link; a blank line
    ends links in lines that follow each other.
    """
    before = index - 1
    if before < 0 or view.role(before) != "boilerplate":
        return False
    plain = view.shapes[before].plain
    if any(cue.fullmatch(plain) for cue in (view.cues.advert, view.cues.published, view.cues.button)):
        return False
    if view.rule(before) == "link under label":
        return view.follow(before) or not view.follow(before - 1)
    label = view.shapes[before]
    announced = view.rule(before) == "prompt" and label.text.endswith(":") and label.words <= _LABEL_WORDS
    return bool(
        announced
        or view.cues.end.fullmatch(label.plain)
        or (label.words < 4 and view.cues.opening.match(label.plain + " :"))
    )


def _closes_links(view: View, index: int) -> bool:
    """Below the last of several links, in few words, of what the paragraph right below it tells, or in fewer words than
    the link.
    """
    shape, link = view.shapes[index], view.shapes[index - 1]
    if view.rule(index - 1) != "link under label" or shape.words > SECTION_WORDS or ":" in shape.text:
        return False
    below = view.shapes[index + 1 : index + 2]
    told = names_what_follows(view, index, view.after(index, LOOK_AHEAD))
    return bool(below) and below[0].prose and (told or shape.words <= link.words - _FEWER)


def _is_credit(view: View, index: int) -> bool:
    """Above it stands the label of one: `Photo:`"""
    return view.role(index - 1) == "caption" and view.shapes[index - 1].text.endswith(":")


def markup_heading(view: View, index: int) -> Role | None:
    """A heading by its markup, where a paragraph of the article follows."""
    if view.shapes[index].block.kind != "heading" or index <= view.body.start:
        return None
    following = next(view.after(index, 12), None)
    return "subhead" if following is not None and following in view.body else "boilerplate"


def sub_heading(view: View, index: int) -> Role | None:
    """A short line without a full stop that says what the prose after it is about."""
    return "subhead" if is_subhead(view, index) else None


def capitals(view: View, index: int) -> Role | None:
    """A line in capitals between paragraphs, one of several; a longer one is a link if it speaks of something else."""
    if not _is_in_capitals(view, index) or not any(_is_in_capitals(view, i) for i in view.body if i != index):
        return None
    shape = view.shapes[index]
    foreign = shape.words in _CAPITAL_LINK and not goes_on(shape, set(view.told))
    return "boilerplate" if foreign else "subhead"


def _is_in_capitals(view: View, index: int) -> bool:
    shape = view.shapes[index]
    if shape.words not in _CAPITALS or shape.closed or not shape.in_capitals:
        return False
    above, below = index - 1, index + 1
    if above not in view.body or below not in view.body or not view.shapes[above].prose:
        return False
    return view.shapes[below].prose or view.shapes[below].complete
