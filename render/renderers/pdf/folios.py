"""The pagination, read from the layout: which element opens each page, and its printed folio."""

from __future__ import annotations

import re
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
    openings_of = _Openings(laid_out)
    for leaf in laid_out.leaves:
        if leaf.pseudo or not (leaf.is_picture or leaf.text.strip()):
            continue
        for opening in openings_of.leaf(leaf):
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


class _Openings:
    """The ids that name places in a document."""

    def __init__(self, laid_out: LaidOut) -> None:
        self._dom = laid_out.dom
        self._written = laid_out.written
        self._sentences = Places(laid_out.sentences)
        self._around: dict[Element, str | None] = {}

    def leaf(self, leaf: Leaf) -> tuple[str, ...]:
        """Those of the sentences in a box, or that of the block or picture that it is."""
        # Once for each element, which has many lines.
        if leaf.element not in self._around:
            self._around[leaf.element] = _name(tuple(self._dom.ancestry(leaf.element)))
        around = self._around[leaf.element]
        if around is None:
            return ()
        part, count = self._written.of(leaf.box), self._written.characters_before
        within = tuple(self._sentences.between(count(part.begin), count(part.end)))
        return within or ((around,) if around else ())


def _name(around: tuple[Element, ...]) -> str | None:
    """The id of an element or of what is around it, "" for none; None where none is wanted."""
    if any(each.get("role") == "doc-toc" or each.get("aria-hidden") == "true" for each in around):
        return None  # no edition marks pages there
    return _sentence_or_block(around)


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
