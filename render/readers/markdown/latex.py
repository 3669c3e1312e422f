"""LaTeX formulas to MathML; what cannot be read stays as it was written."""

from __future__ import annotations

from html import escape
from typing import Literal
from xml.etree.ElementTree import Element, fromstring, tostring

from render.mathml import CHILDREN, local_name

_MOST_LETTERS = 2000


def formula(latex: str, display: Literal["inline", "block"]) -> str | None:
    """The formula as a `math` element whose `alttext` is its source; None where it cannot be read.

    The words of it are found when its language is known.
    """
    root = _read(latex, display)
    if root is None:
        return None
    content = "".join(tostring(child, encoding="unicode") for child in root)
    source = f'<annotation encoding="application/x-tex">{escape(latex)}</annotation>'
    return (
        f'<math display="{display}" alttext="{escape(latex)}">'
        f"<semantics>{content}{source}</semantics></math>"
    )


def _read(latex: str, display: str) -> Element | None:
    if len(latex) > _MOST_LETTERS:
        return None
    # Only where there is a formula.
    from latex2mathml.converter import convert

    try:
        root = fromstring(convert(latex, display=display))  # noqa: S314 - its output, no declarations
    # It raises its own errors and, where it trips, any other: the formula is then kept as code.
    except Exception:  # noqa: BLE001
        return None
    for element in root.iter():
        element.tag = local_name(element)
    return root if all(_is_whole(element) for element in root.iter()) else None


def _is_whole(element: Element) -> bool:
    # A command that it does not know comes back as its name.
    known = not (element.text or "").startswith("\\")
    return known and len(element) == CHILDREN.get(element.tag, len(element))
