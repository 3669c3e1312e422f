"""Tables as regular grids: spans that fit, and rows of one length."""

from itertools import chain

from msgspec.structs import replace

from render.findings import Finding, Place, Severity
from render.model import Article, Cell, Row, Table
from render.model.walk import AnyNode, rewrite

COLSPAN_LIMIT = 1_000
"""What HTML allows one cell to span (4.9.11)."""

_PARTS = ("head", "body", "foot")


def square_tables(article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """The article with head rows first and foot rows last, and every grid regular.

    Spans that run into another cell, out of their part of the table or past the last
    column in which a cell begins are cut; rows that are short get empty cells.
    """
    findings: list[Finding] = []

    def enter(node: AnyNode) -> AnyNode:
        return _squared(node, findings) if isinstance(node, Table) else node

    return rewrite(article, enter=enter), tuple(findings)


def _squared(table: Table, findings: list[Finding]) -> Table:
    parts = [tuple(row for row in table.rows if row.section == part) for part in _PARTS]
    width = max((_width(rows) for rows in parts), default=0)
    squared = tuple(chain.from_iterable(_placed(rows, width) for rows in parts))
    cells_before = [row.cells for part in parts for row in part]
    if cells_before != [row.cells for row in squared]:
        findings.append(
            Finding(
                "PREP-009",
                Severity.WARNING,
                "the rows of the table did not make a regular grid; spans were cut to it, "
                "and short rows filled with empty cells",
                hint="give every row the same number of columns",
                where=Place(node=table.id or ""),
            )
        )
    return table if squared == table.rows else replace(table, rows=squared)


def _width(rows: tuple[Row, ...]) -> int:
    """One more than the last column in which a cell begins."""
    grid = _Grid(width=None)
    for row in rows:
        for cell in row.cells:
            grid.place(cell, rows_left=len(rows))
        grid.next_row()
    return grid.begun


def _placed(rows: tuple[Row, ...], width: int) -> list[Row]:
    grid = _Grid(width)
    placed: list[Row] = []
    for number, row in enumerate(rows):
        cells = [grid.place(cell, rows_left=len(rows) - number) for cell in row.cells]
        cells += [grid.place(Cell(children=()), rows_left=1) for _ in range(grid.free())]
        grid.next_row()
        placed.append(row if tuple(cells) == row.cells else replace(row, cells=tuple(cells)))
    return placed


class _Grid:
    """The columns that a row finds taken, each with the number of rows it stays so."""

    def __init__(self, width: int | None) -> None:
        self.begun = 0
        self._width = width
        self._taken: dict[int, int] = {}

    def place(self, cell: Cell, *, rows_left: int) -> Cell:
        column = 0
        while column in self._taken:
            column += 1
        limit = COLSPAN_LIMIT if self._width is None else self._width - column
        span = 1
        while span < min(cell.colspan, limit) and column + span not in self._taken:
            span += 1
        rows = max(1, min(cell.rowspan, rows_left))
        self._taken.update(dict.fromkeys(range(column, column + span), rows))
        self.begun = max(self.begun, column + 1)
        if (span, rows) == (cell.colspan, cell.rowspan):
            return cell
        return replace(cell, colspan=span, rowspan=rows)

    def free(self) -> int:
        return (self._width or 0) - len(self._taken)

    def next_row(self) -> None:
        self._taken = {column: rows - 1 for column, rows in self._taken.items() if rows > 1}
