"""M4B audiobooks: AAC in ISO base media with chapters, tags and the index at the front.

Our own writer: FFmpeg's needs a file to put the index first, and calls every chapter
track English. Clauses are of ISO/IEC 14496-12 unless another is named.
"""

from __future__ import annotations

from itertools import chain

from render.sound.boxes import box, full_box, items, u8, u16, u32
from render.sound.encoding import AacTrack
from render.sound.mp4_tags import chapter_list, metadata
from render.sound.tags import Chapter, Tags

_SAMPLES_PER_PACKET = 1024
# About one second a chunk at 22 kHz: what players fetch at a time.
_PACKETS_PER_CHUNK = 21
_MILLISECONDS = 1000
_MATRIX = b"".join(map(u32, (0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)))
_SOUND, _CHAPTERS = 1, 2


def m4b(track: AacTrack, tags: Tags, chapters: tuple[Chapter, ...]) -> bytes:
    """The file. The index comes before the sound, so that it plays while it arrives."""
    head = box(b"ftyp", b"M4B " + u32(0) + b"M4B M4A mp42isom")
    texts = [_text_sample(chapter.title) for chapter in chapters]
    data = b"".join(chain(texts, track.packets))
    # The offsets in the index depend on its own length, which they do not change.
    length = len(_movie(track, tags, chapters, texts, 0))
    first = len(head) + length + 8
    return head + _movie(track, tags, chapters, texts, first) + box(b"mdat", data)


def _movie(
    track: AacTrack,
    tags: Tags,
    chapters: tuple[Chapter, ...],
    texts: list[bytes],
    data_offset: int,
) -> bytes:
    rate = track.sample_rate_hz
    next_track = _CHAPTERS + 1 if chapters else _CHAPTERS
    header = full_box(
        b"mvhd", 0, 0,
        u32(0), u32(0), u32(rate), u32(track.sample_count),
        u32(0x10000), u16(0x100), bytes(10), _MATRIX, bytes(24), u32(next_track),
    )  # fmt: skip
    sound_offset = data_offset + sum(map(len, texts))
    parts = [header, _sound_track(track, tags.language, sound_offset, chaptered=bool(chapters))]
    if chapters:
        parts.append(_chapter_track(track, tags.language, chapters, texts, data_offset))
    parts.append(box(b"udta", metadata(tags), chapter_list(chapters)))
    return box(b"moov", *parts)


def _sound_track(track: AacTrack, language: str, offset: int, *, chaptered: bool) -> bytes:
    rate = track.sample_rate_hz
    media_duration = len(track.packets) * _SAMPLES_PER_PACKET
    # The edit list skips the coder's priming (8.6.6): the first sample heard is ours.
    edit = full_box(
        b"elst", 0, 0, u32(1), u32(track.sample_count), u32(track.priming_samples), u32(0x10000)
    )
    sizes = [len(packet) for packet in track.packets]
    table = box(
        b"stbl",
        full_box(b"stsd", 0, 0, u32(1), _aac_entry(track)),
        full_box(b"stts", 0, 0, items([u32(len(sizes)) + u32(_SAMPLES_PER_PACKET)])),
        _chunks(sizes, offset),
        # Every packet needs the one before it to be decoded right (ISO 14496-3): roll -1.
        full_box(b"sgpd", 1, 0, b"roll", u32(2), u32(1), b"\xff\xff"),
        full_box(b"sbgp", 0, 0, b"roll", u32(1), u32(len(sizes)), u32(1)),
    )
    media = box(
        b"mdia",
        _media_header(rate, media_duration, language),
        _handler(b"soun", b"Sound"),
        box(b"minf", full_box(b"smhd", 0, 0, bytes(4)), _self_contained(), table),
    )
    reference = box(b"tref", box(b"chap", u32(_CHAPTERS))) if chaptered else b""
    head = _track_header(_SOUND, track.sample_count, flags=7, volume=0x100)
    return box(b"trak", head, box(b"edts", edit), reference, media)


def _chapter_track(
    track: AacTrack,
    language: str,
    chapters: tuple[Chapter, ...],
    texts: list[bytes],
    offset: int,
) -> bytes:
    """A text track that no player shows: QuickTime's way of naming chapters."""
    # Each chapter lasts until the next begins, the first from 0, so that none is displaced.
    begins = [0, *(chapter.begin_ms for chapter in chapters[1:])]
    ends = [*begins[1:], chapters[-1].end_ms]
    spans = [end - begin for begin, end in zip(begins, ends, strict=True)]
    table = box(
        b"stbl",
        full_box(b"stsd", 0, 0, u32(1), _text_entry()),
        full_box(b"stts", 0, 0, items([u32(1) + u32(span) for span in spans])),
        _chunks([len(text) for text in texts], offset),
    )
    generic = box(
        b"gmhd",
        full_box(b"gmin", 0, 0, u16(0x40), u16(0x8000) * 3, bytes(4)),
        box(b"text", _MATRIX),
    )
    media = box(
        b"mdia",
        _media_header(_MILLISECONDS, sum(spans), language),
        _handler(b"text", b"Chapters"),
        box(b"minf", generic, _self_contained(), table),
    )
    duration = sum(spans) * track.sample_rate_hz // _MILLISECONDS
    return box(b"trak", _track_header(_CHAPTERS, duration, flags=2, volume=0), media)


def _chunks(sizes: list[int], offset: int) -> bytes:
    """Sample sizes, and the chunks they lie in one after the other (8.7)."""
    starts = range(0, len(sizes), _PACKETS_PER_CHUNK)
    runs = []
    if len(sizes) >= _PACKETS_PER_CHUNK:
        runs.append(u32(1) + u32(_PACKETS_PER_CHUNK) + u32(1))
    if last := len(sizes) % _PACKETS_PER_CHUNK:
        runs.append(u32(len(starts)) + u32(last) + u32(1))
    places = []
    for start in starts:
        places.append(u32(offset))
        offset += sum(sizes[start : start + _PACKETS_PER_CHUNK])
    return (
        full_box(b"stsc", 0, 0, items(runs))
        + full_box(b"stsz", 0, 0, u32(0), items([u32(size) for size in sizes]))
        + full_box(b"stco", 0, 0, items(places))
    )


def _track_header(number: int, duration: int, *, flags: int, volume: int) -> bytes:
    return full_box(
        b"tkhd", 0, flags,
        u32(0), u32(0), u32(number), u32(0), u32(duration),
        bytes(8), u16(0), u16(0), u16(volume), u16(0), _MATRIX, u32(0), u32(0),
    )  # fmt: skip


def _media_header(timescale: int, duration: int, language: str) -> bytes:
    # Three letters of five bits each (8.4.2.3).
    first, second, third = (ord(letter) - 0x60 for letter in language)
    packed = first << 10 | second << 5 | third
    return full_box(
        b"mdhd", 0, 0, u32(0), u32(0), u32(timescale), u32(duration), u16(packed), u16(0)
    )


def _handler(kind: bytes, name: bytes) -> bytes:
    return full_box(b"hdlr", 0, 0, u32(0), kind, bytes(12), name + b"\0")


def _self_contained() -> bytes:
    return box(b"dinf", full_box(b"dref", 0, 0, u32(1), full_box(b"url ", 0, 1)))


def _aac_entry(track: AacTrack) -> bytes:
    return box(
        b"mp4a",
        bytes(6), u16(1), bytes(8), u16(1), u16(16), bytes(4), u32(track.sample_rate_hz << 16),
        _elementary_stream(track),
    )  # fmt: skip


def _elementary_stream(track: AacTrack) -> bytes:
    """The `esds` box of ISO 14496-14: AAC-LC and its configuration."""
    seconds = max(1, track.sample_count) / track.sample_rate_hz
    mean = round(8 * sum(map(len, track.packets)) / seconds)
    specific = _descriptor(5, track.configuration)
    largest = max(map(len, track.packets), default=0)
    decoder = _descriptor(
        4, u8(0x40) + u8(0x15) + largest.to_bytes(3, "big") + u32(mean) + u32(mean) + specific
    )
    return full_box(b"esds", 0, 0, _descriptor(3, u16(0) + u8(0) + decoder + _descriptor(6, u8(2))))


def _descriptor(number: int, body: bytes) -> bytes:
    return u8(number) + u8(len(body)) + body


def _text_entry() -> bytes:
    """QuickTime's text sample description, all of it at its defaults."""
    return box(b"text", bytes(6), u16(1), u32(1), u32(1), bytes(6), bytes(8), bytes(8), bytes(15))


def _text_sample(title: str) -> bytes:
    words = title.encode()[:0xFFFF]
    # Without it, players read the title as Mac Roman.
    return u16(len(words)) + words + box(b"encd", u32(0x100))
