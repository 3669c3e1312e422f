"""From the document and its layout to the structure tree.

Driven by the document: an element is one node however many boxes, lines, columns and
pages it was cut into, and its place among its siblings is its place in the document.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from render.renderers.pdf.layout import LaidOut, Leaf
from render.renderers.pdf.tagging import roles
from render.renderers.pdf.tagging.nodes import Content, Kid, Node
from render.renderers.pdf.tagging.written import WrittenText


class Builder:
    """Builds the tree, then answers which node an element became."""

    def __init__(self, laid_out: LaidOut, written: WrittenText, standard: roles.Standard) -> None:
        self.document = Node("Document", -1)
        self._dom = laid_out.dom
        self._written = written
        self._standard = standard
        self._homes: dict[Element, Node] = {}
        self._labels: dict[Element, Node] = {}
        self._entries: dict[Element, Node] = {}
        self._rubies: dict[Node, Node] = {}
        self._hidden: dict[Element, bool] = {}
        for leaf in laid_out.leaves:
            self._add(leaf)
        _finish(self.document)

    def node(self, element: Element | None) -> Node | None:
        """The node that an element became, or the nearest one around it; None where hidden."""
        for ancestor in self._dom.ancestry(element):
            if ancestor in self._homes:
                return self._homes[ancestor]
        return None

    def by_id(self, element_id: str) -> Node | None:
        """The node of the element with an id; None where there is no such element."""
        element = self._dom.by_id(element_id)
        return None if element is None else self.node(element)

    def _add(self, leaf: Leaf) -> None:
        part = self._written.of(leaf.box)
        if not part.text.strip() and not leaf.is_picture:
            return  # never painted
        if self._is_hidden(leaf.element):
            return
        home = self._home(leaf.element)
        if leaf.pseudo == "marker":
            home = self._labels.get(leaf.element, home)
        place = part.begin + 0.5 if leaf.pseudo == "before" else part.begin
        home.kids.append(Content(leaf, place, part.text, home.type))

    def _home(self, element: Element | None) -> Node:
        """Where the own content of an element goes."""
        if element is None:
            return self.document
        if element not in self._homes:
            # A table makes its cells, so what is above may make this element too.
            self._home(self._dom.parent(element))
        if element not in self._homes:
            self._homes[element] = self._make(element)
        return self._homes[element]

    def _make(self, element: Element) -> Node:
        match element.tag:
            case "li":
                return self._item(element)
            case "dt" | "dd":
                return self._entry_part(element)
            case "a" if self._refers(element):
                return self._reference(element)
            case "a" if element.get("href") and self._standard != "1.6":
                return self._child(self._home(self._dom.parent(element)), "Link", element)
        parent = self._home(self._dom.parent(element))
        kind = self._type(element)
        if kind is None:
            return parent
        if kind in {"RT", "RP"}:
            parent = self._rubies.get(parent, parent)
        node = self._child(parent, kind, element)
        if kind == "Ruby":
            base = self._child(node, "RB", element, after=0.25)
            self._rubies[base] = node
            return base
        if kind == "Table":
            self._homes[element] = node
            self._make_cells(element)
        return node

    def _type(self, element: Element) -> str | None:
        """The structure type; None where an element is none and its content goes to its parent."""
        if element.tag in {"ol", "ul"} and self._in_contents(element):
            return "TOC"
        kind = roles.type_of(element, self._standard)
        if kind is None and self._language(element):
            return roles.wrapper_for(element)
        return kind

    def _make_cells(self, table: Element) -> None:
        # An empty cell is never painted and still counts in its row.
        for element in table.iter():
            if element.tag in {"td", "th"}:
                self._home(element)

    def _child(self, parent: Node, kind: str, element: Element, after: float = 0.0) -> Node:
        node = Node(kind, self._written.start(element) + after, element)
        if not after:
            node.lang = self._language(element)
        node.expansion = element.get("title", "") if element.tag == "abbr" else ""
        parent.kids.append(node)
        return node

    def _item(self, element: Element) -> Node:
        parent = self._home(self._dom.parent(element))
        if parent.type == "TOC":
            return self._child(parent, "TOCI", element)
        item = self._child(parent, "LI", element)
        self._labels[element] = self._child(item, "Lbl", element, after=0.1)
        body = self._child(item, "LBody", element, after=0.2)
        if not self._is_note(element):
            return body
        return self._child(body, "FENote" if self._standard == "2.0" else "Note", element, 0.3)

    def _entry_part(self, element: Element) -> Node:
        item = self._entry(element)
        return self._child(item, "Lbl" if element.tag == "dt" else "LBody", element)

    def _entry(self, element: Element) -> Node:
        """The item that a term and its definitions share."""
        if element not in self._entries:
            container = self._dom.parent(element)
            parent = self._home(container)
            item, after_definition = None, True
            for part in container if container is not None else ():
                if part.tag not in {"dt", "dd"}:
                    continue
                if item is None or (part.tag == "dt" and after_definition):
                    item = self._child(parent, "LI", part, after=0.05)
                after_definition = part.tag == "dd"
                self._entries[part] = item
        return self._entries[element]

    def _refers(self, element: Element) -> bool:
        """True for the call of a note and for an entry of the contents."""
        if not element.get("href"):
            return False
        is_call = element.get("role") == "doc-noteref"
        return is_call or self._home(self._dom.parent(element)).type == "TOCI"

    def _reference(self, element: Element) -> Node:
        reference = self._child(self._home(self._dom.parent(element)), "Reference", element)
        # PDF/UA-2 lets no Link stand in a Reference (ISO/TS 32005): it holds the annotation.
        has_link = self._standard == "1.7"
        return self._child(reference, "Link", element, 0.1) if has_link else reference

    def _is_hidden(self, element: Element | None) -> bool:
        if element is None:
            return False
        if element not in self._hidden:
            above = self._dom.parent(element)
            self._hidden[element] = roles.is_hidden(element) or self._is_hidden(above)
        return self._hidden[element]

    def _is_note(self, element: Element) -> bool:
        section = self._dom.parent(self._dom.parent(element))
        return section is not None and section.get("role") == "doc-endnotes"

    def _in_contents(self, element: Element) -> bool:
        return any(above.get("role") == "doc-toc" for above in self._dom.ancestry(element))

    def _language(self, element: Element) -> str:
        """The language of an element where it is not the one around it."""
        own = element.get("lang")
        if not own:
            return ""
        above = self._dom.parent(element)
        around = next(
            (each.get("lang") for each in self._dom.ancestry(above) if each.get("lang")), ""
        )
        return "" if above is None or own == around else own


def _finish(node: Node) -> None:
    """Order the kids as in the document, drop what is empty, give loose text a paragraph."""
    for kid in node.kids:
        if isinstance(kid, Node):
            _finish(kid)
    node.kids = [kid for kid in node.kids if not _is_empty(kid)]
    node.kids.sort(key=lambda kid: kid.place)
    if node.type in roles.GROUPING:
        node.kids = _in_paragraphs(node.kids)


def _is_empty(kid: object) -> bool:
    return isinstance(kid, Node) and not kid.kids and kid.type not in {"TD", "TH", "TR"}


def _in_paragraphs(kids: list[Kid]) -> list[Kid]:
    out: list[Kid] = []
    open_paragraph: Node | None = None
    for kid in kids:
        if isinstance(kid, Node) and kid.type not in roles.INLINE:
            open_paragraph = None
            out.append(kid)
            continue
        if open_paragraph is None:
            open_paragraph = Node("P", kid.place)
            out.append(open_paragraph)
        open_paragraph.kids.append(kid)
    return out
