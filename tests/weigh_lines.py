"""Learns what each piece of evidence on a line should count: `python -m tests.weigh_lines WHAT [--part PART]`.

WHAT is `captions` or `subheads`. The lines of the labelled texts that nothing but that evidence tells from others are
either such lines or not. The weights are those of a logistic regression, held to the ones of the program; they are
printed beside those, with how many such lines both find and how many others they take for one, and the same when each
article is weighed by what the others taught.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from narrator.segment import divisions, picture_line, pictures
from narrator.segment.judge import judge
from narrator.segment.language import language_in
from narrator.segment.signs import SIGNS
from narrator.segment.subheads import may_divide
from narrator.segment.view import View, name_of
from tests.evaluate import page_of
from tests.gold import PARTS, SPOKEN, Case, read_cases
from tests.newton import highest

FOLDS = 10
HOLD = 3.0
"""What keeps weights near the program's that few lines speak for."""
ALONE = {name_of(rule) for rule in SIGNS}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of line, the evidence for it, and which lines are looked at."""

    roles: Collection[str]
    weights: Mapping[Callable[[Any], float], float]
    enough: float
    line_of: Callable[[View, int], Any]
    asked: Callable[[View, int, str], bool]

    def ours(self) -> np.ndarray:
        return np.array([*self.weights.values(), -self.enough])

    def seen(self, view: View, index: int) -> list[float]:
        line = self.line_of(_before(view, index), index)
        return [*(float(weighed(line)) for weighed in self.weights), 1.0]


def _may_be_caption(view: View, index: int, role: str) -> bool:
    told = view.role(index) in SPOKEN - {"headline"} or view.rule(index) == "uncredited caption"
    return told and pictures.is_candidate(view.shapes[index]) and role in SPOKEN - {"headline"} | {"caption"}


def _may_be_subhead(view: View, index: int, _role: str) -> bool:
    judged = view.rule(index) in ("sub heading", "lone label", "unfinished line", "told")
    return judged and may_divide(_before(view, index), index)


CAPTIONS = Kind(("caption",), pictures.WEIGHTS, pictures.ENOUGH, picture_line.line_of, _may_be_caption)
SUBHEADS = Kind(SPOKEN, divisions.WEIGHTS, divisions.ENOUGH, divisions.line_of, _may_be_subhead)
"""Lines of the article that are no headings are to be spoken too."""
KINDS = {"captions": CAPTIONS, "subheads": SUBHEADS}


def lines(kind: Kind, cases: Sequence[Case]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What is seen of each line, whether it is one of the kind, and the number of its article."""
    texts = (case for case in cases if not case.is_page)
    rows = [(*row, n) for n, case in enumerate(texts) for row in _lines(kind, case)]
    seen, right, article = zip(*rows, strict=True)
    return np.array(seen), np.array(right, float), np.array(article)


def learn(start: np.ndarray, seen: np.ndarray, right: np.ndarray, hold: float = HOLD) -> np.ndarray:
    """Weights that make the labels likeliest."""

    def curve(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        likely = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        slope = seen.T @ (right - likely) - hold * (weights - start)
        return slope, (seen.T * (likely * (1 - likely))) @ seen + hold * np.eye(len(weights))

    return highest(start, curve)


def cross_validated(
    start: np.ndarray, seen: np.ndarray, right: np.ndarray, article: np.ndarray
) -> np.ndarray:
    """What each line is worth by weights learned from the other articles."""
    worth = np.zeros(len(right))
    for fold in range(FOLDS):
        own = article % FOLDS == fold
        worth[own] = seen[own] @ learn(start, seen[~own], right[~own])
    return worth


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.weigh_lines",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=KINDS, metavar="WHAT")
    parser.add_argument("--part", choices=("all", *PARTS), default="dev")
    options = parser.parse_args()
    kind = KINDS[options.what]
    seen, right, article = lines(kind, read_cases(options.part))
    ours = kind.ours()
    learned = learn(ours, seen, right)
    for name, now, then in zip([*map(name_of, kind.weights), "enough"], ours, learned, strict=True):
        print(f"{name:26}{now:6.1f}{then:8.2f}")
    print(f"of {int(right.sum())} {options.what} and {int((1 - right).sum())} other lines")
    worths = {"now": seen @ ours, "learned": seen @ learned}
    for name, worth in (worths | {"cross-validated": cross_validated(ours, seen, right, article)}).items():
        found = worth >= 0
        print(f"{name:16}{int((found * right).sum())} found, {int((found * (1 - right)).sum())} wrongly")


def _lines(kind: Kind, case: Case) -> Iterator[tuple[list[float], bool]]:
    page = page_of(case)
    view = judge(page, language_in(page))
    roles = {number: passage.role for passage in case.passages for number in passage.lines}
    for index, shape in enumerate(view.shapes):
        role = roles.get(shape.block.lines[0]) if shape.block.lines else None
        if role and kind.asked(view, index, role):
            yield kind.seen(view, index), role in kind.roles


def _before(view: View, index: int) -> View:
    """As the rules saw it when they came to that line."""
    known = {i: told for i, told in view.verdicts.items() if i < index or told.rule in ALONE}
    return replace(view, verdicts=known)


if __name__ == "__main__":
    main()
