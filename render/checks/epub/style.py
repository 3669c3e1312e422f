"""Style sheets: do they leave the reader's settings alone, and can one read the colours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from render.checks.epub.colours import contrast, rgb
from render.checks.epub.faults import Fault, warning
from render.epub_reading import XHTML, Epub
from render.inspection.style_sheets import Rule, declarations, rules

_FIXED_SIZE = re.compile(r"[\d.]+(px|pt|pc|cm|mm|in|q)\b")
_ELEMENTS = r"html|body|p|li|div|\*|section|article|main"
_LEAST = 4.5
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)


def style(epub: Epub) -> Iterator[Fault]:
    """Faults of the style sheets and of `style` attributes."""
    running = _running_text(epub)
    seen = ""
    for path, css in epub.style_sheets():
        seen += css
        for rule in rules(css):
            yield from _rule(rule, path, running)
    for item, root in epub.texts():
        for element in root.iter(f"{XHTML}*"):
            if element.get("style"):
                name = str(element.tag).removeprefix(XHTML)
                rule = Rule(name, declarations(element.get("style", "")), ())
                yield from _rule(rule, item.path, running)
        for sheet in root.iter(f"{XHTML}style"):
            seen += sheet.text or ""
            for rule in rules(sheet.text or ""):
                yield from _rule(rule, item.path, running)
    yield from _highlight(epub, seen)


def _running_text(epub: Epub) -> re.Pattern[str]:
    """What selects running text: elements, and the classes that converters give to each body."""
    classes: Counter[str] = Counter()
    paragraphs = 0
    for _, root in epub.texts():
        body = root.find(f"{XHTML}body")
        for element in (root, body) if body is not None else ():
            classes.update(dict.fromkeys(element.get("class", "").split(), 10**6))
        for paragraph in root.iter(f"{XHTML}p"):
            paragraphs += 1
            classes.update(paragraph.get("class", "").split())
    usual = [re.escape(name) for name, count in classes.items() if count > paragraphs / 2]
    names = "|".join([_ELEMENTS, *(rf"[\w-]*\.{name}" for name in usual)])
    return re.compile(rf"(^|[\s,>])({names})\s*($|,)")


def _rule(rule: Rule, path: str, running: re.Pattern[str]) -> Iterator[Fault]:
    values = rule.values
    is_running = running.search(rule.selector) is not None
    size = values.get("font-size", "") or values.get("font", "")
    if is_running and _FIXED_SIZE.search(size):
        message = f"'{rule.selector}' sets the size of text to {size}, whatever the reader chose"
        yield warning("EPUB-190", message, path)
    if is_running and values.get("text-align") == "justify":
        message = f"'{rule.selector}' justifies text, whatever the reader chose"
        yield warning("EPUB-191", message, path)
    yield from _colours(rule, path)


def _colours(rule: Rule, path: str) -> Iterator[Fault]:
    ink = rgb(rule.values.get("color", ""))
    if ink is None:
        return
    given = rule.values.get("background-color", rule.values.get("background", ""))
    ground = rgb(given)
    if given and ground is None:
        return
    paper = ground or (_BLACK if any("dark" in query for query in rule.media) else _WHITE)
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
