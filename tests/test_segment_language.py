"""Which language a text is in, by either of the libraries that tell it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from narrator.segment.language import by_eld, language_of
from tests.gold import Case, read_cases


def _by_eld(text: str) -> str | None:
    found, _ = by_eld(text)
    return found


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return read_cases()


@pytest.mark.parametrize("detect", [language_of, _by_eld])
def test_every_article_of_the_corpus_is_in_its_own(
    cases: list[Case], detect: Callable[[str], str | None]
) -> None:
    wrong = {case.path.name: detect(" ".join(case.spoken)[:4000]) for case in cases}
    assert {name: found for name, found in wrong.items() if not name.startswith(f"{found}-")} == {}


def test_what_is_declared_stands_unless_the_text_clearly_speaks_another() -> None:
    german = "Der Minister sagte am Freitag, dass die Regierung das Gesetz ändern wolle."
    assert language_of(german, "en-us") == "de"
    assert language_of(german, "de-at") == "de-at"
    assert language_of("Yes.", "pt-br") == "pt-br"
