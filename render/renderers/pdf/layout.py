"""What we read of WeasyPrint's layout, all of it private there, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from render.renderers.pdf.dom import Dom
from render.renderers.pdf.sentences import Sentence
from render.renderers.pdf.tagging.written import WrittenText
from render.renderers.pdf.untyped import Box, Document, Page

POINTS_PER_PIXEL = 0.75
Edge = Literal["Header", "Footer"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A box that is painted: text or a picture, with the element it comes from.

    `pseudo` names a pseudo-element (`marker`, `before`, `after`); `page` counts from 0.
    """

    page: int
    box: Box
    element: Element
    pseudo: str
    after_leader: bool = False

    @property
    def is_picture(self) -> bool:
        """True for what is painted without text of the document."""
        return not hasattr(self.box, "text")

    @property
    def text(self) -> str:
        """The text laid out in this box; empty for a picture."""
        return getattr(self.box, "text", "")


class LaidOut:
    """A document after its layout: its pages, its elements, and its painted boxes in order.

    `sentences` are those taken out of the document before.
    """

    def __init__(
        self, document: Document, root: Element, sentences: tuple[Sentence, ...] = ()
    ) -> None:
        self.document = document
        self.dom = Dom(root)
        self.leaves = tuple(leaves(document))
        self.written = WrittenText(root, self.leaves)
        self.sentences = sentences


def leaves(document: Document) -> Iterator[Leaf]:
    """Every painted box of the content, in the order of the layout.

    Without margins, leaders, and table heads repeated at the top of a page or column.
    """
    heads: dict[Element, Box] = {}
    for number, page in enumerate(document.pages):
        for child in page._page_box.children:  # noqa: SLF001
            if not _is(child, "MarginBox"):
                yield from _leaves(child, number, heads)


def margins(page: Page) -> Iterator[tuple[Edge, Box]]:
    """The boxes painted in the margins of a page: running heads, folios."""
    for child in page._page_box.children:  # noqa: SLF001
        if _is(child, "MarginBox"):
            edge: Edge = "Footer" if child.at_keyword.startswith("@bottom") else "Header"
            for box in descendants(child):
                yield edge, box


def margin_boxes(page: Page) -> Iterator[Box]:
    """The margin boxes themselves."""
    return (child for child in page._page_box.children if _is(child, "MarginBox"))  # noqa: SLF001


def descendants(box: Box) -> Iterator[Box]:
    """The box and all below it, in order."""
    yield box
    for child in _unwrapped(box).children:
        yield from descendants(child)


def wrapped_tables(document: Document) -> Iterator[tuple[Box, Box]]:
    """Each table with its caption, and the page, column or block that it stands in."""
    for page in document.pages:
        yield from _wrapped_tables(page._page_box)  # noqa: SLF001


def off_paper(laid_out: LaidOut) -> Iterator[Leaf]:
    """What is painted over an edge of the paper, in whole or in part."""
    for leaf in laid_out.leaves:
        page, box = laid_out.document.pages[leaf.page], leaf.box
        # By its middle: a box of text is as high as its font says, often more than its line.
        middle = box.position_y + box.height / 2
        is_on = box.position_x >= 0 and box.position_x + box.width <= page.width
        is_seen = leaf.is_picture or leaf.text.strip()
        if is_seen and not (is_on and 0 <= middle <= page.height):
            yield leaf


def points(page: Page, x: float, y: float) -> tuple[float, float]:
    """A point of the layout (pixels, down from the top) as PDF points from the page's corner."""
    return (
        round(x * POINTS_PER_PIXEL, 3),
        round((page.height - y) * POINTS_PER_PIXEL, 3),
    )


def rectangle(page: Page, box: Box) -> tuple[float, float, float, float]:
    """The content area of a box in points: left, bottom, right, top."""
    x, y = box.content_box_x(), box.content_box_y()
    left, top = points(page, x, y)
    right, bottom = points(page, x + box.width, y + box.height)
    return left, bottom, right, top


def _leaves(box: Box, page: int, heads: dict[Element, Box]) -> Iterator[Leaf]:
    box = _unwrapped(box)
    if _is_repeated_head(box, heads):
        return
    if _is(box, "TextBox", "ReplacedBox"):
        _, _, pseudo = box.element_tag.partition("::")
        # The first letter and line are the element's own text, painted otherwise.
        own = pseudo in {"", "first-letter", "first-line"}
        yield Leaf(page, box, box.element, "" if own else pseudo.removeprefix("footnote-"))
        return
    after_leader = False
    for child in box.children:
        if getattr(child, "is_leader", False):
            after_leader = True
            continue
        for leaf in _leaves(child, page, heads):
            yield _marked(leaf) if after_leader else leaf
            after_leader = False


def _wrapped_tables(around: Box) -> Iterator[tuple[Box, Box]]:
    for child in map(_unwrapped, around.children):
        if child.is_table_wrapper:
            yield child, around
        # Most boxes of a document are lines and what is in them.
        if not _is(child, "LineBox", "MarginBox"):
            yield from _wrapped_tables(child)


def _unwrapped(box: Box) -> Box:
    # What is positioned stands behind a placeholder.
    return getattr(box, "_box", box)


def _marked(leaf: Leaf) -> Leaf:
    return Leaf(leaf.page, leaf.box, leaf.element, leaf.pseudo, after_leader=True)


def _is_repeated_head(box: Box, heads: dict[Element, Box]) -> bool:
    if not (getattr(box, "is_header", False) or getattr(box, "is_footer", False)):
        return False
    return heads.setdefault(box.element, box) is not box


def _is(box: Box, *names: str) -> bool:
    # By name, so that nothing of WeasyPrint is imported before fonts are confined.
    return not _names_of(type(box)).isdisjoint(names)


_names: dict[type, frozenset[str]] = {}


def _names_of(kind: type) -> frozenset[str]:
    if kind not in _names:
        _names[kind] = frozenset(each.__name__ for each in kind.__mro__)
    return _names[kind]
