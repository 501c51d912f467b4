"""CRC-16/ARC, as LAME's tag carries it, fast over long data: many lanes at once, then joined."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

_Crcs = NDArray[np.uint16]

_POLYNOMIAL = 0xA001
"""x^16 + x^15 + x^2 + 1, bits reversed."""
_LANES = 1024


def crc16(data: bytes, start: int = 0) -> int:
    """CRC-16/ARC of `data`, going on from the CRC of what came before.

    >>> hex(crc16(b"123456789"))
    '0xbb3d'
    >>> crc16(b"6789", start=crc16(b"12345")) == crc16(b"123456789")
    True
    """
    in_lanes = len(data) // (2 * _LANES) * 2 * _LANES
    if in_lanes:
        start = int(_after_zeros(np.array([start]), in_lanes)[0]) ^ _crc_by_lanes(data[:in_lanes])
    for byte in data[in_lanes:]:
        start = (start >> 8) ^ int(_byte_table()[(start ^ byte) & 0xFF])
    return start


def _crc_by_lanes(data: bytes) -> int:
    crcs = np.zeros(_LANES, np.uint16)
    for column in np.frombuffer(data, "<u2").reshape(_LANES, -1).T.copy():
        crcs = _word_table()[crcs ^ column]
    lane_bytes = len(data) // _LANES
    while len(crcs) > 1:
        crcs = _after_zeros(crcs[0::2], lane_bytes) ^ crcs[1::2]
        lane_bytes *= 2
    return int(crcs[0])


def _after_zeros(crcs: _Crcs, count: int) -> _Crcs:
    """What CRCs become when `count` zero bytes follow: a CRC is linear in the bits of the one before."""
    bits = crcs[:, None] >> np.arange(16) & 1
    after: _Crcs = np.bitwise_xor.reduce(np.where(bits, _single_bits_after(count), 0), axis=1)
    return after.astype(np.uint16)


@cache
def _single_bits_after(zeros: int) -> _Crcs:
    if zeros == 0:
        return np.array([1 << bit for bit in range(16)], np.uint16)
    if zeros % 2:
        return _after_zero_byte(_single_bits_after(zeros - 1))
    return _after_zeros(_single_bits_after(zeros // 2), zeros // 2)


def _after_zero_byte(crcs: _Crcs) -> _Crcs:
    after: _Crcs = (crcs >> 8) ^ _byte_table()[crcs & 0xFF]
    return after


@cache
def _byte_table() -> _Crcs:
    """The CRC of each single byte."""
    crcs = np.arange(256, dtype=np.uint16)
    for _ in range(8):
        crcs = np.where(crcs & 1, (crcs >> 1) ^ _POLYNOMIAL, crcs >> 1).astype(np.uint16)
    return crcs


@cache
def _word_table() -> _Crcs:
    """The CRC of each pair of bytes."""
    return _after_zero_byte(_after_zero_byte(np.arange(1 << 16, dtype=np.uint16)))
