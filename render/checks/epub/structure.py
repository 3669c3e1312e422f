"""Headings, tables and notes: the structure that a listener moves by."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from render.checks.epub.faults import Fault, error, warning
from render.epub_reading import XHTML, Epub, headings, plain_text, roles, types
from render.epub_reading.package import resolved
from render.inspection.placeholders import is_any_title

_NOTE_TYPES = frozenset({"footnote", "endnote", "rearnote"})
# Elements of HTML5, which came after EPUB 2 (OPS 2.0.1, 2.2: XHTML 1.1).
_TOO_NEW = frozenset(
    f"{XHTML}{name}"
    for name in "article aside audio bdi details figcaption figure footer header hgroup main mark"
    " nav picture section source summary template time track video wbr".split()
)
_ROLE_OF_TYPE = {"noteref": "doc-noteref", "pagebreak": "doc-pagebreak"}


def structure(epub: Epub) -> Iterator[Fault]:
    """Faults of structure in the documents of the reading order."""
    texts = epub.texts(linear_only=True)
    levels = {level for _, root in texts for level, _ in headings(root)}
    if levels and 1 not in levels:
        yield warning("EPUB-151", "no heading of level 1 in the whole text", epub.package.path)
    for item, root in epub.texts():
        yield from _title(item.path, root)
        yield from _headings(item.path, root)
        for table in root.iter(f"{XHTML}table"):
            yield from _table(item.path, table)
        yield from _roles(item.path, root)
        yield from _notes(item.path, root)
        if not epub.package.version.startswith("3"):
            yield from _too_new(item.path, root)


def _title(path: str, root: etree._Element) -> Iterator[Fault]:
    title = root.find(f"{XHTML}head/{XHTML}title")
    words = (
        " ".join("".join(str(part) for part in title.itertext()).split())
        if title is not None
        else ""
    )
    if not words:
        yield warning("EPUB-150", "the document has no title", path)
    elif is_any_title(words):
        yield warning("EPUB-150", f"the document is titled '{words}'", path)


def _headings(path: str, root: etree._Element) -> Iterator[Fault]:
    found = list(headings(root))
    tops = [heading for level, heading in found if level == 1 and not _is_sectioned(heading)]
    if len(tops) > 1:
        message = f"{len(tops)} headings of level 1 in one document"
        yield warning("EPUB-151", message, path, tops[1].get("id", ""))
    before = found[0][0] if found else 0
    for level, heading in found:
        words = " ".join(plain_text(heading).split())
        if level > before + 1:
            message = f"level {level} follows level {before}: '{words}'"
            yield warning("EPUB-152", message, path, heading.get("id", ""))
        if not words and not any(e.get("alt") for e in heading.iter(f"{XHTML}img")):
            yield warning("EPUB-152", "a heading without words", path, heading.get("id", ""))
        before = level


def _is_sectioned(heading: etree._Element) -> bool:
    # One document with several descriptions has a heading of its own for each.
    return any("description" in place.get("class", "").split() for place in heading.iterancestors())


def _table(path: str, table: etree._Element) -> Iterator[Fault]:
    if {"presentation", "none"} & roles(table):
        return
    rows = list(table.iter(f"{XHTML}tr"))
    if len(rows) > 1 and table.find(f".//{XHTML}th") is None:
        message = f"a table of {len(rows)} rows without a header cell"
        yield warning("EPUB-153", message, path, table.get("id", ""))


def _roles(path: str, root: etree._Element) -> Iterator[Fault]:
    for element in root.iter("*"):
        for kind, role in _ROLE_OF_TYPE.items():
            if kind in types(element) and role not in roles(element):
                message = f"epub:type '{kind}' without role '{role}': screen readers do not hear it"
                yield warning("EPUB-154", message, path, element.get("id", ""))


def _notes(path: str, root: etree._Element) -> Iterator[Fault]:
    calls: dict[str, set[str]] = {}
    for link in root.iter(f"{XHTML}a"):
        if "noteref" in types(link) or "doc-noteref" in roles(link):
            places = (link, *link.iterancestors())
            around = {f"{path}#{place.get('id')}" for place in places if place.get("id")}
            calls.setdefault(resolved(link.get("href", ""), path), set()).update(around)
    for note in root.iter("*"):
        is_note = bool(_NOTE_TYPES & types(note)) or "doc-footnote" in roles(note)
        if not is_note or f"{path}#{note.get('id', '')}" not in calls:
            continue
        links = {resolved(a.get("href", ""), path) for a in note.iter(f"{XHTML}a")}
        if not links & calls[f"{path}#{note.get('id', '')}"]:
            message = "a note without a way back to the text"
            yield warning("EPUB-155", message, path, note.get("id", ""))


def _too_new(path: str, root: etree._Element) -> Iterator[Fault]:
    names = sorted({element.tag.removeprefix(XHTML) for element in root.iter(*_TOO_NEW)})
    if names:
        message = f"elements that EPUB 2 does not have: {', '.join(names)}"
        yield error("EPUB-156", message, path, hint="convert it to EPUB 3")
