"""Typographic spaces undone: engines know the space, and stumble over its cousins."""

from __future__ import annotations

import re

from render.speech.units import Piece

_SPACES = re.compile(r"[\t\n\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Zero width: soft hyphen, joiners of Latin text, directional marks, word joiner, BOM.
_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


def plain_spacing(written: str) -> tuple[Piece, ...]:
    """The text with plain spaces and without invisible characters, character by character.

    ZWJ and ZWNJ stay: they change letters in Persian and Indic scripts, and emoji.
    """
    spoken = _SPACES.sub(" ", written)
    pieces: list[Piece] = []
    done = 0
    for match in _INVISIBLE.finditer(spoken):
        if match.start() > done:
            pieces.append(Piece(done, match.start(), spoken[done : match.start()]))
        pieces.append(Piece(match.start(), match.end(), ""))
        done = match.end()
    if done < len(spoken):
        pieces.append(Piece(done, len(spoken), spoken[done:]))
    return tuple(pieces)
