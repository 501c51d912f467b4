"""How a script is delivered: pauses, lists, tables, quotations, and the pace of the voices."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from narrator.booth import Booth
from narrator.cache import Cache
from narrator.engines import list_voices
from narrator.engines.studio import Studio
from narrator.model import Article, Pause, Script, Section, Utterance
from narrator.passage import recording_of
from narrator.perform import passages_of
from narrator.reading import read_pages
from narrator.script import write_script
from narrator.segment import segment
from narrator.settings import Pacing, Settings
from tests.conftest import ROOT, SEED

ARTICLES = Path(__file__).parent / "articles"
VOICES = Settings().with_voice("tone").voices
PACING = Pacing()


def article_of(path: Path) -> Article:
    [page] = read_pages(str(path), root=ROOT)
    return segment(page)


def script_of(*paragraphs: str, quote: str = "") -> Script:
    article = replace(
        article_of(SEED), sections=(Section("headline", None, ("x",)), Section("body", None, paragraphs))
    )
    return write_script(article, structs.replace(VOICES, quote=quote), PACING)


def shown(script: Script) -> list[str]:
    """What is said, and the pauses, from the first sentence of the body."""
    cues = [cue for cue in script.cues if isinstance(cue, Pause) or getattr(cue, "section", 0) == 1]
    lines = [
        f"… {cue.ms}" if isinstance(cue, Pause) else cue.spoken for cue in cues if not hasattr(cue, "title")
    ]
    return lines[2:-1]


def test_an_article_with_a_list_a_table_and_a_quotation() -> None:
    article = article_of(ARTICLES / "harbour_plan.md")
    said = [
        f"… {cue.ms}" if isinstance(cue, Pause) else cue.spoken
        for cue in write_script(article, VOICES, PACING).cues
        if isinstance(cue, (Pause, Utterance))
    ]
    assert "\n".join(said) + "\n" == (ARTICLES / "harbour_plan.script").read_text(encoding="utf-8")


@pytest.mark.parametrize("signed", [" (dpa/red)", " Enditem", "(NAN) (www.nan.example)", " (ANSA)."])
def test_the_agency_that_signs_a_report_is_not_said(signed: str) -> None:
    assert shown(script_of(f"Nobody spoke. They left.{signed}")) == shown(
        script_of("Nobody spoke. They left.")
    )


def test_items_have_shorter_pauses_than_paragraphs_and_end_as_sentences() -> None:
    script = script_of("The plan:", "• Build bridges", "• close mills;", "Nobody spoke.")
    assert shown(script) == [
        "The plan:", "… 850", "Build bridges.", "… 650", "close mills.", "… 850", "Nobody spoke.",
    ]  # fmt: skip


def test_a_colon_before_a_quotation_is_a_short_pause() -> None:
    assert shown(script_of("She said: “I will go.” At 10:30 he asked: why?")) == [
        "She said:", "… 350", "“I will go.”", "… 500", "At ten thirty he asked: why?",
    ]  # fmt: skip


def test_another_voice_begins_after_a_short_pause() -> None:
    script = script_of("“I will go now,” she said.", quote="low")
    assert shown(script) == ["“I will go now,”", "… 350", "she said."]


@pytest.mark.parametrize("engine", ["piper", "system"])
def test_voices_are_equally_fast_at_the_natural_rate(engine: str, tmp_path: Path) -> None:
    if not {engine, "hibari"} <= {voice.engine for voice in list_voices()}:
        pytest.skip(f"{engine} or hibari is not installed")
    own, other = (_seconds(name, tmp_path) for name in ("hibari", engine))
    assert abs(other / own - 1) < 0.1


def _seconds(voice: str, folder: Path) -> float:
    """The time of the first sentences of the seed, without the pauses around them."""
    script = write_script(article_of(SEED), Settings().with_voice(voice).voices, PACING)
    beginning = replace(script, cues=script.cues[:14])
    with Studio() as studio:
        passages = passages_of(beginning, Booth(studio, Cache(folder / "cache")), folder)
        for passage in passages:
            passage.piece()
        recording = recording_of(passages)
    return sum(take.end - take.start for take in recording.takes) / recording.rate_hz
