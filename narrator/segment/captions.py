"""Captions without a credit, which look like sentences of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from narrator.segment.bylines import is_name
from narrator.segment.cues import Cues
from narrator.segment.view import View

_ENOUGH = 2.5
_LONGEST = 70
"""Words."""
_SOMEBODY = re.compile(
    r"(?:Two|Three|People|Residents|Men|Women|Children|Passengers)\s[a-z]"
    r"|An?\s(?:[a-z-]{1,20}\s){0,2}(?:man|woman|boy|girl|child|person|people|family|couple|crowd|group"
    r"|worker|resident|visitor|passenger|passer-by|farmer|soldier|officer|firefighter|protester|supporter|student)\b"
)
"""Whoever happened to stand there, whom reports introduce in the past."""
_SHORT = 0.6
"""Share of a paragraph's usual length under which a sentence above a bare credit is rather a caption."""
_CLOSING = re.compile(r"(?:hide|toggle|close) caption", re.IGNORECASE)
_SMALL_WORD, _TITLE_WORDS = 3, 2
"""Letters of a word that titles write small, and words of a title that they do not, at least."""
_CREDIT_WORDS = 6
_BUTTON_WORDS = 5
_BUTTONS = 4
"""Blocks of furniture between a picture's description and its caption, and one."""
_CAPITALIZED = r"[A-ZÀ-ÞŠŽČĆĞİŞŁŚŻ][\w.’'-]+"
_PERSON = rf"{_CAPITALIZED}(?:\s(?:van|von|de|del|da|di|bin|al|el)\b)?(?:\s{_CAPITALIZED}){{1,2}}"
_PORTRAIT = re.compile(
    rf"(?P<first>{_PERSON}), [^,.:?!]{{4,60}}|[^,.:?!]{{4,50}}, (?P<last>{_PERSON})"
    rf"|(?:[A-ZÀ-Þ][a-zà-ÿ]{{3,}}\s){{1,2}}(?P<titled>{_PERSON})"
)
_PORTRAIT_WORDS = 12
_KNOWN = re.compile(
    rf"(?:[\w’'-]+\s){{0,3}}?(?P<name>(?!(?:Mrs|Herr|Frau)\s)[A-ZÀ-ÞŠŽČĆĞİŞŁŚŻ][\w’'-]{{2,}}"
    rf"(?:\s(?:van|von|de|del|da|di|bin|al|el)\b)?\s{_CAPITALIZED})(?=[\s,])"
)
_KNOWN_WORDS = 18
_NEAR = 8
"""Blocks around a portrait in which the person is told of."""
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{2,}(?:,\s[\w .]{2,30})?\s?(?:\([\w /]{2,20}\)\s?)?[:—–-]")
_DATED = re.compile(r"(?:\b\w+\.?\s\d{1,2},?|\b\d{1,2}\.?\s\w+)\s(?:19|20)\d\d\.?$")
"""The day with its year, as captions end: `August 22, 2023.`"""
_DAY_FIRST = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [A-Z][a-zäé]{2,8}\.?(?: \d{4})?): [A-ZÀ-Þ]"
)
"""The day before what the picture shows: `Aug. 22: The mayor opens the bridge.` So do chronicles, in many lines."""
_VERBLESS = {"en": 1.0, "ru": 0.0, "ar": 0.0, "": 0.0}
"""What a line without a verb tells; less where not all common verbs are listed."""
_QUOTES = re.compile(r"[\"“”«»„]")
_HELPERS = "will|would|can|could|may|might|must|should|shall|to|not|did|does|do|who|that|which"
CREDITED = re.compile(
    r"(?<=[a-zà-ÿ]\s)[A-ZÀ-Þ]{3,}(?:\s[A-ZÀ-Þ]{3,}){1,3}$"
    r"|\.\s(?:[A-Z][\w’'-]+(?:[,/]\s?|\s)(?:and |of |for |the )?){1,6}[A-Z][\w’'-]+$"
    r"|\.\s[A-Z][\w’'-]+?[A-Z][\w’'-]+$"
)
"""A sentence, then names without a full stop: who took the picture."""


def is_caption(view: View, index: int) -> bool:
    """Whether a line without a credit is a picture's; `caption_score` says why."""
    return caption_score(view, index) >= _ENOUGH


def caption_score(view: View, index: int) -> float:
    """Sum of visible weights; `_ENOUGH` makes a caption."""
    shape, cues = view.shapes[index], view.cues
    if not 1 < shape.words <= _LONGEST or shape.block.kind == "heading" or shape.text.endswith(":"):
        return 0.0
    earlier = bool(cues.pluperfect.search(shape.text))
    present = not earlier and _is_present(shape.text, cues)
    finite = present or bool(cues.finite.search(shape.text, len(shape.text.split(maxsplit=1)[0])))
    return (
        2.0 * min(len(cues.caption_cue.findall(shape.text)), 2)
        + 1.5 * present
        + _VERBLESS.get(cues.language, 0.4)
        * (1.0 if shape.closed else 0.4)
        * (not finite and shape.words > 5)
        - 2.0 * bool(_DATELINE.match(shape.text))
        + 0.7 * bool(cues.language and _day_at_end(cues).search(shape.text))
        - 1.5 * (not shape.closed and index - 1 == view.headline)
        + 1.0 * bool(present and _SOMEBODY.match(shape.text))
        + 1.0 * bool(_DATED.search(shape.tail))
        + 2.0 * _opens_with_day(view, index)
        + _beside_caption(view, index)
        + 2.0 * bool(CREDITED.search(shape.text) and not shape.closed)
        + 0.7 * (index <= view.body.start + 1)
        + 0.7 * (not shape.closed and shape.words > 8)
        + 3.0 * _doubled(view, index)
        + 2.0 * _names_again(view, index)
        + 0.5 * (shape.sentences <= 1 and shape.words <= 30)
        + 0.5 * (shape.sentences <= 1 and shape.words * 2 < view.usual and index > view.body.start)
        + 0.8
        * (
            shape.closed
            and not finite
            and cues.language == "en"
            and shape.sentences <= 1
            and 5 < shape.words <= 18
        )
        + 0.7 * _below_furniture(view, index)
        + _below_label(view, index)
        + 2.0 * _above_closing(view, index)
        - 1.0 * shape.text.endswith(("?", "!"))
        - 1.0 * (index > view.body.start + 1 and _speaks_to_readers(shape.text, cues))
        - 2.5 * (shape.text.isupper() and not shape.closed)
        - 1.5 * _is_titled(view, index)
        - 0.5 * (index == view.body.stop - 1)
        - 2.0 * bool(cues.said.search(shape.text))
        - 2.0 * bool(cues.pronoun.match(shape.plain))
        - 1.5 * bool(_QUOTES.search(shape.text))
        - 2.5 * earlier
        - 1.0 * (shape.sentences > 1)
        - 1.0 * view.marked
        - 1.5 * (view.told_apart and index < view.body.start)
        - 1.0 * (shape.sentences > 2)
        - 1.0 * (shape.words > 40)
    )


def _speaks_to_readers(text: str, cues: Cues) -> bool:
    """Of us or to you, who are in no picture; the US are a country."""
    return any(not found[0].isupper() for found in cues.address.finditer(text))


def _is_present(text: str, cues: Cues) -> bool:
    """Somebody does something: a verb of captions, and no other verb before it but what may be a participle."""
    match = _present(cues).match(text)
    if match is None:
        return False
    verbs = cues.finite.finditer(text, len(text.split(maxsplit=1)[0]), match.start("verb"))
    return all(verb[0].endswith("ed") for verb in verbs)


def _beside_caption(view: View, index: int) -> float:
    """Paragraphs too stand beside pictures; an open line, or one above a bare credit, is theirs."""
    if not view.shapes[index].closed:
        beside = "caption" in (view.role(index - 1), view.role(index + 1))
        return 1.5 * beside + 1.0 * (view.rule(index + 1) == "credit line")
    credited = _is_bare_credit(view, index + 1)
    if not credited or view.shapes[index].sentences != 1:
        return 0.0
    if index > view.body.start and view.shapes[index].words < _SHORT * view.usual:
        return 2.0
    return 1.5 if view.shapes[index + 1].text[0] in "([" else 0.8


def _is_titled(view: View, index: int) -> bool:
    """A heading of the paragraph below: every longer word with a capital."""
    shape = view.shapes[index]
    long = [word for word in shape.plain.split() if len(word) > _SMALL_WORD]
    headed = not shape.closed and index + 1 in view.body and view.shapes[index + 1].prose
    if not headed or not shape.plain.replace(" ", "").replace("-", "").isalpha() or is_name(shape, view.cues):
        return False
    return len(long) >= _TITLE_WORDS and all(word[0].isupper() for word in long)


def _is_bare_credit(view: View, index: int) -> bool:
    """Who took the picture, and nothing of what it shows."""
    if view.rule(index) == "credited caption":
        return view.shapes[index].words <= _CREDIT_WORDS and not view.shapes[index].closed
    return view.rule(index) == "credit line"


def _opens_with_day(view: View, index: int) -> bool:
    """And no line beside it does."""
    near = view.shapes[max(0, index - 1) : index + 2]
    return (
        bool(_DAY_FIRST.match(view.shapes[index].text))
        and sum(bool(_DAY_FIRST.match(shape.text)) for shape in near) == 1
    )


def _below_furniture(view: View, index: int) -> bool:
    """A button or a counter stands above it, as above a picture."""
    if index <= view.body.start or view.role(index - 1) != "boilerplate":
        return False
    return view.shapes[index - 1].words < _BUTTON_WORDS


def _above_closing(view: View, index: int) -> bool:
    """The button that hides it stands below, and who took the picture between."""
    below = view.shapes[index + 1 : index + 4]
    return any(_CLOSING.fullmatch(shape.plain) for shape in takewhile(lambda shape: not shape.prose, below))


def _below_label(view: View, index: int) -> float:
    """Above it a line says that a picture follows, or in more words its caption."""
    label = view.shapes[index - 1] if index else None
    if label is None or not view.cues.caption_label.fullmatch(label.plain):
        return 0.0
    return 4.0 if label.words > 1 else 2.5


def is_portrait(view: View, index: int) -> bool:
    """Names a person whom the paragraphs around tell of, and who that is: `Jane Doe, mayor of Ostend`."""
    shape = view.shapes[index]
    match = None if shape.closed or shape.words > _PORTRAIT_WORDS else _PORTRAIT.fullmatch(shape.plain)
    if match is None:
        return False
    name = match["first"] or match["last"] or match["titled"]
    known = [name] if match["titled"] else [name, shape.plain.replace(name, "").strip(" ,")]
    around = [other.text for other in view.shapes[max(0, index - _NEAR) : index + _NEAR] if other.prose]
    return any(part in text for part in known for text in around)


def is_joined_to_credit(view: View, index: int) -> bool:
    """A bare credit is in the line above or below it, where blank lines part the article's paragraphs."""
    shape = view.shapes[index]
    if index <= view.body.start or not shape.closed or shape.words > _LONGEST or not view.parted:
        return False
    return any(_is_bare_credit(view, i) and view.follow(min(i, index)) for i in (index - 1, index + 1))


def _names_again(view: View, index: int) -> bool:
    """It begins with somebody's full name, which a paragraph near it has too; an article says that once."""
    shape = view.shapes[index]
    match = _KNOWN.match(shape.text) if shape.words <= _KNOWN_WORDS and shape.sentences <= 1 else None
    if match is None:
        return False
    near = range(max(0, index - _NEAR), min(len(view.shapes), index + _NEAR))
    told = (view.shapes[i].text for i in near if i != index and view.shapes[i].prose)
    return any(_introduces(text, match["name"], view.cues) for text in told)


def _introduces(text: str, name: str, cues: Cues) -> bool:
    """It says who that is, or what they said."""
    before, found, after = text.partition(name)
    if not found:
        return False
    return after.startswith(",") or bool(cues.said.search(before[-40:]) or cues.said.search(after[:12]))


def _doubled(view: View, index: int) -> bool:
    """Its neighbour begins with the same words, as a caption under its picture's description does."""
    shape = view.shapes[index]
    return any(
        other.words <= _LONGEST
        and min(shape.words, other.words) > 1
        and (other.key.startswith(shape.key) or shape.key.startswith(other.key))
        for other in (view.shapes[i] for i in _neighbours(view, index) if i != view.headline)
    )


def _neighbours(view: View, index: int) -> Iterator[int]:
    """The nearest block on either side; the buttons of a picture are skipped."""
    for step in (-1, 1):
        place = index + step
        while abs(place - index) < _BUTTONS and view.role(place) == "boilerplate":
            place += step
        if 0 <= place < len(view.shapes):
            yield place


@cache
def _day_at_end(cues: Cues) -> re.Pattern[str]:
    """The day, as captions end: `on Saturday afternoon.`"""
    return re.compile(rf"\b(?:{cues.weekdays.pattern})(?:,? \w+){{0,3}}\.?$", re.IGNORECASE)


@cache
def _present(cues: Cues) -> re.Pattern[str]:
    """Somebody, then a verb of captions: no more than nine words of subject."""
    return re.compile(
        rf"(?:(?!(?:{_HELPERS})\s)[\w.,’'-]+\s){{1,9}}?(?P<verb>{cues.caption_verb.pattern})\s", re.IGNORECASE
    )
