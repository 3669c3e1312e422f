"""A picture for pages under test."""

import struct
import zlib


def png(width_px=900, height_px=300):
    """A PNG of one grey."""
    rows = b"".join(b"\0" + b"\x80" * width_px for _ in range(height_px))
    head = struct.pack(">IIBBBBB", width_px, height_px, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
