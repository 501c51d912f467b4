"""Articles that tell their readers what to do: their sentences open as those of pages that want something from them."""

from __future__ import annotations

import re

from narrator.patterns import compiled
from narrator.segment.shape import Shape
from narrator.segment.view import View

_FEWEST_WORDS = 5
_SEVERAL = 3
"""Sentences that tell what to do, at least."""
_OTHER_LINES = 2
"""Of a text that is nothing but an article, at most: its headline, and a line more."""
_HEADLINE_WORDS = range(4, 25)
_OF_ITSELF = compiled(
    r"(?:this|the|diese[rs]?|der|cet(?:te)?|est[ea]|quest[oa]|dit|deze|bu) "
    r"(?:story|article|post|interview|artikel|text|beitrag|texte|entretien|artículo|nota|entrevista|articolo|intervista"
    r"|artigo|texto|verhaal|haber|yazı)\b|(?:editor.s )?note\b|anmerkung\b|correction\b",
    re.IGNORECASE,
)
"""What pages say of their own article."""
_ENDS = (".", "!", ":", "。")


def gives_instructions(view: View) -> bool:
    """Whether several sentences tell what to do, and a line above them that it is about how something is done; or
    nothing but sentences is there.
    """
    shapes = [shape for shape in view.shapes if shape.block.main]
    steps = [i for i, s in enumerate(shapes) if _opens_like_prompt(view, s) and tells_what_to_do(view, s)]
    if len(steps) < _SEVERAL:
        return False
    alone = sum(not shape.complete for shape in shapes) <= _OTHER_LINES
    return alone or any(_says_how(view, shape) for shape in shapes[: steps[0]] if not shape.complete)


def instructs(view: View, index: int) -> bool:
    """Whether it is a sentence of an article that tells its readers what to do."""
    return view.instructs and tells_what_to_do(view, view.shapes[index])


def tells_what_to_do(view: View, shape: Shape) -> bool:
    """A sentence that says nothing of its article or of who writes it, nor what only notices say."""
    cues, text = view.cues, shape.head
    whole = shape.text.endswith(_ENDS) and shape.words >= _FEWEST_WORDS
    if not whole or _OF_ITSELF.match(text):
        return False
    return not (cues.first_person.search(text) or cues.anywhere.search(text))


def _opens_like_prompt(view: View, shape: Shape) -> bool:
    cues, text = view.cues, shape.plain
    return bool(cues.opening.match(text) or cues.whole.fullmatch(text))


def _says_how(view: View, shape: Shape) -> bool:
    """`How to bake rye bread`, `Ten tips for a dry house`"""
    return shape.words in _HEADLINE_WORDS and bool(view.cues.how.match(shape.plain))
