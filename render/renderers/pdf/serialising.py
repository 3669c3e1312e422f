"""The objects of a file as bytes, each made once and quickly.

pydyf makes the bytes of every object twice, compression and all: a second time for the
identifier of the file. That was a tenth of a warm render.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from render.renderers.pdf.untyped import PdfFile, PdfObject


@dataclass(slots=True, eq=False)
class _Serialised:
    """An object as pydyf's writer takes it, with its bytes made."""

    number: int
    data: bytes
    compressible: bool
    offset: int = 0
    generation: int = 0
    free: str = "n"

    @property
    def indirect(self) -> bytes:
        return b"%d 0 obj\n%b\nendobj" % (self.number, self.data)


def serialise(pdf: PdfFile) -> None:
    """Put the bytes of every object in its place; nothing of the file may change after."""
    pdf.objects[:] = [
        each
        if each.free == "f" or each.generation
        else _Serialised(each.number, _bytes(each), each.compressible)
        for each in pdf.objects
    ]


def _bytes(value: Any) -> bytes:  # noqa: ANN401 (whatever a file may hold)
    """As pydyf's own `data`, without a property and a generator for every number."""
    kind = type(value)
    if kind is bytes:
        return value  # type: ignore[no-any-return]
    if kind is str:
        return value.encode("ascii")  # type: ignore[no-any-return]
    if kind is int:
        return b"%d" % value
    if kind.__module__ == "pydyf":
        return _object(value)
    return _other(value)


def _object(value: PdfObject) -> bytes:
    match type(value).__name__:
        case "Dictionary":
            pairs = [b"/%b %b" % (_bytes(key), _bytes(each)) for key, each in value.items()]
            return b"<<%b>>" % b"".join(pairs)
        case "Array":
            return b"[%b]" % b" ".join([_bytes(each) for each in value])
    data: bytes = value.data
    return data


def _other(value: Any) -> bytes:  # noqa: ANN401 (whatever a file may hold)
    import pydyf

    data: bytes = pydyf._to_bytes(value)  # noqa: SLF001 (floats, and subclasses of its own)
    return data
