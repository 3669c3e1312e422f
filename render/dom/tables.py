"""Data tables with their headers; tables that only lay out become blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from render.dom.attributes import node_attributes, omission_rule, roles
from render.dom.mapping import Child, Mapper, Piece
from render.dom.tree import Element
from render.model import Cell, Inline, Paragraph, Row, Table

RowSection = Literal["head", "body", "foot"]
_SECTIONS: dict[str, RowSection] = {"thead": "head", "tbody": "body", "tfoot": "foot"}
# HTML, section 4.9.11: the greatest column span; no table has more rows than this reader allows.
_COLSPAN_LIMIT = 1000
# Prose this long in one cell, with no header in sight, is layout.
_LAYOUT_CELL_CHARACTERS = 400


def table(element: Element, mapper: Mapper) -> list[Piece]:
    """A table, or its cells' blocks in reading order when it is layout."""
    rows = list(_rows(element))
    if is_layout(element, rows):
        return _unfolded(element, rows, mapper)
    caption = _caption(element, mapper)
    named = _named_headers(rows)
    made = [_row(row, section, left, named, mapper) for row, section, left in _measured(rows)]
    made = [row for row in made if row.cells]
    if not made:
        return [Paragraph(children=caption)] if caption else []
    if not any(cell.header for row in made for cell in row.cells):
        mapper.account.warn(
            "HTML-011", "table has no header cells", element, "mark headers with th"
        )
    # Foot rows stand last in every edition, wherever HTML 4 put them.
    made.sort(key=lambda row: ("head", "body", "foot").index(row.section))
    summary = " ".join(element.get("summary").split()) or None
    return [Table(rows=tuple(made), caption=caption, summary=summary)]


def is_layout(element: Element, rows: list[tuple[Element, RowSection]]) -> bool:
    """Whether a table only places things: told so, or without any sign of data."""
    role = roles(element)
    if role & {"presentation", "none"}:
        return True
    if role & {"table", "grid", "treegrid"} or element.get("summary"):
        return False
    cells = [cell for row, _ in rows for cell in _cells(row)]
    if any(cell.tag == "th" or cell.get("scope") or cell.get("headers") for cell in cells):
        return False
    if any(
        isinstance(child, Element) and child.tag in {"caption", "thead", "tfoot", "colgroup"}
        for child in element.children
    ):
        return False
    widest = max((len(_cells(row)) for row, _ in rows), default=0)
    if len(rows) <= 1 or widest <= 1:
        return True
    return any(
        cell.find("table", "h1", "h2", "h3", "form") is not None
        or len(cell.text()) > _LAYOUT_CELL_CHARACTERS
        for cell in cells
    )


def _rows(element: Element) -> Iterator[tuple[Element, RowSection]]:
    for child in element.children:
        if not isinstance(child, Element):
            continue
        if child.tag == "tr":
            yield child, "body"
        elif child.tag in _SECTIONS:
            for row in child.children:
                if isinstance(row, Element) and row.tag == "tr":
                    yield row, _SECTIONS[child.tag]


def _cells(row: Element) -> list[Element]:
    return [
        child for child in row.children if isinstance(child, Element) and child.tag in {"td", "th"}
    ]


def _measured(
    rows: list[tuple[Element, RowSection]],
) -> Iterator[tuple[Element, RowSection, int]]:
    """Each row with the number of rows left in its section, itself included."""
    for index, (row, section) in enumerate(rows):
        left = 0
        for _, other in rows[index:]:
            if other != section:
                break
            left += 1
        yield row, section, left


def _unfolded(
    element: Element, rows: list[tuple[Element, RowSection]], mapper: Mapper
) -> list[Piece]:
    pieces: list[Piece] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "caption":
            pieces.extend(mapper.pieces(child.children))
    for row, _ in rows:
        for cell in _cells(row):
            pieces.extend(mapper.pieces(cell.children))
    return pieces


def _caption(element: Element, mapper: Mapper) -> tuple[Inline, ...]:
    found: list[Child] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "caption":
            found.extend([" ", *child.children])
    return mapper.inlines(found)


def _named_headers(rows: list[tuple[Element, RowSection]]) -> frozenset[str]:
    """Ids that `headers` attributes name: such a cell is a header, `th` or not."""
    return frozenset(
        name for row, _ in rows for cell in _cells(row) for name in cell.get("headers").split()
    )


def _row(
    row: Element, section: RowSection, left: int, named: frozenset[str], mapper: Mapper
) -> Row:
    cells: list[Cell] = []
    for cell in _cells(row):
        rule = omission_rule(cell, mapper.account)
        if rule is not None:
            mapper.account.drop(cell, rule)
            continue
        scope = cell.get("scope").lower()
        header = (
            cell.tag == "th"
            or section == "head"
            or cell.get("id") in named
            or bool(roles(cell) & {"columnheader", "rowheader"})
        )
        if not scope and "rowheader" in roles(cell):
            scope = "row"
        cells.append(
            Cell(
                children=mapper.blocks(cell.children),
                header=header,
                scope=cast("Literal['col', 'row', 'colgroup', 'rowgroup']", scope)
                if header and scope in {"col", "row", "colgroup", "rowgroup"}
                else None,
                colspan=_span(cell, "colspan", _COLSPAN_LIMIT, mapper),
                rowspan=_span(cell, "rowspan", left, mapper),
                abbr=" ".join(cell.get("abbr").split()) or None,
                **node_attributes(cell, mapper.account),
            )
        )
    return Row(cells=tuple(cells), section=section, **node_attributes(row, mapper.account))


def _span(cell: Element, name: str, limit: int, mapper: Mapper) -> int:
    written = cell.get(name)
    if not written:
        return 1
    if not written.isdecimal() or len(written) > 9:
        mapper.account.warn("HTML-012", f"{name} '{written[:30]}' is read as 1", cell)
        return 1
    value = int(written)
    if value == 0:
        return limit if name == "rowspan" else 1
    if value > limit:
        mapper.account.warn("HTML-012", f"{name} {value} is cut to {limit}", cell)
    return min(value, limit)
