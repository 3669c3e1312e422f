"""Whether the runs of a flow are in a text, whole and in order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from render.inspection.expected import Run

# Between two words of one run a format may put a note's number or a page marker,
# with its label; more than that is another text.
_GAP = 6


@dataclass(frozen=True, slots=True)
class Fault:
    """A run that is not where it should be: `words` are those not found after their neighbours."""

    kind: Literal["missing", "order"]
    run: Run
    words: tuple[str, ...]


def faults(flows: Iterable[Iterable[Run]], found: Sequence[str]) -> Iterator[Fault]:
    """The runs of each flow that `found`, the words of a file, lacks or has too early.

    Linear for a file that is right: each run is looked for after the one before it, and
    where a flow begins, by the rarest of its words.
    """
    index: dict[str, list[int]] = {}
    for flow in flows:
        reached = 0
        for run in flow:
            end = _next(run.words, found, reached)
            if end is None:
                # Made when it is needed, and once for all flows: a thousand notes are as many.
                index = index or _index(found)
                end = _search(run.words, found, index, reached)
            if end is not None:
                reached = end
                continue
            yield _fault(run, found, index)


def _fault(run: Run, found: Sequence[str], index: dict[str, list[int]]) -> Fault:
    if _search(run.words, found, index, 0) is not None:
        return Fault("order", run, run.words)
    # What begins nowhere with so many words begins nowhere with more of them.
    matched = bisect_left(
        range(1, len(run.words)),
        1,
        key=lambda count: int(_search(run.words[:count], found, index, 0) is None),
    )
    return Fault("missing", run, run.words[matched:])


def _next(wanted: tuple[str, ...], found: Sequence[str], start: int) -> int | None:
    """Where the run ends if it begins here, but for the few words that may stand before it."""
    for begin in range(start, min(start + _GAP + 1, len(found))):
        if found[begin] == wanted[0]:
            return _follow(wanted, found, begin)
    return None


def _index(found: Sequence[str]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for position, word in enumerate(found):
        index[word].append(position)
    return index


def _search(
    wanted: tuple[str, ...], found: Sequence[str], index: dict[str, list[int]], start: int
) -> int | None:
    """Where the run ends that begins first, at `start` or later."""
    for begin in _beginnings(wanted, index, start):
        end = _follow(wanted, found, begin)
        if end is not None:
            return end
    return None


def _beginnings(wanted: tuple[str, ...], index: dict[str, list[int]], start: int) -> Iterator[int]:
    """The places of the first word at which the rarest word is near enough to belong to it."""
    places = [index.get(word, []) for word in wanted]
    rarest = min(range(len(wanted)), key=lambda number: len(places[number]))
    begins, reached = places[0], start
    for place in places[rarest]:
        reached = max(reached, place - rarest * (_GAP + 1))
        for number in range(bisect_left(begins, reached), len(begins)):
            if begins[number] > place - rarest:
                break
            yield begins[number]
            reached = begins[number] + 1


def _follow(wanted: tuple[str, ...], found: Sequence[str], start: int) -> int | None:
    """Where the run ends that begins at `start`, with a few words between two of its own."""
    position = start + len(wanted)
    if tuple(found[start:position]) == wanted:
        return position
    position = start
    for word in wanted:
        limit = min(position + _GAP + 1, len(found))
        while position < limit and found[position] != word:
            position += 1
        if position >= limit:
            return None
        position += 1
    return position
