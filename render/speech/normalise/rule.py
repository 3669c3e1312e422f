"""A rule: a pattern of written text, and how what it matches is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Say = Callable[[re.Match[str]], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`say` gives the spoken form of a match, or None to leave it to later rules."""

    pattern: re.Pattern[str]
    say: Say


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters `begin` to `end` of a text, said as `spoken`."""

    begin: int
    end: int
    spoken: str


def rule(pattern: str, say: Say | str, flags: re.RegexFlag = re.NOFLAG) -> Rule:
    """A rule from its pattern; a string is said as it is."""
    if isinstance(say, str):
        words = say
        return Rule(re.compile(pattern, flags), lambda _match: words)
    return Rule(re.compile(pattern, flags), say)


def replacements(text: str, rules: Iterable[Rule]) -> tuple[Replacement, ...]:
    """What the rules replace, in the order of the text. Earlier rules keep what they took.

    The full stop of an abbreviation that ends the text ends the sentence too.
    """
    taken = bytearray(len(text))
    found: list[Replacement] = []
    for each in rules:
        for match in each.pattern.finditer(text):
            begin, end = match.span()
            if begin == end or any(taken[begin:end]):
                continue
            spoken = each.say(match)
            if spoken is None:
                continue
            if match.group().endswith(".") and not text[end:].strip():
                spoken = f"{spoken}."
            taken[begin:end] = b"\1" * (end - begin)
            found.append(Replacement(begin, end, spoken))
    return tuple(sorted(found, key=lambda item: item.begin))
