"""Bookmarks: one for each heading, leading to its structure element."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from render.renderers.pdf.tagging.nodes import Node
from render.renderers.pdf.tagging.roles import Standard
from render.renderers.pdf.tagging.writing import TreeWriter
from render.renderers.pdf.untyped import PdfFile, PdfObject


@dataclass(slots=True)
class _Item:
    node: Node
    level: int
    children: list[_Item] = field(default_factory=list)


def write_outline(pdf: PdfFile, writer: TreeWriter, root: Node, standard: Standard) -> None:
    """Write the bookmarks of all headings, nested by level."""
    top: list[_Item] = []
    open_items: list[_Item] = []
    for node in root.nodes():
        if node.type[0] != "H" or not node.type[1:].isdecimal():
            continue
        item = _Item(node, int(node.type[1:]))
        while open_items and open_items[-1].level >= item.level:
            open_items.pop()
        (open_items[-1].children if open_items else top).append(item)
        open_items.append(item)
    if top:
        import pydyf

        outlines = pydyf.Dictionary({"Type": "/Outlines"})
        pdf.add_object(outlines)
        _Writer(pdf, writer, standard).write(top, outlines)
        pdf.catalog["Outlines"] = outlines.reference


class _Writer:
    def __init__(self, pdf: PdfFile, writer: TreeWriter, standard: Standard) -> None:
        import pydyf

        self._new = pydyf
        self._pdf = pdf
        self._writer = writer
        self._standard = standard

    def write(self, items: list[_Item], parent: PdfObject) -> int:
        """Write one level and all below it; gives the number of items."""
        written = [self._item(item, parent) for item in items]
        for one, following in pairwise(written):
            one["Next"], following["Prev"] = following.reference, one.reference
        count = len(items)
        for item, one in zip(items, written, strict=True):
            if item.children:
                count += self.write(item.children, one)
        parent["First"], parent["Last"] = written[0].reference, written[-1].reference
        parent["Count"] = count
        return count

    def _item(self, item: _Item, parent: PdfObject) -> PdfObject:
        place, structure = self._writer.destination(item.node)
        element = self._writer.object_of(item.node)
        written = self._new.Dictionary(
            {
                "Title": self._new.String(item.node.name()),
                "Parent": parent.reference,
                "SE": element.reference,
            }
        )
        if self._standard == "2.0":
            written["A"] = go_to(place, structure)
        elif place is not None:
            written["Dest"] = place
        self._pdf.add_object(written)
        return written


def go_to(place: PdfObject, structure: PdfObject) -> PdfObject:
    """An action to a structure destination, with the place for readers that know none.

    Required for every destination inside the file by ISO 14289-2, 8.8.
    """
    import pydyf

    return pydyf.Dictionary({"S": "/GoTo", "D": place, "SD": structure})
