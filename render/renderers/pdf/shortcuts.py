"""Inner loops of WeasyPrint, with the same results for less work.

Half of the time of a layout went into asking styles for properties that nobody set and
into lengths that are no percentages. Only for the release that these were read from:
any other runs as it is.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from render.renderers.pdf import box_shortcuts, length_shortcuts, line_layouts, release

_RELEASE = "70.0"

# Each needs more than itself to be known, as WeasyPrint has it.
_INVOLVED = frozenset({"float", "position", "display", "page"})
# A width that nobody set is that of a line, or nothing where there is none.
_LINES = {
    key: key.replace("width", "style") for key in (*length_shortcuts.BORDERS, "outline_width")
}
_NO_LINE = frozenset({"none", "hidden"})


@cache
def take() -> bool:
    """Take the shortcuts in this process; whether the release is the one they fit."""
    import weasyprint

    if weasyprint.__version__ != _RELEASE:
        return False
    _quicken_styles()
    _quicken_numbers()
    length_shortcuts.quicken()
    line_layouts.quicken()
    box_shortcuts.quicken()
    release.watch()
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
