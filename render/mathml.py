"""What every room must know of MathML: how to read it safely, and when an element is whole."""

import re
from html.entities import html5
from xml.etree.ElementTree import Element, ParseError, fromstring

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
# MathML Core, and what EPUB readers still meet from MathML 3; nothing that links or runs.
ELEMENTS = frozenset(
    "math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom"
    " mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr"
    " munder munderover none semantics".split()
)
ATTRIBUTES = frozenset(
    "accent accentunder columnalign columnlines columnspan close depth dir displaystyle"
    " fence form height intent arg largeop linethickness lspace mathvariant maxsize minsize"
    " movablelimits notation open rowalign rowlines rowspan rspace scriptlevel separator"
    " separators stretchy symmetric voffset width".split()
)
# The children that these elements must have (MathML Core, 3.3 and 3.4).
CHILDREN = {
    **dict.fromkeys("mfrac mroot msub msup munder mover".split(), 2),
    **dict.fromkeys("msubsup munderover".split(), 3),
}
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def parsed(mathml: str) -> Element | None:
    """The formula as a tree; None for what is no XML, or declares anything.

    Named characters of HTML (`&alpha;`) are read, as pages have them in their formulas.
    """
    if "<!" in mathml:
        return None
    try:
        return fromstring(re.sub(r"&(\w+;)", _character, mathml))  # noqa: S314 - no declarations
    except (ParseError, RecursionError, ValueError):
        return None


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _character(entity: re.Match[str]) -> str:
    name = entity.group(1)
    return entity.group() if name in _OF_XML else html5.get(name, entity.group())
