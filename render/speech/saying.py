"""The written and the spoken form side by side, before any sound is made."""

from __future__ import annotations

from dataclasses import dataclass

from render.model import Article
from render.speech.plan import SpeechOptions, plan
from render.speech.units import Unit


@dataclass(frozen=True, slots=True)
class Saying:
    """One unit of the speech plan, to be read by an editor.

    `changes` are what is said in another way than it is written, as (written, spoken);
    an announcement has nothing written.
    """

    id: str
    role: str
    lang: str
    written: str
    spoken: str
    changes: tuple[tuple[str, str], ...]


def sayings(article: Article, options: SpeechOptions | None = None) -> tuple[Saying, ...]:
    """What will be said of a prepared article, in order."""
    return tuple(_saying(unit) for unit in plan(article, options))


def _saying(unit: Unit) -> Saying:
    pieces = [piece for part in unit.parts for piece in part.pieces]
    changes = tuple(
        (written, piece.spoken)
        for piece in pieces
        if (written := unit.written[piece.begin : piece.end]).split() != piece.spoken.split()
    )
    written = " ".join(unit.written.split())
    return Saying(unit.id, unit.role, unit.lang, written, unit.spoken, changes)
