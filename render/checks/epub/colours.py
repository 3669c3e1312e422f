"""Colours of style sheets as numbers, and the contrast between two (WCAG 2.2)."""

from __future__ import annotations

import re

Rgb = tuple[int, int, int]

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b")
_FUNCTION = re.compile(r"rgba?\(\s*(\d+)\s*[, ]\s*(\d+)\s*[, ]\s*(\d+)\s*\)")
# The sixteen names of HTML 4; the others are rare in books.
_NAMES: dict[str, Rgb] = {
    "black": (0, 0, 0),
    "silver": (192, 192, 192),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "lightgray": (211, 211, 211),
    "lightgrey": (211, 211, 211),
    "white": (255, 255, 255),
    "maroon": (128, 0, 0),
    "red": (255, 0, 0),
    "purple": (128, 0, 128),
    "green": (0, 128, 0),
    "olive": (128, 128, 0),
    "yellow": (255, 255, 0),
    "navy": (0, 0, 128),
    "blue": (0, 0, 255),
    "teal": (0, 128, 128),
}


def rgb(value: str) -> Rgb | None:
    """The first colour in a value, or None where we can read none."""
    value = value.lower().replace("!important", "").strip()
    if found := _HEX.search(value):
        digits = found.group(1)
        digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))
    if found := _FUNCTION.search(value):
        red, green, blue = (min(int(part), 255) for part in found.groups())
        return (red, green, blue)
    return next((_NAMES[word] for word in value.split() if word in _NAMES), None)


def contrast(first: Rgb, second: Rgb) -> float:
    """The contrast ratio, from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
