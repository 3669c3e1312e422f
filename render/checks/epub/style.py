"""Style sheets: do they leave the reader's settings alone, and can one read the colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from render.checks.epub.colours import contrast, rgb
from render.checks.epub.faults import Fault, warning
from render.epub_reading import XHTML, Epub

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FIXED_SIZE = re.compile(r"[\d.]+(px|pt|pc|cm|mm|in|q)\b")
_RUNNING_TEXT = re.compile(r"(^|[\s,>])(html|body|p|li|div|\*|section|article|main)\s*($|,)")
_LEAST = 4.5
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A style rule; `is_dark` says that it holds on dark screens only."""

    selector: str
    declarations: dict[str, str]
    is_dark: bool = False


def style(epub: Epub) -> Iterator[Fault]:
    """Faults of the style sheets and of `style` attributes."""
    seen = ""
    for path, css in epub.style_sheets():
        seen += css
        for rule in rules(css):
            yield from _rule(rule, path)
    for item, root in epub.texts():
        for element in root.iter(f"{XHTML}*"):
            if element.get("style"):
                rule = Rule(
                    str(element.tag).removeprefix(XHTML), _declarations(element.get("style", ""))
                )
                yield from _rule(rule, item.path)
        for sheet in root.iter(f"{XHTML}style"):
            seen += sheet.text or ""
            for rule in rules(sheet.text or ""):
                yield from _rule(rule, item.path)
    yield from _highlight(epub, seen)


def rules(css: str) -> Iterator[Rule]:
    """The rules of a sheet, those inside media queries too."""
    css = _COMMENT.sub("", css)
    opened: list[str] = []
    begin = 0
    for brace in re.finditer(r"[{}]", css):
        between, begin = css[begin : brace.start()], brace.end()
        if brace.group() == "{":
            opened.append(" ".join(between.split()))
        elif opened:
            selector = opened.pop()
            if not selector.startswith("@"):
                yield Rule(selector, _declarations(between), any("dark" in o for o in opened))


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, colon, value in pairs if colon}


def _rule(rule: Rule, path: str) -> Iterator[Fault]:
    values = rule.declarations
    is_running = _RUNNING_TEXT.search(rule.selector) is not None
    size = values.get("font-size", "") or values.get("font", "")
    if is_running and _FIXED_SIZE.search(size):
        message = f"'{rule.selector}' sets the size of text to {size}, whatever the reader chose"
        yield warning("EPUB-190", message, path)
    if is_running and values.get("text-align") == "justify":
        message = f"'{rule.selector}' justifies text, whatever the reader chose"
        yield warning("EPUB-191", message, path)
    yield from _colours(rule, path)


def _colours(rule: Rule, path: str) -> Iterator[Fault]:
    ink = rgb(rule.declarations.get("color", ""))
    if ink is None:
        return
    given = rule.declarations.get("background-color", rule.declarations.get("background", ""))
    ground = rgb(given)
    if given and ground is None:
        return
    paper = ground or (_BLACK if rule.is_dark else _WHITE)
    ratio = contrast(ink, paper)
    if ratio < _LEAST:
        message = f"'{rule.selector}' has a contrast of {ratio:.2f} to 1, under {_LEAST}"
        yield warning("EPUB-192", message, path)


def _highlight(epub: Epub, css: str) -> Iterator[Fault]:
    for value in epub.package.values("media:active-class"):
        if not re.search(rf"\.{re.escape(value)}(?![\w-])", css):
            message = f"media:active-class is '{value}', and no style sheet shows it"
            yield warning("EPUB-193", message, epub.package.path)
    overlaid = any(item.overlay for item in epub.package.items)
    if overlaid and not epub.package.values("media:active-class"):
        message = "there is sound in step, and no class to show what sounds (media:active-class)"
        yield warning("EPUB-193", message, epub.package.path)
