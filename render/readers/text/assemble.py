"""Rulings into the nodes of an article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from render.model import Block as Node
from render.model import Inline, Item, List, Paragraph, Quote, Section, Text
from render.readers.text.blocks import Block, number_of
from render.readers.text.rulings import Role, Rulings


def make_body(blocks: Sequence[Block], rulings: Rulings, body: Sequence[int]) -> tuple[Node, ...]:
    """The blocks at `body`, in order, as nodes; a heading opens a section."""
    parts: list[tuple[int | None, list[int]]] = [(None, [])]
    for index in body:
        if rulings[index].role is Role.HEADING:
            parts.append((index, []))
        else:
            parts[-1][1].append(index)
    nodes: list[Node] = list(_flow(blocks, parts[0][1]))
    for heading, members in parts[1:]:
        assert heading is not None
        nodes.append(
            Section(heading=inline(blocks[heading].text), children=_flow(blocks, members))
        )
    return tuple(nodes)


def inline(text: str) -> tuple[Inline, ...]:
    """The text as the one inline node that plain text has."""
    return (Text(value=text),)


def _flow(blocks: Sequence[Block], members: Sequence[int]) -> tuple[Node, ...]:
    nodes: list[Node] = []
    for key, run in groupby((blocks[index] for index in members), key=_kind):
        together = list(run)
        if key == "quote":
            nodes.append(Quote(children=tuple(map(_paragraph, together))))
        elif key is not None:
            nodes.append(_list(together))
        else:
            nodes.extend(map(_paragraph, together))
    return tuple(nodes)


def _kind(block: Block) -> object:
    return "quote" if block.quoted else block.run


def _paragraph(block: Block) -> Paragraph:
    return Paragraph(children=inline(block.text))


def _list(items: Sequence[Block]) -> List:
    nodes = tuple(Item(children=(_paragraph(item),)) for item in items)
    start = number_of(items[0].marker)
    if start is None:
        return List(items=nodes)
    sign = items[0].marker.strip().strip("().")
    numbering = "decimal" if sign.isdecimal() else "lower-alpha" if sign.islower() else "upper-alpha"
    return List(
        items=nodes, ordered=True, start=start if start != 1 else None, numbering=numbering
    )
