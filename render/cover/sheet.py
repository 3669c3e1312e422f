"""The sheet that a cover is written on, printed at the cost of what stands on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from render.cover.bands import BAND_PX, banded_jpeg

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

_INK = 255


@dataclass(frozen=True, slots=True)
class Rule:
    """A bar of ink; its right and lower edges are part of it."""

    box: tuple[int, int, int, int]

    def bands(self) -> range:
        """The bands of the sheet that it may ink."""
        return _bands(self.box[1], self.box[3])

    def draw(self, sheet: ImageDraw.ImageDraw, down_px: int) -> None:
        """Ink it, so far below its place."""
        left, top, right, bottom = self.box
        sheet.rectangle((left, top + down_px, right, bottom + down_px), _INK)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words; `place` is where it begins, on the height of its ascenders."""

    place: tuple[int, int]
    words: str
    font: ImageFont.FreeTypeFont
    lang: str
    is_rtl: bool

    def bands(self) -> range:
        """The bands of the sheet that it may ink."""
        direction, anchor = self._side
        box = self.font.getbbox(self.words, direction=direction, language=self.lang, anchor=anchor)
        return _bands(self.place[1] + int(box[1]), self.place[1] + int(box[3]))

    def draw(self, sheet: ImageDraw.ImageDraw, down_px: int) -> None:
        """Ink it, so far below its place."""
        direction, anchor = self._side
        place = self.place[0], self.place[1] + down_px
        sheet.text(
            place, self.words, _INK, self.font, anchor, direction=direction, language=self.lang
        )

    @property
    def _side(self) -> tuple[str, str]:
        return ("rtl", "ra") if self.is_rtl else ("ltr", "la")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper and ink as `#rrggbb`; the height is a whole number of bands."""

    width_px: int
    height_px: int
    paper: str
    ink: str

    def printed(self, marks: Sequence[Rule | Line], picture: Image.Image | None) -> bytes:
        """The JPEG of marks on paper, and over the top a picture of whole bands, wide as the sheet.

        Half of a full cover is blank, and more of most: to draw, colour and encode only the bands
        that are not takes 8 ms, and the whole 16.
        """
        from PIL import Image, ImageDraw  # Pillow costs 50 ms to import

        reaches = [mark.bands() for mark in marks]
        pictured = range(picture.height // BAND_PX if picture else 0)
        bands = sorted(set(pictured).union(*reaches))
        places = {band: place for place, band in enumerate(bands)}
        # Letters mix with one byte of each pixel in a tenth of the time that three bytes take.
        stack = Image.new("L", (self.width_px, BAND_PX * (len(bands) + 1)))
        draw = ImageDraw.Draw(stack)
        for mark, reach in zip(marks, reaches, strict=True):
            mark.draw(draw, BAND_PX * (places[reach.start] - reach.start))
        stack.putpalette(_shades(self.paper, self.ink))
        coloured = stack.convert("RGB")
        if picture:
            coloured.paste(picture, (0, BAND_PX * places[0]))
        blank = len(bands)
        order = [places.get(band, blank) for band in range(self.height_px // BAND_PX)]
        return banded_jpeg(coloured, order)


def _bands(top: int, bottom: int) -> range:
    # Marks above and below the sheet have bands too, which no sheet shows.
    return range(top // BAND_PX, bottom // BAND_PX + 1)


@lru_cache(maxsize=16)
def _shades(paper: str, ink: str) -> bytes:
    """A palette from all paper to all ink."""
    ends = tuple(zip(bytes.fromhex(paper[1:]), bytes.fromhex(ink[1:]), strict=True))
    return bytes(
        (low * (255 - share) + high * share + 127) // 255
        for share in range(256)
        for low, high in ends
    )
