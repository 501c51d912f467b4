"""make --proof: what a listener does not hear is said once more. The listeners here are answers given in advance."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from narrator.pipeline import Made, Order, make_episode
from narrator.reading import read_pages
from narrator.segment import segment
from narrator.settings import Settings
from narrator.shelf import Shelf
from narrator.workshop import open_workshop
from tests.conftest import Call

SENTENCES = (
    "The council agreed to build a new bridge over the harbour on Monday night.",
    "Nobody voted against the plan, and the old mill will be closed in the spring.",
    "The first trees will be planted in the autumn, said the gardener.",
)
MODEL = os.environ.get("NARRATOR_PROOF_MODEL", "")
HEADLINE = "Council agrees to build a bridge"
WHOLE = (HEADLINE + ".", *SENTENCES)


class Listener:
    """Hears what is prepared for each time it listens, and everything from then on."""

    def __init__(self, *answers: tuple[str, ...]) -> None:
        self.answers = list(answers)
        self.sounds: list[bytes] = []

    def __call__(self, mp3: Path, language: str) -> Iterable[str]:
        self.sounds.append(mp3.read_bytes())
        return self.answers.pop(0) if self.answers else WHOLE


def without(number: int) -> tuple[str, ...]:
    return tuple(sentence for sentence in WHOLE if sentence != SENTENCES[number])


def make(folder: Path, listener: Listener | None, force: bool = True) -> Made:
    article = folder / "bridge.txt"
    article.write_text("\n\n".join((HEADLINE, *SENTENCES)), encoding="utf-8")
    [page] = read_pages(str(article), root=folder)
    order = Order(Settings().with_voice("tone"), Shelf(folder), force=force, listen=listener)
    with open_workshop(1) as workshop:
        return make_episode(segment(page), order, workshop)


def test_what_is_heard_right_stays_as_it_was(tmp_path: Path) -> None:
    plain = make(tmp_path, None).episode.audio.read_bytes()
    made = make(tmp_path, listener := Listener())
    assert made.heard is not None
    assert made.heard.said_again == ()
    assert len(listener.sounds) == 1
    assert made.episode.audio.read_bytes() == plain


def test_a_lost_sentence_is_said_once_more(tmp_path: Path) -> None:
    made = make(tmp_path, listener := Listener(without(1)))
    assert made.heard is not None
    assert made.heard.said_again == (SENTENCES[1],)
    assert made.heard.proof.is_clean()
    assert made.heard.proof.audio == str(made.episode.audio)
    first, second = listener.sounds
    assert first != second


def test_a_second_take_gives_the_same_bytes_each_time(tmp_path: Path) -> None:
    once = make(tmp_path, Listener(without(1))).episode.audio.read_bytes()
    assert make(tmp_path, Listener(without(1))).episode.audio.read_bytes() == once
    assert make(tmp_path, None).episode.audio.read_bytes() != once


def test_the_first_take_stays_where_the_second_is_no_better(tmp_path: Path) -> None:
    plain = make(tmp_path, None).episode.audio.read_bytes()
    made = make(tmp_path, Listener(without(1), without(1), without(1)))
    assert made.heard is not None
    assert made.heard.said_again == ()
    assert [(one.kind, one.text) for one in made.heard.proof.findings] == [("lost", SENTENCES[1])]
    assert made.episode.audio.read_bytes() == plain


def test_what_is_finished_is_heard_and_left_alone_if_all_is_well(tmp_path: Path) -> None:
    before = make(tmp_path, None).episode.audio.stat()
    made = make(tmp_path, listener := Listener(), force=False)
    assert len(listener.sounds) == 1
    after = made.episode.audio.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_is_finished_is_made_again_if_it_is_misheard(tmp_path: Path) -> None:
    make(tmp_path, None)
    made = make(tmp_path, Listener(without(1), without(1)), force=False)
    assert made.heard is not None
    assert made.heard.said_again == (SENTENCES[1],)


def test_a_model_that_is_not_there_ends_the_call_before_anything_is_begun(
    narrator: Call, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join((HEADLINE, *SENTENCES)))
    answer = narrator(
        "make", tmp_path / "a.txt", "--out", tmp_path / "audio", "--proof", "--model", tmp_path / "none"
    )
    assert answer.code == 2
    assert len(answer.err.splitlines()) <= 2
    assert not list((tmp_path / "audio").iterdir())


@pytest.mark.skipif(not MODEL, reason="NARRATOR_PROOF_MODEL names a folder of a faster-whisper model")
def test_the_command_tells_what_was_heard(narrator: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join((HEADLINE, *SENTENCES)))
    call = ("make", tmp_path / "a.txt", "--out", tmp_path / "audio", "--proof", "--model", MODEL, "--json")
    answer = narrator(*call, "--voice", "hibari")
    assert (answer.code, answer.objects[0]["proof"]["findings"]) == (0, [])
    answer = narrator(*call, "--voice", "tone")
    assert answer.code == 1
    assert {finding["kind"] for finding in answer.objects[0]["proof"]["findings"]} == {"lost"}
    assert f"lost: {SENTENCES[0]}" in answer.err
