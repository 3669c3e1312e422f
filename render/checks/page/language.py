"""Languages: declared, real, and those of passages; direction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from render.checks.page.document import Page, ancestors, attribute, is_hidden, text_of
from render.checks.page.faults import Fault, error, warning
from render.inspection import is_prose
from render.language import are_near, canonical, direction, quick_guess

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SURE = 0.95
_LETTERS_FOR_A_TEXT = 120
_WORDS_FOR_A_PASSAGE = 7


def language(page: Page) -> Iterator[Fault]:
    """Faults of declared languages and directions."""
    root = page.root
    lang = attribute(root, "lang") if root else ""
    if not lang:
        yield error("PAGE-101", "the page does not say its language", root)
    yield from _tags(page)
    if root is None or canonical(lang) is None:
        return
    if direction(lang) == "rtl" and attribute(root, "dir") != "rtl":
        yield error("PAGE-105", f"'{lang}' is written from right to left and dir is not rtl", root)
    yield from _whole(page, lang)
    yield from _passages(page)


def _tags(page: Page) -> Iterator[Fault]:
    for node in page.css("[lang]"):
        tag = attribute(node, "lang")
        if tag and canonical(tag) is None:
            yield error("PAGE-102", f"'{tag}' is no language tag", node)


def _whole(page: Page, lang: str) -> Iterator[Fault]:
    text = " ".join(text_of(node) for node in page.css("p") if _lang_of(node) == lang)
    if len(text) < _LETTERS_FOR_A_TEXT:
        return
    guess = quick_guess(text)
    if guess and guess.probability >= _SURE and not are_near(guess.lang, lang):
        message = f"the text is declared '{lang}' and reads as '{guess.lang}'"
        yield error("PAGE-103", message, page.root)


def _passages(page: Page) -> Iterator[Fault]:
    """Passages without a tag of their own whose words are in another language."""
    for node in page.css("q, i, em, cite, blockquote, p"):
        if node.css_first("[lang]") is not None or is_hidden(node):
            continue
        text, lang = text_of(node), _lang_of(node)
        if not is_prose(text, _WORDS_FOR_A_PASSAGE):
            continue
        guess = quick_guess(text)
        if guess and lang and guess.probability >= _SURE and not are_near(guess.lang, lang):
            quoted = " ".join(text.split()[:8])
            message = f"«{quoted}…» reads as '{guess.lang}' and is tagged '{lang}'"
            yield warning("PAGE-104", message, node)


def _lang_of(node: LexborNode) -> str:
    declared = (attribute(each, "lang") for each in (node, *ancestors(node)))
    return next(filter(None, declared), "")
