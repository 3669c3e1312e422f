"""The stream that a page is painted into: marks every piece as content or as artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from render.renderers.pdf.layout import Box, Edge
from render.renderers.pdf.tagging import repair
from render.renderers.pdf.tagging.fontuse import FontUse, space_glyph
from render.renderers.pdf.tagging.nodes import Content


@dataclass(slots=True)
class Plan:
    """What each box is: content with its text, or furniture at an edge of the page.

    A box in neither is an artifact of the layout: leaders, decoration, repeated heads.
    """

    content: dict[Box, Content]
    furniture: dict[Box, Edge]
    fonts: FontUse = field(default_factory=FontUse)


def stream_class(parent: type, plan: Plan) -> type:
    """A class to paint pages with, in place of WeasyPrint's Stream, for one document."""
    import pydyf

    def artifact_of(box: Box | None) -> Any:
        edge = plan.furniture.get(box)
        if edge is None:
            return pydyf.Dictionary({"Type": "/Layout"})
        side = "/Top" if edge == "Header" else "/Bottom"
        return pydyf.Dictionary(
            {"Type": "/Pagination", "Subtype": f"/{edge}", "Attached": pydyf.Array([side])}
        )

    class TaggedStream(parent):  # type: ignore[misc]
        """Marks content by MCID and everything else as artifact."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.mcid_count = 0
            self._depth = 0
            self._shown: list[repair.Shown] | None = None
            self._text_begin = 0
            self._stray = False
            self._fonts_by_name: dict[str, Any] = {}

        @contextmanager
        def marked(self, box: Box, tag: str) -> Iterator[None]:
            content = plan.content.get(box)
            if content is None or self._depth:
                with self._artifact(box):
                    yield
                return
            opening = len(self.stream)
            properties = pydyf.Dictionary({"MCID": self.mcid_count})
            self.begin_marked_content(content.tag, properties)
            self._depth, self._shown = 1, []
            try:
                yield
            finally:
                painted = len(self.stream) > opening + 3
                if painted:
                    self._repair(content)
                    self.end_marked_content()
                    content.mcids.append(self.mcid_count)
                    self.mcid_count += 1
                else:
                    del self.stream[opening:]
                self._depth, self._shown = 0, None

        @contextmanager
        def artifact(self) -> Iterator[None]:
            with self._artifact(None):
                yield

        @contextmanager
        def _artifact(self, box: Box | None) -> Iterator[None]:
            # Marked content does not nest (ISO 14289-1, 7.1): what surrounds decides.
            if self._depth:
                yield
                return
            self.begin_marked_content("Artifact", artifact_of(box))
            self._depth = 1
            try:
                yield
            finally:
                self.end_marked_content()
                self._depth = 0

        def begin_text(self) -> None:
            self._stray = not self._depth
            if self._stray:  # some list markers are painted without being marked
                self.begin_marked_content("Artifact", artifact_of(None))
            super().begin_text()
            self._text_begin = len(self.stream) - 1

        def end_text(self) -> None:
            super().end_text()
            if self._stray:
                self.end_marked_content()

        def add_font(self, pango_font: Any) -> tuple[Any, float]:
            font, size = super().add_font(pango_font)
            self._fonts_by_name[font.hash] = font
            return font, size

        def show_text(self, text: str) -> None:
            if self._shown is not None and text:
                font = self._fonts_by_name[self._current_font[0]]
                self._shown.append(repair.Shown(len(self.stream), font, text))
            super().show_text(text)

        def _repair(self, content: Content) -> None:
            shown = self._shown
            if not shown:
                return
            found = plan.fonts.read(shown)
            if repair.reads_as(found, content.text):
                return
            if repair.reads_as(found + " ", content.text) and self._append_space(shown[-1]):
                return
            painted = repair.glyphs(shown)
            self._say(shown, painted, repair.correction(painted, content.text))

        def _append_space(self, last: repair.Shown) -> bool:
            """A real space at the line's end, so that every reader parts the words."""
            code = space_glyph(last.font)
            if code is None or not last.operand.endswith(">"):
                return False
            width = 2 if last.font.bitmap else 4
            self._replace(last.index, f"{last.operand[:-1]}{code:0{width}x}>")
            return True

        def _say(
            self,
            shown: list[repair.Shown],
            painted: list[repair.Glyph],
            wanted: repair.Correction,
        ) -> None:
            if not painted:
                return
            opening = pydyf.Dictionary({"ActualText": pydyf.String(wanted.text)})
            if wanted.first == 0 and wanted.last == len(painted):
                self.stream.append(b"EMC")
                self.stream[self._text_begin : self._text_begin] = ["/Span", opening, b"BDC"]
                return
            first, last = painted[wanted.first], painted[wanted.last - 1]
            # From the end, so that earlier indices stay true.
            self._split(shown[last.shown], last.end, [b"EMC"])
            head = shown[first.shown]
            if first.shown == last.shown:
                head = repair.Shown(head.index, head.font, f"{head.operand[: last.end]}>")
            self._split(head, first.begin, ["/Span", opening, b"BDC"])

        def _split(self, shown: repair.Shown, at: int, between: list[Any]) -> None:
            before = f"{shown.operand[:at]}>".replace("<>", "")
            after = f"<{shown.operand[at:]}".replace("<>", "")
            pieces = [self._operation(before), *between, self._operation(after)]
            self.stream[shown.index : shown.index + 1] = [piece for piece in pieces if piece]

        def _replace(self, index: int, operand: str) -> None:
            self.stream[index] = self._operation(operand)

        @staticmethod
        def _operation(operand: str) -> bytes:
            return b"[" + operand.encode() + b"] TJ" if operand else b""

    return TaggedStream
