"""Pass 5: which short blocks are headings of what follows."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from render.readers.text.blocks import Block
from render.readers.text.rulings import Role, Ruling
from render.readers.text.weights import Weight, ends_sentence, length_of

_LONGEST = 110
_PROSE = 60


def rule_headings(
    blocks: Sequence[Block], weights: Sequence[Weight], body: Sequence[int]
) -> dict[int, Ruling]:
    """The headings among the blocks at `body`, which are in reading order."""
    del weights
    spaced = _gaps_speak(blocks, body)
    found: dict[int, Ruling] = {}
    for index, after in itertools.pairwise(body):
        block, following = blocks[index], blocks[after]
        if not _may_be_heading(block) or not _is_longer_prose(following, block):
            continue
        if spaced and block.gap_before < block.gap_after:
            continue
        if spaced and block.gap_before > block.gap_after:
            evidence = f"{block.gap_before} blank lines before, {block.gap_after} after"
            found[index] = Ruling(Role.HEADING, "heading-by-gap", evidence, 0.9)
        else:
            found[index] = Ruling(Role.HEADING, "heading-by-shape", "short, then prose", 0.6)
    return found


def _gaps_speak(blocks: Sequence[Block], body: Sequence[int]) -> bool:
    return len({blocks[index].gap_before for index in body[1:]}) > 1


def _may_be_heading(block: Block) -> bool:
    text = block.text
    if block.marker or length_of(text) > _LONGEST or not any(map(str.isalpha, text)):
        return False
    return text[-1] in "?!؟？！" or not (ends_sentence(text) or text[-1] in ",;:،؛、：；")


def _is_longer_prose(following: Block, heading: Block) -> bool:
    return length_of(following.text) >= max(_PROSE, len(heading.text))
