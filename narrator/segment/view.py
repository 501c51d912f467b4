"""A page as the rules see it: the shapes of its blocks, where the article lies, what is decided so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from narrator.model import Role
from narrator.segment.cues import Cues
from narrator.segment.shape import Shape, key_of


@dataclass(frozen=True, slots=True)
class Verdict:
    role: Role
    rule: str


@dataclass(slots=True)
class View:
    """The one value that changes while rules look at a page: `verdicts` fills up."""

    shapes: Sequence[Shape]
    cues: Cues
    title: str = ""
    """Key of the headline the page declares."""
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    headline: int | None = None
    body: range = range(0)
    """From the first to behind the last block of the article's prose."""

    def role(self, index: int) -> Role | None:
        verdict = self.verdicts.get(index)
        return verdict.role if verdict else None

    def open(self, index: int) -> bool:
        return 0 <= index < len(self.shapes) and index not in self.verdicts


Rule = Callable[[View, int], Role | None]


def apply(rules: Sequence[Rule], view: View) -> None:
    """Lets the first rule that knows a block decide; blocks already decided stay."""
    for index in range(len(view.shapes)):
        for rule in rules if index not in view.verdicts else ():
            role = rule(view, index)
            if role:
                view.verdicts[index] = Verdict(role, rule.__name__.removeprefix("_").replace("_", " "))
                break


def same_words(one: str, other: str) -> bool:
    """
    >>> same_words("Storm hits coast", "STORM HITS COAST!")
    True
    """
    return key_of(one) == key_of(other)
