"""Runs to parts: how each run is said, and where a voice takes over from another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from render.model.article import Pronunciation
from render.speech.inlines import Run
from render.speech.normalise import normalise
from render.speech.units import Part, Piece

# Below it a foreign name or word is said by the voice of the sentence.
FOREIGN_WORDS_TO_SWITCH = 3
# An engine's buffers and a listener's breath: longer parts are split at a weak stop.
LONGEST_PART = 300

_WEAK_STOP = re.compile(r"[;:,،؛、，；—–)\]»”]\s*|\s+")
_STRONG = ";:؛；—–"


@dataclass(frozen=True, slots=True)
class Pronouncing:
    """The house lexicon and the article's own, longest written form first."""

    lexicon: tuple[Pronunciation, ...] = ()


def parts(runs: tuple[Run, ...], lang: str, pronouncing: Pronouncing) -> tuple[Part, ...]:
    """The parts that say `runs`, which stand in a sentence in `lang`."""
    placed = list(_placed(runs, lang))
    made: list[Part] = []
    for voice_lang, group in groupby(placed, key=lambda item: item[2]):
        pieces = tuple(
            piece
            for run, begin, _ in group
            for piece in _pieces(run, begin, voice_lang, pronouncing)
        )
        made.extend(_split(Part(voice_lang, pieces)))
    return tuple(part for part in made if part.spoken.strip())


def announced(text: str, lang: str, at: int = 0) -> Part:
    """A part that nobody wrote, at character `at` of the written text."""
    spoken = "".join(piece.spoken for piece in normalise(text, lang))
    return Part(lang, (Piece(at, at, spoken),))


def _placed(runs: tuple[Run, ...], lang: str) -> Iterator[tuple[Run, int, str]]:
    """Each run with its first character and the language of the voice that says it."""
    begin = 0
    for run in runs:
        foreign = run.lang.split("-")[0] != lang.split("-", maxsplit=1)[0]
        switches = foreign and len(run.written.split()) >= FOREIGN_WORDS_TO_SWITCH
        # White space and punctuation between two foreign runs follow the sentence.
        yield run, begin, run.lang if switches else lang
        begin += len(run.written)


def _pieces(run: Run, begin: int, lang: str, pronouncing: Pronouncing) -> tuple[Piece, ...]:
    if run.spoken is not None:
        return (Piece(begin, begin + len(run.written), run.spoken),)
    said = normalise(run.written, lang, pronouncing.lexicon)
    return tuple(replace(piece, begin=begin + piece.begin, end=begin + piece.end) for piece in said)


def _split(part: Part) -> Iterator[Part]:
    spoken = part.spoken
    rest = list(reversed(part.pieces))
    done = 0
    while len(spoken) - done > LONGEST_PART:
        cut = _best_cut(spoken, done)
        yield Part(part.lang, tuple(_taken(rest, cut - done)))
        done = cut
    yield Part(part.lang, tuple(_taken(rest, len(spoken) - done)))


def _best_cut(spoken: str, begin: int) -> int:
    """After the last strong stop of the first half or later, else a weak one, else a space."""
    ends = [
        match
        for match in _WEAK_STOP.finditer(spoken, begin, begin + LONGEST_PART)
        if match.end() > begin + 1
    ]
    late = [match for match in ends if match.end() > begin + LONGEST_PART // 3]
    for wanted in (_STRONG, None, " "):
        for match in reversed(late):
            stop = match.group().strip()
            if wanted == " " or (stop and (wanted is None or stop in wanted)):
                return match.end()
    return ends[-1].end() if ends else begin + LONGEST_PART


def _taken(rest: list[Piece], count: int) -> Iterator[Piece]:
    """Take the pieces of so many spoken characters from the end of `rest`, halving the last."""
    while rest and count >= len(rest[-1].spoken):
        count -= len(rest[-1].spoken)
        yield rest.pop()
    if rest and count:
        first, second = _halves(rest.pop(), count)
        rest.append(second)
        yield first


def _halves(piece: Piece, at: int) -> tuple[Piece, Piece]:
    before, after = piece.spoken[:at], piece.spoken[at:]
    if len(piece.spoken) == piece.end - piece.begin:
        middle = piece.begin + at
        return Piece(piece.begin, middle, before), Piece(middle, piece.end, after)
    # Both halves say the same written words; only the first pairs with them.
    return Piece(piece.begin, piece.end, before), Piece(piece.end, piece.end, after)
