"""Flat headings to nested sections, so that no level can be skipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from render.dom.mapping import Heading, Piece
from render.model import Block, Section


def nest(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """Blocks where every heading owns what follows it, up to the next of its level or above."""
    top = _Open(None)
    stack = [top]
    for piece in pieces:
        if not isinstance(piece, Heading):
            stack[-1].children.append(piece)
            continue
        while stack[-1].heading is not None and stack[-1].heading.level >= piece.level:
            _close(stack)
        stack.append(_Open(piece))
    while len(stack) > 1:
        _close(stack)
    return tuple(top.children)


def skipped_levels(levels: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of levels, as they follow each other, where one is left out going down."""
    return [(above, below) for above, below in pairwise(levels) if below > above + 1]


@dataclass(slots=True)
class _Open:
    heading: Heading | None
    children: list[Block] = field(default_factory=list)


def _close(stack: list[_Open]) -> None:
    done = stack.pop()
    heading = done.heading
    if heading is None:
        return
    stack[-1].children.append(
        Section(
            id=heading.id,
            lang=heading.lang,
            dir=heading.dir,
            heading=heading.children,
            children=tuple(done.children),
        )
    )
