"""What the handlers of single elements are given: the ledger and the way back in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from render.dom.account import Account
from render.dom.tree import Element
from render.model import Block, Direction, Inline

Child = Element | str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading before it gets its section; `level` is the source's, from 1 to 6."""

    level: int
    children: tuple[Inline, ...]
    id: str | None = None
    lang: str | None = None
    dir: Direction | None = None


Piece = Block | Heading


class Mapper(Protocol):
    """DOM nodes to model nodes, with the ledger they are written to."""

    account: Account

    def blocks(self, children: Sequence[Child]) -> tuple[Block, ...]:
        """Blocks with headings made into sections."""

    def pieces(self, children: Sequence[Child]) -> list[Piece]:
        """Blocks with headings still flat between them."""

    def inlines(self, children: Sequence[Child]) -> tuple[Inline, ...]:
        """Inlines with white space collapsed."""
