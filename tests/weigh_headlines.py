"""Learns what each piece of evidence for a headline should count: `python -m tests.weigh_headlines [--part PART]`.

In every labelled text the lines that could be its headline compete, and so does having none. The weights are those
of a logistic regression over that choice; they are printed beside the ones of `narrator.segment.evidence`, with how
many headlines both find, and how many are found when each article is weighed by what the others taught.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from narrator.model import Block
from narrator.segment.evidence import ENOUGH, WEIGHTS
from narrator.segment.headline import headlines, says_the_same
from narrator.segment.judge import laid_out
from narrator.segment.language import language_in
from narrator.segment.shape import Shape, shape_of
from narrator.segment.view import name_of
from tests.evaluate import page_of
from tests.gold import PARTS, Case, read_cases
from tests.newton import highest

FOLDS = 8
HOLD = 1.0
"""What keeps weights small that few articles speak for."""
NONE = "enough"


@dataclass(frozen=True, slots=True)
class Choice:
    """The lines of one article that compete, the first of them standing for none."""

    seen: np.ndarray
    right: np.ndarray


def choices(cases: Sequence[Case]) -> list[Choice]:
    """The articles whose headline is among the lines, and those without one."""
    found = (_choice(case) for case in cases if not case.is_page)
    return [choice for choice in found if choice.right.any()]


def learn(chosen: Sequence[Choice], hold: float = HOLD) -> np.ndarray:
    """Weights that make the right choices likeliest."""

    def curve(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        slope, bend = -hold * weights, hold * np.eye(len(weights))
        for choice in chosen:
            likely = _softmax(choice.seen @ weights)
            wanted = likely * choice.right
            slope += choice.seen.T @ (wanted / wanted.sum() - likely)
            centred = choice.seen - likely @ choice.seen
            bend += (centred * likely[:, None]).T @ centred
        return slope, bend

    return highest(np.zeros(len(WEIGHTS) + 1), curve)


def found(chosen: Sequence[Choice], weights: np.ndarray) -> int:
    """How many articles have the right line first."""
    return sum(bool(choice.right[np.argmax(choice.seen @ weights)]) for choice in chosen)


def cross_validated(chosen: Sequence[Choice]) -> int:
    """The same, each article by weights learned from the others."""
    others = ([c for i, c in enumerate(chosen) if i % FOLDS != fold] for fold in range(FOLDS))
    return sum(found(chosen[fold::FOLDS], learn(taught)) for fold, taught in enumerate(others))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.weigh_headlines", description=__doc__)
    parser.add_argument("--part", choices=("all", *PARTS), default="dev")
    chosen = choices(read_cases(parser.parse_args().part))
    ours, learned = np.array([*WEIGHTS.values(), ENOUGH]), learn(chosen)
    for name, now, then in zip([*map(name_of, WEIGHTS), NONE], ours, learned, strict=True):
        print(f"{name:20}{now:6.1f}{then:8.2f}")
    print(
        f"headlines found of {len(chosen)}: {found(chosen, ours)} now, {found(chosen, learned)} learned",
        end="",
    )
    print(f", {cross_validated(chosen)} cross-validated")


def _choice(case: Case) -> Choice:
    page = page_of(case)
    field = headlines(laid_out(page, language_in(page)))
    lines = [[*(weighed(field, i) for weighed in WEIGHTS), 0.0] for i in field.lines]
    right = [_heads(field.shape(i), shape_of(Block(case.headline))) for i in field.lines]
    none = [*(0.0 for _ in WEIGHTS), 1.0]
    return Choice(np.array([none, *lines], float), np.array([not case.headline, *right], float))


def _heads(line: Shape, headline: Shape) -> bool:
    """It is the headline, or the headline with the name of the site, of which the cleanest is taken."""
    return bool(headline.text) and (says_the_same(line, headline) or says_the_same(headline, line))


def _softmax(worth: np.ndarray) -> np.ndarray:
    likely = np.exp(worth - worth.max())
    return likely / likely.sum()


if __name__ == "__main__":
    main()
