"""What the user says about title, deck and byline, found again in the input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from render.model import Author
from render.readers.text.blocks import Block
from render.readers.text.credits import read_credit
from render.readers.text.names import read_authors
from render.readers.text.rulings import Role, Ruling, Rulings
from render.readers.text.vocabulary import vocabulary
from render.reading import ReadOptions

_BY_USER = "given-by-user"


def apply_given(
    blocks: Sequence[Block], rulings: Rulings, options: ReadOptions
) -> dict[int, Ruling]:
    """The rulings that change because the user gave a title, a deck or a byline.

    The block that says the same takes the role; the block that was guessed stays in the
    article as a paragraph, so that no word is lost.
    """
    changed: dict[int, Ruling] = {}
    given: Mapping[Role, str | None] = {
        Role.TITLE: options.title,
        Role.DECK: options.deck,
        Role.BYLINE: options.byline,
    }
    for role, text in given.items():
        if text is None:
            continue
        for index, ruling in rulings.items():
            if ruling.role is role:
                evidence = f"the {role} was given as '{text}'"
                changed[index] = Ruling(Role.PARAGRAPH, f"{role}-given-by-user", evidence, 1.0)
        match = _matching(blocks, text, role)
        if match is not None:
            changed[match] = Ruling(role, _BY_USER, "the input has the same line", 1.0)
    return changed


def given_authors(byline: str) -> tuple[Author, ...]:
    """The authors of a byline that the user gave; a name we cannot split stays whole."""
    name = " ".join(byline.split())
    return read_authors(name, vocabulary()) or ((Author(name=name),) if name else ())


def _matching(blocks: Sequence[Block], text: str, role: Role) -> int | None:
    wanted = _folded(text)
    for index, block in enumerate(blocks):
        if wanted in (_folded(block.text), _names(block) if role is Role.BYLINE else None):
            return index
    return None


def _names(block: Block) -> str | None:
    credit = read_credit(block)
    return _folded(", ".join(author.name for author in credit.authors)) if credit else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
