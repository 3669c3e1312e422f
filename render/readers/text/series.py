"""Numbered series, such as "Article 1." and "Step 2:": headings whatever they end with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from render.readers.text.blocks import Block

_NUMBERED = re.compile(r"(?P<word>[^\W\d_][^\d]{0,24}?)(?P<number>\d{1,3})(?P<end>[^\d]{0,4})")
_FEWEST = 3


def series_places(flow: Sequence[Block]) -> frozenset[int]:
    """The places in the flow that count up by one, at least three of them, text after each."""
    last: dict[tuple[str, str], int] = {}
    runs: defaultdict[tuple[str, str, int], list[int]] = defaultdict(list)
    started: dict[tuple[str, str], int] = {}
    for place, block in enumerate(flow[:-1]):
        match = None if block.marker else _NUMBERED.fullmatch(block.text)
        if match is None:
            continue
        key, number = (match["word"].casefold(), match["end"].strip()), int(match["number"])
        if last.get(key) != number - 1:
            started[key] = place
        last[key] = number
        runs[*key, started[key]].append(place)
    return frozenset(place for run in runs.values() if _is_series(run) for place in run)


def _is_series(run: Sequence[int]) -> bool:
    return len(run) >= _FEWEST and all(after - before > 1 for before, after in pairwise(run))
