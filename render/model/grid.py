"""Whether a table is a regular grid, as HTML 4.9.12 and PDF/UA-1 7.5 want it."""

from render.model.nodes import Row, Table

COLSPAN_LIMIT = 1_000


def is_grid(table: Table) -> bool:
    """Whether the cells cover one rectangle, head, body and foot alike: no overlap, no hole."""
    widths: set[int] = set()
    for part in ("head", "body", "foot"):
        rows = [row for row in table.rows if row.section == part]
        found = _width(rows)
        if found is None:
            return False
        widths |= found
    return len(widths) <= 1


def _width(rows: list[Row]) -> set[int] | None:
    """The widths of all rows, or None where a span runs into a cell or out of the part."""
    widths: set[int] = set()
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while column in taken:
                column += 1
            if not (1 <= cell.rowspan <= len(rows) - number and 1 <= cell.colspan <= COLSPAN_LIMIT):
                return None
            covered = range(column, column + cell.colspan)
            if any(place in taken for place in covered):
                return None
            taken.update(dict.fromkeys(covered, cell.rowspan))
        if taken and max(taken) != len(taken) - 1:
            return None
        widths.add(len(taken))
        taken = {column: rows_left - 1 for column, rows_left in taken.items() if rows_left > 1}
    return widths
