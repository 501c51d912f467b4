"""The word lists of a language, as text files that an editor can read and extend."""

from __future__ import annotations

from pathlib import Path


def read_table(language: str, name: str) -> list[list[str]]:
    """Rows of `LANGUAGE/NAME.tsv`: a line a row, tabs between the fields, `#` begins a comment."""
    lines = (Path(__file__).parent / language / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
