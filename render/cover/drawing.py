"""The cover: 1600 × 2560 points of type, drawn from the theme, the same for the same article."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from render.cover.sheet import Line, Rule, Sheet

if TYPE_CHECKING:
    from PIL import Image, ImageFont

    from render.cover.lettering import Lettering

WIDTH_PX = 1600
HEIGHT_PX = 2560
_CLOSING, _OPENING = ":;!?»›%€", ("«", "‹")
_MARGIN_PX = 140
_RULE_PX = 12
_PICTURE_PX = HEIGHT_PX // 2


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
    top = _PICTURE_PX + 100 if picture else _MARGIN_PX
    if lettering is None:
        marks: Iterable[Rule | Line] = (Rule((0, top, WIDTH_PX, top + _RULE_PX)),)
    else:
        marks = _marks(_Pen(lettering), words, top)
    sheet = Sheet(WIDTH_PX, HEIGHT_PX, colours.paper, colours.ink)
    return sheet.printed(tuple(marks), _fitted(picture) if picture else None)


def _marks(pen: _Pen, words: CoverText, top: int) -> Iterator[Rule | Line]:
    yield pen.rule(top, share=0.28)
    top += _RULE_PX + 60
    if words.kicker:
        kicker = pen.fit(words.kicker, (52, 40), room=200)
        yield from pen.lines(kicker, top)
        top += kicker.height_px + 40
    foot_top = HEIGHT_PX - _MARGIN_PX - 90
    room = foot_top - top - (260 if words.byline else 60)
    title = pen.fit(words.title, tuple(range(176, 47, -8)), room=room, bold=True)
    yield from pen.lines(title, top)
    top += title.height_px + 60
    if words.byline:
        yield from pen.lines(pen.fit(words.byline, (72, 60, 48), room=200), top)
    if words.foot:
        yield from pen.lines(pen.fit(words.foot, (52, 44, 36), room=90), foot_top)


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
    """The face of the letters, and how lines of it are set."""

    lettering: Lettering

    def fit(self, text: str, sizes_px: tuple[int, ...], *, room: int, bold: bool = False) -> _Block:
        """The words at the first size whose lines fit into `room`; at the last, cut short."""
        block = _Block((), self.lettering.font(sizes_px[-1], bold=bold), 1)
        for size_px in sizes_px:
            font = self.lettering.font(size_px, bold=bold)
            leading = round(size_px * 1.28)
            # One line more than there is room for says enough of a text without end.
            lines = islice(self._broken(text, font), max(1, room // leading) + 1)
            block = _Block(tuple(lines), font, leading)
            # Lines of several words were measured when they were broken.
            words = (line for line in block.lines if " " not in line)
            widest = max((self._width(word, font) for word in words), default=0)
            if block.height_px <= room and widest <= WIDTH_PX - 2 * _MARGIN_PX:
                return block
        kept = block.lines[: max(1, room // block.leading_px)]
        if len(kept) < len(block.lines):
            kept = (*kept[:-1], f"{kept[-1]} …")
        return _Block(kept, block.font, block.leading_px)

    def lines(self, block: _Block, top: int) -> Iterator[Line]:
        """The lines from `top` down."""
        lang, is_rtl = self.lettering.lang, self.lettering.is_rtl
        x = WIDTH_PX - _MARGIN_PX if is_rtl else _MARGIN_PX
        for number, words in enumerate(block.lines):
            place = x, top + number * block.leading_px
            yield Line(place, words, block.font, lang, is_rtl)

    def rule(self, top: int, *, share: float) -> Rule:
        """The rule above the words, at the side where they begin."""
        length = round(WIDTH_PX * share)
        left = WIDTH_PX - _MARGIN_PX - length if self.lettering.is_rtl else _MARGIN_PX
        return Rule((left, top, left + length, top + _RULE_PX))

    def _broken(self, text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
        # Chinese, Japanese and Thai write no spaces and may break anywhere.
        is_spaced = " " in text or len(text) < 16
        line = ""
        for word in unbroken(text) if is_spaced else text:
            longer = f"{line} {word}" if line and is_spaced else f"{line}{word}"
            if line and self._width(longer, font) > WIDTH_PX - 2 * _MARGIN_PX:
                yield line
                line = word
            else:
                line = longer
        yield line

    def _width(self, text: str, font: ImageFont.FreeTypeFont) -> float:
        direction = "rtl" if self.lettering.is_rtl else "ltr"
        return font.getlength(text, direction=direction, language=self.lettering.lang)


def unbroken(text: str) -> list[str]:
    """The pieces that a line may be broken between: signs that stand apart stay with a word.

    As in French, `Mali : après` and `« oui »`.
    """
    pieces: list[str] = []
    for word in text.split(" "):
        is_held = bool(pieces) and (word.strip(_CLOSING) == "" or pieces[-1].endswith(_OPENING))
        if is_held:
            pieces[-1] += f"\u00a0{word}"
        else:
            pieces.append(word)
    return pieces


def _fitted(picture: bytes) -> Image.Image:
    from PIL import Image, ImageOps  # Pillow costs 50 ms to import

    with Image.open(io.BytesIO(picture)) as opened:
        return ImageOps.fit(opened.convert("RGB"), (WIDTH_PX, _PICTURE_PX))
