"""Languages: is each text in the language it says it is in."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from render.checks.epub.faults import Fault, warning
from render.epub_reading import XHTML, Epub, language_of, plain_text
from render.inspection import is_prose
from render.language import are_near, canonical, direction, quick_guess

_SURE = 0.95
_LETTERS_FOR_A_TEXT = 120
_WORDS_FOR_A_PASSAGE = 7
_PASSAGES = tuple(f"{XHTML}{name}" for name in ("span", "q", "i", "em", "cite", "blockquote", "p"))


def language(epub: Epub) -> Iterator[Fault]:
    """Faults of declared languages."""
    declared = {_primary(value) for value in epub.package.values("dc:language")}
    for value in epub.package.values("dc:language"):
        if canonical(value) is None:
            yield warning("EPUB-170", f"'{value}' is no language tag", epub.package.path)
    nav, contents = epub.package.navigation, epub.tree(epub.package.navigation)
    if nav is not None and contents is not None and not language_of(contents):
        yield warning("EPUB-171", "the navigation does not say its language", nav.path)
    for item, root in epub.texts():
        lang = language_of(root)
        if not lang:
            yield warning("EPUB-171", "the document does not say its language", item.path)
            continue
        if canonical(lang) is None:
            yield warning("EPUB-170", f"'{lang}' is no language tag", item.path)
        yield from _direction(epub, root, lang, item.path)
        whole = list(_whole(root, lang, item.path))
        # Where the whole is mistagged, its passages would say the same over and over.
        yield from whole or _passages(root, item.path)
        if declared and _primary(lang) not in declared and "description" not in item.path:
            message = f"the document is in '{lang}', the package in '{', '.join(sorted(declared))}'"
            yield warning("EPUB-172", message, item.path)


def _direction(epub: Epub, root: etree._Element, lang: str, path: str) -> Iterator[Fault]:
    if direction(lang) != "rtl":
        return
    body = root.find(f"{XHTML}body")
    said = {root.get("dir"), body.get("dir") if body is not None else None}
    if not said & {"rtl", "auto"}:
        message = f"'{lang}' is written from right to left, and the document does not say so"
        yield warning("EPUB-174", message, path)
    # A book in several languages turns its pages as its first language wants.
    languages = epub.package.values("dc:language")
    is_mixed = len(languages) > 1 and direction(languages[0]) == "ltr"
    if epub.package.progression not in {"rtl", ""} and not is_mixed:
        message = f"the pages turn from left to right, and '{lang}' is written the other way"
        yield warning("EPUB-174", message, epub.package.path)


def _whole(root: etree._Element, lang: str, path: str) -> Iterator[Fault]:
    text = _in_language(root, lang)
    if len(text) < _LETTERS_FOR_A_TEXT:
        return
    guess = quick_guess(text)
    if guess and guess.probability >= _SURE and not are_near(guess.lang, lang):
        message = f"the text is declared '{lang}' and reads as '{guess.lang}'"
        yield warning("EPUB-172", message, path)


def _passages(root: etree._Element, path: str) -> Iterator[Fault]:
    """Passages without a tag of their own whose words are in another language."""
    for element in root.iter(*_PASSAGES):
        if element.get("lang") or element.find(f".//{XHTML}span") is not None:
            continue
        text = " ".join(plain_text(element).split())
        # Names, dates, figures and the like belong to every language.
        if not is_prose(text, _WORDS_FOR_A_PASSAGE):
            continue
        guess = quick_guess(text)
        lang = language_of(element)
        if guess and lang and guess.probability >= _SURE and not are_near(guess.lang, lang):
            quoted = " ".join(text.split()[:8])
            message = f"'{quoted}…' reads as '{guess.lang}' and is tagged '{lang}'"
            yield warning("EPUB-173", message, path, element.get("id", ""))


def _in_language(root: etree._Element, lang: str) -> str:
    """The text without what is tagged as another language."""
    # Enough to make the guess: a text of nothing but foreign words is found as passages.
    foreign = [e for e in root.iter(f"{XHTML}*") if e.get("lang") not in {None, lang}][:200]
    body = root.find(f"{XHTML}body")
    if body is None:
        return ""
    text = " ".join(plain_text(body).split())
    for element in foreign:
        words = " ".join(plain_text(element).split())
        text = text.replace(words, "", 1) if words else text
    return text


def _primary(tag: str) -> str:
    return tag.strip().replace("_", "-").partition("-")[0].lower()
