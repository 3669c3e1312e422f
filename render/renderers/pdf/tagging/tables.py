"""The headers of each cell, from the grid that spans really make.

The algorithm of HTML (4.9.12.2): look up and to the left from each cell; a header is hidden
by another header beyond data, as with a second head in the middle of a table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal
from xml.etree.ElementTree import Element

from render.renderers.pdf.tagging.nodes import Node

Scope = Literal["Column", "Row"]
_MOST_SPAN = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell in its place; `scope` is None for data."""

    node: Node
    row: int
    column: int
    height: int
    width: int
    scope: Scope | None


_Line = list[tuple[int, Cell | None]]


def describe(table: Node, number: int) -> None:
    """Give every header its Scope and ID, and every cell its spans and Headers."""
    cells = list(_placed(table))
    grid = _Grid(cells)
    for cell in cells:
        if cell.scope:
            cell.node.id = f"table-{number}-{cell.row + 1}-{cell.column + 1}"
            cell.node.set("Table", Scope=cell.scope)
        if cell.width > 1:
            cell.node.set("Table", ColSpan=cell.width)
        if cell.height > 1:
            cell.node.set("Table", RowSpan=cell.height)
    for cell in cells:
        found = () if cell.scope else tuple(head.node.id for head in grid.headers(cell))
        if found:
            cell.node.set("Table", Headers=found)


def headings(table: Element) -> dict[Element, tuple[Element, ...]]:
    """The headers of every data cell of a table that is not laid out yet."""
    cells = list(_placed(_sketch(table)))
    grid = _Grid(cells)
    return {
        cell.node.element: tuple(
            head.node.element for head in grid.headers(cell) if head.node.element is not None
        )
        for cell in cells
        if not cell.scope and cell.node.element is not None
    }


def _sketch(element: Element) -> Node:
    """The part of the tree that a grid is read from."""
    node = Node(_TYPES.get(element.tag, ""), 0, element)
    if node.type in {"TD", "TH"}:
        has_content = len(element) or (element.text or "").strip()
        node.kids = [Node("Span", 0)] if has_content else []
    else:
        node.kids = [_sketch(child) for child in element if child.tag in _TYPES]
    return node


_TYPES = {
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "td": "TD",
    "th": "TH",
}


class _Grid:
    """The headers along each column and each row.

    A line is a list of headers with their places, and None where data stands between
    them: a long table costs no more to look through than its headers are many.
    """

    def __init__(self, cells: list[Cell]) -> None:
        slots = {
            (row, column): cell
            for cell in reversed(cells)
            for row in range(cell.row, cell.row + cell.height)
            for column in range(cell.column, cell.column + cell.width)
        }
        self._columns: dict[int, _Line] = defaultdict(list)
        self._rows: dict[int, _Line] = defaultdict(list)
        for (row, column), cell in sorted(slots.items(), key=itemgetter(0)):
            _extend(self._columns[column], row, cell)
            _extend(self._rows[row], column, cell)

    def headers(self, cell: Cell) -> list[Cell]:
        """The headers of a data cell: columns from the top, then rows from the outside."""
        above = (
            head
            for column in range(cell.column, cell.column + cell.width)
            for head in _met(self._columns[column], cell.row, "Column")
        )
        beside = (
            head
            for row in range(cell.row, cell.row + cell.height)
            for head in _met(self._rows[row], cell.column, "Row")
        )
        columns = sorted(dict.fromkeys(above), key=lambda head: (head.row, head.column))
        rows = sorted(dict.fromkeys(beside), key=lambda head: (head.column, head.row))
        return [*columns, *rows]


def _extend(line: _Line, place: int, cell: Cell) -> None:
    head = cell if cell.scope else None
    if not line or line[-1][1] is not head:
        line.append((place, head))


def _met(line: _Line, place: int, scope: Scope) -> Iterator[Cell]:
    """The headers met on the way from a place to the edge of the table."""
    opaque: list[Cell] = []
    block: list[Cell] = []
    for at, head in reversed(line):
        if at >= place:
            continue
        if head is None:
            opaque, block = [*opaque, *block], []
            continue
        block.append(head)
        if head.scope == scope and not any(_same_extent(head, each, scope) for each in opaque):
            yield head


def _same_extent(one: Cell, other: Cell, scope: Scope) -> bool:
    if scope == "Column":
        return (one.column, one.width) == (other.column, other.width)
    return (one.row, one.height) == (other.row, other.height)


def _placed(table: Node) -> Iterator[Cell]:
    taken: set[tuple[int, int]] = set()
    rows = list(_rows(table))
    for row, node in enumerate(rows):
        column = 0
        for kid in node.kids:
            if not isinstance(kid, Node) or kid.element is None:
                continue
            while (row, column) in taken:
                column += 1
            width = _span(kid.element, "colspan")
            height = min(_span(kid.element, "rowspan"), len(rows) - row)
            taken |= {
                (row + down, column + right) for down in range(height) for right in range(width)
            }
            yield Cell(kid, row, column, height, width, _scope(kid, node))


def _rows(node: Node) -> Iterator[Node]:
    """The rows of a table, not those of tables in its cells."""
    for kid in node.kids:
        if isinstance(kid, Node) and kid.type == "TR":
            yield kid
        elif isinstance(kid, Node) and kid.type in {"THead", "TBody", "TFoot"}:
            yield from _rows(kid)


def _span(element: Element, name: str) -> int:
    value = element.get(name, "1")
    return min(max(int(value), 1), _MOST_SPAN) if value.isdecimal() else 1


def _scope(cell: Node, row: Node) -> Scope | None:
    if cell.type != "TH" or cell.element is None:
        return None
    given = cell.element.get("scope", "")
    if given.startswith(("col", "row")):
        return "Column" if given.startswith("col") else "Row"
    # An empty corner is no data.
    data = [kid for kid in row.kids if isinstance(kid, Node) and kid.type == "TD" and kid.kids]
    return "Row" if data else "Column"
