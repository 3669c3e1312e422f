"""The tree: known types, headings, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from render.checks.pdf_tags.document import Document, Node, elements
from render.checks.pdf_tags.faults import Fault, error, warning
from render.pdf_reading import Tag, text_of

# ISO 32000-1, 14.8.4 and ISO 32000-2, 14.8.4, with MathML inside Formula.
_STANDARD = frozenset(
    "Document DocumentFragment Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct"
    " Private Aside Title Sub P H FENote Note L LI Lbl LBody Table TR TH TD THead TBody TFoot"
    " Span Quote Reference BibEntry Code Link Annot Em Strong Ruby RB RT RP Warichu WT WP"
    " Figure Formula Form Artifact".split()
)
_HEADING = re.compile(r"H\d+")
_LIST_CHILDREN = frozenset({"LI", "Caption", "L", "Artifact"})
_ITEM_CHILDREN = frozenset({"Lbl", "LBody", "Artifact"})


def structure(pdf: Document) -> Iterator[Fault]:
    """Faults of elements and of how they are put together."""
    unknown = {
        node.tag.role: node
        for node in pdf.nodes
        if node.tag.role not in _STANDARD
        and not _HEADING.fullmatch(node.tag.role)
        and "Formula" not in {tag.role for tag in node.parents}
    }
    for role, node in unknown.items():
        yield error("PDF-130", f"'{role}' is no standard type and maps to none", node.path)
    hollow = [node for node in pdf.having("NonStruct") if text_of(node.tag)]
    if hollow:
        message = f"{len(hollow)} elements without a meaning (NonStruct) hold text"
        yield warning("PDF-131", message, hollow[0].path)
    for node in pdf.having("L"):
        yield from _list(node)
    for node in pdf.having("LI"):
        wrong = [tag.role for tag in elements(node.tag) if tag.role not in _ITEM_CHILDREN]
        if wrong:
            yield error("PDF-132", f"an item with {wrong[0]} as a child", node.path)
        if not node.parents or node.parents[-1].role != "L":
            yield error("PDF-132", "an item outside of a list", node.path)


def _list(node: Node) -> Iterator[Fault]:
    children = elements(node.tag)
    wrong = [tag.role for tag in children if tag.role not in _LIST_CHILDREN]
    if wrong:
        yield error("PDF-132", f"a list with {wrong[0]} as a child", node.path)
    labels = [_label(tag) for tag in children if tag.role == "LI"]
    numbering = node.tag.attributes.get("List.ListNumbering", "None")
    if any(map(_MARKER.fullmatch, labels)) and numbering == "None":
        message = "items have labels, and the list does not say how it is numbered"
        yield warning("PDF-133", message, node.path)
    numbers = [int(found[1]) for label in labels if (found := re.match(r"(\d+)[.)]?$", label))]
    if len(numbers) == len(labels) > 1 and numbers != sorted(set(numbers)):
        yield error("PDF-134", f"the items are numbered {numbers}", node.path)


# A bullet, a number or a letter; the words of a description list have no numbering before
# PDF 2.0 (ISO 32000-1, table 347).
_MARKER = re.compile(r"(?=.)\W*(\d+|\w|[ivxlcdm]+(?=[.)]))?[.)]?\W*", re.IGNORECASE)


def _label(item: Tag) -> str:
    return next((text_of(tag) for tag in elements(item) if tag.role == "Lbl"), "")
