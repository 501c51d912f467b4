"""The labelled articles of `tests/corpus`: what a newsreader's editor would have read out of each source.

A text `NAME.txt` has `NAME.labels`: header lines (`# headline: ...`), then for every non-empty line its
number, a tab and a role; `3-5` is one paragraph that was wrapped over three lines. Where what should
be heard is not what is written (mojibake, soft hyphens), it follows after a second tab.
A page `NAME.html` has `NAME.labels.json`: the same header, and `passages`, each a role and a text.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from narrator.model import Role

CORPUS = Path(__file__).parent / "corpus"
PARTS = ("dev", "held")
SPOKEN = frozenset({"headline", "standfirst", "body", "subhead", "context"})
ROLES = frozenset(get_args(Role))
FURNITURE = ROLES - SPOKEN - {"caption"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A line, paragraph or box of a source, and its role."""

    role: str
    text: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A source with its labels."""

    path: Path
    headline: str
    """Empty where the source has none."""
    authors: tuple[str, ...]
    date: dt.date | None
    language: str
    context: str
    """`sure`, `likely` or `no`: whether the article has background, and how clear its border is."""
    passages: tuple[Passage, ...]
    url: str | None = None
    image: str | None = None

    @property
    def is_page(self) -> bool:
        return self.path.suffix == ".html"

    @property
    def part(self) -> str:
        return self.path.parent.name

    @property
    def spoken(self) -> tuple[str, ...]:
        """What should be heard: the headline, then everything else that is spoken, in order."""
        rest = (p.text for p in self.passages if p.role in SPOKEN - {"headline"})
        return (*((self.headline,) if self.headline else ()), *rest)

    @property
    def captions(self) -> tuple[str, ...]:
        return self.texts("caption")

    @property
    def furniture(self) -> tuple[str, ...]:
        """What is neither article nor caption."""
        return self.texts(*FURNITURE)

    def texts(self, *roles: str) -> tuple[str, ...]:
        return tuple(p.text for p in self.passages if p.role in roles)


def read_cases(part: str = "all") -> list[Case]:
    """All labelled sources of a part of the corpus: `dev`, `held` or `all`."""
    parts = PARTS if part == "all" else (part,)
    return [read_case(path) for name in parts for path in sorted(_sources(CORPUS / name))]


def read_case(path: Path) -> Case:
    """A source with its labels; raises `ValueError` naming the file and what is wrong with its labels."""
    case = _page_case(path) if path.suffix == ".html" else _text_case(path)
    wrong = [p.role for p in case.passages if p.role not in ROLES]
    if wrong:
        raise ValueError(f"{path.name}: unknown role {wrong[0]!r}")
    if case.context not in ("sure", "likely", "no"):
        raise ValueError(f"{path.name}: context is sure, likely or no, not {case.context!r}")
    if (case.context != "no") != bool(case.texts("context")):
        raise ValueError(f"{path.name}: says context: {case.context}, but its passages differ")
    return case


def source_lines(data: bytes) -> list[str]:
    """The lines of a text in any of the corpus's encodings."""
    return _decode(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _sources(folder: Path) -> Iterator[Path]:
    yield from folder.glob("*.txt")
    yield from folder.glob("*.html")


def _text_case(path: Path) -> Case:
    rows = path.with_suffix(".labels").read_text(encoding="utf-8").splitlines()
    header = dict(row[2:].partition(":")[::2] for row in rows if row.startswith("# "))
    lines = source_lines(path.read_bytes())
    passages = tuple(_passage(row, lines) for row in rows if not row.startswith("#"))
    _refuse_gaps(path, lines, passages)
    return _case(path, {key: value.strip() for key, value in header.items()}, passages)


def _passage(row: str, lines: list[str]) -> Passage:
    numbers, role, *clean = row.split("\t")
    first, _, last = numbers.partition("-")
    covered = tuple(range(int(first), int(last or first) + 1))
    written = " ".join(" ".join(lines[n - 1] for n in covered).split())
    return Passage(role, clean[0] if clean else written, covered)


def _refuse_gaps(path: Path, lines: list[str], passages: tuple[Passage, ...]) -> None:
    labelled = [n for passage in passages for n in passage.lines]
    written = [n for n, line in enumerate(lines, 1) if line.strip()]
    if labelled != written:
        odd = sorted(set(labelled) ^ set(written)) or labelled
        raise ValueError(f"{path.name}: line {odd[0]} is not labelled exactly once, in order")


def _page_case(path: Path) -> Case:
    labels = json.loads(path.with_suffix(".labels.json").read_text(encoding="utf-8"))
    passages = tuple(Passage(role, text) for role, text in labels.pop("passages"))
    return _case(path, labels, passages)


def _case(path: Path, header: dict[str, str], passages: tuple[Passage, ...]) -> Case:
    return Case(
        path=path,
        headline=header["headline"],
        authors=tuple(name.strip() for name in header["authors"].split(";") if name.strip()),
        date=dt.date.fromisoformat(header["date"]) if header["date"] else None,
        language=header["language"],
        context=header["context"],
        passages=passages,
        url=header.get("url"),
        image=header.get("image"),
    )


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")
