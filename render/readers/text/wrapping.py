"""Lines broken at a fixed width, as in mail and old text files: found and joined again."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from render.readers.text.lines import Line

# Widths people wrap at; a longer "line" is a whole paragraph.
_NARROWEST, _WIDEST = 30, 132
# Of the breaks inside a sentence: how many must fit the width, or go on in lower case.
_FULL_LINES, _GOES_ON = 0.6, 0.8
# After "Vor-" and "pre-" these stand apart: "Vor- und Nachteile", "pre- and post-war".
_SUSPENDED = frozenset("and or und oder bis en of et ou och eller y o u e ed od i a".split())
_ENDS = tuple('.!?…。！？؟۔:"”»’)」』')


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The width lines were broken at, in columns, and the share of breaks that fit it."""

    width: int
    fit: float


def measure(lines: Sequence[Line]) -> Wrapping | None:
    """The wrapping of the input, or None where a line is a whole paragraph.

    A break fits when the next line's first word had no room on the line before it.
    """
    pairs = [(one, other) for one, other in itertools.pairwise(lines) if one.text and other.text]
    columns = sorted(_columns(line.text) for line in lines if line.text)
    if len(pairs) < 2 or not columns:
        return None
    width = columns[-1]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = [(one, other) for one, other in pairs if _columns(one.text) > width * 0.55]
    inside = [pair for pair in full if not pair[0].text.endswith(_ENDS)]
    if len(inside) < 2 or len(inside) < 0.4 * len(pairs):
        return None
    full_lines = sum(_had_no_room(one, other, width) for one, other in inside) / len(inside)
    wrapping = Wrapping(width, full_lines)
    goes_on = sum(continues(one, other, wrapping) for one, other in inside) / len(inside)
    return wrapping if full_lines >= _FULL_LINES and goes_on >= _GOES_ON else None


def continues(one: Line, other: Line, wrapping: Wrapping) -> bool:
    """Whether the paragraph of line `one` goes on in `other`, in a wrapped text."""
    if other.indent > one.indent:
        return False
    if (one.text[-1].isalnum() or one.text[-1] in "-\u2010") and other.text[0].islower():
        # Broken by hand, before the edge, in the middle of a sentence.
        return True
    return _had_no_room(one, other, wrapping.width)


def join(texts: Sequence[str]) -> str:
    """Wrapped lines as one text: a space between words, none where the script has none."""
    joined = texts[0]
    for text in texts[1:]:
        joined += text if _glued(joined, text) else f" {text}"
    return joined


def _glued(before: str, after: str) -> bool:
    if not before or not after:
        return True
    if before[-1] in "-\u00ad\u2010" and before[-2:-1].isalpha() and after[0].isalpha():
        return after.split(maxsplit=1)[0] not in _SUSPENDED
    return _wide(before[-1]) and _wide(after[0])


def _had_no_room(one: Line, other: Line, width: int) -> bool:
    first = other.text[0] if _wide(other.text[0]) else other.text.split(maxsplit=1)[0]
    # Two columns of grace: some programs break before the last column.
    return _columns(one.text) + one.indent + 1 + _columns(first) > width - 2


def _columns(text: str) -> int:
    return len(text) + sum(map(_wide, text))


@lru_cache(maxsize=4096)
def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
