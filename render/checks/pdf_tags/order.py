"""The order of the checks: the whole file first, then its parts."""

from collections.abc import Iterator
from dataclasses import replace

from render.checks.pdf_tags.content import content
from render.checks.pdf_tags.document import Document
from render.checks.pdf_tags.faults import Fault, error
from render.checks.pdf_tags.pictures import pictures
from render.checks.pdf_tags.structure import structure
from render.checks.pdf_tags.tables import tables
from render.checks.pdf_tags.whole import whole

_CHECKS = (whole, content, structure, tables, pictures)


def everything(pdf: Document) -> Iterator[Fault]:
    """The faults of a PDF, in the order of the checks; of one without tags, only that."""
    if not pdf.tree.children:
        yield error("PDF-101", "the file has no tags")
        return
    found: dict[tuple[str, str], list[Fault]] = {}
    for check in _CHECKS:
        for fault in check(pdf):
            found.setdefault((fault.code, fault.message), []).append(fault)
    for same in found.values():
        # A fault of the program that made the file comes once for each element.
        first, times = same[0], len(same)
        yield replace(first, message=f"{first.message} ({times} times)") if times > 1 else first
