"""The structure tree while it is being built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.etree.ElementTree import Element

from render.renderers.pdf.layout import Leaf

AttributeValue = str | int | tuple[str | float, ...]


@dataclass(slots=True, eq=False)
class Content:
    """One painted box under its element; the painting fills in its marked content ids."""

    leaf: Leaf
    place: float
    text: str
    tag: str = "P"
    mcids: list[int] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class LinkArea:
    """A link on one page: the box that carries its annotation, and its rectangles in points."""

    page: int
    box: object
    quads: tuple[tuple[float, float, float, float], ...]
    place: float


Kid: TypeAlias = "Node | Content | LinkArea"


@dataclass(slots=True, eq=False)
class Node:
    """One structure element to be.

    `place` orders it among its siblings as in the document. `attributes` are by
    owner, as `{"Table": {"Scope": "Column"}}`. `references` become Ref.
    """

    type: str
    place: float
    element: Element | None = None
    kids: list[Kid] = field(default_factory=list)
    lang: str = ""
    alt: str = ""
    expansion: str = ""
    id: str = ""
    attributes: dict[str, dict[str, AttributeValue]] = field(default_factory=dict)
    references: list[Node] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        """This node and all below it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()

    def contents(self) -> Iterator[Content]:
        """The painted boxes below this node, in order."""
        for kid in self.kids:
            if isinstance(kid, Content):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.contents()

    def text(self) -> str:
        """The text below this node on one line."""
        return " ".join("".join(content.text for content in self.contents()).split())

    def name(self) -> str:
        """What this is called elsewhere: its text, alternatives and all, but no call of a note."""
        return " ".join("".join(_named(self)).split())

    def set(self, owner: str, **values: AttributeValue) -> None:
        """Add attributes of one owner."""
        self.attributes.setdefault(owner, {}).update(values)


def _named(node: Node) -> Iterator[str]:
    for kid in node.kids:
        if isinstance(kid, Content):
            yield kid.text
        elif isinstance(kid, Node):
            if kid.alt:
                yield f" {kid.alt} "
            elif kid.type != "Reference":
                yield from _named(kid)
