"""Samples ↔ MPEG-1 Layer III frames at 44.1 kHz, constant bit rate, to the sample.

A piece that ends in silence becomes exactly one frame per 1152 samples, so pieces are encoded apart, in any
order, and their frames follow each other in the file as if they had been encoded in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import lameenc
import numpy as np
import soundfile
from numpy.typing import NDArray

from narrator.errors import SoundError
from narrator.mp3.crc16 import crc16
from narrator.mp3.info import ENCODER_DELAY, info_frame

RATE_HZ = 44_100
FRAME_SAMPLES = 1152
QUALITY = 7
"""LAME's own scale, 0 best and slowest to 9; lower than 7 is not heard on speech."""
ENCODER = f"LAME 3.100 --cbr --noreplaygain -q {QUALITY}"
"""Settings that make the same frames again, but for the bit rate."""

_DECODER_DELAY = 529
_AT_ONCE = 128 * FRAME_SAMPLES
"""Samples that stay in a processor's cache while they are encoded."""


def encode_piece(samples: NDArray[np.int16], bitrate: int, stereo: bool = False) -> bytes:
    """Frames of mono samples, one per 1152; stereo plays the same on both channels.

    The number of samples must be a multiple of 1152 and the last frame's worth silent, since what sounds in
    frame n is decoded from frames n and n + 1.
    """
    if len(samples) % FRAME_SAMPLES:
        raise ValueError(f"{len(samples)} samples are no whole number of frames")
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(RATE_HZ)
    encoder.set_out_sample_rate(RATE_HZ)
    encoder.set_channels(2 if stereo else 1)
    encoder.set_bit_rate(bitrate)
    encoder.set_quality(QUALITY)
    blocks = (samples[start : start + _AT_ONCE] for start in range(0, len(samples), _AT_ONCE))
    encoded = [
        encoder.encode((np.repeat(one, 2) if stereo else one).astype("<i2").tobytes()) for one in blocks
    ]
    return b"".join((*encoded, encoder.flush()))[: frames_size(len(samples) // FRAME_SAMPLES, bitrate)]


@cache
def silent_frames(count: int, bitrate: int, stereo: bool = False) -> bytes:
    """Frames of silence, to follow those of a piece that ends in it."""
    return encode_piece(np.zeros(count * FRAME_SAMPLES, np.int16), bitrate, stereo) if count else b""


def decode(path: Path) -> NDArray[np.float32]:
    """The samples of a file of whole frames, as many as went in; one channel of a stereo stream.

    The last 1105 are missing when nothing follows the frames, and come back as silence.
    """
    late = ENCODER_DELAY + _DECODER_DELAY
    try:
        with soundfile.SoundFile(path) as file:
            sound = np.zeros((file.frames + late, file.channels), np.float32)
            samples = len(file.read(out=sound[: file.frames]))
    except soundfile.LibsndfileError as error:
        raise SoundError(f"MP3 frames that cannot be decoded: {error}") from error
    return sound[late : late + samples, 0]


def write_mp3(path: Path, pieces: Iterable[bytes], bitrate: int, stereo: bool = False) -> int:
    """Write the frames of all pieces as one stream behind an Info frame; its length in samples.

    Players that read the Info frame play exactly that many. Memory holds one piece at a time.
    """
    last = silent_frames(1, bitrate, stereo)
    count = size = crc = 0
    with path.open("wb") as file:
        file.write(bytes(len(info_frame(last, 0, 0, 0, 0))))
        for frames in _and_last(pieces, last):
            file.write(frames)
            count += frames_in(len(frames), bitrate)
            size += len(frames)
            crc = crc16(frames, crc)
        file.seek(0)
        file.write(info_frame(last, count, size, FRAME_SAMPLES - ENCODER_DELAY, crc))
    return (count - 1) * FRAME_SAMPLES


def frames_size(count: int, bitrate: int) -> int:
    """Bytes of the first frames of an encoder.

    A frame at a constant bit rate has 144 times the bits of a sample, whole bytes of them; LAME's first lacks the
    rest, and those after it are padded by a byte as often as it takes to keep the rate from there.
    """
    whole, rest = divmod(144_000 * bitrate, RATE_HZ)
    padded = -(-max(0, count - 1) * rest // RATE_HZ)
    return count * whole + padded


def frames_in(size: int, bitrate: int) -> int:
    """How many frames of one encoder are `size` bytes."""
    return round(size * RATE_HZ / (144_000 * bitrate))


def _and_last(pieces: Iterable[bytes], last: bytes) -> Iterator[bytes]:
    """The decoder runs 1105 samples late: one silent frame more lets the end be heard."""
    yield from pieces
    yield last


def write_wav(mp3: Path, wav: Path) -> None:
    """The sound of an MP3 as a WAV of 16 bits."""
    samples, rate_hz = soundfile.read(mp3, dtype="int16")
    soundfile.write(wav, samples, rate_hz, format="WAV", subtype="PCM_16")
