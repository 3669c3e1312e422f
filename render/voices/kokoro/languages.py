"""Which language a Kokoro voice speaks: the first letter of its name says so."""

from __future__ import annotations

import re
from typing import NamedTuple


class Language(NamedTuple):
    """A language by its tag (BCP 47), and as eSpeak NG calls it, which gives the phonemes."""

    lang: str
    espeak: str


# Japanese (j) and Chinese (z) are left out: for kanji eSpeak NG says "Chinese letter", and the
# model's alphabet lacks its Japanese vowels and its tones. Neither can be understood.
_LANGUAGES = {
    "a": Language("en-US", "en-us"),
    "b": Language("en-GB", "en-gb"),
    "e": Language("es", "es"),
    "f": Language("fr", "fr-fr"),
    "h": Language("hi", "hi"),
    "i": Language("it", "it"),
    "p": Language("pt-BR", "pt-br"),
}
# The language, then a woman or a man, then a name; the first models had one voice without.
_NAME = re.compile(r"[a-z][fm](?:_\w+)?")
# Its makers give A and B- to these; where a language has others they come after.
_BEST = frozenset({"af_heart", "bf_emma"})


def language_of(voice: str) -> Language | None:
    """The language of a voice by its name, or None where it cannot be said rightly."""
    return _LANGUAGES.get(voice[0]) if _NAME.fullmatch(voice) else None


def by_merit(voice: str) -> tuple[str, bool, str]:
    """The order of voices: by language, the best of each first."""
    return voice[:1], voice not in _BEST, voice
