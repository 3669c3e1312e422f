"""HTML as a small tree of our own, parsed as browsers parse it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from render.dom.xhtml import as_html

# Deeper nesting than any real page has; the mapping recurses, so it must end.
DEPTH_LIMIT = 150

BLOCK_TAGS = frozenset(
    "address article aside audio blockquote body center dd details dialog dir div dl dt "
    "embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe "
    "legend li main menu nav noscript object ol p pre search section summary table tbody "
    "td tfoot th thead tr ul video caption colgroup col".split()
)
# Their text is no text of the page.
SILENT_TAGS = frozenset({"script", "style", "template", "head", "link", "meta", "base", "title"})
# Elements whose loss by flattening loses nothing.
_PLAIN_TAGS = frozenset({"div", "span", "section", "article", "main", "body", "font", "center"})


# They hold cells only; a paragraph directly in one would not be read.
_TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "colgroup"})


class Element:
    """One element: lower-case tag, attributes, children (elements and text), parent.

    `has_block` says whether a block-level element is anywhere below.
    """

    __slots__ = ("attributes", "children", "has_block", "parent", "tag")

    def __init__(
        self, tag: str, attributes: dict[str, str] | None = None, parent: Element | None = None
    ) -> None:
        self.tag = tag
        self.attributes = attributes or {}
        self.children: list[Element | str] = []
        self.parent = parent
        self.has_block = False

    def get(self, name: str) -> str:
        """The value of an attribute without outer white space, or empty."""
        value = self.attributes.get(name)
        return value.strip() if value else ""

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own."""
        return self.has_block or self.tag in BLOCK_TAGS

    def elements(self) -> Iterator[Element]:
        """All elements below, in document order."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            if isinstance(node, Element):
                yield node
                stack.extend(node.children[::-1])

    def find(self, *tags: str) -> Element | None:
        """The first element below with one of these tags."""
        return next((node for node in self.elements() if node.tag in tags), None)

    def texts(self) -> Iterator[str]:
        """All text below as written, in document order, without scripts and styles."""
        stack: list[Element | str] = list(reversed(self.children))
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                yield node
            elif node.tag not in SILENT_TAGS or node is self:
                stack.extend(reversed(node.children))

    def text(self) -> str:
        """All text below with white space collapsed; blocks are set apart by a space."""
        parts: list[str] = []
        stack: list[Element | str] = list(reversed(self.children))
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                parts.append(node)
            elif node.tag not in SILENT_TAGS or node is self:
                if node.tag in BLOCK_TAGS or node.tag == "br":
                    parts.append(" ")
                    stack.append(" ")
                stack.extend(reversed(node.children))
        return " ".join("".join(parts).split())

    def ancestors(self) -> Iterator[Element]:
        """The parent, its parent, and so on."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def append(self, child: Element) -> None:
        """Add a child at the end."""
        child.parent = self
        self.children.append(child)

    def detach(self) -> None:
        """Take the element out of its parent; its own children stay with it."""
        if self.parent is not None:
            siblings = self.parent.children
            siblings[:] = [child for child in siblings if child is not self]
            self.parent = None


class Tree:
    """A parsed document; `flattened` counts elements nested too deeply to keep."""

    __slots__ = ("flattened", "root")

    def __init__(self, root: Element, flattened: int) -> None:
        self.root = root
        self.flattened = flattened


def parse_document(html: str, select: str | None = None) -> Tree:
    """The tree of a whole page; its root is `html`.

    What the CSS selector matches gets the attribute `data-selected`. Raises
    ValueError for a selector that is not one.
    """
    parser = LexborHTMLParser(as_html(html))
    if select is not None:
        _mark(parser, select)
    return _Grower().grow(parser.root) if parser.root is not None else Tree(Element("html"), 0)


def parse_fragment(html: str, select: str | None = None) -> Tree:
    """The tree of a piece of HTML, as if inside a `body` element."""
    tree = parse_document(f"<!doctype html><body>{html}", select)
    body = tree.root.find("body")
    return Tree(body if body is not None else tree.root, tree.flattened)


def open_comment(html: str) -> str:
    """The text that a comment without an end hides up to the end of the input, or empty."""
    begin = html.rfind("<!--")
    if (
        begin < 0
        or "-->" in html[begin:]
        or re.search(r"</(?:script|style)", html[begin:], re.IGNORECASE)
    ):
        return ""
    return html[begin + 4 :]


def _mark(parser: LexborHTMLParser, select: str) -> None:
    try:
        chosen = parser.css(select)
    except SelectolaxError as error:
        raise ValueError(str(error)) from error
    for node in chosen:
        node.attrs["data-selected"] = ""


class _Grower:
    """Copies lexbor's tree without recursion, flattening what is nested too deeply."""

    def __init__(self) -> None:
        self.flattened = 0
        self.made: list[Element] = []

    def grow(self, root: LexborNode) -> Tree:
        top = Element(root.tag or "html", _attributes(root))
        self.made.append(top)
        parents, lexbor_parents = [top], [root]
        node = root.first_child
        while parents:
            if node is None:
                parents.pop()
                node = lexbor_parents.pop()
                node = node.next if parents else None
                continue
            below = self._add(node, parents[-1], len(parents))
            if below is not None and node.first_child is not None:
                parents.append(below)
                lexbor_parents.append(node)
                node = node.first_child
            else:
                node = node.next
        self._mark_blocks()
        return Tree(top, self.flattened)

    def _add(self, node: LexborNode, parent: Element, depth: int) -> Element | None:
        if node.is_text_node:
            text = node.text_content
            if text:
                parent.children.append(text)
            return None
        if not node.is_element_node:
            return None
        tag = node.tag or "span"
        if depth > DEPTH_LIMIT:
            return self._flatten(tag, parent)
        element = Element(tag, _attributes(node), parent)
        parent.children.append(element)
        self.made.append(element)
        return element

    def _flatten(self, tag: str, parent: Element) -> Element:
        if tag not in _PLAIN_TAGS:
            self.flattened += 1
        if tag in SILENT_TAGS:
            return Element(tag, {}, parent)
        if tag not in BLOCK_TAGS:
            return parent
        # A paragraph beside what went before keeps words of neighbouring blocks apart.
        host = parent
        while host.parent is not None and (
            host.tag in _TABLE_PARTS or "data-flattened" in host.attributes
        ):
            host = host.parent
        paragraph = Element("p", {"data-flattened": "1"}, host)
        host.children.append(paragraph)
        self.made.append(paragraph)
        return paragraph

    def _mark_blocks(self) -> None:
        for element in reversed(self.made):
            if element.parent is not None and (element.has_block or element.tag in BLOCK_TAGS):
                element.parent.has_block = True


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name.lower(): value or "" for name, value in node.attributes.items()}
