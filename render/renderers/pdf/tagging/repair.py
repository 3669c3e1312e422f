"""Painted glyphs against written text: what an extractor would read wrongly, and the cure.

A glyph means one text in the whole file (its ToUnicode), layout adds hyphens, and
right-to-left text is painted from its end. Where the reading of the glyphs is not what
was written, ActualText says what was (ISO 32000-2, 14.9.4).
"""

from __future__ import annotations

import re
import struct
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from render.renderers.pdf.untyped import Font

_HEX = re.compile(r"<([0-9a-f]+)>")
_SPACES = dict.fromkeys(
    map(
        ord,
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    ),
    " ",
)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


class Shown(NamedTuple):
    """One show-text operation: its place in the stream, its font, its operand.

    `read` is how its glyphs read, where the painting told.
    """

    place: int
    font: Font
    operand: str
    read: str | None = None


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its operation, the place of its code in the operand, and how it reads."""

    shown: int
    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The glyphs from `first` to `last`, exclusive, stand for `text`."""

    first: int
    last: int
    text: str


def reading(shown: Shown) -> str:
    """What an extractor reads."""
    if shown.read is not None:
        return shown.read
    digits = "".join(_HEX.findall(shown.operand))
    code = "B" if shown.font.bitmap else "H"
    codes = struct.unpack(f">{len(digits) // code_width(shown.font)}{code}", bytes.fromhex(digits))
    # Every glyph that was painted has its text; no function of ours is called for each.
    return "".join(map(shown.font.to_unicode.__getitem__, codes))


def reads_as(found: str, written: str) -> bool:
    """True where a reader would not tell them apart: all spaces are equal."""
    return found == written or found.translate(_SPACES) == written.translate(_SPACES)


def code_width(font: Font) -> int:
    """How many hexadecimal digits one code has."""
    return 2 if font.bitmap else 4


def glyphs(shown: list[Shown]) -> list[Glyph]:
    """Every glyph, in paint order."""
    found = []
    for number, each in enumerate(shown):
        width = code_width(each.font)
        for run in _HEX.finditer(each.operand):
            for begin in range(run.start(1), run.end(1), width):
                code = int(each.operand[begin : begin + width], 16)
                text = each.font.to_unicode.get(code, "")
                found.append(Glyph(number, begin, begin + width, text))
    return found


def correction(painted: list[Glyph], written: str) -> Correction:
    """The smallest run of glyphs that must be said otherwise.

    Text with right-to-left letters is corrected whole: extractors that order it
    themselves must not meet half of it.
    """
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in written):
        return Correction(0, len(painted), written)
    first, begin = 0, 0
    while first < len(painted) and _starts(written, begin, painted[first].text):
        begin += len(painted[first].text)
        first += 1
    last, end = len(painted), len(written)
    while last > first and _ends(written, begin, end, painted[last - 1].text):
        end -= len(painted[last - 1].text)
        last -= 1
    if first == last and first > 0:  # no glyph shows something: let the one before say it
        first -= 1
        begin -= len(painted[first].text)
    elif first == last and painted:  # or the one after, where it is the first
        end += len(painted[0].text)
        last = 1
    return Correction(first, last, written[begin:end])


def _starts(written: str, begin: int, text: str) -> bool:
    return bool(text) and reads_as(written[begin : begin + len(text)], text)


def _ends(written: str, begin: int, end: int, text: str) -> bool:
    return (
        bool(text) and end - len(text) >= begin and reads_as(written[end - len(text) : end], text)
    )
