"""Pass 4: the title and the deck, by their place at the top."""

from __future__ import annotations

from collections.abc import Sequence

from render.readers.text.blocks import Block
from render.readers.text.rulings import Role, Ruling
from render.readers.text.weights import length_of

_LONGEST_TITLE = 200


def find_title(blocks: Sequence[Block], kept: Sequence[int]) -> Ruling | None:
    """The ruling that makes the first kept block the title; None where it cannot be one.

    A final stop is allowed.
    """
    if len(kept) < 2:
        return None
    first = blocks[kept[0]]
    size = length_of(first.text)
    if first.marker or size > _LONGEST_TITLE or not any(map(str.isalpha, first.text)):
        return None
    evidence = f"first block, {size} characters"
    return Ruling(Role.TITLE, "first-short-block", evidence, 0.9 if first.gap_after else 0.7)


def find_deck(blocks: Sequence[Block], body: Sequence[int], headings: Sequence[int]) -> Ruling | None:
    """The ruling that makes the first block of the body the deck.

    It is one when it stands alone before a heading or before a wider gap.
    """
    if len(body) < 2 or blocks[body[0]].marker or body[0] in headings:
        return None
    deck, following = blocks[body[0]], blocks[body[1]]
    if body[1] in headings:
        return Ruling(Role.DECK, "one-block-before-heading", "a heading follows", 0.8)
    usual = sorted(blocks[index].gap_before for index in body[2:])
    if usual and following.gap_before > usual[len(usual) // 2]:
        evidence = f"{following.gap_before} blank lines after it, {usual[len(usual) // 2]} elsewhere"
        return Ruling(Role.DECK, "one-block-before-gap", evidence, 0.6)
    del deck
    return None
