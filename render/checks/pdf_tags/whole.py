"""The file as a whole: tagged, named, in its language, with bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from render.checks.pdf_tags.document import Document, Node
from render.checks.pdf_tags.faults import Fault, error, warning
from render.inspection import is_prose
from render.inspection.placeholders import is_any_title
from render.language import are_near, canonical, quick_guess
from render.pdf_reading import headings, text_of

_SURE = 0.95
_LETTERS_FOR_A_TEXT = 120
_WORDS_FOR_A_PASSAGE = 7
_BLOCKS = ("P", "BlockQuote", "Quote", "LBody", "TD")


def whole(pdf: Document) -> Iterator[Fault]:
    """Faults of the file's own properties."""
    tree, facts = pdf.tree, pdf.facts
    if not facts.marked:
        yield error("PDF-102", "the file does not say that it is tagged")
    title = " ".join(tree.title.split())
    if not title or is_any_title(title):
        fault = warning if title else error
        yield fault("PDF-105", f"the title «{title}» says nothing" if title else "no title")
    elif not facts.shows_title:
        yield warning("PDF-106", "readers show the name of the file in place of the title")
    yield from _language(pdf)
    yield from _bookmarks(pdf)
    for page in facts.form_marks:
        yield error("PDF-109", "tagged text inside a form, where no tag reaches it", f"page {page}")
    for page in facts.untabbed:
        yield warning("PDF-110", "the Tab key does not follow the tags", f"page {page}")


def _language(pdf: Document) -> Iterator[Fault]:
    lang = pdf.tree.lang
    if not lang or canonical(lang) is None:
        yield error("PDF-103", f"'{lang}' is no language tag" if lang else "no language")
        return
    # An article in another language, as an issue may have, says nothing of the whole.
    own = (node for node in pdf.having("P") if are_near(_lang_of(node, lang), lang))
    text = " ".join(text_of(node.tag) for node in own if not _lang_inside(node.tag))
    guess = quick_guess(text) if len(text) >= _LETTERS_FOR_A_TEXT else None
    if guess and guess.probability >= _SURE and not are_near(guess.lang, lang):
        yield error("PDF-104", f"the text is declared '{lang}' and reads as '{guess.lang}'")
        return
    for node in pdf.having(*_BLOCKS):
        declared = _lang_of(node, lang)
        words = text_of(node.tag)
        if not is_prose(words, _WORDS_FOR_A_PASSAGE) or _lang_inside(node.tag):
            continue
        guess = quick_guess(words)
        if guess and guess.probability >= _SURE and not are_near(guess.lang, declared):
            quoted = " ".join(words.split()[:8])
            message = f"«{quoted}…» reads as '{guess.lang}' and is tagged '{declared}'"
            yield warning("PDF-107", message, node.path)


def _lang_of(node: Node, lang: str) -> str:
    """The language of an element: its own, that around it, or `lang`, that of the document."""
    return next((tag.lang for tag in (node.tag, *reversed(node.parents)) if tag.lang), lang)


def _lang_inside(tag: object) -> bool:
    from render.pdf_reading import Tag

    return isinstance(tag, Tag) and any(each.lang for each in tag.tags() if each is not tag)


def _bookmarks(pdf: Document) -> Iterator[Fault]:
    """Bookmarks lead to the headings, in their words and order."""
    found = [text for _, text in headings(pdf.tree)]
    marks = [item.title for item in pdf.tree.outline]
    if len(found) > 2 and not marks:
        yield warning("PDF-111", "there are headings and no bookmarks")
        return
    rest = iter(found)
    strange = next((mark for mark in marks if not any(_names(mark, each) for each in rest)), None)
    if found and strange is not None:
        yield warning("PDF-112", f"the bookmark «{strange}» is no heading, or is out of order")


def _names(mark: str, heading: str) -> bool:
    """Whether a bookmark has the words of a heading, and at most the number of its note besides."""
    told, wanted = _flat(mark), _flat(heading)
    return told == wanted or (told.startswith(wanted) and told[len(wanted) :].isdecimal())


def _flat(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\u2060]", "", text).casefold()
