"""Formulas laid out: MathML to pictures of outlines, which carry the MathML and its words.

WeasyPrint sets MathML as a row of letters; ziamath sets it with an OpenType mathematics font.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from copy import deepcopy
from functools import cache, lru_cache
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring

from render.errors import EngineError
from render.mathml import CHILDREN, NAMESPACE, local_name
from render.renderers.pdf.layout import LaidOut
from render.renderers.pdf.request import AssetData
from render.renderers.pdf.resources import SCHEME

# The attribute in which a picture carries its MathML to the tags.
SOURCE = "data-mathml"
_SIZE = 16.0
# Around the outlines, so that nothing is cut at the edge of the picture; in the same unit.
_MARGIN = 0.5
_MOST_ELEMENTS = 2000


def draw_formulas(root: Element) -> tuple[dict[str, AssetData], tuple[tuple[str, str], ...]]:
    """Put a picture in the place of each `math` element; gives the pictures as assets.

    A formula that cannot be drawn becomes a `span` of its words; the second value has
    the words and the reason for each.
    """
    drawn: dict[str, AssetData] = {}
    in_words: list[tuple[str, str]] = []
    for element in list(root.iter(f"{{{NAMESPACE}}}math")):
        mathml = _plain(element)
        words = element.get("alttext", "")
        try:
            picture, style = _drawing(tostring(mathml, encoding="unicode"))
        except EngineError as reason:
            in_words.append((words, str(reason)))
            _become(element, "span", {"class": "math"}, words)
            continue
        name = f"formula-{len(drawn) + 1}"
        drawn[name] = AssetData("image/svg+xml", picture)
        attributes = {"class": f"math {element.get('display', 'inline')}", "alt": words}
        attributes |= {"src": SCHEME + name, "style": style, SOURCE: _document(mathml)}
        _become(element, "img", attributes, None)
    return drawn, tuple(in_words)


def colour_formulas(laid_out: LaidOut) -> None:
    """Draw each formula in the colour of the text around it."""
    for leaf in laid_out.leaves:
        if leaf.is_picture and leaf.element.get(SOURCE):
            red, green, blue = leaf.box.style["color"].to("srgb").coordinates
            colour = ",".join(f"{100 * max(0, min(1, each)):.4f}%" for each in (red, green, blue))
            svg = leaf.box.replacement._svg  # noqa: SLF001 - pictures take no colour otherwise
            svg.tree.attrib["color"] = f"rgb({colour})"


# 10 to 60 ms each, and the same letters come again and again.
@lru_cache(maxsize=1000)
def _drawing(source: str) -> tuple[bytes, str]:
    """A formula as SVG, and the style that puts it on the line at the size of its text."""
    mathml = fromstring(source)  # noqa: S314 - written by us, without declarations
    problem = next(_malformed(mathml), "")
    if problem:
        raise EngineError(problem)
    ziamath = _engine()
    lacking = sorted(set(_without_glyph(mathml, ziamath)))
    if lacking:
        named = ", ".join(f"{character} (U+{ord(character):04X})" for character in lacking)
        raise EngineError(f"the mathematics font has no {named}")
    try:
        formula = ziamath.Math(deepcopy(mathml), size=_SIZE, margin=_MARGIN)
        picture = formula.svg()
        width, below = formula.getsize()[0], formula.getyofst()
    # The engine raises whatever its sums come to; the formula is then set in words.
    except Exception as error:
        raise EngineError(f"ziamath cannot lay it out: {type(error).__name__} {error}") from error
    style = f"width:{(width + 2 * _MARGIN) / _SIZE:.4f}em"
    if mathml.get("display") != "block":
        style += f";vertical-align:{(below - _MARGIN) / _SIZE:.4f}em"
    return picture.encode(), style


@cache
def _engine() -> Any:  # noqa: ANN401
    # A third of a second, and most articles have no formula.
    with warnings.catch_warnings():
        # Python 3.11 and 3.12 warn of how it finds its font, which 3.13 takes back.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath
        from ziamath.config import config
    config.math.color = "currentColor"
    config.svg2 = False
    return ziamath


def _malformed(mathml: Element) -> Iterator[str]:
    if sum(1 for _ in mathml.iter()) > _MOST_ELEMENTS:
        yield f"it has more than {_MOST_ELEMENTS} parts"
    if not any((element.text or "").strip() for element in mathml.iter()):
        yield "it is empty"
    for element in mathml.iter():
        wanted = CHILDREN.get(element.tag, len(element))
        if len(element) != wanted:
            yield f"'{element.tag}' has {len(element)} parts, not {wanted}"


def _without_glyph(mathml: Element, ziamath: Any) -> Iterator[str]:  # noqa: ANN401
    font = ziamath.Math("<math><mi>x</mi></math>").font
    for element in mathml.iter():
        for character in (element.text or "").strip():
            if not character.isspace() and not font.glyphindex(character):
                yield character


def _plain(element: Element) -> Element:
    """The formula without prefixes, and without what says nothing of its layout."""
    name = local_name(element)
    kept = {
        key: value
        for key, value in element.attrib.items()
        if not key.startswith("{") and key not in {"id", "class", "alttext"}
    }
    plain = Element("mrow" if name in {"semantics", "merror"} else name, kept)
    plain.text = element.text
    plain.extend(_plain(child) for child in element if "annotation" not in str(child.tag))
    return plain


def _document(mathml: Element) -> str:
    """The formula as a MathML document."""
    whole = deepcopy(mathml)
    whole.set("xmlns", NAMESPACE)
    return tostring(whole, encoding="unicode")


def _become(element: Element, tag: str, attributes: dict[str, str], text: str | None) -> None:
    kept = {name: element.get(name) for name in ("id", "lang", "dir")}
    for child in list(element):
        element.remove(child)
    element.tag, element.text = tag, text
    element.attrib.clear()
    element.attrib.update({name: value for name, value in kept.items() if value})
    element.attrib.update(attributes)
