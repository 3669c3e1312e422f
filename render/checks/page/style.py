"""Style sheets, as far as they can be judged without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from render.checks.page.document import Page, ancestors, attribute
from render.checks.page.faults import Fault, error, warning
from render.inspection.style_sheets import Rule, declarations, rules
from render.theme.contrast import contrast

_FIXED_SIZE = re.compile(r"[\d.]+(px|pt|pc|cm|mm|in|q)\b")
_RUNNING_TEXT = re.compile(r"(^|[\s,>])(html|body|p|li|\*|main|article)\s*($|,)")
# What people act on, or everything.
_FOCUSED = re.compile(r"(^|[\s,>+~])(a|button|input|select|textarea|summary|\*)?:focus(-visible)?$")
_WIDE = re.compile(r"^(\d+)px$")
_NARROWEST_PX = 320
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_VARIABLE = re.compile(r"var\((--[\w-]+)(?:,[^)]*)?\)")
_LEAST = 4.5
# Nobody sets text so near to its ground: the ground is another element's.
_INVISIBLE = 1.3


def style(page: Page) -> Iterator[Fault]:
    """Faults of style elements and attributes."""
    sheet = _sheet(tuple(node.text() or "" for node in page.css("style")))
    for rule, faults in sheet.rules:
        yield from faults
        yield from _skipping(page, rule)
    for node in page.css("[style]"):
        rule = Rule(node.tag or "", declarations(attribute(node, "style")), ())
        yield from _size(rule)
    yield from sheet.contrasts


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rules for screens, each with its own faults, and the faults of all together."""

    rules: tuple[tuple[Rule, tuple[Fault, ...]], ...]
    contrasts: tuple[Fault, ...]


# The pages of a theme have the same 65,000 characters of style: a quarter of their check.
@lru_cache(maxsize=4)
def _sheet(styles: tuple[str, ...]) -> _Sheet:
    found = tuple(rule for css in styles for rule in rules(css) if rule.on_screen)
    has_dark = any("dark" in query for rule in found for query in rule.media)
    return _Sheet(
        tuple((rule, (*_focus(rule), *_size(rule), *_width(rule))) for rule in found),
        tuple(
            fault
            for scheme in (("light", "dark") if has_dark else ("light",))
            for fault in _contrasts(tuple(r for r in found if r.holds_in(scheme)), scheme)
        ),
    )


def _focus(rule: Rule) -> Iterator[Fault]:
    values = rule.values
    outline = values.get("outline", values.get("outline-style", ""))
    replaced = {"box-shadow", "border", "background", "background-color", "text-decoration"}
    if outline.split()[:1] not in (["none"], ["0"]) or replaced.intersection(values):
        return
    if any(_FOCUSED.search(selector.strip()) for selector in rule.selector.split(",")):
        yield error("PAGE-170", f"'{rule.selector}' takes the focus ring away")


def _size(rule: Rule) -> Iterator[Fault]:
    size = rule.values.get("font-size", "")
    if _RUNNING_TEXT.search(rule.selector) and _FIXED_SIZE.fullmatch(size):
        message = f"'{rule.selector}' sets the size of text to {size}, whatever the reader chose"
        yield warning("PAGE-171", message)


def _width(rule: Rule) -> Iterator[Fault]:
    """Wider than 320 px, whatever the screen (WCAG 1.4.10)."""
    if rule.media or not re.search(
        r"(^|[\s,])(html|body|main|article|section|div|p|img|figure|audio)\b", rule.selector
    ):
        return
    for name in ("width", "min-width"):
        found = _WIDE.match(rule.values.get(name, ""))
        limited = name == "width" and "max-width" in rule.values
        if found and int(found[1]) > _NARROWEST_PX and not limited:
            message = f"'{rule.selector}' is {found[1]} px wide on every screen"
            yield error("PAGE-172", message)


def _skipping(page: Page, rule: Rule) -> Iterator[Fault]:
    """A skip link that nobody can reach."""
    hides = rule.values.get("display") == "none" or rule.values.get("visibility") == "hidden"
    if not hides or rule.media:
        return
    first = page.first("a[href]")
    if first is None or not attribute(first, "href").startswith("#"):
        return
    hidden = {node.mem_id for node in page.css(rule.selector)}
    if any(node.mem_id in hidden for node in (first, *ancestors(first))):
        yield error("PAGE-134", f"'{rule.selector}' hides the skip link from everyone", first)


def _contrasts(sheet: tuple[Rule, ...], scheme: str) -> Iterator[Fault]:
    """Colours of text on the ground of the page or of the rule itself."""
    variables: dict[str, str] = {}
    for rule in sheet:
        if rule.selector in {":root", "html", "*", "body"}:
            variables |= {name: value for name, value in rule.values.items() if name[:2] == "--"}
    page_ground = "#ffffff"
    for rule in sheet:
        if re.search(r"(^|,)\s*(html|body|:root)\s*($|,)", rule.selector):
            page_ground = _ground(rule, variables) or page_ground
    seen: set[str] = set()
    for rule in sheet:
        ink, own = _colour(rule.values.get("color", ""), variables), _ground(rule, variables)
        sets_ground = "background" in rule.values or "background-color" in rule.values
        if ink is None or (sets_ground and own is None) or rule.selector in seen:
            continue
        ratio = contrast(ink, own or page_ground)
        if (_INVISIBLE if own is None else 1.0) < ratio < _LEAST:
            seen.add(rule.selector)
            message = f"'{rule.selector}' has a contrast of {ratio:.2f} to 1 in the {scheme} scheme"
            yield warning("PAGE-173", message)


def _ground(rule: Rule, variables: dict[str, str]) -> str | None:
    values = rule.values
    return _colour(values.get("background-color", values.get("background", "")), variables)


def _colour(value: str, variables: dict[str, str]) -> str | None:
    """A colour as #rrggbb, where it can be told from the sheet alone."""
    for _ in range(3):
        found = _VARIABLE.search(value)
        if not found:
            break
        value = value.replace(found[0], variables.get(found[1], ""))
    names = {"white": "#ffffff", "black": "#000000"}
    value = names.get(value.strip(), value)
    found = _HEX.fullmatch(value.strip())
    if not found:
        return None
    digits = found[1]
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)
