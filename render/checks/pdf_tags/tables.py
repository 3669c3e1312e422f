"""Tables: a full grid, with headers that reach every cell."""

from __future__ import annotations

from collections.abc import Iterator

from render.checks.pdf_tags.document import Document, Node, elements
from render.checks.pdf_tags.faults import Fault, error
from render.pdf_reading import Tag, text_of

_ROWS = frozenset({"THead", "TBody", "TFoot"})
_TABLE_CHILDREN = frozenset({"TR", "THead", "TBody", "TFoot", "Caption", "Artifact"})


def tables(pdf: Document) -> Iterator[Fault]:
    """Faults of tables."""
    for node in pdf.having("Table"):
        wrong = [tag.role for tag in elements(node.tag) if tag.role not in _TABLE_CHILDREN]
        if wrong:
            yield error("PDF-140", f"a table with {wrong[0]} as a child", node.path)
            continue
        yield from _table(node)


def _table(node: Node) -> Iterator[Fault]:
    rows = [
        row
        for part in elements(node.tag)
        for row in (elements(part) if part.role in _ROWS else (part,))
        if row.role == "TR"
    ]
    cells = [cell for row in rows for cell in elements(row) if cell.role in {"TH", "TD"}]
    heads = [cell for cell in cells if cell.role == "TH"]
    if len(rows) > 1 and not heads:
        yield error("PDF-141", "a table without header cells", node.path)
    named = {id_ for cell in cells for id_ in _headers(cell)}
    for head in heads:
        if "Table.Scope" not in head.attributes and head.id not in named:
            message = f"the header «{text_of(head)}» does not say of what (Scope)"
            yield error("PDF-142", message, node.path)
    for id_ in sorted(named - {head.id for head in heads}):
        yield error("PDF-143", f"a cell names the header '{id_}', which is not there", node.path)
    widths = _widths(rows)
    if len(set(widths)) > 1:
        yield error("PDF-144", f"rows of {sorted(set(widths))} cells in one table", node.path)
        return
    yield from _truth(node, rows)


def _headers(cell: Tag) -> list[str]:
    return cell.attributes.get("Table.Headers", "").split()


def _span(cell: Tag, name: str) -> int:
    value = cell.attributes.get(f"Table.{name}", "1")
    return max(1, int(value)) if value.isdigit() else 1


def _widths(rows: list[Tag]) -> list[int]:
    """The columns of each row, those that cells of rows above reach into counted."""
    return [max(row, default=-1) + 1 for row in _grid(rows)]


def _grid(rows: list[Tag]) -> list[dict[int, Tag]]:
    grid: list[dict[int, Tag]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in elements(row):
            while column in grid[number]:
                column += 1
            for down in range(_span(cell, "RowSpan")):
                for right in range(_span(cell, "ColSpan")):
                    if number + down < len(grid):
                        grid[number + down][column + right] = cell
            column += _span(cell, "ColSpan")
    return grid


def _truth(node: Node, rows: list[Tag]) -> Iterator[Fault]:
    """The headers that a cell names stand in a row or a column that it reaches into."""
    places: dict[int, tuple[Tag, set[int], set[int]]] = {}
    for number, row in enumerate(_grid(rows)):
        for column, cell in row.items():
            _, down, across = places.setdefault(id(cell), (cell, set(), set()))
            down.add(number)
            across.add(column)
    heads = {cell.id: (down, across) for cell, down, across in places.values()}
    for cell, down, across in places.values():
        named = [heads[id_] for id_ in _headers(cell) if id_ in heads]
        if any(
            down.isdisjoint(its_rows) and across.isdisjoint(its_columns)
            for its_rows, its_columns in named
        ):
            message = f"the cell «{text_of(cell)}» names a header of another column or row"
            yield error("PDF-145", message, node.path)
