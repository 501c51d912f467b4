"""The gate: what is understood of the labelled articles must not fall, and the labels must be sound."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.evaluate import evaluate
from tests.gold import CORPUS, SPOKEN, Case, read_case, read_cases
from tests.scoring import Heard, Score, figures, measure

FLOORS = tomllib.loads((CORPUS / "floors.toml").read_text(encoding="utf-8"))
SOURCES = sorted(path for path in CORPUS.glob("*/*") if path.suffix in (".txt", ".html"))


@pytest.fixture(scope="module")
def scores() -> dict[str, list[Score]]:
    return evaluate(read_cases())


@pytest.mark.parametrize(("kind", "figure"), [(kind, name) for kind in FLOORS for name in FLOORS[kind]])
def test_no_figure_falls(scores: dict[str, list[Score]], kind: str, figure: str) -> None:
    measured, agreed = figures(scores[kind])[figure], FLOORS[kind][figure]
    if figure.endswith("_spoken"):
        assert measured <= agreed
    else:
        assert measured >= agreed


def test_pages_are_understood_better_than_by_the_extractor_alone(scores: dict[str, list[Score]]) -> None:
    ours = figures(scores["pages"])
    theirs = figures(evaluate(read_cases(), "trafilatura")["pages"])
    assert ours["spoken_f1"] > theirs["spoken_f1"]
    assert ours["headline"] > theirs["headline"]
    assert ours["furniture_spoken"] < theirs["furniture_spoken"] / 2


def test_hardly_a_word_is_lost_of_pages_broken_at_every_tag() -> None:
    """A scraper that splits at tags breaks paragraphs at their links; rejoined, they lose little more than pages."""
    told = figures(evaluate(read_cases(), "scraped")["pages"])
    assert told["spoken_recall"] >= 0.97
    assert told["spoken_f1"] >= 0.96


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_labels_name_every_line_once(path: Path) -> None:
    case = read_case(path)
    assert case.texts("body")
    assert (case.headline in case.texts("headline")) if case.headline else not case.texts("headline")


def test_the_corpus_has_the_shapes_it_promises() -> None:
    texts = [case for case in read_cases() if not case.is_page]
    pages = [case for case in read_cases() if case.is_page]
    assert len(texts) >= 40
    assert len(pages) >= 20
    assert sum(case.language != "en" for case in texts) >= 12
    assert sum(not case.texts("subhead") for case in texts) >= 12
    assert sum(case.context == "no" for case in texts) >= 10
    assert sum(not case.headline for case in texts) >= 4


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"D\rW", b" \x96 "], ids=repr)
def test_the_corpus_keeps_its_encodings_and_line_ends(mark: bytes) -> None:
    assert any(mark in path.read_bytes() for path in SOURCES if path.suffix == ".txt")


def test_a_third_is_held_back() -> None:
    held = len(read_cases("held"))
    assert 0.3 < held / len(read_cases()) < 0.4


def test_an_extractor_that_hears_what_was_labelled_is_perfect() -> None:
    score = measure(_sample(), _by_heart)
    assert score.headline
    assert score.spoken.f1 == score.context.f1 == 1.0
    assert score.lost == score.captions == score.furniture == ()


def test_an_extractor_that_hears_nothing_loses_everything() -> None:
    score = measure(_sample(), lambda case: Heard())
    assert not score.headline
    assert score.spoken.f1 == score.context.f1 == 0.0
    assert len(score.lost) == sum(passage.role in SPOKEN for passage in _sample().passages)


def test_an_extractor_that_says_everything_speaks_every_caption() -> None:
    score = measure(_sample(), lambda case: Heard(spoken=tuple(p.text for p in case.passages)))
    assert score.captions == _sample().texts("caption")
    assert score.spoken.recall == 1.0
    assert score.spoken.precision < 0.9


def test_order_counts() -> None:
    score = measure(_sample(), lambda case: Heard(spoken=case.spoken[::-1]))
    assert score.spoken.f1 < 0.6


def _sample() -> Case:
    return read_case(CORPUS / "dev" / "en-arc-smoke.html")


def _by_heart(case: Case) -> Heard:
    return Heard(headline=case.headline, spoken=case.spoken, context=case.texts("context"))
