"""The tags of M4B files: iTunes' metadata list, and Nero's chapter list."""

from __future__ import annotations

from render.sound.boxes import box, full_box, u8, u32, u64
from render.sound.tags import Chapter, Tags

_UTF8, _JPEG, _PNG, _INTEGER = 1, 13, 14, 21
_AUDIOBOOK = 2
# Nero's list counts in one byte, and so do the lengths of its titles.
_MOST = 255


def metadata(tags: Tags) -> bytes:
    """The `meta` box with what there is to say."""
    texts = (
        (b"\xa9nam", tags.title),
        (b"\xa9ART", tags.artist),
        (b"aART", tags.artist),
        (b"\xa9alb", tags.album),
        (b"\xa9pub", tags.publisher),
        (b"\xa9day", tags.date),
        (b"desc", tags.description),
        (b"cprt", tags.rights),
        (b"\xa9lyr", tags.transcript),
    )
    entries = [_item(name, _UTF8, value.encode()) for name, value in texts if value]
    entries.append(_item(b"stik", _INTEGER, u8(_AUDIOBOOK)))
    if tags.cover:
        kind = _PNG if tags.cover_media_type == "image/png" else _JPEG
        entries.append(_item(b"covr", kind, tags.cover))
    handler = full_box(b"hdlr", 0, 0, u32(0), b"mdir", b"appl", bytes(8), b"\0")
    return full_box(b"meta", 0, 0, handler, box(b"ilst", *entries))


def chapter_list(chapters: tuple[Chapter, ...]) -> bytes:
    """Nero's `chpl` box, for players that know no chapter tracks; at most 255 chapters."""
    if not chapters:
        return b""
    entries = [_chapter(chapter) for chapter in chapters[:_MOST]]
    return full_box(b"chpl", 1, 0, u32(0), u8(len(entries)), *entries)


def _chapter(chapter: Chapter) -> bytes:
    title = chapter.title.encode()[:_MOST].decode(errors="ignore").encode()
    in_100_ns = chapter.begin_ms * 10_000
    return u64(in_100_ns) + u8(len(title)) + title


def _item(name: bytes, kind: int, value: bytes) -> bytes:
    return box(name, full_box(b"data", 0, kind, u32(0), value))
