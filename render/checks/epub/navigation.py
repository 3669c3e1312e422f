"""The navigation document: its lists, their targets and their order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from render.checks.epub.faults import Fault, error, warning
from render.epub_reading import XHTML, Epub, plain_text, roles, types
from render.epub_reading.package import resolved

Marker = tuple[str, str]


def navigation(epub: Epub) -> Iterator[Fault]:
    """Faults of the ways into the text."""
    item = epub.package.navigation
    root = epub.tree(item)
    if item is None or root is None:
        if item is None:
            yield error("EPUB-130", "there is no navigation document", epub.package.path)
        return
    navs = list(root.iter(f"{XHTML}nav"))
    kinds = {kind for nav in navs for kind in types(nav)}
    if "toc" not in kinds:
        yield error("EPUB-130", "the navigation document has no contents", item.path)
    if "landmarks" not in kinds:
        yield warning("EPUB-131", "there are no landmarks", item.path)
    yield from _pages(epub, item.path, [nav for nav in navs if "page-list" in types(nav)])


def _pages(epub: Epub, path: str, lists: list[etree._Element]) -> Iterator[Fault]:
    markers = list(_markers(epub))
    places = [f"{file}#{marker.get('id')}" for file, marker in markers]
    for file, marker in markers:
        if not (marker.get("aria-label") or marker.get("title") or plain_text(marker).strip()):
            yield warning("EPUB-135", "a page marker has no number", file, marker.get("id", ""))
    if markers and not lists:
        message = f"{len(markers)} page markers, and no list of pages to go to them"
        yield warning("EPUB-132", message, path)
    if lists and not epub.package.values("pageBreakSource") and not _has_old_source(epub):
        message = "nobody says which edition the pages are of (pageBreakSource)"
        yield warning("EPUB-134", message, epub.package.path)
    for nav in lists:
        yield from _page_order(nav, path, places)


def _page_order(nav: etree._Element, path: str, places: list[str]) -> Iterator[Fault]:
    hrefs = [resolved(link.get("href", ""), path) for link in nav.iter(f"{XHTML}a")]
    known = [places.index(href) for href in hrefs if href in places]
    if known != sorted(known):
        yield warning("EPUB-133", "the list of pages is not in the order of the text", path)
    missing = [place for place in places if place not in hrefs]
    if missing and known:
        message = f"the list of pages leaves out {len(missing)} of {len(places)} markers"
        yield warning("EPUB-133", message, path, missing[0])


def _has_old_source(epub: Epub) -> bool:
    names = {"source-of", "dcterms:source", "dc:source"}
    return any(entry.name in names and entry.value for entry in epub.package.entries)


def _markers(epub: Epub) -> Iterator[tuple[str, etree._Element]]:
    for item, root in epub.texts():
        for element in root.iter("*"):
            if "pagebreak" in types(element) or "doc-pagebreak" in roles(element):
                yield item.path, element
