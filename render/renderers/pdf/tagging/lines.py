"""Lines of text, painted and read in one go.

WeasyPrint asks Pango for each glyph by itself, and what it painted had to be taken apart
again to know how it reads. Here a run of glyphs is one array, and each glyph met before is
looked up: three quarters of the time of painting text were saved. What is rare is left to
WeasyPrint: glyphs off the line, missing ones, emoji.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from typing import Any

from render.renderers.pdf.untyped import Box, Font

_DrawLine = Callable[[Any, Box, str, str, Any], list[object]]
# One PangoGlyphInfo: glyph, width, offset across, offset upwards, flags.
_INFO = 5
# Of Pango to a pixel.
_UNITS = 1024
_LARGEST_GLYPH = 0xFFFF
# Where Pango begins a new paragraph, which a line is not to do.
_PARAGRAPH_ENDS = frozenset("\n\r\u2029")


class Face:
    """A font at one size: how its glyphs are written, for each width they were set to."""

    def __init__(self, font: Font, size: float) -> None:
        self.font = font
        self.size = size
        self.is_plain = not (font.bitmap or font.svg or font.png or font.colr)
        self._operands: dict[tuple[int, int], str] = {}

    def operand(self, glyphs: array[int], widths: array[int]) -> str:
        """The glyphs as the operand of a show-text operator, without its outer brackets."""
        known, met = self._operands, [*zip(glyphs, widths, strict=True)]
        try:
            return "".join([known[each] for each in met])
        except KeyError:
            for each in met:
                if each not in known:
                    known[each] = self._written(*each)
        return "".join([known[each] for each in met])

    def learn(self, glyph: int, text: str, pango_font: object, stream: Any) -> None:  # noqa: ANN401
        """Note how a glyph reads, and how wide it is of its own."""
        from weasyprint.text.ffi import pango

        self.font.to_unicode[glyph] = text
        if glyph not in self.font.widths:
            pango.pango_font_get_glyph_extents(
                pango_font, glyph, stream.ink_rect, stream.logical_rect
            )
            width = stream.logical_rect.width
            self.font.widths[glyph] = round(width * 1000 / _UNITS / self.size)

    def _written(self, glyph: int, width: int) -> str:
        # As WeasyPrint, which gives what Pango kerned or stretched in whole thousandths.
        kerning = int(self.font.widths[glyph] - width * 1000 / _UNITS / self.size)
        return f"{glyph:04x}>{kerning}<" if kerning else f"{glyph:04x}"


class LinePainter:
    """Paints the lines of one document; the fonts are known by Pango's own pointers to them."""

    def __init__(self) -> None:
        # With a pointer goes a layout that holds it: else its address might be used again.
        self._faces: dict[Any, tuple[Face, object]] = {}

    def instead_of(self, theirs: _DrawLine) -> _DrawLine:
        """WeasyPrint's painter of lines, with this one before it."""

        def draw_first_line(
            stream: Any,  # noqa: ANN401
            textbox: Box,
            text_overflow: str,
            block_ellipsis: str,
            matrix: Any,  # noqa: ANN401
        ) -> list[object]:
            is_whole = text_overflow != "ellipsis" and block_ellipsis == "none"
            takes_glyphs = is_whole and hasattr(stream, "show_glyphs")
            if takes_glyphs and self.paint(stream, textbox, matrix.values):
                return []
            return theirs(stream, textbox, text_overflow, block_ellipsis, matrix)

        return draw_first_line

    def paint(self, stream: Any, textbox: Box, place: tuple[float, ...]) -> bool:  # noqa: ANN401
        """Paint the one line of a box, set by the matrix `place`; False where it cannot be here."""
        from weasyprint.text.ffi import ffi

        layout = textbox.pango_layout
        if not textbox.text.strip() or not _PARAGRAPH_ENDS.isdisjoint(layout.text):
            return False
        line, _second = layout.get_first_line()
        parts = []
        run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
        while run != ffi.NULL:
            part = self._part(stream, run.data, layout)
            if part is None:
                return False
            parts.append(part)
            run = run.next
        stream.set_text_matrix(*place)
        for face, same in groupby(parts, itemgetter(0)):
            runs = [part[1:] for part in same]
            stream.set_font_size(face.font.hash, face.size)
            operand = "".join([glyphs for glyphs, _reading in runs])
            reading = "".join([reading for _glyphs, reading in runs])
            stream.show_glyphs(face.font, f"<{operand}>".removesuffix("<>"), reading)
        return True

    def _part(self, stream: Any, item: Any, layout: Any) -> tuple[Face, str, str] | None:  # noqa: ANN401
        """One run: its font, its glyphs as operand, and how they read; None where it is special."""
        from weasyprint.text.ffi import ffi

        pango_font = item.item.analysis.font
        if pango_font not in self._faces:
            self._faces[pango_font] = Face(*stream.add_font(pango_font)), layout.layout
        face = self._faces[pango_font][0]
        string = item.glyphs
        numbers = array("i")
        numbers.frombytes(ffi.buffer(string.glyphs, 4 * _INFO * string.num_glyphs))
        glyphs = numbers[0::_INFO]
        if (
            not face.is_plain
            or any(numbers[2::_INFO])
            or any(numbers[3::_INFO])
            or max(glyphs, default=0) > _LARGEST_GLYPH  # empty, or missing
        ):
            return None
        reads = face.font.to_unicode
        if not reads.keys() >= set(glyphs):
            for index, glyph in enumerate(glyphs):
                if glyph not in reads:
                    face.learn(glyph, _text_of(item, index, layout.text), pango_font, stream)
        operand = face.operand(glyphs, numbers[1::_INFO])
        return face, operand, "".join(map(reads.__getitem__, glyphs))


def _text_of(item: Any, index: int, text: str) -> str:  # noqa: ANN401
    """The text of the line that a glyph stands for, as its cluster says."""
    begins, length = item.glyphs.log_clusters, item.item.length
    is_right_to_left = item.item.analysis.level % 2
    after = index - 1 if is_right_to_left else index + 1
    end = begins[after] if 0 <= after < item.glyphs.num_glyphs else length
    offset = item.item.offset
    return text.encode()[offset + begins[index] : offset + end].decode()
