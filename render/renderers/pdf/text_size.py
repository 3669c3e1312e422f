"""The print style of a theme in letters of another size."""

import re

from render.errors import ThemeError

_OF_THE_TEXT = re.compile(r"(?<![\w.#-])html\s*\{[^}]*?\bfont(?:-size)?\s*:[^;}]*?([\d.]+)pt")
_SIZE = re.compile(r"((?<![\w-])font(?:-size)?\s*:[^;}]*?)([\d.]+)pt")


def resized(css: str, text_size_pt: float) -> str:
    """The style with its text at this size and every other size of letters in proportion.

    Raises ThemeError where the style gives the size of its text in no points.
    """
    found = _OF_THE_TEXT.findall(css)
    if not found:
        raise ThemeError(
            "the print style has no size to change",
            hint="give `html` in print.css a font-size in pt, or leave text_size_pt out",
        )
    factor = text_size_pt / float(found[-1])

    def larger(size: re.Match[str]) -> str:
        return f"{size[1]}{round(float(size[2]) * factor, 2):g}pt"

    return _SIZE.sub(larger, css)
