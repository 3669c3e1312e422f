"""Tables whose rows are set one below the other, each value beside the name of its column.

For tables that are too wide for their page or column, and for every table where a theme's letters
are too large for columns: it asks with `:root { --tables: stacked }` in print.css.
The tags say a table all the same; the names are there for the eye alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from render.renderers.pdf.layout import wrapped_tables
from render.renderers.pdf.tagging.tables import headings
from render.renderers.pdf.tagging.written import own_words
from render.renderers.pdf.untyped import Document

CLASS, NARROW_CLASS = "stacked", "narrow"
_ASKED = re.compile(r"--tables\s*:\s*(stacked|fitting)\b")
# Sums of column widths may differ from that of the page in their last digits.
_TOLERANCE_PX = 0.5
# Two columns fit in letters of any size.
_FEWEST_COLUMNS = 3


def are_all_stacked(css: str) -> bool:
    """Whether a style wants every table stacked, not only those that are too wide."""
    return _ASKED.findall(css)[-1:] == ["stacked"]


def too_wide(document: Document) -> frozenset[Element]:
    """The tables that cross an edge of what they stand in, and all tables inside them."""
    crossing = (
        wrapper.element
        for wrapper, around in wrapped_tables(document)
        if wrapper.border_box_x() < around.content_box_x() - _TOLERANCE_PX
        or wrapper.border_box_x() + wrapper.border_width()
        > around.content_box_x() + around.width + _TOLERANCE_PX
    )
    return frozenset(inner for table in crossing for inner in table.iter("table"))


def stack_tables(tables: Iterable[Element]) -> None:
    """Mark these tables, and write in each cell of three columns or more what heads it.

    Those of fewer columns are marked as narrow: their words may break anywhere.
    """
    for table in tables:
        is_narrow = max((len(row) for row in table.iter("tr")), default=0) < _FEWEST_COLUMNS
        mark = NARROW_CLASS if is_narrow else CLASS
        table.set("class", f"{table.get('class', '')} {mark}".strip())
        if is_narrow:
            continue
        rows = {cell: row for row in table.iter("tr") for cell in row}
        for cell, heads in headings(table).items():
            # What heads the row stands above the cell, unless it spans from an earlier row.
            away = (head for head in heads if rows[head] is not rows[cell])
            if name := ", ".join(filter(None, map(_words, away))):
                _label(cell, name)


def _label(cell: Element, name: str) -> None:
    label = Element("span", {"class": "cell-label", "aria-hidden": "true"})
    label.text, label.tail = f"{name}: ", cell.text
    cell.text = None
    cell.insert(0, label)


def _words(element: Element) -> str:
    return " ".join("".join(own_words(element)).split())
