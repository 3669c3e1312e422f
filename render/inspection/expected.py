"""What every format must hold: the article's text as runs, each with the node it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from render.inspection.words import words
from render.model import (
    Article,
    Aside,
    Code,
    Embed,
    Image,
    Inline,
    LineBreak,
    Math,
    Media,
    Table,
    Text,
)
from render.model.walk import AnyNode, container_id, rebuild, walk


@dataclass(frozen=True, slots=True)
class Run:
    """The words of one paragraph, heading, caption or cell.

    `spoken` is False for what audio leaves out or says in another order: code and tables.
    """

    node: str
    words: tuple[str, ...]
    spoken: bool = True


Flow = tuple[Run, ...]


def flows(article: Article) -> tuple[Flow, ...]:
    """The independent flows of an article; within each, the order of runs is fixed.

    The first holds title, deck and body. Each author, note and extended description
    is a flow of its own: formats put them in places of their own.
    """
    meta = article.meta
    main = _Collector()
    main.run("title", meta.title, spoken=True)
    main.run("deck", meta.deck, spoken=True)
    main.blocks(article.body, spoken=True)
    for author in meta.authors:
        main.apart.append((Run("byline", tuple(words(author.name)), spoken=False),))
    for note in article.notes:
        main.aside(note.children, spoken=True)
    return tuple(flow for flow in (tuple(main.runs), *main.apart) if flow)


@dataclass(slots=True)
class _Collector:
    """The runs of one flow, and the flows found inside it that stand elsewhere."""

    runs: list[Run] = field(default_factory=list)
    apart: list[Flow] = field(default_factory=list)

    def blocks(self, nodes: tuple[Any, ...], *, spoken: bool) -> tuple[Any, ...]:
        for node in nodes:
            self._node(node, spoken=spoken)
        return nodes

    def run(self, node: str, inlines: tuple[Inline, ...], *, spoken: bool) -> tuple[Inline, ...]:
        for text in visible_texts(inlines):
            self._own(node, text, spoken=spoken)
        for inline in inlines:
            for each in walk(inline):
                if isinstance(each, Image):
                    self.aside(each.description, spoken=spoken)
        return inlines

    def aside(self, nodes: tuple[Any, ...], *, spoken: bool) -> None:
        inner = _Collector()
        inner.blocks(nodes, spoken=spoken)
        self.apart += [tuple(inner.runs), *inner.apart]

    def _node(self, node: AnyNode, *, spoken: bool) -> None:
        match node:
            case Image():
                # Its alternative is an attribute of the picture, not text beside it.
                self.aside(node.description, spoken=spoken)
                return
            case Code():
                # What it is called stands before it in every format.
                self.run(container_id(node.id or "", "caption"), node.caption, spoken=spoken)
                self._own(node.id or "", node.value, spoken=False)
                return
            case Media():
                self._own(node.id or "", node.title, spoken=spoken)
            case Embed():
                # Speech goes straight to the words that stand for it.
                self._own(node.id or "", node.title, spoken=False)
            case Aside() if node.repeats:
                return  # hidden where a machine reads; its words stand elsewhere
            case _:
                pass
        spoken = spoken and not isinstance(node, Table)
        rebuild(
            node,
            nodes=lambda nodes: self.blocks(nodes, spoken=spoken),
            inlines=lambda name, run: self.run(
                container_id(node.id or "", name), run, spoken=spoken
            ),
        )

    def _own(self, node: str, text: str, *, spoken: bool) -> None:
        if found := tuple(words(text)):
            self.runs.append(Run(node, found, spoken))


def visible_texts(inlines: tuple[Inline, ...]) -> list[str]:
    """The characters of a run as formats print them.

    In pieces: where a formula or a picture stands, a format may have any number of
    words of its own.
    """
    pieces = [""]
    for inline in inlines:
        for node in walk(inline):
            if isinstance(node, Text):
                pieces[-1] += node.value
            elif isinstance(node, LineBreak):
                pieces[-1] += " "
            elif isinstance(node, Image | Math):
                pieces.append("")
    return pieces
