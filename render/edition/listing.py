"""What the edition holds, section by section: the source of every contents list."""

from __future__ import annotations

from dataclasses import dataclass

from render.edition.parts import Part
from render.model import Block, Item, List, Paragraph, Span, Text


@dataclass(frozen=True, slots=True)
class Group:
    """A section and its articles; `opening` is None for articles that stand in none."""

    opening: Part | None
    articles: tuple[Part, ...]


def groups(parts: tuple[Part, ...]) -> tuple[Group, ...]:
    """The articles by section, in order."""
    found: list[Group] = []
    for part in parts:
        if part.kind == "section":
            found.append(Group(part, ()))
        elif part.kind == "article":
            if part.level == 2 and (not found or found[-1].opening):
                found.append(Group(None, ()))
            found[-1] = Group(found[-1].opening, (*found[-1].articles, part))
    return tuple(found)


def contents_blocks(parts: tuple[Part, ...]) -> tuple[Block, ...]:
    """The contents as text, to be spoken: each section's title, then those of its articles."""
    blocks: list[Block] = []
    for group in groups(parts):
        if group.opening:
            blocks.append(_line(group.opening))
        blocks.append(List(items=tuple(Item(children=(_line(part),)) for part in group.articles)))
    return tuple(blocks)


def _line(part: Part) -> Paragraph:
    # A span, not the paragraph: it decides which voice says the title.
    words = Span(lang=part.article.meta.lang, children=(Text(value=part.title),))
    return Paragraph(children=(words,))
