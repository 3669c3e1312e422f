"""The cover: 1600 × 2560 points of type, drawn from the theme, the same for the same article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

    from render.cover.lettering import Lettering

WIDTH_PX = 1600
HEIGHT_PX = 2560
_MARGIN_PX = 140
_RULE_PX = 12


@dataclass(frozen=True, slots=True)
class CoverText:
    """What stands on the cover. `kicker` and `foot` may be empty."""

    kicker: str
    title: str
    byline: str
    foot: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Two colours as `#rrggbb`, far enough apart to read one on the other."""

    paper: str
    ink: str


def draw_cover(
    words: CoverText, colours: Colours, lettering: Lettering | None, picture: bytes
) -> bytes:
    """The cover as JPEG.

    `picture` is a raster image to show above the title, or empty. Without `lettering`
    the cover has no words. The title takes the largest size at which it fits.
    """
    from PIL import Image, ImageDraw  # Pillow costs 50 ms to import

    canvas = Image.new("RGB", (WIDTH_PX, HEIGHT_PX), colours.paper)
    top = _paste(canvas, picture) if picture else _MARGIN_PX
    if lettering is None:
        ImageDraw.Draw(canvas).rectangle((0, top, WIDTH_PX, top + _RULE_PX), colours.ink)
    else:
        _write(_Pen(ImageDraw.Draw(canvas), lettering, colours), words, top)
    stream = io.BytesIO()
    # Full colour resolution and a second pass for its tables cost 13 ms more and show nothing more.
    canvas.save(stream, "JPEG", quality=88, subsampling="4:2:0", dpi=(300, 300))
    return stream.getvalue()


def _write(pen: _Pen, words: CoverText, top: int) -> None:
    pen.rule(top, share=0.28)
    top += _RULE_PX + 60
    if words.kicker:
        top = pen.lines(pen.fit(words.kicker, (52, 40), room=200), top, pen.colours.ink) + 40
    foot_top = HEIGHT_PX - _MARGIN_PX - 90
    room = foot_top - top - (260 if words.byline else 60)
    title = pen.fit(words.title, tuple(range(176, 47, -8)), room=room, bold=True)
    top = pen.lines(title, top, pen.colours.ink) + 60
    if words.byline:
        pen.lines(pen.fit(words.byline, (72, 60, 48), room=200), top, pen.colours.ink)
    if words.foot:
        pen.lines(pen.fit(words.foot, (52, 44, 36), room=90), foot_top, pen.colours.ink)


@dataclass(frozen=True, slots=True)
class _Block:
    """Words set in lines at one size."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    leading_px: int

    @property
    def height_px(self) -> int:
        return self.leading_px * len(self.lines)


@dataclass(frozen=True, slots=True)
class _Pen:
    """The canvas with the face of the letters on it."""

    draw: ImageDraw.ImageDraw
    lettering: Lettering
    colours: Colours

    def fit(self, text: str, sizes_px: tuple[int, ...], *, room: int, bold: bool = False) -> _Block:
        """The words at the first size whose lines fit into `room`; at the last, cut short."""
        block = _Block((), self.lettering.font(sizes_px[-1], bold=bold), 1)
        for size_px in sizes_px:
            font = self.lettering.font(size_px, bold=bold)
            leading = round(size_px * 1.28)
            # One line more than there is room for says enough of a text without end.
            lines = islice(self._broken(text, font), max(1, room // leading) + 1)
            block = _Block(tuple(lines), font, leading)
            widest = max((self._width(line, font) for line in block.lines), default=0)
            if block.height_px <= room and widest <= WIDTH_PX - 2 * _MARGIN_PX:
                return block
        kept = block.lines[: max(1, room // block.leading_px)]
        if len(kept) < len(block.lines):
            kept = (*kept[:-1], f"{kept[-1]} …")
        return _Block(kept, block.font, block.leading_px)

    def lines(self, block: _Block, top: int, colour: str) -> int:
        """Write the lines from `top`, and say where they end."""
        rtl = self.lettering.is_rtl
        x, anchor = (WIDTH_PX - _MARGIN_PX, "ra") if rtl else (_MARGIN_PX, "la")
        for number, line in enumerate(block.lines):
            place = (x, top + number * block.leading_px)
            self.draw.text(place, line, colour, block.font, anchor, **self._shaping())
        return top + block.height_px

    def rule(self, top: int, *, share: float) -> None:
        """The rule above the words, at the side where they begin."""
        length = round(WIDTH_PX * share)
        left = WIDTH_PX - _MARGIN_PX - length if self.lettering.is_rtl else _MARGIN_PX
        self.draw.rectangle((left, top, left + length, top + _RULE_PX), self.colours.ink)

    def _broken(self, text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
        # Chinese, Japanese and Thai write no spaces and may break anywhere.
        is_spaced = " " in text or len(text) < 16
        line = ""
        for word in text.split(" ") if is_spaced else text:
            longer = f"{line} {word}" if line and is_spaced else f"{line}{word}"
            if line and self._width(longer, font) > WIDTH_PX - 2 * _MARGIN_PX:
                yield line
                line = word
            else:
                line = longer
        yield line

    def _width(self, text: str, font: ImageFont.FreeTypeFont) -> float:
        return self.draw.textlength(text, font, **self._shaping())

    def _shaping(self) -> dict[str, Any]:
        return {
            "direction": "rtl" if self.lettering.is_rtl else "ltr",
            "language": self.lettering.lang,
        }


def _paste(canvas: Image.Image, picture: bytes) -> int:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(picture)) as opened:
        fitted = ImageOps.fit(opened.convert("RGB"), (WIDTH_PX, HEIGHT_PX // 2))
    canvas.paste(fitted, (0, 0))
    return HEIGHT_PX // 2 + 100
