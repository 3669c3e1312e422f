"""The words that only the EPUB's navigation needs, in the language of the article."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """Names of the parts of the package; `lang` is the language they are in."""

    lang: str
    cover: str
    landmarks: str
    pages: str
    text: str
    edition: str


def words_for(lang: str) -> Words:
    """The words in the language of a BCP 47 tag, or in English where we have none in it."""
    known = _all_words()
    return known.get(lang.partition("-")[0].lower(), known["en"])


@cache
def _all_words() -> dict[str, Words]:
    text = files("render.renderers.epub").joinpath("words.toml").read_text(encoding="utf-8")
    return {lang: Words(lang=lang, **table) for lang, table in tomllib.loads(text).items()}
