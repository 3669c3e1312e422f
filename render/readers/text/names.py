"""Names of people and newsrooms in a byline, to authors."""

from __future__ import annotations

import re

from render.model import Author
from render.readers.text.vocabulary import Vocabulary, fold

_PARTICLES = frozenset(
    "de du des d' del della di da do dos das van von der den ter ten zu la le el al bin ben ibn "
    "abu y e et".split()
)
_NO_NAME = re.compile(r"[!?:;…»«\"“”@#/\\<>=\d]|[^\W\d_]{3,}\.$")
_LONGEST_NAME = 60


def read_byline(text: str, words: Vocabulary) -> tuple[str, tuple[Author, ...]] | None:
    """The words that lead a byline, such as `Par`, and the authors after them."""
    for lead in words.bylines:
        if not text.casefold().startswith(lead.casefold()):
            continue
        rest = text[len(lead) :]
        if lead[-1].isalpha() and (rest[:1].isalnum() or not rest):
            continue
        authors = read_authors(rest.strip(" \t:\u00a0"), words)
        # "Par Amour" is a title: after a bare preposition, a person has two names.
        sure = not lead.isalpha() or not lead.isascii()
        if authors and (sure or all(map(_is_full, authors))):
            return text[: len(lead)], authors
    return None


def read_authors(text: str, words: Vocabulary) -> tuple[Author, ...]:
    """The authors a text lists; none where any part of it is not a name.

    After a comma, words in lower case are the role of the author before.
    """
    joiners = "|".join(sorted(re.escape(word) for word in words.joiners if word.isalpha()))
    authors: list[Author] = []
    for part in re.split(rf"\s*[,、・;&|]\s*|\s+(?:{joiners})\s+", text.strip()):
        known = read_organisation(part, words)
        if known is not None:
            authors.append(known)
        elif _is_name(part):
            authors.append(Author(name=part))
        elif authors and part[:1].islower() and authors[-1].role is None:
            authors[-1] = Author(name=authors[-1].name, kind=authors[-1].kind, role=part)
        else:
            return ()
    return tuple(authors)


def read_name(text: str, words: Vocabulary) -> Author | None:
    """A person's name standing alone: two to four words, each with a capital.

    "The End" is none: articles and such are no part of names, particles apart.
    """
    parts = text.split()
    common = words.function_words - _PARTICLES
    if any(part.casefold() in common for part in parts):
        return None
    if not 2 <= len(parts) <= 4 or not _is_name(text) or any(map(_caseless, parts)):
        return None
    return Author(name=text)


def read_organisation(text: str, words: Vocabulary) -> Author | None:
    """A newsroom or an agency by its known name."""
    phrase = fold(text)
    if phrase in words.newsrooms or phrase in words.agencies:
        return Author(name=text, kind="organisation")
    return None


def _is_full(author: Author) -> bool:
    return " " in author.name or author.kind == "organisation"


def _is_name(text: str) -> bool:
    parts = text.split()
    if not 1 <= len(parts) <= 6 or len(text) > _LONGEST_NAME or _NO_NAME.search(text):
        return False
    proper = [part for part in parts if part.casefold() not in _PARTICLES]
    return bool(proper) and all(part[0].isupper() or _caseless(part) for part in proper)


def _caseless(word: str) -> bool:
    return word[0].isalpha() and word[0].upper() == word[0].lower()
