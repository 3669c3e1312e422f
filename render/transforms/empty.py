"""Nothing where nothing is said: empty blocks and runs of line breaks go, in silence."""

from itertools import pairwise
from typing import Any

from render.model import (
    Abbr,
    Article,
    Aside,
    DefinitionList,
    Image,
    Inline,
    LineBreak,
    Link,
    List,
    Marked,
    Math,
    NoteRef,
    Paragraph,
    Quote,
    Ruby,
    Section,
    Span,
    Text,
    Time,
    Verse,
)
from render.model.walk import AnyNode, Inlines, is_inline, rebuild, rewrite, walk
from render.text_gate import gate


def drop_empty(article: Article) -> Article:
    """The article without blocks that hold nothing, and with single line breaks.

    Anything that says something stays: words, pictures, formulas, note calls, a cell that
    keeps its column, an item that keeps its number.
    """
    return rewrite(article, enter=_trimmed, nodes=_without_empty_blocks, inlines=_tidy)


def _trimmed(node: AnyNode) -> AnyNode:
    """The block without line breaks at the ends of its text, where nothing is broken."""
    if is_inline(node):
        return node
    return rebuild(node, nodes=lambda nodes: nodes, inlines=lambda _field, run: _trim(run))


def _trim(run: Inlines) -> Inlines:
    begin, end = 0, len(run)
    while begin < end and isinstance(run[begin], LineBreak):
        begin += 1
    while end > begin and isinstance(run[end - 1], LineBreak):
        end -= 1
    return run[begin:end]


def _without_empty_blocks(nodes: tuple[Any, ...]) -> tuple[Any, ...]:
    kept = tuple(node for node in nodes if not _is_empty(node))
    return nodes if len(kept) == len(nodes) else kept


def _is_empty(node: AnyNode) -> bool:
    match node:
        case Paragraph():
            return not _says_something(node.children)
        case Quote() | Aside():
            return not node.children and not any(map(_says_something, _runs(node)))
        case List():
            return not node.items
        case Verse():
            return not any(_says_something(line.children) for line in node.lines)
        case DefinitionList():
            return not node.entries
        case Section():
            return not node.children and not _says_something(node.heading)
        case _:
            return False


def _runs(node: Quote | Aside) -> tuple[Inlines, ...]:
    return (node.attribution,) if isinstance(node, Quote) else (node.heading,)


def _tidy(run: Inlines) -> Inlines:
    kept = [inline for inline in run if not _is_hollow(inline)]
    single = kept[:1] + [
        after
        for before, after in pairwise(kept)
        if not (isinstance(before, LineBreak) and isinstance(after, LineBreak))
    ]
    return run if len(single) == len(run) else tuple(single)


def _is_hollow(inline: Inline) -> bool:
    match inline:
        case Text():
            return not inline.value
        case Marked() | Span() | Link() | Abbr() | Ruby() | Time():
            return not inline.children
        case _:
            return False


def _says_something(run: Inlines) -> bool:
    nodes = (node for inline in run for node in walk(inline))
    return any(
        isinstance(node, Image | Math | NoteRef)
        # A paragraph of control characters is empty once they are gone.
        or (isinstance(node, Text) and bool(gate(node.value).text.strip()))
        for node in nodes
    )
