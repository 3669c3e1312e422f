"""Which fonts drew which characters, and the glyph of the space in each."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable

from render.renderers.pdf.tagging import repair
from render.renderers.pdf.untyped import Font


class FontUse:
    """The fonts that pages are painted with, as they are met."""

    def __init__(self) -> None:
        self._fonts: dict[str, Font] = {}
        self._spaces: dict[str, str | None] = {}

    def named(self, name: str, known: Iterable[Font]) -> Font:
        """The font that streams call by this name; it is one of those `known` by now."""
        if name not in self._fonts:
            self._fonts[name] = next(font for font in known if font.hash == name)
        return self._fonts[name]

    def meet(self, font: Font) -> None:
        """Note that pages are painted with a font."""
        self._fonts[font.hash] = font

    def space(self, font: Font) -> str | None:
        """A glyph that reads as a space, as an operand; None where the font has none."""
        if font.hash not in self._spaces:
            code = _space_glyph(font)
            self._spaces[font.hash] = (
                None if code is None else f"<{code:0{repair.code_width(font)}x}>"
            )
        return self._spaces[font.hash]

    def outside(self, families: tuple[str, ...]) -> dict[str, str]:
        """Characters by family, sorted, for the families that are not in `families`."""
        known = {family.casefold() for family in families}
        drawn: dict[str, set[str]] = defaultdict(set)
        for font in self._fonts.values():
            if font.family.casefold() not in known:
                drawn[font.family].update(*font.to_unicode.values())
        return {
            family: "".join(sorted(characters - {" ", "\u00a0"}))
            for family, characters in sorted(drawn.items())
            if characters - {" ", "\u00a0"}
        }


def _space_glyph(font: Font) -> int | None:
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
