"""Data tables, with the scope of each header read from the grid."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby, repeat
from typing import Literal

from markupsafe import Markup

from render.markup.attributes import attributes, page_marker
from render.markup.context import Context
from render.markup.elements import element, text
from render.markup.inlines import inlines
from render.markup.regions import scroll_region
from render.markup.textblocks import tight_blocks
from render.model import Cell, Code, Image, Math, Row, Table, Text
from render.model.walk import walk

_PARTS = {"head": "thead", "body": "tbody", "foot": "tfoot"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its top left corner in the grid."""

    cell: Cell
    row: int
    column: int
    scope: Literal["col", "row"] | None


def table(node: Table, ctx: Context) -> Markup:
    """The table: caption, then head, body and foot, in a region that may scroll on its own."""
    rows = _in_order(node)
    grid = placed(node)
    headers = _headers(grid) if _needs_headers(grid) else {}
    lines = [_row(row, cells, headers, ctx) for row, cells in zip(rows, grid, strict=True)]
    parts = [
        element(_PARTS[part], {}, Markup("\n"), *(line for _, line in pairs)) + Markup("\n")
        for part, pairs in groupby(zip(rows, lines, strict=True), key=lambda pair: pair[0].section)
    ]
    summary_id = ctx.unused_id(f"{node.id or 'table'}-summary")
    named = attributes(node, ctx, aria_describedby=summary_id if node.summary else None)
    written = element("table", named, Markup("\n"), _caption(node, ctx), *parts)
    return (
        page_marker(node.id, ctx)
        + _summary(node, summary_id)
        + scroll_region(
            written, _caption_id(node) if node.caption else None, ctx.dialect.labels.table, ctx
        )
    )


def placed(node: Table) -> tuple[tuple[Placed, ...], ...]:
    """The cells of each row in their places, spans counted, as the HTML table model does."""
    taken: set[tuple[int, int]] = set()
    rows = []
    for row_index, row in enumerate(_in_order(node)):
        column = 0
        found = []
        for cell in row.cells:
            while (row_index, column) in taken:
                column += 1
            below = range(row_index, row_index + cell.rowspan)
            beside = range(column, column + cell.colspan)
            taken.update((r, c) for r in below for c in beside)
            found.append(Placed(cell, row_index, column, _scope(cell, row)))
        rows.append(tuple(found))
    return tuple(rows)


def is_header(cell: Cell) -> bool:
    """Whether a cell heads others: an empty corner does not, and would be announced as blank."""
    return cell.header and any(
        isinstance(node, Text | Image | Math | Code)
        for block in cell.children
        for node in walk(block)
    )


def _in_order(node: Table) -> list[Row]:
    # HTML wants the head first and the foot last, wherever the source has them.
    order = {"head": 0, "body": 1, "foot": 2}
    return sorted(node.rows, key=lambda row: order[row.section])


def _scope(cell: Cell, row: Row) -> Literal["col", "row"] | None:
    if not is_header(cell):
        return None
    if cell.scope is not None:
        # A group needs col elements around it; `col` and `row` reach all that a span covers.
        return "col" if cell.scope.startswith("col") else "row"
    heads_columns = row.section == "head" or all(other.header for other in row.cells)
    return "col" if heads_columns else "row"


def _needs_headers(grid: tuple[tuple[Placed, ...], ...]) -> bool:
    """True where a header spans, so that scope alone leaves readers guessing (WCAG H43)."""
    return any(
        is_header(place.cell) and (place.cell.colspan > 1 or place.cell.rowspan > 1)
        for row in grid
        for place in row
    )


def _headers(grid: tuple[tuple[Placed, ...], ...]) -> dict[tuple[int, int], str]:
    """The ids of the headers of each data cell, by its row and column: columns first."""
    places = [place for row in grid for place in row]
    heads = [place for place in places if is_header(place.cell) and place.cell.id]
    heads.sort(key=lambda head: head.scope == "row")
    return {
        (place.row, place.column): " ".join(
            str(head.cell.id) for head in heads if _heads(head, place)
        )
        for place in places
        if not is_header(place.cell)
    }


def _heads(head: Placed, place: Placed) -> bool:
    if head.scope == "col":
        shared = _overlap(head.column, head.cell.colspan, place.column, place.cell.colspan)
        return shared and head.row < place.row
    shared = _overlap(head.row, head.cell.rowspan, place.row, place.cell.rowspan)
    return shared and head.column < place.column


def _overlap(begin: int, length: int, other_begin: int, other_length: int) -> bool:
    return begin < other_begin + other_length and other_begin < begin + length


def _row(
    row: Row, cells: tuple[Placed, ...], headers: dict[tuple[int, int], str], ctx: Context
) -> Markup:
    # A row may not hold the marker of its own page: its first cell does.
    openings = chain((page_marker(row.id, ctx),), repeat(Markup("")))
    written = [
        _cell(place, headers, opening, ctx) for place, opening in zip(cells, openings, strict=False)
    ]
    return element("tr", attributes(row, ctx), Markup("\n"), *written) + Markup("\n")


def _cell(
    place: Placed, headers: dict[tuple[int, int], str], opening: Markup, ctx: Context
) -> Markup:
    cell = place.cell
    named = attributes(
        cell,
        ctx,
        colspan=cell.colspan if cell.colspan > 1 else None,
        rowspan=cell.rowspan if cell.rowspan > 1 else None,
        headers=headers.get((place.row, place.column)) or None,
        scope=place.scope,
        abbr=cell.abbr if is_header(cell) else None,
    )
    content = page_marker(cell.id, ctx) + tight_blocks(cell.children, ctx)
    return element("th" if is_header(cell) else "td", named, opening, content) + Markup("\n")


def _caption(node: Table, ctx: Context) -> Markup:
    if not node.caption:
        return Markup("")
    return element("caption", {"id": _caption_id(node)}, inlines(node.caption, ctx)) + Markup("\n")


def _caption_id(node: Table) -> str:
    return f"{node.id or 'table'}-caption"


def _summary(node: Table, id_: str) -> Markup:
    if not node.summary:
        return Markup("")
    return element("p", {"class": "table-summary", "id": id_}, text(node.summary)) + Markup("\n")
