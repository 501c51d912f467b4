"""Learns what each piece of evidence for a caption should count: `python -m tests.weigh_captions [--part PART]`.

The lines of the labelled texts that nothing but `narrator.segment.pictures` tells from the article's own are either
captions or not. The weights are those of a logistic regression, held to the ones of the program; they are printed
beside those, with how many captions both find and how many lines of the article they lose, and the same when each
article is weighed by what the others taught.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from narrator.segment.judge import judge
from narrator.segment.language import language_in
from narrator.segment.picture_line import line_of
from narrator.segment.pictures import ENOUGH, WEIGHTS, is_candidate
from narrator.segment.signs import SIGNS
from narrator.segment.view import View, name_of
from tests.evaluate import page_of
from tests.gold import PARTS, SPOKEN, Case, read_cases
from tests.newton import highest

FOLDS = 10
HOLD = 3.0
"""What keeps weights near the program's that few lines speak for."""
ALONE = {name_of(rule) for rule in SIGNS}


def lines(cases: Sequence[Case]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What is seen of each line, whether it is a caption, and the number of its article."""
    texts = (case for case in cases if not case.is_page)
    rows = [(*row, n) for n, case in enumerate(texts) for row in _lines(case)]
    seen, caption, article = zip(*rows, strict=True)
    return np.array(seen), np.array(caption, float), np.array(article)


def learn(seen: np.ndarray, caption: np.ndarray, hold: float = HOLD) -> np.ndarray:
    """Weights that make the labels likeliest."""
    start = ours()

    def curve(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        likely = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        slope = seen.T @ (caption - likely) - hold * (weights - start)
        return slope, (seen.T * (likely * (1 - likely))) @ seen + hold * np.eye(len(weights))

    return highest(start, curve)


def ours() -> np.ndarray:
    return np.array([*WEIGHTS.values(), -ENOUGH])


def cross_validated(seen: np.ndarray, caption: np.ndarray, article: np.ndarray) -> np.ndarray:
    """What each line is worth by weights learned from the other articles."""
    worth = np.zeros(len(caption))
    for fold in range(FOLDS):
        own = article % FOLDS == fold
        worth[own] = seen[own] @ learn(seen[~own], caption[~own])
    return worth


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.weigh_captions", description=__doc__)
    parser.add_argument("--part", choices=("all", *PARTS), default="dev")
    seen, caption, article = lines(read_cases(parser.parse_args().part))
    learned = learn(seen, caption)
    for name, now, then in zip([*map(name_of, WEIGHTS), "enough"], ours(), learned, strict=True):
        print(f"{name:26}{now:6.1f}{then:8.2f}")
    print(f"of {int(caption.sum())} captions and {int((1 - caption).sum())} other lines")
    worths = {"now": seen @ ours(), "learned": seen @ learned}
    for name, worth in (worths | {"cross-validated": cross_validated(seen, caption, article)}).items():
        found = worth >= 0
        print(f"{name:16}{int((found * caption).sum())} found, {int((found * (1 - caption)).sum())} lost")


def _lines(case: Case) -> Iterator[tuple[list[float], bool]]:
    """The lines that would be spoken but for their evidence."""
    page = page_of(case)
    view = judge(page, language_in(page))
    roles = {number: passage.role for passage in case.passages for number in passage.lines}
    for index, shape in enumerate(view.shapes):
        role = roles.get(shape.block.lines[0]) if shape.block.lines else None
        told = view.role(index) in SPOKEN - {"headline"} or view.rule(index) == "uncredited caption"
        if told and is_candidate(shape) and (role == "caption" or role in SPOKEN - {"headline"}):
            line = line_of(_before(view, index), index)
            yield [*(float(weighed(line)) for weighed in WEIGHTS), 1.0], role == "caption"


def _before(view: View, index: int) -> View:
    """As the rules saw it when they came to that line."""
    known = {i: told for i, told in view.verdicts.items() if i < index or told.rule in ALONE}
    return replace(view, verdicts=known)


if __name__ == "__main__":
    main()
