"""Pass 4: the title and the deck, by their place at the top."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from render.readers.text.blocks import Block
from render.readers.text.credits import read_credit
from render.readers.text.dates import find_dates
from render.readers.text.rulings import Role, Ruling
from render.readers.text.segment import Segment
from render.readers.text.vocabulary import fold, vocabulary
from render.readers.text.weights import Weight, ends_sentence, length_of

_LONGEST_TITLE = 200
# A longer line that ends a sentence is a paragraph.
_LONGEST_SENTENCE = 100
# How far above the article a title is looked for, in blocks: author, date and buttons to
# share stand between.
_REACH = 40
# The first blocks of the article that may still be its title.
_FIRST_BLOCKS = 12
# A line above the article that shares fewer of its words with it is not its title.
_SHARED_WORDS = 0.2
_SAID_AGAIN = 0.2
_EACH_BLOCK_ABOVE = 0.015
_SENTENCE = -0.8
_CAPTION = -0.5
_LOWER_CASE = -0.5
_DATE = -0.5
_CONTENT_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u4e00-\u9fff]{4,}")
# Chinese and Japanese put no space between words: every two signs count, overlapping.
_TWO_SIGNS = re.compile(r"(?=([\u3040-\u30ff\u4e00-\u9fff]{2}))")


@dataclass(frozen=True, slots=True)
class Title:
    """Which block is the title, and why."""

    index: int
    ruling: Ruling


def find_title(
    blocks: Sequence[Block], weights: Sequence[Weight], segment: Segment | None
) -> Title | None:
    """The title; None where no line at the top can be one. A final stop is allowed.

    It is the first block kept where nothing but navigation stands above the article,
    else the line at the top that shares most words with it.
    """
    begin, end = (segment.begin, segment.end) if segment else (0, len(blocks))
    above = [i for i in range(max(0, begin - _REACH), begin) if not weights[i].mark]
    inside = [i for i in range(begin, end) if not weights[i].navigation]
    top = _before_prose(blocks, [*above, *inside[:_FIRST_BLOCKS]])
    candidates = [index for index in top if _may_be_title(blocks[index])]
    if not candidates or len(inside) + len(above) < 2:
        return None
    if not above and candidates[0] == inside[0]:
        evidence = f"the first block kept, {length_of(blocks[candidates[0]].text)} characters"
        sure = 0.9 if blocks[candidates[0]].gap_after else 0.7
        return Title(candidates[0], Ruling(Role.TITLE, "first-short-block", evidence, sure))
    return _best_above(blocks, candidates, [i for i in inside if i not in top], begin)


def find_deck(
    blocks: Sequence[Block], body: Sequence[int], headings: Sequence[int]
) -> Ruling | None:
    """The ruling that makes the first block of the body the deck.

    It is one when it stands alone before a heading or before a wider gap than usual.
    """
    if len(body) < 3 or blocks[body[0]].marker or body[0] in headings:
        return None
    if length_of(blocks[body[0]].text) < 40:
        return None
    if body[1] in headings:
        return Ruling(Role.DECK, "one-block-before-heading", "a heading follows it", 0.8)
    gap = blocks[body[1]].gap_before
    usual = sorted(blocks[index].gap_before for index in body[2:])[(len(body) - 2) // 2]
    if gap > usual and gap > blocks[body[0]].gap_before:
        evidence = f"{gap} blank lines after it, usually {usual}"
        return Ruling(Role.DECK, "one-block-before-gap", evidence, 0.6)
    return None


def _before_prose(blocks: Sequence[Block], indices: Sequence[int]) -> list[int]:
    top: list[int] = []
    for index in indices:
        size = length_of(blocks[index].text)
        if size > _LONGEST_TITLE or (
            size > _LONGEST_SENTENCE and ends_sentence(blocks[index].text)
        ):
            break
        top.append(index)
    return top


def _may_be_title(block: Block) -> bool:
    if block.marker or not any(map(str.isalpha, block.text)) or block.text[-1] in ",;":
        return False
    return read_credit(block) is None


def _best_above(
    blocks: Sequence[Block], candidates: Sequence[int], body: Sequence[int], begin: int
) -> Title | None:
    used = _content_words(blocks[index].text for index in body)
    said = Counter(fold(block.text) for block in blocks)
    shared = {index: _share(blocks[index].text, used) for index in candidates}

    def rank(index: int) -> float:
        text = blocks[index].text
        above = max(0, begin - index)
        again = _SAID_AGAIN * (said[fold(text)] > 1 and length_of(text) >= 25)
        return shared[index] + _shape(text) + again - _EACH_BLOCK_ABOVE * above

    best = max(candidates, key=rank)
    if best < begin and shared[best] < _SHARED_WORDS:
        first = (i for i in candidates if i >= begin and not ends_sentence(blocks[i].text))
        best = next(first, best)
    evidence = f"{shared[best]:.0%} of its words are in the article"
    sure = round(0.4 + 0.5 * shared[best], 2)
    return Title(best, Ruling(Role.TITLE, "shares-words-with-article", evidence, sure))


def _shape(text: str) -> float:
    """How much a line looks like a title by itself."""
    words = vocabulary()
    size = length_of(text)
    looks = min(size, 50) / 50 if size <= 130 else 0.5
    looks += _SENTENCE * (ends_sentence(text) and text[-1] not in "?!？！؟")
    looks += _CAPTION * any(w in words.captions for w in re.findall(r"[^\W\d_]+", text.casefold()))
    looks += _LOWER_CASE * text[0].islower()
    looks += _DATE * bool(find_dates(text, words))
    return looks


def _share(text: str, used: frozenset[str]) -> float:
    said = _content_words([text])
    return len(said & used) / len(said) if said else 0.0


def _content_words(texts: Iterable[str]) -> frozenset[str]:
    common = vocabulary().function_words
    return (
        frozenset(word for text in texts for word in _CONTENT_WORD.findall(text.casefold()))
        - common
    )
