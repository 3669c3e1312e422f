"""Ids and links: does each lead somewhere, and does each link have words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

from render.checks.epub.faults import Fault, error, warning
from render.epub_reading import XHTML, Epub, plain_text, roles
from render.epub_reading.package import resolved

_SOURCES = frozenset(f"{XHTML}{name}" for name in ("img", "audio", "video", "source", "track"))
_ID_LISTS = ("aria-details", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


def references(epub: Epub) -> Iterator[Fault]:
    """Faults of ids and links in every document."""
    ids = {path: Counter(_ids(root)) for path, root in epub.trees.items()}
    for item in epub.package.items:
        root = epub.tree(item)
        if root is None or item.media_type != "application/xhtml+xml":
            continue
        yield from _twice(item.path, ids[item.path])
        for element in root.iter("*"):
            yield from _dangling(element, item.path, ids[item.path])
            yield from _source(element, item.path, epub)
            if element.tag == f"{XHTML}a" and element.get("href") is not None:
                yield from _link(element, item.path, epub, ids)
    yield from _unreachable(epub)


def _ids(root: etree._Element) -> Iterator[str]:
    return (element.get("id", "") for element in root.iter("*") if element.get("id"))


def _twice(path: str, ids: Counter[str]) -> Iterator[Fault]:
    for id_, count in ids.items():
        if count > 1:
            yield error("EPUB-140", f"{count} elements have the id '{id_}'", path, id_)


def _dangling(element: etree._Element, path: str, ids: Counter[str]) -> Iterator[Fault]:
    for name in _ID_LISTS:
        for wanted in element.get(name, "").split():
            if wanted not in ids:
                message = f"{name} leads to '{wanted}', which is not there"
                yield warning("EPUB-141", message, path, element.get("id", ""))


def _source(element: etree._Element, path: str, epub: Epub) -> Iterator[Fault]:
    written = element.get("src")
    if element.tag not in _SOURCES or not written:
        return
    source = resolved(written, path).partition("#")[0]
    if ":" not in source and source not in epub.files:
        message = f"'{source}' is shown here, and is not in the container"
        yield error("EPUB-143", message, path, element.get("id", ""))


def _unreachable(epub: Epub) -> Iterator[Fault]:
    """Documents outside the reading order to which nothing leads (EPUBCheck: OPF-096)."""
    reached = {
        resolved(link.get("href", ""), path).partition("#")[0]
        for path, root in epub.trees.items()
        for link in root.iter("{*}a")
    }
    for step in epub.package.spine:
        item = epub.package.item(step.idref)
        scripted = any("scripted" in other.properties for other in epub.package.items)
        if item and not step.is_linear and item.path not in reached and not scripted:
            message = "the document is outside the reading order, and nothing leads to it"
            yield error("EPUB-144", message, item.path)


def _link(
    link: etree._Element, path: str, epub: Epub, ids: dict[str, Counter[str]]
) -> Iterator[Fault]:
    is_hidden = link.get("aria-hidden") == "true"
    if not is_hidden and not _has_name(link):
        yield warning("EPUB-142", "a link without words", path, link.get("id", ""))
    target = resolved(link.get("href", ""), path)
    try:
        if urlsplit(target).scheme:
            return
    except ValueError:
        return
    file, _, fragment = target.partition("#")
    if file not in epub.files:
        message = f"a link leads to '{file}', which is not in the container"
        yield error("EPUB-143", message, path, link.get("id", ""))
    elif fragment and file in ids and fragment not in ids[file] and _is_plain(fragment):
        message = f"a link leads to '#{fragment}', which is not in '{file}'"
        yield error("EPUB-143", message, path, link.get("id", ""))


def _is_plain(fragment: str) -> bool:
    # Schemes of fragments (EPUB CFI, media fragments) name no id.
    return not any(sign in fragment for sign in "(=:")


def _has_name(link: etree._Element) -> bool:
    if plain_text(link).strip() or link.get("aria-label") or link.get("aria-labelledby"):
        return True
    if link.get("title"):
        return True
    parts = link.iter("*")
    return any(
        part.get("alt") or part.get("aria-label") or "math" in str(part.tag) for part in parts
    ) or ("presentation" in roles(link))
