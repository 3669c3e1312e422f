"""The word lists of `words/`, one file a language, joined into one vocabulary.

Joined, because chrome is often in another language than the article around it.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_EDGES = " \t\u00a0\u202f.…:;,!?¿¡>»›→↑↓←‹«|·•*#+-–—()[]\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases as `fold` gives them. `months` maps a name to its numbers, 1 to 12."""

    navigation: frozenset[str]
    function_words: frozenset[str]
    bylines: tuple[str, ...]
    joiners: frozenset[str]
    newsrooms: frozenset[str]
    agencies: frozenset[str]
    published: frozenset[str]
    modified: frozenset[str]
    months: dict[str, int]


def fold(phrase: str) -> str:
    """The phrase without case, apostrophe shape and outer punctuation, for comparison."""
    straight = unicodedata.normalize("NFC", phrase).replace("’", "'").casefold()
    return " ".join(straight.strip(_EDGES).split())


@cache
def vocabulary() -> Vocabulary:
    """The word lists, read once."""
    languages = [tomllib.loads(path.read_text("utf-8")) for path in _files()]

    def phrases(key: str) -> Iterable[str]:
        for language in languages:
            yield from (line for line in language[key].splitlines() if line)

    agencies = (_FOLDER / "agencies.txt").read_text("utf-8").splitlines()
    return Vocabulary(
        navigation=frozenset(map(fold, phrases("navigation"))),
        function_words=frozenset(
            word for language in languages for word in language["function_words"].split()
        ),
        bylines=tuple(sorted(set(phrases("byline")), key=lambda lead: (-len(lead), lead))),
        joiners=frozenset(map(fold, phrases("joiners"))),
        newsrooms=frozenset(map(fold, phrases("newsroom"))),
        agencies=frozenset(map(fold, agencies)),
        published=frozenset(map(fold, phrases("published"))),
        modified=frozenset(map(fold, phrases("modified"))),
        months=_months(languages),
    )


def _files() -> list[Path]:
    return sorted((_FOLDER / "words").glob("*.toml"))


def _months(languages: list[dict[str, str]]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for language in languages:
        for key in ("months", "months_short"):
            for number, name in enumerate(language[key].split(), start=1):
                # Polish "lis" is November, nothing else claims it; a full name wins over a short one.
                numbers.setdefault(name.casefold(), number)
    return numbers
