"""Figures: pictures, tables, code or formulas with caption, credit and description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from render.dom.attributes import class_words
from render.dom.mapping import Child, Heading, Mapper, Piece
from render.dom.spacing import is_blank
from render.dom.tree import Element
from render.model import (
    Block,
    Code,
    Figure,
    FigureContent,
    Image,
    Inline,
    LineBreak,
    Link,
    Marked,
    Math,
    Media,
    Paragraph,
    Quote,
    Table,
    Text,
)

_CREDIT_WORDS = frozenset({"credit", "credits", "copyright", "photographer"})
_CREDIT_PROPERTIES = frozenset({"copyrightholder", "author", "creator", "credittext"})


@dataclass(slots=True)
class _Parts:
    """What a figure is made of, before it is put together."""

    content: list[FigureContent] = field(default_factory=list)
    caption: list[Inline] = field(default_factory=list)
    credit: list[Inline] = field(default_factory=list)
    description: list[Block] = field(default_factory=list)
    other: list[Piece] = field(default_factory=list)
    before: list[Piece] = field(default_factory=list)


def figure(element: Element, mapper: Mapper) -> list[Piece]:
    """A figure; blocks in it that no figure can hold stand before it or follow it."""
    parts = _Parts()
    _collect(element.children, parts, mapper)
    if not parts.content:
        return _without_content(parts)
    _describe(parts, mapper, element)
    made = Figure(
        content=tuple(parts.content), caption=tuple(parts.caption), credit=tuple(parts.credit)
    )
    around = [*parts.before, made, *parts.other]
    return [_label(piece) for piece in around] if element.tag == "figure" else around


def _label(piece: Piece) -> Piece:
    """A heading in a figure names the figure: it must not own the text that comes after."""
    if not isinstance(piece, Heading):
        return piece
    strong = Marked(kind="strong", children=piece.children)
    return Paragraph(children=(strong,), id=piece.id, lang=piece.lang, dir=piece.dir)


def is_captioned(element: Element) -> bool:
    """Whether a plain container is a figure in all but name: one picture, one caption."""
    if "caption" not in class_words(element) or element.find("img") is None:
        return False
    return any("caption" in class_words(node) for node in element.elements())


def is_uncaptioned(piece: Piece) -> bool:
    """Whether a caption that stands after the piece, outside any figure, may be its own."""
    return isinstance(piece, Image) or (isinstance(piece, Figure) and not piece.caption)


def lone_caption(element: Element) -> Element | None:
    """The `figcaption` that the element is, or that is all it holds."""
    inside: Element = element
    while inside.tag != "figcaption":
        solid = [c for c in inside.children if isinstance(c, Element) or c.strip()]
        only = solid[0] if len(solid) == 1 else None
        if inside.tag not in {"div", "p", "span"} or not isinstance(only, Element):
            return None
        inside = only
    return inside


def with_caption(piece: Piece, caption: tuple[Inline, ...]) -> Piece:
    """The figure that a picture or an uncaptioned figure becomes with a caption."""
    if isinstance(piece, Figure):
        return replace(piece, caption=caption)
    return Figure(content=(piece,), caption=caption) if isinstance(piece, Image) else piece


def _collect(children: Sequence[Child], parts: _Parts, mapper: Mapper) -> None:
    for child in children:
        if isinstance(child, str):
            if child.strip():
                parts.other.extend(mapper.pieces([child]))
        elif _is_caption(child):
            _caption(child, parts, mapper)
        elif _is_description(child):
            parts.description.extend(mapper.blocks(child.children))
        elif _is_credit(child):
            parts.credit.extend(mapper.inlines(child.children))
        elif child.tag in {"div", "span", "p", "section", "a"} and _has_parts(child):
            _collect(child.children, parts, mapper)
        else:
            _sort(mapper.pieces([child]), parts, mapper)


def _sort(pieces: list[Piece], parts: _Parts, mapper: Mapper) -> None:
    for piece in pieces:
        if isinstance(piece, Image | Media | Table | Code | Math):
            _show(parts, [piece])
        elif isinstance(piece, Figure):
            _show(parts, piece.content)
            _add(parts.caption, piece.caption)
            _add(parts.credit, piece.credit)
        elif isinstance(piece, Paragraph) and (pictures := _only_images(piece.children)):
            mapper.account.note("HTML-013", "the link around a figure's picture is left out")
            _show(parts, pictures)
        else:
            parts.other.append(piece)


def _show(parts: _Parts, content: Sequence[FigureContent]) -> None:
    """Add content; what came before the first of it stays before it."""
    if not parts.content:
        parts.before, parts.other = parts.other, []
    parts.content.extend(content)


def _only_images(inlines: Sequence[Inline]) -> list[Image]:
    """The images of a run that holds nothing else, through links; empty otherwise."""
    out: list[Image] = []
    for node in inlines:
        if isinstance(node, Image):
            out.append(node)
        elif isinstance(node, Link):
            inside = _only_images(node.children)
            if not inside:
                return []
            out.extend(inside)
        elif not (
            isinstance(node, LineBreak) or (isinstance(node, Text) and not node.value.strip())
        ):
            return []
    return out


def _caption(element: Element, parts: _Parts, mapper: Mapper) -> None:
    credits_found = [node for node in element.elements() if _is_credit(node)]
    for node in credits_found:
        if any(other in credits_found for other in node.ancestors()):
            continue
        _add(parts.credit, mapper.inlines([node]))
        node.detach()
    if element.find("img", "table", "pre", "video", "audio") is not None:
        _sort(list(mapper.pieces(element.children)), parts, mapper)
        captions = [piece for piece in parts.other if isinstance(piece, Paragraph)]
        parts.other = [piece for piece in parts.other if not isinstance(piece, Paragraph)]
        for paragraph in captions:
            _add(parts.caption, paragraph.children)
        return
    for run in _lines(element):
        _add(parts.caption, mapper.inlines(run))


def _lines(element: Element) -> list[list[Child]]:
    """The caption's paragraphs, each one a run of inline content."""
    runs: list[list[Child]] = [[]]
    for child in element.children:
        if isinstance(child, Element) and child.is_block:
            runs.extend(_lines(child))
            runs.append([])
        else:
            runs[-1].append(child)
    return runs


def _add(target: list[Inline], more: Sequence[Inline]) -> None:
    if is_blank(more) and not any(isinstance(node, Image) for node in more):
        return
    if target:
        target.append(Text(value=" "))
    target.extend(more)


def _describe(parts: _Parts, mapper: Mapper, element: Element) -> None:
    if not parts.description:
        return
    for index, node in enumerate(parts.content):
        if isinstance(node, Image):
            parts.content[index] = replace(node, description=tuple(parts.description))
            return
    mapper.account.note("HTML-014", "description without a picture becomes text", element)
    parts.other = [*parts.description, *parts.other]


def _without_content(parts: _Parts) -> list[Piece]:
    """A figure of prose: its caption says whose words they are, or ends it."""
    blocks = [*parts.description, *parts.other]
    tail = [*parts.caption, *([Text(value=" ")] if parts.caption and parts.credit else [])]
    tail += parts.credit
    if not tail:
        return list(blocks)
    last = blocks[-1] if blocks else None
    if len(blocks) == 1 and isinstance(last, Quote) and not last.attribution:
        return [replace(last, attribution=tuple(tail))]
    return [*blocks, Paragraph(children=tuple(tail))]


def _has_parts(element: Element) -> bool:
    return any(
        node.tag in {"img", "picture", "figcaption", "video", "audio", "table", "pre", "figure"}
        or _is_credit(node)
        or _is_caption(node)
        for node in element.elements()
    )


def _is_caption(element: Element) -> bool:
    if element.tag == "figcaption":
        return True
    return "caption" in class_words(element) and element.find("img", "figcaption") is None


def _is_credit(element: Element) -> bool:
    if element.tag in {"figcaption", "img", "figure"}:
        return False
    prop = element.get("itemprop").lower()
    return bool(class_words(element) & _CREDIT_WORDS) or prop in _CREDIT_PROPERTIES


def _is_description(element: Element) -> bool:
    words = class_words(element)
    return "description" in words and bool(words & {"long", "extended"})
