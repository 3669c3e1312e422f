"""A page as the checks ask about it: its elements, ids, names and what is hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


class Page:
    """A parsed page; parsing follows the HTML standard, as browsers do."""

    def __init__(self, markup: str) -> None:
        from selectolax.lexbor import LexborHTMLParser

        self.markup = markup
        # Held here: its nodes are views into it.
        self._parser = LexborHTMLParser(markup)
        self.root = self._parser.root
        self.elements = tuple(self.root.traverse()) if self.root else ()
        self.by_id: dict[str, LexborNode] = {}
        for node in self.elements:
            if id_ := node.attributes.get("id"):
                self.by_id.setdefault(id_, node)

    @cached_property
    def calls(self) -> Mapping[str, set[str]]:
        """The ids of all calls of a note, by the address that they lead to."""
        calls: defaultdict[str, set[str]] = defaultdict(set)
        for call in self.css("[role='doc-noteref']"):
            calls[attribute(call, "href")].add(attribute(call, "id"))
        return calls

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What the labels of fields say, by the id of the field."""
        texts: dict[str, str] = {}
        for label in self.css("label[for]"):
            own = attribute(label, "for")
            texts[own] = texts.get(own) or text_of(label)
        return texts

    def css(self, selector: str) -> list[LexborNode]:
        """The elements that a selector names; none for one that the parser does not know."""
        from selectolax.lexbor import SelectolaxError

        try:
            return self._parser.css(selector)
        except SelectolaxError:
            return []

    def first(self, selector: str) -> LexborNode | None:
        """The first element that a selector names."""
        return self._parser.css_first(selector)


def attribute(node: LexborNode, name: str) -> str:
    """An attribute without spaces around it; empty where it is absent."""
    return (node.attributes.get(name) or "").strip()


def tokens(node: LexborNode, name: str) -> list[str]:
    """The words of an attribute that holds a list."""
    return attribute(node, name).split()


def text_of(node: LexborNode) -> str:
    """The text inside an element on one line."""
    return " ".join((node.text() or "").split())


def heading_text(heading: LexborNode) -> str:
    """The text of a heading on one line, without the calls of its notes."""
    calls = {
        each.mem_id
        for call in heading.css("[role='doc-noteref']")
        for each in call.traverse(include_text=True)
    }
    parts = (
        each.text_content or ""
        for each in heading.traverse(include_text=True)
        if each.tag == "-text" and each.mem_id not in calls
    )
    return " ".join("".join(parts).split())


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around a node, the nearest first."""
    parent = node.parent
    while parent is not None and parent.tag not in {None, "-undef", "-document"}:
        yield parent
        parent = parent.parent


def is_same(node: LexborNode, other: LexborNode) -> bool:
    """Whether two nodes are one element; `==` of selectolax 1.0 asks whether they read the same."""
    return node.mem_id == other.mem_id


def is_inside(node: LexborNode, outer: LexborNode) -> bool:
    """Whether `outer` is around a node."""
    return any(is_same(each, outer) for each in ancestors(node))


def is_hidden(node: LexborNode) -> bool:
    """Whether nobody perceives the element: `hidden`, or inert content such as a template."""
    return any(
        "hidden" in each.attributes or each.tag in {"template", "noscript"}
        for each in (node, *ancestors(node))
    )


def is_silent(node: LexborNode) -> bool:
    """Whether assistive technology is told to pass the element over."""
    return is_hidden(node) or any(
        attribute(each, "aria-hidden") == "true" for each in (node, *ancestors(node))
    )


def name_of(page: Page, node: LexborNode) -> str:
    """The accessible name, near enough: labels, alternatives, text, title (accname-1.2)."""
    labelled = " ".join(
        text_of(page.by_id[id_]) for id_ in tokens(node, "aria-labelledby") if id_ in page.by_id
    )
    if name := labelled or attribute(node, "aria-label"):
        return name
    if node.tag in {"img", "area"} or (node.tag == "input" and attribute(node, "alt")):
        return attribute(node, "alt") or attribute(node, "title")
    inner = [text_of(node)]
    inner += [attribute(each, "alt") for each in node.css("img") if attribute(each, "alt")]
    inner += [
        attribute(each, "aria-label")
        for each in node.css("[aria-label]")
        if not is_same(each, node)
    ]
    inner += [text_of(each) for each in node.css("svg title")]
    return " ".join(filter(None, inner)) or attribute(node, "title")


def role_of(node: LexborNode) -> str:
    """The first role that the element claims, or empty."""
    return next(iter(tokens(node, "role")), "")
