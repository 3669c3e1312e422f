"""Whether the book has every page of the print edition."""

from __future__ import annotations

from collections.abc import Iterator

from render.findings import Finding, Place, Severity
from render.inspection import read_back
from render.pipeline.checking import finished
from render.pipeline.edition_formats import printed_pages
from render.plugins import Artefact


def unmarked_pages(artefacts: tuple[Artefact, ...]) -> Iterator[Finding]:
    """A finding for each printed page that the EPUB does not mark.

    The check that compares the formats of one article sees one PDF only, and an edition has two.
    """
    pages = printed_pages(artefacts)
    for book in finished(artefacts):
        reading = read_back(book) if book.media_type == "application/epub+zip" else None
        if reading is None or pages is None:
            continue
        for page in pages.pages:
            if page.label not in reading.pages:
                yield Finding(
                    "EDITION-001",
                    Severity.WARNING,
                    f"page {page.label} of the printed edition is not marked",
                    "nothing begins on it: a shorter picture or table leaves room for text",
                    Place(book.name),
                )
