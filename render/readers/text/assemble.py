"""Blocks with their roles into the nodes of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from render.model import Block as Node
from render.model import Inline, Item, List, Paragraph, Quote, Section, Text
from render.readers.text.blocks import Block, number_of
from render.readers.text.classify import Classified
from render.readers.text.rulings import Role


def make_body(page: Classified) -> tuple[Node, ...]:
    """The blocks of the body, in order, as nodes; a heading opens a section."""
    nodes: list[Node] = []
    heading: Block | None = None
    flow: list[Block] = []
    for index in page.body:
        if page.rulings[index].role is not Role.HEADING:
            flow.append(page.blocks[index])
            continue
        nodes += _part(heading, flow)
        heading, flow = page.blocks[index], []
    return (*nodes, *_part(heading, flow))


def inline(text: str) -> tuple[Inline, ...]:
    """The text as the one inline node that plain text has."""
    return (Text(value=text),)


def _part(heading: Block | None, flow: Sequence[Block]) -> tuple[Node, ...]:
    children = tuple(_flow(flow))
    if heading is None:
        return children
    return (Section(heading=inline(heading.text), children=children),)


def _flow(blocks: Sequence[Block]) -> Iterable[Node]:
    for kind, run in groupby(blocks, key=_kind):
        together = list(run)
        if kind == "quotation":
            yield Quote(children=tuple(map(_paragraph, together)))
        elif kind is not None:
            yield _list(together)
        else:
            yield from map(_paragraph, together)


def _kind(block: Block) -> str | int | None:
    return "quotation" if block.quoted else block.run


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
