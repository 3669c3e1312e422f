"""Printed pages: what page and book mark is what the PDF has."""

from __future__ import annotations

from collections.abc import Iterator

from render.findings import Finding, Place, Severity
from render.inspection import Reading
from render.plugins import CheckedFile


def pages(readings: list[tuple[CheckedFile, Reading]]) -> Iterator[Finding]:
    """Each edition with page markers has one for every page of the PDF, and no other."""
    printed = next(
        (reading.pages for file, reading in readings if file.media_type == "application/pdf"), None
    )
    if printed is None:
        return
    for file, reading in readings:
        if file.media_type == "application/pdf" or not reading.pages:
            continue
        marked = reading.pages
        for label in printed:
            if label not in marked:
                message = f"page {label} of the PDF is not marked"
                yield Finding("PAGES-001", Severity.ERROR, message, where=Place(file.name))
        for label in dict.fromkeys(marked):
            if label not in printed:
                message = f"page {label} is marked, and the PDF has none of that number"
                yield Finding("PAGES-001", Severity.ERROR, message, where=Place(file.name))
            elif marked.count(label) > 1:
                message = f"page {label} is marked {marked.count(label)} times"
                yield Finding("PAGES-002", Severity.ERROR, message, where=Place(file.name))
