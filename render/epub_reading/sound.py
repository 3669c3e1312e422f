"""How long a sound file is, read from its headers: MPEG audio and MP4."""

from __future__ import annotations

import struct

_BITRATES_KBPS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES_HZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def duration_ms(data: bytes, media_type: str) -> float | None:
    """The length in milliseconds, or None where we cannot read it."""
    if media_type == "audio/mpeg":
        return _mpeg_ms(data)
    if media_type in {"audio/mp4", "audio/m4a", "audio/x-m4a", "video/mp4"}:
        return _mp4_ms(data)
    return None


def _mpeg_ms(data: bytes) -> float | None:
    position = _after_id3(data)
    samples_left_out = 0
    total_ms, count = 0.0, 0
    while position + 4 <= len(data):
        frame = _frame(data[position : position + 4])
        if frame is None:
            if count:
                break
            position += 1
            continue
        size, samples, rate = frame
        tags = () if count else (b"Info", b"Xing")
        header = max((data.find(tag, position, position + 64) for tag in tags), default=-1)
        if header >= 0:
            samples_left_out = _padding(data[header : header + 160])
        else:
            total_ms += samples * 1000 / rate
        count += 1
        position += size
        total_ms -= samples_left_out * 1000 / rate
        samples_left_out = 0
    return max(total_ms, 0.0) or None


def _padding(header: bytes) -> int:
    """The samples that a coder put before and after the sound, from the LAME extension."""
    if len(header) < 144 or not header[120:124].strip(b"\0").isalnum():
        return 0
    a, b, c = header[141:144]
    return (a << 4 | b >> 4) + ((b & 15) << 8 | c)


def _after_id3(data: bytes) -> int:
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    a, b, c, d = data[6:10]
    return 10 + (a << 21 | b << 14 | c << 7 | d)


def _frame(header: bytes) -> tuple[int, int, int] | None:
    """Size in bytes, samples and rate of a layer III frame."""
    if header[0] != 0xFF or header[1] & 0xE0 != 0xE0 or (header[1] >> 1) & 3 != 1:
        return None
    version = (header[1] >> 3) & 3
    bitrate, rate = header[2] >> 4, (header[2] >> 2) & 3
    if version == 1 or bitrate in {0, 15} or rate == 3:
        return None
    is_first = version == 3
    kbps = _BITRATES_KBPS[1 if is_first else 2][bitrate]
    hertz = _RATES_HZ[version][rate]
    samples = 1152 if is_first else 576
    size = samples // 8 * kbps * 1000 // hertz + ((header[2] >> 1) & 1)
    return size, samples, hertz


def _mp4_ms(data: bytes) -> float | None:
    at = data.find(b"mvhd")
    if at < 0:
        return None
    try:
        if data[at + 4] == 1:
            scale, length = struct.unpack_from(">IQ", data, at + 24)
        else:
            scale, length = struct.unpack_from(">II", data, at + 16)
    except (struct.error, IndexError):
        return None
    return length * 1000 / scale if scale else None
