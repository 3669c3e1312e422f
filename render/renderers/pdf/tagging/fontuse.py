"""Which fonts drew which characters, and the glyph of the space in each."""

from __future__ import annotations

import io
from collections import defaultdict

from render.renderers.pdf.tagging import repair
from render.renderers.pdf.untyped import Font


class FontUse:
    """Collects, while pages are painted, the characters that each font family drew."""

    def __init__(self) -> None:
        self._characters: dict[str, set[str]] = defaultdict(set)

    def read(self, shown: list[repair.Shown]) -> str:
        """What an extractor reads of it; its characters are remembered by family."""
        readings = [repair.reading(each) for each in shown]
        for each, text in zip(shown, readings, strict=True):
            self._characters[each.font.family].update(text)
        return "".join(readings)

    def outside(self, families: tuple[str, ...]) -> dict[str, str]:
        """Characters by family, sorted, for the families that are not in `families`."""
        known = {family.casefold() for family in families}
        return {
            family: "".join(sorted(characters - {" ", "\u00a0"}))
            for family, characters in sorted(self._characters.items())
            if family.casefold() not in known and characters - {" ", "\u00a0"}
        }


def space_glyph(font: Font) -> int | None:
    """The code of a glyph that reads as a space; None where the font has none."""
    for code, text in font.to_unicode.items():
        if text == " ":
            return int(code)
        if text == "\u00a0":
            # One glyph for both spaces, met first as the rarer: let it read as the usual one.
            font.to_unicode[code] = " "
            return int(code)
    return _unused_space(font)


def _unused_space(font: Font) -> int | None:
    """The space of a font that has drawn none yet, made ready for embedding."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        faces = TTFont(io.BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        name = faces.getBestCmap().get(0x20)
        if name is None:
            return None
        code = faces.getGlyphID(name)
        advance = faces["hmtx"][name][0]
    except (TTLibError, KeyError, AttributeError):
        return None
    font.to_unicode[code] = " "
    font.widths[code] = round(advance * 1000 / font.upem)
    return int(code)
