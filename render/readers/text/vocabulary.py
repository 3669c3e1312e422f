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
    """Phrases as `fold` gives them; `bylines` as written, longest first.

    `sections` are the phrases of navigation that are good headings too. `months` maps
    a name to its number, 1 to 12; `date_words` stand around a date
    and say nothing more; `captions` are words of picture captions and credits.
    """

    navigation: frozenset[str]
    sections: frozenset[str]
    function_words: frozenset[str]
    bylines: tuple[str, ...]
    joiners: frozenset[str]
    newsrooms: frozenset[str]
    agencies: frozenset[str]
    published: frozenset[str]
    modified: frozenset[str]
    months: dict[str, int]
    date_words: frozenset[str]
    captions: frozenset[str]


def fold(phrase: str) -> str:
    """The phrase without case, apostrophe shape and outer punctuation, for comparison."""
    straight = unicodedata.normalize("NFC", phrase).replace("’", "'").casefold()
    return " ".join(straight.strip(_EDGES).split())


@cache
def vocabulary() -> Vocabulary:
    """The word lists, read once (10 ms)."""
    languages = [
        tomllib.loads(path.read_text("utf-8")) for path in sorted(_FOLDER.glob("words/*.toml"))
    ]
    sections = _folded(languages, "sections")
    agencies = (_FOLDER / "agencies.txt").read_text("utf-8").splitlines()
    return Vocabulary(
        navigation=_folded(languages, "navigation") | sections,
        sections=sections,
        function_words=_words(languages, "function_words"),
        bylines=tuple(
            sorted(set(_phrases(languages, "byline")), key=lambda lead: (-len(lead), lead))
        ),
        joiners=_folded(languages, "joiners"),
        newsrooms=_folded(languages, "newsroom"),
        agencies=frozenset(map(fold, agencies)),
        published=_folded(languages, "published"),
        modified=_folded(languages, "modified"),
        months=_months(languages),
        date_words=_words(languages, "date_words"),
        captions=_words(languages, "captions"),
    )


def _phrases(languages: list[dict[str, str]], key: str) -> Iterable[str]:
    return (line for language in languages for line in language[key].splitlines() if line)


def _words(languages: list[dict[str, str]], key: str) -> frozenset[str]:
    return frozenset(word for language in languages for word in language[key].split())


def _folded(languages: list[dict[str, str]], key: str) -> frozenset[str]:
    return frozenset(map(fold, _phrases(languages, key)))


def _months(languages: list[dict[str, str]]) -> dict[str, int]:
    return {
        name.casefold(): number
        for language in languages
        for key in ("months", "months_short")
        for number, name in enumerate(language[key].split(), start=1)
    }
