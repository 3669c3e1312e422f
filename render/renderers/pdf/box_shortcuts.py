"""Questions that WeasyPrint asks of every box, answered from its style where that is enough.

Most boxes of an article are lines and paragraphs without a float beside them or a
background behind them. The answers are the same; a tenth of a warm layout went into them.
"""

from __future__ import annotations

from typing import Any

from render.renderers.pdf.replacing import replace_everywhere
from render.renderers.pdf.untyped import Box

_IN_FLOW = frozenset({"static", "relative"})
_CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_NO_RADIUS = (0, "px")
_BARE = (*((corner, (0, 0)) for corner in _CORNERS), ("background", None))


def quicken() -> None:
    """Take the shortcuts in this process."""
    _quicken_flow()
    _quicken_floats()
    _quicken_backgrounds()
    _quicken_struts()


def _quicken_flow() -> None:
    from weasyprint.formatting_structure.boxes import Box

    original = Box.is_in_normal_flow

    def is_in_normal_flow(box: Any) -> Any:  # noqa: ANN401
        style = box.style
        if style["float"] == "none" and style["position"] in _IN_FLOW:
            return True
        return original(box)

    Box.is_in_normal_flow = is_in_normal_flow


def _quicken_floats() -> None:
    from weasyprint.layout import float as floats

    original = floats.avoid_collisions

    def avoid_collisions(
        context: Any,  # noqa: ANN401
        box: Box,
        containing_block: Box,
        outer: bool = True,  # noqa: FBT001, FBT002 - as the engine calls it
    ) -> Any:  # noqa: ANN401
        is_plain = (
            not context.excluded_shapes
            and box.style["float"] == "none"
            and containing_block.style["direction"] == "ltr"
        )
        if not is_plain:
            return original(context, box, containing_block, outer)
        left = containing_block.content_box_x()
        right = left + containing_block.width
        if outer:
            return left, box.position_y, right - left
        # The same sums in the same order: they may differ in their last digit.
        inner_left, inner_right = left + box.margin_left, right - box.margin_right
        top = box.border_box_y() - box.margin_top
        return inner_left - box.margin_left, top, inner_right - inner_left

    replace_everywhere(original, avoid_collisions)


def _quicken_backgrounds() -> None:
    from weasyprint.draw.color import get_color
    from weasyprint.layout import background

    original = background.layout_box_backgrounds

    def is_bare(style: Any) -> bool:  # noqa: ANN401
        return (
            all(_NO_RADIUS in style[corner] for corner in _CORNERS)
            and style["border_image_source"][0] == "none"
            and style["mask_border_source"][0] == "none"
            and all(kind == "none" for kind, _value in style["background_image"])
            and get_color(style, "background_color").alpha == 0
            and not style["box_shadow"]
        )

    def layout_box_backgrounds(
        page: Box,
        box: Box,
        get_image: Any,  # noqa: ANN401
        layout_children: bool = True,  # noqa: FBT001, FBT002 - as the engine calls it
        style: Any = None,  # noqa: ANN401
    ) -> None:
        if style is not None or box is page or not _once(box.style, "is_bare", is_bare):
            original(page, box, get_image, layout_children, style)
            return
        for name, value in _BARE:  # not at once, as a placeholder hands them on
            setattr(box, name, value)
        if layout_children:
            for child in box.all_children():
                layout_box_backgrounds(page, child, get_image)

    replace_everywhere(original, layout_box_backgrounds)


def _quicken_struts() -> None:
    from weasyprint.text import line_break

    original = line_break.strut
    replace_everywhere(original, lambda style: _once(style, "strut", original))


def _once(style: Any, name: str, ask: Any) -> Any:  # noqa: ANN401
    """What a style says, asked once: kept beside its properties, which a copy leaves behind."""
    known: dict[str, Any] = vars(style)
    if name not in known:
        known[name] = ask(style)
    return known[name]
