"""Pass 5: which short blocks are headings of what follows.

One level only: plain text says no more. The figures were set on one half of 128 real pages
flattened to lines, and measured on the other: see bench/plain_text.py.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from render.readers.text.blocks import Block
from render.readers.text.rulings import Role, Ruling
from render.readers.text.series import series_places
from render.readers.text.vocabulary import Vocabulary, vocabulary
from render.readers.text.weights import ends_sentence, length_of

_LONGEST = 110
_PROSE = 80
# A heading names one section; what is said so often labels a picture, a credit, a control.
_REPEATED = 4
_LABEL = -3.0
# A remark in brackets, or a line that a computer was given.
_APART = re.compile(r"\(.*\)|\[.*\]|[$#>%] .*|（.*）|【.*】")
_WORD = re.compile(r"[^\W\d_]+")

_START = 0.5
_LENGTHS = ((25, 0.6), (45, 0.2), (70, 0.0), (10**9, -1.3))
_LENGTHS_AFTER = ((40, -1.2), (80, -0.5), (140, 0.0), (10**9, 0.4))
_LENGTHS_BEFORE = ((40, -0.8), (80, -0.5), (10**9, 0.0))
_AFTER_SENTENCE = 0.3
_AMONG_PROSE = 0.5
_AFTER_CANDIDATE = -0.8
_LOWER_CASE = -0.9
_GOES_ON = -0.5
_CAPTION = -0.8
_DIGITS = -0.6
_EXCLAMATION = -0.4
# Blank lines are the writer's own mark: more before than after a line decides by itself.
_WIDER_BEFORE = 2.5
_WIDER_AFTER = -3.0


def rule_headings(
    blocks: Sequence[Block], body: Sequence[int], settled: Collection[int] = ()
) -> dict[int, Ruling]:
    """The headings among the blocks at `body`, in reading order; never one of `settled`."""
    words = vocabulary()
    flow = [blocks[index] for index in body]
    prose = [_is_prose(block) for block in flow]
    never = frozenset(settled)
    spaced = len({block.gap_before for block in flow[1:]}) > 1
    series = series_places(flow)
    said = Counter(block.text.casefold() for block in flow)
    found: dict[int, Ruling] = {}
    for place, index in enumerate(body[:-1]):
        if place in series and index not in never:
            evidence_of_series = "the same word with the next number each time"
            found[index] = Ruling(Role.HEADING, "heading-by-series", evidence_of_series, 0.85)
            continue
        if index in never or not _may_be_heading(flow[place]):
            continue
        evidence = [(_START, ""), *_by_itself(flow[place], words), *_by_flow(flow, prose, place)]
        times = said[flow[place].text.casefold()]
        evidence.append((_LABEL * (times >= _REPEATED), f"said {times} times"))
        if spaced:
            evidence += _by_gaps(flow[place])
        score = sum(points for points, _ in evidence)
        if score > 0:
            found[index] = _ruling(flow[place], evidence, score, spaced=spaced)
    for one, other in pairwise(body):
        # A section needs text of its own.
        if other in found:
            found.pop(one, None)
    return found


def _may_be_heading(block: Block) -> bool:
    text = block.text
    if block.marker or length_of(text) > _LONGEST or not any(map(str.isalpha, text)):
        return False
    if _APART.fullmatch(text):
        return False
    return text[-1] in "?!؟？！" or not (ends_sentence(text) or text[-1] in ",;:،؛、：；")


def _by_itself(block: Block, words: Vocabulary) -> Iterator[tuple[float, str]]:
    text = block.text
    size = length_of(text)
    yield _step(_LENGTHS, size), f"{size} characters"
    yield _LOWER_CASE * text[0].islower(), "begins in lower case"
    yield _DIGITS * any(map(str.isdigit, text[1:])), "digits in it"
    yield _EXCLAMATION * (text[-1] in "!！"), "exclamation"
    said = _WORD.findall(text.casefold())
    yield _CAPTION * any(word in words.captions for word in said), "word of captions"


def _by_flow(
    flow: Sequence[Block], prose: Sequence[bool], place: int
) -> Iterator[tuple[float, str]]:
    after = flow[place + 1]
    size_after = length_of(after.text) if not after.marker else _PROSE
    yield _step(_LENGTHS_AFTER, size_after), f"{size_after} characters follow"
    yield _GOES_ON * after.text[0].islower(), "what follows begins in lower case"
    near = (*prose[max(0, place - 6) : place], *prose[place + 1 : place + 7])
    yield _AMONG_PROSE * sum(near) / len(near), "among prose"
    if place:
        before = flow[place - 1]
        yield _step(_LENGTHS_BEFORE, length_of(before.text)), "what comes before is short"
        yield _AFTER_SENTENCE * ends_sentence(before.text), "after a full sentence"
        yield _AFTER_CANDIDATE * _may_be_heading(before), "another candidate before it"


def _by_gaps(block: Block) -> Iterator[tuple[float, str]]:
    told = f"{block.gap_before} blank lines before, {block.gap_after} after"
    yield _WIDER_BEFORE * (block.gap_before > block.gap_after), told
    yield _WIDER_AFTER * (block.gap_before < block.gap_after), told


def _ruling(
    block: Block, evidence: Sequence[tuple[float, str]], score: float, *, spaced: bool
) -> Ruling:
    rule = "heading-by-shape"
    if spaced and block.gap_before > block.gap_after:
        rule = "heading-by-gap"
    told = ", ".join(f"{what} ({points:+.1f})" for points, what in evidence if what and points)
    # Two points make 0.9: on real pages a bare pass is right about as often as wrong.
    return Ruling(Role.HEADING, rule, told, round(1 / (1 + math.exp(-1.1 * score)), 2))


def _is_prose(block: Block) -> bool:
    return length_of(block.text) >= _PROSE and ends_sentence(block.text)


def _step(steps: Sequence[tuple[int, float]], size: int) -> float:
    return next(points for limit, points in steps if size < limit)
