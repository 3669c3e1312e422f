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


def faults(flow: Iterable[Run], found: Sequence[str]) -> Iterator[Fault]:
    """The runs of `flow` that `found`, the words of a file, lacks or has too early.

    Linear for a file that is right: each run is looked for after the one before it.
    """
    index: dict[str, list[int]] = {}
    reached = 0
    for run in flow:
        end = _next(run.words, found, reached)
        if end is None:
            # For a file that is right there is hardly a run to be looked for everywhere.
            index = index or _index(found)
            end, _ = _search(run.words, found, index, reached)
        if end is not None:
            reached = end
            continue
        elsewhere, matched = _search(run.words, found, index, 0)
        kind: Literal["missing", "order"] = "missing" if elsewhere is None else "order"
        yield Fault(kind, run, run.words[matched:] if elsewhere is None else run.words)


def _next(wanted: tuple[str, ...], found: Sequence[str], start: int) -> int | None:
    """Where the run ends if it begins here, but for the few words that may stand before it."""
    for begin in range(start, min(start + _GAP + 1, len(found))):
        if found[begin] == wanted[0]:
            return _follow(wanted, found, begin)[0]
    return None


def _index(found: Sequence[str]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for position, word in enumerate(found):
        index[word].append(position)
    return index


def _search(
    wanted: tuple[str, ...], found: Sequence[str], index: dict[str, list[int]], start: int
) -> tuple[int | None, int]:
    """Where the run ends, or None; and how many of its words were found at best."""
    places = index.get(wanted[0], [])
    best = 0
    for number in range(bisect_left(places, start), len(places)):
        end, matched = _follow(wanted, found, places[number])
        if end is not None:
            return end, matched
        best = max(best, matched)
    return None, best


def _follow(wanted: tuple[str, ...], found: Sequence[str], start: int) -> tuple[int | None, int]:
    position = start + len(wanted)
    if tuple(found[start:position]) == wanted:
        return position, len(wanted)
    position = start
    for matched, word in enumerate(wanted):
        limit = min(position + _GAP + 1, len(found))
        while position < limit and found[position] != word:
            position += 1
        if position >= limit:
            return None, matched
        position += 1
    return position, len(wanted)
