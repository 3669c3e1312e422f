"""Colour spaces: which of them are of a screen (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Kind = Literal["device", "calibrated", ""]
_DEEPEST = 8


def screen_kind(space: Any, named: Mapping[str, Any], depth: int = 0) -> Kind:  # noqa: ANN401
    """Whether a colour space is RGB, of no device or of a known one; empty for inks."""
    import pikepdf

    if space is None or depth > _DEEPEST:
        return ""
    if isinstance(space, pikepdf.Name):
        if str(space) in {"/DeviceRGB", "/RGB"}:
            return "device"
        return screen_kind(named.get(str(space)), {}, depth + 1)
    if not isinstance(space, pikepdf.Array) or not len(space):
        return ""
    match str(space[0]):
        case "/DeviceRGB" | "/RGB":
            return "device"
        case "/CalRGB":
            return "calibrated"
        case "/ICCBased":
            return "calibrated" if int(space[1].get("/N", 0)) == 3 else ""
        case "/Indexed" | "/I" | "/Pattern" if len(space) > 1:
            return screen_kind(space[1], named, depth + 1)
        case "/Separation" | "/DeviceN" if len(space) > 2:
            return screen_kind(space[2], named, depth + 1)
        case _:
            return ""
