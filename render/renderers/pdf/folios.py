"""The pagination, read from the layout: which element opens each page, and its printed folio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from render.pagination import PageStart, Pagination
from render.renderers.pdf.layout import LaidOut, Leaf, descendants, margin_boxes
from render.renderers.pdf.sentences import Places
from render.renderers.pdf.untyped import Page

_INLINE = frozenset(
    "a abbr b bdi bdo cite code dfn em i kbd mark q rp rt ruby s samp small span strong sub sup"
    " time u var".split()
)


def pagination(laid_out: LaidOut) -> Pagination:
    """Every page with the first sentence, block or picture that begins on it, or goes on there."""
    openings: dict[int, str] = {}
    going_on: dict[int, str] = {}
    seen: set[str] = set()
    sentences = Places(laid_out.sentences)
    for leaf in laid_out.leaves:
        if leaf.pseudo or not (leaf.is_picture or leaf.text.strip()):
            continue
        for opening in _openings(leaf, laid_out, sentences):
            going_on.setdefault(leaf.page, opening)
            if opening not in seen:
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


def _openings(leaf: Leaf, laid_out: LaidOut, sentences: Places) -> Iterator[str]:
    """The ids of the sentences in a box, or of the block or picture that it is."""
    around = tuple(laid_out.dom.ancestry(leaf.element))
    if any(each.get("role") == "doc-toc" or each.get("aria-hidden") == "true" for each in around):
        return  # no edition marks pages there
    part, count = laid_out.written.of(leaf.box), laid_out.written.characters_before
    within = tuple(sentences.between(count(part.begin), count(part.end)))
    yield from within or filter(None, (_sentence_or_block(around),))


def _sentence_or_block(around: tuple[Element, ...]) -> str:
    picture = ""
    for ancestor in around:
        id_ = str(ancestor.get("id") or "")
        if ancestor.get("class") == "sentence" and id_:
            return id_
        if ancestor.tag == "img" or ancestor.get("class") == "image-in-words":
            picture = id_
        elif id_ and ancestor.tag not in _INLINE:
            return picture or id_
    return picture
