"""The package document: metadata, manifest and spine."""

from __future__ import annotations

import posixpath
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from render.epub_reading.markup import XML_LANG

if TYPE_CHECKING:
    from lxml import etree

_DC = "{http://purl.org/dc/elements/1.1/}"
# Prefixes that need no declaration (EPUB 3.3, D.1.1), by their address.
_RESERVED = {
    "http://www.idpf.org/epub/vocab/package/a11y/#": "a11y",
    "http://purl.org/dc/terms/": "dcterms",
    "http://id.loc.gov/vocabulary/": "marc",
    "http://www.idpf.org/epub/vocab/overlays/#": "media",
    "http://www.idpf.org/vocab/rendition/#": "rendition",
    "http://schema.org/": "schema",
    "https://schema.org/": "schema",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A metadata entry; names are as `dc:title`, `schema:accessMode` or, for links, `link:…`.

    `refines` is an id without its `#`.
    """

    name: str
    value: str
    id: str = ""
    refines: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A manifest item; `path` is its place in the container, or its URL when it is remote."""

    id: str
    path: str
    media_type: str
    properties: frozenset[str]
    overlay: str = ""


@dataclass(frozen=True, slots=True)
class SpineItem:
    """A step of the reading order."""

    idref: str
    is_linear: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The package document as it is written."""

    path: str
    version: str
    lang: str
    dir: str
    entries: tuple[Entry, ...]
    items: tuple[Item, ...]
    spine: tuple[SpineItem, ...]
    progression: str
    unique_identifier: str = ""

    def values(self, name: str) -> tuple[str, ...]:
        """The values of all entries of a name that refine nothing."""
        return tuple(e.value for e in self.entries if e.name == name and not e.refines)

    def item(self, id_: str) -> Item | None:
        """The manifest item of an id."""
        return next((item for item in self.items if item.id == id_), None)

    def at(self, path: str) -> Item | None:
        """The manifest item of a path."""
        return next((item for item in self.items if item.path == path), None)

    @property
    def reading_order(self) -> tuple[Item, ...]:
        """The items of the spine that exist, in order, the non-linear ones too."""
        found = (self.item(step.idref) for step in self.spine)
        return tuple(item for item in found if item is not None)

    @property
    def navigation(self) -> Item | None:
        """The navigation document."""
        return next((item for item in self.items if "nav" in item.properties), None)


def package_of(root: etree._Element, path: str) -> Package:
    """The package from the root of its document at `path`."""
    prefixes = _prefixes(root.get("prefix", ""))
    items = tuple(_item(element, path) for element in root.iterfind("{*}manifest/{*}item"))
    spine = root.find("{*}spine")
    return Package(
        path=path,
        version=root.get("version", "").strip(),
        lang=root.get(XML_LANG, ""),
        dir=root.get("dir", ""),
        entries=tuple(_entry(e, prefixes) for e in root.iterfind("{*}metadata//{*}*")),
        items=items,
        spine=tuple(
            SpineItem(step.get("idref", "").strip(), step.get("linear") != "no")
            for step in root.iterfind("{*}spine/{*}itemref")
        ),
        progression=spine.get("page-progression-direction", "") if spine is not None else "",
        unique_identifier=root.get("unique-identifier", "").strip(),
    )


def resolved(href: str, base: str) -> str:
    """The path in the container, with its fragment; a URL with a scheme is left as it is."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return href
    if parts.scheme or parts.netloc:
        return href.strip()
    fragment = f"#{unquote(parts.fragment)}" if parts.fragment else ""
    if not parts.path:
        return base + fragment
    joined = posixpath.join(posixpath.dirname(base), unquote(parts.path))
    return unicodedata.normalize("NFC", posixpath.normpath(joined)) + fragment


def _item(element: etree._Element, base: str) -> Item:
    return Item(
        id=element.get("id", "").strip(),
        path=resolved(element.get("href", ""), base),
        media_type=element.get("media-type", "").strip().lower(),
        properties=frozenset(element.get("properties", "").split()),
        overlay=element.get("media-overlay", ""),
    )


def _entry(element: etree._Element, prefixes: dict[str, str]) -> Entry:
    tag = str(element.tag)
    if tag.startswith(_DC):
        name = f"dc:{tag.removeprefix(_DC)}"
    elif tag.endswith("}link"):
        name = f"link:{_canonical(element.get('rel', ''), prefixes)}"
    else:
        name = _canonical(element.get("property", element.get("name", "")), prefixes)
    value = (
        element.get("href")
        if name.startswith("link:")
        else "".join(str(part) for part in element.itertext())
    )
    if not value and not element.get("property"):
        value = element.get("content", "")
    return Entry(
        name=name,
        value=" ".join((value or "").split()),
        id=element.get("id", ""),
        refines=element.get("refines", "").removeprefix("#"),
    )


def _canonical(name: str, prefixes: dict[str, str]) -> str:
    prefix, colon, reference = name.strip().partition(":")
    return f"{prefixes.get(prefix, prefix)}:{reference}" if colon else prefix


def _prefixes(declared: str) -> dict[str, str]:
    parts = declared.split()
    pairs = zip(parts[::2], parts[1::2], strict=False)
    return {
        prefix.removesuffix(":"): _RESERVED[address]
        for prefix, address in pairs
        if address in _RESERVED
    }
