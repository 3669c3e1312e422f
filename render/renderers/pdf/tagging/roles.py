"""Which structure type an element of the document gets.

PDF 1.7 has no types for emphasis or asides; they are named as in PDF 2.0 and mapped.
Six old types exist only in the namespace of PDF 1.7 (ISO 32000-2, 14.8.6).
"""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element

# The version of PDF, which decides the types. 1.6 is for a press: PDF/X-4 has no links.
Standard = Literal["1.6", "1.7", "2.0"]

ROLE_MAP = {"Em": "Span", "Strong": "Span", "Aside": "Sect"}
OLD_TYPES = frozenset("Art BlockQuote Code NonStruct Note Quote Reference TOC TOCI".split())

# What may hold blocks only: loose text in one of these is wrapped in a P.
GROUPING = frozenset("Document Sect Div Aside BlockQuote".split())
INLINE = frozenset("Span Em Strong Code Quote Link Reference Ruby".split())

_TYPES = {
    "p": "P",
    "pre": "P",
    "address": "P",
    "blockquote": "BlockQuote",
    "section": "Sect",
    "aside": "Aside",
    "figcaption": "Caption",
    "caption": "Caption",
    "img": "Figure",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "em": "Em",
    "i": "Em",
    "strong": "Strong",
    "b": "Strong",
    "code": "Code",
    "kbd": "Code",
    "samp": "Code",
    "q": "Quote",
    "ruby": "Ruby",
    "rt": "RT",
    "rp": "RP",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
}
_INLINE_TAGS = frozenset(
    "a abbr b bdi bdo cite code dfn em i kbd mark q rp rt ruby s samp small span strong sub sup"
    " time u var".split()
)


def type_of(element: Element, standard: Standard) -> str | None:
    """The structure type, or None where the element is not one of its own."""
    tag = element.tag
    if tag == "figure":
        # The caption stands beside the picture, whose Alt would hide it. PDF/UA-2 looks through
        # a Div, where a Caption must be first or last (ISO 14289-2, 8.2.5.27).
        return "Sect" if standard == "2.0" else "Div"
    if tag == "abbr":
        return "Span" if element.get("title") else None
    if tag in {"sub", "sup"}:
        return None if element.find(".//a") is not None else "Span"
    if tag in {"s", "del"}:
        return "Span"
    if "math" in (element.get("class") or "").split():
        return "Formula"
    return _TYPES.get(tag)


def wrapper_for(element: Element) -> str:
    """The type for an element that is one only because it changes the language."""
    return "Span" if element.tag in _INLINE_TAGS else "Div"


def is_hidden(element: Element) -> bool:
    """True for what a screen reader must pass over: decoration and repetition."""
    if element.get("aria-hidden") == "true":
        return True
    return element.tag == "img" and (
        element.get("role") in {"presentation", "none"} or not element.get("alt")
    )
