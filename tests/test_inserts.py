"""Sounds around the speech: where they stand, how loud they are, and what stays where it was."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from narrator import chimes
from narrator.cache import Cache
from narrator.engines.studio import Studio
from narrator.errors import SettingsError
from narrator.inserts import Inserts, insert, read_inserts
from narrator.loudness import integrated_lufs, measure
from narrator.master import write_mastered
from narrator.model import Piece, Span, Take, WordTime
from narrator.passage import Passage, Performed, recording_of
from narrator.settings import Sound, read_settings
from narrator.workshop import Workshop
from tests.conftest import Call

RATE_HZ = 44_100
FRAME = 1152
SPEECH = 120 * FRAME


@pytest.fixture
def passages(tmp_path: Path) -> tuple[Passage, ...]:
    """Two chapters of noise, two passages the second."""
    return tuple(map(_passage, range(3), ("Headline", "Story", ""), [tmp_path] * 3))


def _passage(index: int, chapter: str, folder: Path) -> Passage:
    take = Take(index, 0, 50_000, (WordTime(0, 3, 0, 9),))
    performed = Performed(_piece(index), (take,), ((chapter, 0),) if chapter else ())
    path = folder / f"{index}.pcm"
    return Passage(frozenset({"heart"}), lambda: performed, path, begins_chapter=bool(chapter))


def _piece(seed: int) -> Piece:
    samples = np.zeros(SPEECH)
    samples[:100_000] = np.random.default_rng(seed).standard_normal(100_000) * 500
    return Piece(samples.astype("<i2").tobytes(), (Span(0, 100_000, "heart"),))


def pieces_of(passages: tuple[Passage, ...]) -> list[Piece]:
    return [passage.piece() for passage in passages]


def heard(passages: tuple[Passage, ...]) -> NDArray[np.int16]:
    return np.concatenate([np.frombuffer(piece.pcm, "<i2") for piece in pieces_of(passages)])


def test_without_sounds_nothing_changes(passages: tuple[Passage, ...], tmp_path: Path) -> None:
    assert insert(passages, read_inserts(Sound(), RATE_HZ), tmp_path) == passages


def test_sounds_stand_around_the_speech_and_between_chapters(
    passages: tuple[Passage, ...], tmp_path: Path
) -> None:
    inserts = read_inserts(Sound(intro="chime", outro="bells", between="drop"), RATE_HZ)
    pieces = pieces_of(insert(passages, inserts, tmp_path))
    voices = [piece.spans[0].voice for piece in pieces]
    assert voices == ["sound:intro", "heart", "sound:between", "heart", "heart", "sound:outro"]
    assert all(piece.samples % FRAME == 0 for piece in pieces)
    assert all(piece.samples - piece.spans[-1].end >= 2 * FRAME for piece in pieces)


def test_takes_words_and_chapters_stay_with_their_speech(
    passages: tuple[Passage, ...], tmp_path: Path
) -> None:
    inserts = read_inserts(Sound(intro="chime", between="drop"), RATE_HZ)
    around = insert(passages, inserts, tmp_path)
    before, after = heard(passages), heard(around)
    recording, woven = recording_of(passages), recording_of(around)
    for old, new in zip(recording.takes, woven.takes, strict=True):
        assert np.array_equal(after[new.start : new.end], before[old.start : old.end])
        assert new.words == old.words
    (headline, at_headline), (story, at_story) = woven.marks
    assert (headline, at_headline) == ("Headline", 0), "the first chapter holds the intro"
    assert (story, at_story) == ("Story", woven.takes[1].start)


def test_sounds_are_as_loud_as_speech(passages: tuple[Passage, ...], tmp_path: Path) -> None:
    woven = insert(passages, read_inserts(Sound(intro="bells"), RATE_HZ), tmp_path)
    with ThreadPoolExecutor(2) as executor:
        workshop = Workshop(Studio(), Cache(tmp_path / "cache"), executor, executor)
        write_mastered(woven, Sound(), workshop, tmp_path, tmp_path / "x.mp3")
    sound, _ = soundfile.read(tmp_path / "x.mp3", dtype="float32")
    border = woven[0].piece().samples
    intro, speech = (integrated_lufs(measure(part, RATE_HZ)) for part in (sound[:border], sound[border:]))
    assert intro == pytest.approx(speech, abs=1)


@pytest.mark.parametrize("name", chimes.NAMES)
def test_own_sounds_begin_and_end_softly(name: str) -> None:
    sound = chimes.play(name, RATE_HZ)
    assert np.abs(sound).max() == pytest.approx(1)
    assert np.abs(sound[:20]).max() < 0.1
    assert np.abs(sound[-2000:]).max() < 0.02
    assert 0.5 < len(sound) / RATE_HZ < 8
    assert np.array_equal(sound, chimes.play(name, RATE_HZ))


def tone(seconds: float, rate_hz: int) -> NDArray[np.float64]:
    silence = np.zeros(rate_hz // 2)
    return np.concatenate([silence, 0.5 * np.sin(np.arange(round(seconds * rate_hz)) / 20), silence])


@pytest.mark.parametrize("kind", ["wav", "flac", "ogg", "mp3"])
@pytest.mark.parametrize(("rate_hz", "channels"), [(48_000, 2), (22_050, 1)])
def test_files_of_all_kinds_are_read(tmp_path: Path, kind: str, rate_hz: int, channels: int) -> None:
    path = tmp_path / f"jingle.{kind}"
    soundfile.write(path, np.column_stack([tone(1, rate_hz)] * channels), rate_hz)
    intro = read_inserts(Sound(intro=str(path)), RATE_HZ).intro
    assert intro is not None
    assert len(intro) == pytest.approx(RATE_HZ, rel=0.1), "silence around it is trimmed"


def test_a_long_file_is_cut_and_faded(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "long.flac", tone(60, 16_000), 16_000)
    inserts = read_inserts(
        Sound(intro=str(tmp_path / "long.flac"), between=str(tmp_path / "long.flac")), RATE_HZ
    )
    assert inserts.intro is not None
    assert inserts.between is not None
    assert len(inserts.intro) == 20 * RATE_HZ
    assert len(inserts.between) == 4 * RATE_HZ
    ends = np.abs(inserts.between.astype(int))
    assert ends[-RATE_HZ // 10 :].max() < ends.max() / 10


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.wav", b""),
        ("text.mp3", b"not a sound\n" * 100),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("missing.wav", None),
    ],
)
def test_what_is_no_sound_is_named(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(SettingsError, match=rf"\[sound\] outro: .*{name}: "):
        read_inserts(Sound(outro=str(tmp_path / name)), RATE_HZ)


def test_silence_and_strange_numbers_are_no_sound(tmp_path: Path) -> None:
    for name, samples in {"silent": np.zeros(9000), "nan": np.full(9000, np.nan)}.items():
        soundfile.write(tmp_path / f"{name}.wav", samples, 44_100, subtype="FLOAT")
        with pytest.raises(SettingsError, match="nothing to hear"):
            read_inserts(Sound(intro=str(tmp_path / f"{name}.wav")), RATE_HZ)


def test_files_are_found_beside_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "narrator.toml").write_text('[sound]\nintro = "jingle.wav"\noutro = "chime"\n')
    sound = read_settings(tmp_path / "narrator.toml").sound.beside(tmp_path)
    assert (sound.intro, sound.outro, sound.between) == (str(tmp_path / "jingle.wav"), "chime", "")


def test_a_missing_jingle_stops_before_anything_is_said(tmp_path: Path, narrator: Call) -> None:
    (tmp_path / "narrator.toml").write_text('[sound]\nintro = "gone.wav"\n')
    answer = narrator("make", "any.txt", "--config", tmp_path / "narrator.toml", "--out", tmp_path / "audio")
    assert answer.code == 2
    assert "[sound] intro" in answer.err
    assert "gone.wav" in answer.err


def test_no_sound_is_no_insert() -> None:
    assert read_inserts(Sound(), RATE_HZ) == Inserts(None, None, None)
