"""Vorbis comments with chapters, as Opus and FLAC carry them.

Chapters follow the CHAPTERxxx convention of Ogg. Our own writer, because FFmpeg's
rounds the seconds of their times up.
"""

from __future__ import annotations

import base64
import struct

from render.sound.tags import Chapter, Tags
from render.sound.webvtt import timestamp

_VENDOR = b"Lisible"
_FRONT_COVER = 3


def comments(tags: Tags, chapters: tuple[Chapter, ...]) -> tuple[str, ...]:
    """The comments as `NAME=value`, chapters last and in order."""
    told = (
        ("TITLE", tags.title),
        ("ARTIST", tags.artist),
        ("ALBUM", tags.album),
        ("ORGANIZATION", tags.publisher),
        ("DATE", tags.date),
        ("LANGUAGE", tags.language if tags.language != "und" else ""),
        ("DESCRIPTION", tags.description),
        ("COPYRIGHT", tags.rights),
        ("LYRICS", tags.transcript),
    )
    found = [f"{name}={value}" for name, value in told if value]
    for number, chapter in enumerate(chapters):
        found.append(f"CHAPTER{number:03}={timestamp(chapter.begin_ms)}")
        found.append(f"CHAPTER{number:03}NAME={chapter.title}")
    return tuple(found)


def comment_block(entries: tuple[str, ...]) -> bytes:
    """The comment header of Vorbis I, clause 5.2, without its framing bit."""
    body = _counted(_VENDOR) + struct.pack("<I", len(entries))
    return body + b"".join(_counted(entry.encode()) for entry in entries)


def picture_block(tags: Tags) -> bytes:
    """The cover as a FLAC picture (RFC 9639, clause 8.8); empty where there is none."""
    if not tags.cover:
        return b""
    media_type = tags.cover_media_type.encode("ascii")
    head = struct.pack(">II", _FRONT_COVER, len(media_type)) + media_type
    # No description; width, height, depth and colours unknown.
    return head + struct.pack(">IIIIII", 0, 0, 0, 0, 0, len(tags.cover)) + tags.cover


def picture_comment(tags: Tags) -> tuple[str, ...]:
    """The cover as a comment, as Ogg has no blocks for pictures."""
    block = picture_block(tags)
    return (f"METADATA_BLOCK_PICTURE={base64.b64encode(block).decode()}",) if block else ()


def _counted(data: bytes) -> bytes:
    return struct.pack("<I", len(data)) + data
