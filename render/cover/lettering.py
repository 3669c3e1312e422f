"""The typeface of the cover: the first of the theme's fonts that has every letter."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from render.cover.outlines import without_overlap_marks

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
        if all(_has_letters(face.path, text) for face in (regular, bold)):
            pair = regular.path.read_bytes(), bold.path.read_bytes()
            return Lettering(*pair, lang=lang, is_rtl=is_rtl)
    return None


def _has_letters(path: Path, text: str) -> bool:
    letters = {letter for letter in text if not letter.isspace() and letter.isprintable()}
    return all(_has_letter(path, letter) for letter in letters)


# A worker asks the same few letters of the same few faces for every article: 4 ms each time.
@lru_cache(maxsize=4096)
def _has_letter(path: Path, letter: str) -> bool:
    font = _face(path)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\U0010fffd"))


@lru_cache(maxsize=16)
def _face(path: Path) -> ImageFont.FreeTypeFont:
    return _font(path.read_bytes(), 40)


def _font(data: bytes, size_px: int) -> ImageFont.FreeTypeFont:
    return _sized(_drawable(data), size_px)


# A face takes 0.2 ms to be read for a size, and a cover tries from five to twenty-five of them.
@lru_cache(maxsize=64)
def _sized(data: bytes, size_px: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont  # Pillow costs 50 ms to import

    return ImageFont.truetype(io.BytesIO(data), size_px)


# Each article reads its fonts anew; the sizes share what the first article read.
@lru_cache(maxsize=8)
def _drawable(data: bytes) -> bytes:
    return without_overlap_marks(data)
