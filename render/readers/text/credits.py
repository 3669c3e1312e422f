"""Pass 6: the byline and the dates, looked for at both ends of the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from render.model import Author
from render.readers.text.blocks import Block
from render.readers.text.dates import FoundDate, find_dates, without_times
from render.readers.text.names import read_authors, read_byline, read_name, read_organisation
from render.readers.text.vocabulary import Vocabulary, fold, vocabulary

_LONGEST = 140
_EDGES = " \t\u00a0|•·,;:()[]–—-/、。"


@dataclass(frozen=True, slots=True)
class Credit:
    """What a line says about who wrote the article and when.

    `unreadable` is a date that is no day, or that may be two.
    """

    authors: tuple[Author, ...] = ()
    published: str | None = None
    modified: str | None = None
    unreadable: str | None = None
    rule: str = ""
    confidence: float = 0.0


def read_credit(block: Block) -> Credit | None:
    """The credit a block gives, or None where it is anything else."""
    if len(block.text) > _LONGEST or block.marker:
        return None
    words = vocabulary()
    dates = find_dates(block.text, words)
    return _dated(block.text, dates, words) if dates else _byline(block.text, words)


def find_credits(
    blocks: Sequence[Block], head: Sequence[int], tail: Sequence[int], last: int
) -> dict[int, Credit]:
    """The credits of the article by block; the head is heard before the tail.

    One byline and one date of each kind: a second one is text like any other. `last` is
    the last block of the article.
    """
    found: dict[int, Credit] = {}
    for index in (*head, *tail):
        credit = read_credit(blocks[index])
        if credit is not None and _is_new(credit, found):
            found[index] = credit
    if not _has_authors(found):
        found |= _name_beside_date(blocks, head, found)
    if not _has_authors(found):
        found |= _signature(blocks, last)
    return found


def unsaid(text: str, authors: Sequence[Author]) -> tuple[str, ...]:
    """What a credit line says that is in none of the authors, exact and in order."""
    rest = [text]
    for author in authors:
        for said in (author.name, author.role):
            if said:
                last, _, after = rest.pop().partition(said)
                rest += [last, after]
    return tuple(part.strip() for part in rest if part.strip())


def _is_new(credit: Credit, found: Mapping[int, Credit]) -> bool:
    if credit.authors and _has_authors(found):
        return False
    known = found.values()
    if credit.published and any(other.published for other in known):
        return False
    return not (credit.modified and any(other.modified for other in known))


def _has_authors(found: Mapping[int, Credit]) -> bool:
    return any(credit.authors for credit in found.values())


def _byline(text: str, words: Vocabulary) -> Credit | None:
    organisation = read_organisation(text, words)
    if organisation is not None:
        return Credit((organisation,), rule="newsroom-or-agency", confidence=0.95)
    byline = read_byline(text, words)
    if byline is not None:
        return Credit(byline[1], rule="byline-lead", confidence=0.9)
    return None


def _dated(text: str, dates: Sequence[FoundDate], words: Vocabulary) -> Credit | None:
    """A line of dates, with nothing else in it than a byline."""
    credit = Credit(rule="date-line", confidence=0.9)
    left: list[str] = []
    position = 0
    for found in dates:
        before, changed = _without_lead(text[position : found.begin], words)
        left.append(before)
        position = found.end
        if found.day is None:
            credit = replace(credit, unreadable=text[found.begin : found.end], confidence=0.5)
        elif changed:
            credit = replace(credit, modified=credit.modified or found.day)
        else:
            credit = replace(credit, published=credit.published or found.day)
    left.append(text[position:])
    said = [part for part in (_without_date_words(part, words) for part in left) if part]
    if not said:
        return credit
    return _signed(credit, " ".join(said), words)


def _signed(credit: Credit, text: str, words: Vocabulary) -> Credit | None:
    byline = _byline(text, words)
    if byline is not None:
        return replace(credit, authors=byline.authors, rule="byline-with-date")
    authors = read_authors(text, words)
    if authors and all(" " in author.name or author.kind == "organisation" for author in authors):
        return replace(credit, authors=authors, rule="name-with-date", confidence=0.7)
    return None


def _without_lead(text: str, words: Vocabulary) -> tuple[str, bool]:
    """The text without a final "published on" or "updated", and whether it was the latter."""
    said = without_times(text).split()
    for size in range(min(4, len(said)), 0, -1):
        phrase = fold(" ".join(said[-size:]))
        if phrase in words.modified or phrase in words.published:
            return " ".join(said[:-size]), phrase in words.modified
    return text, False


def _without_date_words(text: str, words: Vocabulary) -> str:
    said = without_times(text).strip(_EDGES).split()
    while said and fold(said[-1]) in words.date_words | {""}:
        said.pop()
    while said and fold(said[0]) in words.date_words | {""} and len(said[0]) > 0:
        if read_byline(" ".join(said), words):
            break
        said.pop(0)
    return " ".join(said).strip(_EDGES)


def _name_beside_date(
    blocks: Sequence[Block], head: Sequence[int], found: Mapping[int, Credit]
) -> dict[int, Credit]:
    """Two to four capitalised words on the line before or after a date."""
    for index in head:
        beside = found.get(index - 1) or found.get(index + 1)
        if index in found or beside is None or blocks[index].marker:
            continue
        author = read_name(blocks[index].text, vocabulary())
        if author is not None:
            return {index: Credit((author,), rule="name-beside-date", confidence=0.7)}
    return {}


def _signature(blocks: Sequence[Block], last: int) -> dict[int, Credit]:
    """A name on the last line, set apart from the text."""
    if blocks[last].marker or not blocks[last].gap_before:
        return {}
    author = read_name(blocks[last].text, vocabulary())
    if author is None:
        return {}
    return {last: Credit((author,), rule="signature", confidence=0.6)}
