"""What the finished documents hold: the only source of the accessibility metadata."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    from render.renderers.epub.documents import Document

XHTML = "{http://www.w3.org/1999/xhtml}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"


@dataclass(frozen=True, slots=True)
class PageMarker:
    """A printed page's start: its document, the marker's id and the folio."""

    document: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader meets in the content, read from the XHTML and not from the model.

    `pictures` counts pictures with a meaning, `unexplained` those whose alternative
    nobody wrote. `headings` counts headings below the title.
    """

    headings: int
    pictures: int
    decorations: int
    unexplained: int
    descriptions: int
    formulas: int
    tables: int
    rubies: int
    roles: int
    sounds: int
    films: int
    programs: int
    pages: tuple[PageMarker, ...]


def facts_of(documents: Iterable[Document]) -> Facts:
    """Read the facts from the content documents of the package."""
    trees = [(document.file_name, document.tree()) for document in documents]
    elements = [element for _, tree in trees for element in tree.iter(f"{XHTML}*", f"{MATHML}*")]
    pictures = [element for element in elements if _is_picture(element)]
    return Facts(
        headings=_count(elements, "h2", "h3", "h4", "h5", "h6"),
        pictures=sum(not _is_decoration(picture) for picture in pictures),
        decorations=sum(_is_decoration(picture) for picture in pictures),
        unexplained=sum(not _is_explained(picture) for picture in pictures),
        descriptions=sum("aria-details" in element.attrib for element in elements)
        or sum("description" in element.get("class", "").split() for element in elements),
        formulas=sum(element.tag == f"{MATHML}math" for element in elements),
        tables=_count(elements, "table"),
        rubies=_count(elements, "ruby"),
        roles=sum(element.get("role", "").startswith("doc-") for element in elements),
        sounds=_count(elements, "audio"),
        films=_count(elements, "video"),
        programs=_count(elements, "pre"),
        pages=tuple(marker for name, tree in trees for marker in _markers(name, tree)),
    )


def _count(elements: Iterable[etree._Element], *names: str) -> int:
    tags = {f"{XHTML}{name}" for name in names}
    return sum(element.tag in tags for element in elements)


def _is_picture(element: etree._Element) -> bool:
    return element.tag == f"{XHTML}img" or element.get("role") == "img"


def _is_decoration(element: etree._Element) -> bool:
    return element.get("role") in {"presentation", "none"} or element.get("alt") == ""


def _is_explained(element: etree._Element) -> bool:
    if _is_decoration(element):
        return True
    named = element.get("alt") or element.get("aria-label") or element.get("aria-labelledby")
    # The markup marks a picture whose alternative nobody wrote; its stand-in words explain nothing.
    return bool(named) and "no-description" not in element.get("class", "").split()


def _markers(name: str, tree: etree._Element) -> Iterable[PageMarker]:
    for element in tree.iter(f"{XHTML}*"):
        if element.get("role") == "doc-pagebreak":
            label = element.get("aria-label") or element.get("title") or ""
            yield PageMarker(name, element.get("id", ""), label)
