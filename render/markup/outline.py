"""The outline: every heading of the article, nested as its sections are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from render.model import Article, Aside, Image, Note, Section
from render.model.walk import AnyNode, children, plain_text


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One heading: the id of its section or aside, its level (2 to 6 and more) and its words."""

    id: str
    level: int
    text: str
    children: tuple[OutlineEntry, ...] = ()


def outline(article: Article) -> tuple[OutlineEntry, ...]:
    """The headings below the title, which is level 1; not those of notes and descriptions."""
    return _entries(article.body, level=2)


def _entries(nodes: Iterable[AnyNode], level: int) -> tuple[OutlineEntry, ...]:
    return tuple(entry for node in nodes for entry in _entry(node, level))


def _entry(node: AnyNode, level: int) -> tuple[OutlineEntry, ...]:
    match node:
        case Image() | Note():
            return ()
        case Aside(repeats=True):
            return ()
        case Section() | Aside() if node.heading:
            words = " ".join(plain_text(node.heading).split())
            below = _entries(node.children, level + 1)
            return (OutlineEntry(node.id or "", level, words, below),)
        case _:
            return _entries(children(node), level)
