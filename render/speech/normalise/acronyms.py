"""Acronyms: said as words where a language's speakers do, else letter by letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from render.speech.normalise import roman
from render.speech.normalise.rule import Say

_VOWELS = "AEIOUYÀÂÉÈÊÎÔÛ"
_ONSETS = (
    "BL|BR|CH|CL|CR|DR|FL|FR|GL|GN|GR|KN|KR|PH|PL|PR|QU|SC|SH|SK|SL|SM|SN|SP|ST|SW|TH|TR|TW|WH|WR|"
    f"SPR|STR|SCR|[^{_VOWELS}]"
)
# Consonants and vowels take turns, as in words, and it begins as words do.
_PRONOUNCEABLE = re.compile(
    rf"(?:{_ONSETS})?(?:[{_VOWELS}]{{1,2}}[^{_VOWELS}]{{1,2}})+[{_VOWELS}]{{0,2}}"
)
_SHORTEST_WORD = 4
# Nobody spells out so many letters: it is a word set in capitals.
_LONGEST_SPELLED = 6
_WORD = re.compile(r"[^\W\d_]+")
_SHOUTED = 3


@dataclass(frozen=True, slots=True)
class Acronyms:
    """What a language knows of acronyms.

    `lexicon` says how some are said, an empty string by letters; `words` are common words
    that people set in capitals to stress them; `spell` says letters one by one.
    """

    lexicon: Mapping[str, str]
    words: frozenset[str]
    spell: Callable[[str], str]

    def said(self, acronym: str) -> str:
        """An acronym in capitals as it is said."""
        known = self.lexicon.get(acronym)
        if known is not None:
            return known or self.spell(acronym)
        is_long = len(acronym) > _LONGEST_SPELLED and bool(set(acronym) & set(_VOWELS))
        if is_long or (len(acronym) >= _SHORTEST_WORD and _PRONOUNCEABLE.fullmatch(acronym)):
            return acronym.capitalize()
        return self.spell(acronym)


def say(acronyms: Acronyms) -> Say:
    """A rule's saying for a match whose group 1 is the acronym, and 2 what ends its plural."""

    def say_match(match: re.Match[str]) -> str | None:
        acronym, plural = match.group(1), match.group(2) or ""
        if acronym not in acronyms.lexicon:
            if acronym in acronyms.words or _is_shouted(match):
                return None
            # A numeral of three strokes or more is none of ours to spell.
            if len(acronym) > 2 and roman.value(acronym) is not None:
                return None
        return acronyms.said(acronym) + plural

    return say_match


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether the words around are in capitals too, as in headlines and in anger."""
    text = match.string
    begin = max(0, match.start() - 60)
    before = _run(reversed(text[begin : match.start()].split(" ")[:-1]))
    after = _run(text[match.end() : match.end() + 60].split(" ")[1:])
    return before + 1 + after >= _SHOUTED


def _run(words: Iterable[str]) -> int:
    count = 0
    for word in words:
        letters = "".join(_WORD.findall(word))
        if not letters.isupper():
            # A dash or a colon inside a headline does not end it.
            if letters or not word:
                break
            continue
        count += 1
    return count
