"""A listener names what an episode lost, doubled or misread; here the listener is a list of words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from narrator.errors import SourceError, UsageError
from narrator.proof import Proof, prove
from narrator.recognizer import whisper

SENTENCES = (
    ("Gunman enters embassy in Tehran", "Gunman enters embassy in Tehran."),
    ("President Aliyev condemned it on Jan. 27.", "President Aliyev condemned it on January twenty seventh."),
    ("It cost $5 million, he said.", "It cost five million dollars, he said."),
    ("Nobody else was hurt in the building.", "Nobody else was hurt in the building."),
    ("The embassy has been evacuated since then.", "The embassy has been evacuated since then."),
)  # fmt: skip
FAITHFUL = (
    "Gunman enters embassy in Tehran. President Aliyev condemned it on January 27th. "
    "It cost $5 million, he said. Nobody else was hurt in the building. "
    "The embassy has been evacuated since then."
)


def proof_of(folder: Path, heard: str) -> Proof:
    cues = [
        {"kind": "speech", "text": text, "spoken": spoken, "voice": "tone", "section": 0}
        | {"start_ms": number * 4000, "end_ms": number * 4000 + 3500}
        for number, (text, spoken) in enumerate(SENTENCES)
    ]
    script = folder / "episode.script.json"
    form = {
        "source": "a.txt",
        "title": "Gunman",
        "language": "en",
        "cues": [{"kind": "mark", "title": "x"}, *cues],
    }
    script.write_text(json.dumps(form), encoding="utf-8")
    (folder / "episode.mp3").write_bytes(b"sound")

    def listen(mp3: Path, language: str) -> Iterable[str]:
        assert (mp3.name, language) == ("episode.mp3", "en")
        return [heard]

    return prove(folder / "episode.mp3", script, listen)


def found(proof: Proof) -> list[tuple[str, str]]:
    return [(finding.kind, finding.text) for finding in proof.findings]


def test_a_listener_that_hears_nonsense_is_not_believed(tmp_path: Path) -> None:
    assert proof_of(tmp_path, FAITHFUL).is_understood
    assert not proof_of(
        tmp_path, "in outer famria deizoest is neuro be on gevraagend vulgens " * 5
    ).is_understood


def test_figures_and_small_spellings_are_no_errors(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, FAITHFUL.replace("evacuated", "evacuatet").replace("he said", "He said"))
    assert found(proof) == []
    assert proof.errors == 0
    assert proof.is_clean()


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_a_lost_sentence_is_named_with_its_time(tmp_path: Path, number: int) -> None:
    spoken = [said for _, said in SENTENCES]
    proof = proof_of(tmp_path, " ".join(spoken[:number] + spoken[number + 1 :]))
    assert found(proof) == [("lost", SENTENCES[number][0])]
    assert proof.findings[0].start_ms == number * 4000
    assert not proof.is_clean(threshold=1)


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_a_doubled_sentence_is_named(tmp_path: Path, number: int) -> None:
    spoken = [said for _, said in SENTENCES]
    proof = proof_of(tmp_path, " ".join(spoken[: number + 1] + spoken[number:]))
    assert found(proof) == [("doubled", SENTENCES[number][0])]
    assert not proof.is_clean(threshold=1)


def test_a_doubled_sentence_is_named_though_its_name_is_misheard(tmp_path: Path) -> None:
    said = "President Alley of condemned it on January 27th."
    proof = proof_of(
        tmp_path, FAITHFUL.replace("President Aliyev condemned it on January 27th.", f"{said} {said}")
    )
    assert found(proof) == [("doubled", SENTENCES[1][0])]


def test_a_misread_sentence_is_named_with_what_was_heard(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, FAITHFUL.replace("Nobody else was hurt in", "No bodies were heard with"))
    assert found(proof) == [("misread", SENTENCES[3][0])]
    assert proof.findings[0].heard == "no bodies were heard with the building"
    assert proof.is_clean(threshold=0.3)
    assert not proof.is_clean(threshold=0.1)


def test_a_name_heard_otherwise_is_a_candidate_and_no_loss(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, FAITHFUL.replace("Aliyev", "Aliev").replace("Tehran", "Toeran"))
    assert found(proof) == []
    assert {(one.word, one.heard, one.start_ms) for one in proof.candidates} == {
        ("Aliyev", ("aliev",), 4000),
        ("Tehran", ("toeran",), 0),
    }


def test_silence_loses_everything(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, "")
    assert [kind for kind, _ in found(proof)] == ["lost"] * len(SENTENCES)
    assert proof.word_error_rate == 1


def test_json_has_what_a_script_needs(tmp_path: Path) -> None:
    form = json.loads(json.dumps(proof_of(tmp_path, FAITHFUL).to_json()))
    assert form["title"] == "Gunman"
    assert form["word_error_rate"] == 0
    assert form["findings"] == []
    assert form["candidates"] == []


@pytest.mark.parametrize(
    "script", ["", "[]", '{"cues": []}', '{"title": "x", "language": "en", "cues": [{"kind": "speech"}]}']
)
def test_what_is_no_script_is_refused(tmp_path: Path, script: str) -> None:
    (tmp_path / "a.mp3").write_bytes(b"")
    (tmp_path / "a.script.json").write_text(script)
    with pytest.raises(SourceError, match=r"a\.script\.json"):
        prove(tmp_path / "a.mp3", tmp_path / "a.script.json", lambda mp3, language: [])


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a\.script\.json"):
        prove(tmp_path / "a.mp3", tmp_path / "a.script.json", lambda mp3, language: [])


def test_a_model_that_is_not_there_is_an_error_of_the_call(tmp_path: Path) -> None:
    pytest.importorskip("faster_whisper")
    with pytest.raises(UsageError, match="no-such-model"):
        whisper(str(tmp_path / "no-such-model"))
