"""Rules for what its author wrote and nobody put furniture around: it is the article's unless its markup says else."""

from __future__ import annotations

from itertools import takewhile

from narrator.model import Role
from narrator.segment.repeats import pull_quote, repeated_headline
from narrator.segment.shape import Shape
from narrator.segment.signs import (
    caption_markup,
    credit_line,
    credited_caption,
    date_line,
    embedded_post,
    known_line,
    named_author,
    nothing_to_say,
    outside_article,
    table_row,
)
from narrator.segment.view import Rule, View


def find_own_headline(view: View) -> int | None:
    """The highest of the headings above the first sentence; None where the document begins without one."""
    heads = [i for i in _above_prose(view) if view.shapes[i].block.kind == "heading"]
    return min(heads, key=lambda i: (view.shapes[i].block.level, i), default=None)


def find_own_body(view: View) -> range:
    """From the first sentence to the last block that is no heading."""
    told = (i for i in reversed(range(len(view.shapes))) if view.open(i))
    last = next((i for i in told if view.shapes[i].block.kind != "heading"), -1)
    return range(len(_above_prose(view)), last + 1)


def own_headline(view: View, index: int) -> Role | None:
    """The heading that heads them all."""
    return "headline" if index == view.headline else None


def same_heading(view: View, index: int) -> Role | None:
    """The headline once more, as a heading."""
    return repeated_headline(view, index) if view.shapes[index].block.kind == "heading" else None


def signature(view: View, index: int) -> Role | None:
    """Author and date above the first paragraph."""
    if index >= view.body.start or view.shapes[index].block.kind != "text":
        return None
    return named_author(view, index) or date_line(view, index)


def own_heading(view: View, index: int) -> Role | None:
    """A heading that heads something; the last may not."""
    if view.shapes[index].block.kind != "heading":
        return None
    return "subhead" if index < view.body.stop else "boilerplate"


def known_paragraph(view: View, index: int) -> Role | None:
    """A paragraph of words that stand on pages everywhere, as one that was clipped from a page still has."""
    shape = view.shapes[index]
    return known_line(view, index) if shape.text[-1].isalnum() and shape.block.kind == "text" else None


def quoted_again(view: View, index: int) -> Role | None:
    """A quotation set off that a paragraph has too."""
    return pull_quote(view, index) if view.shapes[index].block.kind == "quote" else None


def own_text(_view: View, _index: int) -> Role | None:
    """Whatever is left."""
    return "body"


def _above_prose(view: View) -> list[int]:
    return list(takewhile(lambda i: not _is_own_prose(view.shapes[i]), range(len(view.shapes))))


def _is_own_prose(shape: Shape) -> bool:
    return shape.prose and shape.block.main and shape.block.kind != "heading"


MARKED: tuple[Rule, ...] = (
    caption_markup,
    table_row,
    embedded_post,
    outside_article,
    nothing_to_say,
    credit_line,
    credited_caption,
)
"""What is told by a block alone."""

OWN: tuple[Rule, ...] = (
    own_headline,
    same_heading,
    signature,
    own_heading,
    known_paragraph,
    quoted_again,
    own_text,
)
