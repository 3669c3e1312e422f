"""The objects of a file as bytes, each made once and quickly.

pydyf makes the bytes of every object twice, compression and all: a second time for the
identifier of the file. That was a tenth of a warm render. And it compresses as hard as it
can: at the level below but one, 93 tagged pages take 15 ms for 40, and 1.2 % more bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
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


class _Zlib:
    """What pydyf uses of zlib."""

    compress = staticmethod(zlib.compress)

    @staticmethod
    def compressobj(level: int) -> object:
        """A compressor of level 7 at most."""
        return zlib.compressobj(min(level, 7))


def serialise(pdf: PdfFile) -> None:
    """Put the bytes of every object in its place; nothing of the file may change after."""
    import pydyf

    pydyf.zlib = _Zlib
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
    return _writers().get(kind, _other)(value)


@cache
def _writers() -> dict[type, Callable[[Any], bytes]]:
    # pydyf comes with WeasyPrint, which waits until fonts are confined.
    import pydyf

    return {pydyf.Dictionary: _dictionary, pydyf.Array: _array}


def _dictionary(value: PdfObject) -> bytes:
    pairs = [b"/%b %b" % (key.encode("ascii"), _bytes(each)) for key, each in value.items()]
    return b"<<%b>>" % b"".join(pairs)


def _array(value: PdfObject) -> bytes:
    return b"[%b]" % b" ".join([_bytes(each) for each in value])


def _other(value: Any) -> bytes:  # noqa: ANN401 (whatever a file may hold)
    import pydyf

    data: bytes = pydyf._to_bytes(value)  # noqa: SLF001 (floats, strings, streams)
    return data
