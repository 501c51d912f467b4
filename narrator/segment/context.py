"""Where an article turns from the news to its background."""

from __future__ import annotations

from dataclasses import replace

from narrator.segment.layout import key_words
from narrator.segment.shape import Shape
from narrator.segment.view import Verdict, View


def find_context(view: View) -> None:
    """Turns body under announcing sub-headings, or else the background at the end, into context."""
    spoken = [i for i in sorted(view.verdicts) if view.role(i) in ("body", "subhead", "standfirst")]
    announced = _announced(view, spoken)
    rule = "under announcing sub-heading" if announced else "background at the end"
    for index in announced or _closing_run(view, spoken):
        if view.role(index) == "body":
            view.verdicts[index] = Verdict("context", rule)


def _announced(view: View, spoken: list[int]) -> list[int]:
    heads = [i for i in spoken if view.role(i) == "subhead"]
    announcing = {i for i in heads if view.cues.background.fullmatch(view.shapes[i].plain.rstrip("?"))}
    if len(heads) > 2 and len(announcing) * 2 > len(heads):
        return []
    found, inside = [], False
    for index in spoken:
        if view.role(index) == "subhead":
            inside = index in announcing
        elif inside:
            found.append(index)
    return found


def _closing_run(view: View, spoken: list[int]) -> list[int]:
    body = [i for i in spoken if view.role(i) == "body"]
    run: list[int] = []
    for index in reversed(body[3:]):
        if background_score(view.shapes[index], view) < _ENOUGH:
            break
        run.append(index)
    return run if len(run) > 1 else []


_ENOUGH = 2.0


def background_score(shape: Shape, view: View) -> float:
    """Sum of visible weights: how much a paragraph tells what was before the news."""
    title = view.shapes[view.headline].text if view.headline is not None else ""
    named = set(key_words(title)) & set(key_words(shape.text))
    return (
        1.0 * min(len(view.cues.past.findall(shape.text)), 4)
        - 1.5 * len(view.cues.said.findall(shape.text))
        - 1.0 * len(view.cues.today.findall(shape.text))
        - 0.5 * len(named)
        - 1.0 * any(sign in shape.text for sign in '"“«„')
    )


__all__ = ["background_score", "find_context", "replace"]
