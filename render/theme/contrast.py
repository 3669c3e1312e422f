"""Whether a theme's text can be read on its grounds (WCAG 1.4.3, 1.4.6 and 1.4.11)."""

from collections.abc import Iterator, Mapping

from render.errors import ThemeError
from render.findings import Finding, Place, Severity

_TEXT_PAIRS = tuple(
    (front, back) for back in ("ground", "surface") for front in ("text", "muted", "accent")
)
_MINIMUM = 4.5
_ENHANCED = 7.0
_LINE_MINIMUM = 3.0


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours in #rrggbb, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_findings(name: str, tokens: Mapping[str, Mapping[str, str]]) -> tuple[Finding, ...]:
    """A warning for each pair of text and ground below 7 to 1.

    Raises ThemeError where a pair is below 4.5 to 1, or a line below 3 to 1.
    """
    return tuple(_findings(name, tokens))


def _findings(name: str, tokens: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    for scheme in ("colour", "colour-dark"):
        colours = tokens[scheme]
        pairs = [*_TEXT_PAIRS, ("text", "highlight")]
        for front, back in pairs:
            ratio = contrast(colours[front], colours[back])
            _demand(ratio, _MINIMUM, f"[{scheme}] {front} on {back}", name)
            if ratio < _ENHANCED:
                yield Finding(
                    "THEME-001",
                    Severity.WARNING,
                    f"[{scheme}] {front} on {back} has a contrast of {ratio:.2f} to 1",
                    "7 to 1 lets most people with low vision read without aids",
                    Place(file=f"{name}/theme.toml"),
                )
        for back in ("ground", "surface"):
            ratio = contrast(colours["rule"], colours[back])
            _demand(ratio, _LINE_MINIMUM, f"[{scheme}] rule on {back}", name)


def _demand(ratio: float, least: float, pair: str, name: str) -> None:
    if ratio < least:
        raise ThemeError(
            f"theme '{name}': {pair} has a contrast of {ratio:.2f} to 1",
            hint=f"change one of the two colours until it has at least {least:g} to 1",
        )


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
