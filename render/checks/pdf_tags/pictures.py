"""Pictures, formulas, links and notes: each with words, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from render.checks.pdf_tags.document import Document, Node, first_page
from render.checks.pdf_tags.faults import Fault, error, warning
from render.inspection.placeholders import is_any_picture, is_picture_file
from render.pdf_reading import Annotation, text_of

_ADDRESS = re.compile(r"(https?|mailto|file):\S+", re.IGNORECASE)
_TOLERANCE_PT = 1.0


def pictures(pdf: Document) -> Iterator[Fault]:
    """Faults of what is not text, and of what leads elsewhere."""
    for node in pdf.having("Figure"):
        yield from _figure(pdf, node)
    for node in pdf.having("Formula"):
        if not (node.tag.alt or node.tag.actual_text):
            yield error("PDF-152", "a formula without words for it (Alt)", node.path)
    for node in pdf.having("Link"):
        yield from _link(node)
    if pdf.facts.loose_links:
        yield error("PDF-156", f"{pdf.facts.loose_links} links without a place in the tags")
    for node in pdf.having("Note", "FENote"):
        if not node.tag.id:
            yield error("PDF-157", "a note without an identifier", node.path)
        elif not text_of(node.tag):
            yield error("PDF-157", "a note without words", node.path)


def _figure(pdf: Document, node: Node) -> Iterator[Fault]:
    words = " ".join((node.tag.alt or node.tag.actual_text or "").split())
    if not words:
        yield error("PDF-150", "a picture without an alternative (Alt)", node.path)
    elif is_picture_file(words) or is_any_picture(words):
        yield error("PDF-151", f"the alternative «{words}» says nothing", node.path)
    numbers = node.tag.attributes.get("Layout.BBox", "").split()
    page = first_page(node.tag)
    if len(numbers) == 4 and page:
        left, low, right, top = map(float, numbers)
        edge_left, edge_low, edge_right, edge_top = pdf.facts.boxes[page - 1]
        inside = (
            left >= edge_left - _TOLERANCE_PT
            and low >= edge_low - _TOLERANCE_PT
            and right <= edge_right + _TOLERANCE_PT
            and top <= edge_top + _TOLERANCE_PT
        )
        if not inside:
            yield warning("PDF-153", "a picture whose box is outside of the page", node.path)


def _link(node: Node) -> Iterator[Fault]:
    found = [child for tag in node.tag.tags() for child in tag.children]
    annotations = [child for child in found if isinstance(child, Annotation)]
    text = text_of(node.tag)
    if not annotations:
        if not any(tag.role == "Reference" for tag in node.parents):
            yield error("PDF-154", f"«{text}» is tagged as a link and leads nowhere", node.path)
        return
    for annotation in annotations:
        if not annotation.contents:
            yield error("PDF-155", f"the link «{text}» has no description (Contents)", node.path)
        elif _ADDRESS.fullmatch(annotation.contents) and annotation.contents != text:
            message = f"the link «{text}» is described by its address"
            yield warning("PDF-155", message, node.path)
    if not text and not any(annotation.contents for annotation in annotations):
        yield error("PDF-154", "a link without words", node.path)
