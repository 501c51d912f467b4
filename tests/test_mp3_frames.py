"""Pieces encoded apart play as one, to the sample."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from narrator.errors import SoundError
from narrator.mp3.crc16 import crc16
from narrator.mp3.frames import (
    FRAME_SAMPLES,
    RATE_HZ,
    decode,
    encode_piece,
    frames_in,
    frames_size,
    write_mp3,
)


def sweep(frames: int, seed: int) -> NDArray[np.int16]:
    """Something like a voice, ending in two frames of silence."""
    t = np.arange(frames * FRAME_SAMPLES) / RATE_HZ
    tone = np.sin(2 * np.pi * (180 + 40 * np.sin(3 * t + seed)) * t) * (0.5 + 0.5 * np.sin(7 * t + seed))
    tone += 0.05 * np.random.default_rng(seed).standard_normal(len(t))
    tone[-2 * FRAME_SAMPLES :] = 0
    return np.rint(tone * 8000).astype(np.int16)


PIECES = [sweep(60, 1), sweep(17, 2), sweep(101, 3)]
WHOLE = np.concatenate(PIECES)


def best_shift(heard: NDArray[np.float32], wanted: NDArray[np.float32]) -> int:
    """By how many samples `heard` is late."""
    spectrum = np.fft.rfft(heard, 2 * len(wanted)) * np.conj(np.fft.rfft(wanted, 2 * len(wanted)))
    shift = int(np.argmax(np.fft.irfft(spectrum)))
    return shift if shift < len(wanted) else shift - 2 * len(wanted)


@pytest.mark.parametrize("bitrate", [64, 80, 96, 112, 128, 160, 192])
@pytest.mark.parametrize("stereo", [False, True])
def test_a_piece_is_one_frame_per_1152_samples(bitrate: int, stereo: bool) -> None:
    frames = encode_piece(PIECES[1], bitrate, stereo)
    starts = [frames_size(count, bitrate) for count in range(17)]
    assert all(frames[start : start + 2] == b"\xff\xfb" for start in starts)
    assert len(frames) == frames_size(17, bitrate)
    assert frames_in(len(frames), bitrate) == 17


@pytest.mark.parametrize(("bitrate", "stereo"), [(96, False), (64, True), (192, True)])
def test_joined_pieces_play_to_the_sample(tmp_path: Path, bitrate: int, stereo: bool) -> None:
    path = tmp_path / "joined.mp3"
    length = write_mp3(path, (encode_piece(piece, bitrate, stereo) for piece in PIECES), bitrate, stereo)
    heard, rate = soundfile.read(path, dtype="float32", always_2d=True)
    assert (length, heard.shape, rate) == (len(WHOLE), (len(WHOLE), 2 if stereo else 1), RATE_HZ)
    assert best_shift(heard[:, -1], WHOLE) == 0
    start = 0
    for piece in PIECES:
        assert best_shift(heard[start : start + len(piece), 0], piece) == 0
        start += len(piece)


def test_a_join_is_as_clean_as_no_join(tmp_path: Path) -> None:
    joined, whole = tmp_path / "joined.mp3", tmp_path / "whole.mp3"
    write_mp3(joined, [encode_piece(piece, 96) for piece in PIECES], 96)
    write_mp3(whole, [encode_piece(WHOLE, 96)], 96)
    join = len(PIECES[0])
    around = slice(join - 4 * FRAME_SAMPLES, join + 4 * FRAME_SAMPLES)
    assert noise(joined, around) < 1.1 * noise(whole, around)


def noise(path: Path, where: slice) -> float:
    """RMS of what decoding adds, LAME's own change of level aside."""
    heard, _ = soundfile.read(path, dtype="float64")
    return float(np.sqrt(np.mean((heard - 0.95 * WHOLE / 32768)[where] ** 2)))


def test_frames_decode_to_what_went_in(tmp_path: Path) -> None:
    frames = tmp_path / "piece.mp3"
    frames.write_bytes(encode_piece(PIECES[2], 128))
    heard = decode(frames)
    assert len(heard) == len(PIECES[2])
    assert best_shift(heard, PIECES[2]) == 0


def test_the_same_samples_give_the_same_frames() -> None:
    assert encode_piece(PIECES[0], 96) == encode_piece(PIECES[0].copy(), 96)


def test_the_info_frame_carries_true_checksums(tmp_path: Path) -> None:
    path = tmp_path / "joined.mp3"
    write_mp3(path, [encode_piece(piece, 96) for piece in PIECES], 96)
    data = path.read_bytes()
    end = data.index(b"LAME") + 36
    assert int.from_bytes(data[end - 2 : end], "big") == crc16(data[: end - 2])
    first_audio = 144 * 96_000 // RATE_HZ
    assert int.from_bytes(data[end - 4 : end - 2], "big") == crc16(data[first_audio:])
    assert int.from_bytes(data[end - 8 : end - 4], "big") == len(data)


def test_a_piece_that_is_no_whole_number_of_frames_is_refused() -> None:
    with pytest.raises(ValueError, match="1153"):
        encode_piece(np.zeros(1153, np.int16), 96)


def test_bytes_that_are_no_frames_are_refused(tmp_path: Path) -> None:
    (tmp_path / "piece.mp3").write_bytes(b"no frames at all")
    with pytest.raises(SoundError):
        decode(tmp_path / "piece.mp3")


@pytest.mark.parametrize("length", [0, 1, 2047, 2048, 2049, 70_001])
def test_crc16_is_that_of_the_single_bytes(length: int) -> None:
    data = np.random.default_rng(length).bytes(length)
    expected = 0
    for byte in data:
        expected ^= byte
        for _ in range(8):
            expected = (expected >> 1) ^ (0xA001 if expected & 1 else 0)
    assert crc16(data) == expected
    assert crc16(data[7:], crc16(data[:7])) == expected
