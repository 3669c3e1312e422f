"""The package: EbookLib as the container of finished files, then bytes that never change.

Only raw items: EbookLib's own documents, navigation and cover lose text or roles.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from render.errors import EngineError
from render.renderers.epub.documents import Document
from render.renderers.epub.entries import Entry
from render.renderers.epub.repack import Touches, repack
from render.renderers.epub.resources import Resource

if TYPE_CHECKING:
    from ebooklib.epub import EpubBook, EpubItem


@dataclass(frozen=True, slots=True)
class Package:
    """All that goes into the container, finished.

    `documents` are in spine order. `is_rtl` turns the pages the other way.
    """

    identifier: str
    lang: str
    is_rtl: bool
    modified: datetime
    entries: tuple[Entry, ...]
    documents: tuple[Document, ...]
    resources: tuple[Resource, ...]
    guide: tuple[tuple[str, str, str], ...]


def pack(package: Package) -> bytes:
    """The EPUB file. Raises EngineError when the container could not be written whole."""
    # EbookLib and lxml cost 0.1 s to import.
    from ebooklib.epub import EpubBook

    book = EpubBook()
    book.set_unique_metadata("OPF", "generator", "", {"name": "generator", "content": "Lisible"})
    book.set_identifier(package.identifier)
    book.set_language(package.lang)
    book.set_direction("rtl" if package.is_rtl else "ltr")
    for entry in package.entries:
        _add_entry(book, entry)
    for cover in (r for r in package.resources if "cover-image" in r.properties):
        # The name that readers older than EPUB 3 look for.
        book.add_metadata(None, "meta", "", {"name": "cover", "content": cover.id})
    for document in package.documents:
        book.add_item(_document_item(document, package))
    for resource in package.resources:
        book.add_item(_item(resource))
    book.spine = [
        (document.id, "yes" if document.is_linear else "no") for document in package.documents
    ]
    book.guide = [
        {"type": kind, "title": title, "href": href} for kind, title, href in package.guide
    ]
    entry_count = len(package.entries) + 5  # identifier, language, generator, modified, cover
    touches = Touches(package.lang, "rtl" if package.is_rtl else "ltr", entry_count)
    return repack(_written(book, package.modified), touches)


def _add_entry(book: EpubBook, entry: Entry) -> None:
    if entry.dublin_core:
        book.add_metadata("DC", entry.name, entry.value, entry.attributes())
    else:
        name, text = ("link", None) if entry.link else ("meta", entry.value)
        book.add_metadata(None, name, text, entry.attributes())


def _document_item(document: Document, package: Package) -> EpubItem:
    from ebooklib.epub import EpubItem

    overlay = next((r.id for r in package.resources if r.overlay == document.id), None)
    item = EpubItem(document.id, document.file_name, "application/xhtml+xml", document.data)
    item.properties = list(document.properties)
    item.media_overlay = overlay
    item.is_linear = document.is_linear
    return item


def _item(resource: Resource) -> EpubItem:
    from ebooklib.epub import EpubItem

    item = EpubItem(resource.id, resource.file_name, resource.media_type, resource.data)
    item.properties = list(resource.properties)
    return item


def _written(book: EpubBook, modified: datetime) -> bytes:
    from ebooklib.epub import write_epub

    options = {
        "mtime": modified,
        "raise_exceptions": True,
        "epub3_pages": False,
        # `repack` compresses what gains by it: of 7 ms, 6 went into a cover that does not.
        "compresslevel": 0,
    }
    stream = io.BytesIO()
    try:
        whole = write_epub(stream, book, options)
    except (OSError, ValueError, TypeError) as error:
        raise EngineError(f"the EPUB container could not be written: {error}") from error
    if not whole:
        raise EngineError("the EPUB container could not be written")
    return stream.getvalue()
