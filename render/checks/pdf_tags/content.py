"""Text against tags: nothing outside, nothing twice, nothing cut, everything in letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from render.checks.pdf_tags.document import Document, Node, elements, first_page, last_page
from render.checks.pdf_tags.faults import Fault, error, warning
from render.pdf_reading import Tag, Words, spoken_text, text_of

_WORDS_NOBODY_HEARS = 4
# Where a bare number or a repeated word is nothing strange: items, cells, calls of notes.
_NO_PLACE = {"L", "Table", "P", "Link", "Reference", "TOC"}
_HARD_HYPHEN = re.compile(r"\w\u2010 ?[^\W\d_]")
_SENTENCE_END = tuple(".!?…:;»”\"')]}؟。！？")


def content(pdf: Document) -> Iterator[Fault]:
    """Faults of what is said and what is not."""
    for words in pdf.tree.untagged[:1]:
        message = f"{len(pdf.tree.untagged)} pieces neither tagged nor artifact, as «{words.text}»"
        yield error("PDF-108", message, f"page {words.page}")
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
    for artifact in pdf.tree.artifacts:
        words = artifact.text.split()
        if artifact.kind == "Pagination" or len(words) < _WORDS_NOBODY_HEARS:
            continue
        quoted = " ".join(words[:8])
        yield error("PDF-120", f"nobody hears «{quoted}…»", f"page {artifact.page}")


def _furniture(pdf: Document) -> Iterator[Fault]:
    """Running heads and page numbers that are read in the middle of the text."""
    texts: dict[str, set[int]] = {}
    numbers: list[Node] = []
    labels = pdf.tree.page_labels
    for node in pdf.nodes:
        page = first_page(node.tag)
        if page is None or any(isinstance(child, Tag) for child in node.tag.children):
            continue
        inside = {tag.role for tag in node.parents}
        if node.tag.role in {"P", "Span", "Div", "NonStruct"} and not inside & _NO_PLACE:
            text = text_of(node.tag)
            texts.setdefault(text, set()).add(page)
            if text in {str(page), labels[page - 1] if page <= len(labels) else ""}:
                numbers.append(node)
    for text, pages in texts.items():
        if text and not text.isdigit() and len(pages) > 2:
            yield error("PDF-121", f"«{text}» is read on {len(pages)} pages")
    if numbers:
        yield error("PDF-121", "the number of the page is read as text", numbers[0].path)


def _cut(pdf: Document) -> Iterator[Fault]:
    """One element made two where the page ends."""
    kinds: Counter[str] = Counter()
    example = ""
    for node in pdf.nodes:
        children = elements(node.tag)
        for before, after in pairwise(children):
            if before.name == after.name and _is_cut(before, after):
                kinds[before.name] += 1
                example = example or f"page {first_page(after)}"
    for name, count in sorted(kinds.items()):
        yield error("PDF-122", f"{count} {name} cut in two at the end of a page", example)


def _is_cut(before: Tag, after: Tag) -> bool:
    end, begin = last_page(before), first_page(after)
    if end is None or begin is None or begin != end + 1:
        return False
    if before.name != "P":
        return before.name in {"L", "LI", "Table", "Sect", "BlockQuote"} and _continues(
            before, after
        )
    return _breaks_off(text_of(before), text_of(after))


def _continues(before: Tag, after: Tag) -> bool:
    """A list, table or section that is only the rest of the one before it."""
    if before.name == "Sect":
        return not any(re.fullmatch(r"H\d?", tag.role) for tag in elements(after)[:1])
    if before.name == "LI":
        return not any(tag.role == "Lbl" for tag in elements(after))
    return _breaks_off(text_of(before), text_of(after)) or before.name in {"L", "Table"}


def _breaks_off(first: str, second: str) -> bool:
    return bool(first and second) and not first.endswith(_SENTENCE_END) and second[0].islower()


def _letters(pdf: Document) -> Iterator[Fault]:
    text = spoken_text(pdf.tree)
    if "\ufffd" in text:
        yield error("PDF-125", f"{text.count(chr(0xFFFD))} signs without a letter behind them")
    if found := _HARD_HYPHEN.findall(text):
        yield error("PDF-126", f"{len(found)} words cut by a hyphen, as «{found[0]}»")
    words = text.split()
    backwards = sum(word.endswith("لا") for word in words), sum(w.startswith("ال") for w in words)
    finals = "ךםןףץ"
    hebrew = sum(w[0] in finals for w in words), sum(word[-1] in finals for word in words)
    for wrong, right in (backwards, hebrew):
        if wrong > 3 and wrong > 2 * right:
            yield error("PDF-127", "text from right to left is stored backwards")


def _says(span: Tag) -> bool:
    return bool(span.lang or span.expansion or span.actual_text or span.attributes)


def _holds_something(tag: Tag) -> bool:
    return any(
        each.alt or each.role in {"Figure", "Formula", "Form", "Annot"} for each in tag.tags()
    ) or any(not isinstance(c, Words) and not isinstance(c, Tag) for c in tag.children)
