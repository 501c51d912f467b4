"""What a page says twice: the headline, whole blocks, and sentences in large type."""

from __future__ import annotations

from difflib import SequenceMatcher

from narrator.model import Role
from narrator.patterns import compiled
from narrator.segment.bylines import opens_name
from narrator.segment.shape import CLOSING_QUOTES, Shape, key_of
from narrator.segment.view import View

_NEAR = 14
"""Blocks between a pull quote and the sentence it repeats, at most."""
_PARAGRAPH = 12
"""Words of a paragraph that nobody repeats by chance, at least."""
_POINT = 12
"""Words of a point that sums up, at most."""
_CAPTION = 4
"""Words of a caption, at least."""
_CREDITED = ("credited caption", "opening of caption")
_BESIDE = 2
_MOST = 45
"""Words of a pull quote."""
_HEADING = 10
"""Words between quotation marks that head what is said below them, without a full stop, at most."""
_SENTENCE = compiled(r"(?<=[.!?…])[\"”’»]?\s+")
_QUOTES = "\"“”‘'«„"
_SPEAKER_WORDS = 10
_QUOTED_WORDS, _SHORTENED = 8, 0.85
"""Words of a quotation that may be shortened, at least, and how many of them must be left in their order."""


def repeated_headline(view: View, index: int) -> Role | None:
    """The headline again, alone or with the name of the site; a sentence with more than its words is no repetition."""
    if view.headline is None or index == view.headline:
        return None
    key, other = view.shapes[view.headline].key, view.shapes[index].key
    told = view.shapes[index].complete and not view.shapes[view.headline].closed
    close = len(key) >= 12 and len(other) <= len(key) + 40 and key in other and not told
    cut = len(other) >= 20 and len(other) * 2 > len(key) and key.startswith(other)
    return "duplicate" if key == other or close or cut else None


def repeated_block(view: View, index: int) -> Role | None:
    """A block that stood in the article before, word for word; a question that is put again is answered again, and a
    point of the summary may head what it sums up.
    """
    shape = view.shapes[index]
    again = shape.words >= 4 and shape.key in view.said
    return "duplicate" if again and not _has_new_answer(view, index) and not _heads(view, index) else None


def _heads(view: View, index: int) -> bool:
    """No sentence, between two paragraphs of the article."""
    below = index + 1
    parted = view.role(index - 1) == "body" and view.shapes[index - 1].prose and below in view.body
    short = view.shapes[index].words <= _POINT and not view.shapes[index].closed
    return parted and short and view.prose(below)


def _has_new_answer(view: View, index: int) -> bool:
    """Below it stands a sentence that has not been said."""
    answer = next((view.shapes[i] for i in view.after(index, 1)), None)
    asked = view.shapes[index].text[-1] in "?？"
    return asked and answer is not None and answer.closed and answer.key not in view.said


def said_twice(view: View, index: int) -> Role | None:
    """A paragraph below a line that stands beside itself: under a picture and in its gallery, in a box of links."""
    shape = view.shapes[index]
    opening = next((i for i in view.body if view.shapes[i].prose), view.body.start)
    if view.told_apart or index <= opening or shape.words < _PARAGRAPH or shape.text[0] in _QUOTES:
        return None
    around = range(max(opening, index - _BESIDE), min(index + _BESIDE + 1, len(view.shapes)))
    same = [i for i in around if view.shapes[i].key == shape.key]
    if opening in same:
        return None
    return "caption" if len(same) > 1 and not view.shapes[same[0] - 1].prose else None


def captioned_twice(view: View, index: int) -> Role | None:
    """What a caption beside it says with its credit: once for the eye and once for who cannot see."""
    shape = view.shapes[index]
    around = (index - 2, index - 1, index + 1, index + 2)
    captions = (view.shapes[i].key for i in around if i >= 0 and view.rule(i) in _CREDITED)
    credited = any(
        key != shape.key and (key.startswith(shape.key) or key.endswith(shape.key)) for key in captions
    )
    return "caption" if credited and shape.words >= _CAPTION else None


def pull_quote(view: View, index: int) -> Role | None:
    """Sentences that a longer block nearby has too."""
    shape = view.shapes[index]
    least = 4 if shape.text[0] in _QUOTES else 12 if shape.unspaced else 5
    quoted = shape.block.kind == "quote"
    if shape.words < least or (shape.words > _MOST and not quoted):
        return None
    if shape.block.kind == "heading" or index - 1 == view.headline:
        return None
    sentences = [key_of(part) for part in _SENTENCE.split(shape.text) if key_of(part)]
    heads = shape.text[0] in _QUOTES and not shape.closed and shape.words <= _HEADING
    around = range(max(0, index - _NEAR), index if heads else min(len(view.shapes), index + _NEAR + 1))
    longer = (
        view.shapes[i]
        for i in around
        if i != index and view.shapes[i].prose and view.role(i) in (None, "body", "standfirst")
    )
    quotation = shape.words >= _QUOTED_WORDS and (quoted or _is_quotation(shape))
    told = any(
        len(o.key) > len(shape.key)
        and (all(part in o.key for part in sentences) or (quotation and _shortens(shape, o)))
        for o in longer
    )
    return "pullquote" if told else None


def _is_quotation(shape: Shape) -> bool:
    return shape.text[0] in _QUOTES and shape.text.rstrip(".")[-1] in CLOSING_QUOTES


def _shortens(shape: Shape, longer: Shape) -> bool:
    """Nearly all of its words stand in the longer block, in their order."""
    words, others = shape.key.split(), longer.key.split()
    same = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same) >= _SHORTENED * len(words)


def name_under_quote(view: View, index: int) -> Role | None:
    """Who said what stands above in large type: a name, or on a page a few words, as `EU diplomat`."""
    shape = view.shapes[index]
    if view.rule(index - 1) != "pull quote" or shape.words > _SPEAKER_WORDS:
        return None
    brief = view.told_apart and not shape.closed and shape.block.kind != "heading"
    return "pullquote" if brief or opens_name(shape, view.cues) else None
