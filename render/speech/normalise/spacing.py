"""Typographic spaces undone: engines know the space, and stumble over its cousins."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACES = re.compile(r"[\t\n\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Zero width: soft hyphen, zero width space, directional marks, word joiner, BOM.
_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Plain:
    """Text with plain spaces and without invisible characters.

    `places` are where its characters were written.
    """

    text: str
    places: tuple[int, ...]


def plain(written: str) -> Plain:
    """The text that rules and engines see.

    ZWJ and ZWNJ stay: they change letters in Persian and Indic scripts, and emoji.
    """
    spaced = _SPACES.sub(" ", written)
    kept = tuple(index for index, sign in enumerate(spaced) if not _INVISIBLE.match(sign))
    if len(kept) == len(spaced):
        return Plain(spaced, kept)
    return Plain("".join(spaced[index] for index in kept), kept)
