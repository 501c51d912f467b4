"""narrator proof, as a user calls it. The model is the part that a test cannot bring along."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from narrator.cli.main import main

MODEL = os.environ.get("NARRATOR_PROOF_MODEL", "")


@pytest.mark.parametrize("name", ["a.mp3", "", "."])
def test_an_episode_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["proof", name, "--json"]) == 1
    shown = capsys.readouterr()
    assert shown.err == f"narrator: {name or '.'}: no such file\n"
    assert json.loads(shown.out) == {"audio": name or ".", "error": f"{name or '.'}: no such file"}


def test_an_episode_without_its_script_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.mp3").touch()
    assert main(["proof", str(tmp_path / "a.mp3")]) == 1
    assert "a.script.json" in capsys.readouterr().err


def test_a_threshold_that_is_no_percentage_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", "a.mp3", "--threshold", "many"]) == 2
    assert "'many' is no percentage" in capsys.readouterr().err


@pytest.mark.skipif(not MODEL, reason="NARRATOR_PROOF_MODEL names a folder of a faster-whisper model")
def test_an_episode_is_listened_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "Rain stops the harvest\n\n"
        "The farmers of the valley waited for three weeks before the rain stopped on January 27, and by then they "
        "had lost $5 million. The mayor said that the town would help them, as it had helped them ten years ago.\n\n"
        "Nobody in the village had seen so much water in a single winter, and the old bridge was closed.\n"
    )
    assert main(["make", str(article), "--voice", "hibari", "--quiet", "--out", str(tmp_path / "audio")]) == 0
    audio = capsys.readouterr().out.strip()
    assert main(["proof", audio, "--model", MODEL, "--json"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert form["findings"] == []
    assert form["word_error_rate"] < 0.1
