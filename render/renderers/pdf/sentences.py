"""Sentences: taken out of the document before its layout, found again on its pages after.

Each would be a box of its own on every line that it touches, and its styles another set:
an eighth of the time of a layout.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

from render.renderers.pdf.dom import BLOCKS, NOT_RENDERED


@dataclass(frozen=True, slots=True)
class Sentence:
    """The id of a sentence, and its place: characters from the beginning of the document."""

    id: str
    begin: int
    end: int


def dissolve(root: Element) -> tuple[Sentence, ...]:
    """Let the words of sentences stand in what holds them; where each was, in order.

    Sentences that say more of themselves, as another language, stay, and so do those
    that a link leads to.
    """
    _drop_idle_spaces(root)
    targets = {link.get("href", "")[1:] for link in root.iter("a")}
    found: list[Sentence] = []
    _Counter(found, targets).enter(root)
    places = {each.id for each in found}
    for holder in list(root.iter()):
        if any(_is_plain(child) and child.get("id") in places for child in holder):
            _merge(holder, places)
    return tuple(sorted(found, key=lambda each: each.begin))


def _drop_idle_spaces(root: Element) -> None:
    """Leave out white space between a sentence and a block: it would be painted with the words."""
    for holder in root.iter():
        for child, after in pairwise((*holder, None)):
            if (
                _is_plain(child)
                and (after is None or after.tag in BLOCKS)
                and not (child.tail or "").strip()
            ):
                child.tail = None


class _Counter:
    """Counts the characters of a document, and says from where to where each sentence goes."""

    def __init__(self, found: list[Sentence], targets: set[str]) -> None:
        self._found = found
        self._targets = targets
        self._count = 0

    def enter(self, element: Element) -> None:
        begin = self._count
        if element.tag not in NOT_RENDERED:
            self._count += len(element.text or "")
        self._count += element.tag == "br"
        for child in element:
            if isinstance(child.tag, str):
                self.enter(child)
            self._count += len(child.tail or "")
        if _is_plain(element) and element.get("id", "") not in self._targets:
            self._found.append(Sentence(element.get("id", ""), begin, self._count))


def _is_plain(element: Element) -> bool:
    return (
        element.tag == "span"
        and element.get("class") == "sentence"
        and element.attrib.keys() == {"class", "id"}
    )


def _merge(holder: Element, ids: set[str]) -> None:
    children = list(holder)
    words, holder.text = holder.text or "", None
    for child in children:
        holder.remove(child)
    for piece in _pieces(words, children, ids):
        if not isinstance(piece, str):
            holder.append(piece)
        elif len(holder):
            holder[-1].tail = (holder[-1].tail or "") + piece
        else:
            holder.text = (holder.text or "") + piece


def _pieces(words: str, children: list[Element], ids: set[str]) -> Iterator[str | Element]:
    """The words and elements, in order, of what holds sentences."""
    yield words
    for child in children:
        tail, child.tail = child.tail or "", None
        if _is_plain(child) and child.get("id") in ids:
            yield from _pieces_with_tails(child)
        else:
            yield child
        yield tail


def _pieces_with_tails(sentence: Element) -> Iterator[str | Element]:
    yield sentence.text or ""
    for child in list(sentence):
        tail, child.tail = child.tail or "", None
        yield child
        yield tail


class Places:
    """Finds the sentences of a stretch of the document."""

    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        self._sentences = sentences
        self._begins = [each.begin for each in sentences]

    def between(self, begin: int, end: int) -> Iterator[str]:
        """The ids of the sentences that have characters from `begin` to `end`."""
        first = max(0, bisect_right(self._begins, begin) - 1)
        for index in range(first, len(self._sentences)):
            sentence = self._sentences[index]
            if sentence.begin >= max(end, begin + 1):
                return
            if sentence.end > begin:
                yield sentence.id
