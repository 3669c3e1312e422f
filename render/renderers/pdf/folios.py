"""The pagination, read from the layout: which element opens each page, and its printed folio."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from render.pagination import PageStart, Pagination
from render.renderers.pdf.dom import Dom
from render.renderers.pdf.layout import LaidOut, descendants, margin_boxes
from render.renderers.pdf.untyped import Page

_INLINE = frozenset(
    "a abbr b bdi bdo cite code dfn em i kbd mark q rp rt ruby s samp small span strong sub sup"
    " time u var".split()
)


def pagination(laid_out: LaidOut) -> Pagination:
    """Every page with the first sentence or block that begins on it, or else goes on there."""
    openings: dict[int, str] = {}
    going_on: dict[int, str] = {}
    seen: set[str] = set()
    for leaf in laid_out.leaves:
        if not leaf.text.strip() or leaf.pseudo:
            continue
        opening = _sentence_or_block(leaf.element, laid_out.dom)
        if opening:
            going_on.setdefault(leaf.page, opening)
        if opening and opening not in seen:
            openings.setdefault(leaf.page, opening)
            seen.add(opening)
    return Pagination(
        tuple(
            PageStart(folio(page, number + 1), openings.get(number, going_on.get(number, "")))
            for number, page in enumerate(laid_out.document.pages)
        )
    )


def folio(page: Page, number: int) -> str:
    """The page number as printed in a margin; the count of the page where none is printed."""
    for box in margin_boxes(page):
        if "'page'" in repr(box.style["content"]):
            words = " ".join(getattr(inner, "text", "") for inner in descendants(box))
            if found := re.search(r"\d+|\b[ivxlcdm]+\b", words):
                return found[0]
    return str(number)


def _sentence_or_block(element: Element, dom: Dom) -> str:
    for ancestor in dom.ancestry(element):
        if ancestor.get("role") == "doc-toc":
            return ""
        sentence = ancestor.get("class") == "sentence"
        if ancestor.get("id") and (sentence or ancestor.tag not in _INLINE):
            return str(ancestor.get("id"))
    return ""
