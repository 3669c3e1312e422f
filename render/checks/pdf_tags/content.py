"""Text against tags: nothing outside, nothing twice, nothing cut, everything in letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from render.checks.pdf_tags.document import Document, Node, elements, first_page, last_page
from render.checks.pdf_tags.faults import Fault, error, warning
from render.inspection import words
from render.pdf_reading import Tag, Words, spoken_text, text_of

_WORDS_NOBODY_HEARS = 4
# Where a bare number or a repeated word is nothing strange: items, cells, calls of notes.
_NO_PLACE = {"L", "Table", "P", "Link", "Reference", "TOC"}
_HARD_HYPHEN = re.compile(r"\w\u2010 ?[^\W\d_]")
_FINALS = "ךםןףץ"
_SENTENCE_END = tuple(".!?…:;»”\"')]}؟。！？")


def content(pdf: Document) -> Iterator[Fault]:
    """Faults of what is said and what is not."""
    for piece in pdf.tree.untagged[:1]:
        message = f"{len(pdf.tree.untagged)} pieces neither tagged nor artifact, as «{piece.text}»"
        yield error("PDF-108", message, f"page {piece.page}")
    yield from _artifacts(pdf)
    yield from _furniture(pdf)
    yield from _cut(pdf)
    yield from _letters(pdf)
    for node in pdf.having("P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Lbl", "LBody", "TH"):
        if not text_of(node.tag) and not _holds_something(node.tag):
            yield warning("PDF-124", f"an empty {node.tag.name}", node.path)
    for node in pdf.having("P"):
        spans = [tag for tag in elements(node.tag) if tag.name == "Span"]
        if len(spans) > 2 and len(spans) == len(node.tag.children) and not any(map(_says, spans)):
            message = f"a paragraph in {len(spans)} pieces, one for each line"
            yield warning("PDF-123", message, node.path)
            return  # once: every paragraph of the file is so


def _artifacts(pdf: Document) -> Iterator[Fault]:
    long = [
        artifact
        for artifact in pdf.tree.artifacts
        if artifact.kind != "Pagination" and len(artifact.text.split()) >= _WORDS_NOBODY_HEARS
    ]
    said = " ".join(words(spoken_text(pdf.tree))) if long else ""
    for artifact in long:
        # A line of a pull quote is heard where the text says it.
        if " ".join(words(artifact.text)) in said:
            continue
        quoted = " ".join(artifact.text.split()[:8])
        yield error("PDF-120", f"nobody hears «{quoted}…»", f"page {artifact.page}")


# More than a line holds.
_HEAD_LETTERS = 200


def _furniture(pdf: Document) -> Iterator[Fault]:
    """Running heads and page numbers that are read in the middle of the text."""
    blocks: dict[int, list[Node]] = {}
    for node in pdf.nodes:
        page = first_page(node.tag)
        holds_text = not any(isinstance(child, Tag) for child in node.tag.children)
        inside = {tag.role for tag in node.parents}
        if page and holds_text and text_of(node.tag) and not inside & _NO_PLACE:
            blocks.setdefault(page, []).append(node)
    # A head is a line, the first or the last that a page has; what comes again in between is
    # the text's, as a refrain is.
    edges = {
        page: {text_of(found[0].tag), text_of(found[-1].tag)} for page, found in blocks.items()
    }
    said_in_all = Counter(text_of(node.tag) for found in blocks.values() for node in found)
    for text in sorted({text for texts in edges.values() for text in texts}):
        pages = [page for page, texts in sorted(edges.items()) if text in texts]
        if len(text) > _HEAD_LETTERS or said_in_all[text] > len(pages):
            continue
        runs = sum(page + 1 in pages and page + 2 in pages for page in pages)
        # A picture in words has the label of one before them.
        own = any(text in said or text.partition(": ")[2] == said for said in pdf.written)
        if runs and not text.isdigit() and not own:
            yield error("PDF-121", f"«{text}» is read on {len(pages)} pages")
    labels = pdf.tree.page_labels
    numbers = [
        page
        for page, found in blocks.items()
        if page <= len(labels)
        and {text_of(found[0].tag), text_of(found[-1].tag)} & {labels[page - 1]}
    ]
    if len(numbers) > 1:
        yield error("PDF-121", "the number of the page is read as text", f"page {numbers[0]}")


def _cut(pdf: Document) -> Iterator[Fault]:
    """One element made two where the page ends, alone or with all that is around it."""
    kinds: Counter[str] = Counter()
    example = ""
    for node in pdf.nodes:
        for before, after in pairwise(elements(node.tag)):
            end, begin = last_page(before), first_page(after)
            if end is None or begin != end + 1:
                continue
            role = _continued(before, after, pdf.written)
            if role:
                kinds[role] += 1
                example = example or f"page {begin}"
    for role, count in sorted(kinds.items()):
        yield error("PDF-122", f"{count} {role} cut in two at the end of a page", example)


def _continued(before: Tag, after: Tag, written: frozenset[str]) -> str:
    """The type of the element that ends one part and goes on in the other, or empty."""
    # What the article says in one block of its own is no part of another.
    ends = [tag for tag in _edge(before, -1) if text_of(tag) not in written]
    begins = list(_edge(after, 0))
    for first in ends:
        for second in begins:
            if first.role == second.role and _goes_on(first, second):
                return first.role
    return ""


def _edge(tag: Tag, place: int) -> Iterator[Tag]:
    """An element, its first or last child, that one's, and so on."""
    yield tag
    inner = [each for each in elements(tag) if each.role not in {"Caption", "Artifact"}]
    if inner:
        yield from _edge(inner[place], place)


def _goes_on(first: Tag, second: Tag) -> bool:
    match first.role:
        case "P":
            return _breaks_off(text_of(first), text_of(second))
        case "L":
            last, following = _labels(first)[-1:], _labels(second)[:1]
            return bool(last and following) and int(following[0]) == int(last[0]) + 1
        case "Table":
            return bool(elements(first)) and _header(first) == _header(second)
        case _:
            return False


def _labels(tag: Tag) -> list[str]:
    """The numbers before the items of a list, those of inner lists not counted."""
    labels = [
        text_of(part)
        for item in elements(tag)
        for part in elements(item)
        if item.role == "LI" and part.role == "Lbl"
    ]
    return [found[0] for label in labels if (found := re.match(r"\d+", label))]


def _header(table: Tag) -> str:
    head = next((tag for tag in table.tags() if tag.role == "TR"), None)
    is_head = head is not None and all(cell.role == "TH" for cell in elements(head))
    return text_of(head) if head is not None and is_head else str(id(table))


def _breaks_off(first: str, second: str) -> bool:
    return bool(first and second) and not first.endswith(_SENTENCE_END) and second[0].islower()


def _letters(pdf: Document) -> Iterator[Fault]:
    text = spoken_text(pdf.tree)
    lost = text.count("\ufffd")
    if lost > 0:
        lost -= sum(words.count("\ufffd") for words in pdf.written)
    if lost > 0:
        yield error("PDF-125", f"{lost} signs without a letter behind them")
    found = [cut for cut in _HARD_HYPHEN.findall(text) if not any(cut in w for w in pdf.written)]
    if found:
        yield error("PDF-126", f"{len(found)} words cut by a hyphen, as «{found[0]}»")
    for wrong, right in (_arabic(text), _hebrew(text)):
        if wrong > 3 and wrong > 2 * right:
            yield error("PDF-127", "text from right to left is stored backwards")


def _arabic(text: str) -> tuple[int, int]:
    """How many words begin with the article when read backwards, and forwards."""
    if "لا" not in text:
        return 0, 0
    spoken = text.split()
    return sum(w.endswith("لا") for w in spoken), sum(w.startswith("ال") for w in spoken)


def _hebrew(text: str) -> tuple[int, int]:
    """How many words have a letter for the end at their beginning, and at their end."""
    if not any(letter in text for letter in _FINALS):
        return 0, 0
    spoken = text.split()
    return sum(w[0] in _FINALS for w in spoken), sum(w[-1] in _FINALS for w in spoken)


def _says(span: Tag) -> bool:
    return bool(span.lang or span.expansion or span.actual_text or span.attributes)


def _holds_something(tag: Tag) -> bool:
    return any(
        each.alt or each.role in {"Figure", "Formula", "Form", "Annot"} for each in tag.tags()
    ) or any(not isinstance(c, Words) and not isinstance(c, Tag) for c in tag.children)
