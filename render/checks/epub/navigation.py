"""The navigation document: its lists, their targets and their order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from render.checks.epub.faults import Fault, error, warning
from render.epub_reading import XHTML, Epub, has_class, headings, plain_text, roles, types
from render.epub_reading.package import resolved


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
    for nav in navs:
        if "toc" in types(nav):
            yield from _contents(epub, item.path, nav)
    yield from _pages(epub, item.path, [nav for nav in navs if "page-list" in types(nav)])


def _contents(epub: Epub, path: str, nav: etree._Element) -> Iterator[Fault]:
    links = list(nav.iter(f"{XHTML}a"))
    targets = [resolved(link.get("href", ""), path) for link in links]
    places = _places(epub)
    known = [places[target] for target in targets if target in places]
    if known != sorted(known):
        yield warning("EPUB-137", "the contents are not in the order of the text", path)
    yield from _left_out(epub, {_words(link) for link in links}, frozenset(targets))


def _places(epub: Epub) -> dict[str, int]:
    """Every document and every id in it, numbered in reading order."""
    places: dict[str, int] = {}
    for item, root in epub.texts():
        places.setdefault(item.path, len(places))
        for element in root.iter("*"):
            if element.get("id"):
                places.setdefault(f"{item.path}#{element.get('id')}", len(places))
    return places


def _left_out(epub: Epub, texts: set[str], targets: frozenset[str]) -> Iterator[Fault]:
    """Headings that are not in the contents, of levels that the contents go down to."""
    missing: list[tuple[int, str, etree._Element]] = []
    covered: set[int] = set()
    for item, root in epub.texts(linear_only=True):
        for level, heading in headings(root):
            around = (heading, *heading.iterancestors())
            is_target = any(f"{item.path}#{place.get('id')}" in targets for place in around[:2])
            if _words(heading) in texts or is_target:
                covered.add(level)
            elif not has_class(heading, "furniture"):
                missing.append((level, item.path, heading))
    if len(missing) > 1 and not covered:
        message = f"the contents name none of the {len(missing)} headings"
        yield warning("EPUB-136", message, missing[0][1])
    for level, file, heading in missing:
        if level in covered:
            message = f"the contents leave out the heading '{_words(heading)}'"
            yield warning("EPUB-136", message, file, heading.get("id", ""))


def _words(element: etree._Element) -> str:
    return " ".join(plain_text(element).split())


def _pages(epub: Epub, path: str, lists: list[etree._Element]) -> Iterator[Fault]:
    markers = list(_markers(epub))
    places = {f"{file}#{marker.get('id')}": _label(marker) for file, marker in markers}
    for file, marker in markers:
        if not _label(marker):
            yield warning("EPUB-135", "a page marker has no number", file, marker.get("id", ""))
    if markers and not lists:
        message = f"{len(markers)} page markers, and no list of pages to go to them"
        yield warning("EPUB-132", message, path)
    if lists and not epub.package.values("pageBreakSource") and not _has_old_source(epub):
        message = "nobody says which edition the pages are of (pageBreakSource)"
        yield warning("EPUB-134", message, epub.package.path)
    for nav in lists:
        yield from _page_order(nav, path, places)


def _label(marker: etree._Element) -> str:
    return (marker.get("aria-label") or marker.get("title") or plain_text(marker)).strip()


def _page_order(nav: etree._Element, path: str, places: dict[str, str]) -> Iterator[Fault]:
    links = {resolved(link.get("href", ""), path): _words(link) for link in nav.iter(f"{XHTML}a")}
    order = {place: number for number, place in enumerate(places)}
    known = [order[href] for href in links if href in order]
    if known != sorted(known):
        yield warning("EPUB-133", "the list of pages is not in the order of the text", path)
    for href, words in links.items():
        if words != places.get(href, words) and places[href]:
            message = f"the list says page '{words}', the marker '{places[href]}'"
            yield warning("EPUB-133", message, path, href)
    missing = [place for place in places if place not in links]
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
