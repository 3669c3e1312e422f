"""The speech plan's values: what is said, in which language, and which written words it says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `begin` to `end` of the written text, and how they are said.

    Where `spoken` has as many characters as were written, they pair one by one. An empty
    range is an announcement that nobody wrote ("list of 3 items"). `ipa` is how a lexicon
    pronounces it, for voices that can; the others say `spoken`.
    """

    begin: int
    end: int
    spoken: str
    ipa: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One call of the voice: pieces in one language."""

    lang: str
    pieces: tuple[Piece, ...]

    @property
    def spoken(self) -> str:
        """The text for the voice."""
        return "".join(piece.spoken for piece in self.pieces)

    @property
    def phonemes(self) -> tuple[tuple[int, int, str], ...]:
        """Characters of `spoken` with their pronunciation in IPA."""
        found, done = [], 0
        for piece in self.pieces:
            if piece.ipa:
                found.append((done, done + len(piece.spoken), piece.ipa))
            done += len(piece.spoken)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Unit:
    """One cue to be: the element `id`, its written text and the parts that say it.

    `level` is the heading level, 1 for the title, 0 for what is no heading. The silence
    between two units is the longer of the first's `pause_after_s` and the second's
    `pause_before_s`.
    """

    id: str
    role: str
    lang: str
    written: str
    parts: tuple[Part, ...]
    pause_before_s: float
    pause_after_s: float
    level: int = 0

    @property
    def spoken(self) -> str:
        """All that the voice says for it."""
        return " ".join(part.spoken.strip() for part in self.parts)
