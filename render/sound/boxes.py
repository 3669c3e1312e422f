"""The boxes of ISO/IEC 14496-12, clause 4.2, and the numbers in them: big-endian."""

from __future__ import annotations

import struct
from collections.abc import Sequence


def box(name: bytes, *parts: bytes) -> bytes:
    """A box: its size, its name of four bytes and its content."""
    body = b"".join(parts)
    return u32(8 + len(body)) + name + body


def full_box(name: bytes, version: int, flags: int, *parts: bytes) -> bytes:
    """A box with a version and flags."""
    return box(name, u32(version << 24 | flags), *parts)


def items(entries: Sequence[bytes]) -> bytes:
    """A count and that many entries."""
    return u32(len(entries)) + b"".join(entries)


def u8(number: int) -> bytes:
    """One byte."""
    return struct.pack(">B", number)


def u16(number: int) -> bytes:
    """Two bytes."""
    return struct.pack(">H", number)


def u32(number: int) -> bytes:
    """Four bytes."""
    return struct.pack(">I", number)


def u64(number: int) -> bytes:
    """Eight bytes."""
    return struct.pack(">Q", number)
