"""The tagger: from a laid-out document to a painted, tagged file.

Two private names of WeasyPrint are replaced while pages are painted: the class of the
stream they are painted into, and the painter of lines. The tree itself is written by its
public finisher.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from render.renderers.pdf.layout import LaidOut, margins
from render.renderers.pdf.tagging import links, properties
from render.renderers.pdf.tagging.builder import Builder
from render.renderers.pdf.tagging.lines import LinePainter
from render.renderers.pdf.tagging.nodes import Node
from render.renderers.pdf.tagging.outline import go_to, write_outline
from render.renderers.pdf.tagging.painting import Plan, stream_class
from render.renderers.pdf.tagging.roles import Standard
from render.renderers.pdf.tagging.writing import TreeWriter
from render.renderers.pdf.untyped import PdfFile

_swap = threading.Lock()


class Tagger:
    """Tags one document: made after its layout, used around and at the end of its painting."""

    def __init__(self, laid_out: LaidOut, standard: Standard) -> None:
        document = laid_out.document
        self._document = document
        self._dom = laid_out.dom
        self._standard = standard
        self._builder = Builder(laid_out, laid_out.written, standard)
        links.merge_links(laid_out, self._builder)
        properties.describe(self._builder, document, standard)
        self.plan = Plan(
            content={part.leaf.box: part for part in self._builder.document.contents()},
            furniture={box: edge for page in document.pages for edge, box in margins(page)},
        )
        self._quieten()

    @property
    def root(self) -> Node:
        """The structure tree."""
        return self._builder.document

    @contextmanager
    def painting(
        self, made_into: Callable[[type], type] = lambda tagging: tagging
    ) -> Iterator[None]:
        """While the block runs, pages are painted into streams that mark their content.

        `made_into` may make another class of the streams'.
        """
        with painted_into(
            lambda original: made_into(stream_class(original, self.plan)), self.plan.lines
        ):
            yield
        # The class of the streams holds itself, and would hold all that was painted.
        self.plan.let_go()

    def finish(self, pdf: PdfFile) -> None:
        """Write the tree, the bookmarks and the destinations into the finished file."""
        writer = TreeWriter(pdf, self._document, self._standard)
        writer.write(self._builder.document)
        write_outline(pdf, writer, self._builder.document, self._standard)
        pages = (each for each in pdf.objects if _is_page(each))
        for number, page in enumerate(pages):
            page["StructParents"] = number
            page["Tabs"] = "/S"
        if self._standard == "2.0":
            self._use_structure_destinations(pdf, writer)

    def _quieten(self) -> None:
        """Keep WeasyPrint's own bookmarks out, and anchors for what nobody links to."""
        for page in self._document.pages:
            page.bookmarks = []
            page.anchors = {
                name: place
                for name, place in page.anchors.items()
                if getattr(self._dom.by_id(name), "attrib", {}).get("class") != "sentence"
            }

    def _use_structure_destinations(self, pdf: PdfFile, writer: TreeWriter) -> None:
        for each in pdf.objects:
            if isinstance(each, dict) and each.get("Subtype") == "/Link" and "Dest" in each:
                node = self._builder.by_id(each.pop("Dest").string)
                place, structure = writer.destination(node) if node else (None, None)
                if place is not None:
                    each["A"] = go_to(place, structure)
        pdf.catalog.get("Names", {}).pop("Dests", None)


@contextmanager
def painted_into(make: Callable[[type], type], lines: LinePainter) -> Iterator[None]:
    """While the block runs, WeasyPrint paints pages into the class made from its own."""
    import weasyprint.draw.text
    import weasyprint.pdf

    with _swap:
        stream, draw_line = weasyprint.pdf.Stream, weasyprint.draw.text.draw_first_line
        weasyprint.pdf.Stream = make(stream)
        weasyprint.draw.text.draw_first_line = lines.instead_of(draw_line)
        try:
            yield
        finally:
            weasyprint.pdf.Stream = stream
            weasyprint.draw.text.draw_first_line = draw_line


def _is_page(each: object) -> bool:
    return isinstance(each, dict) and each.get("Type") == "/Page"
