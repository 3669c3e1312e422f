"""The parsed document, with the way up that ElementTree lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt figcaption figure footer"
    " h1 h2 h3 h4 h5 h6 header hr html img li main nav ol p pre section table tbody td tfoot th"
    " thead tr ul".split()
)
NOT_RENDERED = frozenset({"head", "script", "style", "template"})


class Dom:
    """An element tree and the parent of each element."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._parents = {child: parent for parent in root.iter() for child in parent}
        # The first of a kind wins, as in the layout.
        self._ids = {
            element.get("id"): element
            for element in reversed(list(root.iter()))
            if element.get("id")
        }

    def parent(self, element: Element | None) -> Element | None:
        """The parent, or None above the root."""
        return None if element is None else self._parents.get(element)

    def by_id(self, element_id: str) -> Element | None:
        """The element with an id."""
        return self._ids.get(element_id)

    def ancestry(self, element: Element | None) -> Iterator[Element]:
        """The element and all above it, inside out."""
        while element is not None:
            yield element
            element = self.parent(element)


def move_spaces_out(root: Element) -> None:
    """Put the space at the end of a sentence behind its element.

    WeasyPrint breaks a line after one word where such a space is what does not fit.
    """
    for element in root.iter("span"):
        last = element[-1] if len(element) else None
        text = (last.tail if last is not None else element.text) or ""
        kept = text.rstrip(" ")
        if kept == text:
            continue
        if last is not None:
            last.tail = kept
        else:
            element.text = kept
        element.tail = " " + (element.tail or "")


def wrap_drop_cap(root: Element) -> None:
    """Put the first letter of the text into an element of its own, for themes that enlarge it.

    WeasyPrint stops on `::first-letter` that floats beside a page reference; and the letter
    and the rest of its word are one run of text to the tagger.
    """
    main = root.find(".//main")
    opening = main.find(".//p") if main is not None else None
    holder = opening
    while holder is not None and not (holder.text or "").strip() and len(holder):
        holder = holder[0]
    found = re.match(r"\s*([«“\"‘']?\s?\w)", holder.text or "") if holder is not None else None
    if holder is None or found is None or found[1].upper() == found[1].lower():
        return  # a letter of a script that joins its letters must not be cut off
    letter = Element("span", {"class": "drop-cap"})
    letter.text, letter.tail = found[1], (holder.text or "")[found.end() :]
    holder.text = None
    holder.insert(0, letter)


_MOST_COLUMNS = 200


def bound_spans(root: Element) -> None:
    """Cut spans down to the table they stand in; the layout makes room for every one it is told of.

    A thousand million columns need more memory than there is.
    """
    for table in root.iter("table"):
        rows = sum(1 for _ in table.iter("tr"))
        for cell in table.iter():
            for name, most in (("colspan", _MOST_COLUMNS), ("rowspan", rows)):
                span = cell.get(name, "1")
                if not span.isdecimal() or int(span) > most:
                    cell.set(name, str(most) if span.isdecimal() else "1")
