"""Acronyms that an article explains itself: "the Alliance of Sahel States (AES)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module

from render.model.article import Pronunciation
from render.speech.normalise.acronyms import Acronyms

# From the first letter of a word and never back into it: a token may be a megabyte long.
_EXPLAINED = re.compile(r"(?<![\w’'-])((?:[\w’'-]++ ){1,9})\(([A-ZÀ-Ý]{2,8})\)")
_LEXICONS = {
    "en": "render.speech.normalise.english.abbreviations",
    "fr": "render.speech.normalise.french.abbreviations",
}


def learned(texts: Iterable[str], lang: str) -> tuple[Pronunciation, ...]:
    """How to say the acronyms that stand in brackets after their own initials.

    Learned, they are acronyms in headlines in capitals too. Nothing for languages without rules.
    """
    module = _LEXICONS.get(lang.partition("-")[0].lower())
    if module is None:
        return ()
    acronyms: Acronyms = import_module(module).ACRONYMS
    found = {
        match.group(2): acronyms.said(match.group(2))
        for text in texts
        for match in _EXPLAINED.finditer(text)
        if _is_initials(match.group(2), match.group(1))
    }
    return tuple(
        Pronunciation(grapheme=written, lang=lang, alias=spoken)
        for written, spoken in sorted(found.items())
        if spoken != written
    )


def _is_initials(acronym: str, words: str) -> bool:
    """Whether the letters begin words that stand before it, in their order."""
    initials = iter(word[0].upper() for word in re.findall(r"[^\W\d_]+", words))
    matched = sum(letter in initials for letter in acronym)
    return matched >= max(2, len(acronym) - 1)
