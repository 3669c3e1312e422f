"""The stream that a page is painted into: marks every piece as content or as artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from render.renderers.pdf.layout import Edge
from render.renderers.pdf.tagging import repair
from render.renderers.pdf.tagging.fontuse import FontUse
from render.renderers.pdf.tagging.lines import LinePainter
from render.renderers.pdf.tagging.nodes import Content
from render.renderers.pdf.untyped import Box, Font, PdfObject


@dataclass(slots=True)
class Plan:
    """What each box is: content with its text, or furniture at an edge of the page.

    A box in neither is an artifact of the layout: leaders, decoration, repeated heads.
    """

    content: dict[Box, Content]
    furniture: dict[Box, Edge]
    fonts: FontUse = field(default_factory=FontUse)
    lines: LinePainter = field(default_factory=LinePainter)

    def let_go(self) -> None:
        """Forget the boxes, when they are painted."""
        self.content.clear()
        self.furniture.clear()
        self.lines = LinePainter()


def stream_class(parent: type, plan: Plan) -> type:
    """A class to paint the pages of one document with, in place of WeasyPrint's Stream."""
    return type("TaggedStream", (_Marking, parent), {"plan": plan})


class _Marking:
    """Marks content by MCID and everything else as artifact; mixed into a stream.

    `stream` is the list of operations so far, as pydyf has it.
    """

    plan: Plan
    stream: list[Any]
    # Of the engine: name and size of the font, in this text object and in the last.
    _current_font: tuple[str, float] | None
    _old_font: tuple[str, float] | None
    # Those of the document, by a key of its own.
    _fonts: dict[Any, Font]

    def __init__(self, *positional: object, **named: object) -> None:
        super().__init__(*positional, **named)
        self._mcid_count = 0
        self._is_marking = False
        self._is_stray_text = False
        self._text_begin = 0
        self._shown: list[repair.Shown] = []

    def marked(self, box: Box, _tag: str) -> AbstractContextManager[None]:
        """While the block runs, what is painted is the content of `box`."""
        content = self.plan.content.get(box)
        if content is None or self._is_marking:
            return self._artifact(self.plan.furniture.get(box))
        return _Marked(self, content)

    def begin_content(self, content: Content) -> int:
        """Open marked content; gives the length of the stream then."""
        self.stream.append(b"/%b <</MCID %d>> BDC" % (content.tag.encode(), self._mcid_count))
        self._is_marking, self._shown = True, []
        return len(self.stream)

    def end_content(self, content: Content, opening: int) -> None:
        """Close marked content, put right how it reads, or take it back where nothing is in it."""
        self._is_marking = False
        if len(self.stream) == opening:
            del self.stream[opening - 1 :]
            return
        self._repair(content.text)
        self._end()
        content.mcids.append(self._mcid_count)
        self._mcid_count += 1

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """While the block runs, what is painted is decoration."""
        with self._artifact(None):
            yield

    def begin_text(self) -> None:
        """Begin a text object; some list markers are painted without being marked."""
        self._is_stray_text = not self._is_marking
        if self._is_stray_text:
            self._begin(b"Artifact", _artifact(None))
        super().begin_text()  # type: ignore[misc]
        # A font outlives its text object (ISO 32000-2, 9.3.1): it is not said for every line.
        self._current_font = self._current_font or self._old_font
        self._text_begin = len(self.stream) - 1

    def pop_state(self) -> None:
        """Return to the state before."""
        super().pop_state()  # type: ignore[misc]
        self._old_font = None

    def end_text(self) -> None:
        """End the text object."""
        super().end_text()  # type: ignore[misc]
        if self._is_stray_text:
            self._end()

    def show_text(self, text: str) -> None:
        """Paint glyphs."""
        # Kerning by nothing parts nearly every glyph, and says nothing.
        text = text.replace(">0<", "").replace("><", "")
        text = text[:-1] if text.endswith(">0") else text
        if self._is_marking and text:
            name, _size = self._current_font or ("", 0)
            font = self.plan.fonts.named(name, self._fonts.values())
            self._shown.append(repair.Shown(len(self.stream), font, text))
        super().show_text(text)  # type: ignore[misc]

    def show_glyphs(self, font: Font, operand: str, reading: str) -> None:
        """Paint glyphs of which it is known how they read."""
        if self._is_marking:
            self.plan.fonts.meet(font)
            self._shown.append(repair.Shown(len(self.stream), font, operand, reading))
        self.stream.append(_show(operand))

    @contextmanager
    def _artifact(self, edge: Edge | None) -> Iterator[None]:
        # Marked content does not nest (ISO 14289-1, 7.1): what surrounds decides.
        if self._is_marking:
            yield
            return
        self._begin(b"Artifact", _artifact(edge))
        self._is_marking, self._shown = True, []
        try:
            yield
        finally:
            self._end()
            self._is_marking = False

    def _begin(self, tag: bytes, properties: bytes) -> None:
        self.stream.append(b"/%b %b BDC" % (tag, properties))

    def _end(self) -> None:
        self.stream.append(b"EMC")

    def _repair(self, written: str) -> None:
        if not self._shown:
            return
        found = "".join(map(repair.reading, self._shown))
        if found == written:
            return
        lacks_space = f"{found} " == written  # as most lines do
        if not lacks_space:
            # A space that layout left at the end of a block is idle.
            if repair.reads_as(found, written) or repair.reads_as(found, f"{written} "):
                return
            lacks_space = repair.reads_as(f"{found} ", written)
        if lacks_space and self._append_space(self._shown[-1]):
            return
        painted = repair.glyphs(self._shown)
        if painted:
            self._say(painted, repair.correction(painted, written))

    def _append_space(self, last: repair.Shown) -> bool:
        """Paint a real space at the line's end, so that every reader parts the words."""
        space = self.plan.fonts.space(last.font)
        if space is None:
            return False
        self.stream[last.place] = _show(f"{last.operand}{space}".replace("><", ""))
        return True

    def _say(self, painted: list[repair.Glyph], wanted: repair.Correction) -> None:
        """Put the glyphs that read wrongly between marks that say what they stand for."""
        opening = ["/Span", _dictionary({"ActualText": _string(wanted.text)}), b"BDC"]
        if wanted.first == 0 and wanted.last == len(painted):
            self.stream.append(b"EMC")
            self.stream[self._text_begin : self._text_begin] = opening
            return
        first, last = painted[wanted.first], painted[wanted.last - 1]
        # From the end, so that earlier indices stay true.
        self._split(self._shown[last.shown], last.end, [b"EMC"])
        head = self._shown[first.shown]
        if first.shown == last.shown:
            head = repair.Shown(head.place, head.font, f"{head.operand[: last.end]}>")
        self._split(head, first.begin, opening)

    def _split(self, shown: repair.Shown, at: int, between: list[Any]) -> None:
        # A space, as an empty string may stand between two numbers.
        before = f"{shown.operand[:at]}>".replace("<>", " ")
        after = f"<{shown.operand[at:]}".replace("<>", " ")
        pieces = [
            *([_show(before)] if before.strip() else []),
            *between,
            *([_show(after)] if after.strip() else []),
        ]
        self.stream[shown.place : shown.place + 1] = pieces


class _Marked:
    """The block in which one box is painted: a generator would take twice the time, for each."""

    __slots__ = ("_content", "_opening", "_stream")

    def __init__(self, stream: _Marking, content: Content) -> None:
        self._stream, self._content, self._opening = stream, content, 0

    def __enter__(self) -> None:
        self._opening = self._stream.begin_content(self._content)

    def __exit__(self, *_: object) -> None:
        self._stream.end_content(self._content, self._opening)


def _artifact(edge: Edge | None) -> bytes:
    """The properties of an artifact (ISO 32000-2, 14.8.2.2.2)."""
    if edge is None:
        return b"<</Type /Layout>>"
    side = b"Top" if edge == "Header" else b"Bottom"
    return b"<</Type /Pagination/Subtype /%b/Attached [/%b]>>" % (edge.encode(), side)


def _show(operand: str) -> bytes:
    return b"[" + operand.encode() + b"] TJ"


# pydyf comes with WeasyPrint, which may be imported only after fonts are confined.
def _dictionary(values: dict[str, Any]) -> PdfObject:
    import pydyf

    return pydyf.Dictionary(values)


def _string(text: str) -> PdfObject:
    import pydyf

    return pydyf.String(text)
