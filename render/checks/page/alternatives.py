"""Pictures, media, formulas and page markers in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from render.checks.page.document import Page, attribute, is_silent, name_of, role_of
from render.checks.page.faults import Fault, error, warning
from render.inspection.placeholders import is_any_picture, is_picture_file

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


# Not its content, which is what a reader without MathML cannot say.
_FORMULA_NAMES = ("alttext", "aria-label", "aria-labelledby", "aria-hidden")


def alternatives(page: Page) -> Iterator[Fault]:
    """Faults of what is not text."""
    for node in page.css("img, input[type='image'], area[href]"):
        if not is_silent(node):
            yield from _picture(node)
    for node in page.css("svg[role='img'], [role='img']:not(img)"):
        if not is_silent(node) and not name_of(page, node):
            yield error("PAGE-140", "a drawing without an alternative", node)
    yield from _embedded(page)
    yield from _media(page)


def _embedded(page: Page) -> Iterator[Fault]:
    for node in page.css("iframe, object, embed"):
        if not is_silent(node) and not name_of(page, node):
            yield error("PAGE-142", f"an {node.tag} without a name", node)
    for node in page.css("math"):
        if not any(attribute(node, name) for name in _FORMULA_NAMES):
            yield warning("PAGE-143", "a formula without words for it (alttext)", node)
    for node in page.css("[role='doc-pagebreak']"):
        if not name_of(page, node):
            yield error("PAGE-144", "a page marker that does not say its number", node)


def _picture(node: LexborNode) -> Iterator[Fault]:
    alternative = node.attributes.get("alt", "" if "alt" in node.attributes else None)
    named = attribute(node, "aria-label") or attribute(node, "aria-labelledby")
    if role_of(node) in {"presentation", "none"}:
        return
    if "alt" not in node.attributes and not named:
        yield error("PAGE-140", "a picture without an alternative", node)
        return
    words = " ".join((alternative or "").split())
    inside_link = node.parent is not None and node.parent.tag == "a"
    if is_picture_file(words, attribute(node, "src")):
        yield error("PAGE-141", f"the alternative «{words}» is a file name", node)
    elif is_any_picture(words):
        yield warning("PAGE-141", f"the alternative «{words}» says nothing", node)
    elif node.tag != "img" and not words and not named and not inside_link:
        yield error("PAGE-140", "an image to act on without an alternative", node)


def _media(page: Page) -> Iterator[Fault]:
    for node in page.css("audio, video"):
        if "autoplay" in node.attributes and "muted" not in node.attributes:
            yield error("PAGE-145", f"{node.tag} that starts by itself", node)
        if "controls" not in node.attributes and node.css_first("source, track") is not None:
            yield error("PAGE-146", f"{node.tag} without controls", node)
        if node.tag == "video" and node.css_first("track[kind='captions']") is None:
            yield warning("PAGE-147", "a video without captions", node)
    for node in page.css("marquee, blink"):
        yield error("PAGE-148", f"{node.tag}: text that moves and cannot be stopped", node)
