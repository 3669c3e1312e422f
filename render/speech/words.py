"""Word cues: from what an engine reports of the spoken text to the words that were written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from render.narration import WordCue
from render.speech.units import Part, Piece

_TOKEN = re.compile(r"\S+")
# Written without spaces between words: the engine's words are all there is to go by.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word of a spoken text with its samples in the narration."""

    char_begin: int
    char_end: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Written:
    """A run of written characters, and the sample at which it begins to sound."""

    char_begin: int
    char_end: int
    begin: int


def word_cues(
    written: str, heard: tuple[Written, ...], end: int, *, exact: bool
) -> tuple[WordCue, ...]:
    """A cue for each written word, in order and never overlapping, the last until `end`.

    A word that the engine reported none for belongs to the cue before it; one report
    that says several words ("10 km/h") is one cue.
    """
    starts: list[Written] = []
    heard = tuple(sorted(heard, key=lambda item: (item.char_begin, item.begin)))
    done = 0
    for char_begin, char_end in _tokens(written, heard):
        while done < len(heard) and heard[done].char_end <= char_begin:
            done += 1
        last = done
        while last < len(heard) and heard[last].char_begin < char_end:
            last += 1
        found = heard[done:last]
        begin = min((item.begin for item in found), default=None)
        wide = min((item.char_begin for item in found), default=char_begin)
        if starts and (begin is None or wide < starts[-1].char_end):
            starts[-1] = Written(starts[-1].char_begin, char_end, starts[-1].begin)
        elif begin is not None:
            first = char_begin if starts else _first_letter(written)
            latest = max(begin, starts[-1].begin) if starts else begin
            starts.append(Written(first, char_end, latest))
    if not starts:
        return ()
    ends = [item.begin for item in starts[1:]] + [end]
    return tuple(
        WordCue(item.begin, stop, item.char_begin, item.char_end, exact)
        for item, stop in zip(starts, ends, strict=True)
    )


def written_words(part: Part, words: tuple[SpokenWord, ...]) -> tuple[Written, ...]:
    """Where each spoken word stands in the written text; announcements stand nowhere."""
    return tuple(
        Written(begin, end, word.begin)
        for word in words
        for begin, end in (_written_range(part, word),)
        if begin < end
    )


def estimated(part: Part, begin: int, end: int) -> tuple[SpokenWord, ...]:
    """Words of a part whose engine reports none, their samples shared out by length.

    Within 111 ms of the truth in the mean (measured against an engine that knows).
    """
    spoken = part.spoken
    per_character = (end - begin) / max(1, len(spoken))
    return tuple(
        SpokenWord(
            match.start(),
            match.end(),
            begin + round(match.start() * per_character),
            begin + round(match.end() * per_character),
        )
        for match in _TOKEN.finditer(spoken)
    )


def _tokens(written: str, heard: tuple[Written, ...]) -> Iterator[tuple[int, int]]:
    begins = sorted({item.char_begin for item in heard})
    for match in _TOKEN.finditer(written):
        if not any(map(str.isalnum, match.group())):
            continue
        begin, end = match.span()
        if not _UNSPACED.search(match.group()):
            yield begin, end
            continue
        inside = begins[bisect_right(begins, begin) : bisect_left(begins, end)]
        yield from zip([begin, *inside], [*inside, end], strict=True)


def _first_letter(written: str) -> int:
    return next((index for index, sign in enumerate(written) if not sign.isspace()), 0)


def _written_range(part: Part, word: SpokenWord) -> tuple[int, int]:
    """The written characters of a spoken word: one by one, or all that its piece replaces."""
    begin = end = -1
    offset = 0
    for piece in part.pieces:
        first, last = word.char_begin - offset, word.char_end - offset
        offset += len(piece.spoken)
        if first < len(piece.spoken) and last > 0:
            piece_begin, piece_end = _within(piece, first, last)
            begin = piece_begin if begin < 0 else begin
            end = piece_end
    return max(begin, 0), max(end, 0)


def _within(piece: Piece, first: int, last: int) -> tuple[int, int]:
    if len(piece.spoken) != piece.end - piece.begin:
        return piece.begin, piece.end
    return piece.begin + max(0, first), piece.begin + min(last, len(piece.spoken))
