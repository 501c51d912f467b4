"""A recording of unequal voices comes out equally loud, on target, under the ceiling, on its sample."""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from narrator.cache import Cache
from narrator.engines.studio import Studio
from narrator.errors import SoundError
from narrator.finish import Coding, Levels, finish_piece, master_samples
from narrator.limiter import true_peak_dbtp
from narrator.loudness import integrated_lufs, measure
from narrator.master import Mastered, typical_passages, write_mastered
from narrator.model import Piece, Span
from narrator.passage import Passage, Performed
from narrator.settings import Sound
from narrator.workshop import Workshop

RATE_HZ = 44_100
FRAME = 1152
PIECE = 170 * FRAME


def speech(seed: int, level: float, samples: int) -> NDArray[np.int16]:
    """Syllables of coloured noise and a voiced pitch, faded at both ends."""
    rng = np.random.default_rng(seed)
    t = np.arange(samples) / RATE_HZ
    hiss = soxr.resample(rng.standard_normal(samples // 3 + 1), RATE_HZ / 3, RATE_HZ)[:samples]
    voiced = sum(np.sin(2 * np.pi * 120 * k * t + k * k) / k for k in range(1, 30))
    syllables = np.abs(np.sin(2 * np.pi * 2.1 * t + seed)) ** 1.5
    ends = np.minimum(1, np.minimum(t, t[::-1]) / 0.01)
    return (
        np.rint(level * 6000 * (voiced + 0.3 * hiss) * syllables * ends).clip(-32768, 32767).astype(np.int16)
    )


def piece_of(voices: list[tuple[str, float]], seed: int, pause: int = 0) -> Piece:
    """Each voice speaks for its share of the piece, with pauses of digital silence."""
    samples = np.zeros(PIECE, np.int16)
    share = (PIECE - 3 * FRAME) // len(voices)
    spans = []
    for index, (voice, level) in enumerate(voices):
        start, length = index * share, share - 8000
        samples[start : start + length] = speech(seed + index, level, length)
        spans.append(Span(start, start + length, voice))
    return Piece(samples.astype("<i2").tobytes(), tuple(spans), pause)


def passage_of(piece: Piece, path: Path) -> Passage:
    return Passage(frozenset(span.voice for span in piece.spans), lambda: Performed(piece), path)


def recording(folder: Path, *pieces: list[tuple[str, float]]) -> list[Passage]:
    return [
        passage_of(piece_of(voices, 10 * index), folder / f"{index}.pcm")
        for index, voices in enumerate(pieces)
    ]


def master(made: list[Passage], sound: Sound, executor: Executor, path: Path) -> Mastered:
    """With nothing kept of earlier ones."""
    workshop = Workshop(Studio(), Cache(path.with_suffix(".cache")), executor, executor)
    return write_mastered(made, sound, workshop, path.parent, path)


LOUD, QUIET = ("loud", 0.9), ("quiet", 0.09)


@pytest.fixture(scope="module")
def executor() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as executor:
        yield executor


@pytest.mark.parametrize(
    ("sound", "target"),
    [
        (Sound(), -19.0),
        (Sound(stereo=True), -16.0),
        (Sound(bitrate=192), -19.0),
        (Sound(bitrate=64, target_lufs=-23.0, ceiling_dbtp=-3.0), -23.0),
        (Sound(target_lufs=-12.0), -12.0),
        (Sound(target_lufs=-18.0, ceiling_dbtp=-7.0), -18.0),
    ],
)
def test_the_mp3_is_on_target_and_under_the_ceiling(
    tmp_path: Path, executor: Executor, sound: Sound, target: float
) -> None:
    path = tmp_path / "master.mp3"
    made = master(recording(tmp_path, [LOUD, QUIET], [QUIET, QUIET]), sound, executor, path)
    heard, rate = soundfile.read(path, dtype="float32", always_2d=True)
    assert (heard.shape, rate) == ((2 * PIECE, 2 if sound.stereo else 1), RATE_HZ)
    assert made.samples == 2 * PIECE
    lufs = integrated_lufs(measure(heard[:, 0], RATE_HZ, heard.shape[1]))
    assert lufs == pytest.approx(target, abs=0.5)
    assert made.loudness_lufs == pytest.approx(lufs, abs=0.1)
    assert made.true_peak_dbtp == pytest.approx(true_peak_dbtp(heard[:, 0]), abs=0.05)
    assert made.true_peak_dbtp <= sound.ceiling_dbtp


def test_voices_become_equally_loud(tmp_path: Path, executor: Executor) -> None:
    path = tmp_path / "master.mp3"
    master(recording(tmp_path, [LOUD, LOUD], [QUIET, QUIET]), Sound(), executor, path)
    heard, _ = soundfile.read(path, dtype="float32")
    loud, quiet = (integrated_lufs(measure(part, RATE_HZ)) for part in np.split(heard, 2))
    assert loud == pytest.approx(quiet, abs=0.7)


def test_the_same_recording_gives_the_same_bytes(tmp_path: Path, executor: Executor) -> None:
    one, other = tmp_path / "one.mp3", tmp_path / "other.mp3"
    made = recording(tmp_path, [LOUD], [QUIET, LOUD], [LOUD], [QUIET])
    master(made, Sound(), executor, one)
    with ThreadPoolExecutor(1) as alone:
        master(made, Sound(), alone, other)
    assert one.read_bytes() == other.read_bytes()


def test_a_target_that_the_ceiling_forbids_is_an_error(tmp_path: Path, executor: Executor) -> None:
    with pytest.raises(SoundError, match=r"not -5\.0 and at most -9\.0"):
        master(
            recording(tmp_path, [LOUD]),
            Sound(target_lufs=-5.0, ceiling_dbtp=-9.0),
            executor,
            tmp_path / "x.mp3",
        )


def test_a_silent_recording_is_an_error(tmp_path: Path, executor: Executor) -> None:
    with pytest.raises(SoundError, match="nothing to hear"):
        master(recording(tmp_path, [("mute", 0.0)]), Sound(), executor, tmp_path / "x.mp3")


def test_a_silent_voice_beside_a_speaking_one_is_none(tmp_path: Path, executor: Executor) -> None:
    path = tmp_path / "x.mp3"
    made = master(recording(tmp_path, [("mute", 0.0), LOUD]), Sound(), executor, path)
    assert made.loudness_lufs == pytest.approx(-19, abs=0.5)


@pytest.mark.parametrize("left", [None, b"", b"half"])
def test_a_piece_that_was_lost_is_no_silence(tmp_path: Path, executor: Executor, left: bytes | None) -> None:
    made = recording(tmp_path, [LOUD], [QUIET])
    made[1].keep(made[1].piece())
    kept = tmp_path / "1.pcm"
    kept.unlink() if left is None else kept.write_bytes(left)
    with pytest.raises(SoundError, match=r"1\.pcm"):
        master(made, Sound(), executor, tmp_path / "x.mp3")


LEVELS = Levels({"a": 6.0, "b": -3.0}, -1.0)


def test_rumble_goes_and_speech_stays() -> None:
    t = np.arange(2 * RATE_HZ) / RATE_HZ
    voice = 4000 * np.sin(2 * np.pi * 220 * t)
    rumble = 3000 + 3000 * np.sin(2 * np.pi * 12 * t)
    span = (Span(0, len(t), "a"),)
    clean = master_samples(voice.astype(np.int16), span, Levels({"a": 0.0}, -1.0))
    rumbling = master_samples((voice + rumble).astype(np.int16), span, Levels({"a": 0.0}, -1.0))
    middle = slice(RATE_HZ // 4, -RATE_HZ // 4)
    assert np.abs(clean[middle] - voice[middle]).max() < 3
    assert np.abs(rumbling[middle] - voice[middle]).max() < 40


@settings(deadline=None, max_examples=30)
@given(
    seed=st.integers(0, 10_000),
    loudness=st.floats(0.01, 1.0),
    gains=st.tuples(st.floats(-20, 30), st.floats(-20, 30)),
    ceiling=st.floats(-6, -0.5),
)
def test_whatever_the_spans(seed: int, loudness: float, gains: tuple[float, float], ceiling: float) -> None:
    """Lengths are kept, silence is silent, the ceiling holds, and nothing jumps at a border."""
    draw = random.Random(seed)
    samples, spans, position = np.zeros(20_000, np.int16), [], draw.randrange(3000)
    while (length := draw.randrange(1, 6000)) + position < len(samples) - 2304:
        samples[position : position + length] = speech(seed, loudness, length)
        spans.append(Span(position, position + length, draw.choice("ab")))
        position += length + draw.randrange(0, 3000)
    levels = Levels(dict(zip("ab", gains, strict=True)), ceiling)
    mastered = master_samples(samples, spans, levels)
    assert len(mastered) == len(samples)
    assert true_peak_dbtp(mastered.astype(np.float32) / 32768) <= ceiling + 0.03
    outside = np.ones(len(samples), bool)
    for span in spans:
        outside[span.start : span.end] = False
        edges = mastered[[span.start, span.end - 1]].astype(int)
        assert np.abs(edges).max() <= 32768 / 44
    assert not mastered[outside].any()


def test_a_finished_piece_has_a_frame_for_each_1152_samples(tmp_path: Path) -> None:
    piece = piece_of([("a", 0.5), ("b", 0.5)], 1, pause=40 * FRAME)
    finished = finish_piece(piece, LEVELS, Coding(96, False), Cache(tmp_path / "cache"), tmp_path)
    assert len(finished.frames) == pytest.approx(piece.samples / FRAME * 144 * 96_000 / RATE_HZ, abs=2)
    assert finished.true_peak_dbtp < 0


def test_a_long_recording_is_known_by_a_few_passages_and_a_rare_voice_by_all_of_its_own(
    tmp_path: Path,
) -> None:
    voices = ["often"] * 500 + ["rare"] + ["often"] * 500
    pieces = [Piece(str(index).encode(), (Span(0, 9, voice),)) for index, voice in enumerate(voices)]
    passages = [passage_of(piece, tmp_path) for piece in pieces]
    typical = typical_passages(passages)
    assert passages[500] in typical
    assert 6 < len(typical) < 12
    assert {int(passage.piece().pcm) // 250 for passage in typical} == {0, 1, 2, 3}
    assert typical_passages(passages[:8]) == passages[:8]


class TestKeptPieces:
    """What a piece became is used again as long as everything is as it was."""

    @pytest.fixture
    def piece(self) -> Piece:
        return piece_of([("a", 0.5), ("b", 0.1)], 1)

    def test_a_kept_piece_is_what_it_was(self, piece: Piece, tmp_path: Path) -> None:
        cache = Cache(tmp_path / "cache")
        first = finish_piece(piece, LEVELS, Coding(96, False), cache, tmp_path)
        assert cache.held().files == 1
        assert finish_piece(piece, LEVELS, Coding(96, False), cache, tmp_path) == first
        again = finish_piece(piece, LEVELS, Coding(96, False), cache, tmp_path)
        assert first.packed_energies == again.packed_energies
        assert cache.held().files == 1

    @pytest.mark.parametrize(
        ("levels", "coding"),
        [
            (Levels({"a": 6.2, "b": -3.0}, -1.0), Coding(96, False)),
            (Levels({"a": 6.0, "b": -3.0}, -9.0), Coding(96, False)),
            (LEVELS, Coding(128, False)),
            (LEVELS, Coding(96, True)),
        ],
    )
    def test_another_level_or_coding_makes_another(
        self, piece: Piece, tmp_path: Path, levels: Levels, coding: Coding
    ) -> None:
        cache = Cache(tmp_path / "cache")
        first = finish_piece(piece, LEVELS, Coding(96, False), cache, tmp_path)
        assert finish_piece(piece, levels, coding, cache, tmp_path).frames != first.frames

    def test_a_kept_file_that_is_broken_costs_time_alone(self, piece: Piece, tmp_path: Path) -> None:
        cache = Cache(tmp_path / "cache")
        first = finish_piece(piece, LEVELS, Coding(96, False), cache, tmp_path)
        for kept in (tmp_path / "cache").glob("takes/*/*"):
            kept.write_bytes(kept.read_bytes()[:-7])
        assert finish_piece(piece, LEVELS, Coding(96, False), cache, tmp_path) == first

    def test_a_changed_piece_leaves_the_others_as_they_were(self, tmp_path: Path, executor: Executor) -> None:
        cache, path = Cache(tmp_path / "cache"), tmp_path / "master.mp3"
        made = recording(tmp_path, *[[LOUD] for _ in range(12)])
        workshop = Workshop(Studio(), cache, executor, executor)
        write_mastered(made, Sound(), workshop, tmp_path, path)
        changed = passage_of(piece_of([LOUD], 999), tmp_path / "changed.pcm")
        write_mastered([*made[:5], changed, *made[6:]], Sound(), workshop, tmp_path, path)
        assert cache.held().files == 13
