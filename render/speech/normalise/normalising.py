"""The order of the steps, and the pieces that come out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from render.model.article import Pronunciation
from render.speech.normalise.rule import Replacement, Rule, replacements, rule
from render.speech.normalise.spacing import Plain, plain
from render.speech.units import Piece

_PACKS = {
    "de": "render.speech.normalise.german",
    "en": "render.speech.normalise.english",
    "fr": "render.speech.normalise.french",
}
_OTHERS = "render.speech.normalise.other"
# Patterns look back and ahead, so their time grows with the square of the text: a sentence
# longer than this is taken in stretches, cut where it pauses, or else at a space.
_LONGEST = 2000
_PAUSE = re.compile(r"[;:,،؛、，；—–]\s+")


def normalise(
    written: str, lang: str, lexicon: tuple[Pronunciation, ...] = ()
) -> tuple[Piece, ...]:
    """The pieces that say `written`; together they cover every character of it, in order."""
    rules = (*_lexical(lexicon, lang), *_rules(lang))
    pronounced = _pronounced(lexicon, lang)
    return tuple(
        Piece(
            begin + piece.begin,
            begin + piece.end,
            piece.spoken,
            pronounced.get(written[begin + piece.begin : begin + piece.end], ""),
        )
        for begin, end in _stretches(written)
        for piece in _normalised(written[begin:end], rules)
    )


def _stretches(written: str) -> Iterator[tuple[int, int]]:
    begin = 0
    while len(written) - begin > _LONGEST:
        latest = begin + _LONGEST
        pauses = [match.end() for match in _PAUSE.finditer(written, begin + _LONGEST // 2, latest)]
        end = pauses[-1] if pauses else written.rfind(" ", begin, latest) + 1 or latest
        yield begin, end
        begin = end
    yield begin, len(written)


def _normalised(written: str, rules: tuple[Rule, ...]) -> Iterator[Piece]:
    seen = plain(written)
    return _pieces(written, seen, replacements(seen.text, rules))


@cache
def _rules(lang: str) -> tuple[Rule, ...]:
    pack = import_module(_PACKS.get(lang.partition("-")[0].lower(), _OTHERS))
    made: tuple[Rule, ...] = pack.rules(lang)
    return made


@cache
def _lexical(lexicon: tuple[Pronunciation, ...], lang: str) -> tuple[Rule, ...]:
    """The lexicon as a rule: whole words only, longest first, the first entry of each wins."""
    aliases: dict[str, str] = {}
    for entry in lexicon:
        if (entry.alias or entry.ipa) and _primary(entry.lang) == _primary(lang):
            aliases.setdefault(entry.grapheme, entry.alias or entry.grapheme)
    if not aliases:
        return ()
    longest_first = sorted(aliases, key=lambda form: (-len(form), form))
    forms = "|".join(map(re.escape, longest_first))
    return (rule(rf"(?<!\w)(?:{forms})(?!\w)", lambda match: aliases[match.group()]),)


@cache
def _pronounced(lexicon: tuple[Pronunciation, ...], lang: str) -> dict[str, str]:
    """The written forms that a lexicon gives in IPA."""
    found: dict[str, str] = {}
    for entry in reversed(lexicon):
        if _primary(entry.lang) == _primary(lang):
            found.pop(entry.grapheme, None)
            if entry.ipa:
                found[entry.grapheme] = entry.ipa
    return found


def _pieces(written: str, plain_text: Plain, replaced: tuple[Replacement, ...]) -> Iterator[Piece]:
    """What is replaced, what is said as it is, and silence for what nobody sees."""
    done = 0
    for piece in _audible(plain_text, replaced):
        if piece.begin > done:
            yield Piece(done, piece.begin, "")
        yield piece
        done = piece.end
    if done < len(written):
        yield Piece(done, len(written), "")


def _audible(plain_text: Plain, replaced: tuple[Replacement, ...]) -> Iterator[Piece]:
    places = plain_text.places
    done = 0
    for item in replaced:
        yield from _runs(plain_text, done, item.begin)
        yield Piece(places[item.begin], places[item.end - 1] + 1, item.spoken)
        done = item.end
    yield from _runs(plain_text, done, len(places))


def _runs(plain_text: Plain, begin: int, end: int) -> Iterator[Piece]:
    """The characters said as they are, in runs that were written without a gap."""
    places = plain_text.places
    for index in range(begin + 1, end + 1):
        if index == end or places[index] != places[index - 1] + 1:
            yield Piece(places[begin], places[index - 1] + 1, plain_text.text[begin:index])
            begin = index


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()
