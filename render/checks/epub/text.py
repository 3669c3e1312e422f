"""Alternatives: pictures and formulas in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from render.checks.epub.faults import Fault, warning
from render.epub_reading import MATHML, XHTML, Epub, roles

_FILE_NAME = re.compile(r"\S+\.(jpe?g|png|gif|webp|svg|tiff?|bmp)", re.IGNORECASE)
_EMPTY_WORDS = frozenset(
    {"image", "picture", "photo", "graphic", "img", "figure", "illustration", "bild", "imagen"}
)


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
    source = image.get("src", "").rpartition("/")[2]
    if words and (_FILE_NAME.fullmatch(words) or words in {source, source.rpartition(".")[0]}):
        yield warning("EPUB-161", f"the alternative '{words}' is a file name", path, node)
    elif words.lower() in _EMPTY_WORDS:
        yield warning("EPUB-161", f"the alternative '{words}' says nothing", path, node)


def _formula_words(formula: etree._Element) -> bool:
    named = formula.get("alttext") or formula.get("aria-label") or formula.get("aria-labelledby")
    return bool(named and named.strip())
