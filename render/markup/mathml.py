"""Formulas: MathML rebuilt from an allowed vocabulary, or the formula in words."""

from typing import Literal
from xml.etree.ElementTree import Element

from markupsafe import Markup

from render.markup.attributes import attributes, language
from render.markup.context import Context
from render.markup.elements import element, join, text
from render.mathml import ATTRIBUTES, ELEMENTS, NAMESPACE, local_name, parsed
from render.model import Math


def formula(math: Math, ctx: Context, *, display: Literal["inline", "block"]) -> Markup:
    """The formula with its words as alternative; the words alone where MathML cannot be read."""
    root = _allowed(math.mathml)
    if root is None:
        return element("span", attributes(math, ctx, class_="math"), text(math.alt))
    named = {
        "xmlns": NAMESPACE,
        "id": math.id,
        "display": display,
        "alttext": math.alt,
        **language(math.lang, math.dir, ctx),
    }
    return element("math", named, _content(root))


def in_words_only(math: Math) -> bool:
    """Whether no edition can show the formula, but only say it."""
    return _allowed(math.mathml) is None


def _allowed(mathml: str) -> Element | None:
    root = parsed(mathml)
    if root is None or local_name(root) != "math":
        return None
    return root if _all_allowed(root) else None


def _all_allowed(root: Element) -> bool:
    # LaTeX in an annotation is no content of the formula: it is left out below.
    return all(local_name(part) in ELEMENTS for part in _without_annotations(root))


def _without_annotations(part: Element) -> list[Element]:
    inner = [child for child in part if not local_name(child).startswith("annotation")]
    return [part, *(each for child in inner for each in _without_annotations(child))]


def _content(part: Element) -> Markup:
    pieces = [text(part.text or "")]
    for child in part:
        if not local_name(child).startswith("annotation"):
            kept = {name: value for name, value in child.attrib.items() if name in ATTRIBUTES}
            pieces.append(element(local_name(child), kept, _content(child)))
        pieces.append(text(child.tail or ""))
    return join(pieces)
