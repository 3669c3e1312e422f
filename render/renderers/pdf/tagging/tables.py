"""The headers of each cell, from the grid that spans really make.

The algorithm of HTML (4.9.12.2): look up and to the left from each cell; a header is hidden
by another header beyond data, as with a second head in the middle of a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


def describe(table: Node, number: int) -> None:
    """Give every header its Scope and ID, and every cell its spans and Headers."""
    cells = list(_placed(table))
    grid = {
        (row, column): cell
        for cell in reversed(cells)
        for row in range(cell.row, cell.row + cell.height)
        for column in range(cell.column, cell.column + cell.width)
    }
    for cell in cells:
        if cell.scope:
            cell.node.id = f"table-{number}-{cell.row + 1}-{cell.column + 1}"
            cell.node.set("Table", Scope=cell.scope)
        if cell.width > 1:
            cell.node.set("Table", ColSpan=cell.width)
        if cell.height > 1:
            cell.node.set("Table", RowSpan=cell.height)
    for cell in cells:
        found = () if cell.scope else tuple(head.node.id for head in headers(cell, grid))
        if found:
            cell.node.set("Table", Headers=found)


def headers(cell: Cell, grid: dict[tuple[int, int], Cell]) -> list[Cell]:
    """The header cells of a data cell: columns from the top, then rows from the outside."""
    above = [
        head
        for column in range(cell.column, cell.column + cell.width)
        for head in _scan(grid, [(row, column) for row in range(cell.row - 1, -1, -1)], "Column")
    ]
    beside = [
        head
        for row in range(cell.row, cell.row + cell.height)
        for head in _scan(grid, [(row, column) for column in range(cell.column - 1, -1, -1)], "Row")
    ]
    columns = sorted(dict.fromkeys(above), key=lambda head: (head.row, head.column))
    rows = sorted(dict.fromkeys(beside), key=lambda head: (head.column, head.row))
    return [*columns, *rows]


def _scan(
    grid: dict[tuple[int, int], Cell], places: list[tuple[int, int]], scope: Scope
) -> Iterator[Cell]:
    """The headers met on the way from a cell to the edge of the table."""
    opaque: list[Cell] = []
    block: list[Cell] = []
    for place in places:
        other = grid.get(place)
        if other is None:
            continue
        if other.scope is None:
            opaque, block = [*opaque, *block], []
            continue
        block.append(other)
        if other.scope == scope and not any(_same_extent(other, each, scope) for each in opaque):
            yield other


def _same_extent(one: Cell, other: Cell, scope: Scope) -> bool:
    if scope == "Column":
        return (one.column, one.width) == (other.column, other.width)
    return (one.row, one.height) == (other.row, other.height)


def _placed(table: Node) -> Iterator[Cell]:
    taken: set[tuple[int, int]] = set()
    rows = [node for node in table.nodes() if node.type == "TR" and _table_of(node, table)]
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


def _table_of(row: Node, table: Node) -> bool:
    # A table inside a cell has rows of its own.
    inner = (node for node in table.nodes() if node.type == "Table" and node is not table)
    return not any(row in nested.nodes() for nested in inner)


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
