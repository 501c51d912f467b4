"""Where an article turns from the news to its background."""

from __future__ import annotations

import re
from itertools import takewhile

from narrator.segment.shape import Shape
from narrator.segment.view import Verdict, View

_ENOUGH = 0.9
"""What a paragraph of the background scores on average, at least."""
_SURE = 3.0
_PIECE = 1.0
"""What a paragraph of a closing section scores on average, at least, whatever its heading says."""
_HEADED = -0.6
"""What a paragraph under an announcing heading scores on average, at least."""
_NO_NEWS = -0.75
_NEWS_SCORE = -0.6
"""Every fifth paragraph of news scores less."""
_LAST = 60
"""Paragraphs at the end that are looked at."""
_NEWS = 3
"""Paragraphs of news, at least, before its background can begin."""
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{30,}|[,.!?][\"”»]")
_YEAR = re.compile(r"(?<![\d$€£.,])(?:1[6-9]|20)\d\d(?!\d|[.,]\d)")


def find_context(view: View) -> None:
    """Turns body under announcing sub-headings, or else the background at the end, into context."""
    spoken = [i for i in sorted(view.verdicts) if view.role(i) in ("body", "subhead", "standfirst")]
    announced = announced_background(view, spoken)
    rule = "under announcing heading" if announced else "background at the end"
    for index in announced or closing_background(view, spoken):
        if view.role(index) == "body":
            view.verdicts[index] = Verdict("context", rule)


def announced_background(view: View, spoken: list[int]) -> list[int]:
    """What stands under headings that announce background; explainers are made of such, and have none."""
    heads = [i for i in spoken if view.role(i) == "subhead"]
    announcing = {i for i in heads if announces(view, i)}
    asking = {i for i in heads if view.shapes[i].text.endswith("?")}
    if len(heads) > 2 and len(asking) * 2 >= len(heads):
        announcing -= asking
    if len(heads) > 2 and len(announcing) * 2 > len(heads):
        return []
    return [i for head in sorted(announcing) for i in _under(view, spoken, head)]


def _under(view: View, spoken: list[int], head: int) -> list[int]:
    """The paragraphs of a section, unless they tell news in spite of its heading."""
    below = spoken[spoken.index(head) + 1 :]
    found = list(takewhile(lambda i: view.role(i) != "subhead", below))
    score = sum(background_score(view, view.shapes[i]) for i in found)
    return found if score > _HEADED * len(found) else []


def announces(view: View, index: int) -> bool:
    """Whether a heading announces background: `What we know`, `History of the port`."""
    return bool(view.cues.background.fullmatch(view.shapes[index].plain.rstrip("?! ")))


def closing_background(view: View, spoken: list[int]) -> list[int]:
    """The run of paragraphs at the end that tells most background, after news; alone only beyond doubt."""
    last_head = max((i for i in spoken if view.role(i) == "subhead"), default=-1)
    body = [i for i in spoken if view.role(i) == "body"][-_LAST:]
    scores = [background_score(view, view.shapes[i]) for i in body]
    section = sum(i < last_head for i in body)
    if last_head > 0 and _is_past(scores[section:]) and _is_background(scores, section):
        return body[section:]
    best, total, start = 0.0, 0.0, len(body)
    for place in range(len(body) - 1, _NEWS - 1, -1):
        if body[place] < last_head or scores[place] <= _NO_NEWS:
            break
        total += scores[place] - _ENOUGH
        if total > best:
            best, start = total, place
    return body[start:] if _is_background(scores, start) else []


def closes_with_background(view: View, head: int) -> bool:
    """Whether all that stands under the last heading is background."""
    below = [i for i in range(head + 1, len(view.shapes)) if view.role(i) == "body"]
    return _is_past([background_score(view, view.shapes[i]) for i in below])


def _is_past(section: list[float]) -> bool:
    """A closing section is of one piece: no paragraph of it is news, and together they tell background."""
    return len(section) > 1 and min(section) > _NO_NEWS and sum(section) >= _PIECE * len(section)


def _is_background(scores: list[float], start: int) -> bool:
    """Something stands before it that is clearly news, and more of it."""
    news, run = scores[:start], scores[start:]
    if not run or len(run) > len(news) or sum(score < _NEWS_SCORE for score in news) * 5 < len(news):
        return False
    return len(run) > 1 or run[0] >= _SURE


def background_score(view: View, shape: Shape) -> float:
    """Sum of visible weights: how much a paragraph tells what was before the news."""
    cues, text = view.cues, shape.text
    title = view.shapes[view.headline].stems if view.headline is not None else frozenset()
    named = len(title & shape.stems) / max(len(title), 4)
    return (
        0.8 * min(len(cues.past.findall(text)), 4)
        + 1.0 * min(_years_past(view, text), 2)
        - 1.5 * min(len(cues.said.findall(text)), 2)
        - 1.0 * min(len(cues.today.findall(text)), 2)
        - 1.5 * bool(_QUOTED.search(text))
        - 1.0 * bool(cues.first_person.search(text))
        - 0.7 * ("?" in text)
        - 1.5 * named
        - 1.0 * (shape.words < 15)
    )


def reports(view: View, index: int) -> bool:
    """Tells what somebody said."""
    shape = view.shapes[index]
    return quotes(shape) or bool(view.cues.said.search(shape.text))


def quotes(shape: Shape) -> bool:
    """Has somebody's words between quotation marks."""
    return bool(_QUOTED.search(shape.text))


def _years_past(view: View, text: str) -> int:
    """Mentions of years before the article's own."""
    return sum(int(year) < (view.year or 9999) for year in _YEAR.findall(text))
