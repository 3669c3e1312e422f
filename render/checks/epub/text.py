"""Alternatives: pictures and formulas in words."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from render.checks.epub.faults import Fault, warning
from render.epub_reading import MATHML, XHTML, Epub, roles
from render.inspection.placeholders import is_any_picture, is_picture_file


def text(epub: Epub) -> Iterator[Fault]:
    """Faults of alternatives in the documents of the reading order."""
    for item, root in epub.texts():
        for image in root.iter(f"{XHTML}img"):
            yield from _picture(item.path, image)
        for formula in root.iter(f"{MATHML}math"):
            if not _formula_words(formula):
                message = "a formula without words for it (alttext)"
                yield warning("EPUB-162", message, item.path, formula.get("id", ""))


def _picture(path: str, image: etree._Element) -> Iterator[Fault]:
    alternative, node = image.get("alt"), image.get("id", "")
    is_named = bool(image.get("aria-label") or image.get("aria-labelledby"))
    is_decoration = bool({"presentation", "none"} & roles(image))
    if alternative is None and not is_named and not is_decoration:
        yield warning("EPUB-160", "a picture without an alternative", path, node)
        return
    words = " ".join((alternative or "").split())
    if is_picture_file(words, image.get("src", "")):
        yield warning("EPUB-161", f"the alternative '{words}' is a file name", path, node)
    elif is_any_picture(words):
        yield warning("EPUB-161", f"the alternative '{words}' says nothing", path, node)


def _formula_words(formula: etree._Element) -> bool:
    named = formula.get("alttext") or formula.get("aria-label") or formula.get("aria-labelledby")
    return bool(named and named.strip())
