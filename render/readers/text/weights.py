"""Pass 3a: how much each block weighs as article text, with the evidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from render.readers.text.blocks import Block
from render.readers.text.vocabulary import Vocabulary, fold, vocabulary

_FINAL = re.compile(r"[.!?…。！？؟۔।]['\"”’»›)\]」』]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Weight:
    """Above 0 the block looks like prose, below 0 like page chrome."""

    value: float
    navigation: bool
    evidence: str


def weigh(blocks: Sequence[Block]) -> tuple[Weight, ...]:
    """The weight of each block by itself, without its neighbours."""
    words = vocabulary()
    return tuple(_weigh(block, words) for block in blocks)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotes and brackets aside."""
    return _FINAL.search(text) is not None


def length_of(text: str) -> int:
    """The length in Latin letters: an ideograph says about as much as two."""
    return len(text) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def is_navigation(text: str, words: Vocabulary) -> bool:
    """Whether the line is made of phrases of site navigation and nothing else."""
    phrase = fold(text)
    if phrase in words.navigation:
        return True
    parts = [fold(part) for part in re.split(r"[|·•>»/,\t]|\s{2,}", text)]
    if len(parts) < 2:
        parts = phrase.split()
    said = [part for part in parts if part]
    return len(said) > 1 and all(part in words.navigation for part in said)


def _weigh(block: Block, words: Vocabulary) -> Weight:
    text, size = block.text, length_of(block.text)
    if size <= 120 and is_navigation(text, words):
        return Weight(-3.0, navigation=True, evidence="navigation phrase")
    value, evidence = _by_length(size)
    if ends_sentence(text):
        value += 1.0
        evidence.append("ends a sentence")
    share = _function_share(text, words)
    if share >= 0.25:
        value += 0.5
        evidence.append(f"{share:.0%} function words")
    return Weight(value, navigation=False, evidence=", ".join(evidence))


def _by_length(size: int) -> tuple[float, list[str]]:
    if size >= 80:
        return 2.0, [f"{size} characters"]
    if size >= 40:
        return 0.0, [f"{size} characters"]
    return -0.8, [f"only {size} characters"]


def _function_share(text: str, words: Vocabulary) -> float:
    said = _WORD.findall(text.casefold())
    if not said:
        return 0.0
    return sum(word in words.function_words for word in said) / len(said)
