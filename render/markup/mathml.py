"""Formulas: MathML rebuilt from an allowed vocabulary, or the formula in words."""

import re
from html.entities import html5
from typing import Literal
from xml.etree.ElementTree import Element, ParseError, fromstring

from markupsafe import Markup

from render.markup.attributes import attributes, language
from render.markup.context import Context
from render.markup.elements import element, join, text
from render.model import Math

_NAMESPACE = "http://www.w3.org/1998/Math/MathML"

# MathML Core, and what EPUB readers still meet from MathML 3; nothing that links or runs.
_ELEMENTS = frozenset(
    "math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom"
    " mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr"
    " munder munderover none semantics".split()
)
_ATTRIBUTES = frozenset(
    "accent accentunder columnalign columnlines columnspan close depth dir displaystyle"
    " fence form height intent arg largeop linethickness lspace mathvariant maxsize minsize"
    " movablelimits notation open rowalign rowlines rowspan rspace scriptlevel separator"
    " separators stretchy symmetric voffset width".split()
)


def formula(math: Math, ctx: Context, *, display: Literal["inline", "block"]) -> Markup:
    """The formula with its words as alternative; the words alone where MathML cannot be read."""
    root = _parsed(math.mathml)
    if root is None:
        return element("span", attributes(math, ctx, class_="math"), text(math.alt))
    named = {
        "xmlns": _NAMESPACE,
        "id": math.id,
        "display": display,
        "alttext": math.alt,
        **language(math.lang, math.dir, ctx),
    }
    return element("math", named, _content(root))


def in_words_only(math: Math) -> bool:
    """Whether no edition can show the formula, but only say it."""
    return _parsed(math.mathml) is None


def _parsed(mathml: str) -> Element | None:
    if "<!" in mathml:
        return None
    try:
        root = fromstring(re.sub(r"&(\w+;)", _character, mathml))  # noqa: S314 - no declarations
    except (ParseError, ValueError):
        return None
    return root if _name(root) == "math" and _all_allowed(root) else None


def _character(entity: re.Match[str]) -> str:
    name = entity.group(1)
    if name in {"amp;", "lt;", "gt;", "quot;", "apos;"}:
        return entity.group()
    return html5.get(name, entity.group())


def _all_allowed(root: Element) -> bool:
    # LaTeX in an annotation is no content of the formula: it is left out below.
    return all(_name(part) in _ELEMENTS for part in _without_annotations(root))


def _without_annotations(part: Element) -> list[Element]:
    inner = [child for child in part if not _name(child).startswith("annotation")]
    return [part, *(each for child in inner for each in _without_annotations(child))]


def _content(part: Element) -> Markup:
    pieces = [text(part.text or "")]
    for child in part:
        if not _name(child).startswith("annotation"):
            kept = {name: value for name, value in child.attrib.items() if name in _ATTRIBUTES}
            pieces.append(element(_name(child), kept, _content(child)))
        pieces.append(text(child.tail or ""))
    return join(pieces)


def _name(part: Element) -> str:
    return str(part.tag).rpartition("}")[2]
