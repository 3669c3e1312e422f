"""Pass 6: the byline and the date line, looked for at both ends of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from render.model import Author
from render.readers.text.blocks import Block
from render.readers.text.dates import find_date, without_time
from render.readers.text.vocabulary import Vocabulary, fold, vocabulary

_LONGEST = 120
_SEPARATOR = re.compile(r"\s*(?:[|•·/]|\s[-–—]\s)\s*")
_PARTICLES = frozenset("de du des d' del della di da dos das van von der den ter ten la le el al bin ben ibn abu y e et".split())


@dataclass(frozen=True, slots=True)
class Credit:
    """What a line says about who wrote the article and when.

    `unsaid` are the words that are in neither author nor date, exact and in order.
    """

    authors: tuple[Author, ...] = ()
    published: str | None = None
    modified: str | None = None
    unsaid: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 0.0
    bad_date: bool = False


def read_credit(block: Block) -> Credit | None:
    """The credit a block gives, or None where it is anything else."""
    if len(block.text) > _LONGEST or block.marker:
        return None
    words = vocabulary()
    return _newsroom(block.text, words) or _byline(block.text, words) or _date(block.text, words)


def read_name(text: str) -> Author | None:
    """A person's name standing alone: two to four capitalised words."""
    parts = text.split()
    if not 2 <= len(parts) <= 4 or len(text) > 40:
        return None
    return Author(name=text) if _is_name(text) else None


def split_authors(text: str, words: Vocabulary) -> tuple[Author, ...]:
    """The authors a byline names, joined by commas or by a word for "and"; none if unclear."""
    joiners = "|".join(re.escape(word) for word in sorted(words.joiners) if word.isalpha())
    names = re.split(rf"\s*[,、・;&]\s*|\s+(?:{joiners})\s+", text.strip())
    authors = [_author(name, words) for name in names]
    return tuple(a for a in authors if a) if authors and all(authors) else ()


def _author(name: str, words: Vocabulary) -> Author | None:
    if fold(name) in words.newsrooms or fold(name) in words.agencies:
        return Author(name=name, kind="organisation")
    return Author(name=name) if _is_name(name) else None


def _is_name(text: str) -> bool:
    parts = text.split()
    if not 1 <= len(parts) <= 5 or any(char.isdigit() for char in text):
        return False
    if re.search(r"[!?:;…»«\"]|\.$", text):
        return False
    proper = [part for part in parts if part.casefold() not in _PARTICLES]
    return bool(proper) and all(part[0].isupper() or _caseless(part) for part in proper)


def _caseless(word: str) -> bool:
    return word[0].isalpha() and word[0].upper() == word[0].lower()


def _newsroom(text: str, words: Vocabulary) -> Credit | None:
    phrase = fold(text)
    if phrase in words.newsrooms:
        return Credit((Author(name=text, kind="organisation"),), rule="newsroom", confidence=0.95)
    if phrase in words.agencies:
        return Credit((Author(name=text, kind="organisation"),), rule="agency", confidence=0.9)
    return None


def _byline(text: str, words: Vocabulary) -> Credit | None:
    for lead in words.bylines:
        if not text.casefold().startswith(lead.casefold()):
            continue
        rest = text[len(lead) :]
        if lead[-1].isalpha() and rest[:1].isalnum():
            continue
        authors = split_authors(rest.strip(" :\u00a0"), words)
        if authors:
            return Credit(authors, unsaid=(text[: len(lead)],), rule="byline-lead", confidence=0.9)
    return None


def _date(text: str, words: Vocabulary) -> Credit | None:
    found = find_date(text, words)
    if found is None:
        return None
    around = fold(without_time(text[: found.begin] + " " + text[found.end :]))
    changed = around in words.modified
    if around and not changed and around not in words.published:
        return None
    if found.day is None:
        return Credit(bad_date=True, rule="date-line", confidence=0.5)
    if changed:
        return Credit(modified=found.day, unsaid=(text,), rule="date-line", confidence=0.9)
    return Credit(published=found.day, unsaid=(text,), rule="date-line", confidence=0.9)


def credits_near(blocks: Sequence[Block], indices: Sequence[int]) -> dict[int, Credit]:
    """The credits among the blocks at `indices`."""
    found = {index: read_credit(blocks[index]) for index in indices}
    return {index: credit for index, credit in found.items() if credit is not None}
