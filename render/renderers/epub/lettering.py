"""The typeface of the cover: the first of the theme's fonts that has every letter."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageFont

    from render.theme import FontFace

_BOLD_FROM = 600


@dataclass(frozen=True, slots=True)
class Lettering:
    """A regular and a bold face as font files, with the language and direction to shape for."""

    regular: bytes
    bold: bytes
    lang: str
    is_rtl: bool

    def font(self, size_px: int, *, bold: bool) -> ImageFont.FreeTypeFont:
        """One face at a size."""
        return _font(self.bold if bold else self.regular, size_px)


def lettering_for(
    faces: Iterable[FontFace], text: str, *, lang: str, is_rtl: bool
) -> Lettering | None:
    """The lettering for a text, or None where no face of the theme has all its letters."""
    families: dict[str, list[FontFace]] = {}
    for face in faces:
        if face.style == "normal":
            families.setdefault(face.family, []).append(face)
    for family in families.values():
        by_weight = sorted(family, key=lambda face: face.weight)
        regular = min(by_weight, key=lambda face: abs(face.weight - 400))
        bold = next((face for face in by_weight if face.weight >= _BOLD_FROM), regular)
        pair = regular.path.read_bytes(), bold.path.read_bytes()
        if all(_has_letters(data, text) for data in pair):
            return Lettering(*pair, lang=lang, is_rtl=is_rtl)
    return None


def _has_letters(data: bytes, text: str) -> bool:
    font = _font(data, 40)
    absent = bytes(font.getmask("\U0010fffd"))
    letters = {letter for letter in text if not letter.isspace() and letter.isprintable()}
    return all(bytes(font.getmask(letter)) != absent for letter in letters)


def _font(data: bytes, size_px: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont  # Pillow costs 50 ms to import

    return ImageFont.truetype(io.BytesIO(data), size_px)
