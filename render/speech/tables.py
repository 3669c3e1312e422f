"""Tables said aloud: caption, size, header cells, then each cell after its column's header."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from render.markup.tables import Placed, placed
from render.model import Block, Cell, Inline, Paragraph, Table
from render.model.walk import plain_text
from render.speech.parts import announced
from render.speech.roles import PAUSES_S
from render.speech.setting import Setting, followed, paragraph, preceded, text_units
from render.speech.units import Unit

BlockUnits = Callable[[tuple[Block, ...], Setting], Iterator[Unit]]


def table_units(table: Table, setting: Setting, block_units: BlockUnits) -> Iterator[Unit]:
    """The units of a table. `block_units` says the blocks inside a cell."""
    size = _size(table, setting)
    caption = list(text_units(f"{table.id}-caption", table.caption, setting.with_role("caption")))
    yield from followed(iter(caption), size, setting)
    rows = _rows(table, setting, block_units)
    yield from paragraph(rows if caption else preceded(rows, size, setting))


def _rows(table: Table, setting: Setting, block_units: BlockUnits) -> Iterator[Unit]:
    grid = placed(table)
    heads = [place for row in grid for place in row if place.scope == "col"]
    for row in grid:
        for place in row:
            yield from _cell(place, _column_header(place, heads), setting, block_units)


def _cell(place: Placed, header: str, setting: Setting, block_units: BlockUnits) -> Iterator[Unit]:
    cell = place.cell
    role = "header-cell" if cell.header else "cell"
    inside = setting.within(cell.lang).with_role(role)
    said = list(_with_role(block_units(cell.children, inside), inside.role))
    if not said and not cell.header and setting.words and cell.id:
        said = [_empty_cell(cell, setting)]
    yield from preceded(iter(said), f"{header}:" if header else "", setting)


def _with_role(units: Iterator[Unit], role: str) -> Iterator[Unit]:
    """Cells are short: the pause of a cell, not of a paragraph, stands around each."""
    before, after = PAUSES_S[role]
    for unit in units:
        yield replace(unit, pause_before_s=before, pause_after_s=after)


def _empty_cell(cell: Cell, setting: Setting) -> Unit:
    words = setting.words.empty_cell if setting.words else ""
    before, after = PAUSES_S["cell"]
    part = announced(words, setting.lang)
    return Unit(cell.id or "", "cell", setting.lang, "", (part,), before, after)


def _column_header(place: Placed, heads: list[Placed]) -> str:
    """The headers over a data cell, from the top down, as words."""
    if place.cell.header:
        return ""
    over = [
        head.cell.abbr or _words(head.cell)
        for head in heads
        if head.row < place.row
        and head.column < place.column + place.cell.colspan
        and place.column < head.column + head.cell.colspan
    ]
    return ", ".join(filter(None, over))


def _words(cell: Cell) -> str:
    found: list[tuple[Inline, ...]] = [
        block.children for block in cell.children if isinstance(block, Paragraph)
    ]
    return " ".join(plain_text(inlines) for inlines in found).strip()


def _size(table: Table, setting: Setting) -> str:
    if not setting.words or not table.rows:
        return ""
    grid = placed(table)
    columns = max((place.column + place.cell.colspan for row in grid for place in row), default=0)
    return setting.words.table_size.format(rows=len(table.rows), columns=columns)
