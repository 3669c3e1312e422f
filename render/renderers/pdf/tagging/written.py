"""The text as it was written, found again in the boxes it was laid out in.

Layout drops spaces at line ends, adds hyphens and changes case. Aligning each box with
the document's own text says what the box stands for, and where it belongs in the order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from render.renderers.pdf.dom import BLOCKS, NOT_RENDERED
from render.renderers.pdf.untyped import Box

if TYPE_CHECKING:
    from render.renderers.pdf.layout import Leaf

SOFT_HYPHEN = "\u00ad"
# Stand in the flattened text for the edges of elements, so that every edge has a place.
# Controls that the text gate lets through nowhere, and that Python takes for no space.
_INLINE_EDGE, _BLOCK_EDGE = "\x01", "\x02"
_INVISIBLE = f"{SOFT_HYPHEN}\u200b{_INLINE_EDGE}{_BLOCK_EDGE}"
_NO_INVISIBLE = dict.fromkeys(map(ord, _INVISIBLE))
_SPACES = " \t\n\r\f"
_ONE_SPACE = dict.fromkeys(map(ord, _SPACES), " ")


@dataclass(slots=True)
class Written:
    """What one box stands for: its text, and its place in the flattened document."""

    text: str
    begin: int
    end: int


class WrittenText:
    """The whole text of a document, and the part of it that each box shows."""

    def __init__(self, root: Element, leaves: Iterable[Leaf]) -> None:
        self._flat = _Flattened(root)
        self._by_box: dict[Box, Written] = {}
        cursors: dict[Element, _Cursor] = {}
        for leaf in leaves:
            self._by_box[leaf.box] = self._place(leaf, cursors)
        self._restore_spaces()

    def of(self, box: Box) -> Written:
        """What the box stands for."""
        return self._by_box[box]

    def start(self, element: Element) -> int:
        """The place where an element begins."""
        return self._flat.edges[element][0]

    def characters_before(self, place: int) -> int:
        """How many characters of the document come before a place."""
        return place - bisect_left(self._edges, place)

    @cached_property
    def _edges(self) -> list[int]:
        edges = re.finditer(f"[{_INLINE_EDGE}{_BLOCK_EDGE}]", self._flat.text)
        return [found.start() for found in edges]

    def _place(self, leaf: Leaf, cursors: dict[Element, _Cursor]) -> Written:
        begin, end = self._flat.edges[leaf.element]
        if leaf.pseudo:
            place = end if leaf.pseudo == "after" else begin
            return Written(" " + leaf.text if leaf.after_leader else leaf.text, place, place)
        if leaf.is_picture:
            return Written("", begin, end)
        cursor = cursors.get(leaf.element)
        if cursor is None:
            cursor = cursors[leaf.element] = _Cursor(self._flat, leaf.element)
        return cursor.take(leaf.text)

    def _restore_spaces(self) -> None:
        """Give back the space that was written between two boxes, at the end of the first.

        Where that is a picture, as a formula is, at the beginning of the second.
        """
        ordered = sorted(
            (part for part in self._by_box.values() if part.text.strip() or _is_picture(part)),
            key=lambda part: (part.begin, part.end),
        )
        for part, following in pairwise(ordered):
            between = self._flat.text[part.end : following.begin]
            if _BLOCK_EDGE in between or not any(map(str.isspace, between)):
                continue
            if part.text[-1:].isspace() or following.text[:1].isspace():
                continue
            if part.text:
                part.text += " "
            elif following.text:
                following.text = f" {following.text}"


def _is_picture(part: Written) -> bool:
    return not part.text and part.end > part.begin


class _Flattened:
    """The characters of a tree in one string, with the place of every element's edges."""

    def __init__(self, root: Element) -> None:
        self.edges: dict[Element, tuple[int, int]] = {}
        # The own text of an element, as pieces with their places.
        self.own: dict[Element, list[tuple[int, str]]] = {}
        self._parts: list[str] = []
        self._length = 0
        self._enter(root)
        self.text = "".join(self._parts)

    def _enter(self, element: Element) -> None:
        begin = self._length
        # A picture in a line, as a formula is, parts no words; one on its own has blocks around it.
        is_block = element.tag in BLOCKS and element.tag != "img"
        edge = _BLOCK_EDGE if is_block else _INLINE_EDGE
        self._append("\n" if element.tag == "br" else edge)
        pieces = self.own[element] = []
        if element.tag not in NOT_RENDERED:
            self._text(element.text, pieces)
        for child in element:
            if isinstance(child.tag, str):
                self._enter(child)
            self._text(child.tail, pieces)
        self._append(edge)
        self.edges[element] = (begin, self._length - 1)

    def _text(self, text: str | None, pieces: list[tuple[int, str]]) -> None:
        if text:
            pieces.append((self._length, text))
            self._append(text)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


class _Cursor:
    """Walks the own text of one element, box by box."""

    def __init__(self, flat: _Flattened, element: Element) -> None:
        self._places: list[int] = []
        self._begins: list[int] = []
        parts: list[str] = []
        for place, text in flat.own[element]:
            parts.append(text)
            self._begins.append(len(self._places))
            self._places.extend(range(place, place + len(text)))
        self._keeps_lines = element.tag in {"pre", "code"}
        own = "".join(parts)
        self._own = own if self._keeps_lines else own.translate(_ONE_SPACE)
        self._at = 0
        self._start = flat.edges[element][0]

    def take(self, shown: str) -> Written:
        """What the next box of the element stands for, given the text it shows."""
        for start in self._likely_starts():
            if self._own.startswith(shown, start):
                self._at = start + len(shown)
                return self._written(start, self._readable(shown))
        if shown.strip(_SPACES):
            # One space is left of several, also of those before an inner element.
            kept = 1 if shown[0] in _SPACES else 0
            self._at = max(self._at, self._after(self._at, _SPACES) - kept)
        first = self._at
        added = False
        for character in shown:
            added = not self._accept(character) or added
        text = self._readable(self._own[first : self._at])
        if added and text and not shown.endswith(text[-1]):
            text += SOFT_HYPHEN  # layout broke the word here (ISO 32000-2, 14.8.2.5)
        # A box that layout emptied holds a zero-width space of its own, which nobody wrote.
        return self._written(first, text or self._readable(shown))

    def _likely_starts(self) -> Iterator[int]:
        """Where the last box ended, after the line end there, or after an inner element."""
        yield self._at
        for between in ("\r\n", _SPACES):
            yield self._after(self._at, between)
        following = next((begin for begin in self._begins if begin > self._at), None)
        if following is not None and not self._own[self._at : following].strip(_SPACES):
            yield following
            yield self._after(following, _SPACES)

    def _written(self, first: int, text: str) -> Written:
        if first < self._at:
            return Written(text, self._places[first], self._places[self._at - 1] + 1)
        place = self._places[min(first, len(self._places) - 1)] if self._places else self._start
        return Written(text, place, place)

    def _accept(self, character: str) -> bool:
        """Move over one shown character; False where it was not written."""
        if character in _SPACES:
            self._skip(_SPACES)
            return True
        if character in _INVISIBLE:
            return True
        for skipped in (_INVISIBLE, _SPACES + _INVISIBLE):
            begin = self._at
            self._skip(skipped)
            if self._at < len(self._own) and _same(self._own[self._at], character):
                self._at += 1
                return True
            self._at = begin
        return False

    def _skip(self, characters: str) -> None:
        self._at = self._after(self._at, characters)

    def _after(self, at: int, characters: str) -> int:
        while at < len(self._own) and self._own[at] in characters:
            at += 1
        return at

    def _readable(self, text: str) -> str:
        visible = text.translate(_NO_INVISIBLE)
        return visible if self._keeps_lines else re.sub(f"[{_SPACES}]+", " ", visible)


def _same(written: str, shown: str) -> bool:
    return written == shown or shown in written.upper() or written.casefold() == shown.casefold()


def own_words(element: Element) -> Iterator[str]:
    """The text of an element and all below it, for names of links and bookmarks."""
    if element.tag not in NOT_RENDERED:
        yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from own_words(child)
        yield child.tail or ""
