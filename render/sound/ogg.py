"""Ogg pages (RFC 3533) with Opus in them (RFC 7845)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from render.sound.encoding import OpusTrack

_FIRST, _LAST = 2, 4
_CONTINUED = 1
# The serial number tells streams of one file apart; ours has one.
_SERIAL = 1
_SEGMENT = 255
_MOST_SEGMENTS = 255
_PACKETS_PER_PAGE = 50


def ogg_opus(track: OpusTrack, comments: bytes) -> bytes:
    """The file: head, comments, then a page for each second of sound."""
    pages = [_page([track.head], 0, 0, _FIRST), *_long_packet(b"OpusTags" + comments, 1)]
    number = len(pages)
    for begin in range(0, len(track.packets), _PACKETS_PER_PAGE):
        packets = list(track.packets[begin : begin + _PACKETS_PER_PAGE])
        done = begin + len(packets)
        is_last = done >= len(track.packets)
        # The end's position cuts off the coder's padding (RFC 7845, clause 4.4).
        granule = track.end_granule if is_last else done * track.samples_per_packet
        pages.append(_page(packets, granule, number, _LAST if is_last else 0))
        number += 1
    return b"".join(pages)


def _long_packet(packet: bytes, number: int) -> Iterator[bytes]:
    """A packet over as many pages as it takes: a page holds 255 segments of 255 bytes."""
    room = _SEGMENT * _MOST_SEGMENTS
    for begin in range(0, len(packet) + 1, room):
        part = packet[begin : begin + room]
        flags = _CONTINUED if begin else 0
        yield _page_of(part, _lacing(part, ends=len(part) < room), 0, number, flags)
        number += 1


def _page(packets: list[bytes], granule: int, number: int, flags: int) -> bytes:
    lacing = b"".join(_lacing(packet, ends=True) for packet in packets)
    return _page_of(b"".join(packets), lacing, granule, number, flags)


def _lacing(packet: bytes, *, ends: bool) -> bytes:
    full, rest = divmod(len(packet), _SEGMENT)
    return bytes([_SEGMENT]) * full + (bytes([rest]) if ends else b"")


def _page_of(body: bytes, lacing: bytes, granule: int, number: int, flags: int) -> bytes:
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, granule, _SERIAL, number, 0)
    page = head + bytes([len(lacing)]) + lacing + body
    return page[:22] + struct.pack("<I", _checksum(page)) + page[26:]


def _checksum(page: bytes) -> int:
    """CRC-32 of polynomial 0x04c11db7, unreflected (RFC 3533, clause 6)."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ _TABLE[value >> 24 ^ byte]
    return value


def _table_entry(index: int) -> int:
    value = index << 24
    for _ in range(8):
        value = value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)
    return value & 0xFFFFFFFF


_TABLE = tuple(_table_entry(index) for index in range(256))
