"""What is painted: the colours of every stream, and the fonts and pictures it uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from render.checks.pdf_x import spaces
from render.checks.pdf_x.faults import Fault
from render.checks.pdf_x.resources import font_faults, group_faults, image_faults, state_faults
from render.findings import Severity

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_RGB = {"rg": "fill", "RG": "line"}
_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_FILLS_TEXT = frozenset({0, 2, 4, 6})
# Ink of another plate in text that is mostly black.
_DARK, _TRACE = 0.5, 0.1


@dataclass(frozen=True, slots=True)
class _State:
    """The part of the graphics state that decides how text is inked."""

    cmyk: tuple[float, ...] = ()
    mode: int = 0


def inks(pdf: Pdf) -> Iterator[Fault]:
    """Faults of colours, transparency, pictures and fonts."""
    for number, page in enumerate(pdf.pages, 1):
        yield from group_faults(page.obj.get("/Group"), number)
        painted = _Painted(number)
        yield from painted.stream(page.obj, page.obj.get("/Resources"), _State())


class _Painted:
    """Everything that one page paints, forms and patterns once each."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._seen: set[Any] = set()

    def stream(self, stream: Object, resources: Any, state: _State) -> Iterator[Fault]:  # noqa: ANN401
        import pikepdf

        if resources is None:
            resources = {}
        yield from self._resources(resources)
        stack: list[_State] = []
        for instruction in pikepdf.parse_content_stream(stream):
            operands, name = list(instruction.operands), str(instruction.operator)
            if name == "q":
                stack.append(state)
            elif name == "Q":
                state = stack.pop() if stack else state
            elif name in _TEXT:
                yield from self._text(state)
            elif name == "Do":
                yield from self._draw(resources["/XObject"][str(operands[0])], resources, state)
            elif name == "INLINE IMAGE":
                yield from self._space(operands[0].obj.get("/ColorSpace"), resources, "picture")
            else:
                yield from self._colour(name, operands, resources)
                state = _after(state, name, operands)

    def _text(self, state: _State) -> Iterator[Fault]:
        if state.mode not in _FILLS_TEXT or len(state.cmyk) != 4:
            return
        *colours, black = state.cmyk
        if black >= _DARK and max(colours) > _TRACE:
            written = " ".join(f"{each:g}" for each in state.cmyk)
            message = f"text is printed in four inks ({written}), not in black alone"
            yield Fault("PDFX-132", message, self._page, Severity.WARNING)

    def _colour(self, name: str, operands: list[Any], resources: Any) -> Iterator[Fault]:  # noqa: ANN401
        if name in _RGB:
            yield Fault("PDFX-130", f"a {_RGB[name]} has a colour of a screen (RGB)", self._page)
        elif name in {"cs", "CS"}:
            yield from self._space(operands[0], resources, "colour")
        elif name == "sh":
            shading = resources["/Shading"][str(operands[0])]
            yield from self._space(shading.get("/ColorSpace"), resources, "gradient")
        elif name in {"scn", "SCN"} and operands and str(operands[-1]).startswith("/"):
            yield from self._pattern(resources["/Pattern"][str(operands[-1])], resources)
        elif name == "gs":
            yield from state_faults(resources["/ExtGState"][str(operands[0])], self._page)

    def _pattern(self, pattern: Object, resources: Any) -> Iterator[Fault]:  # noqa: ANN401
        if pattern.get("/PatternType") == 2:
            yield from self._space(pattern.Shading.get("/ColorSpace"), resources, "gradient")
        elif self._is_new(pattern):
            yield from self.stream(pattern, pattern.get("/Resources", resources), _State())

    def _draw(self, drawn: Object, resources: Any, state: _State) -> Iterator[Fault]:  # noqa: ANN401
        if not self._is_new(drawn):
            return
        if drawn.get("/Subtype") == "/Form":
            yield from group_faults(drawn.get("/Group"), self._page)
            yield from self.stream(drawn, drawn.get("/Resources", resources), state)
            return
        yield from self._space(drawn.get("/ColorSpace"), resources, "picture")
        yield from image_faults(drawn, self._page)

    def _resources(self, resources: Any) -> Iterator[Fault]:  # noqa: ANN401
        for font in dict(resources.get("/Font", {})).values():
            if not self._is_new(font):
                continue
            yield from font_faults(font, self._page)
            for glyph in dict(font.get("/CharProcs", {})).values():
                yield from self.stream(glyph, font.get("/Resources", {}), _State())

    def _space(self, space: Any, resources: Any, what: str) -> Iterator[Fault]:  # noqa: ANN401
        kind = spaces.screen_kind(space, dict(resources.get("/ColorSpace", {})))
        if kind == "device":
            yield Fault("PDFX-130", f"a {what} has colours of a screen (RGB)", self._page)
        elif kind == "calibrated":
            message = f"a {what} has calibrated colours of a screen, which the press must convert"
            yield Fault("PDFX-131", message, self._page, Severity.WARNING)

    def _is_new(self, held: Object) -> bool:
        key = held.objgen
        if key != (0, 0) and key in self._seen:
            return False
        self._seen.add(key)
        return True


def _after(state: _State, name: str, operands: list[Any]) -> _State:
    """The state after one operation."""
    if name == "k":
        return replace(state, cmyk=tuple(map(float, operands)))
    if name in {"g", "rg", "cs", "sc", "scn"}:
        return replace(state, cmyk=())
    if name == "Tr":
        return replace(state, mode=int(operands[0]))
    return state
