"""Boxes beside the text: asides, galleries, and what can be folded."""

from __future__ import annotations

from typing import Literal

from render.dom.attributes import class_words, roles
from render.dom.mapping import Heading, Mapper, Piece
from render.dom.sections import nest
from render.dom.tree import Element
from render.model import Aside, Figure, Image, Inline, List, Paragraph
from render.model.walk import plain_text

_AsideKind = Literal["box", "note", "warning", "correction", "related", "pullquote"]
_ASIDE_WORDS: dict[str, _AsideKind] = {
    "pullquote": "pullquote",
    "pull": "pullquote",
    "warning": "warning",
    "caution": "warning",
    "danger": "warning",
    "correction": "correction",
    "erratum": "correction",
    "related": "related",
    "note": "note",
    "tip": "note",
    "important": "note",
    "info": "note",
}
# What a gallery is made of; with paragraphs of its own it is an article.
_SHOWN = (Aside, Figure, Image, List)
_GALLERY_WORDS = frozenset({"gallery", "galleries", "slideshow", "diaporama", "galerie", "galeria"})


def is_gallery(element: Element) -> bool:
    """Whether a container is named as a gallery of pictures."""
    return bool(class_words(element) & _GALLERY_WORDS)


def aside(element: Element, mapper: Mapper) -> list[Piece]:
    """A box of the kind that its names say, titled by its first heading."""
    words = class_words(element) | roles(element)
    kind: _AsideKind = next((kind for word, kind in _ASIDE_WORDS.items() if word in words), "box")
    if "doc-pullquote" in words:
        kind = "pullquote"
    pieces = mapper.pieces(element.children)
    titled = bool(pieces) and isinstance(pieces[0], Heading)
    if pieces and not titled and element.tag == "aside" and element.get("aria-label"):
        mapper.account.note("HTML-020", f"label '{element.get('aria-label')[:60]}' is left out")
    return _boxed(pieces, kind)


def _boxed(pieces: list[Piece], kind: _AsideKind) -> list[Piece]:
    """The pieces in a box, titled by their first heading."""
    if not pieces:
        return []
    heading: tuple[Inline, ...] = ()
    if isinstance(pieces[0], Heading):
        heading = pieces[0].children
        pieces = pieces[1:]
    children = nest(pieces)
    if not children:
        return [Paragraph(children=heading)]
    return [Aside(kind=kind, children=children, heading=heading, repeats=kind == "pullquote")]


def gallery(element: Element, mapper: Mapper) -> list[Piece]:
    """A gallery with a heading is a box: what follows it belongs to the text around it."""
    pieces = mapper.pieces(element.children)
    first = pieces[0] if pieces else None
    shown = pieces[1:]
    if not isinstance(first, Heading) or not shown:
        return pieces
    if not all(isinstance(piece, _SHOWN) for piece in shown):
        return pieces
    box = shown[0]
    if len(shown) == 1 and isinstance(box, Aside) and box.heading == first.children:
        mapper.account.drop(plain_text(box.heading), "heading-repeated")
        return shown
    return _boxed(pieces, "box")


def details(element: Element, mapper: Mapper) -> list[Piece]:
    """What can be folded is shown unfolded, in a box titled by its summary."""
    first = next(
        (n for n in element.children if isinstance(n, Element) and n.tag == "summary"), None
    )
    heading = mapper.inlines(first.children) if first is not None else ()
    children = mapper.blocks([child for child in element.children if child is not first])
    if not children:
        return [Paragraph(children=heading)] if heading else []
    return [Aside(kind="box", heading=heading, children=children)]
