"""Where an article turns from the news to its background."""

from __future__ import annotations

import re
from functools import cache

from narrator.segment.cues import Cues
from narrator.segment.shape import Shape, stems
from narrator.segment.view import Verdict, View

_ENOUGH = 1.5
_SURE = 3.0
_NEWS = 3
"""Paragraphs of news, at least, before its background can begin."""
_QUOTED = re.compile(r"[\"“”«»„]")
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
    """What stands under headings that announce background; nothing where most headings do: an explainer."""
    heads = [i for i in spoken if view.role(i) == "subhead"]
    announcing = {i for i in heads if announces(view, i)}
    if len(heads) > 2 and len(announcing) * 2 > len(heads):
        return []
    found, inside = [], False
    for index in spoken:
        if view.role(index) == "subhead":
            inside = index in announcing
        elif inside:
            found.append(index)
    return found


def announces(view: View, index: int) -> bool:
    return bool(view.cues.background.fullmatch(view.shapes[index].plain.rstrip("?! ")))


def closing_background(view: View, spoken: list[int]) -> list[int]:
    """The unbroken run of background that ends the article; one paragraph only where it is beyond doubt."""
    last_head = max((i for i in spoken if view.role(i) == "subhead"), default=-1)
    body = [i for i in spoken if view.role(i) == "body"]
    run: list[int] = []
    for index in reversed(body[_NEWS:]):
        if index < last_head or background_score(view, view.shapes[index]) < _ENOUGH:
            break
        run.append(index)
    scores = [background_score(view, view.shapes[i]) for i in run]
    return run if len(run) > 1 or max(scores, default=0.0) >= _SURE else []


def background_score(view: View, shape: Shape) -> float:
    """Sum of visible weights: how much a paragraph tells what was before the news."""
    cues, text = view.cues, shape.text
    title = stems(view.shapes[view.headline].text) if view.headline is not None else []
    named = len(set(title) & set(stems(text))) / max(len(set(title)), 4)
    return (
        0.8 * min(len(_words(cues, "past").findall(text)), 4)
        + 1.0 * min(_years_past(view, text), 2)
        - 1.5 * min(len(_words(cues, "said").findall(text)), 2)
        - 1.0 * min(len(_words(cues, "today").findall(text)), 2)
        - 1.5 * bool(_QUOTED.search(text))
        - 1.5 * named
        - 1.0 * (shape.words < 15)
    )


def _years_past(view: View, text: str) -> int:
    """Mentions of years before the article's own."""
    return sum(int(year) < (view.year or 9999) for year in _YEAR.findall(text))


@cache
def _words(cues: Cues, kind: str) -> re.Pattern[str]:
    pattern: re.Pattern[str] = getattr(cues, kind)
    return re.compile(rf"\b(?:{pattern.pattern})\b", re.IGNORECASE)
