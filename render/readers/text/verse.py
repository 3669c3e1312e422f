"""Pass 5, before the headings: stanzas, whose line ends have a meaning."""

from __future__ import annotations

from collections.abc import Sequence

from render.readers.text.blocks import Block
from render.readers.text.rulings import Role, Ruling

_FEWEST_LINES, _MOST_LINES = 3, 16
_LONGEST_LINE = 64
# A menu has short lines too, but no punctuation and few words.
_FEWEST_WORDS = 2.5
_PUNCTUATED = 0.3
_MARKS = ".,;:!?…—،؛؟»”\"'’"


def rule_verse(blocks: Sequence[Block], body: Sequence[int]) -> dict[int, Ruling]:
    """The lines of stanzas among the blocks at `body`; none where there is but one stanza.

    A stanza is a few short lines side by side, between blank lines.
    """
    stanzas = [run for run in _runs(blocks, body) if _is_stanza([blocks[i] for i in run])]
    if len(stanzas) < 2:
        return {}
    evidence = f"{len(stanzas)} groups of short lines with punctuation"
    return {index: Ruling(Role.VERSE, "stanza", evidence, 0.7) for run in stanzas for index in run}


def _runs(blocks: Sequence[Block], body: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in body:
        if runs and runs[-1][-1] == index - 1 and not blocks[index].gap_before:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _is_stanza(lines: Sequence[Block]) -> bool:
    if not _FEWEST_LINES <= len(lines) <= _MOST_LINES:
        return False
    if any(line.marker or len(line.text) > _LONGEST_LINE for line in lines):
        return False
    words = sum(len(line.text.split()) for line in lines) / len(lines)
    punctuated = sum(line.text[-1] in _MARKS for line in lines) / len(lines)
    # Dialogue and lists of sentences end every line with a stop.
    stopped = sum(line.text[-1] in ".!?…" for line in lines) / len(lines)
    return words >= _FEWEST_WORDS and punctuated >= _PUNCTUATED and stopped <= 0.5
