"""An article of any length, always the same, in which no sentence comes twice; and pages around it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

_LETTERS_A_MINUTE = 810
_LEAST_LETTERS = 120
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()


def long_text(minutes: float) -> str:
    """A headline and as many paragraphs of the seed and the corpus as are read in about that time."""
    paragraphs, letters = ["A Long Read, Made of Many Articles"], 0
    for paragraph in _paragraphs():
        if letters > minutes * _LETTERS_A_MINUTE:
            break
        paragraphs.append(paragraph)
        letters += len(paragraph)
    return "\n\n".join(paragraphs) + "\n"


def page_of(text: str, size: int) -> str:
    """The text as the article of a page of about `size` characters; as of most, nine tenths of the rest are scripts."""
    headline, *paragraphs = text.strip().split("\n\n")
    article = f"<h1>{headline}</h1>" + "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    rest = max(0, size - len(article))
    script, links = _script(rest * 9 // 10), _links(rest // 10 // 3)
    return (
        f"<!doctype html><html lang=en><head><title>{headline}</title><script>{script}</script></head>"
        f"<body><nav><ul>{links}</ul></nav><main><article>{article}</article>"
        f"<aside><h2>More stories</h2><ul>{links}</ul></aside></main><footer><ul>{links}</ul></footer></body></html>"
    )


def with_one_paragraph_changed(text: str) -> str:
    paragraphs = text.split("\n\n")
    middle = len(paragraphs) // 2
    paragraphs[middle] = (
        "This paragraph was written anew after the first edition had long been out, and it is short."
    )
    return "\n\n".join(paragraphs)


def _links(size: int) -> str:
    one = '<li class="item"><a href="/news/{0}">Story number {0} of the day</a></li>\n'
    return "".join(one.format(number) for number in range(size // len(one)))


def _script(size: int) -> str:
    return "window.layer = window.layer || []; layer.push({page: 'article'});\n" * (size // 66)


def _paragraphs() -> Iterator[str]:
    texts = [path.read_text("utf-8", "replace") for path in _articles()]
    known = dict.fromkeys(line.strip() for text in texts for line in text.splitlines() if _is_prose(line))
    yield from known
    for edition in itertools.count(2):
        name = " ".join(_NUMBERS[int(digit)] for digit in str(edition))
        yield from (re.sub(r"(?<=\w)\. ", f", says edition {name}. ", f"{line} ").strip() for line in known)


def _articles() -> Iterator[Path]:
    yield from sorted((ROOT / "seeds").glob("*.txt"))
    yield from sorted((ROOT / "tests" / "corpus" / "dev").glob("en-*.txt"))


def _is_prose(line: str) -> bool:
    return len(line) >= _LEAST_LETTERS and line.rstrip().endswith(".") and "http" not in line
