"""Pass 3a: how much each block weighs as article text, with the evidence.

The figures were set on one half of 128 real pages flattened to lines, and measured on the
other: see bench/plain_text.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from render.readers.text.blocks import Block
from render.readers.text.vocabulary import Vocabulary, fold, vocabulary

_FINAL = re.compile(r"[.!?…。！？؟۔।]['\"”’»›)\]」』]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SEPARATOR = re.compile(r" [|•·»>] |[|»›→]")
_RIGHTS = re.compile(r"©|\(c\)|rights reserved|droits réservés|rechte vorbehalten", re.IGNORECASE)
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_PARTS = re.compile(r"[|·•>»/,\t]|\s{2,}")

_START = -0.3
_LENGTHS = ((20, -0.25), (40, -0.5), (80, 0.0), (160, 1.0), (10**9, 2.0))
_NAVIGATION = -2.0
_LONE_NAVIGATION = -0.5
_SENTENCE = 0.5
_FUNCTION_WORDS = 0.5
_SEPARATORS = -0.5
_RIGHTS_NOTICE = -1.0
_CAPITALS = -0.5
_LOWER_CASE = 0.3
_PROSE_NEAR = 2.0
_NAVIGATION_NEAR = -1.5
_CHROME_ON_PAGE = -0.5
_LOW_ON_PAGE = -0.5
_SET_APART = 0.8

# How far "near" reaches, in blocks, to each side.
_PROSE_REACH, _NAVIGATION_REACH = 8, 10
# The share of navigation phrases from which a page counts as full of chrome.
_FULL_OF_CHROME = 0.06
# A sentence of a hundred characters has this much prose, of 1.
_PROSE, _SOME_PROSE = 0.3, 0.1
_SENTENCE_LENGTH = 40
# Two words side by side may be a heading ("Science News"); three phrases are a menu.
_PHRASES_ON_LINE, _LONGEST_PHRASE = 3, 6


@dataclass(frozen=True, slots=True)
class Weight:
    """Above 0 the block is probably article text, below 0 probably page chrome.

    `navigation` says that it is a phrase of site navigation and nothing else, `mark` that
    it is chrome beyond doubt, `sentence` that it is a sentence of some length,
    `apart` that blank lines set it apart as they do prose, and not navigation.
    """

    value: float
    evidence: str
    navigation: bool = False
    mark: bool = False
    sentence: bool = False
    apart: bool = False


def weigh(blocks: Sequence[Block]) -> tuple[Weight, ...]:
    """The weight of each block, by itself and by its neighbours."""
    words = vocabulary()
    looks = _with_headings([_look(block, words) for block in blocks])
    prose_near = _means([look.prose for look in looks], _PROSE_REACH)
    navigation_near = _means([float(look.navigation) for look in looks], _NAVIGATION_REACH)
    chrome = sum(look.navigation for look in looks) / max(1, len(looks)) / _FULL_OF_CHROME
    apart = _set_apart(blocks, looks)
    weights = []
    for index, look in enumerate(looks):
        around = (
            (_navigation(looks, index), "navigation phrase"),
            (_PROSE_NEAR * prose_near[index], "prose near"),
            (_NAVIGATION_NEAR * navigation_near[index], "navigation near"),
            (_CHROME_ON_PAGE * min(1.0, chrome) * look.short, "short, on a page with navigation"),
            (_SET_APART * apart[index], "set apart by blank lines"),
            (_LOW_ON_PAGE * index / max(40, len(looks)), "low on the page"),
        )
        weights.append(replace(_weight(look, around), apart=apart[index]))
    return tuple(weights)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotes and brackets aside."""
    return _FINAL.search(text) is not None


def length_of(text: str) -> int:
    """The length in Latin letters: an ideograph says about as much as two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def is_navigation(text: str, words: Vocabulary) -> bool:
    """Whether the text is made of phrases of site navigation and nothing else."""
    phrase = fold(text)
    if phrase in words.navigation:
        return True
    parts = [part for part in (fold(part) for part in _PARTS.split(text)) if part]
    if len(parts) > 1:
        return all(part in words.navigation for part in parts)
    return _phrases_in(phrase.split(), words) >= _PHRASES_ON_LINE


def _phrases_in(said: Sequence[str], words: Vocabulary) -> int:
    """How many phrases of navigation make up all the words, side by side; 0 where they do not."""
    most = [0, *[-1] * len(said)]
    for end in range(1, len(said) + 1):
        for begin in range(max(0, end - _LONGEST_PHRASE), end):
            if most[begin] >= 0 and " ".join(said[begin:end]) in words.navigation:
                most[end] = max(most[end], most[begin] + 1)
    return max(0, most[-1])


@dataclass(frozen=True, slots=True)
class _Look:
    """What one block shows by itself."""

    evidence: tuple[tuple[float, str], ...]
    prose: float
    navigation: bool
    section: bool
    mark: bool
    short: bool
    sentence: bool


def _look(block: Block, words: Vocabulary) -> _Look:
    text, size = block.text, length_of(block.text)
    navigation = size <= 120 and is_navigation(text, words)
    said = _WORD.findall(text)
    share = _share_of_function_words(text, said, words)
    sentence = ends_sentence(text)
    prose = 0.0
    if size >= 60:
        prose = min(size, 300) / 300 * (1.0 if sentence else 0.5) * (1.0 if share >= 0.2 else 0.4)
    rights = _RIGHTS.search(text) is not None
    evidence = [
        (next(value for limit, value in _LENGTHS if size < limit), f"{size} characters"),
        (_SENTENCE * (sentence and size >= 20), "ends a sentence"),
        (_FUNCTION_WORDS * (share >= 0.2), "function words"),
        (_SEPARATORS * bool(_SEPARATOR.search(text)), "separators"),
        (_RIGHTS_NOTICE * rights, "rights notice"),
        (_CAPITALS * (size < 80 and _capitalised(said)), "all words capitalised"),
        (_LOWER_CASE * text[0].islower(), "begins in lower case"),
    ]
    section = fold(text) in words.sections
    return _Look(
        tuple(evidence),
        prose,
        navigation,
        section,
        navigation or rights,
        size < 40,
        sentence and size >= _SENTENCE_LENGTH,
    )


def _with_headings(looks: Sequence[_Look]) -> list[_Look]:
    """A phrase like "Culture" is no navigation where it stands alone before prose."""
    return [
        replace(look, navigation=False, mark=False)
        if look.section
        and index + 1 < len(looks)
        and looks[index + 1].prose >= _SOME_PROSE
        and not looks[max(0, index - 1)].mark | (index == 0)
        else look
        for index, look in enumerate(looks)
    ]


def _set_apart(blocks: Sequence[Block], looks: Sequence[_Look]) -> list[bool]:
    """Which blocks stand between blank lines, where prose does and navigation does not."""
    apart = [block.gap_before > 0 and block.gap_after > 0 for block in blocks]
    ends = [index for index in (0, len(blocks) - 1) if blocks]
    prose = [apart[i] or i in ends for i, look in enumerate(looks) if look.prose >= _PROSE]
    navigation = [apart[i] for i, look in enumerate(looks) if look.navigation]
    if not prose or not navigation or sum(prose) < 0.8 * len(prose):
        return [False] * len(blocks)
    if sum(navigation) > 0.5 * len(navigation):
        return [False] * len(blocks)
    return [is_apart and not look.mark for is_apart, look in zip(apart, looks, strict=True)]


def _navigation(looks: Sequence[_Look], index: int) -> float:
    if not looks[index].navigation:
        return 0.0
    around = looks[max(0, index - 2) : index + 3]
    return _NAVIGATION if sum(look.navigation for look in around) > 1 else _LONE_NAVIGATION


def _share_of_function_words(text: str, said: Sequence[str], words: Vocabulary) -> float:
    """From 0 to 1; scripts without spaces between words count as prose."""
    if length_of(text) > 1.3 * len(text):
        return 1.0
    if not said:
        return 0.0
    return sum(word.casefold() in words.function_words for word in said) / len(said)


def _capitalised(said: Sequence[str]) -> bool:
    return len(said) >= 2 and sum(word[0].isupper() for word in said) >= 0.75 * len(said)


def _weight(look: _Look, around: tuple[tuple[float, str], ...]) -> Weight:
    value = _START + sum(points for points, _ in (*look.evidence, *around))
    return Weight(
        value=value,
        evidence=", ".join(_told((*look.evidence, *around))),
        navigation=look.navigation,
        mark=look.mark,
        sentence=look.sentence,
    )


def _told(evidence: Sequence[tuple[float, str]]) -> Iterator[str]:
    for points, what in evidence:
        if abs(points) >= 0.2:
            yield f"{what} ({points:+.1f})"


def _means(values: Sequence[float], reach: int) -> list[float]:
    """The mean around each place, `reach` places to each side."""
    sums = [0.0, *accumulate(values)]
    count = len(values)
    return [
        (sums[min(count, index + reach + 1)] - sums[max(0, index - reach)])
        / (min(count, index + reach + 1) - max(0, index - reach))
        for index in range(count)
    ]
