"""WAV files with their title and their chapters as cue points (RIFF, IBM and Microsoft 1991)."""

from __future__ import annotations

import struct

from render.errors import EngineError
from render.sound.pcm import Samples
from render.sound.tags import Chapter, Tags

_PCM = 1
_LONGEST = 0xFFFF_FFFF


def wav(pcm: Samples, sample_rate_hz: int, tags: Tags, chapters: tuple[Chapter, ...]) -> bytes:
    """The file; raises EngineError over 4 GB, which RIFF cannot count."""
    information = b"".join(
        _chunk(name, value.encode() + b"\0")
        for name, value in (
            (b"INAM", tags.title),
            (b"IART", tags.artist),
            (b"ICRD", tags.date),
            (b"ILNG", tags.language),
        )
        if value
    )
    body = b"WAVE" + _chunk(
        b"fmt ", struct.pack("<HHIIHH", _PCM, 1, sample_rate_hz, 2 * sample_rate_hz, 2, 16)
    )
    body += _chunk(b"LIST", b"INFO" + information)
    body += _chunk(b"data", pcm)
    if chapters:
        body += _cue_points(chapters, sample_rate_hz)
    if len(body) > _LONGEST:
        raise EngineError("the narration is too long for a WAV file", hint="make FLAC instead")
    return _chunk(b"RIFF", body)


def _cue_points(chapters: tuple[Chapter, ...], sample_rate_hz: int) -> bytes:
    points, labels = [], []
    for number, chapter in enumerate(chapters, start=1):
        sample = chapter.begin_ms * sample_rate_hz // 1000
        points.append(struct.pack("<II4sIII", number, sample, b"data", 0, 0, sample))
        title = chapter.title.encode() + b"\0"
        labels.append(_chunk(b"labl", struct.pack("<I", number) + title))
    cues = _chunk(b"cue ", struct.pack("<I", len(points)) + b"".join(points))
    return cues + _chunk(b"LIST", b"adtl" + b"".join(labels))


def _chunk(name: bytes, body: Samples) -> bytes:
    # Chunks begin at even places.
    return b"".join((name, struct.pack("<I", len(body)), body, b"\0" * (len(body) % 2)))
