"""The article's pronunciations as lexicons, one a language (PLS 1.0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from render.model import Article, Pronunciation
from render.renderers.epub.resources import Resource

MEDIA_TYPE = "application/pls+xml"


def lexicons(article: Article) -> dict[str, Resource]:
    """A lexicon for each language that the article has pronunciations in, by language."""
    by_lang: dict[str, list[Pronunciation]] = {}
    for entry in article.lexicon:
        if entry.alias or entry.ipa:
            by_lang.setdefault(entry.lang, []).append(entry)
    return {
        lang: Resource(f"lexicon-{number}", f"lexicon-{number}.pls", MEDIA_TYPE, _pls(lang, words))
        for number, (lang, words) in enumerate(by_lang.items(), start=1)
    }


def _pls(lang: str, entries: Iterable[Pronunciation]) -> bytes:
    lexemes = "".join(_lexeme(entry) for entry in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"'
        f' alphabet="ipa" xml:lang="{escape(lang)}">\n{lexemes}</lexicon>\n'
    ).encode()


def _lexeme(entry: Pronunciation) -> str:
    said = "".join(_said(entry))
    grapheme = escape(entry.grapheme, quote=False)
    return f"<lexeme><grapheme>{grapheme}</grapheme>{said}</lexeme>\n"


def _said(entry: Pronunciation) -> Iterator[str]:
    if entry.ipa:
        yield f"<phoneme>{escape(entry.ipa, quote=False)}</phoneme>"
    elif entry.alias:
        yield f"<alias>{escape(entry.alias, quote=False)}</alias>"
