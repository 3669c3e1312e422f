"""The marked content of one page: text by MCID, artifacts, and what is neither."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from render.pdf_reading.fonts import Decoder
from render.pdf_reading.values import Artifact, Words

if TYPE_CHECKING:
    from pikepdf import Object

# The numbers of marked content are those of the page, or of a form with a place of its own.
PAGE = (0, 0)

_TEXT_OPERATORS = frozenset({"Tj", "TJ", "'", '"'})
# What paints, and how we tell of it; an image inside the stream has pikepdf's name.
_PAINTING = {name: name for name in "f F f* B B* b b* S s sh".split()} | {"INLINE IMAGE": "image"}
# Three of five instructions only move or set something.
_READ = _TEXT_OPERATORS | _PAINTING.keys() | {"BDC", "BMC", "EMC", "Tf", "Do"}

# A line in a font of two bytes, as qpdf writes it: strings in hexadecimal, and what moves them.
# To take it as it is written takes a third of the time of asking for each string.
_HEX_STRING = re.compile("<([0-9a-f]*)>")
_HEX_STRINGS = re.compile(rb"\[(?: (?:<[0-9a-f]*>|[-+.0-9]+))* \]")


@dataclass(slots=True)
class _Span:
    """One open marked-content sequence."""

    mcid: int | None = None
    artifact: tuple[str, str] | None = None
    actual_text: str | None = None
    parts: list[str] = field(default_factory=list)


class PageContent:
    """What one page's content streams hold, in paint order.

    `texts` are by the stream whose numbers they have (`PAGE`, or a form's object number
    and generation) and their number in it (ISO 32000-2, 14.7.5.2).
    """

    def __init__(self, page: Object, number: int, decoders: dict[Any, Decoder]) -> None:
        self.texts: dict[tuple[tuple[int, int], int], str] = {}
        self.artifacts: list[Artifact] = []
        self.untagged: list[Words] = []
        self._number = number
        self._decoders = decoders
        self._stack: list[_Span] = []
        self._owner = PAGE
        self._run(page, page.get("/Resources"))

    def _run(self, stream: Object, resources: Object | None) -> None:
        import pikepdf

        decoder: Decoder | None = None
        for instruction in pikepdf.parse_content_stream(stream):
            name = str(instruction.operator)
            if name not in _READ:
                continue
            if name == "EMC":
                self._close()
                continue
            operands = list(instruction.operands)
            if name in {"BDC", "BMC"}:
                self._stack.append(_opened(operands, resources))
            elif name == "Tf" and resources is not None:
                decoder = self._decoder(resources["/Font"][str(operands[0])])
            elif name in _TEXT_OPERATORS and decoder is not None:
                self._add(_shown(operands, decoder))
            elif name == "Do" and resources is not None:
                self._draw(resources["/XObject"][str(operands[0])], resources)
            elif name in _PAINTING and not self._stack:
                self.untagged.append(Words(f"({_PAINTING[name]})", self._number))

    def _draw(self, form: Object, resources: Object) -> None:
        if form.get("/Subtype") == "/Form":
            around = self._owner
            if "/StructParents" in form:
                self._owner = form.objgen
            self._run(form, form.get("/Resources", resources))
            self._owner = around
        elif not self._stack:
            self.untagged.append(Words("(image)", self._number))

    def _decoder(self, font: Object) -> Decoder:
        key = font.objgen
        if key not in self._decoders or key == (0, 0):
            self._decoders[key] = Decoder(font)
        return self._decoders[key]

    def _add(self, text: str) -> None:
        if self._stack:
            self._stack[-1].parts.append(text)
        elif text:
            self.untagged.append(Words(text, self._number))

    def _close(self) -> None:
        span = self._stack.pop()
        text = "".join(span.parts) if span.actual_text is None else span.actual_text
        if span.artifact is not None:
            self.artifacts.append(Artifact(*span.artifact, text, self._number))
        elif span.mcid is not None:
            key = (self._owner, span.mcid)
            self.texts[key] = self.texts.get(key, "") + text
        elif self._stack:
            self._stack[-1].parts.append(text)
        elif text:
            self.untagged.append(Words(text, self._number))


def _opened(operands: list[Object], resources: Object | None) -> _Span:
    import pikepdf

    tag = str(operands[0]).lstrip("/")
    properties: Object | dict[str, Object] = operands[1] if len(operands) > 1 else {}
    if isinstance(properties, pikepdf.Name) and resources is not None:
        properties = resources["/Properties"][str(properties)]
    if tag == "Artifact":
        return _Span(artifact=(_name(properties, "/Type"), _name(properties, "/Subtype")))
    # To ask pikepdf for a key that is missing takes 2 µs.
    has = dict(properties.items()).get
    actual, mcid = has("/ActualText"), has("/MCID")
    return _Span(
        mcid=int(mcid) if mcid is not None else None,
        actual_text=str(actual) if actual is not None else None,
    )


def _name(properties: Object | dict[str, Object], key: str) -> str:
    return str(properties.get(key, "")).lstrip("/")


def _shown(operands: list[Object], decoder: Decoder) -> str:
    import pikepdf

    last = operands[-1]
    parts: Any = [last]
    if isinstance(last, pikepdf.Array):
        written = last.unparse()
        if _HEX_STRINGS.fullmatch(written):
            return decoder.decode([*map(bytes.fromhex, _HEX_STRING.findall(written.decode()))])
        parts = last
    # Every second one is a number, which the first question tells in a third of the time.
    strings = [
        bytes(part)
        for part in parts
        if isinstance(part, pikepdf.Object) and isinstance(part, pikepdf.String)
    ]
    return decoder.decode(strings)
