"""Inner loops of WeasyPrint, with the same results for less work.

Half of the time of a layout went into asking styles for properties that nobody set and
into lengths that are no percentages. Only for the release that these were read from:
any other runs as it is.
"""

from __future__ import annotations

import sys
from functools import cache
from math import inf
from typing import Any

from render.renderers.pdf import line_layouts
from render.renderers.pdf.untyped import Box

_RELEASE = "70.0"

# Each needs more than itself to be known, as WeasyPrint has it.
_INVOLVED = frozenset({"float", "position", "display", "page"})
# Lengths in parts of the width of what is around; those in parts of the height of a page.
_ACROSS = "margin_left margin_right padding_left padding_right width max_width".split()
_UPRIGHT = "margin_top margin_bottom padding_top padding_bottom".split()
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
# A width that nobody set is that of a line, or nothing where there is none.
_LINES = {key: key.replace("width", "style") for key in (*_BORDERS, "outline_width")}
_NO_LINE = frozenset({"none", "hidden"})


@cache
def take() -> bool:
    """Take the shortcuts in this process; whether the release is the one they fit."""
    import weasyprint

    if weasyprint.__version__ != _RELEASE:
        return False
    _quicken_styles()
    _quicken_lengths()
    _quicken_numbers()
    line_layouts.quicken()
    return True


def _quicken_styles() -> None:
    from weasyprint import css
    from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

    whole, whole_anonymous = css.ComputedStyle.__missing__, css.AnonymousStyle.__missing__
    plain = [key for key in INITIAL_VALUES if not key.startswith("text_decoration_")]
    inherited = frozenset(key for key in plain if key in INHERITED)
    initial = {
        key: INITIAL_VALUES[key]
        for key in plain
        if key not in INHERITED and key not in INITIAL_NOT_COMPUTED and key not in _INVOLVED
    }
    logical = {key: _logical_names(key) for key in plain}

    def of_element(style: Any, key: str) -> Any:  # noqa: ANN401 (a style holds anything)
        cascaded = style.cascaded
        if cascaded and (key in cascaded or not cascaded.keys().isdisjoint(logical.get(key, ()))):
            return whole(style, key)
        if key in initial:
            value = style[key] = initial[key]
            return value
        if key in inherited and style.parent_style is not None:
            value = style[key] = style.parent_style[key]
            return value
        if key in _LINES and style[_LINES[key]] in _NO_LINE:
            style[key] = 0
            return 0
        return whole(style, key)

    def of_anonymous(style: Any, key: str) -> Any:  # noqa: ANN401
        if key in initial:
            value = style[key] = initial[key]
            return value
        if key in inherited:
            value = style[key] = style.parent_style[key]
            return value
        return whole_anonymous(style, key)

    css.ComputedStyle.__missing__ = of_element
    css.AnonymousStyle.__missing__ = of_anonymous


def _logical_names(key: str) -> tuple[str, ...]:
    """The flow-relative properties that may set this physical one, in either direction."""
    from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS

    function = PHYSICAL_FUNCTIONS.get(key)
    if function is None:
        return ()
    return tuple({function(block="ttb", inline=inline) for inline in ("ltr", "rtl")})


def _quicken_lengths() -> None:
    from weasyprint.css.functions import check_math
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import percent

    original, of_math = percent.resolve_percentages, percent.percentage

    def used(style: Any, key: str, whole: Any) -> Any:  # noqa: ANN401
        value = style[key]
        if value is None or value == "auto":
            return value
        return value.value if getattr(value, "unit", "") == "px" else of_math(value, style, whole)

    def resolve_percentages(box: Box, containing_block: Any) -> None:  # noqa: ANN401
        if isinstance(containing_block, boxes.Box):
            width, height = containing_block.width, containing_block.height
        else:
            width, height = containing_block
        style = box.style
        if height == "auto" and check_math(style["height"]):
            original(box, containing_block)
            return
        upright = height if isinstance(box, boxes.PageBox) else width
        for key in _ACROSS:
            setattr(box, key, used(style, key, width))
        for key in _UPRIGHT:
            setattr(box, key, used(style, key, upright))
        least = used(style, "min_width", width)
        box.min_width = 0 if least == "auto" else least
        _set_height(box, style, height, used)
        _set_borders(box, style)
        if style["box_sizing"] != "content-box":
            percent.adjust_box_sizing(box, "width")
            percent.adjust_box_sizing(box, "height")

    replace_everywhere(original, resolve_percentages)


def _set_height(box: Box, style: Any, height: Any, used: Any) -> None:  # noqa: ANN401
    if height == "auto":
        own = style["height"]
        box.height = "auto" if own == "auto" or own.unit == "%" else own.value
        least, most = used(style, "min_height", 0), used(style, "max_height", inf)
    else:
        box.height = used(style, "height", height)
        least, most = used(style, "min_height", height), used(style, "max_height", height)
    box.min_height = 0 if least == "auto" else least
    box.max_height = most


def _set_borders(box: Box, style: Any) -> None:  # noqa: ANN401
    collapses = style["border_collapse"] == "collapse"
    for key in _BORDERS:
        if not (collapses and hasattr(box, key)):
            setattr(box, key, style[key])


def _quicken_numbers() -> None:
    import pydyf

    original = pydyf._to_bytes  # noqa: SLF001 (what pydyf calls for every operand)

    def to_bytes(item: Any) -> bytes:  # noqa: ANN401 (a file holds anything)
        kind = type(item)
        if kind is bytes:
            return item  # type: ignore[no-any-return]
        if kind is str:
            return item.encode("ascii")  # type: ignore[no-any-return]
        if kind is int:
            return b"%d" % item
        return original(item)  # type: ignore[no-any-return]

    pydyf._to_bytes = to_bytes  # noqa: SLF001


def replace_everywhere(original: object, ours: object) -> None:
    """Put a function in the place of another wherever WeasyPrint has imported it."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint"):
            for key, value in list(vars(module).items()):
                if value is original:
                    setattr(module, key, ours)
