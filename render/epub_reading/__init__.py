"""EPUB files read back: container, package, documents and overlays as they really are.

For checks, whoever made the file. Nothing is repaired on the way in.
"""

from render.epub_reading.epub import Broken, Epub, read_epub
from render.epub_reading.markup import (
    EPUB_TYPE,
    MATHML,
    XHTML,
    XML_LANG,
    has_class,
    headings,
    language_of,
    plain_text,
    roles,
    types,
    words,
)
from render.epub_reading.overlays import Par, clock_ms, pars
from render.epub_reading.package import Entry, Item, Package, SpineItem
from render.epub_reading.sound import duration_ms

__all__ = [
    "EPUB_TYPE",
    "MATHML",
    "XHTML",
    "XML_LANG",
    "Broken",
    "Entry",
    "Epub",
    "Item",
    "Package",
    "Par",
    "SpineItem",
    "clock_ms",
    "duration_ms",
    "has_class",
    "headings",
    "language_of",
    "pars",
    "plain_text",
    "read_epub",
    "roles",
    "types",
    "words",
]
