"""Codes of a font to characters, by its ToUnicode map (ISO 32000-2, 9.10.3)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object

_LOST = "\ufffd"
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


class Decoder:
    """Turns the strings of one font into text."""

    def __init__(self, font: Object) -> None:
        self._width = 2 if font.get("/Subtype") == "/Type0" else 1
        stream = font.get("/ToUnicode")
        self._map = _parse(stream.read_bytes()) if stream is not None else None

    def decode(self, strings: list[bytes]) -> str:
        """The characters of the strings of one line; U+FFFD for a code without a meaning.

        A line whole and not code by code: a tenth of the time for the 9,000 codes of an article.
        """
        if self._map is None:
            is_latin = self._width == 1
            return (
                b"".join(strings).decode("cp1252", "replace") if is_latin else _LOST * len(strings)
            )
        codes = b"".join(strings) if self._width == 1 else _pairs(strings)
        return "".join(map(self._map.get, codes, repeat(_LOST)))


def _pairs(strings: list[bytes]) -> Iterable[int]:
    """The codes of two bytes; where a string ends in half of one, the half is the code."""
    if any(len(string) % 2 for string in strings):
        strings = [
            string[:-1] + b"\0" + string[-1:] if len(string) % 2 else string for string in strings
        ]
    data = b"".join(strings)
    return struct.unpack(f">{len(data) // 2}H", data)


def _parse(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for section in _SECTION.finditer(cmap):
        tokens = [(token[1], token[2]) for token in _TOKEN.finditer(section[2])]
        values = [bytes.fromhex(text.decode()) if text is not None else b"[" for text, _ in tokens]
        if section[1] == b"bfchar":
            for code, text in zip(values[::2], values[1::2], strict=False):
                found[int.from_bytes(code, "big")] = text.decode("utf-16-be", "replace")
        else:
            _ranges(section[2], found)
    return found


def _ranges(body: bytes, found: dict[int, str]) -> None:
    pattern = rb"<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])"
    for first, last, start, listed in re.findall(pattern, body, re.DOTALL):
        begin, end = int(first, 16), int(last, 16)
        if listed:
            texts = [bytes.fromhex(text.decode()) for text in re.findall(rb"<(\w+)>", listed)]
        else:
            whole = bytes.fromhex(start.decode())
            prefix, low = whole[:-2], int.from_bytes(whole[-2:], "big")
            texts = [prefix + (low + step).to_bytes(2, "big") for step in range(end - begin + 1)]
        for step, text in enumerate(texts):
            found[begin + step] = text.decode("utf-16-be", "replace")
