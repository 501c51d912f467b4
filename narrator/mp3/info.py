"""The Info frame at the head of a constant-bitrate MP3: how long it is, where its sound begins and ends.

Sources: the Xing header of 1999 and the LAME Tag, revision 1 (gabriel.mp3-tech.org/mp3infotag.html).
"""

from __future__ import annotations

import struct

from narrator.mp3.crc16 import crc16

ENCODER_DELAY = 576
"""Samples LAME puts before the first; decoders add 529 of their own and know it."""

_ENCODER = b"LAME3.100"
_REVISION_AND_CBR = 0x01
_HAS_FRAMES_BYTES_TOC_QUALITY = 0x0F
_LOWPASS_UNKNOWN = 0
_STEREO_MODES = {0b11: 0, 0b00: 1, 0b01: 3}
"""Channel mode of an MPEG header → the tag's: mono, stereo, joint stereo."""
_SOURCE_44100_HZ = 1


def info_frame(like: bytes, frames: int, audio_bytes: int, padding: int, audio_crc: int) -> bytes:
    """The frame that goes before `frames` audio frames of `audio_bytes` bytes; `like` is one of them.

    `padding` samples at the end, beyond the encoder's delay at the start, are not part of the sound.
    """
    size = unpadded_size(like)
    head = _silent_frame(like) + _xing(frames, audio_bytes + size)
    head += _lame(like, padding, audio_bytes + size, audio_crc)
    head += struct.pack(">H", crc16(head))
    return head.ljust(size, b"\0")


def bitrate_kbps(frame: bytes) -> int:
    return (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)[frame[2] >> 4]


def unpadded_size(frame: bytes) -> int:
    """Bytes of an MPEG-1 Layer III frame at 44.1 kHz, from its header; one that is padded has one more."""
    return 144_000 * bitrate_kbps(frame) // 44_100


def _silent_frame(like: bytes) -> bytes:
    """A header without the padding bit, and side information that says nothing sounds."""
    side_information = 17 if like[3] >> 6 == 0b11 else 32
    return bytes((like[0], like[1], like[2] & ~0b10, like[3])) + bytes(side_information)


def _xing(frames: int, stream_bytes: int) -> bytes:
    seek_table = bytes(256 * percent // 100 for percent in range(100))
    quality = 0
    return struct.pack(
        ">4sIII100sI", b"Info", _HAS_FRAMES_BYTES_TOC_QUALITY, frames, stream_bytes, seek_table, quality
    )


def _lame(like: bytes, padding: int, stream_bytes: int, audio_crc: int) -> bytes:
    """All of the LAME extension but its closing CRC; gains and peaks are left unset."""
    delays = (ENCODER_DELAY << 12 | padding).to_bytes(3, "big")
    source = _SOURCE_44100_HZ << 6 | _STEREO_MODES[like[3] >> 6] << 2
    gains_and_flags = bytes(9)
    return (
        _ENCODER
        + bytes((_REVISION_AND_CBR, _LOWPASS_UNKNOWN))
        + gains_and_flags
        + bytes((min(bitrate_kbps(like), 255),))
        + delays
        + struct.pack(">BBHIH", source, 0, 0, stream_bytes, audio_crc)
    )
