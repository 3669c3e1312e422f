"""A whole EPUB in memory: its files, its package and every document parsed once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from render.epub_reading.container import open_container
from render.epub_reading.package import Item, Package, package_of
from render.epub_reading.xml import NotXmlError, parsed
from render.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

XHTML_TYPE = "application/xhtml+xml"
SMIL_TYPE = "application/smil+xml"
NCX_TYPE = "application/x-dtbncx+xml"
_PARSED = frozenset({XHTML_TYPE, SMIL_TYPE, NCX_TYPE, "image/svg+xml"})


@dataclass(frozen=True, slots=True)
class Broken:
    """A document that is not well-formed, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Epub:
    """The file as it is.

    `trees` holds the root of each XHTML, SVG, SMIL and NCX document of the manifest
    that could be parsed, by path; `broken` those that could not.
    """

    files: Mapping[str, bytes]
    package: Package
    trees: Mapping[str, etree._Element]
    broken: tuple[Broken, ...]
    mimetype_is_first: bool
    encrypted: frozenset[str]

    def tree(self, item: Item | None) -> etree._Element | None:
        """The parsed document of an item."""
        return self.trees.get(item.path) if item else None

    def texts(self, *, linear_only: bool = False) -> Iterator[tuple[Item, etree._Element]]:
        """The XHTML documents of the spine in reading order, without the navigation document."""
        for step in self.package.spine:
            item = self.package.item(step.idref)
            if item is None or item.media_type != XHTML_TYPE or "nav" in item.properties:
                continue
            root = self.trees.get(item.path)
            if root is not None and (step.is_linear or not linear_only):
                yield item, root

    def overlays(self) -> Iterator[tuple[Item, etree._Element]]:
        """The media overlay documents."""
        for item in self.package.items:
            root = self.trees.get(item.path)
            if item.media_type == SMIL_TYPE and root is not None:
                yield item, root

    def style_sheets(self) -> Iterator[tuple[str, str]]:
        """Path and text of each style sheet in the manifest."""
        for item in self.package.items:
            data = self.files.get(item.path)
            if item.media_type == "text/css" and data is not None:
                yield item.path, data.decode("utf-8", "replace")


def read_epub(data: bytes) -> Epub:
    """The EPUB. Raises InputError or BudgetError where there is none to be read."""
    container = open_container(data)
    try:
        root = parsed(container.files[container.package_path])
    except NotXmlError as error:
        raise InputError(f"{container.package_path} is not well-formed: {error}") from error
    package = package_of(root, container.package_path)
    trees: dict[str, etree._Element] = {}
    broken: list[Broken] = []
    for item in package.items:
        text = container.files.get(item.path)
        if item.media_type not in _PARSED or text is None or item.path in container.encrypted:
            continue
        try:
            trees[item.path] = parsed(text)
        except NotXmlError as error:
            broken.append(Broken(item.path, str(error)))
    return Epub(
        files=container.files,
        package=package,
        trees=trees,
        broken=tuple(broken),
        mimetype_is_first=container.mimetype_is_first,
        encrypted=container.encrypted,
    )
