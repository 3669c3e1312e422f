"""Blocks with their roles into the nodes of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Literal

from render.model import Block as Node
from render.model import Inline, Item, List, Paragraph, Quote, Section, Text, Verse, VerseLine
from render.readers.text.blocks import Block, number_of
from render.readers.text.classify import Classified
from render.readers.text.rulings import Role


def make_body(page: Classified) -> tuple[Node, ...]:
    """The blocks of the body, in order, as nodes; a heading opens a section."""
    nodes: list[Node] = []
    heading: Block | None = None
    flow: list[tuple[Role, Block]] = []
    for index in page.body:
        role = page.rulings[index].role
        if role is not Role.HEADING:
            flow.append((role, page.blocks[index]))
            continue
        nodes += _part(heading, flow)
        heading, flow = page.blocks[index], []
    return (*nodes, *_part(heading, flow))


def inline(text: str) -> tuple[Inline, ...]:
    """The text as the one inline node that plain text has."""
    return (Text(value=text),)


def _part(heading: Block | None, flow: Sequence[tuple[Role, Block]]) -> tuple[Node, ...]:
    children = tuple(_flow(flow))
    if heading is None:
        return children
    return (Section(heading=inline(heading.text), children=children),)


def _flow(flow: Sequence[tuple[Role, Block]]) -> Iterator[Node]:
    for kind, run in groupby(_kinds(flow), key=itemgetter(0)):
        blocks = [block for _, block in run]
        if kind[0] == "quotation":
            yield Quote(children=tuple(map(_paragraph, blocks)))
        elif kind[0] == "verse":
            yield Verse(lines=tuple(VerseLine(children=inline(block.text)) for block in blocks))
        elif kind[0] == "list":
            yield _list(blocks)
        else:
            yield from map(_paragraph, blocks)


def _kinds(flow: Sequence[tuple[Role, Block]]) -> Iterator[tuple[tuple[str, int], Block]]:
    """Each block with what it is part of: the blocks of one list or stanza have the same."""
    stanza = 0
    for role, block in flow:
        stanza += block.gap_before > 0
        if role is Role.VERSE:
            yield ("verse", stanza), block
        elif block.run is not None:
            yield ("list", block.run), block
        else:
            yield ("quotation" if block.quoted else "text", 0), block


def _paragraph(block: Block) -> Paragraph:
    return Paragraph(children=inline(block.text))


def _list(items: Sequence[Block]) -> List:
    nodes = tuple(Item(children=(_paragraph(item),)) for item in items)
    start = number_of(items[0].marker)
    if start is None:
        return List(items=nodes)
    return List(
        items=nodes,
        ordered=True,
        start=start if start != 1 else None,
        numbering=_numbering(items[0].marker.strip(" \t\u00a0().")),
    )


def _numbering(sign: str) -> Literal["decimal", "lower-alpha", "upper-alpha"]:
    if sign.isdecimal():
        return "decimal"
    return "lower-alpha" if sign.islower() else "upper-alpha"
