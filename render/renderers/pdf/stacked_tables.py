"""Tables whose rows are set one below the other, each value beside the name of its column.

For themes whose letters are too large for columns: those that have rules for `.stacked`.
The tags say a table all the same; the names are there for the eye alone.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from render.renderers.pdf.tagging.tables import headings
from render.renderers.pdf.tagging.written import own_words

CLASS = "stacked"
# Two columns fit in letters of any size.
_FEWEST_COLUMNS = 3


def stack_tables(root: Element) -> None:
    """Mark every table of three columns or more, and write in each cell what heads it."""
    for table in list(root.iter("table")):
        if max((len(row) for row in table.iter("tr")), default=0) < _FEWEST_COLUMNS:
            continue
        table.set("class", f"{table.get('class', '')} {CLASS}".strip())
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
