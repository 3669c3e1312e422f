"""What one asks of an XHTML element: its words, language, roles and types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"

_UNREAD = frozenset(
    f"{XHTML}{name}" for name in ("head", "script", "style", "template", "rp", "rt")
)
_NONE: frozenset[str] = frozenset()
_HEADINGS = {f"{XHTML}h{level}": level for level in range(1, 7)}


def plain_text(element: etree._Element) -> str:
    """The text of an element as a reader meets it, without readings of ruby."""
    return "".join(_pieces(element))


def words(element: etree._Element) -> list[str]:
    """Its words: runs between white space."""
    return plain_text(element).split()


def headings(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Level and element of each heading, in order."""
    for element in root.iter(*_HEADINGS):
        yield _HEADINGS[str(element.tag)], element


def language_of(element: etree._Element) -> str:
    """The language an element is in, by its own tag or the nearest around it."""
    for place in (element, *element.iterancestors()):
        declared = place.get(XML_LANG, place.get("lang"))
        if declared is not None:
            return declared
    return ""


def roles(element: etree._Element) -> frozenset[str]:
    """The values of `role`."""
    return _tokens(element.get("role"))


def types(element: etree._Element) -> frozenset[str]:
    """The values of `epub:type`."""
    return _tokens(element.get(EPUB_TYPE))


def _tokens(value: str | None) -> frozenset[str]:
    # Nearly no element has any, and each is asked several times.
    return frozenset(value.split()) if value else _NONE


def has_class(element: etree._Element, name: str) -> bool:
    """Whether `class` holds a name."""
    return name in element.get("class", "").split()


def _pieces(element: etree._Element) -> Iterator[str]:
    # Never recurses: a hostile file nests deeper than Python's stack.
    from lxml import etree

    skipped = 0
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if part.tag in _UNREAD:
            skipped += 1 if event == "start" else -1
        if event == "start" and not skipped:
            if part.tag not in _INLINE:
                yield " "
            yield part.text or ""
        elif event == "end" and not skipped and part is not element:
            if part.tag not in _INLINE:
                yield " "
            yield part.tail or ""


# Every element but these: its borders part words.
_INLINE = frozenset(
    f"{XHTML}{name}"
    for name in (
        "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby s samp small span"
        " strong sub sup time u var wbr rb rt rp"
    ).split()
)
