"""Typographic spaces undone: engines know the space, and stumble over its cousins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from render.speech.units import Piece

_SPACES = re.compile(r"[\t\n\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Zero width: soft hyphen, zero width space, directional marks, word joiner, BOM.
_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


@dataclass(frozen=True)
class Plain:
    """Text with plain spaces and without invisible characters, and where each was written.

    `gaps` are the invisible runs as (place in `spoken`, first written, last written).
    """

    spoken: str
    gaps: tuple[tuple[int, int, int], ...]
    length: int

    def written(self, index: int) -> int:
        """The written place of a spoken one; invisible characters belong to what follows."""
        if index >= len(self.spoken):
            return self.length
        before = bisect_right(self._places, index - 1)
        return index + self._removed[before]

    def pieces(self, begin: int, end: int) -> Iterator[Piece]:
        """The pieces that say `begin` to `end` as they are written."""
        for place, _, _ in self.gaps:
            if begin < place < end:
                yield from self._run(begin, place)
                begin = place
        yield from self._run(begin, end)

    def _run(self, begin: int, end: int) -> Iterator[Piece]:
        """One run without a gap inside; a gap before it or at the very end is a silent piece."""
        first, last = self.written(begin), self.written(end)
        visible = first + sum(stop - start for place, start, stop in self.gaps if place == begin)
        if visible > first:
            yield Piece(first, visible, "")
        shown = visible + end - begin
        if end > begin:
            yield Piece(visible, shown, self.spoken[begin:end])
        if last > shown:
            yield Piece(shown, last, "")

    @cached_property
    def _places(self) -> list[int]:
        return [place for place, _, _ in self.gaps]

    @cached_property
    def _removed(self) -> list[int]:
        total = [0]
        for _, first, last in self.gaps:
            total.append(total[-1] + last - first)
        return total


def plain(written: str) -> Plain:
    """The text that rules and engines see.

    ZWJ and ZWNJ stay: they change letters in Persian and Indic scripts, and emoji.
    """
    gaps: list[tuple[int, int, int]] = []
    removed = 0
    for match in _INVISIBLE.finditer(written):
        gaps.append((match.start() - removed, match.start(), match.end()))
        removed += match.end() - match.start()
    spoken = _SPACES.sub(" ", _INVISIBLE.sub("", written))
    return Plain(spoken, tuple(gaps), len(written))
