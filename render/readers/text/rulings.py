"""What each block was taken for, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is in the article; CHROME is not in it."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    VERSE = "verse"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The role of one block, by which rule, on what evidence; confidence from 0 to 1."""

    role: Role
    rule: str
    evidence: str
    confidence: float


# Block index to ruling, in block order.
Rulings = Mapping[int, Ruling]
