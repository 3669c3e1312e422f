"""Pass 1: the input as numbered lines, normalised, each with its place in the input."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# What ends a line besides LF: VT (a manual break of word processors), FF, NEL, LS, PS.
_LINE = re.compile(r"[^\n\v\f\x85\u2028\u2029]*(?:[\n\v\f\x85\u2028\u2029]|$)")
# Zero-width characters that web editors leave on lines that look empty.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input.

    `number` counts line feeds from 1; `begin` and `end` are offsets into the decoded
    input, the line's end character included. `text` is in NFC without outer white space;
    it is empty for a blank line. `indent` is the number of characters of leading space.
    """

    number: int
    begin: int
    end: int
    text: str
    indent: int


def split_lines(text: str) -> tuple[Line, ...]:
    """Every character of `text` in exactly one line, in order."""
    lines: list[Line] = []
    number = 1
    for match in _LINE.finditer(text):
        raw = match.group()
        if not raw:
            break
        shown = unicodedata.normalize("NFC", raw.strip())
        if not shown.strip(_INVISIBLE):
            shown = ""
        indent = len(raw) - len(raw.lstrip(" \t\u00a0\u3000")) if shown else 0
        lines.append(Line(number, match.start(), match.end(), shown, indent))
        number += raw.endswith("\n")
    return tuple(lines)
