"""What the nodes say beyond their type: numbering, alternatives, boxes, notes."""

from __future__ import annotations

from render.renderers.pdf.layout import rectangle
from render.renderers.pdf.tagging import tables
from render.renderers.pdf.tagging.builder import Builder
from render.renderers.pdf.tagging.nodes import Node
from render.renderers.pdf.tagging.roles import Standard
from render.renderers.pdf.untyped import Document

_NUMBERING = {
    "1": "Decimal",
    "a": "LowerAlpha",
    "A": "UpperAlpha",
    "i": "LowerRoman",
    "I": "UpperRoman",
}


def describe(builder: Builder, document: Document, standard: Standard) -> None:
    """Add attributes, alternatives and references to every node of the tree."""
    table_count = 0
    for node in builder.document.nodes():
        match node.type:
            case "L":
                _number(node, standard)
            case "Table":
                table_count += 1
                tables.describe(node, table_count)
            case "Figure" | "Formula":
                _picture(node, document)
            case "Note" | "FENote":
                _note(node, standard)
            case "Span":
                _raise(node, standard)
            case "Reference" | "TOCI":
                _refer(node, builder)
    if standard == "2.0":
        return
    for node in builder.document.nodes():
        node.references = []  # Ref came with PDF 2.0


def _number(node: Node, standard: Standard) -> None:
    element = node.element
    labelled = any(
        isinstance(part, Node) and part.type == "Lbl"
        for item in node.kids
        if isinstance(item, Node)
        for part in item.kids
    )
    if element is None:
        return
    if element.tag == "dl":
        if standard == "2.0":
            node.set("List", ListNumbering="Description")
    elif not labelled:
        node.set("List", ListNumbering="None")
    elif element.tag == "ol":
        node.set("List", ListNumbering=_NUMBERING.get(element.get("type", "1"), "Decimal"))
    else:
        node.set("List", ListNumbering="Disc")


def _picture(node: Node, document: Document) -> None:
    element = node.element
    if element is not None:
        node.alt = element.get("alt") or node.text()
        if node.type == "Formula" and "block" in element.get("class", "").split():
            node.set("Layout", Placement="Block")
    # ISO 32000-2, 14.8.5.4.3: in points, and of the page it stands on.
    contents = list(node.contents())
    if not contents or any(each.leaf.page != contents[0].leaf.page for each in contents):
        return
    page = document.pages[contents[0].leaf.page]
    boxes = [rectangle(page, each.leaf.box) for each in contents]
    left, bottom, right, top = zip(*boxes, strict=True)
    node.set("Layout", BBox=(min(left), min(bottom), max(right), max(top)))


def _note(node: Node, standard: Standard) -> None:
    if node.element is not None and node.element.get("id"):
        node.id = str(node.element.get("id"))
    if standard == "2.0":
        node.set("FENote", NoteType="Endnote")


def _raise(node: Node, standard: Standard) -> None:
    tag = node.element.tag if node.element is not None else ""
    if tag in {"s", "del"}:
        node.set("Layout", TextDecorationType="LineThrough")
    elif tag in {"sub", "sup"} and standard == "2.0":
        node.set("Layout", TextPosition="Sub" if tag == "sub" else "Sup")


def _refer(node: Node, builder: Builder) -> None:
    """Join a call with its note, and an entry of the contents with its place."""
    element = node.element
    link = None
    if element is not None:
        link = element if element.tag == "a" else element.find("a")
    href = link.get("href", "") if link is not None else ""
    target = builder.by_id(href[1:]) if href.startswith("#") else None
    if target is None:
        return
    node.references.append(target)
    if target.type == "FENote" and node.type == "Reference":
        target.references.append(node)
