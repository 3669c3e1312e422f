"""Notes at the foot of the page that calls them, where a theme asks for it and they fit there.

For the layout alone a note stands at its call; before anybody reads the document it is
back in its section, so that tags, ids and pages are those of every other theme.
A theme asks with `:root { --notes: foot }` in print.css, and takes it back with `end`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from render.renderers.pdf.dom import Dom
from render.renderers.pdf.layout import LaidOut

CLASS = "foot-note"
_ASKED = re.compile(r"--notes\s*:\s*(foot|end)\b")
# The layout cuts a note off at the end of its page: what is longer stays at the end.
_MOST_LETTERS = 600
_PLAIN_PARTS = frozenset({"p", "span", "a", "em", "strong", "cite", "q", "code", "abbr", "sup"})
# A note called from one of these would be laid out twice, or on another page.
_CLOSED = frozenset({"table", "figure", "aside", "header", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of notes, out of the document for the time of the layout."""

    element: Element
    parent: Element
    place: int
    moved: tuple[_Moved, ...]


@dataclass(frozen=True, slots=True)
class _Moved:
    """A note at its call: what holds it there, the list it comes from, its texts as written."""

    note: Element
    home: Element
    tail: str | None
    holder: Element
    texts: tuple[tuple[Element, str | None, str | None], ...]


class Footnotes:
    """The notes of a document while they stand at their calls."""

    def __init__(self, root: Element, css: str) -> None:
        self._sections: list[_Section] = []
        if _ASKED.findall(css)[-1:] != ["foot"]:
            return
        dom = Dom(root)
        sections = [each for each in root.iter("section") if each.get("role") == "doc-endnotes"]
        self._sections = [
            _move(section, calls, dom) for section in sections if (calls := _calls(section, dom))
        ]

    def restore(self) -> None:
        """Put every note back into its section."""
        # Backwards, as each place was found when those before it were out already.
        for section in reversed(self._sections):
            for moved in section.moved:
                _take_out(moved.holder, moved.note)
                del moved.note.attrib["class"], moved.note.attrib["data-number"]
                for element, text, tail in moved.texts:
                    element.text, element.tail = text, tail
                moved.note.tail = moved.tail
                moved.home.append(moved.note)
            section.parent.insert(section.place, section.element)

    def are_whole(self, laid_out: LaidOut) -> bool:
        """Whether every note is on paper to its last letter."""
        if not self._sections:
            return True
        painted: dict[Element, list[str]] = {
            moved.note: [] for section in self._sections for moved in section.moved
        }
        for leaf in laid_out.leaves:
            note = next(
                (each for each in laid_out.dom.ancestry(leaf.element) if each in painted), None
            )
            if note is None or leaf.pseudo:
                continue
            page = laid_out.document.pages[leaf.page]._page_box  # noqa: SLF001
            # By its middle: a box of text is as high as its font says, often more than its line.
            if leaf.box.position_y + leaf.box.height / 2 > page.margin_top + page.height:
                return False
            painted[note].append(laid_out.written.of(leaf.box).text)
        return all(
            # Ways back are of no use on paper, and a style may leave them out.
            _letters("".join(texts)).startswith(_letters("".join(note[0].itertext())))
            for note, texts in painted.items()
        )


def _calls(section: Element, dom: Dom) -> list[tuple[Element, Element]]:
    """Each note of a section with what holds its first call; nothing where one cannot move."""
    notes = [note for note in section.iter("li") if note.get("id")]
    links: dict[str, Element] = {}
    for link in dom.root.iter("a"):
        if link.get("role") == "doc-noteref":
            links.setdefault(link.get("href", "")[1:], link)
    found = []
    for note in notes:
        call = links.get(str(note.get("id")))
        if call is None or not _is_short(note) or not _is_open(call, dom):
            return []
        around = dom.parent(call)
        found.append((note, around if around is not None and around.tag == "sup" else call))
    return found


def _is_short(note: Element) -> bool:
    parts = {part.tag for part in note.iter() if part is not note}
    paragraphs = [part for part in note.iter("p") if part.get("class") != "backlinks"]
    is_short = len("".join(note.itertext())) <= _MOST_LETTERS
    return is_short and parts <= _PLAIN_PARTS and paragraphs == list(note)[:1]


def _is_open(link: Element, dom: Dom) -> bool:
    around = list(dom.ancestry(link))
    return not any(each.tag in _CLOSED or each.get("role") == "doc-endnotes" for each in around)


def _move(section: Element, calls: list[tuple[Element, Element]], dom: Dom) -> _Section:
    parent = dom.parent(section)
    assert parent is not None, "a section of notes stands in the body"  # noqa: S101
    place = list(parent).index(section)
    moved = []
    for number, (note, call) in enumerate(calls, 1):
        home, holder = dom.parent(note), dom.parent(call)
        if home is None or holder is None:
            continue
        moved.append(_Moved(note, home, note.tail, holder, _run_in(note)))
        home.remove(note)
        note.set("class", CLASS)
        note.set("data-number", str(number))
        note.tail, call.tail = call.tail, None
        holder.insert(list(holder).index(call) + 1, note)
    parent.remove(section)
    return _Section(section, parent, place, tuple(moved))


def _run_in(note: Element) -> tuple[tuple[Element, str | None, str | None], ...]:
    """Let the paragraphs of a note follow each other in its lines; the texts it had.

    The layout would break a line at the white space between them.
    """
    texts = tuple((part, part.text, part.tail) for part in note.iter() if part is not note)
    kept = ((note, note.text, note.tail), *texts)
    note.text = None
    for paragraph in note:
        paragraph.tail = None
    first = note[0]
    if len(first):
        first[-1].tail = (first[-1].tail or "") + " "
    else:
        first.text = (first.text or "") + " "
    return kept


def _take_out(holder: Element, note: Element) -> None:
    place = list(holder).index(note)
    before = holder[place - 1]
    before.tail = (before.tail or "") + (note.tail or "")
    holder.remove(note)


def _letters(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b]+", "", text)
