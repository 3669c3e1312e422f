"""Container and package document: is everything there that the package names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from render.checks.epub.faults import Fault, error, warning
from render.epub_reading import MATHML, XHTML, Epub

_MODIFIED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_SVG = "{http://www.w3.org/2000/svg}"
_STARTS: dict[str, tuple[bytes, ...]] = {
    "image/jpeg": (b"\xff\xd8",),
    "image/png": (b"\x89PNG",),
    "image/gif": (b"GIF8",),
    "image/webp": (b"RIFF",),
    "audio/mpeg": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa", b"\xff\xe3"),
}
_REQUIRED = ("dc:identifier", "dc:title", "dc:language")


def package(epub: Epub) -> Iterator[Fault]:
    """Faults of the container and the package document."""
    yield from _version(epub)
    if not epub.mimetype_is_first:
        yield error("EPUB-101", "the file 'mimetype' does not come first, uncompressed")
    for name in filter(_leads_out, epub.files):
        yield error("EPUB-116", f"the name '{name}' leads out of the container")
    for broken in epub.broken:
        yield error("EPUB-102", f"not well-formed: {broken.reason}", broken.path)
    yield from _manifest(epub)
    yield from _media_types(epub)
    yield from _spine(epub)
    yield from _required(epub)
    yield from _properties(epub)


def _leads_out(name: str) -> bool:
    """Whether unpacking a file of this name could write beside the folder unpacked into."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or parts[0].endswith(":")


def _version(epub: Epub) -> Iterator[Fault]:
    version = epub.package.version
    if not version.startswith("3"):
        yield warning(
            "EPUB-109",
            f"EPUB version '{version}' cannot say what is accessible in it",
            epub.package.path,
            hint="convert it to EPUB 3",
        )


def _manifest(epub: Epub) -> Iterator[Fault]:
    for item in epub.package.items:
        if not _is_remote(item.path) and item.path not in epub.files:
            message = f"'{item.path}' is in the manifest and not in the container"
            yield error("EPUB-103", message, epub.package.path, item.id)
    ids = Counter(item.id for item in epub.package.items)
    for id_, count in ids.items():
        if count > 1:
            message = f"{count} manifest items have the id '{id_}'"
            yield error("EPUB-103", message, epub.package.path, id_)


def _media_types(epub: Epub) -> Iterator[Fault]:
    for item in epub.package.items:
        starts = _STARTS.get(item.media_type)
        data = epub.files.get(item.path)
        if starts and data and item.path not in epub.encrypted and not data.startswith(starts):
            message = f"declared {item.media_type}, and it is something else"
            yield error("EPUB-108", message, item.path, item.id)


def _spine(epub: Epub) -> Iterator[Fault]:
    if not epub.package.spine:
        yield error("EPUB-104", "the spine is empty: there is nothing to read", epub.package.path)
    for step in epub.package.spine:
        if epub.package.item(step.idref) is None:
            message = f"the spine names '{step.idref}', which is not in the manifest"
            yield error("EPUB-104", message, epub.package.path, step.idref)


def _required(epub: Epub) -> Iterator[Fault]:
    path = epub.package.path
    for name in _REQUIRED:
        if not any(epub.package.values(name)):
            yield error("EPUB-105", f"no {name}", path)
    identifiers = [e.id for e in epub.package.entries if e.name == "dc:identifier"]
    wanted = epub.package.unique_identifier
    if wanted not in identifiers:
        yield error("EPUB-105", f"no identifier '{wanted}', which is to be the unique one", path)
    if not epub.package.version.startswith("3"):
        return
    modified = epub.package.values("dcterms:modified")
    if len(modified) != 1 or not _MODIFIED.fullmatch(modified[0]):
        said = ", ".join(modified) or "nothing"
        message = f"dcterms:modified should be one UTC time to the second, and is {said}"
        yield error("EPUB-106", message, path)


def _properties(epub: Epub) -> Iterator[Fault]:
    """EPUB 3.3, D.1: a document with formulas or scripts says so in the manifest."""
    if not epub.package.version.startswith("3"):
        return
    needs = {
        "mathml": f"{MATHML}math",
        "svg": f"{_SVG}svg",
        "scripted": f"{XHTML}script",
    }
    for item in epub.package.items:
        root = epub.tree(item)
        if root is None or item.media_type != "application/xhtml+xml":
            continue
        for name, tag in needs.items():
            found = any(_counts(element.get("type")) for element in root.iter(tag))
            if found and name not in item.properties:
                message = f"the manifest does not say that the document is '{name}'"
                yield error("EPUB-107", message, item.path)
            if name == "mathml" and name in item.properties and not found:
                yield error("EPUB-107", "declared 'mathml', without a formula", item.path)


def _counts(kind: str | None) -> bool:
    # A script element may hold data, which runs nowhere.
    return kind in {None, "", "text/javascript", "application/javascript", "module"}


def _is_remote(path: str) -> bool:
    try:
        return bool(urlsplit(path).scheme)
    except ValueError:
        return False
