"""Pass 3b: where the article begins and ends in the page, and what around it is chrome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from render.readers.text.blocks import Block
from render.readers.text.rulings import Role, Ruling
from render.readers.text.weights import Weight

# Fewer lines than this outside the segment, none of them navigation, are not cut: a short
# pasted text has no chrome, and a line kept too much costs less than a line lost.
_FEW = 5
_TITLE_REACH = 12


@dataclass(frozen=True, slots=True)
class Segment:
    """The best contiguous run of blocks, `begin` inclusive, `end` exclusive."""

    begin: int
    end: int


def best_segment(weights: Sequence[Weight]) -> Segment | None:
    """The run of blocks with the greatest sum of weights; None where no block has any."""
    best, best_sum = None, 0.0
    begin, total = 0, 0.0
    for index, weight in enumerate(weights):
        if total <= 0:
            begin, total = index, 0.0
        total += weight.value
        if total > best_sum:
            best, best_sum = Segment(begin, index + 1), total
    return best


def rule_chrome(blocks: Sequence[Block], weights: Sequence[Weight]) -> dict[int, Ruling]:
    """A ruling for each block: in the article as a paragraph, or chrome."""
    segment = best_segment(weights)
    if segment is None:
        return {index: _by_itself(weight) for index, weight in enumerate(weights)}
    rulings = {index: _by_itself(weight) for index, weight in enumerate(weights)}
    title = _title_above(blocks, weights, segment.begin)
    for index in (*range(segment.begin), *range(segment.end, len(blocks))):
        if rulings[index].role is Role.CHROME or (index != title and title is not None):
            pass
    rulings |= _outside(weights, range(segment.begin), title)
    rulings |= _outside(weights, range(segment.end, len(blocks)), None)
    return rulings


def _by_itself(weight: Weight) -> Ruling:
    if weight.navigation:
        return Ruling(Role.CHROME, "navigation-phrase", weight.evidence, 0.95)
    return Ruling(Role.PARAGRAPH, "inside-segment", weight.evidence, 0.8)


def _outside(weights: Sequence[Weight], region: range, title: int | None) -> dict[int, Ruling]:
    plain = [i for i in region if not weights[i].navigation]
    if len(plain) < _FEW and len(plain) == len(region):
        return {
            i: Ruling(Role.PARAGRAPH, "few-lines-outside", weights[i].evidence, 0.5) for i in plain
        }
    return {
        i: Ruling(Role.CHROME, "outside-segment", weights[i].evidence, 0.8)
        for i in plain
        if i != title
    }


def _title_above(blocks: Sequence[Block], weights: Sequence[Weight], begin: int) -> int | None:
    near = [
        i
        for i in range(max(0, begin - _TITLE_REACH), begin)
        if not weights[i].navigation and 15 <= len(blocks[i].text) <= 200
    ]
    return max(near, key=lambda i: (len(blocks[i].text), i), default=None)
