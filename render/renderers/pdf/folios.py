"""The pagination, read from the layout: which element opens each page, and its printed folio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from render.pagination import PageStart, Pagination
from render.renderers.pdf.dom import Dom

_INLINE = frozenset(
    "a abbr b bdi bdo cite code dfn em i kbd mark q rp rt ruby s samp small span strong sub sup"
    " time u var".split()
)


def pagination(document: Any, dom: Dom) -> Pagination:
    """Every page with the first sentence or block whose text begins on it."""
    seen: set[str] = set()
    pages = []
    for number, page in enumerate(document.pages, 1):
        opening = ""
        for element_id in _ids(page, dom):
            if element_id not in seen:
                opening = opening or element_id
                seen.add(element_id)
        pages.append(PageStart(folio(page, number), opening))
    return Pagination(tuple(pages))


def folio(page: Any, number: int) -> str:
    """The page number as printed in a margin; the count of the page where none is printed."""
    # Never outside the cage.
    from weasyprint.formatting_structure.boxes import MarginBox

    for box in page._page_box.children:
        if isinstance(box, MarginBox) and "'page'" in repr(box.style["content"]):
            words = " ".join(text.text for text in _texts(box))
            if found := re.search(r"\d+|\b[ivxlcdm]+\b", words):
                return found[0]
    return str(number)


def _ids(page: Any, dom: Dom) -> Iterator[str]:
    from weasyprint.formatting_structure.boxes import MarginBox

    for child in page._page_box.children:
        if isinstance(child, MarginBox):
            continue
        for text in _texts(child):
            if text.text.strip() and "::" not in text.element_tag:
                found = _sentence_or_block(text.element, dom)
                if found:
                    yield found


def _sentence_or_block(element: Any, dom: Dom) -> str:
    for ancestor in dom.ancestry(element):
        if ancestor.get("role") == "doc-toc":
            return ""
        sentence = ancestor.get("class") == "sentence"
        if ancestor.get("id") and (sentence or ancestor.tag not in _INLINE):
            return str(ancestor.get("id"))
    return ""


def _texts(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure.boxes import TextBox

    if isinstance(box, TextBox):
        yield box
    for child in getattr(box, "_box", box).children:
        yield from _texts(child)
