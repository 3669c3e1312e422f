"""The lengths of a box from its style, found once where they are no parts of another length.

WeasyPrint resolves eighteen properties for each box, as if each might be a percentage.
"""

from __future__ import annotations

from math import inf
from operator import itemgetter
from typing import Any

from render.renderers.pdf.replacing import replace_everywhere
from render.renderers.pdf.untyped import Box

BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_SIDES = tuple(
    f"{kind}_{side}"
    for kind in ("margin", "padding")
    for side in ("top", "right", "bottom", "left")
)
_LEAST = ("min_width", "min_height")
_NAMES = (*BORDERS, *_SIDES, *_LEAST, "width", "height", "max_width", "max_height")
_VALUES = itemgetter(*_NAMES)
_MODEL, _USUAL_MODEL = itemgetter("box_sizing", "border_collapse"), ("content-box", "separate")
# Of a margin box without content.
_NOTHING = tuple((name, inf if name.startswith("max") else 0) for name in _NAMES)


class _Found:
    """What the values of a style come to in pixels; None where that depends on more."""

    __slots__ = ("lengths", "values")

    def __init__(self, values: tuple[Any, ...]) -> None:
        self.values = values
        lengths = tuple(map(_in_pixels, _NAMES, values))
        self.lengths = None if None in lengths else tuple(zip(_NAMES, lengths, strict=True))


def quicken() -> None:
    """Take the shortcut in this process."""
    from weasyprint.layout import percent

    original = percent.resolve_percentages

    def resolve_percentages(box: Box, containing_block: Any) -> None:  # noqa: ANN401
        if getattr(box, "is_generated", True) is False:
            # Of sixteen margin boxes of a page most hold nothing, and are made nothing of.
            for name, length in _NOTHING:
                setattr(box, name, length)
            return
        style = box.style
        values = _VALUES(style)
        known: dict[str, Any] = vars(style)
        found = known.get("lengths")
        # A layout may change the values of a style, as that of a flexible box does.
        if found is None or found.values != values:
            found = known["lengths"] = _Found(values)
        if found.lengths is None or _MODEL(style) != _USUAL_MODEL:
            original(box, containing_block)
            return
        for name, length in found.lengths:
            setattr(box, name, length)

    replace_everywhere(original, resolve_percentages)


def _in_pixels(name: str, value: Any) -> Any:  # noqa: ANN401
    """The length, `auto` where it is that; None where what is around the box decides."""
    if name in BORDERS:
        return value
    if value == "auto":
        return 0 if name in _LEAST else "auto"
    return value.value if getattr(value, "unit", "") == "px" else None
