"""Pass 3b: where the article begins and ends in the page, and what around it is chrome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from render.readers.text.rulings import Role, Ruling
from render.readers.text.weights import Weight

# A stretch beside the best segment is not cut off while no navigation comes within this many
# blocks: what nothing marks as chrome is kept.
_CLEAR = 15
# Such a run of short lines inside the article is kept, and reported.
_LONG_RUN = 5


@dataclass(frozen=True, slots=True)
class Segment:
    """The run of blocks that is the article, `begin` inclusive, `end` exclusive.

    `core_begin` and `core_end` are the run with the greatest sum of weights, before it
    was widened over what nothing marks as chrome.
    """

    begin: int
    end: int
    core_begin: int
    core_end: int


def find_segment(weights: Sequence[Weight]) -> Segment | None:
    """The article among the blocks; None where no run of blocks weighs more than nothing."""
    core = _heaviest_run(weights)
    if core is None:
        return None
    begin, end = core
    # Longer than the article itself is another one.
    reach = max(_CLEAR, end - begin)
    first, last = max(0, begin - reach), min(len(weights), end + reach)
    while begin > first and _belongs(weights, begin - 1, begin - _CLEAR, begin):
        begin -= 1
    while end < last and _belongs(weights, end, end, end + _CLEAR):
        end += 1
    if not _marked(weights, 0, begin):
        begin = 0
    if not _marked(weights, end, len(weights)):
        end = len(weights)
    return Segment(begin, end, *core)


def rule_by_segment(weights: Sequence[Weight], segment: Segment | None) -> dict[int, Ruling]:
    """A ruling for each block: paragraph of the article, or chrome."""
    rulings: dict[int, Ruling] = {}
    for index, weight in enumerate(weights):
        if segment is None or segment.begin <= index < segment.end:
            rulings[index] = _inside(weights, index, segment)
        elif weight.navigation:
            rulings[index] = Ruling(Role.CHROME, "navigation-phrase", weight.evidence, 0.95)
        else:
            rulings[index] = Ruling(
                Role.CHROME, "outside-article", weight.evidence, _confidence(weight)
            )
    return rulings


def doubtful_runs(weights: Sequence[Weight], kept: Sequence[int]) -> list[range]:
    """Runs of kept blocks, side by side, that look like chrome and may be none."""
    runs: list[range] = []
    for index in kept:
        if weights[index].value > 0:
            continue
        if runs and runs[-1].stop == index:
            runs[-1] = range(runs[-1].start, index + 1)
        else:
            runs.append(range(index, index + 1))
    return [run for run in runs if len(run) >= _LONG_RUN]


def _heaviest_run(weights: Sequence[Weight]) -> tuple[int, int] | None:
    best, best_sum = None, 0.0
    begin, total = 0, 0.0
    for index, weight in enumerate(weights):
        if total <= 0:
            begin, total = index, 0.0
        total += weight.value
        if total > best_sum:
            best, best_sum = (begin, index + 1), total
    return best


def _belongs(weights: Sequence[Weight], index: int, begin: int, end: int) -> bool:
    """Whether a block beside the article is of it: like it in looks, or far from chrome."""
    weight = weights[index]
    likely = weight.sentence or weight.apart
    return (likely and not weight.mark) or not _marked(weights, begin, end)


def _marked(weights: Sequence[Weight], begin: int, end: int) -> bool:
    return any(weight.mark for weight in weights[max(0, begin) : end])


def _inside(weights: Sequence[Weight], index: int, segment: Segment | None) -> Ruling:
    weight = weights[index]
    if weight.navigation:
        return Ruling(Role.CHROME, "navigation-phrase", weight.evidence, 0.9)
    if segment is None:
        return Ruling(Role.PARAGRAPH, "nothing-outweighs", weight.evidence, 0.5)
    if segment.core_begin <= index < segment.core_end:
        return Ruling(Role.PARAGRAPH, "inside-article", weight.evidence, 1 - _confidence(weight))
    return Ruling(Role.PARAGRAPH, "no-navigation-near", weight.evidence, 0.5)


def _confidence(weight: Weight) -> float:
    """How sure the block is chrome, from its weight: 0.5 where it weighs nothing."""
    return round(min(0.95, max(0.05, 0.5 - weight.value / 5)), 2)
