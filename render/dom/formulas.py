"""MathML to formulas: an allow-list of presentation elements, nothing else."""

from __future__ import annotations

from html import escape

from render.dom.account import Account
from render.dom.attributes import node_attributes
from render.dom.tree import Element
from render.mathml import ATTRIBUTES, ELEMENTS, NAMESPACE
from render.model import Inline, Math, Text


def math(element: Element, account: Account) -> tuple[Inline, ...]:
    """The formula of a `math` element, or its text when nothing of it is MathML."""
    latex = _latex(element)
    spoken = " ".join((element.get("alttext") or element.get("aria-label")).split())
    if not spoken:
        account.warn(
            "HTML-005", "formula has no words", element, 'say it in words: alttext="x squared"'
        )
        spoken = latex or _visible(element)
    if not spoken:
        return ()
    mathml = _serialise(element, account)
    attributes = node_attributes(element, account)
    if not mathml:
        return (Text(value=spoken),)
    return (Math(mathml=mathml, alt=spoken, latex=latex or None, **attributes),)


def _latex(element: Element) -> str:
    for node in element.elements():
        if node.tag == "annotation" and node.get("encoding").lower() in {
            "application/x-tex",
            "latex",
            "tex",
        }:
            return node.text()
    return ""


def _visible(element: Element) -> str:
    if element.tag in {"annotation", "annotation-xml"}:
        return ""
    parts = [child if isinstance(child, str) else _visible(child) for child in element.children]
    return " ".join(" ".join(parts).split())


def _serialise(element: Element, account: Account) -> str:
    if element.tag in {"annotation", "annotation-xml"}:
        return ""
    inner = "".join(
        escape(child, quote=False) if isinstance(child, str) else _serialise(child, account)
        for child in element.children
    )
    if element.tag == "semantics":
        return inner
    if element.tag not in ELEMENTS:
        if inner.strip():
            account.note("HTML-006", f"'{element.tag}' in a formula is unwrapped", element)
        return inner
    written = "".join(
        f' {name}="{escape(value)}"'
        for name, value in element.attributes.items()
        if name in ATTRIBUTES or (name, element.tag) == ("display", "math")
    )
    space = f' xmlns="{NAMESPACE}"' if element.tag == "math" else ""
    return f"<{element.tag}{space}{written}>{inner}</{element.tag}>"
