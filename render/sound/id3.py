"""ID3v2.3 tags with chapters (ID3v2 Chapter Frame Addendum 1.0).

Our own writer, because others sort frames by size and scramble the chapters.
"""

from __future__ import annotations

import struct

from render.sound.tags import Chapter, Line, Tags

# Version 2.3 is what every player and Windows itself read; its Unicode is UTF-16.
_UTF16 = 1
_MILLISECONDS = 2
_TEXT_TRANSCRIPTION = 2
_FRONT_COVER = 3
_TOP_LEVEL_ORDERED = 3
_UNUSED_OFFSET = 0xFFFFFFFF
# A table of contents counts its children in one byte.
MAX_CHAPTERS = 255


def tag(tags: Tags, chapters: tuple[Chapter, ...]) -> bytes:
    """The whole tag, to put before the first MPEG frame. At most 255 chapters."""
    frames = [
        _text("TIT2", tags.title),
        _text("TPE1", tags.artist),
        _text("TALB", tags.album),
        _text("TPUB", tags.publisher),
        _text("TLAN", tags.language),
        _text("TYER", tags.date[:4]),
        _text("TCOP", tags.rights),
        _language_text("COMM", tags.description, tags.language),
        *_chapters(chapters),
        _language_text("USLT", tags.transcript, tags.language),
        _synchronised(tags.lines, tags.language),
        _cover(tags.cover, tags.cover_media_type),
    ]
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + _syncsafe(len(body)) + body


def _chapters(chapters: tuple[Chapter, ...]) -> list[bytes]:
    if not chapters:
        return []
    ids = [f"ch{number}".encode("ascii") + b"\0" for number in range(1, len(chapters) + 1)]
    contents = b"toc\0" + struct.pack(">BB", _TOP_LEVEL_ORDERED, len(chapters)) + b"".join(ids)
    frames = [_frame("CTOC", contents)]
    for id_, chapter in zip(ids, chapters, strict=True):
        times = struct.pack(
            ">IIII", chapter.begin_ms, chapter.end_ms, _UNUSED_OFFSET, _UNUSED_OFFSET
        )
        frames.append(_frame("CHAP", id_ + times + _text("TIT2", chapter.title)))
    return frames


def _text(name: str, value: str) -> bytes:
    return _frame(name, bytes([_UTF16]) + _utf16(value)) if value else b""


def _language_text(name: str, value: str, language: str) -> bytes:
    if not value:
        return b""
    no_description = _utf16("") + b"\0\0"
    return _frame(name, bytes([_UTF16]) + language.encode("ascii") + no_description + _utf16(value))


def _synchronised(lines: tuple[Line, ...], language: str) -> bytes:
    if not lines:
        return b""
    head = bytes([_UTF16]) + language.encode("ascii")
    head += bytes([_MILLISECONDS, _TEXT_TRANSCRIPTION]) + _utf16("") + b"\0\0"
    spoken = (_utf16(line.text) + b"\0\0" + struct.pack(">I", line.begin_ms) for line in lines)
    return _frame("SYLT", head + b"".join(spoken))


def _cover(data: bytes, media_type: str) -> bytes:
    if not data:
        return b""
    # Latin-1 with an empty description: some players show no picture after a UTF-16 one.
    return _frame(
        "APIC", b"\0" + media_type.encode("ascii") + b"\0" + bytes([_FRONT_COVER]) + b"\0" + data
    )


def _utf16(value: str) -> bytes:
    return b"\xff\xfe" + value.replace("\0", "").encode("utf-16-le")


def _frame(name: str, body: bytes) -> bytes:
    return name.encode("ascii") + struct.pack(">IH", len(body), 0) + body


def _syncsafe(size: int) -> bytes:
    return bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
