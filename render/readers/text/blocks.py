"""Pass 2: lines into blocks (paragraphs, headings, list items), with the gaps between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from render.readers.text.lines import Line
from render.readers.text.wrapping import Wrapping, continues, join, measure

# Bullets that no dialogue or sentence begins with, and numbers or letters with . or ).
_MARKER = re.compile(r"(?:[-*+•‣◦▪●·–]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t\u00a0]+(?=\S)")
_QUOTE_MARKER = re.compile(r">(?: ?>)*[ \t]?")


@dataclass(frozen=True, slots=True)
class Block:
    """What the reader decides about as one: lines that belong together, joined to `text`.

    `gap_before` and `gap_after` count blank lines. `marker` is the list or quotation
    mark that stood before the text; `run` numbers the run of items it belongs to.
    """

    lines: tuple[Line, ...]
    text: str
    gap_before: int
    gap_after: int
    marker: str = ""
    run: int | None = None

    @property
    def line_begin(self) -> int:
        """The number of the first line."""
        return self.lines[0].number

    @property
    def line_end(self) -> int:
        """The number of the last line."""
        return self.lines[-1].number

    @property
    def quoted(self) -> bool:
        """Whether the block was marked with `>` as a quotation."""
        return self.marker.startswith(">")


def make_blocks(lines: Sequence[Line]) -> tuple[tuple[Block, ...], Wrapping | None]:
    """The blocks of the input in order, and the wrapping found, None where lines are whole."""
    wrapping = measure(lines)
    groups: list[list[Line]] = []
    gaps: list[int] = []
    gap = 0
    for line in lines:
        if not line.text or (groups and _parts_quotation(groups[-1], line)):
            gap += 1
            continue
        if groups and gap == 0 and _continues(groups[-1], line, wrapping):
            groups[-1].append(line)
        else:
            groups.append([line])
            gaps.append(gap)
        gap = 0
    gaps.append(gap)
    blocks = [_block(group, gaps[index], gaps[index + 1]) for index, group in enumerate(groups)]
    return _mark_runs(blocks), wrapping


def _parts_quotation(group: list[Line], line: Line) -> bool:
    """Whether the line is a quotation mark alone, between paragraphs of a quotation."""
    return not line.text.strip("> \t") and _quoted(group[0])


def _quoted(line: Line) -> bool:
    return bool(_QUOTE_MARKER.match(line.text)) and bool(line.text.strip("> \t"))


def _continues(group: list[Line], line: Line, wrapping: Wrapping | None) -> bool:
    previous = group[-1]
    if _quoted(line) or _quoted(previous):
        return _quoted(line) and _quoted(previous)
    if _MARKER.match(line.text):
        return False
    if _MARKER.match(group[0].text) and line.indent > group[0].indent:
        return True
    return wrapping is not None and continues(previous, line, wrapping)


def _block(group: list[Line], gap_before: int, gap_after: int) -> Block:
    texts = [line.text for line in group]
    quote = _quoted(group[0])
    item = _MARKER.match(texts[0])
    marker = ""
    if quote:
        marker = ">"
        texts = [_QUOTE_MARKER.sub("", text, count=1) for text in texts]
    elif item:
        marker = item.group()
    return Block(tuple(group), join(texts), gap_before, gap_after, marker)


def _mark_runs(blocks: list[Block]) -> tuple[Block, ...]:
    """Items in runs of two and more keep their marker apart; a lone marker is text."""
    marked: list[Block] = []
    run = 0
    for index, block in enumerate(blocks):
        if block.quoted or not block.marker:
            marked.append(block)
            continue
        before = marked[-1] if marked else None
        follows = before is not None and before.run is not None and _same_run(before, block)
        leads = index + 1 < len(blocks) and _same_run(block, blocks[index + 1])
        if not follows and not leads:
            marked.append(replace(block, marker=""))
            continue
        run += not follows
        text = block.text.removeprefix(block.marker).lstrip()
        marked.append(replace(block, text=text, run=run))
    return tuple(marked)


def _same_run(one: Block, other: Block) -> bool:
    """Whether two neighbours are items of one list: same kind of mark, numbers in order."""
    if not one.marker or not other.marker or other.quoted or other.gap_before > 1:
        return False
    first, second = number_of(one.marker), number_of(other.marker)
    if first is None or second is None:
        return first is second and one.marker.strip() == other.marker.strip()
    return second == first + 1 and one.marker.strip()[-1] == other.marker.strip()[-1]


def number_of(marker: str) -> int | None:
    """The number an item's marker says, letters counted from a; None for a bullet."""
    sign = marker.strip().strip("().")
    if sign.isdecimal():
        return int(sign)
    if len(sign) == 1 and sign.isascii() and sign.isalpha():
        return ord(sign.lower()) - ord("a") + 1
    return None
