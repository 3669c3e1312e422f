"""The order of the rules, and the pieces that come out of them."""

from __future__ import annotations

import re

from render.model.article import Pronunciation
from render.speech.normalise.spacing import plain_spacing
from render.speech.units import Piece


def normalise(
    written: str, lang: str, lexicon: tuple[Pronunciation, ...] = ()
) -> tuple[Piece, ...]:
    """The pieces that say `written`; together they cover every character of it, in order."""
    said = plain_spacing(written)
    return _aliased(said, lang, lexicon)


def _aliased(
    said: tuple[Piece, ...], lang: str, lexicon: tuple[Pronunciation, ...]
) -> tuple[Piece, ...]:
    aliases = {
        entry.grapheme: entry.alias
        for entry in lexicon
        if entry.alias and entry.lang.split("-")[0] == lang.split("-", maxsplit=1)[0]
    }
    if not aliases:
        return said
    longest_first = sorted(aliases, key=lambda form: (-len(form), form))
    forms = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return tuple(piece for given in said for piece in _replaced(given, forms, aliases))


def _replaced(given: Piece, forms: re.Pattern[str], aliases: dict[str, str]) -> list[Piece]:
    if len(given.spoken) != given.end - given.begin:
        return [given]
    found: list[Piece] = []
    done = 0
    for match in forms.finditer(given.spoken):
        begin, end = match.span()
        if begin > done:
            found.append(Piece(given.begin + done, given.begin + begin, given.spoken[done:begin]))
        found.append(Piece(given.begin + begin, given.begin + end, aliases[match.group()]))
        done = end
    if done < len(given.spoken):
        found.append(Piece(given.begin + done, given.end, given.spoken[done:]))
    return found
