"""A guess at the language of a text: our own profiles, and py3langid where they are not sure."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from render.language import profiles
from render.language.scripts import count_scripts, dominant_script

_SAMPLE_CHARACTERS = 4_000
_SURE = 0.9
# Vowel signs and other marks belong to the word; `\w` leaves them out.
_MARKS = "\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f"
_WORD = re.compile(rf"(?:[^\W\d_]++[{_MARKS}]*+)++")


@dataclass(frozen=True, slots=True)
class Guess:
    """A guessed language (BCP 47) and how likely it is, from 0 to 1."""

    lang: str
    probability: float


def guess(text: str) -> Guess | None:
    """The language of a text, or None where there is too little to go by.

    Our own profiles decide in a few milliseconds; py3langid (extra `lang`, about a
    second to load) is asked only when they are not sure and it is installed.
    """
    first = quick_guess(text)
    if first is not None and first.probability >= _SURE:
        return first
    second = _second_opinion(text[:_SAMPLE_CHARACTERS])
    opinions = [opinion for opinion in (first, second) if opinion is not None]
    return max(opinions, key=lambda opinion: opinion.probability, default=None)


def quick_guess(text: str) -> Guess | None:
    """As `guess`, from our own profiles only."""
    return _quick_guess(text[:_SAMPLE_CHARACTERS])


# Page, book and PDF say the same paragraphs, and the checks ask for each: 47 times an article.
@lru_cache(maxsize=128)
def _quick_guess(text: str) -> Guess | None:
    sample = unicodedata.normalize("NFC", text)
    script = dominant_script(sample)
    if script is None:
        return None
    if script in profiles.WORDS:
        return _by_words(sample, script)
    if script in {"Hani", "Kana"}:
        return _chinese_or_japanese(sample)
    lang = profiles.SCRIPT_LANGUAGES.get(script)
    return Guess(lang, 0.97) if lang else None


def _chinese_or_japanese(sample: str) -> Guess:
    if count_scripts(sample)["Kana"] > len(sample) // 50:
        return Guess("ja", 0.98)
    characters = set(sample)
    traditional = len(characters & profiles.TRADITIONAL)
    simplified = len(characters & profiles.SIMPLIFIED)
    return Guess("zh-Hant" if traditional > simplified else "zh", 0.95)


def _by_words(sample: str, script: str) -> Guess | None:
    words = _WORD.findall(sample.lower())
    scores: defaultdict[str, float] = defaultdict(float)
    weights = _weights(script)
    # Of the words of a text a third tells something, of a script's special letters a few.
    for word in filter(weights.__contains__, words):
        for lang, weight in weights[word]:
            scores[lang] += weight
    for letter in filter(set(sample).__contains__, _telling(script)):
        times = min(sample.count(letter), len(words) / 4)
        for lang, weight in _telling(script)[letter]:
            scores[lang] += weight * times
    return _decide(scores, len(words))


def _decide(scores: Mapping[str, float], words: int) -> Guess | None:
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] == 0:
        return None
    lang, best = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    # Prose has a grammatical word in every three or four; a list of names has none.
    coverage = min(1.0, best / words / 0.15)
    lead = (best - second) / (best + second + 1.0)
    return Guess(lang, round(min(0.99, coverage * (0.5 + lead)), 3))


@cache
def _weights(script: str) -> dict[str, list[tuple[str, float]]]:
    """Each word with its languages; a word that many languages share says less of each."""
    langs_of: dict[str, list[str]] = {}
    for lang, words in profiles.WORDS[script].items():
        for word in dict.fromkeys(words.split()):
            langs_of.setdefault(word, []).append(lang)
    return {
        word: [(lang, len(langs) ** -0.5) for lang in langs] for word, langs in langs_of.items()
    }


@cache
def _telling(script: str) -> dict[str, list[tuple[str, float]]]:
    """Each letter that few languages have, with them."""
    langs_of: dict[str, list[str]] = {}
    for lang, letters in profiles.LETTERS.get(script, {}).items():
        for letter in letters:
            langs_of.setdefault(letter, []).append(lang)
    return {
        letter: [(lang, 0.5 / len(langs)) for lang in langs] for letter, langs in langs_of.items()
    }


def _second_opinion(sample: str) -> Guess | None:
    if len(sample.split()) < 3 or dominant_script(sample) is None:
        return None
    try:
        lang, probability = _classifier()(sample)
    except ImportError:
        return None
    return Guess(lang, round(float(probability), 3))


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    # Imported here: it takes about a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    classify: Callable[[str], tuple[str, float]] = LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True
    ).classify
    return classify
