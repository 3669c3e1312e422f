"""Which words of a document no overlay gives a sound to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from render.renderers.epub.documents import Document
from render.renderers.epub.facts import MATHML, XHTML

if TYPE_CHECKING:
    from lxml import etree

_MUTE_TAGS = frozenset({f"{XHTML}rt", f"{XHTML}rp", f"{XHTML}pre"})


def unspoken(document: Document, spoken: frozenset[str]) -> tuple[str, ...]:
    """The words without a sound, alternatives of pictures among them.

    Not asked for: words of the interface (class `furniture`), readings of ruby, program
    text, which is announced at most, and what is hidden from assistive technology.
    """
    body = document.tree().find(f"{XHTML}body")
    return tuple(_words(body, spoken)) if body is not None else ()


def _words(element: etree._Element, spoken: frozenset[str]) -> Iterator[str]:
    if element.get("id") in spoken or _is_mute(element):
        return
    yield from (element.get("alt") or "").split()
    if element.tag == f"{MATHML}math":
        yield from (element.get("alttext") or "").split()
        return
    yield from (element.text or "").split()
    for child in element.iterchildren():
        if isinstance(child.tag, str):
            yield from _words(child, spoken)
        yield from (child.tail or "").split()


def _is_mute(element: etree._Element) -> bool:
    classes = element.get("class", "").split()
    is_hidden = element.get("aria-hidden") == "true" or element.get("hidden") is not None
    return "furniture" in classes or is_hidden or element.tag in _MUTE_TAGS
