"""Reads the files of cases in `tests/spoken/`, and compares sentences as a listener would."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "spoken"
_GROUP = re.compile(r"\(([^()]*\|[^()]*)\)")


class Case(NamedTuple):
    kind: str
    written: str
    accepted: tuple[str, ...]


def read_cases(name: str) -> list[Case]:
    """A line a case: class, written, and the spoken forms that are right, tabs between."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [Case(row[0], row[1], tuple(form for group in row[2:] for form in expand(group))) for row in rows]


def expand(form: str) -> Iterator[str]:
    """`a (b|c)` → `a b`, `a c`."""
    parts = _GROUP.split(form)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    yield from ("".join(chosen) for chosen in itertools.product(*choices))


def heard(sentence: str) -> str:
    """The sentence without what the ear does not tell apart: case, punctuation, hyphens, "and"."""
    text = re.sub(r"[-–—/]", " ", sentence.lower())
    words = re.sub(r"[^\w\s]", "", text).split()
    return " ".join(word for word in words if word != "and")


def is_right(spoken: str, case: Case) -> bool:
    return heard(spoken) in {heard(form) for form in case.accepted}
